"""The page at /class: see sizewise/ui/class_room/screen.py."""

from sizewise.ui.class_room import screen

screen.draw()
