"""What the database adds up for a class is what one counts by hand, answer by answer."""

from collections import Counter, defaultdict
from datetime import UTC, timedelta
from decimal import Decimal
from itertools import count

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import event

from sizewise.learn.class_room.first_glance import FEW, LAST, Activity
from sizewise.learn.progress.review import ItemPlace
from sizewise.learn.quiz.mode import MODES
from sizewise.learn.quiz.response import Response
from sizewise.record.facts.attempts import IMPORTED
from tests.record.builders import NOON, answer, attempt, later

NUMBERS = count()
SINCE = later(10)
"""From then on a mistake was made lately."""
LONG_AGO = NOON - timedelta(days=1)


class School:
    """A class in a journal, and a list of all that its learners did."""

    def __init__(self, journal, names=("ann", "bob", "cyd"), ends_on=None):
        self.journal, self.number = journal, next(NUMBERS)
        group = journal.make_class("Year 9", f"digest-{self.number}", LONG_AGO, ends_on)
        self.id, self.asked = group.id, (group.id, group.last_moment(UTC))
        code = journal.class_code(self.id).code
        self.learners = [f"{name}-{self.number}" for name in names]
        members = [journal.join_class(code, each, NOON) for each in self.learners]
        self.pseudonym = {each.learner_id: each.pseudonym for each in members}
        self.answers = []

    def answers_with(self, learner, *, brought=False, mode="practice", at=NOON, **more):
        """An answer in an attempt of its own."""
        told = answer(
            attempt_id=f"{IMPORTED if brought else ''}try-{next(NUMBERS)}",
            learner_id=learner,
            mode=mode,
            first_try=MODES[mode].first_try,
            at=at,
            **more,
        )
        self.journal.begin(
            attempt(
                told.attempt_id,
                learner_id=learner,
                quiz_id=told.quiz_id,
                mode=mode,
                started_at=at,
                item_ids=(told.item_id,),
            )
        )
        self.answers.append(self.journal.append(told))

    @property
    def own(self):
        """The answers that count, in the order in which they came."""
        here = [each for each in self.answers if not each.attempt_id.startswith(IMPORTED)]
        return [each for each in here if each.at >= NOON]

    @property
    def measured(self):
        return [a for a in self.own if a.first_try and MODES[a.mode].measured]


ANSWERS = st.fixed_dictionaries(
    {
        "quiz_id": st.sampled_from(["one-quiz", "two-quiz"]),
        "item_id": st.sampled_from(["item-1", "item-2", "item-3"]),
        "skill": st.sampled_from(["skill-one", "skill-two"]),
        "mode": st.sampled_from(sorted(MODES)),
        "score": st.sampled_from(
            [Decimal(1), Decimal("1.00"), Decimal(0), Decimal(2) / 3, Decimal("1E-7")]
        ),
        "credit": st.sampled_from([Decimal(1), Decimal("0.5"), Decimal(1) / 3, Decimal(0)]),
        "response": st.sampled_from(
            [
                Response(picked=("a",)),
                Response(picked=("a", "c")),
                Response(number="1\0 \ud800"),
                Response(matched=(("a", "b"),)),
            ]
        ),
        "misconceptions": st.sampled_from([(), ("swapped-rates",), ("swapped-rates", "too-big")]),
        "key_version": st.sampled_from(["today", "before"]),
        "at": st.integers(-3, 20).map(later),
        "brought": st.sampled_from([False, False, False, True]),
    }
)
CLASSES = st.lists(st.tuples(st.sampled_from([0, 0, 1, 2]), ANSWERS), max_size=25)
few = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=12)


def made(journal, told):
    school = School(journal)
    for learner, fields in told:
        school.answers_with(school.learners[learner], **fields)
    return school


def stuck_by_hand(school):
    """Who is stuck: the name, and how many of the last tries were right."""
    for learner, name in school.pseudonym.items():
        last = [each for each in school.measured if each.learner_id == learner][-LAST:]
        right = sum(each.score == 1 for each in last)
        if len(last) == LAST and right <= FEW:
            yield name, right, max(each.at for each in last)


def mistakes_by_hand(school):
    by_name = defaultdict(list)
    for each in school.measured:
        for name in each.misconceptions:
            by_name[name].append(each)
    for name, answers in by_name.items():
        learners = {each.learner_id for each in answers}
        lately = {each.learner_id for each in answers if each.at >= SINCE}
        yield name, len(learners), len(lately), len(answers)


