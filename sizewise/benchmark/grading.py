"""How a reply is graded: by its label, its facts, its number, its JSON, or by running it.

`form` is the JSON Schema that a model is held to, where there is one.
"""

import json
import re
from collections.abc import Sequence
from decimal import Decimal
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from sizewise.benchmark.program import ProgramRunner, fault_of_test, program_in
from sizewise.benchmark.trial import Grade
from sizewise.ground.ids import Code
from sizewise.ground.json_form import form_fault, schema_fault
from sizewise.ground.shape import Shape, Text
from sizewise.ground.written import listed

OR = "|"
"""Between two wordings of one fact."""
_AROUND = " \t\r\n.,;:!?\"'`*“”‘’()[]"
_NUMBER = re.compile(r"(?<![\w.])[-−]?\d+(?:,\d{3})*(?:\.\d+)?(?!\w)")


class ByLabel(Shape):
    """The reply is one of the labels and nothing else, whatever its capitals and marks."""

    kind: Literal["label"]
    """How it is graded."""
    labels: Annotated[tuple[Text, ...], Field(min_length=2)]
    """The labels to choose from."""

    form: ClassVar[str | None] = None

    def fault(self, expected: Sequence[str]) -> str:
        """Why nothing can be graded by what is expected; empty when it can."""
        if len(expected) == 1 and expected[0] in self.labels:
            return ""
        return f"it must be one of {listed(self.labels)}"

    def grade(self, reply: str, expected: Sequence[str], _: ProgramRunner | None = None) -> Grade:
        """What the reply is worth."""
        bare = reply.strip(_AROUND).casefold()
        answer = next((each for each in self.labels if each.casefold() == bare), bare)
        return Grade(right=answer == expected[0], answer=answer, expected=expected[0])


class ByFacts(Shape):
    """Every expected fact stands in the reply as a word of its own; capitals do not count.

    A fact with several wordings is written `four|4`.
    """

    kind: Literal["facts"]
    """How it is graded."""

    form: ClassVar[str | None] = None

    def fault(self, expected: Sequence[str]) -> str:
        """Why nothing can be graded by what is expected; empty when it can."""
        wordings = (wording for fact in expected for wording in fact.split(OR))
        return "" if all(map(str.strip, wordings)) else "a wording of it is empty"

    def grade(self, reply: str, expected: Sequence[str], _: ProgramRunner | None = None) -> Grade:
        """What the reply is worth; the facts that it holds are its answer."""
        found = [fact for fact in expected if _told(fact, reply)]
        return Grade(
            right=len(found) == len(expected), answer="; ".join(found), expected="; ".join(expected)
        )


class ByNumber(Shape):
    """The last number in the reply is the expected one."""

    kind: Literal["number"]
    """How it is graded."""

    form: ClassVar[str | None] = None

    def fault(self, expected: Sequence[str]) -> str:
        """Why nothing can be graded by what is expected; empty when it can."""
        fits = len(expected) == 1 and _NUMBER.fullmatch(expected[0])
        return "" if fits else "it must be one number in digits, such as 1200 or -0.5"

    def grade(self, reply: str, expected: Sequence[str], _: ProgramRunner | None = None) -> Grade:
        """What the reply is worth."""
        answer = next(reversed(_NUMBER.findall(reply)), "")
        right = bool(answer) and _value(answer) == _value(expected[0])
        return Grade(right=right, answer=answer, expected=expected[0])


class ByTests(Shape):
    """The reply is Python that passes every expected test: each an `assert` of its own."""

    kind: Literal["tests"]
    """How it is graded."""

    form: ClassVar[str | None] = None

    def fault(self, expected: Sequence[str]) -> str:
        """Why nothing can be graded by what is expected; empty when it can."""
        return next(filter(None, map(fault_of_test, expected)), "")

    def grade(self, reply: str, expected: Sequence[str], run: ProgramRunner | None) -> Grade | None:
        """What the reply is worth; none without somebody to run it."""
        if run is None:
            return None
        found = run(program_in(reply), expected)
        told = f"{sum(found.passed)} of {len(expected)} tests"
        return Grade(
            right=len(found.passed) == len(expected) and all(found.passed),
            answer=f"{told}: {found.why}" if found.why else told,
            expected=f"{len(expected)} of {len(expected)} tests",
        )


class ByJson(Shape):
    """The reply is JSON that follows a schema, and says what is expected, in whatever order."""

    kind: Literal["json"]
    """How it is graded."""
    form: Code
    """The JSON Schema; a model that can be held to one is."""

    def fault(self, expected: Sequence[str]) -> str:
        """Why nothing can be graded by what is expected; empty when it can."""
        if wrong := schema_fault(self.form):
            return wrong
        if len(expected) != 1:
            return "it must be one JSON text"
        wrong = form_fault(expected[0], self.form)
        return f"it is {wrong}" if wrong else ""

    def grade(self, reply: str, expected: Sequence[str], _: ProgramRunner | None = None) -> Grade:
        """What the reply is worth: what follows the schema can still be wrong."""
        if wrong := form_fault(reply, self.form):
            return Grade(right=False, answer=wrong, expected=expected[0])
        right = json.loads(reply) == json.loads(expected[0])
        return Grade(right=right, answer=reply.strip(), expected=expected[0])


Grading = Annotated[ByLabel | ByFacts | ByNumber | ByTests | ByJson, Field(discriminator="kind")]
"""Ways to grade, told apart by `kind`."""


def _told(fact: str, reply: str) -> bool:
    wordings = "|".join(re.escape(each.strip()) for each in fact.split(OR))
    return re.search(rf"(?<!\w)(?:{wordings})(?!\w)", reply, re.IGNORECASE) is not None


def _value(number: str) -> Decimal:
    return Decimal(number.replace(",", "").replace("−", "-"))
