"""The page at /you: see sizewise/ui/you.py."""

from sizewise.ui import you

you.draw()
