"""The page at /playground: see sizewise/ui/playground/."""

from sizewise.ui import playground

playground.draw()
