"""Progress that is brought as a file joins what is here, in whatever order and however often."""

from decimal import Decimal
from itertools import count

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sizewise.learn.quiz.response import Response
from sizewise.record.export import exported, read_export
from sizewise.record.merge import Added, add_export
from tests.record.builders import NOON, answer, attempt, later, opened
from tests.record.test_class_report import School
from tests.record.test_own import fill, rows

NOTHING = Added(0, 0, 0, 0, 0, 0)
NUMBERS = count()


def bring(journal, learner, of, source=None):
    """What is new of the file of another learner, or of another record's."""
    raw = exported(source or journal, of, later(60)).encode()
    return add_export(journal, learner, read_export(raw, later(60)))


def begin(journal, learner, *items):
    journal.begin(attempt(f"of-{learner}", learner_id=learner))
    give(journal, f"of-{learner}", learner, *items)


def give(journal, attempt_id, learner, *items, picked="a"):
    """Answer items, and go on to the next one each time."""
    for item in items:
        response = Response(picked=(picked,))
        told = answer(item, attempt_id=attempt_id, learner_id=learner, response=response)
        journal.append(told, then=int(item[-1]))


def given_by(journal, learner):
    """What a learner answered, by item, whatever the attempts are called."""
    return {(each.item_id, each.response.picked) for each in journal.answers_of(learner)}


def test_it_says_what_is_new_kind_by_kind(journal):
    fill(journal)
    assert bring(journal, "bob", "ann") == Added(1, 2, 1, 1, 1, 2)


def test_a_file_that_is_brought_twice_adds_nothing_more(journal):
    fill(journal)
    bring(journal, "bob", "ann")
    before = rows(journal)
    assert bring(journal, "bob", "ann") == NOTHING
    assert rows(journal) == before


def test_ones_own_file_changes_nothing(journal):
    fill(journal)
    before = rows(journal)
    assert bring(journal, "ann", "ann") == NOTHING
    assert rows(journal) == before


def test_what_was_there_stays(journal):
    fill(journal)
    fill(journal, "bob", "attempt-2")
    journal.change_setting("bob", "size", "small", later(9))
    before = journal.everything("bob")
    bring(journal, "bob", "ann")
    after = journal.everything("bob")
    assert all(row in after[name] for name, each in before.items() for row in each)
    assert journal.settings("bob") == {"size": "small"}


def test_a_file_of_parts_that_were_read_says_how_many(journal):
    journal.read_part("ann", "a-lesson", "one", NOON)
    journal.read_part("ann", "a-lesson", "two", NOON)
    journal.read_part("bob", "a-lesson", "two", NOON)
    assert bring(journal, "bob", "ann") == Added(0, 0, 1, 0, 0, 0)


def test_a_setting_that_was_changed_twice_is_one(journal):
    for size in ("large", "small"):
        journal.change_setting("ann", "size", size, NOON)
    assert bring(journal, "bob", "ann").settings == 1
    assert journal.settings("bob") == {"size": "small"}


# An attempt that goes on


def test_a_later_file_brings_what_was_answered_since(journal):
    begin(journal, "ann", "item-1")
    assert bring(journal, "bob", "ann") == Added(1, 1, 0, 0, 0, 1)
    give(journal, "of-ann", "ann", "item-2", "item-3")
    assert bring(journal, "bob", "ann") == Added(0, 2, 0, 0, 0, 2)
    (brought,) = journal.attempts("bob")
    assert [each.item_id for each in journal.answers(brought.id)] == ["item-1", "item-2", "item-3"]
    assert journal.standing(brought.id).position == 3


def test_progress_that_comes_back_is_not_doubled(journal, tmp_path):
    begin(journal, "ann", "item-1")
    with opened(tmp_path / "other") as other:
        bring(other, "new", "ann", journal)
        assert bring(journal, "ann", "new", other) == NOTHING
        (copy,) = other.attempts("new")
        give(other, copy.id, "new", "item-2")
        assert bring(journal, "ann", "new", other) == Added(0, 1, 0, 0, 0, 1)
    assert [each.id for each in journal.attempts("ann")] == ["of-ann"]
    assert journal.standing("of-ann").position == 2


