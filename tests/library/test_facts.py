from datetime import date
from decimal import Decimal

import pytest

from sizewise.library import FactUnknown
from sizewise.library.fact import FACTS, times
from tests.library.files import DAY, MODEL, opened

SECOND = (
    MODEL.replace("id: gpt-4o-mini", "id: gpt-4o")
    .replace("name: GPT-4o mini", "name: GPT-4o")
    .replace("image_tokens: {rule: tiles, base: 2833, tile: 5667}", "image_tokens:")
    .replace("shutdown: 2027-01-14, ", "")
    .replace("openai/gpt-4o-mini", "openai/gpt-4o")
)
FIRST = MODEL.replace(
    "checked_on: 2026-11-21}\nprice", "checked_on: 2026-11-21, replacement: gpt-4o}\nprice"
)


@pytest.fixture(scope="module")
def library(tmp_path_factory):
    models = {"content/models/gpt-4o-mini.yaml": FIRST, "content/models/gpt-4o.yaml": SECOND}
    return opened(tmp_path_factory.mktemp("content"), models)


@pytest.mark.parametrize(
    ("reference", "text"),
    [
        # openai.com/api/pricing: GPT-4o mini 0.15 in, 0.60 out, 0.075 cached; GPT-4o 2.50 in
        ("{{price gpt-4o-mini input}}", "$0.15"),
        ("{{price gpt-4o-mini output}}", "$0.60"),
        ("{{price gpt-4o-mini cached_input}}", "$0.075"),
        ("{{price gpt-4o-mini batch_output}}", "$0.30"),
        ("{{price gpt-4o input}}", "$2.50"),
        ("{{limit gpt-4o-mini context_window}}", "128,000"),
        ("{{limit gpt-4o-mini max_output}}", "16,384"),
        ("{{status gpt-4o-mini}}", "retiring on 14 January 2027"),
        ("{{status gpt-4o}}", "active"),
        ("{{shutdown gpt-4o-mini}}", "14 January 2027"),
        ("{{shutdown gpt-4o}}", "no date announced"),
        ("{{successor gpt-4o-mini}}", "GPT-4o"),
        ("{{successor gpt-4o}}", "none named"),
        ("{{name gpt-4o-mini}}", "GPT-4o mini"),
        ("{{released gpt-4o-mini}}", "18 July 2024"),
        ("{{cutoff gpt-4o-mini}}", "not published"),
        ("{{score gpt-4o-mini MMLU}}", "82%"),
        ("{{ratio gpt-4o gpt-4o-mini input}}", "17×"),  # 2.50 / 0.15 = 16.67
        ("{{image gpt-4o-mini 1024x1024}}", "25,501"),  # 2833 + 4 x 5667
        ("{{image-cost gpt-4o-mini 1024x1024 100}}", "$0.383"),  # 100 x 25,501 x 0.15 / 1e6
        # 30,000 x (500 x 0.15 + 200 x 0.60) / 1,000,000 = 5.85
        ("{{cost gpt-4o-mini 500 200 30000}}", "$5.85"),
        ("{{checked gpt-4o-mini}}", "21 November 2026"),
        # grep '"task":"arithmetic"' | grep -v '"warm_up":true': 24 lines, 3 with "right":true
        ("{{run small-on-this-machine smollm2-135m arithmetic right}}", "3 of 24"),
        ("{{run small-on-this-machine smollm2-135m arithmetic attempts}}", "24"),
    ],
)
def test_a_reference_becomes_its_fact(library, reference, text):
    assert library.facts_on(DAY).text(f"So {reference}, then.") == f"So {text}, then."


def test_every_fact_has_an_example_that_works(library):
    for form in FACTS.values():
        assert "{{" not in library.facts_on(DAY).text(form.example)


def test_text_without_a_reference_stays_as_it_is(library):
    assert library.facts_on(DAY).text("{n_in} tokens, {answer}") == "{n_in} tokens, {answer}"


def test_a_status_is_that_of_the_day(library):
    days = [date(2024, 7, 17), date(2024, 7, 18), date(2027, 1, 13), date(2027, 1, 14)]
    said = [library.facts_on(day).text("{{status gpt-4o-mini}}") for day in days]
    retiring = "retiring on 14 January 2027"
    assert said == ["announced", retiring, retiring, "retired"]


def test_prices_and_limits_are_exact_numbers(library):
    facts = library.facts_on(DAY)
    assert facts.price("gpt-4o-mini", "input") == Decimal("0.15")
    assert facts.limit("gpt-4o-mini", "context_window") == 128_000
    assert facts.checked_on("gpt-4o-mini") == date(2026, 11, 21)


@pytest.mark.parametrize(
    ("reference", "what", "fix"),
    [
        ("{{price gpt-4o-mni input}}", "no model `gpt-4o-mni`", "did you mean gpt-4o-mini?"),
        ("{{price gpt-4o-mini inptu}}", "`inptu` is no rate", "did you mean input?"),
        ("{{limit gpt-4o-mini windows}}", "`windows` is no limit", "context_window, max_output"),
        ("{{prise gpt-4o-mini input}}", "is no fact", "did you mean price?"),
        ("{{}}", "is no fact", "checked, cost"),
        ("{{price gpt-4o-mini}}", "needs 2 words after price", "{{price gpt-4o-mini input}}"),
        ("{{score gpt-4o-mini GPQA}}", "no score on `GPQA`", "MMLU"),
        ("{{image gpt-4o 1024x1024}}", "no source", "another model"),
        ("{{image gpt-4o-mini 1024}}", "no number of pixels", "digits"),
        ("{{image gpt-4o-mini 0x5}}", "nothing to see", "1024x1024"),
        ("{{run nightly smollm2-135m intent right}}", "no run `nightly`", "what the log has"),
        ("{{run small-on-this-machine gpt-4o intent right}}", "smollm2-135m chat", "the log"),
        ("{{run small-on-this-machine smollm2-135m intent p95}}", "needs 72", "the log"),
        ("{{run small-on-this-machine smollm2-135m intent best}}", "attempts, right", "the log"),
        ("{{cost gpt-4o-mini 1,000 2 3}}", "`1,000` is no number of tokens", "1200"),
    ],
)
def test_a_reference_without_an_answer_says_what_to_write(library, reference, what, fix):
    with pytest.raises(FactUnknown) as error:
        library.facts_on(DAY).text(reference)
    assert what in error.value.what
    assert fix in error.value.fix


def test_a_reference_that_is_not_closed_is_found(library):
    ((position, error),) = library.facts_on(DAY).unknown("A {{price gpt-4o-mini input} B")
    assert (position, error.fix) == (2, "write }} after it")


@pytest.mark.parametrize(
    ("ratio", "text"), [("16.67", "17×"), ("2.25", "2.3×"), ("2", "2×"), ("1200", "1,200×")]
)
def test_times_are_whole_from_ten_up(ratio, text):
    assert times(Decimal(ratio)) == text


def test_a_fact_in_single_braces_is_no_text_for_learners(library):
    ((position, error),) = library.facts_on(DAY).unknown("It is {price gpt-4o input}, no less.")
    assert position == 6
    assert error.what == "`{price gpt-4o input}` is shown as it stands"
    assert error.fix == "write {{price gpt-4o input}} for the fact"


@pytest.mark.parametrize(
    "text", ['{"name": "small"}', "{name}", "{ price }", "{price: 3}", "{a b}"]
)
def test_other_braces_are_text(library, text):
    assert list(library.facts_on(DAY).unknown(text)) == []
