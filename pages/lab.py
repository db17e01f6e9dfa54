"""The page at /lab: see sizewise/ui/lab/."""

from sizewise.ui import lab

lab.draw()
