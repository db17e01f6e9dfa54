"""The first page: see sizewise/ui/home."""

from sizewise.ui.home import screen

screen.draw()
