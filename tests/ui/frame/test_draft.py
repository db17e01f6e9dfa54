"""What a page keeps: who wins of address, tab and start, and what goes to the address."""

from contextlib import suppress
from decimal import Decimal

import pytest
import streamlit
from hypothesis import given
from hypothesis import strategies as st

from sizewise.ui import session
from sizewise.ui.frame.address import Parameter, amount, one_of, read, some_of, starts, text, whole
from sizewise.ui.frame.draft import Draft, steps

MODELS = ("small", "large", "open")
MISSING = "there is no such model."


def parameters(models):
    return {
        "model": Parameter("the model", one_of(models, MISSING), "small"),
        "calls": Parameter("calls of", whole(1, 99), 50),
        "budget": Parameter("a budget of", amount(0, 9, places=2), Decimal(1)),
        "compare": Parameter("models", some_of(models, MISSING, 3, "at most 3."), ("small",)),
        "search": Parameter("a search for", text(5), ""),
    }


PARAMETERS = parameters(MODELS)
START = starts(PARAMETERS)


def draft(models=MODELS, **more):
    return Draft("d", parameters(models), **more)


ADDRESSES = st.dictionaries(
    st.sampled_from(sorted(START)), st.text(max_size=8) | st.sampled_from((*MODELS, "7", "none"))
)
"""Whatever may stand in an address, often something that can be."""


def begun_tab(**address):
    """A tab whose first page, with this address, has been drawn."""
    streamlit.session_state.clear()
    streamlit.query_params.from_dict(address)
    session.arrive("first")
    session.untold()


def visited(whole=False, **address):
    """Another visit, with an address that a button, or with `whole` that the browser brought."""
    streamlit.query_params.from_dict(address)
    session.visit(whole=whole)
    asked = draft()
    asked.begin()
    return asked


def address():
    return streamlit.query_params.to_dict()


@pytest.fixture(autouse=True)
def tab():
    begun_tab()
    yield
    streamlit.session_state.clear()


def test_a_value_that_nobody_asked_for_starts_where_it_starts():
    assert visited().values() == START


def test_the_address_wins_over_the_tab_and_the_tab_over_the_start():
    visited(model="open", calls="7")
    assert visited(model="large").values() == {**START, "model": "large", "calls": 7}


def test_an_address_that_the_browser_brought_says_everything():
    visited(model="open", calls="7")
    assert visited(whole=True, model="large").values() == {**START, "model": "large"}


def test_a_draft_that_does_not_remember_starts_anew_on_every_visit():
    visited(calls="7")
    forgetful = draft(remembers=False)
    session.visit()
    streamlit.query_params.from_dict({})
    assert forgetful.begin() == START


def test_within_a_visit_the_fields_lead_whatever_an_older_address_says():
    asked = visited(calls="7")
    asked.keep(calls=8)
    streamlit.query_params.from_dict({"calls": "7"})  # the browser had not heard of 8 yet
    assert asked.begin()["calls"] == 8
    assert address() == {"calls": "8"}


def test_a_widget_begins_with_the_value_and_its_change_is_kept():
    asked = visited(budget="2.50")
    tied = asked.widget("budget")
    assert session.get(tied["key"]) == 2.5
    session.put(tied["key"], 3.1)
    tied["on_change"]()
    assert asked.value("budget") == Decimal("3.10")
    assert address() == {"budget": "3.1"}


def test_a_choice_that_must_be_made_and_comes_empty_is_at_its_start():
    """A browser never sends that; whoever speaks to the server by hand can."""
    asked = visited(model="open")
    tied = asked.widget("model")
    session.put(tied["key"], None)
    tied["on_change"]()
    assert asked.value("model") == "small"


def test_another_visit_gives_the_widgets_their_values_anew():
    asked = visited(calls="7")
    key = asked.widget("calls")["key"]
    assert session.get(visited(whole=True, calls="9").widget("calls")["key"]) == 9
    assert key == asked.key("calls")


def test_a_widget_of_its_own_deed_is_not_kept_but_can_be_read():
    asked, done = visited(), []
    tied = asked.widget("calls", lambda: done.append(asked.held("calls")))
    session.put(tied["key"], 3)
    tied["on_change"]()
    assert (done, asked.value("calls")) == ([3], 50)


def test_what_stands_where_it_starts_is_left_out_of_the_address():
    asked = visited(model="open", calls="7")
    asked.give(model="small")
    assert address() == {"calls": "7"}
    assert asked.address() == {"calls": "7"}


def test_what_others_wrote_into_the_address_stays_there():
    visited(lesson="x", calls="many").keep(model="large")
    assert address() == {"lesson": "x", "model": "large"}


