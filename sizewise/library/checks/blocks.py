"""What a lesson's blocks must keep to beyond their fields: formulas, schemas, leaks, claims."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from itertools import chain
from typing import Any

from sizewise.ground.written import number
from sizewise.learn.lesson.blocks.break_the_json import BreakTheJson
from sizewise.learn.lesson.blocks.guess_first import GuessFirst
from sizewise.learn.lesson.blocks.image_tokens import ImageTokens
from sizewise.learn.lesson.blocks.spot_the_key import SpotTheKey
from sizewise.learn.lesson.blocks.still_true import StillTrue
from sizewise.learn.lesson.json_schema import SchemaUnusable, read_schema
from sizewise.learn.quiz.expression import ExpressionError, evaluate
from sizewise.library.checks.block_fault import BlockFault
from sizewise.library.checks.block_fields import MISFITS
from sizewise.library.checks.claims import by_date, judge
from sizewise.library.fact import FactUnknown
from sizewise.library.facts import CatalogueFacts
from sizewise.library.kind import Desk
from sizewise.library.opened import Opened
from sizewise.library.read.lesson_file import LessonFile
from sizewise.library.read.tree import line_of, spoken_way

LONGEST_CODE = 20
"""Lines of code that a learner can look through on a phone."""

LARGEST_ANSWER = 10**15
"""Above this a guess is no longer a number that anybody pictures."""


def sound_blocks(opened: Opened[LessonFile], desk: Desk) -> None:
    """Report what the learner would stumble over, with the line in the lesson's file."""
    for written in opened.value.blocks if opened.value else ():
        kind = written.block.kind
        looks = [each[kind] for each in (_FAULTS, MISFITS) if kind in each]
        for fault in chain(*(look(written.block, desk.facts) for look in looks)):
            line = line_of(written.root, *fault.keys)
            place = spoken_way(written.place, *fault.keys)
            opened.page.report(line, place, fault.what, fault.fix, fault.level)


def _pictures(block: ImageTokens, facts: CatalogueFacts) -> Iterator[BlockFault]:
    for at, model in enumerate(block.models):
        with suppress(FactUnknown):  # told where the name stands
            if facts.profile(model).file.image_tokens is not None:
                continue
            what = f"no source gives the image tokens of {model}"
            yield BlockFault(("models", at), what, "take another model")


def _guess(block: GuessFirst, _facts: CatalogueFacts) -> Iterator[BlockFault]:
    if block.answer.kind != "formula":
        return
    keys = ("answer", "formula")
    try:
        value = evaluate(block.answer.formula, {})
    except ExpressionError as error:
        fix = "write numbers and no variables, such as 100 * 0.95 ** 20"
        yield BlockFault(keys, f"cannot be computed ({error})", fix)
        return
    if not 0 < value < LARGEST_ANSWER:
        what = f"the formula gives {number(value)}, and a guess is held against it as a ratio"
        yield BlockFault(keys, what, "write a formula above 0 and below a million billions")


def _json(block: BreakTheJson, _facts: CatalogueFacts) -> Iterator[BlockFault]:
    try:
        flaws = read_schema(block.schema_text).flaws(block.reply)
    except SchemaUnusable as error:
        fix = "write a JSON Schema, draft 2020-12, as one object"
        yield BlockFault(("schema_text",), f"is no JSON Schema: {error}", fix)
        return
    for place, what in flaws:
        said = f"the good reply does not keep to the schema ({place}: {what.rstrip('.')})"
        yield BlockFault(("reply",), said, "change the reply or the schema")


def _leaks(block: SpotTheKey, _facts: CatalogueFacts) -> Iterator[BlockFault]:
    lines = block.code.split("\n")
    if len(lines) > LONGEST_CODE:
        what = f"has {len(lines)} lines"
        yield BlockFault(("code",), what, f"keep at most {LONGEST_CODE}")
    places = [leak.line for leak in block.leaks]
    for at, line in enumerate(places):
        keys = ("leaks", at, "line")
        if line > len(lines) or not lines[line - 1].strip():
            what = f"the code has nothing on line {line}"
            yield BlockFault(keys, what, f"write a line from 1 to {len(lines)} that is not empty")
        elif line in places[:at]:
            yield BlockFault(keys, f"line {line} stands twice", "say all of it once")


def _claims(block: StillTrue, facts: CatalogueFacts) -> Iterator[BlockFault]:
    for at, claim in enumerate(block.claims):
        try:
            judge(claim, facts)
        except FactUnknown as error:
            field = "said_on" if claim.said_on > facts.day else "fact"
            yield BlockFault(("claims", at, field), error.what, error.fix)
        if claim.then is not None and by_date(claim):
            what = "is not used: the catalogue knows this fact by date"
            yield BlockFault(("claims", at, "then"), what, "leave it out", "W")


_FAULTS: Mapping[str, Callable[[Any, CatalogueFacts], Iterator[BlockFault]]] = {
    "image-tokens": _pictures,
    "guess-first": _guess,
    "break-the-json": _json,
    "spot-the-key": _leaks,
    "still-true": _claims,
}
"""What to look for, by the block's kind."""
