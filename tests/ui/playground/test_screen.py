"""The playground in memory: who answers, what is shown, and what is never kept."""

import pytest

from sizewise.gateway.failure import Failure
from sizewise.gateway.local import local_model
from sizewise.gateway.recorded import read
from sizewise.ui import house
from sizewise.ui.playground import ask_button, program, who
from sizewise.ui.playground.calls import calls
from sizewise.ui.playground.samples import SAMPLES
from sizewise.ui.playground.schema_field import SCHEMA
from sizewise.ui.playground.screen import CALL, SECOND
from tests.gateway.answering import answering, chunk
from tests.ui.app import opened, said, watched

SECRET = "sk-proj-4f9Zx1QpL0vT7mRb2"


def asked(app):
    """The page once the reply has come, for somebody who has looked at it for a while."""
    app.session_state[ask_button.changed("playground_ask")] = ("Ask", 0.0)
    app.button(key="playground_ask").click().run()
    for place in (CALL, SECOND):
        if place in app.session_state:
            watched(calls().call(app.session_state[place]))
    app.run()
    assert not app.exception
    return app


def shown(app):
    return said(app) + "".join(each.value for kind in ("code", "caption") for each in app.get(kind))


@pytest.mark.parametrize("name", SAMPLES)
def test_every_sample_has_a_recorded_reply_with_its_probabilities(name):
    """Not so any more? Type: python -m tests.ui.playground.record"""
    recordings = {each.prompt_hash: each for each in who.shelf().recordings}
    found = recordings[SAMPLES[name].request.prompt_hash]
    assert all(piece.tokens for piece in found.pieces)
    assert who.shelf().torn == ()


def test_a_recorded_reply_shows_its_day_its_tokens_and_its_bill():
    page = shown(asked(opened("playground", who="recorded", sample="fact")))
    assert "Mary Shelley" in page
    assert "recorded on 20" in page
    assert "<dt>Tokens in</dt><dd>" in page
    assert "The same call" in page
    assert "Frankenstein, and in which year" in page.partition('"messages"')[2]
    assert "local_model().send(request)" in page


def test_a_call_priced_as_if_on_a_model_that_thinks_says_what_the_bill_lacks():
    thinking, plain = (
        shown(asked(opened("playground", who="recorded", sample="label", model=model)))
        for model in ("gpt-6.1-sol", "gpt-4o-mini")
    )
    assert "thinks before it answers. Hidden tokens are billed as output: here there" in thinking
    assert "Hidden tokens" not in plain


def test_the_local_model_answers_on_the_page():
    page = shown(asked(opened("playground", sample="label")))
    local_model().close()
    assert "Answered by: the local model" in page
    assert "&#34;label&#34;" in page
    assert "predicted_per_second" in page
    assert "before the schema spoke" in page


def test_a_torn_recording_is_told_with_its_line(monkeypatch):
    whole, *_ = who.RECORDINGS.read_text("utf-8").splitlines()
    monkeypatch.setattr(who, "shelf", lambda: read([whole, whole[:50]]))
    warning = opened("playground", who="recorded").warning[0].value
    assert warning.startswith("content/runs/playground.jsonl: 1 line cannot be read. Line 2: ")


def test_without_a_local_model_the_page_says_why_and_the_samples_still_answer(monkeypatch):
    monkeypatch.setattr(who, "why_not_local", lambda: Failure("no-local-model"))
    app = opened("playground", sample="fact")
    assert "The local model is not installed here. Type: make run" in app.info[0].value
    assert "Mary Shelley" in shown(asked(app))


def test_two_answer_side_by_side_and_rules_cost_no_tokens():
    app = asked(opened("playground", who="recorded", beside="rules", sample="label"))
    heads = [each.value for each in app.header]
    assert heads[0] == "Recorded replies"
    assert "Keyword rules" in heads
    assert shown(app).count("&#34;label&#34;") >= 2
    assert shown(app).count("<dt>Tokens out</dt><dd>–</dd>") == 1


def test_whoever_wants_one_reply_again_gets_one():
    app = asked(opened("playground", who="recorded", beside="rules", sample="label"))
    app.selectbox(key="playground_beside").set_value("nobody").run()
    assert asked(app).header[0].value == "Reply"


