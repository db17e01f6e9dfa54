"""Blocks drawn in memory, over the real catalogue."""

import pytest
from streamlit.testing.v1 import AppTest

from tests.ui.app import html

JOB = {"input": 500, "output": 200}
SLIDER = {
    "kind": "cost-slider",
    "label": "Questions per month",
    "minimum": 1000,
    "maximum": 100_000,
    "start": 30_000,
    "step": 1000,
    "presets": [{"name": "Answer", "usage": JOB}, {"name": "Essay", "usage": JOB}],
    "models": [{"model": "gpt-4o-mini"}, {"model": "gpt-4o"}],
}
GUESS = {
    "kind": "guess-first",
    "question": "What would it cost?",
    "guesses": [8, 20, 100, 1000],
    "answer": {"model": "gpt-4o", "usage": JOB, "calls": 30_000},
    "reveal": "{answer} for the same.",
}
WINDOW = {
    "kind": "context-window",
    "model": "gpt-4o-mini",
    "pieces": [
        {"name": "Rules", "tokens": 2000, "most": 10_000},
        {"name": "Documents", "tokens": 60_000, "most": 200_000},
    ],
    "reply": 2000,
}
CHAT = {
    "kind": "forgetting-chat",
    "turns": [
        {"who": "you", "text": "My cat is called Tiger."},
        {"who": "model", "text": "What a name for a cat!"},
        {"who": "you", "text": "Is it cold outside?"},
        {"who": "model", "text": "I cannot look outside."},
    ],
    "window": 22,
    "question": "What is my cat called?",
    "needs": 1,
}
ROUTER = {
    "kind": "router",
    "small": "gpt-4o-mini",
    "large": "gpt-4o",
    "usage": JOB,
    "calls": 30_000,
}
QUEUE = {
    "kind": "queue",
    "label": "Questions per minute",
    "arrivals": 4,
    "most": 20,
    "seconds": 12,
    "workers": [1, 2, 4],
}
JSON = {
    "kind": "break-the-json",
    "schema_text": '{"type": "object", "properties": {"name": {"type": "string"}}, '
    '"required": ["name"], "additionalProperties": false}',
    "reply": '{"name": "Ada"}',
    "broken": [{"name": "Cut off", "reply": '{"name": "Ad'}],
    "usage": JOB,
}
BLIND = {
    "kind": "blind-rating",
    "question": "When is the library open?",
    "rubric": ["The facts", "The tone"],
    "answers": [
        {"text": "At nine.", "name": "The careful one", "ratings": [5, 4, 5]},
        {"text": "Any time you like!", "name": "The wrong one", "ratings": [2, 4, 2]},
    ],
    "lesson": "Length is no merit.",
}
SPOT = {
    "kind": "spot-the-key",
    "question": "Which lines leak?",
    "code": 'key = "sk-made-up"\nclient = Client(key)\n\nprint(key)',
    "leaks": [{"line": 1, "why": "It is in the file."}, {"line": 4, "why": "It is printed."}],
    "fix": "Keep it out.",
}
TRUE = {
    "kind": "still-true",
    "claims": [
        {
            "claim": "It costs {then}.",
            "said_on": "2025-09-01",
            "fact": "price gpt-4o-mini input",
            "why": "It costs {now}.",
        },
        {
            "claim": "The window has {then} tokens.",
            "said_on": "2024-09-01",
            "fact": "limit gpt-4o-mini context_window",
            "then": "16,385",
            "why": "It has {now}.",
        },
    ],
}
BUDGET = {
    "kind": "budget-plan",
    "title": "A helper",
    "models": ["gpt-4o-mini", "mistral-small-2603"],
    "pupils": 100,
    "questions": 3,
    "usage": JOB,
    "photo_share": "0.1",
    "budget": 5,
    "events": [
        {"name": "The price doubles", "price_times": 2, "lesson": "Name a price."},
        {"name": "A silent day", "hours_out": 20, "lesson": "Have another."},
    ],
}
WAITS = {"kind": "measured-waits", "run": "small-on-this-machine", "task": "short-questions"}
UNSURE = {"kind": "unsure-cascade", "small": "gpt-4o-mini", "large": "gpt-4o", "assumed": 95}
BLOCKS = [
    {"kind": "mail-ladder", "label": "one model, several ways"},
    WAITS,
    UNSURE,
    {"kind": "token-chips", "text": "Match the model"},
    {"kind": "receipt", "title": "A job", "models": ["gpt-4o-mini"], "usage": JOB},
    {"kind": "receipt", "title": "A job", "models": ["gpt-4o-mini", "gpt-4o"], "usage": JOB},
    SLIDER,
    GUESS,
    {"kind": "profile-card", "model": "gpt-4o-mini"},
    {"kind": "mistake-or-better", "mistake": "“Bigger.”", "better": "*Small* first."},
    {"kind": "image-tokens", "models": ["gpt-4o-mini", "gpt-4o"]},
    {"kind": "try-it", "task": "Do it", "steps": ["One", "Two"]},
    JSON,
    BLIND,
    SPOT,
    TRUE,
    BUDGET,
    WINDOW,
    CHAT,
    QUEUE,
    ROUTER,
]
LACKING = [
    {**JSON, "model": "no-such-model"},
    {**BUDGET, "models": ["no-such-model", "gpt-4o"]},
    {**TRUE, "claims": [{**claim, "fact": "price nobody input"} for claim in TRUE["claims"]]},
    {"kind": "token-chips", "text": "Hi", "model": "no-such-model"},
    {"kind": "receipt", "title": "A job", "models": ["no-such-model"], "usage": JOB},
    {**SLIDER, "models": [{"model": "no-such-model"}]},
    {**GUESS, "answer": {"model": "no-such-model", "usage": JOB}},
    {"kind": "profile-card", "model": "no-such-model"},
    {**WAITS, "run": "no-such-run"},
    {**UNSURE, "large": "no-such-model"},
    {"kind": "image-tokens", "models": ["mistral-small-2603"]},
    {"kind": "mistake-or-better", "mistake": "{{price nobody input}}", "better": "Look."},
    {**WINDOW, "model": "no-such-model"},
    {**CHAT, "model": "no-such-model"},
    {**ROUTER, "large": "no-such-model"},
    {**ROUTER, "recorded": "no-such-run"},
]


