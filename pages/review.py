"""The page at /review: see sizewise/ui/review/screen.py."""

from sizewise.ui.review import screen

screen.draw()
