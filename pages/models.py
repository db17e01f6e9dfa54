"""The page at /models: see sizewise/ui/models.py."""

from sizewise.ui import models

models.draw()
