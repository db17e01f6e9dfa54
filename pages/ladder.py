"""The page at /ladder: see sizewise/ui/ladder/."""

from sizewise.ui.ladder import screen

screen.draw()
