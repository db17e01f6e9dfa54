"""The page at /faq: see sizewise/ui/faq.py."""

from sizewise.ui import faq

faq.draw()
