"""Faults of items whose options have places: each is told with its line."""

import pytest

from sizewise.library.check import check
from tests.library.files import DAY, QUIZ, content

FILE = "quizzes/match-size.yaml"
ITEM = """\
  - id: placed-001
    type: {type}
    skill: choose-model
    bloom: apply
    difficulty: 2
    stem: What belongs where, would you say?
    explanation: Start small and climb on evidence, as the lesson says.
    options:
"""
STEP = "      - {{id: {id}, text: {text}, feedback: About {id}.}}\n"
PAIR = "      - {{id: {id}, text: {text}, matches: {thing}, feedback: About {id}.}}\n"


def order(*texts):
    steps = (STEP.format(id="abcdefgh"[n], text=text) for n, text in enumerate(texts))
    return ITEM.format(type="order") + "".join(steps)


def match(**things):
    pairs = (
        PAIR.format(id="abcdefgh"[n], text=text, thing=thing)
        for n, (thing, text) in enumerate(things.items())
    )
    return ITEM.format(type="match") + "".join(pairs)


SOUND = match(Speed="A pace", Wait="A time", Size="A volume")


def told(root, item):
    """What is said of the item, each with its line as counted from the item's first line."""
    problems = [str(each) for each in check(content(root, {FILE: QUIZ + item}), DAY)]
    own = [each.split(":", 3) for each in problems if "placed-001" in each]
    first = QUIZ.count("\n") + 1
    return {(int(line) - first, said) for _, line, *said in own for said in [":".join(said)]}


def errors(root, item):
    """The rule and the line of each error of the item."""
    return sorted(
        (said.split(": ")[1].split()[0], line)
        for line, said in told(root, item)
        if "warning" not in said
    )


@pytest.mark.parametrize(
    ("item", "problem"),
    [
        (order("Draw", "Count"), ("L03", 8)),
        (order("Draw", "Count", "Draw"), ("L03", 10)),
        (order("Draw", "Count", "Climb").replace("type: order", "type: match"), ("L03", 8)),
        (match(Speed="A pace", Wait="A time"), ("L03", 8)),
        (match(Speed="A pace", Wait="A time", Size="A pace"), ("L03", 10)),
        (match(Speed="A pace", Wait="A time", speed="A size"), ("L03", 10)),
        (
            match(Speed="A pace", Wait="A time", Size="A size").replace(
                "type: match", "type: order"
            ),
            ("L01", 8),
        ),
        (order("Draw", "Count", "Climb").replace("id: b,", "id: b, key: true,"), ("L01", 9)),
    ],
)
def test_a_fault_is_told_once_and_with_its_line(tmp_path, item, problem):
    assert errors(tmp_path, item).count(problem) == 1


def test_a_sound_item_has_no_fault(tmp_path):
    assert errors(tmp_path, order("Draw", "Count", "Climb")) == []
    assert errors(tmp_path, SOUND) == []
