from tests.library.files import MODEL, opened

MODEL_FILE = "content/models/gpt-4o-mini.yaml"


def test_a_price_that_the_price_list_disputes_is_a_warning_with_its_line(tmp_path):
    own = """\
prices:
  - input: 0.2
    output: 0.6
    source: {title: Price page, url: "https://openai.com/pricing", checked_on: 2026-11-21}
"""
    library = opened(tmp_path, {MODEL_FILE: MODEL + own})
    line = MODEL.count("\n") + 2
    assert [(each.level, str(each)) for each in library.problems] == [
        (
            "W",
            f"{MODEL_FILE}:{line}: prices > input: warning: input is 0.2 here and 0.15 in the "
            "price list genai-prices, read the maker's page again; drop the price here once the "
            "list agrees",
        )
    ]
    assert "gpt-4o-mini" in library.catalogue.profiles


def test_a_name_that_the_gateway_has_not_is_a_warning_with_its_line(tmp_path):
    library = opened(tmp_path, {MODEL_FILE: MODEL + "gateway_name: openai/gpt-40-mini\n"})
    line = MODEL.count("\n") + 1
    assert [(each.level, str(each)) for each in library.problems] == [
        (
            "W",
            f"{MODEL_FILE}:{line}: gateway_name: warning: the price list genai-prices has no "
            "openai/gpt-40-mini at OpenRouter, did you mean openai/gpt-4o-mini?",
        )
    ]


def test_a_day_that_is_still_to_come_is_a_warning_wherever_it_stands(tmp_path):
    late = MODEL.replace("checked_on: 2026-11-21", "checked_on: 2062-11-21")
    library = opened(tmp_path, {MODEL_FILE: late})
    lines = [n for n, line in enumerate(late.split("\n"), start=1) if "2062" in line]
    told = {(each.line, each.level, each.what) for each in library.problems}
    assert told == {(line, "W", "2062-11-21 lies in the future") for line in lines}
    assert len(lines) >= 3