def test_values_go_along_to_another_view_that_shares_their_name():
    visited(calls="7", model="open")
    session.turn_to(view="other")
    assert Draft("d", {"model": PARAMETERS["model"]}).begin() == {"model": "open"}
    assert address() == {"view": "other", "model": "open"}


def test_a_forgotten_draft_begins_the_next_visit_anew():
    visited(calls="7").forget()
    assert visited().values() == START


def test_a_remembered_value_that_is_gone_from_the_content_starts_anew():
    visited(model="open", compare="open,large")
    assert draft(models=("small", "large")).values() == START


def told():
    return session.get("draft_d_told", ())


def test_nonsense_is_told_until_something_changes():
    asked = visited(calls="0")
    assert [each.startswith("The address asks for calls of") for each in told()] == [True]
    asked.keep(model="large")
    assert told()  # nobody has seen it yet
    asked.draw_notices()
    asked.keep(model="open")
    assert told() == ()


def test_what_is_typed_or_slid_is_no_step_and_what_is_chosen_is_one():
    visited()
    assert steps() == {
        "model": "change",
        "calls": "never",
        "budget": "never",
        "compare": "change",
        "search": "never",
    }
    session.visit()
    assert steps() == {}


def test_the_first_draw_of_a_tab_tells_the_browser_no_address_of_its_own():
    streamlit.session_state.clear()
    streamlit.query_params.from_dict({"calls": "7", "model": "nope"})
    session.arrive("first")
    asked = draft()
    asked.begin()
    asked.keep(model="large")
    assert address() == {"calls": "7", "model": "nope"}
    assert session.query("model") == "large"
    assert session.untold() == "calls=7&model=large"
    assert session.untold() == ""


def test_the_browser_is_told_all_of_the_address_that_its_first_draw_completed():
    streamlit.session_state.clear()
    streamlit.query_params.from_dict({"calls": "7"})
    session.arrive("first")
    draft().begin()
    session.set_query(view="plan")
    session.untold()
    asked = draft()
    asked.keep(calls=8)
    assert address() == {"view": "plan", "calls": "8"}


class Ended(Exception):
    """Streamlit has ended the run of a page, to begin another."""


def ends_at(monkeypatch, number, run):
    """Run something that Streamlit ends when the tab's memory is asked for the so-manieth time."""
    left = iter(range(number))

    def ending(asked):
        def ask(*given):
            if next(left, None) is None:
                raise Ended
            return asked(*given)

        return ask

    with monkeypatch.context() as during, suppress(Ended):
        for each in ("get", "put", "drop"):
            during.setattr(session, each, ending(getattr(session, each)))
        run()


@pytest.mark.parametrize("number", range(8))
def test_a_visit_whose_first_run_was_ended_is_still_one(tab, monkeypatch, number):
    begun_tab(calls="9")
    before = session.get(session.VISIT)
    ends_at(monkeypatch, number, lambda: session.arrive("second"))
    session.arrive("second")
    assert session.get(session.VISIT) > before


@pytest.mark.parametrize("number", range(4))
def test_an_address_is_told_though_the_run_was_ended_that_completed_it(tab, monkeypatch, number):
    streamlit.session_state.clear()
    session.arrive("first")
    session.set_query(calls="7")
    told = []
    ends_at(monkeypatch, number, lambda: told.append(session.untold()))
    assert [*told, session.untold()][0] == "calls=7"


def test_a_first_draw_that_was_left_for_another_page_leaves_nothing_there():
    streamlit.session_state.clear()
    session.arrive("first")
    session.set_query(calls="7")
    session.arrive("second")
    assert session.query("calls") == ""


@given(ADDRESSES, ADDRESSES, st.booleans())
def test_the_first_of_address_tab_and_start_that_can_be_wins(tab, asked, whole):
    begun_tab()
    remembered = visited(**tab).values()
    below = START if whole else remembered
    can_be = read(lambda name: asked.get(name, ""), PARAMETERS, below).values
    values = visited(whole=whole, **asked).values()
    assert values == can_be
    assert values["model"] in MODELS
    assert 1 <= values["calls"] <= 99
    assert 0 <= values["budget"] <= 9
    assert set(values["compare"]) <= set(MODELS)
    assert len(values["search"]) <= 5


@given(ADDRESSES)
def test_the_address_that_is_kept_brings_the_same_values_to_everybody(asked):
    begun_tab()
    values = visited(**asked).values()
    kept = address()
    begun_tab()
    assert visited(whole=True, **kept).values() == values
