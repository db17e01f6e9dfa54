"""The page at /ladder: see sizewise/ui/ladder/."""

from sizewise.ui import ladder

ladder.draw()
