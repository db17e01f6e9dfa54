"""The page at /compare: see sizewise/ui/catalogue/compare.py."""

from sizewise.ui.catalogue import compare

compare.draw()
