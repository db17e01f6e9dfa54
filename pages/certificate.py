"""The page at /certificate: see sizewise/ui/certificate/screen.py."""

from sizewise.ui.certificate import screen

screen.draw()
