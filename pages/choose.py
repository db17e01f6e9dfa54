"""The page at /choose: see sizewise/ui/catalogue/choose.py."""

from sizewise.ui.catalogue import choose

choose.draw()
