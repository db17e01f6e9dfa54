import re
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from genai_prices import data_snapshot

import sizewise
from sizewise.library import prices as prices_room
from sizewise.library.prices import NotListed, disputed, history
from sizewise.sizing.catalogue.catalog import ModelFile
from sizewise.sizing.catalogue.price import LongContext
from tests.library.files import MODEL, read


def prices(ref="openai/gpt-4o-mini", own=""):
    text = MODEL.replace("price_ref: openai/gpt-4o-mini", f"price_ref: {ref}")
    return history(read(ModelFile, text + own))


def on(day, found):
    return [price for price in found if price.starts is None or price.starts <= day][-1]


OWN = """\
prices:
  - starts: 2026-03-01
    input: 0.5
    output: 2
    batch_input: 0.25
    batch_output: 1
    source: {title: Price page, url: "https://openai.com/pricing", checked_on: 2026-10-01}
"""


def test_a_price_is_exact_and_says_its_source_and_day():
    price = on(date(2026, 11, 21), prices())
    # openai.com/api/pricing: 0.15 in, 0.075 cached, 0.60 out
    assert (price.input, price.cached_input, price.output) == (
        Decimal("0.15"),
        Decimal("0.075"),
        Decimal("0.6"),
    )
    assert price.source.startswith("genai-prices ")
    assert price.source.endswith(", OpenAI")
    assert price.checked_on == date(2026, 11, 21)


def test_batch_rates_begin_on_their_day():
    found = prices()
    assert on(date(2026, 10, 13), found).batch_input is None
    assert on(date(2026, 10, 14), found).batch_input == Decimal("0.075")


def test_a_batch_rate_that_the_list_does_not_give_stays_open():
    assert on(date(2026, 11, 21), prices()).batch_cached_input is None
    haiku = on(date(2026, 11, 21), prices("anthropic/claude-haiku-4-5"))
    assert haiku.batch_cached_input == Decimal("0.05")


def test_each_price_ends_when_the_next_begins():
    found = prices("mistral/mistral-large-4")
    days = [date(2026, 10, 19), date(2026, 10, 20), date(2026, 10, 28), date(2026, 10, 29)]
    assert [on(day, found).input for day in days] == [
        Decimal("0.68"),
        Decimal("1.36"),
        Decimal("1.36"),
        Decimal("0.7"),
    ]
    assert on(date(2026, 10, 20), found).batch_input == Decimal("0.68")
    assert on(date(2026, 10, 29), found).batch_input == Decimal("0.35")


def test_prices_come_oldest_first():
    starts = [price.starts or date.min for price in prices("mistral/mistral-large-4")]
    assert starts == sorted(starts)


def test_a_step_for_long_inputs_becomes_long_context_rates():
    price = on(date(2026, 11, 21), prices("openai/gpt-5.4"))
    assert price.input == Decimal("2.5")
    assert price.long_context == LongContext(
        above=272_000, input=Decimal(5), cached_input=Decimal("0.5"), output=Decimal("22.5")
    )


def test_rates_that_depend_on_the_hour_are_left_out_and_the_source_says_so():
    price = on(date(2026, 11, 21), prices("deepseek/deepseek-flash"))
    assert price.input == Decimal("0.15")
    assert price.source.endswith("; another rate at 01:00-04:00 and 06:00-10:00 UTC")


def test_a_price_in_the_file_wins_from_its_first_day_on():
    found = prices(own=OWN)
    assert on(date(2026, 2, 28), found).input == Decimal("0.15")
    assert on(date(2026, 11, 21), found).input == Decimal("0.5")
    assert on(date(2026, 11, 21), found).source == "Price page, https://openai.com/pricing"
    assert on(date(2026, 11, 21), found).checked_on == date(2026, 10, 1)


def test_a_price_in_the_file_without_a_first_day_replaces_the_list():
    found = prices(own=OWN.replace("starts: 2026-03-01\n    ", ""))
    assert [price.input for price in found] == [Decimal("0.5")]


def test_a_file_without_a_reference_has_only_its_own_prices():
    assert len(prices(ref="", own=OWN)) == 1
    assert prices(ref="") == ()


@pytest.mark.parametrize(
    ("ref", "words"),
    [
        ("openai/gpt-4o-mni", "did you mean gpt-4o-mini?"),
        ("opnai/gpt-4o-mini", "did you mean openai?"),
        ("groq/whisper-large-v3", "something else than tokens"),
    ],
)
def test_what_the_list_does_not_have_is_said_with_the_nearest(ref, words):
    with pytest.raises(NotListed, match=words.replace("?", r"\?")):
        prices(ref)


def test_one_file_alone_reads_the_price_list():
    package = Path(sizewise.__file__).parent
    importing = re.compile(r"^\s*(from|import) genai_prices", re.MULTILINE)
    files = (file for file in package.rglob("*.py") if importing.search(file.read_text("utf-8")))
    assert [file.name for file in files] == ["prices.py"]


def test_the_price_list_is_never_renewed_over_the_network():
    source = Path(prices_room.__file__).read_text("utf-8")
    assert "update_prices" not in source
    assert data_snapshot._custom_snapshot is None


def model(own=""):
    return read(ModelFile, MODEL + own)


def test_a_price_of_our_own_is_held_against_the_price_list():
    # The list has 0.15 and 0.60 for GPT-4o mini, and 0.075 and 0.30 as a batch.
    assert disputed(model(OWN), date(2026, 11, 21)) == {
        "input": (Decimal("0.5"), Decimal("0.15")),
        "output": (Decimal("2"), Decimal("0.6")),
        "batch_input": (Decimal("0.25"), Decimal("0.075")),
        "batch_output": (Decimal("1"), Decimal("0.3")),
    }


def test_what_the_file_says_the_list_has_is_no_dispute_until_the_list_changes():
    known = "    instead_of: {input: 0.15, output: 0.5}\n    source:"
    found = disputed(model(OWN.replace("    source:", known)), date(2026, 11, 21))
    assert found["output"] == (Decimal("2"), Decimal("0.6"))
    assert "input" not in found


def test_before_its_first_day_a_price_of_our_own_disputes_nothing():
    assert disputed(model(OWN), date(2026, 2, 28)) == {}


def test_a_file_without_prices_of_its_own_disputes_nothing():
    assert disputed(model(), date(2026, 11, 21)) == {}
