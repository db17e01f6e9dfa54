"""The page at /reading: see sizewise/ui/reading.py."""

from sizewise.ui import reading

reading.draw()
