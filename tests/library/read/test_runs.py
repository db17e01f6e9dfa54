"""Recorded trials: read with their counts, refused with a line, asked for by name."""

import json

import pytest

from sizewise.library import NotInLibrary
from sizewise.sizing.plan.route import routes
from tests.library.files import LESSON, opened, said
from tests.ours import ours

RUN = {
    "test": "A test",
    "small": "Small",
    "large": "Large",
    "source": {
        "title": "A page",
        "url": "https://example.org/runs",
        "checked_on": "2026-11-21",
    },
    "licence": "MIT",
    "changed": "Counted by subject.",
    "subjects": [
        {"name": "Art", "both": 1, "large_only": 2, "small_only": 3, "neither": 4},
        {"name": "Law", "both": 5, "large_only": 6, "small_only": 7, "neither": 8},
    ],
}
FILE = "content/runs/a-test.json"
ROUTER = """
```sizewise router
small: gpt-4o-mini
large: gpt-4o-mini
usage: {input: 500, output: 200}
calls: 1000
recorded: a-tset
```
"""


def test_recorded_trials_are_read_from_their_file(tmp_path):
    library = opened(tmp_path, {FILE: json.dumps(RUN, indent=2)})
    assert said(library) == []
    assert library.recorded("a-test").questions == 36  # 1 + 2 + 3 + 4 and 5 + 6 + 7 + 8


def test_a_wrong_count_is_told_with_its_line_and_hides_the_run(tmp_path):
    text = json.dumps(RUN, indent=2).replace('"both": 5', '"both": -5')
    library = opened(tmp_path, {FILE: text})
    [problem] = said(library)
    assert problem.startswith(f"{FILE}:{1 + text[: text.index('-5')].count(chr(10))}: ")
    with pytest.raises(NotInLibrary, match="a-test are not here"):
        library.recorded("a-test")


def test_a_block_that_names_no_run_is_told_which_there_are(tmp_path):
    changed = {FILE: json.dumps(RUN), "content/lessons/match-size.md": LESSON + ROUTER}
    [problem] = [each for each in said(opened(tmp_path, changed)) if "recorded" in each]
    assert "there is no file in content/runs `a-tset`, did you mean a-test?" in problem


def test_our_own_recording_agrees_with_what_its_authors_counted():
    # The answers of both models to MMLU, counted in the published files: 14,042 questions in 57
    # subjects, of which high school mathematics with its 270 is left out.
    trials = ours().recorded("routellm-mmlu")
    assert (len(trials.subjects), trials.questions) == (56, 14_042 - 270)
    first, *_, last = routes(trials)
    # Over all 57 the small model has 9,560 right and the large one 11,315; there 86 and 8.
    assert first.questions - first.wrong == 9_560 - 86
    assert last.questions - last.wrong == 11_315 - 8
