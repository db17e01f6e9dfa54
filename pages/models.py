"""The page at /models: see sizewise/ui/catalogue/screen.py."""

from sizewise.ui.catalogue import screen as models

models.draw()
