"""A guess before the lesson. It looks like any single choice."""

from sizewise.ui.question.kinds.single import HOW as HOW
from sizewise.ui.question.kinds.single import HOW_ON_PAPER as HOW_ON_PAPER
from sizewise.ui.question.kinds.single import STAYS as STAYS
from sizewise.ui.question.kinds.single import ask as ask
from sizewise.ui.question.kinds.single import key_html as key_html
from sizewise.ui.question.kinds.single import outcomes as outcomes
from sizewise.ui.question.kinds.single import paper_html as paper_html
from sizewise.ui.question.kinds.single import response as response
from sizewise.ui.question.kinds.single import solved_html as solved_html
from sizewise.ui.question.kinds.single import sum_html as sum_html
from sizewise.ui.question.kinds.single import told_html as told_html
