"""US dollars as people read them."""

from sizewise.ground.written import dollars as dollars
from sizewise.ground.written import rate as rate
