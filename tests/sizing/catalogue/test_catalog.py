from datetime import date, timedelta
from decimal import Decimal

import pytest
from pydantic import ValidationError

from sizewise.sizing.catalogue.catalog import ModelUnknown
from sizewise.sizing.catalogue.lifecycle import Lifecycle, Redirect
from sizewise.sizing.catalogue.price import PriceUnknown
from tests.sizing.models import DAY, MINI, catalogue, price, profile

RELEASE = date(2024, 7, 18)
SHUTDOWN = date(2027, 1, 14)
ONE_DAY = timedelta(days=1)


@pytest.mark.parametrize(
    ("day", "status"),
    [
        (RELEASE - ONE_DAY, "announced"),
        (RELEASE, "retiring"),
        (SHUTDOWN - ONE_DAY, "retiring"),
        (SHUTDOWN, "retired"),
    ],
)
def test_a_model_with_a_shut_down_date_is_retiring_until_that_day(day, status):
    assert Lifecycle(released=RELEASE, shutdown=SHUTDOWN, checked_on=DAY).status_on(day) == status


def test_a_model_without_one_is_active():
    assert Lifecycle(released=RELEASE, checked_on=DAY).status_on(DAY) == "active"


def _redirected(**more):
    redirect = Redirect(since=date(2026, 9, 10), to="new")
    return Lifecycle(released=date(2026, 4, 24), redirect=redirect, checked_on=DAY, **more)


@pytest.mark.parametrize(
    ("day", "status"),
    [
        (date(2026, 9, 9), "active"),
        (date(2026, 9, 10), "redirected"),
        (date(2027, 1, 1), "retired"),
    ],
)
def test_a_model_is_redirected_from_the_day_another_answers_for_it(day, status):
    life = _redirected(shutdown=None if day.year == 2026 else date(2027, 1, 1))
    assert life.status_on(day) == status


def test_a_name_that_is_handed_over_on_the_shut_down_day_never_fails():
    day = date(2026, 9, 10)
    life = _redirected(shutdown=day)
    assert [life.status_on(each) for each in (day - ONE_DAY, day)] == ["retiring", "redirected"]
    with pytest.raises(ValueError, match="write one day for both"):
        _redirected(shutdown=day - ONE_DAY)


def test_what_came_out_since_could_not_be_known_on_an_earlier_day():
    life = Lifecycle(released=RELEASE, shutdown=SHUTDOWN, checked_on=DAY)
    assert life.as_known_on(DAY).shutdown == SHUTDOWN
    before = DAY - ONE_DAY
    assert (life.as_known_on(before).shutdown, life.as_known_on(before).status_on(before)) == (
        None,
        "active",
    )
    gone = Lifecycle(released=RELEASE, shutdown=before, checked_on=DAY)
    assert gone.as_known_on(before).status_on(before) == "retired"


def test_a_redirected_model_is_followed_by_the_one_that_answers_not_by_the_named_successor():
    old = profile("old", lifecycle=_redirected(replacement="named"))
    models = catalogue(old, profile("new"), profile("named"))
    assert models.in_service("old", date(2026, 9, 10)).id == "new"
    assert models.in_service("old", date(2026, 9, 9)).id == "old"


@pytest.mark.parametrize(
    ("thinking", "can", "unasked"),
    [
        ("never", False, False),
        ("off-by-default", True, False),
        ("on-by-default", True, True),
    ],
)
def test_only_a_model_with_thinking_on_by_default_thinks_unasked(thinking, can, unasked):
    file = profile("small", thinking=thinking).file
    assert (file.can_think, file.thinks_unasked) == (can, unasked)


def test_a_new_price_holds_from_its_first_day():
    changed = profile("m1", price(5, 15), price("2.5", 10, starts=date(2024, 10, 1)))
    assert changed.price_on(date(2024, 9, 30)).input == 5
    assert changed.price_on(date(2024, 10, 1)).input == Decimal("2.5")
    assert changed.price_on(DAY).input == Decimal("2.5")


