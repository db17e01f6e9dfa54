"""The field in which a number is typed."""

import pytest

from sizewise.ui.question.kinds import numeric
from tests.learn import builders


@pytest.mark.parametrize(
    ("format", "unit", "name"),
    [
        ("percent", None, "Your answer, percent"),
        ("usd", None, "Your answer, dollars"),
        ("times", None, "Your answer, times"),
        ("number", None, "Your answer"),
        ("number", "tokens a day", "Your answer, tokens a day"),
    ],
)
def test_the_field_for_a_number_says_in_what_it_is_asked_for(monkeypatch, format, unit, name):
    names = []
    monkeypatch.setattr(numeric.st, "text_input", lambda name, **_: names.append(name))
    numeric.ask("attempt", builders.shown(builders.numeric("1/3", format=format, unit=unit)))
    assert names == [name]
