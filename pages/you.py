"""The page at /you: see sizewise/ui/you/screen.py."""

from sizewise.ui.you import screen as you

you.draw()
