"""A key is sent to the one address it is for, and is nowhere to be read."""

import copy
import json
import logging
import pickle

import pytest

from sizewise.gateway.api_key import BLANK, ApiKey
from sizewise.gateway.endpoint import Endpoint
from sizewise.gateway.wire.address import Judge
from sizewise.gateway.wire.retries import NEVER
from tests.gateway.answering import answering, chunk
from tests.gateway.talk import ask, the

SECRET = "sk-proj-4f9Zx1QpL0vT7mRb2"


def endpoint(url, secret=SECRET):
    return Endpoint(url, "m", ApiKey(secret), Judge(shared=False), NEVER)


def test_no_way_of_writing_a_key_shows_it():
    key = ApiKey(SECRET)
    written = [repr(key), str(key), f"{key}", f"{key!r:>40}", repr(endpoint("https://x/v1"))]
    written += [repr([getattr(key, name, "") for name in dir(key) if name != "reveal"])]
    assert [text for text in written if SECRET in text] == []


@pytest.mark.parametrize("store", [pickle.dumps, json.dumps, copy.deepcopy])
def test_a_key_is_not_stored(store):
    with pytest.raises(TypeError):
        store(ApiKey(SECRET))


def test_the_key_goes_out_and_comes_back_in_no_event():
    with answering(chunk("Red", "stop")) as server:
        events = list(endpoint(server.url).send(ask()))
    assert server.asked[0]["authorization"] == f"Bearer {SECRET}"
    assert SECRET not in repr(events)


@pytest.mark.parametrize(
    "said",
    [
        f"Incorrect API key provided: {SECRET}.",
        "Incorrect API key provided: sk-proj-****RbR2.",
        f"Bad header: Authorization: Bearer {SECRET}",
    ],
)
def test_a_provider_that_quotes_the_key_is_not_quoted(said):
    text = json.dumps({"error": {"message": said, "code": "invalid_api_key"}})
    with answering(text, 401, "application/json") as server:
        failed = the("failed", endpoint(server.url).send(ask()))
    assert failed.failure.name == "authentication"
    assert BLANK in failed.failure.sentence
    assert "sk-" not in str(failed)


def test_a_made_up_key_of_one_letter_takes_no_letter_out_of_a_message():
    said = "maximum context length is 16 tokens"
    assert ApiKey("x").blank(said) == said
    assert ApiKey("secret").blank("Not secret.") == f"Not {BLANK}."  # 6 letters


@pytest.mark.parametrize("status", [200, 401, 500])
def test_no_log_holds_the_key_however_much_is_logged(caplog, status):
    caplog.set_level(logging.DEBUG)
    with answering(chunk("Red", "stop"), status) as server:
        list(endpoint(server.url).send(ask()))
    assert caplog.records
    assert SECRET not in caplog.text


def test_an_error_of_the_client_does_not_carry_the_key():
    import openai

    from sizewise.gateway.wire import classify, client

    with answering("{}", 500, "application/json") as server:
        one = endpoint(server.url)
        asking = client.client(one.base_url, one.key, one.judge, 5, 5)
        with asking, pytest.raises(openai.APIStatusError) as caught:
            asking.post("/chat/completions", body={}, cast_to=object)
    error = caught.value
    told = [repr(error), str(error.request.headers.raw), str(error.response.request.headers.raw)]
    assert [text for text in told if SECRET in text] == []
    assert classify.meaning(error, one.key).name == "server"


def test_nothing_of_the_operators_environment_goes_to_a_learners_endpoint(monkeypatch):
    names = ("OPENAI_API_KEY", "OPENAI_ADMIN_KEY", "OPENAI_ORG_ID", "OPENAI_PROJECT_ID")
    for name in names:
        monkeypatch.setenv(name, "the-operators")
    monkeypatch.setenv(
        "OPENAI_CUSTOM_HEADERS", "x-secret: the-operators\nAuthorization: the-operators"
    )
    monkeypatch.setenv("OPENAI_BASE_URL", "http://127.0.0.1:9/the-operators")
    with answering(chunk("Red", "stop")) as server:
        list(endpoint(server.url, "").send(ask()))
        list(endpoint(server.url).send(ask()))
    assert "the-operators" not in repr(server.asked)
    assert "authorization" not in {name.lower() for name in server.asked[0]}


@pytest.mark.parametrize("secret", ["two words", "ключ-ключ", "line\nbreak"])
def test_what_cannot_be_a_key_is_told_before_it_is_sent(secret):
    failed = the("failed", endpoint("http://127.0.0.1:9/v1", secret).send(ask()))
    assert failed.failure.name == "authentication"
    assert secret not in str(failed)
