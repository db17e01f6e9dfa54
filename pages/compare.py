"""The page at /compare: see sizewise/ui/compare.py."""

from sizewise.ui import compare

compare.draw()
