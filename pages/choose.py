"""The page at /choose: see sizewise/ui/choose.py."""

from sizewise.ui import choose

choose.draw()
