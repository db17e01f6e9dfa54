from datetime import date
from decimal import Decimal

from sizewise.sizing.cost.compare import compare
from sizewise.sizing.cost.workload import Workload
from sizewise.sizing.tokens.usage import Usage
from tests.sizing.models import DAY, LARGE, MINI, price, profile

EMAILS = Workload(Usage(180, output=4), 50_000)


def names(rows):
    return [row.profile.id for row in rows]


def test_the_cheapest_comes_first():
    rows = compare(EMAILS, [profile("large-one", LARGE), profile("small-one", MINI)], DAY)
    assert names(rows) == ["small-one", "large-one"]
    assert [row.estimate.total for row in rows] == [Decimal("1.47"), Decimal("24.50")]


def test_a_model_without_a_price_stays_in_the_list_and_says_so():
    later = profile("later-one", price(1, 2, starts=date(2026, 11, 22)))
    rows = compare(EMAILS, [later, profile("large-one", LARGE)], DAY)
    assert names(rows) == ["large-one", "later-one"]
    assert rows[1].estimate is None
    assert rows[1].why == (
        "No source gives a price of Later-One on 21 November 2026: the first with a day holds from "
        "22 November 2026 on"
    )


def test_a_model_without_a_batch_price_says_so():
    batch = Workload(Usage(180, output=4), 50_000, batch=True)
    rows = compare(batch, [profile("plain-one", price("0.01", "0.01")), profile("bee", MINI)], DAY)
    assert [(row.profile.id, row.why) for row in rows] == [
        ("bee", None),
        ("plain-one", "no batch price is known for this model"),
    ]


def test_equal_costs_stand_in_the_order_of_their_names():
    rows = compare(EMAILS, [profile("zebra", MINI), profile("apple", MINI)], DAY)
    assert names(rows) == ["apple", "zebra"]


def test_nothing_compared_is_nothing():
    assert compare(EMAILS, [], DAY) == ()


def test_rates_are_known_where_no_such_tokens_are_used():
    [row] = compare(Workload(Usage(0), 10, batch=True), [profile("bee", MINI)], DAY)
    assert (row.rates.input, row.rates.output) == (Decimal("0.075"), Decimal("0.30"))
