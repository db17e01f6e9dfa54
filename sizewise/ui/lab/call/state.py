"""The call between two draws. Its texts stay in the tab; only numbers go to the address."""

from typing import Any

from sizewise.ground import limits
from sizewise.sizing.cost.call import Call, Picture
from sizewise.sizing.tokens.messages import Message
from sizewise.sizing.tokens.tokens import clean
from sizewise.ui import session
from sizewise.ui.frame.address import Parameter, one_of, whole
from sizewise.ui.frame.draft import Draft
from sizewise.ui.lab.call.examples import EXAMPLES, FIRST

SYSTEM = "lab_call_system"
QUESTION = "lab_call_question"
TOOLS = "lab_call_tools"
PAIRS = "lab_call_pairs"
PICTURES = "lab_call_pictures"
NEXT = "lab_call_next"
OWN = "lab_call_own"
"""Every field of the learner's own call, for the day when Back leads to it again."""

MOST_PAIRS = 12
MOST_PICTURES = 12
MOST_TOKENS = 1_000_000


def said_key(pair: int, who: str) -> str:
    """The field of one message of the conversation so far; `who` is "you" or "it"."""
    return f"lab_call_{who}_{pair}"


def draft() -> Draft:
    """What of a call goes to the address: its example, while it is one, and its numbers."""
    example, first = one_of(EXAMPLES, "there is no such example.", "choice"), EXAMPLES[FIRST]
    return Draft(
        "lab_call",
        {
            "example": Parameter("the example", example, None),
            "answer": Parameter("an answer of", whole(0, MOST_TOKENS), first.output),
            "think": Parameter("hidden thinking of", whole(0, MOST_TOKENS), first.reasoning),
        },
    )


def begin() -> None:
    """Take the call from the address, else from the tab's memory, else the first example.

    An example that the address names fills every field; Back to the learner's own call brings it.
    """
    before = draft().value("example")
    asked = draft().begin()
    if session.get(PAIRS) is None or (asked["example"] and asked["example"] != before):
        take(asked["example"] or FIRST)
        if not asked["example"]:
            draft().give(answer=asked["answer"], think=asked["think"])
    elif asked["example"] != before:
        _bring_own(before)


def take(name: str) -> None:
    """Fill every field from an example."""
    example = EXAMPLES[name]
    session.put(SYSTEM, example.system)
    session.put(QUESTION, example.question)
    session.put(TOOLS, example.tools)
    session.put(PAIRS, len(example.turns) // 2)
    for place, text in enumerate(example.turns):
        session.put(said_key(place // 2, "it" if place % 2 else "you"), text)
    session.put(PICTURES, ())
    for width, height, detail in example.pictures:
        add_picture(width, height, detail)
    draft().give(example=name, answer=example.output, think=example.reasoning)


def take_chosen() -> None:
    """Fill every field from the example that was just chosen."""
    if chosen := draft().held("example"):
        take(chosen)
    else:
        draft().keep(example=None)


def own() -> None:
    """The call is the learner's own now: no example describes it any more."""
    draft().give(example=None)


def own_number(name: str) -> None:
    """Keep a number that was typed; the call is the learner's own now."""
    draft().keep(**{name: draft().held(name)})
    own()


def add_pair() -> None:
    """One more question and answer in the conversation so far."""
    pairs = session.get(PAIRS)
    for who in ("you", "it"):
        session.put(said_key(pairs, who), "")
    session.put(PAIRS, pairs + 1)
    own()


def drop_pair() -> None:
    """Take the last question and answer out."""
    session.put(PAIRS, max(0, session.get(PAIRS) - 1))
    own()


def add_picture(width: int = 1024, height: int = 1024, detail: str = "high") -> None:
    """One more picture. It has a number of its own, so that its fields stay its own."""
    number = session.get(NEXT, 0)
    session.put(NEXT, number + 1)
    session.put(PICTURES, (*session.get(PICTURES, ()), (number, width, height, detail)))


def drop_picture(number: int) -> None:
    """Take one picture out."""
    session.put(PICTURES, tuple(each for each in session.get(PICTURES) if each[0] != number))
    own()


def keep_pictures(pictures: tuple[tuple[int, int, int, str], ...]) -> None:
    """Remember what was typed of the pictures."""
    session.put(PICTURES, pictures)


def keep_own() -> None:
    """Remember a call of the learner's own, so that trying an example does not lose it."""
    if draft().value("example") is None:
        session.put(OWN, tuple((key, session.get(key)) for key in _fields()))


def _bring_own(before: str | None) -> None:
    """The learner's own call again; without one the fields keep the example that is there."""
    own_call: tuple[tuple[str, Any], ...] = session.get(OWN, ())
    for key, value in own_call:
        session.put(key, value)
    if not own_call:
        draft().give(example=before)


def _fields() -> tuple[str, ...]:
    said = (said_key(pair, who) for pair in range(session.get(PAIRS)) for who in ("you", "it"))
    return SYSTEM, QUESTION, TOOLS, PAIRS, PICTURES, *said


def call(tools_json: str, pictures: tuple[Picture, ...]) -> Call:
    """The call as its fields stand; empty messages are not sent."""
    turns = [
        Message("assistant" if who == "it" else "user", text)
        for pair in range(session.get(PAIRS))
        for who in ("you", "it")
        if (text := readable(said_key(pair, who)))
    ]
    if question := readable(QUESTION):
        turns.append(Message("user", question))
    numbers = draft().values()
    return Call(
        readable(SYSTEM),
        tuple(turns),
        tools_json,
        pictures,
        numbers["answer"],
        numbers["think"],
    )


def readable(key: str) -> str:
    """A field's text as models get it, cut where our limit lies."""
    return clean((session.get(key) or "")[: limits.TEXT_CHARACTERS])