@few
@given(CLASSES)
def test_the_first_glance_is_what_one_counts_by_hand(journal, told):
    school = made(journal, told)
    glance = journal.glance(*school.asked, SINCE)
    mine = {each: [a for a in school.own if a.learner_id == each] for each in school.learners}
    assert set(glance.learners) == {
        Activity(school.pseudonym[each], len(given), 0, max((a.at for a in given), default=None))
        for each, given in mine.items()
    }
    assert {(s.pseudonym, s.right, s.last) for s in glance.stuck} == set(stuck_by_hand(school))
    found = {(m.id, m.learners, m.lately, m.times) for m in glance.mistakes}
    assert found == set(mistakes_by_hand(school))
    for mistake in glance.mistakes:
        most = Counter()
        for place, _learner in {
            (ItemPlace(a.quiz_id, a.item_id), a.learner_id)
            for a in school.measured
            if mistake.id in a.misconceptions
        }:
            most[place] += 1
        assert most[mistake.place] == max(most.values())


def firsts_by_hand(school):
    first = {}
    for each in school.measured:
        place = (each.learner_id, each.quiz_id, each.item_id, each.key_version)
        first.setdefault(place, each)
    return list(first.values())


@few
@given(CLASSES)
def test_first_tries_are_what_one_counts_by_hand(journal, told):
    school = made(journal, told)
    firsts = firsts_by_hand(school)
    places = {ItemPlace(each.quiz_id, each.item_id) for each in firsts}
    found = journal.first_tries(*school.asked, dict.fromkeys(places, "today"))
    assert [each.place for each in found] == sorted(places)
    for tries in found:
        here = [each for each in firsts if (each.quiz_id, each.item_id) == tries.place]
        now = [each for each in here if each.key_version == "today"]
        assert (tries.tries, tries.older) == (len(now), len(here) - len(now))
        assert tries.right == sum(each.score == 1 for each in now)
        assert tries.chosen == Counter(o for each in now for o in each.response.picked)
        assert tries.mistakes == Counter(m for each in now for m in each.misconceptions)


@few
@given(CLASSES)
def test_attempts_are_summed_up_as_one_does_by_hand(journal, told):
    school = made(journal, told)
    counted = [each for each in school.own if MODES[each.mode].counted]
    found = journal.taken(*school.asked)
    assert sorted((t.pseudonym, t.quiz_id, t.mode, t.last) for t in found) == sorted(
        (school.pseudonym[a.learner_id], a.quiz_id, a.mode, a.at) for a in counted
    )
    assert float(sum(t.points for t in found)) == pytest.approx(
        float(sum(a.credit for a in counted))
    )


def test_what_was_answered_before_joining_stays_the_learners_own(journal):
    school = School(journal)
    school.answers_with(school.learners[0], at=NOON - timedelta(seconds=1))
    assert journal.glance(*school.asked, SINCE).not_begun == tuple(
        sorted(school.pseudonym.values())
    )
    assert journal.first_tries(*school.asked, {}) == ()
    assert journal.answers_at(*school.asked, ["skill-one"]) == {}
    assert journal.taken(*school.asked) == ()


def test_what_was_answered_after_the_class_ended_does_too(journal):
    school = School(journal)
    journal.end_class(school.id, later(5))
    school.answers_with(school.learners[0], at=later(5))
    school.answers_with(school.learners[1], at=later(4))
    assert [each.answers for each in journal.glance(*school.asked, SINCE).learners].count(1) == 1
    assert len(journal.first_tries(*school.asked, {})) == 1


def test_nothing_counts_after_the_last_day_even_if_the_class_is_ended_later(journal):
    school = School(journal, ends_on=NOON.date())
    school.answers_with(school.learners[0], at=later(11 * 60))  # 23:00 on the last day
    school.answers_with(school.learners[1], at=later(13 * 60))  # 01:00 on the next
    journal.end_class(school.id, later(48 * 60))
    class_id, over = school.asked
    west = journal.glance(class_id, over + timedelta(hours=8), SINCE)  # where it is over at 08:00
    assert sorted(each.answers for each in west.learners) == [0, 1, 1]
    assert sorted(each.answers for each in journal.glance(*school.asked, SINCE).learners) == [
        0,
        0,
        1,
    ]


def test_another_class_sees_nothing_of_it(journal):
    one, other = School(journal), School(journal)
    one.answers_with(one.learners[0])
    assert journal.glance(*other.asked, SINCE).answering == 0
    assert journal.first_tries(*other.asked, {}) == ()


def test_a_class_without_learners_has_done_nothing(journal):
    school = School(journal, names=())
    glance = journal.glance(*school.asked, SINCE)
    assert (glance.learners, glance.stuck, glance.mistakes) == ((), (), ())
    assert journal.going(*school.asked, "one-quiz", LONG_AGO) == ()
    assert journal.running(*school.asked, LONG_AGO) == ()


