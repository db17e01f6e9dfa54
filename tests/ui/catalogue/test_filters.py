"""Which models the list shows, and what an address may ask for."""

from dataclasses import asdict
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sizewise.sizing.catalogue.catalog import Limits
from sizewise.sizing.catalogue.lifecycle import Lifecycle
from sizewise.ui.catalogue.filters import (
    ABILITIES,
    SIZES,
    SORTS,
    STATUSES,
    Filters,
    parameters,
    shown,
)
from sizewise.ui.frame.address import read, starts, written
from tests.sizing.models import DAY, LARGE, MINI, profile

MAKERS = ("A Maker", "Another")
PARAMETERS = parameters(MAKERS)
GONE = Lifecycle(released=date(2023, 1, 1), shutdown=date(2026, 1, 1), checked_on=DAY)
NEW = Lifecycle(released=date(2026, 9, 1), checked_on=DAY)
CHEAP = profile("cheap-mini", MINI, inputs=("text", "image"))
DEAR = profile(
    "dear-sol", LARGE, size="large", maker="Another", thinking="on-by-default", lifecycle=NEW
)
LONG = profile(
    "long-one",
    LARGE,
    size="medium",
    open_weights=True,
    limits=Limits(context_window=9000, checked_on=DAY),
)
OVER = profile("over", MINI, lifecycle=GONE)
SHELF = (DEAR, OVER, LONG, CHEAP)


def ids(**wanted):
    return [each.id for each in shown(SHELF, Filters(**wanted), DAY)]


def reading(**address):
    return read(lambda name: address.get(name, ""), PARAMETERS, starts(PARAMETERS))


def test_without_a_filter_every_model_is_there_the_cheapest_call_first_those_gone_last():
    # A typical call on the dear ones: 0.0055, and 0.0095 with 400 hidden tokens at 10 dollars.
    assert ids() == ["cheap-mini", "long-one", "dear-sol", "over"]


@pytest.mark.parametrize(
    ("wanted", "left"),
    [
        ({"search": "SOL dear"}, ["dear-sol"]),
        ({"search": "another"}, ["dear-sol"]),
        ({"maker": ("Another",)}, ["dear-sol"]),
        ({"size": ("small", "medium")}, ["cheap-mini", "long-one", "over"]),
        ({"status": ("retired",)}, ["over"]),
        ({"can": ("images",)}, ["cheap-mini"]),
        ({"can": ("thinks",)}, ["dear-sol"]),
        ({"can": ("plain", "weights")}, ["long-one"]),
        ({"most": Decimal("0.15")}, ["cheap-mini", "over"]),
        ({"search": "no such model"}, []),
    ],
)
def test_a_filter_leaves_only_what_fits(wanted, left):
    assert ids(**wanted) == left


@pytest.mark.parametrize(
    ("sort", "first"), [("context", "long-one"), ("new", "dear-sol"), ("name", "cheap-mini")]
)
def test_the_order_can_be_chosen(sort, first):
    assert ids(sort=sort)[0] == first


def test_an_address_without_a_wish_filters_nothing():
    assert Filters(**reading().values) == Filters()
    assert not Filters(sort="name").set_apart


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("size", "huge"),
        ("maker", "<script>"),
        ("status", "active,asleep"),
        ("can", "fly"),
        ("most", "-1"),
        ("most", "1e9"),
        ("most", "nan"),
        ("most", "many"),
        ("sort", "price"),
        ("search", "x" * 41),
        ("search", "a\x00b"),
    ],
)
def test_nonsense_in_the_address_is_told_and_filters_nothing(name, value):
    found = reading(**{name: value})
    assert Filters(**found.values) == Filters()
    assert len(found.notices) == 1


@given(
    st.text(st.characters(min_codepoint=33, max_codepoint=126), max_size=40),
    st.sets(st.sampled_from(MAKERS)),
    st.sets(st.sampled_from(sorted(SIZES))),
    st.sets(st.sampled_from(sorted(STATUSES))),
    st.sets(st.sampled_from(sorted(ABILITIES))),
    st.decimals(0, 1000, places=4),
    st.sampled_from(sorted(SORTS)),
)
def test_an_address_gives_back_the_filters_that_wrote_it(
    search, maker, size, status, can, most, sort
):
    wanted = Filters(search, tuple(maker), tuple(size), tuple(status), tuple(can), most, sort)
    found = reading(**written(PARAMETERS, asdict(wanted)))
    assert (Filters(**found.values), found.notices) == (wanted, ())
