"""The page at /print: see sizewise/ui/printing/page.py."""

from sizewise.ui.printing import page

page.draw()