def test_a_second_press_on_stop_asks_for_nothing():
    app = opened("playground", who="recorded", sample="reply")
    app.button(key="playground_ask").click().run()
    name = app.session_state[CALL]
    app.session_state[ask_button.changed("playground_ask")] = ("Stop", 0.0)
    for _ in range(2):
        app.button(key="playground_ask").click().run()
    assert app.session_state[CALL] == name
    assert "Stopped. What had come stays." in said(app)


def test_a_press_on_stop_that_comes_when_the_reply_is_over_asks_for_nothing():
    app = opened("playground", who="recorded", sample="reply")
    app.button(key="playground_ask").click().run()
    watched(calls().call(name := app.session_state[CALL]))
    assert app.run().button(key="playground_ask").label == "Ask"
    assert app.button(key="playground_ask").click().run().session_state[CALL] == name


def test_a_prompt_of_your_own_has_no_recording_and_the_way_out_is_told():
    app = opened("playground", who="recorded")
    app.text_area[0].set_value("Something else").run()
    assert "Nothing was recorded for this very request." in asked(app).error[0].value


def test_a_sample_brings_its_system_text_and_its_schema_and_the_next_one_takes_them_away():
    app = opened("playground", sample="label")
    assert [each.value for each in app.text_area[1:]] == [
        SAMPLES["label"].system,
        SAMPLES["label"].schema,
    ]
    app.query_params["sample"] = "sum"
    assert opened("playground", sample="sum").text_area[2].value == ""


@pytest.mark.parametrize(
    ("schema", "why"),
    [
        ('{"$ref": "#/a"}', "it refers to"),
        ('{"$ref": "#"}', "it refers to itself without end"),
        ('{"type": "wish"}', "This schema cannot be used"),
        ("[]", "it is no object between"),
    ],
)
def test_a_schema_that_cannot_be_used_is_refused_at_its_field_and_nobody_is_asked(schema, why):
    app = opened("playground", who="local", beside="rules", sample="label")
    app.text_area(key=SCHEMA).set_value(schema).run()
    assert why in app.error[0].value
    app.session_state[ask_button.changed("playground_ask")] = ("Ask", 0.0)
    app.button(key="playground_ask").click().run()
    assert not app.exception
    assert CALL not in app.session_state
    assert len(app.error) == 1
    app.text_area(key=SCHEMA).set_value(SAMPLES["label"].schema).run()
    assert not app.error


def _endpoint(url):
    app = opened("playground", who="endpoint")
    for place, value in enumerate((url, "small", SECRET)):
        app.text_input[place].set_value(value)
    return app.run()


def test_an_endpoint_answers_and_its_key_is_nowhere_on_the_page_or_in_the_address():
    with answering(chunk("Red, green, blue") + chunk(finish="stop")) as server:
        app = asked(_endpoint(server.url))
        assert server.asked[0]["authorization"] == f"Bearer {SECRET}"
    assert "Red, green, blue" in shown(app)
    assert SECRET not in shown(app) + str(app.query_params)


def test_a_model_that_declines_is_heard_and_what_came_back_has_its_refusal():
    with answering(chunk(delta={"refusal": "I cannot."}) + chunk(finish="stop")) as server:
        page = shown(asked(_endpoint(server.url)))
    assert "marks it as a refusal" in page
    assert '"refusal": "I cannot."' in page
    assert "put together from the stream" in page


def test_where_nothing_whole_came_back_no_response_is_shown():
    with answering('{"error": "no such model"}', 404, "application/json") as server:
        app = asked(_endpoint(server.url))
    assert "no such model" in app.error[0].value
    assert "No whole response came." in shown(app)
    assert "{}" not in [each.value for each in app.code]


