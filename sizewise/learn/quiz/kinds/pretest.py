"""One right option, asked before the lesson: a guess is welcome, and nothing counts."""

from sizewise.learn.quiz.kinds.single import chance as chance
from sizewise.learn.quiz.kinds.single import faults as faults
from sizewise.learn.quiz.kinds.single import score as score
from sizewise.learn.quiz.kinds.single import unanswered as unanswered

COUNTS = False
ONE_PICK = True
IN_ORDER = False
FREE_LENGTH = True
