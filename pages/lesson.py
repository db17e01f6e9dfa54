"""The page at /lesson: see sizewise/ui/lesson.py."""

from sizewise.ui import lesson

lesson.draw()
