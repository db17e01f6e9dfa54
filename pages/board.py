"""The page at /board: see sizewise/ui/board/."""

from sizewise.ui import board

board.draw()
