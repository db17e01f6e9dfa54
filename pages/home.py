"""The first page: see sizewise/ui/home.py."""

from sizewise.ui import home

home.draw()
