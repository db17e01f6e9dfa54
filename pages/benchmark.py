"""The page at /benchmark: see sizewise/ui/benchmark/."""

from sizewise.ui import benchmark

benchmark.draw()
