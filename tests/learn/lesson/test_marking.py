from hypothesis import given
from hypothesis import strategies as st

from sizewise.learn.lesson.marking import marking

lines = st.sets(st.integers(1, 20))


def test_each_line_is_found_missed_or_a_false_alarm():
    done = marking({9, 4, 5}, {4, 9, 16})
    assert (done.found, done.missed, done.false_alarms) == ((4, 9), (16,), (5,))


def test_all_leaks_and_nothing_else_is_perfect():
    assert marking({4, 9}, {4, 9}).perfect


def test_marking_every_line_is_not_perfect():
    assert not marking(range(1, 17), {4, 9}).perfect


@given(lines, lines)
def test_no_line_is_lost_and_none_counted_twice(marked, right):
    done = marking(marked, right)
    told = [*done.found, *done.missed, *done.false_alarms]
    assert sorted(told) == sorted(marked | right)


@given(lines, lines)
def test_it_is_perfect_only_when_the_marks_are_the_leaks(marked, right):
    assert marking(marked, right).perfect == (marked == right)