def _page(block):
    from pydantic import TypeAdapter

    from sizewise.learn.lesson.blocks import Block
    from sizewise.ui import blocks

    blocks.draw(TypeAdapter(Block).validate_python(block), "here")


def drawn(block):
    return AppTest.from_function(_page, args=(block,), default_timeout=30).run()


@pytest.mark.parametrize("block", BLOCKS, ids=lambda block: block["kind"])
def test_every_kind_of_block_draws(block):
    app = drawn(block)
    assert not app.exception
    assert not app.info


@pytest.mark.parametrize("block", LACKING, ids=lambda block: block["kind"])
def test_what_a_block_lacks_is_said_in_its_place(block):
    app = drawn(block)
    assert not app.exception
    assert "This part cannot be shown today" in app.info[0].value


def test_the_bill_follows_the_slider():
    app = drawn(SLIDER)
    assert "$5.85" in html(app)  # 30,000 x (500 x 0.15 + 200 x 0.60) / 1e6
    app.slider[0].set_value(60_000).run()
    assert "$11.70" in html(app)


def test_typing_cuts_the_new_text():
    app = drawn({"kind": "token-chips", "text": "Match the model"})
    assert "3 tokens" in html(app)
    app.text_area[0].set_value("Match").run()
    assert "1 token" in html(app)


def test_the_answer_hides_until_a_guess_and_then_names_the_nearest():
    app = drawn(GUESS)
    assert "nearest" not in html(app)
    app.button_group[0].set_value("$20").run()
    assert "You said $20. The nearest is $100." in html(app)
    assert "$97.50" in app.markdown[-1].value


def test_one_may_guess_again():
    app = drawn(GUESS)
    app.button_group[0].set_value("$20").run()
    app.button_group[0].set_value("$100").run()
    assert "Well guessed" in html(app)


def test_a_picture_of_another_size_has_another_bill():
    app = drawn({"kind": "image-tokens", "models": ["gpt-4o-mini", "gpt-4o"]})
    assert "25,501 tokens" in html(app)
    app.number_input[0].set_value(2048).run()
    app.number_input[1].set_value(4096).run()
    assert "1,105 tokens" in html(app)  # the example of OpenAI's guide: 85 + 6 x 170


def test_the_card_shows_status_dates_and_who_measured():
    card = html(drawn({"kind": "profile-card", "model": "gpt-4o-mini"}))
    for words in (
        "price checked",
        "limits checked",
        "status checked",
        "self-reported",
        "Successor",
    ):
        assert words in card
