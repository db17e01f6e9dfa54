"""The call between two draws. Its texts stay in the tab; only numbers go to the address."""

from sizewise import limits
from sizewise.sizing.call import Call, Picture
from sizewise.sizing.messages import Message
from sizewise.sizing.tokens import clean
from sizewise.ui import address, session
from sizewise.ui.lab.call.examples import EXAMPLES, FIRST
from sizewise.ui.notice import asked_in_vain

EXAMPLE = "lab_call_example"
SYSTEM = "lab_call_system"
QUESTION = "lab_call_question"
TOOLS = "lab_call_tools"
PAIRS = "lab_call_pairs"
PICTURES = "lab_call_pictures"
OUTPUT = "lab_call_output"
REASONING = "lab_call_reasoning"
NOTICES = "lab_call_notices"
NEXT = "lab_call_next"

MOST_PAIRS = 12
MOST_PICTURES = 12
MOST_TOKENS = 1_000_000

PARAMETERS = {
    "example": address.Parameter(
        "the example", address.one_of(EXAMPLES, "there is no such example.")
    ),
    "answer": address.Parameter("an answer of", address.whole(0, MOST_TOKENS)),
    "think": address.Parameter("hidden thinking of", address.whole(0, MOST_TOKENS)),
}


def said_key(pair: int, who: str) -> str:
    """The field of one message of the conversation so far; `who` is "you" or "it"."""
    return f"lab_call_{who}_{pair}"


def begin() -> None:
    """Take the call from the address, else from the tab's memory, else the first example."""
    start = {"example": "", "answer": None, "think": None}
    asked, notices = address.read(session.query, PARAMETERS, start)
    if notices:
        session.put(NOTICES, notices)
    if asked["example"] and asked["example"] != session.get(EXAMPLE):
        take(asked["example"])
    elif session.get(PAIRS) is None:
        take(FIRST)
        for key, name in ((OUTPUT, "answer"), (REASONING, "think")):
            session.put(key, session.get(key) if asked[name] is None else asked[name])


def take(name: str) -> None:
    """Fill every field from an example."""
    example = EXAMPLES[name]
    session.put(EXAMPLE, name)
    session.put(SYSTEM, example.system)
    session.put(QUESTION, example.question)
    session.put(TOOLS, example.tools)
    session.put(PAIRS, len(example.turns) // 2)
    for place, text in enumerate(example.turns):
        session.put(said_key(place // 2, "it" if place % 2 else "you"), text)
    session.put(PICTURES, ())
    for width, height, detail in example.pictures:
        add_picture(width, height, detail)
    session.put(OUTPUT, example.output)
    session.put(REASONING, example.reasoning)


def take_chosen() -> None:
    """Fill every field from the example that was just chosen."""
    name = session.get(EXAMPLE)
    session.set_query(example=name or "")
    if name:
        take(name)


def own() -> None:
    """The call is the learner's own now: no example describes it any more."""
    session.put(EXAMPLE, None)
    session.set_query(example="")
    session.drop(NOTICES)


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
    return Call(
        readable(SYSTEM),
        tuple(turns),
        tools_json,
        pictures,
        session.get(OUTPUT) or 0,
        session.get(REASONING) or 0,
    )


def readable(key: str) -> str:
    """A field's text as models get it, cut where our limit lies."""
    return clean((session.get(key) or "")[: limits.TEXT_CHARACTERS])


def keep() -> None:
    """Write the numbers to the address. No text ever goes there."""
    session.set_query(
        example=session.get(EXAMPLE) or "",
        answer=str(session.get(OUTPUT) or 0),
        think=str(session.get(REASONING) or 0),
    )


def draw_notices() -> None:
    """Say what the address asked for and could not get, until a field changes."""
    asked_in_vain(session.get(NOTICES, ()))
