"""The lab's address: what it may ask for, and what happens to nonsense."""

from hypothesis import given
from hypothesis import strategies as st

from sizewise.ui.address import FIRST_DAY, LAST_DAY
from sizewise.ui.lab.inputs import MOST_CALLS, MOST_OUTPUT, Inputs, read, written

MODELS = ("gpt-4o-mini", "gpt-4o", "gpt-5", "gpt-5-mini", "gpt-5-nano", "other", "a1", "b2", "c3")


def reading(start=None, **address):
    return read(lambda name: address.get(name, ""), MODELS, start or Inputs())


def test_an_empty_address_keeps_what_was_there():
    was = Inputs(model="gpt-5", calls=7)
    assert reading(was).inputs == was
    assert reading(was).notices == ()


def test_an_address_sets_every_input():
    asked = reading(
        model="gpt-5", out="200", calls="9", cached="40", batch="yes", compare="gpt-4o,other"
    )
    assert asked.inputs == Inputs("gpt-5", 200, 9, 40, True, ("gpt-4o", "other"))
    assert asked.notices == ()


@given(
    st.builds(
        Inputs,
        model=st.sampled_from(MODELS),
        output=st.integers(0, MOST_OUTPUT),
        calls=st.integers(1, MOST_CALLS),
        cached=st.integers(0, 100),
        batch=st.booleans(),
        compared=st.lists(st.sampled_from(MODELS), max_size=8, unique=True).map(tuple),
        on=st.none() | st.dates(FIRST_DAY, LAST_DAY),
    )
)
def test_what_is_written_is_read_back(inputs):
    assert reading(**written(inputs)) == (reading(inputs))


@given(st.dictionaries(st.sampled_from(sorted(written(Inputs()))), st.text(max_size=30)))
def test_no_address_leads_to_an_impossible_state(address):
    inputs = reading(**address).inputs
    assert inputs.model in MODELS
    assert 1 <= inputs.calls <= MOST_CALLS
    assert 0 <= inputs.output <= MOST_OUTPUT
    assert 0 <= inputs.cached <= 100
    assert set(inputs.compared) <= set(MODELS)
    assert len(inputs.compared) <= 5


def test_each_wrong_value_gets_its_own_notice():
    asked = reading(model="nope", calls="-5", cached="101", batch="maybe", out="1e3")
    assert asked.inputs == Inputs()
    assert len(asked.notices) == 5


def test_a_notice_names_the_way_out():
    [notice] = reading(calls="0").notices
    assert "whole number from 1 to 1,000,000,000" in notice


def test_a_long_wrong_value_is_cut_in_its_notice():
    [notice] = reading(model="x" * 5000).notices
    assert len(notice) < 120


def test_more_than_eight_models_are_refused():
    [notice] = reading(compare=",".join(MODELS)).notices
    assert "at most 8" in notice


def test_the_prompt_never_stands_in_the_address():
    assert set(written(Inputs())) == {"model", "out", "calls", "cached", "batch", "compare", "on"}


def test_a_catalogue_without_the_usual_models_still_has_a_start():
    assert read(lambda _: "", ("other",), Inputs()).inputs == Inputs(model="other", compared=())
