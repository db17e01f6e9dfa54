"""The page at /checklists: see sizewise/ui/checklists.py."""

from sizewise.ui import checklists

checklists.draw()
