"""The page at /quiz: see sizewise/ui/quiz.py."""

from sizewise.ui import quiz

quiz.draw()