@pytest.mark.parametrize(
    ("told", "cached", "bill", "served"),
    [
        (39, 3, "$0.0000119", "none of them"),  # 39 × $0.15 + 10 × $0.60 = 11.85 millionths
        # 176 × $0.15 + 1,024 × $0.075 + 10 × $0.60 = 109.2 millionths; 1,100 lie below 1,152
        (1200, 1100, "$0.000109", "1,024 of them"),
    ],
)
def test_the_bill_has_only_what_a_providers_cache_would_serve(told, cached, bill, served):
    usage = {
        "prompt_tokens": told,
        "completion_tokens": 10,
        "total_tokens": told + 10,
        "prompt_tokens_details": {"cached_tokens": cached},
    }
    with answering(chunk("Red") + chunk(finish="stop", usage=usage)) as server:
        app = opened("playground", who="endpoint", model="gpt-4o-mini")
        for place, value in enumerate((server.url, "small", SECRET)):
            app.text_input[place].set_value(value)
        page = shown(asked(app.run()))
    assert f"<dt>of them cached</dt><dd>{cached:,}</dd>" in page
    receipt = page.partition("The same call on GPT-4o mini")[2]
    assert bill in receipt.partition("This call")[2].partition("A million such calls")[0]
    assert ("Cached input" in receipt) == (cached > 1024)
    assert f"it would serve {served}." in receipt


def test_an_endpoint_that_refuses_the_key_is_told_in_a_sentence_without_it():
    text = f'{{"error": {{"message": "Wrong key {SECRET}", "code": "invalid_api_key"}}}}'
    with answering(text, 401, "application/json") as server:
        app = asked(_endpoint(server.url))
    assert "The provider does not accept this key" in app.error[0].value
    assert SECRET not in app.error[0].value


def test_on_a_server_for_many_an_endpoint_of_its_own_network_is_refused(monkeypatch):
    monkeypatch.setenv("SIZEWISE_SHARED", "1")
    with answering() as server:
        app = asked(_endpoint(server.url))
        assert server.asked == []
    assert "This address may not be reached from here" in app.error[0].value


@pytest.mark.parametrize("name", SAMPLES)
def test_the_programs_to_repeat_a_call_are_python(name):
    request = SAMPLES[name].request
    for profile in house.library().catalogue.profiles.values():
        for elsewhere in (program.there, program.through_gateway):
            if code := elsewhere(request, profile):
                compile(code, "code", "exec")
    compile(program.here(request), "here", "exec")


@pytest.mark.parametrize(
    ("model", "settings"),
    [
        # Each as its maker's API reference has it: OpenAI's models that reason take no temperature.
        ("o4-mini", ["    max_completion_tokens=64,"]),
        ("gpt-4o-mini", ["    temperature=0.0,", "    max_completion_tokens=64,"]),
        ("llama-3.1-8b", ["    temperature=0.0,", "    max_tokens=64,"]),
    ],
)
def test_the_program_sets_what_the_provider_takes(model, settings):
    there = program.there(SAMPLES["sum"].request, house.library().catalogue.model(model))
    lines = there.splitlines()
    told = lines[lines.index("    ],") + 1 : lines.index(")")]
    assert told == settings


def test_the_program_for_a_gateway_has_its_address_its_key_and_its_name_for_the_model():
    haiku = house.library().catalogue.model("claude-haiku-4-5")
    lines = program.through_gateway(SAMPLES["sum"].request, haiku).splitlines()
    # https://openrouter.ai/docs/quickstart, with the package openai.
    key = 'api_key=os.environ["OPENROUTER_API_KEY"]'
    assert f"client = OpenAI(base_url='https://openrouter.ai/api/v1', {key})" in lines
    assert "    model='anthropic/claude-haiku-4.5'," in lines
    app = asked(opened("playground", who="recorded", sample="fact", model="gpt-4o-mini"))
    told = " ".join(each.value for each in app.caption)
    assert "The gateway OpenRouter calls it `openai/gpt-4o-mini`." in told


def test_the_page_says_why_a_model_that_thinks_is_told_no_temperature():
    for model, told in (("o4-mini", True), ("gpt-4o-mini", False)):
        page = shown(asked(opened("playground", who="recorded", sample="fact", model=model)))
        assert ("take no temperature, so none is set" in page) == told


def test_a_reply_to_another_prompt_than_the_one_in_the_field_says_so():
    app = asked(opened("playground", who="recorded", sample="fact"))
    assert "To an earlier prompt" not in said(app)
    app.text_area[0].set_value("Something else").run()
    assert "To an earlier prompt: “" in said(app)
    assert "Frankenstein" in said(app).partition("To an earlier prompt")[2].partition("”")[0]
