"""What a lesson's blocks must keep to beyond their fields, told with file and line."""

import pytest

from sizewise.library.checks.claims import judge
from sizewise.library.fact import FactUnknown
from tests.library.files import LESSON, MODEL, opened, said

HEAD = LESSON[: LESSON.index("## The big idea")]
FENCE = HEAD.count("\n") + 3
"""The line of the block's fence."""

GUESS = """guess-first
question: How many?
guesses: [1, 10]
unit: number
answer: {formula: "100 * 0.95 ** 20"}
reveal: "{answer}"
"""
JSON = """break-the-json
schema_text: '{"type": "object", "required": ["name"]}'
reply: '{"name": "Ada"}'
broken:
  - {name: A missing field, reply: "{}"}
usage: {input: 500, output: 100}
"""
SPOT = """spot-the-key
question: Which line leaks?
code: |
  key = "sk-made-up"

  print(f"<b>{{key}}</b>")
leaks:
  - {line: 1, why: It stands in the file.}
  - {line: 3, why: It is printed.}
fix: Keep it out.
"""
TRUE = """still-true
claims:
  - claim: A million tokens in cost {then}.
    said_on: 2025-09-01
    fact: price gpt-4o-mini input
    why: They cost {now}.
  - claim: The window is {then} tokens.
    said_on: 2024-09-01
    fact: limit gpt-4o-mini context_window
    then: "128,000"
    why: It is {now}.
"""


def problems(tmp_path, block):
    body = f"{HEAD}## The big idea\n\n```sizewise {block}```\n"
    return said(opened(tmp_path, {"content/lessons/match-size.md": body}))


@pytest.mark.parametrize("block", [GUESS, JSON, SPOT, TRUE], ids=lambda block: block.split()[0])
def test_a_good_block_has_no_problem(tmp_path, block):
    assert problems(tmp_path, block) == []


@pytest.mark.parametrize(
    ("block", "old", "new", "line", "words"),
    [
        (GUESS, "** 20", "** x", 4, "answer > formula: cannot be computed (`x` is not a variable"),
        (GUESS, "100 * ", "100 // ", 4, "use numbers, variables, + - * / **"),
        (GUESS, "100 *", "0 *", 4, "the formula gives 0, and a guess is held against it"),
        (GUESS, "0.95 ** 20", "10 ** 14", 4, "a million billions"),
        (JSON, '"object",', '"objekt",', 1, "schema_text: is no JSON Schema: type: "),
        (JSON, '["name"]}', '["name"],}', 1, "is no JSON Schema: line 1, character 41: A comma"),
        (
            JSON,
            'reply: \'{"name": "Ada"}\'',
            "reply: '{}'",
            2,
            "reply: the good reply does not keep to the schema (The whole reply: The field “name” "
            "is missing), change the reply or the schema",
        ),
        (JSON, '"Ada"}\'', '"Ada",}\'', 2, "(Line 1, character 16: A comma"),
        (SPOT, "line: 3", "line: 4", 8, "leaks > 2 > line: the code has nothing on line 4"),
        (SPOT, "line: 3", "line: 2", 8, "the code has nothing on line 2"),
        (SPOT, "line: 3", "line: 1", 8, "line 1 stands twice"),
        (SPOT, "\n\n", "\n" + "  x = 1\n" * 20, 2, "has 22 lines, keep at most 20"),
        (TRUE, "input\n", "inputt\n", 4, "claims > 1 > fact: `inputt` is no rate"),
        (TRUE, "price gpt", "prize gpt", 4, "did you mean price?"),
        (TRUE, "2025-09-01", "2024-07-01", 4, "GPT-4o mini has no price on 1 July 2024"),
        (TRUE, "2025-09-01", "2027-01-01", 3, "claims > 1 > said_on: the day lies in the future"),
        (TRUE, "2025-09-01", "2025-06-30", 4, "No source gives a price of GPT-4o mini on"),
        (TRUE, '    then: "128,000"\n', "", 8, "the catalogue keeps no history of `limit`"),
        (
            TRUE,
            "    why: They",
            '    then: "nothing"\n    why: They',
            5,
            "claims > 1 > then: warning: is not used",
        ),
    ],
)
def test_a_fault_in_a_block_is_told_with_its_line(tmp_path, block, old, new, line, words):
    assert old in block
    first, *_ = problems(tmp_path, block.replace(old, new, 1))
    assert first.startswith(f"content/lessons/match-size.md:{FENCE + line}: the-big-idea > ")
    assert words in first


