"""Requests that are refused: what is told of it, and what is asked again in another way."""

import json

import pytest

from sizewise.gateway.api_key import ApiKey
from sizewise.gateway.endpoint import Endpoint
from sizewise.gateway.wire.address import Judge
from sizewise.gateway.wire.retries import NEVER, Retries
from tests.gateway.answering import answering, chunk
from tests.gateway.talk import ask, kinds, text_of, the

WHOLE = chunk("Red") + chunk(finish="stop")
JSON = "application/json"


def at(server, retries=NEVER):
    return Endpoint(server.url, "m", ApiKey(""), Judge(shared=False), retries)


def refusal(body, status=400, kind=JSON):
    text = body if isinstance(body, str) else json.dumps(body)
    with answering(text, status, kind) as server:
        return the("failed", at(server).send(ask())).failure


@pytest.mark.parametrize(
    ("body", "said"),
    [
        # Ollama: https://github.com/ollama/ollama/pull/718
        ({"error": "model 'foo' not found, try pulling it first"}, "model 'foo' not found, try"),
        # FastAPI: https://github.com/langchain-ai/langchain-azure/issues/82
        (
            {"detail": [{"type": "x", "loc": ["body", "stop"], "msg": "Input is too long"}]},
            "body.stop: Input is too long",
        ),
        ({"detail": "Not enough credits"}, "Not enough credits"),
        # Gemini: https://github.com/Simpleyyt/ai-manus/issues/101
        ([{"error": {"code": 400, "message": "Invalid payload"}}], "Invalid payload"),
        ({"object": "error", "message": {"detail": [{"loc": [], "msg": "No"}]}}, "No"),
        ({"error": {"message": "", "detail": "Nothing left"}}, "Nothing left"),
        ("Bad gateway name", "Bad gateway name"),
    ],
)
def test_the_reason_is_told_wherever_a_provider_writes_it(body, said):
    told = refusal(body)
    assert (told.name, told.way) == ("refused", "Change it as the message says.")
    assert said in told.sentence


@pytest.mark.parametrize("body", [{}, {"error": None}, [], {"error": {"message": 7}}, "[" * 99])
def test_where_there_is_no_reason_nobody_is_sent_to_a_message(body):
    told = refusal(body, 422)
    assert told.name == "refused"
    if not told.said:
        assert told.way.startswith("No reason was given: compare the model’s name")


def settings_left(server, retries, **asked):
    events = list(at(server, retries).send(ask(**asked)))
    assert text_of(events) == "Red"
    return server.bodies[-1], kinds(events).count("retrying")


def test_a_limit_that_is_not_taken_is_told_under_its_other_name():
    with answering(WHOLE) as server:
        server.refuses = ("max_tokens",)
        body, again = settings_left(server, Retries(), limit=40)
    assert (body["max_completion_tokens"], "max_tokens" in body, again) == (40, False, 1)


def test_a_limit_that_is_taken_under_neither_name_is_never_left_out():
    with answering(WHOLE) as server:
        server.refuses = ("max_tokens", "max_completion_tokens")
        failed = the("failed", at(server, Retries(sleep=lambda _: None)).send(ask()))
    assert failed.failure.name == "unsupported"
    assert all({"max_tokens", "max_completion_tokens"} & body.keys() for body in server.bodies)


def test_settings_refused_one_after_the_other_are_more_than_the_retries():
    refused = ("temperature", "seed", "logprobs", "max_tokens", "stream_options")
    with answering(WHOLE) as server:
        server.refuses = refused
        body, again = settings_left(server, Retries(most=1), seed=7, logprobs=2)
    assert (again, body.keys() & set(refused)) == (5, set())


def test_who_refuses_what_was_left_out_is_not_asked_for_ever():
    error = {"message": "No.", "param": "seed", "code": "unsupported_value"}
    with answering(json.dumps({"error": error}), 400, JSON) as server:
        events = list(at(server, Retries(sleep=lambda _: None)).send(ask(seed=1)))
    assert (kinds(events)[-1], len(server.bodies)) == ("failed", 4)


@pytest.mark.parametrize(
    ("setting", "said"),
    [
        ("temperature", "`temperature` is not supported on this model"),
        # https://github.com/raycast/extensions/issues/18038
        ("temperature", "Model incompatible request argument supplied: temperature"),
        # https://github.com/caozhiyuan/copilot-api/issues/164
        (
            "max_tokens",
            "Unsupported parameter: 'max_tokens' is not supported with this model. Use "
            "'max_completion_tokens' instead.",
        ),
    ],
)
def test_a_setting_that_only_the_message_names_is_left_out_too(setting, said):
    with answering(WHOLE) as server:
        server.refuses = (setting,)
        server.refusal = lambda *_: {"error": {"message": said, "param": None, "code": None}}
        body, again = settings_left(server, Retries())
    assert (setting in body, again) == (False, 1)


def test_a_value_that_only_the_message_faults_is_no_reason_to_leave_a_setting_out():
    told = refusal({"error": {"message": "temperature must be at most 1, max_tokens at least 16"}})
    assert (told.name, told.setting) == ("refused", "")
