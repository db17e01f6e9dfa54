"""One right option, asked before the lesson: a guess is welcome, and nothing counts."""

from sizewise.learn.quiz.kinds.single import RIGHT as RIGHT
from sizewise.learn.quiz.kinds.single import arranged as arranged
from sizewise.learn.quiz.kinds.single import chance as chance
from sizewise.learn.quiz.kinds.single import faults as faults
from sizewise.learn.quiz.kinds.single import is_key as is_key
from sizewise.learn.quiz.kinds.single import key_text as key_text
from sizewise.learn.quiz.kinds.single import marking as marking
from sizewise.learn.quiz.kinds.single import picks as picks
from sizewise.learn.quiz.kinds.single import score as score
from sizewise.learn.quiz.kinds.single import tells_place as tells_place
from sizewise.learn.quiz.kinds.single import unanswered as unanswered

COUNTS = False
ONE_PICK = True
MOVABLE = True
FREE_LENGTH = True
PLACED = False