DROPPED = MODEL.replace(
    "price_ref: openai/gpt-4o-mini",
    """prices:
  - {starts: 2024-07-18, input: 0.30, output: 1, source: &A {title: A, url: "https://a.org",
     checked_on: 2026-11-21}}
  - {starts: 2026-01-01, input: 0.15, output: 1, source: {title: A, url: "https://a.org",
     checked_on: 2026-11-21}}""".replace("&A ", ""),
)


def judged(tmp_path, block, changed=None):
    body = f"{HEAD}## The big idea\n\n```sizewise {block}```\n"
    library = opened(tmp_path, {"content/lessons/match-size.md": body, **(changed or {})})
    assert said(library) == []
    claims = library.lessons["match-size"].parts[0].pieces[0].block.claims
    from tests.library.files import DAY

    return [judge(claim, library.facts_on(DAY)) for claim in claims]


def test_a_claim_is_true_while_the_fact_stays_the_same(tmp_path):
    price, window = judged(tmp_path, TRUE)
    assert (price.then, price.now, price.still) == ("$0.15", "$0.15", True)
    assert (window.then, window.now, window.still) == ("128,000", "128,000", True)


def test_a_price_that_fell_since_makes_a_claim_out_of_date(tmp_path):
    price, _ = judged(tmp_path, TRUE, {"content/models/gpt-4o-mini.yaml": DROPPED})
    assert (price.then, price.now, price.still) == ("$0.30", "$0.15", False)


def test_how_a_fact_is_written_makes_no_difference(tmp_path):
    _, window = judged(tmp_path, TRUE.replace('"128,000"', '"128000"'))
    assert window.still


def test_a_status_of_another_day_needs_its_words(tmp_path):
    """The shut-down date that we know today was not known then."""
    block = TRUE.replace("fact: price gpt-4o-mini input", "fact: status gpt-4o-mini", 1)
    first, *_ = problems(tmp_path, block)
    assert "the catalogue keeps no history of `status`, write `then:`" in first


def test_a_claim_of_tomorrow_cannot_be_judged(tmp_path):
    library = opened(tmp_path)
    from sizewise.learn.lesson.blocks.still_true import DatedClaim

    claim = DatedClaim(claim="A", said_on="2027-01-01", fact="name gpt-4o-mini", why="B")
    with pytest.raises(FactUnknown, match="future"):
        judge(
            claim,
            library.facts_on(library.catalogue.profiles["gpt-4o-mini"].file.limits.checked_on),
        )


USAGE = "usage: {input: 1, output: 1}"
SLIDER = f"""cost-slider
label: Questions
minimum: 10
maximum: 100
start: 50
step: 10
presets: [{{name: A, {USAGE}}}]
models: [{{model: gpt-4o-mini, reasoning: 5}}]
reasoning_slider: 50
"""
CHAT = """forgetting-chat
turns: [{who: you, text: A}, {who: model, text: B}, {who: you, text: C}, {who: model, text: D}]
window: 30
question: E?
needs: 4
"""
WINDOW = """context-window
model: gpt-4o-mini
pieces: [{name: Rules, tokens: 50, most: 50}]
reply: 128000
"""
QUEUE = "queue\nlabel: Mails\narrivals: 5\nmost: 5\nseconds: 3\nworkers: [1, 2]\n"
WAITS = "measured-waits\nrun: small-on-this-machine\ntask: chat\n"
COST = GUESS.replace('{formula: "100 * 0.95 ** 20"}', f"{{model: gpt-4o-mini, {USAGE}}}")
RECEIPT = f"receipt\ntitle: A job\nmodels: [gpt-4o-mini]\n{USAGE}\n"


