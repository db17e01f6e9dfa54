"""What a reply can be besides text in a stream: a refusal, calls of tools, all in one piece."""

import json

import pytest

from sizewise.gateway.wire.retries import Retries
from tests.gateway.answering import answering, chunk
from tests.gateway.talk import ask, kinds, text_of, the
from tests.gateway.test_refused import JSON, WHOLE, at, refusal


def test_words_in_which_a_model_declines_are_its_reply():
    pieces = chunk(delta={"refusal": "I cannot"}) + chunk(delta={"refusal": " help."})
    with answering(pieces + chunk(finish="stop")) as server:
        events = list(at(server).send(ask()))
    assert kinds(events) == ["started", "first", "delta", "delta", "used", "end"]
    assert text_of(events) == "I cannot help."
    assert [each.refused for each in events if each.kind == "delta"] == [True, True]
    message = events[-1].response["choices"][0]["message"]
    assert (message["content"], message["refusal"]) == ("", "I cannot help.")


def called(place, **said):
    return chunk(delta={"tool_calls": [{**place, "function": said}]})


def test_calls_of_tools_are_part_of_what_came_back():
    pieces = called({"index": 0, "id": "a", "type": "function"}, name="weather", arguments='{"in":')
    pieces += called({"index": 0}, arguments='"Rome"}')
    pieces += called({"id": "b", "type": "function"}, name="clock", arguments="{}")  # no place told
    with answering(pieces + chunk(finish="tool_calls")) as server:
        end = the("end", at(server).send(ask()))
    assert end.response["choices"][0]["message"]["tool_calls"] == [
        {
            "id": "a",
            "type": "function",
            "function": {"name": "weather", "arguments": '{"in":"Rome"}'},
        },
        {"id": "b", "type": "function", "function": {"name": "clock", "arguments": "{}"}},
    ]


def unstreamed(**message):
    choice = {"index": 0, "message": {"role": "assistant", **message}, "finish_reason": "stop"}
    usage = {"prompt_tokens": 5, "completion_tokens": 3, "total_tokens": 8}
    return json.dumps({"object": "chat.completion", "choices": [choice], "usage": usage})


def test_a_reply_in_one_piece_is_read_and_has_no_time_to_first_token():
    with answering(unstreamed(content="All at once"), kind=JSON) as server:
        events = list(at(server, Retries()).send(ask()))
    assert kinds(events) == ["started", "delta", "used", "end"]
    assert text_of(events) == "All at once"
    assert (the("used", events).usage.output, the("used", events).estimated) == (3, False)
    assert events[-1].response["choices"][0]["message"]["content"] == "All at once"


def test_a_stream_that_calls_itself_json_is_read_as_a_stream():
    with answering(WHOLE, kind=JSON) as server:
        assert kinds(at(server).send(ask())) == ["started", "delta", "used", "end"]


@pytest.mark.parametrize(
    ("text", "name", "said"),
    [
        ('{"error": {"message": "No credit", "code": "insufficient_quota"}}', "quota", "No credit"),
        ('{"detail": "Not here"}', "no-reply", "Not here"),
        ("null", "no-reply", ""),
        ('{"choices": []}', "no-reply", ""),
        ('{"choices": [7]}', "malformed", ""),
    ],
)
def test_json_that_is_no_reply_says_what_it_is(text, name, said):
    told = refusal(text, 200)
    assert (told.name, told.said) == (name, said)


def test_json_that_is_no_reply_is_not_asked_for_again():
    with answering('{"status": "ok"}', kind=JSON) as server:
        assert kinds(at(server, Retries()).send(ask())) == ["started", "failed"]
