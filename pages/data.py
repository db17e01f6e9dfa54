"""The page at /data: see sizewise/ui/data/screen.py."""

from sizewise.ui.data import screen

screen.draw()
