"""Rules that answer where a model could."""

from sizewise.benchmark.classify.rules import KeywordRules
from sizewise.gateway.rules import Rules
from tests.gateway.talk import ask, kinds, text_of

RULES = Rules(KeywordRules({"billing": {"invoice"}}, otherwise="other"))


def test_rules_answer_with_a_label_and_no_tokens():
    events = list(RULES.send(ask("Where is my invoice?")))
    assert text_of(events) == "billing"
    assert kinds(events) == ["started", "first", "delta", "end"]
    assert (events[0].body, events[-1].response) == (
        {"text": "Where is my invoice?"},
        {"text": "billing"},
    )


def test_rules_answer_as_json_where_a_schema_asks_for_it():
    events = RULES.send(ask("Where is my invoice?", schema='{"type": "object"}'))
    assert text_of(events) == '{"label": "billing"}'


def test_rules_refuse_what_a_model_refuses():
    assert kinds(RULES.send(ask(""))) == ["failed"]
