"""What stands in place of a page that failed."""

import importlib
import pkgutil

import pytest
from streamlit.testing.v1 import AppTest

import sizewise
from sizewise.ground.plain import Plain
from sizewise.sizing.tokens.tokens import TextTooLong
from sizewise.ui.frame.notice import OUR_MISTAKE

DRAWS_OR_RUNS = ("sizewise.__main__", "sizewise.ui.frame.shell", "sizewise.record.migrations.")
"""Modules that do something when they are imported."""


def page(error, *, depth=0, wrap=None):
    """A page that fails inside that many fragments, as the server runs it."""
    import streamlit as st
    from streamlit.runtime.scriptrunner import get_script_run_ctx

    from sizewise.ui.frame import notice

    get_script_run_ctx().on_script_error = notice.sorry

    def fail():
        if wrap is None:
            raise error
        raise wrap from error

    def within(fragments):
        if fragments:
            st.fragment(within)(fragments - 1)
        else:
            fail()

    st.title("A page")
    within(depth)


def notices(**told):
    app = AppTest.from_function(page, kwargs=told).run()
    assert not app.exception
    return [each.value for each in app.error]


def plain():
    """Every exception of ours that is for the learner."""
    for module in pkgutil.walk_packages(sizewise.__path__, "sizewise."):
        if not module.name.startswith(
            ("sizewise.__main__", "sizewise.ui.frame.shell", "sizewise.record.")
        ):
            importlib.import_module(module.name)
    return sorted(Plain.__subclasses__(), key=lambda each: each.__name__)


@pytest.mark.parametrize("depth", [0, 1, 3])
def test_an_exception_for_the_learner_says_its_sentence_once_through_any_fragments(depth):
    """All in one: to find them everything is imported, which only this test needs."""
    kinds = plain()
    assert TextTooLong in kinds
    errors = {kind: kind.__new__(kind, "this cannot be read: write less") for kind in kinds}
    told = {kind: notices(error=error, depth=depth) for kind, error in errors.items()}
    assert told == {kind: ["This cannot be read: write less."] for kind in kinds}


@pytest.mark.parametrize("depth", [0, 2])
def test_an_exception_for_the_learner_is_found_behind_another(depth):
    told = notices(error=TextTooLong(200_001), wrap=RuntimeError("a wrapper"), depth=depth)
    assert told == [str(TextTooLong(200_001))]


@pytest.mark.parametrize("depth", [0, 2])
def test_any_other_exception_keeps_its_words_to_itself(depth):
    assert notices(error=OSError("/home/ann/secret"), depth=depth) == [OUR_MISTAKE]


def test_dollars_in_a_sentence_make_no_formula():
    error = Plain("between $1 and $2")
    assert notices(error=error) == [r"Between \$1 and \$2."]
