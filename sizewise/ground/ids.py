"""Names in content files. A type says what a name is made of, and what it must lead to.

References ride on these types: whoever reads a file finds every reference in it, whatever its field
is called, and can tell the line of one that leads nowhere.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import StringConstraints

ID = r"^[a-z0-9-]{3,64}$"
SHORT_ID = r"^[a-z0-9-]{1,16}$"
ROW_ID = r"^[a-z0-9-]{1,24}$"
ANSWER_ID = r"^[a-z0-9-]{2,64}$"
MODEL_ID = r"^[a-z0-9.-]{2,64}$"
PRICE_REF = r"^[a-z0-9_.-]+/\S+$"
URL = r"^https://\S+$"
DAY = r"^\d{4}-\d{2}-\d{2}$"

Referent = Literal[
    "model", "player", "skill", "misconception", "lesson", "part", "word", "trials", "task"
]
"""What a name can lead to. player: a model, or a role that one holds. part: of the lesson that is
named beside it. word: of the glossary.
trials: a file of recorded answers. task: what a benchmark asks."""


@dataclass(frozen=True)
class Own:
    """Marks the name that a thing gives itself; nothing has to be there already."""


@dataclass(frozen=True)
class Names:
    """Marks a text that names something defined elsewhere."""

    what: Referent
    must: bool = True
    """False where a stranger may be named too; then it is only worth a look."""
    several: bool = False
    """Whether commas separate several names."""
    none: str | None = None
    """The word that stands for no name at all."""


@dataclass(frozen=True)
class ByKey:
    """Marks a table of texts in which some keys hold names."""

    keys: tuple[tuple[str, Names], ...]

    @property
    def names(self) -> Mapping[str, Names]:
        """What the value of each such key names."""
        return dict(self.keys)


@dataclass(frozen=True)
class Formula:
    """Marks a formula: a bare number is one too."""


@dataclass(frozen=True)
class Verbatim:
    """Marks a text that is shown sign by sign, such as code: it may hold anything."""


@dataclass(frozen=True)
class Condition:
    """Marks a condition on facts of the catalogue, which may hold today and not tomorrow."""


Marker = Own | Names | ByKey | Formula | Condition | Verbatim
"""What a type says of a text besides how it is spelt."""

MARKERS = (Own, Names, ByKey, Formula, Condition, Verbatim)

Id = Annotated[str, StringConstraints(pattern=ID), Own()]
"""A name in the files: small letters a to z, digits and hyphens, 3 to 64 of them."""
ShortId = Annotated[str, StringConstraints(pattern=SHORT_ID), Own()]
"""A name inside one item, such as an option's letter."""
RowId = Annotated[str, StringConstraints(pattern=ROW_ID), Own()]
"""A name inside one table."""
AnswerId = Annotated[str, StringConstraints(pattern=ANSWER_ID), Own()]
"""The name of a question or an answer that helps to choose a model."""
OwnModelId = Annotated[str, StringConstraints(pattern=MODEL_ID), Own()]
"""The name of a model's file."""

ModelId = Annotated[str, StringConstraints(pattern=MODEL_ID), Names("player")]
"""A model: its file name in content/models, or a role of content/cast.yaml."""
HolderId = Annotated[str, StringConstraints(pattern=MODEL_ID), Names("model")]
"""A model of the catalogue, never a role: its file name in content/models."""
SuccessorId = Annotated[str, StringConstraints(pattern=MODEL_ID), Names("model", must=False)]
"""A model that need not have a file of its own."""
SkillId = Annotated[str, StringConstraints(pattern=ID), Names("skill")]
"""A skill of the course."""
MisconceptionId = Annotated[str, StringConstraints(pattern=ID), Names("misconception")]
"""A named mistake of the course."""
LessonId = Annotated[str, StringConstraints(pattern=ID), Names("lesson")]
"""A lesson: its file name in content/lessons."""
Anchor = Annotated[str, StringConstraints(pattern=ID), Names("part")]
"""A part of the lesson named beside it: its heading in lower case with hyphens."""
Term = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True), Names("word")]
"""A term as the glossary writes it."""
TrialsId = Annotated[str, StringConstraints(pattern=ID), Names("trials")]
"""Recorded trials: a file name in content/runs."""
TaskId = Annotated[str, StringConstraints(pattern=ID), Names("task")]
"""A task of a benchmark: its file name in content/tasks."""

FormulaText = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True), Formula()]
"""Numbers and variables, + - * / **, parentheses, round, min and max."""
ConditionText = Annotated[
    str, StringConstraints(min_length=1, max_length=500, strip_whitespace=True), Condition()
]
"""Facts of the catalogue compared, such as `price thinking input < price small input`."""
Code = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True), Verbatim()]
"""Text that is shown sign by sign."""
