"""What an answer to a mission is told: the quiz's kinds score it, and nothing is given away."""

from decimal import Decimal

import pytest

from sizewise.learn.quiz.response import Response
from sizewise.learn.quiz.scoring import score
from sizewise.library.kinds import MISSION as KIND
from sizewise.sizing.missions.computed import Candidate, Computed, Slip
from sizewise.sizing.missions.mission import Mission
from sizewise.sizing.missions.solve import solve
from sizewise.ui.lab.missions.item import item_of
from sizewise.ui.lab.missions.verdict import verdict
from tests.learn.responses import right, wrong
from tests.ours import ours
from tests.ui.conftest import TODAY

MISSION = Mission(
    id="a-mission",
    title="A mission",
    place=1,
    minutes=3,
    story="A story.",
    task="A task.",
    check={
        "kind": "calls-within",
        "model": "mini",
        "call": {"input": 800, "output": 200},
        "budget": Decimal(1),
    },
    hints=("A hint.",),
    lesson="A lesson.",
    opens={"view": "plan"},
)
MODELS = (
    Candidate("mini", "Mini", right=True, why="$0.24 for the job."),
    Candidate("large", "Large", right=False, why="$4.00 for the job."),
    Candidate("newer", "Newer", right=True, why="$0.18 for the job."),
)
SEVERAL = Computed("several", ("A sum.",), MODELS)
ONE = Computed("one", ("A sum.",), MODELS[:2])
CALLS = Computed(
    "number",
    ("$1 / $0.00024 = 4,166 calls",),
    value=Decimal(4166),
    unit="calls",
    slips=(Slip(Decimal(1960), "You swapped the two rates."),),
)


def told(computed, **given):
    return verdict(computed, item_of(MISSION, "A task.", computed), Response(**given))


def test_picks_are_told_one_by_one_and_what_is_missing_is_not_given_away():
    half = told(SEVERAL, picked=("mini", "large"))
    assert (half.right, half.headline) == (False, "Not yet: 1 of 2 found.")
    assert half.lines == ("Large: $4.00 for the job.", "One more is still to be found.")


def test_everything_is_told_once_all_are_found():
    whole = told(SEVERAL, picked=("mini", "newer"))
    assert (whole.right, whole.headline) == (True, "Right.")
    assert whole.lines == tuple(f"{each.name}: {each.why}" for each in MODELS)


@pytest.mark.parametrize("mission", ours(TODAY).all(KIND).values(), ids=lambda each: each.id)
def test_a_solved_mission_says_nothing_twice(mission):
    computed = solve(mission, ours(TODAY).catalogue, TODAY)
    item = item_of(mission, "A task.", computed)
    lines = verdict(computed, item, right(item)).lines
    said = [*lines, *(computed.sums if computed.candidates else ())]
    assert len(said) == len(set(said))


def test_one_wrong_pick_is_told_why():
    assert told(ONE, picked=("large",)).lines == ("Large: $4.00 for the job.",)
    assert told(ONE, picked=("mini",)).right


def test_a_right_number_is_told_its_sum():
    assert told(CALLS, number="4,166").lines == CALLS.sums
    assert told(CALLS, number="4200").right  # within 1% of 4,166


def test_a_known_slip_is_told_by_its_reason():
    assert told(CALLS, number="1950").lines == ("You swapped the two rates.",)


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("4000000000", "far too high"),
        ("0", "far too low"),
        ("-5", "far too low"),
        ("9000", "too high, by about 2 times"),
        ("4300", "a little too high"),
    ],
)
def test_another_number_is_told_its_direction(typed, words):
    assert words in told(CALLS, number=typed).lines[0]


@pytest.mark.parametrize(
    ("computed", "given", "headline"),
    [
        (SEVERAL, {}, "Choose at least one answer first."),
        (ONE, {}, "Choose one answer first."),
        (CALLS, {}, "Type a number first."),
        (CALLS, {"number": "many"}, "I cannot read “many” as a number."),
    ],
)
def test_what_is_missing_or_cannot_be_read_is_asked_for(computed, given, headline):
    answer = told(computed, **given)
    assert not answer.right
    assert answer.headline.startswith(headline)


@pytest.mark.parametrize("computed", [SEVERAL, ONE, CALLS])
def test_the_kinds_of_the_quiz_score_a_mission(computed):
    item = item_of(MISSION, "A task.", computed)
    assert (score(item, right(item)).value, score(item, wrong(item)).value) == (1, 0)