def test_there_is_no_price_before_the_first_day():
    later = profile("m1", price(1, 2, starts=DAY))
    with pytest.raises(
        PriceUnknown,
        match="M1 on 20 November 2026: the first with a day holds from 21 November 2026 on",
    ):
        later.price_on(DAY - ONE_DAY)


def test_there_is_no_price_before_the_model_came():
    with pytest.raises(PriceUnknown, match="17 July 2024: it came on 18 July 2024"):
        profile("m1", price(1, 2)).price_on(RELEASE - ONE_DAY)


def test_a_model_is_found_by_its_id():
    assert catalogue(profile("gpt-4o-mini", MINI)).model("gpt-4o-mini").name == "Gpt-4O-Mini"


def _until(shutdown, heir):
    return Lifecycle(released=RELEASE, shutdown=shutdown, replacement=heir, checked_on=DAY)


def test_a_model_that_is_gone_is_followed_by_the_next_successor_that_answers():
    models = catalogue(
        profile("old", MINI, lifecycle=_until(SHUTDOWN, "heir")),
        profile("heir", MINI, lifecycle=_until(SHUTDOWN, "grandchild")),
        profile("grandchild", MINI),
    )
    assert models.in_service("old", SHUTDOWN - ONE_DAY).id == "old"
    assert models.in_service("old", SHUTDOWN).id == "grandchild"


@pytest.mark.parametrize("heir", [None, "nobody", "old", "also-gone"])
def test_without_a_successor_that_answers_a_model_stands_for_itself(heir):
    models = catalogue(
        profile("old", MINI, lifecycle=_until(SHUTDOWN, heir)),
        profile("also-gone", MINI, lifecycle=_until(SHUTDOWN, "old")),
    )
    assert models.in_service("old", SHUTDOWN).id == "old"


def test_an_unknown_model_names_the_nearest():
    known = catalogue(profile("gpt-4o-mini", MINI), profile("claude-haiku", MINI))
    with pytest.raises(ModelUnknown, match=r"'gpt-4o-mni'.*did you mean gpt-4o-mini\?"):
        known.model("gpt-4o-mni")


def test_an_id_like_no_other_is_not_answered_with_all_there_are():
    known = catalogue(profile("gpt-4o-mini", MINI), profile("claude-haiku", MINI))
    with pytest.raises(ModelUnknown, match=r"no model 'zzz' in the catalogue$"):
        known.model("zzz")


def test_a_part_of_a_name_is_answered_with_the_few_that_hold_it():
    known = catalogue(profile("gpt-4o-mini", MINI), profile("claude-haiku", MINI))
    with pytest.raises(ModelUnknown, match=r"did you mean claude-haiku\?$"):
        known.model("haiku")


def test_a_model_whose_file_is_broken_must_be_repaired_first():
    known = catalogue(profile("gpt-4o-mini", MINI)).model_copy(
        update={"broken": {"gpt-4o": "content/models/gpt-4o.yaml"}}
    )
    with pytest.raises(ModelUnknown, match=r"^`gpt-4o` must be repaired first: see content/models"):
        known.model("gpt-4o")


def test_a_name_without_an_end_is_not_repeated_whole():
    with pytest.raises(ModelUnknown) as unknown:
        catalogue(profile("gpt-4o-mini", MINI)).model("x" * 5000)
    assert len(str(unknown.value)) < 100


def test_an_empty_catalogue_has_nothing_to_suggest():
    with pytest.raises(ModelUnknown, match=r"no model 'gpt-4o' in the catalogue$"):
        catalogue().model("gpt-4o")


@pytest.mark.parametrize("amount", ["-0.01", "NaN", "Infinity"])
def test_a_rate_is_a_number_from_zero_up(amount):
    with pytest.raises(ValidationError):
        price(amount, 1)
