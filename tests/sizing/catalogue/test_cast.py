from datetime import date, timedelta

import pytest
from pydantic import ValidationError

from sizewise.sizing.catalogue.cast import Cast, Reign, Role
from sizewise.sizing.catalogue.catalog import Catalogue, ModelUnknown
from sizewise.sizing.catalogue.lifecycle import Lifecycle
from tests.sizing.models import DAY, profile

CHANGE = date(2027, 1, 14)
EVE = CHANGE - timedelta(days=1)


def role(*held, name="small"):
    return Role(id=name, meaning="A small model.", held=held)


def ending(model, shutdown, heir=None):
    life = Lifecycle(
        released=date(2024, 7, 18), shutdown=shutdown, replacement=heir, checked_on=DAY
    )
    return profile(model, lifecycle=life)


def played(*profiles, line):
    models = {each.id: each for each in profiles}
    return Catalogue(profiles=models, cast=Cast(roles=(role(*line),)))


LINE = (Reign(model="old", until=CHANGE), Reign(model="new"))


@pytest.mark.parametrize(
    ("day", "holder"), [(EVE, "old"), (CHANGE, "new"), (date(2031, 1, 1), "new")]
)
def test_a_role_is_held_by_the_next_from_the_day_on_which_the_first_ends(day, holder):
    shelf = played(profile("old"), profile("new"), line=LINE)
    assert shelf.on(day).model("small").id == holder


def test_a_holder_that_ends_earlier_than_the_cast_says_is_followed_at_once():
    shelf = played(ending("old", EVE), profile("new"), line=LINE)
    assert shelf.holder("small", EVE).id == "new"


def test_when_the_whole_line_is_gone_a_successor_that_answers_holds_the_role():
    shelf = played(ending("old", CHANGE, "heir"), profile("heir"), line=(Reign(model="old"),))
    assert shelf.holder("small", CHANGE).id == "heir"


def test_when_nobody_answers_the_last_holder_stands_there_and_says_that_it_is_retired():
    last = played(ending("old", CHANGE), line=(Reign(model="old"),)).holder("small", CHANGE)
    assert (last.id, last.file.lifecycle.status_on(CHANGE)) == ("old", "retired")


def test_without_a_day_nobody_holds_a_role():
    with pytest.raises(ModelUnknown):
        played(profile("old"), line=LINE).model("small")


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ((Reign(model="old", until=CHANGE),), "nobody holds small from 2027-01-14 on"),
        ((Reign(model="old"), Reign(model="new")), "without `until:`"),
        (
            (Reign(model="one", until=CHANGE), Reign(model="two", until=EVE), Reign(model="six")),
            "do not ascend",
        ),
    ],
)
def test_a_line_that_leaves_a_day_without_a_holder_is_refused(line, told):
    with pytest.raises(ValidationError, match=told):
        role(*line)
