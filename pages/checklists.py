"""The page at /checklists: see sizewise/ui/lookup/checklists.py."""

from sizewise.ui.lookup import checklists

checklists.draw()
