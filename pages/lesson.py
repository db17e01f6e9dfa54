"""The page at /lesson: see sizewise/ui/lesson/screen.py."""

from sizewise.ui.lesson import screen as lesson

lesson.draw()
