"""The page at /mistakes: see sizewise/ui/you/mistakes.py."""

from sizewise.ui.you import mistakes

mistakes.draw()
