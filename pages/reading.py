"""The page at /reading: see sizewise/ui/reading/screen.py."""

from sizewise.ui.reading import screen as reading

reading.draw()