def test_who_has_three_of_the_last_ten_right_is_stuck_whatever_was_before(journal):
    school = School(journal)
    for learner, rights in zip(
        school.learners, ([1] * 9 + [0] * 7 + [1] * 3, [0] * 9), strict=False
    ):
        for right in rights:
            school.answers_with(learner, score=Decimal(right))
    (stuck,) = journal.glance(*school.asked, SINCE).stuck
    assert (stuck.pseudonym, stuck.right) == (school.pseudonym[school.learners[0]], 3)
    assert stuck.skills == ("skill-one",)


def test_who_has_read_has_begun(journal):
    school = School(journal)
    journal.read_part(school.learners[0], "a-lesson", "a-part", later(3))
    journal.read_part(school.learners[1], "a-lesson", "a-part", NOON - timedelta(days=1))
    glance = journal.glance(*school.asked, SINCE)
    begun = [each for each in glance.learners if each.begun]
    assert begun == [Activity(school.pseudonym[school.learners[0]], 0, 1, later(3))]


def test_answers_come_back_whole_by_pseudonym_for_mastery(journal):
    school = School(journal)
    school.answers_with(school.learners[0], at=later(1))
    school.answers_with(school.learners[0], at=later(2), skill="skill-two")
    name = school.pseudonym[school.learners[0]]
    assert journal.answers_at(*school.asked, ["skill-one"]) == {name: (school.answers[0],)}


@pytest.fixture
def at_work(journal):
    """A class in which ann has answered two of three, bob is done with another try, cyd waits."""
    school = School(journal)
    ann, bob, _cyd = school.learners
    for name, learner, done in (("old", bob, 1), ("of-bob", bob, 3), ("of-ann", ann, 2)):
        attempt_id = f"{name}-{school.number}"
        journal.begin(attempt(attempt_id, learner_id=learner, quiz_id="one-quiz"))
        for number in range(1, done + 1):
            told = answer(
                f"item-{number}",
                attempt_id=attempt_id,
                learner_id=learner,
                quiz_id="one-quiz",
                score=Decimal(number == 1),
                credit=Decimal(number == 1),
                at=later(number),
            )
            journal.append(told, then=number)
    return school


def test_a_running_quiz_shows_the_newest_attempt_of_each(at_work):
    ann, bob, _cyd = (at_work.pseudonym[each] for each in at_work.learners)
    going = at_work.journal.going(*at_work.asked, "one-quiz", LONG_AGO)
    assert {each.pseudonym: (len(each.answered), each.position, each.right) for each in going} == {
        ann: (2, 2, 1),
        bob: (3, 3, 1),
    }
    assert {each.pseudonym: each.last for each in going} == {ann: later(2), bob: later(3)}
    assert at_work.journal.running(*at_work.asked, LONG_AGO) == ("one-quiz",)


def test_a_quiz_that_was_begun_earlier_runs_no_more(at_work):
    assert at_work.journal.going(*at_work.asked, "one-quiz", later(1)) == ()
    assert at_work.journal.running(*at_work.asked, later(1)) == ()


def test_a_running_quiz_costs_one_query(at_work):
    asked = []
    engine = at_work.journal.database.engine
    event.listen(engine, "before_cursor_execute", lambda *given: asked.append(given[2]))
    at_work.journal.going(*at_work.asked, "one-quiz", LONG_AGO)
    assert len([each for each in asked if "answer" in each]) == 1


def test_an_attempt_knows_how_far_its_learner_went(at_work):
    found = {each.answered: each for each in at_work.journal.taken(*at_work.asked)}
    half = found[frozenset({"item-1", "item-2"})]
    assert (half.asked, half.position, half.points) == (("item-1", "item-2", "item-3"), 2, 1)


def test_marks_are_those_of_first_tries_at_what_is_right_today(at_work):
    place = ItemPlace("one-quiz", "item-1")
    told = at_work.journal.marks(*at_work.asked, ["one-quiz"], {})["one-quiz"]
    of_ann, of_bob = (
        [
            (each.item_id, each.mark)
            for each in told
            if each.attempt_id == f"of-{who}-{at_work.number}"
        ]
        for who in ("ann", "bob")
    )
    assert of_ann == [("item-1", 1.0), ("item-2", 0.0)]
    assert of_bob == [*of_ann, ("item-3", 0.0)]
    assert at_work.journal.marks(*at_work.asked, ["another-quiz"], {}) == {}
    other = at_work.journal.marks(*at_work.asked, ["one-quiz"], {place: "another key"})["one-quiz"]
    assert {each.item_id for each in other} == {"item-2", "item-3"}
