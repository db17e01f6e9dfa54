"""The lab's address: what it may ask for, and what happens to nonsense."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from sizewise.ui.frame import address
from sizewise.ui.frame.address import FIRST_DAY, LAST_DAY, starts
from sizewise.ui.lab.inputs import MOST_CALLS, MOST_OUTPUT, Inputs, inputs_of, parameters

MODELS = ("gpt-4o-mini", "gpt-4o", "gpt-5", "gpt-5-mini", "gpt-5-nano", "other", "a1", "b2", "c3")
START = Inputs("gpt-4o-mini", compared=("gpt-4o-mini", "gpt-4o"))
PARAMETERS = parameters(MODELS, date(2026, 11, 22), START.model, START.compared)


def reading(**asked):
    found = address.read(lambda name: asked.get(name, ""), PARAMETERS, starts(PARAMETERS))
    return inputs_of(found.values), found.notices


def test_an_empty_address_asks_for_our_example():
    assert reading() == (START, ())


def test_an_address_sets_every_input():
    assert reading(
        model="gpt-5", out="200", calls="9", cached="40", batch="yes", compare="gpt-4o,other"
    ) == (Inputs("gpt-5", 200, 9, 40, True, ("gpt-4o", "other")), ())


@given(
    st.fixed_dictionaries(
        {
            "model": st.sampled_from(MODELS),
            "out": st.integers(0, MOST_OUTPUT),
            "calls": st.integers(1, MOST_CALLS),
            "cached": st.integers(0, 100),
            "batch": st.booleans(),
            "compare": st.lists(st.sampled_from(MODELS), max_size=8, unique=True).map(tuple),
            "on": st.none() | st.dates(FIRST_DAY, LAST_DAY),
        }
    )
)
def test_what_is_written_is_read_back(values):
    assert reading(**address.written(PARAMETERS, values)) == (inputs_of(values), ())


@given(st.dictionaries(st.sampled_from(sorted(PARAMETERS)), st.text(max_size=30)))
def test_no_address_leads_to_an_impossible_state(asked):
    inputs, _ = reading(**asked)
    assert inputs.model in MODELS
    assert 1 <= inputs.calls <= MOST_CALLS
    assert 0 <= inputs.output <= MOST_OUTPUT
    assert 0 <= inputs.cached <= 100
    assert set(inputs.compared) <= set(MODELS)
    assert len(inputs.compared) <= 5


def test_each_wrong_value_gets_its_own_notice():
    inputs, notices = reading(model="nope", calls="-5", cached="101", batch="maybe", out="1e3")
    assert inputs == START
    assert len(notices) == 5


def test_a_notice_names_the_way_out():
    _, [notice] = reading(calls="0")
    assert "whole number from 1 to 1,000,000,000" in notice


def test_a_long_wrong_value_is_cut_in_its_notice():
    _, [notice] = reading(model="x" * 5000)
    assert len(notice) < 120


def test_more_than_eight_models_are_refused():
    _, [notice] = reading(compare=",".join(MODELS))
    assert "at most 8" in notice


def test_the_prompt_never_stands_in_the_address():
    assert set(PARAMETERS) == {"model", "out", "calls", "cached", "batch", "compare", "on"}


def test_a_catalogue_without_the_usual_models_still_has_a_start():
    start = starts(parameters(("other",), date(2026, 11, 22)))
    assert inputs_of(start) == Inputs(model="other", compared=())
