"""The page at /quiz: see sizewise/ui/question/quiz.py."""

from sizewise.ui.question import quiz

quiz.draw()
