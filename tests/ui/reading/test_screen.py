"""Reading settings: what can be chosen, what is kept, and what it does to a page."""

import re
import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as some
from streamlit.testing.v1 import AppTest

from sizewise.record import identity
from sizewise.ui import house
from sizewise.ui.frame.comfort.settings import SETTINGS, USUAL, understood
from sizewise.ui.frame.comfort.style import comfort_html, sheet
from tests.ui.app import SHELL, opened
from tests.ui.test_pages import ROOT

CHOICES = [(each.name, choice) for each in SETTINGS for choice in each.choices]


def learner(journal):
    return identity.machine_learner(journal, house.now())


def picked(app, name, value):
    """The page after a learner has picked a value."""
    group = next(each for each in app.segmented_control if each.key == f"wish-{name}")
    return group.set_value(value).run()


def styles(app):
    bodies = [each.proto.body for each in app.get("html")]
    return next(body for body in bodies if "--comfort:on" in body)


@given(some.dictionaries(some.text(max_size=12), some.text(max_size=12)))
def test_whatever_is_stored_every_setting_has_a_value_that_can_be_chosen(stored):
    values = understood(stored)
    assert list(values) == [setting.name for setting in SETTINGS]
    assert all((name, values[name]) in {(n, c.value) for n, c in CHOICES} for name in values)


def test_an_unknown_value_falls_back_to_the_usual_one():
    stored = {"text-size": "gigantic", "column": "wide", "smell": "roses"}
    assert understood(stored) == {**USUAL, "column": "wide"}


@pytest.mark.parametrize(("name", "choice"), CHOICES)
def test_a_choice_changes_the_page_unless_it_is_the_usual_one(name, choice):
    written = comfort_html({name: choice.value})
    assert (f"--comfort-{name}:" in written) == (choice.value != USUAL[name])
    # The learner's record holds at most 64 characters for a value and 32 for a name.
    assert len(choice.value) <= 64
    assert len(name) <= 32


def test_the_font_for_dyslexia_is_fetched_only_by_those_who_chose_it():
    assert "woff2" not in comfort_html(USUAL)
    assert "opendyslexic-latin-400" in comfort_html({"font": "opendyslexic"})


def paler(colour, share):
    """A colour after `saturate(share)`, by the matrix of the CSS Filter Effects module."""
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    grey = 0.213 * red + 0.715 * green + 0.072 * blue
    return [min(1, max(0, grey + share * (each - grey))) for each in (red, green, blue)]


def contrast(one, other):
    """The contrast ratio of WCAG 2.2."""
    linear = [
        [v / 12.92 if v <= 0.04045 else ((v + 0.055) / 1.055) ** 2.4 for v in colour]
        for colour in (one, other)
    ]
    dim, bright = sorted(0.2126 * r + 0.7152 * g + 0.0722 * b for r, g, b in linear)
    return (bright + 0.05) / (dim + 0.05)


@pytest.mark.parametrize("mode", ["light", "dark"])
@pytest.mark.parametrize("name", ["green", "red", "yellow", "blue", "orange", "violet", "gray"])
def test_calm_colours_stay_readable(mode, name):
    """At least 4.5 : 1, as WCAG asks for words of usual size."""
    share = float(re.search(r"saturate\(([.\d]+)\)", sheet("colours")).group(1))
    theme = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text("utf-8"))["theme"][mode]
    ground = paler(theme[f"{name}BackgroundColor"], share)
    for words in (theme[f"{name}TextColor"], theme["textColor"]):
        assert contrast(paler(words, share), ground) >= 4.5


def test_a_choice_shows_at_once_and_is_kept(journal):
    app = picked(opened("reading"), "text-size", "larger")
    assert "--comfort-text-size:1.3;" in styles(app)
    assert journal.settings(learner(journal)) == {"text-size": "larger"}


def test_a_choice_holds_on_the_other_pages_and_in_a_new_tab(journal):
    journal.change_setting(learner(journal), "colours", "calm", house.now())
    for page in ("lesson", "lab"):
        assert "--comfort-colours:calm;" in styles(opened(page))


def test_back_to_the_usual_undoes_every_choice(journal):
    app = picked(picked(opened("reading"), "font", "opendyslexic"), "motion", "off")
    app = app.button(key="usual").click().run()
    assert "--comfort-font" not in styles(app)
    assert understood(journal.settings(learner(journal))) == USUAL
    assert app.button(key="usual").disabled


def test_without_a_record_a_choice_holds_in_the_tab_and_the_page_says_so(tmp_path, monkeypatch):
    (tmp_path / "a-file").write_text("not a folder")
    monkeypatch.setenv("SIZEWISE_DATABASE_URL", f"sqlite:///{tmp_path / 'a-file' / 'record.db'}")
    app = picked(opened("reading"), "column", "narrow")
    assert "--comfort-column:33rem;" in styles(app)
    assert house.CANNOT_KEEP in app.warning[0].value
    assert "as long as this tab is open" in app.caption[-1].value


def test_the_record_is_asked_for_settings_once_a_tab(journal):
    app = AppTest.from_file(SHELL, default_timeout=30).run()
    journal.change_setting(learner(journal), "column", "wide", house.now())
    assert "--comfort-column" not in styles(app.run())
    assert "--comfort-column:60rem;" in styles(opened("lesson"))


def test_the_lesson_page_leads_to_the_settings():
    labels = [button.label for button in opened("lesson").button]
    assert "Reading settings" in labels