def test_where_both_sides_went_on_the_answer_that_is_here_stays(journal):
    begin(journal, "ann", "item-1")
    bring(journal, "bob", "ann")
    (copy,) = journal.attempts("bob")
    give(journal, "of-ann", "ann", "item-2", picked="b")
    give(journal, copy.id, "bob", "item-2", "item-3", picked="c")
    assert bring(journal, "ann", "bob").answers == 1
    assert bring(journal, "bob", "ann").answers == 0
    assert given_by(journal, "ann") == {("item-1", ("a",)), ("item-2", ("b",)), ("item-3", ("c",))}
    assert given_by(journal, "bob") == {("item-1", ("a",)), ("item-2", ("c",)), ("item-3", ("c",))}


def test_an_attempt_that_a_file_holds_twice_is_one(journal):
    """As after files that an older program doubled."""
    begin(journal, "ann", "item-1", "item-2")
    journal.begin(attempt("imported-of-ann", learner_id="ann"))
    give(journal, "imported-of-ann", "ann", "item-1")
    assert bring(journal, "bob", "ann") == Added(1, 2, 0, 0, 0, 2)
    before = rows(journal)
    assert bring(journal, "ann", "ann") == NOTHING
    assert bring(journal, "ann", "bob") == NOTHING
    assert rows(journal) == before


def test_two_attempts_that_differ_in_one_thing_stay_two(journal):
    begin(journal, "ann", "item-1")
    for name, other in {"seed": "other", "started_at": later(1), "quiz_id": "b-quiz"}.items():
        journal.begin(attempt(f"other-{name}", **{name: other}))
    assert bring(journal, "bob", "ann").quizzes == 4


def test_a_file_cannot_finish_an_attempt_that_was_answered_here_alone(journal):
    begin(journal, "ann", "item-1")
    journal.begin(attempt("of-bob", learner_id="bob"))
    journal.move_on("of-bob", 3, later(1))
    assert bring(journal, "ann", "bob") == NOTHING
    assert journal.standing("of-ann").position == 1


def test_who_brings_answers_is_known_by_them(journal):
    begin(journal, "ann", "item-1")
    begin(journal, "bob", "item-1", "item-2")
    assert journal.brought("ann") == frozenset()
    bring(journal, "ann", "bob")
    assert journal.brought("ann") == {"of-ann"}
    bring(journal, "cleo", "bob")
    assert journal.brought("cleo") == {each.id for each in journal.attempts("cleo")}


def test_answers_that_a_file_brought_into_an_attempt_here_do_not_count(journal):
    """What was answered here before counts on, and the attempt is not finished by the file."""
    school = School(journal, ("ann",))
    (ann,) = school.learners
    for name, learner, items in (("here", ann, (1, 2)), ("there", "new", (1, 2, 3))):
        journal.begin(attempt(name, learner_id=learner))
        for item in items:
            told = answer(f"item-{item}", attempt_id=name, learner_id=learner, score=Decimal(1))
            journal.append(told, then=item)
    before = journal.taken(*school.asked)
    raw = exported(journal, "new", later(1)).encode()
    assert add_export(journal, ann, read_export(raw, later(1))).answers == 1
    assert len(journal.answers("here")) == 3
    [taken] = journal.taken(*school.asked)
    assert taken == before[0]._replace(position=0)
    assert (taken.answered, taken.right) == ({"item-1", "item-2"}, 2)
    assert not taken.finished(None)
    assert sum(each.tries for each in journal.first_tries(*school.asked, {})) == 2
    assert journal.running(*school.asked, NOON) == ("a-quiz",)


ITEMS = st.sets(st.sampled_from(["item-1", "item-2", "item-3"]))


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(here=ITEMS, one=ITEMS, other=ITEMS)
def test_files_of_one_attempt_may_come_in_any_order(journal, here, one, other):
    tag = next(NUMBERS)
    names = [f"{who}-{tag}" for who in ("one", "other", "first", "second")]
    for name, items in zip(names, (one, other, here, here), strict=True):
        begin(journal, name, *sorted(items))
    a, b, first, second = names
    for learner, files in ((first, (a, b)), (second, (b, a))):
        told = [bring(journal, learner, each).answers for each in files]
        assert sum(told) == len((one | other) - here)
        assert [bring(journal, learner, each) for each in files] == [NOTHING, NOTHING]
    assert given_by(journal, first) == given_by(journal, second)
    assert {item for item, _ in given_by(journal, first)} == here | one | other