@pytest.mark.parametrize(
    "block", [SLIDER, CHAT, WINDOW, QUEUE, COST, RECEIPT], ids=lambda block: block.split()[0]
)
def test_fields_that_just_fit_one_another_are_no_problem(tmp_path, block):
    assert problems(tmp_path, block) == []


@pytest.mark.parametrize(
    ("block", "old", "new", "line", "words"),
    [
        (SLIDER, "maximum: 100", "maximum: 10", 3, "maximum: the slider ends at 10 and begins at"),
        (SLIDER, "start: 50", "start: 101", 4, "start: 101 lies outside of the slider, from 10 to"),
        (SLIDER, "start: 50", "start: 9", 4, "start: 9 lies outside of the slider"),
        (SLIDER, "step: 10", "step: 91", 5, "step: a step of 91 leads from 10 past 100"),
        (SLIDER, "[{name", f"[{{name: A, {USAGE}}}, {{name", 6, "presets > 2 > name: `A` stands"),
        (SLIDER, ", reasoning: 5", "", 8, "no model on the bill thinks"),
        (SLIDER, "slider: 50", "slider: 4", 8, "a model thinks 5 tokens, and the slider ends"),
        (SLIDER, "maximum: 100", "maximum: 1000000000001", 3, "is out of range"),
        (CHAT, "needs: 4", "needs: 5", 4, "needs: the chat has 4 messages and no message 5"),
        (WINDOW, "most: 50", "most: 49", 2, "pieces > 1 > most: its slider ends at 49 and starts"),
        (WINDOW, "128000", "128001", 3, "reply: the whole window of gpt-4o-mini holds 128,000"),
        (QUEUE, "most: 5", "most: 4", 3, "most: the slider ends at 4 and starts at 5"),
        (QUEUE, "most: 5", "most: 1001", 3, "is out of range"),
        (QUEUE, "[1, 2]", "[1, 2, 1]", 5, "workers > 3: `1` stands twice"),
        (GUESS, "[1, 10]", "[10, 1]", 2, "guesses > 2: 1 is not above 10"),
        (GUESS, "[1, 10]", "[1, 1]", 2, "guesses > 2: 1 is not above 1"),
        (GUESS, "{answer}", "{anser}", 5, "nothing is filled in for `{anser}`, write {answer}"),
        (COST, USAGE, "usage: {input: 0, output: 0}", 4, "a call without tokens costs nothing"),
        (TRUE, "cost {then}", "cost {now}", 2, "claim: nothing is filled in for `{now}`"),
        (TRUE, "cost {now}", "cost {today}", 5, "for `{today}`, write {then} or {now}"),
        (WAITS, "small-on", "smal-on", 1, "run: there is no run `smal-on-this-machine`"),
        (WAITS, "task: chat", "task: poem", 2, "small-on-this-machine measured no wait at poem"),
        (JSON, "  - {", '  - {name: A missing field, reply: "1"}\n  - {', 5, "stands twice"),
        (RECEIPT, "[gpt-4o-mini]", "[gpt-4o-mini, gpt-4o-mini]", 2, "models > 2: `gpt-4o-mini`"),
    ],
)
def test_fields_that_do_not_fit_one_another_are_told(tmp_path, block, old, new, line, words):
    assert old in block
    told = [each for each in problems(tmp_path, block.replace(old, new, 1)) if words in each]
    assert [each.split(":")[1] for each in told] == [str(FENCE + line)]


def test_two_models_of_which_one_is_to_be_larger_are_two(tmp_path):
    for block in (
        f"router\nsmall: gpt-4o-mini\nlarge: gpt-4o-mini\n{USAGE}\ncalls: 5\n",
        "unsure-cascade\nsmall: gpt-4o-mini\nlarge: gpt-4o-mini\nassumed: 90\n",
    ):
        told = [each for each in problems(tmp_path, block) if "the small model too" in each]
        assert [each.split(":")[1] for each in told] == [str(FENCE + 2)]
