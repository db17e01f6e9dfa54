"""The page at /faq: see sizewise/ui/lookup/faq.py."""

from sizewise.ui.lookup import faq

faq.draw()
