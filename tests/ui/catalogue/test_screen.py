"""The catalogue drawn in memory: filters, profiles, and addresses that lead nowhere."""

import pytest

from sizewise.benchmark.log import written
from sizewise.library.recorded_runs import run_log
from sizewise.ui import house
from tests.benchmark.builders import trial
from tests.ours import ours
from tests.ui.app import html, opened
from tests.ui.model_pages import found

OURS = ours().catalogue.profiles


def widget(kind, key):
    return next(each for each in kind if each.key == key)


def test_the_list_shows_every_model():
    app = opened("models")
    assert found(app) == f"{len(OURS)} models"
    assert all(f'href="models?model={each}"' in html(app) for each in OURS)


def test_a_search_counts_what_is_left_and_writes_the_address():
    app = opened("models")
    widget(app.text_input, "cat_search").set_value("gpt-4o").run()
    left = sum("gpt-4o" in f"{each} {OURS[each].name}".lower() for each in OURS)
    assert 1 < left < len(OURS)
    assert found(app) == f"{left} of {len(OURS)} models"
    assert app.query_params["search"] == "gpt-4o"


def test_an_address_sets_the_filters():
    app = opened("models", size="small", maker="OpenAI,Anthropic", most="0.15", sort="name")
    assert widget(app.multiselect, "cat_maker").value == ["OpenAI", "Anthropic"]
    assert widget(app.selectbox, "cat_sort").value == "name"
    assert "of" in found(app)
    assert "GPT-4o mini" in html(app)
    assert "Gemini" not in html(app)


def test_a_few_models_can_be_compared_at_once():
    app = opened("models", search="gpt-4o")
    assert "Compare these" in [button.label for button in app.button]
    assert "Compare these" not in [button.label for button in opened("models").button]


def test_clearing_the_filters_shows_all_again():
    app = opened("models", size="small")
    widget(app.button, "cat_clear").click().run()
    assert found(app) == f"{len(OURS)} models"
    assert "size" not in app.query_params


def test_filters_that_leave_nothing_say_what_to_do():
    app = opened("models", search="no such model")
    assert "Take one filter away" in app.info[0].value


@pytest.mark.parametrize(
    "address", [{"size": "huge"}, {"most": "-3"}, {"sort": "<script>"}, {"maker": "x" * 5000}]
)
def test_nonsense_in_the_address_is_told_and_filters_nothing(address):
    app = opened("models", **address)
    assert not app.exception
    assert "The address asks for" in html(app)
    assert "<script>" not in html(app)
    assert found(app) == f"{len(OURS)} models"


@pytest.mark.parametrize("model", ["gpt-4o-mini", "gpt-3.5-turbo", "gemini-4-argon", "nova-micro"])
def test_a_profile_has_all_its_parts(model):
    app = opened("models", model=model)
    assert not app.exception
    page = html(app) + "".join(header.value for header in app.header)
    for part in (
        "Best for",
        "A typical call",
        "Price, limits, life",
        "From its first day to its last",
        "What it can do",
        "Nearest models",
        "Call it in Python",
        "Check before you rely on it",
        "Where sources disagree",
        "Sources (",
    ):
        assert part in page


def test_the_profile_of_gpt_4o_mini_is_complete_to_the_last_figure():
    page = html(opened("models", model="gpt-4o-mini"))
    for figure in ("128,000", "16,384", "$0.15", "$0.075", "$0.60", "18 July 2024", "82%"):
        assert figure in page
    for figure in ("the maker’s own figure", "25,501 tokens", "14 January 2027", "GPT-6 Luna"):
        assert figure in page
    assert "500 calls and 200,000 tokens a minute" in page


def test_a_profile_leads_into_the_lab_and_the_comparison():
    app = opened("models", model="gpt-4o-mini")
    labels = [button.label for button in app.button]
    assert {"Price a prompt on it", "Compare it"} <= set(labels)


@pytest.mark.parametrize("wrong", ["gpt-4o-minni", "<script>alert(1)</script>", "$x$", "../x"])
def test_an_unknown_model_in_the_address_gets_a_sentence_and_a_way_out(wrong):
    app = opened("models", model=wrong)
    assert not app.exception
    assert app.title[0].value == "This model is not here"
    assert "See all models" in [button.label for button in app.button]


def test_a_model_with_a_misspelt_name_is_offered():
    assert 'href="models?model=gpt-4o-mini"' in html(opened("models", model="gpt-4o-minni"))


def test_a_profile_says_where_nothing_was_measured_and_leads_to_where_one_can():
    page = html(opened("models", model="gpt-4o-mini"))
    assert "Nothing was measured here: no recorded run asked this model." in page
    assert 'href="benchmark?view=run"' in page


def test_a_profile_leads_to_the_runs_that_asked_its_model(monkeypatch):
    asked = run_log(written([trial(answered_by="gpt-4o-mini")]))
    monkeypatch.setattr(house, "recorded_runs", lambda: {"a-run": asked})
    page = html(opened("models", model="gpt-4o-mini"))
    assert 'href="benchmark?view=results&amp;run=a-run"' in page
    assert "Nothing was measured here" not in page
