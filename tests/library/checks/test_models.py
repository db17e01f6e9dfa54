"""A model's file that contradicts itself, or says a thing twice, must be repaired."""

import pytest

from tests.library.files import MODEL, opened, said

FILE = "content/models/gpt-4o-mini.yaml"
SOURCE = 'source: {title: A, url: "https://a.org", checked_on: 2026-11-21}'
PRICE = f"  - {{starts: 2026-01-01, input: 1, output: 2, {SOURCE}}}\n"
OPEN = f"  - {{input: 1, output: 2, {SOURCE}}}\n"
TIER = f"  - {{tier: one, requests_per_minute: 1, tokens_per_minute: 1, {SOURCE}}}\n"
SCORE = f"  - {{name: MMLU, score: 80, self_reported: true, {SOURCE}}}\n"


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("sources:", f"prices:\n{PRICE}{PRICE}sources:", "prices > 2: `starts: 2026-01-01` stands"),
        ("sources:", f"prices:\n{OPEN}{OPEN}sources:", "prices > 2: an entry without `starts:`"),
        ("sources:", f"rate_limits:\n{TIER}{TIER}sources:", "rate_limits > 2: `tier: one` stands"),
        ("sources:", f"{SCORE}sources:", "benchmarks > 2: `name: MMLU` stands twice"),
        ("max_output: 16384", "max_output: 128001", "limits > max_output: a reply of 128001 does"),
        ("released", "replacement: gpt-4o-mini, released", "replacement: `gpt-4o-mini` is this"),
        (
            "released",
            "redirect: {since: 2026-01-01, to: gpt-4o-mini}, released",
            "lifecycle > redirect > to: `gpt-4o-mini` is this model",
        ),
        ("n: 2027-01-14", "n: 2024-07-18", "lifecycle > shutdown: 2024-07-18 is not after"),
    ],
)
def test_a_contradiction_is_told_once_and_with_its_place(tmp_path, old, new, words):
    assert old in MODEL
    library = opened(tmp_path, {FILE: MODEL.replace(old, new, 1)})
    [told] = [each for each in said(library) if each.startswith(FILE)]
    assert words in told
    assert "gpt-4o-mini" not in library.catalogue.profiles


def test_a_reply_may_fill_the_whole_window(tmp_path):
    whole = MODEL.replace("max_output: 16384", "max_output: 128000")
    assert said(opened(tmp_path, {FILE: whole})) == []
