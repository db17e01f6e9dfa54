"""Build a call: examples, fields that cannot be, where the tokens go, and the chat's growth."""

import json
from decimal import Decimal
from struct import pack
from time import process_time

import pytest

from sizewise.ground import limits
from sizewise.sizing.cost.call import Call, parts
from sizewise.sizing.tokens.messages import Message
from sizewise.sizing.tokens.tokenizer import Tokenizer
from sizewise.sizing.tokens.tools import ToolsError
from sizewise.sizing.tokens.usage import Usage
from sizewise.ui.lab.call.examples import EXAMPLES
from sizewise.ui.lab.call.screen import notes_on
from sizewise.ui.lab.call.strata import strata, strata_html
from sizewise.ui.lab.call.tools import definition, joined, problem
from tests.sizing.models import MINI, profile
from tests.ui.app import html, opened

NEW = "o200k_base"
EXACT = Tokenizer("o200k_base", "exact", "")


def view(**address):
    return opened("lab", **{"view": "call", **address})


def field(app, kind, label):
    return next(each for each in getattr(app, kind) if each.label.startswith(label))


def layers(price=MINI, **more):
    call = Call(turns=(Message("user", "Hello"),), expected_output=10, **more)
    return {each.part: each for each in strata(parts(call, EXACT, None), price)}


@pytest.mark.parametrize("name", EXAMPLES)
def test_every_example_can_be_opened_by_its_address(name):
    app = view(example=name)
    assert not app.exception
    assert not app.error
    assert "Per call" in html(app)
    assert name in app.query_params["example"]


def test_dollars_follow_the_rates_of_input_and_output():
    found = layers()
    # 10 answer tokens x 0.60 / 1e6; the word itself is 1 token x 0.15 / 1e6
    assert found["answer"].amount == Decimal("0.000006")
    assert found["question"].amount == Decimal("0.00000015")


def test_shares_of_all_parts_make_a_whole():
    found = layers(reasoning=30).values()
    assert sum(each.of_tokens for each in found) == pytest.approx(Decimal(1))
    assert sum(each.of_bill for each in found) == pytest.approx(Decimal(1))


def test_without_a_price_the_tokens_are_still_told():
    found = layers(price=None)
    assert found["answer"].amount is None
    assert "Dollars, " not in strata_html(tuple(found.values()))


def test_a_call_of_nothing_says_so():
    assert "Nothing is sent" in strata_html(())


def test_words_of_a_call_never_become_markup_nor_part_of_the_address():
    app = view()
    field(app, "text_area", "The new question").set_value("<script>x</script> $a$").run()
    assert not app.exception
    assert "<script>" not in html(app)
    assert "script" not in str(app.query_params)


def test_a_changed_call_is_no_example_any_more():
    app = view(example="photo")
    field(app, "text_area", "The new question").set_value("Mine").run()
    assert "example" not in app.query_params
    assert field(app, "text_area", "The new question").value == "Mine"


def test_broken_json_is_told_at_its_field_and_nothing_of_it_counts():
    app = view()
    field(app, "text_area", "Tool definitions").set_value('[{"name": "x",]').run()
    assert "The text of the tools is no JSON" in app.error[0].value
    assert "st-tools" not in html(app)
    assert "Per call" in html(app)


def test_a_form_adds_a_function_to_the_json():
    app = view()
    app.text_input[0].set_value("find_book")
    app.text_input[1].set_value("Look up a book")
    field(app, "text_area", "What it is given").set_value("title: string: The title")
    app.button[[b.label for b in app.button].index("Add this function")].click().run()
    [tool] = json.loads(field(app, "text_area", "Tool definitions").value)
    assert tool["parameters"]["properties"] == {
        "title": {"type": "string", "description": "The title"}
    }
    assert "Tools" in html(app)


@pytest.mark.parametrize(
    ("name", "given", "why"),
    [("", "", "needs a name"), ("two words", "", "needs a name"), ("x", "title", "needs a kind")],
)
def test_a_function_that_cannot_be_is_told(name, given, why):
    with pytest.raises(ToolsError, match=why):
        definition(name, "", given)


def test_a_sound_list_of_tools_has_no_problem():
    assert problem(EXAMPLES["librarian"].tools, "o200k_base") == ""


NO_TOOLS = {
    "a long text": (f'[{{"name": "{"x" * 1_000_000}"}}]', "1,000,014 characters"),
    "deep lists": ("[" * 100_000, "nests more than 100"),
    "a long number": (f'[{{"name": "x", "n": {"9" * 5_000}}}]', "number that is too long"),
    "one name twice": ('[{"name": "x", "name": "y"}]', 'field "name" twice'),
    "no object": ("[NaN, 1e999]", "Tool 1 has no name"),
}


@pytest.mark.parametrize(("typed", "says"), NO_TOOLS.values(), ids=NO_TOOLS)
def test_what_no_list_of_tools_can_be_gets_a_sentence_and_a_way_on(typed, says):
    app = view()
    field(app, "text_area", "Tool definitions").set_value(typed).run()
    assert not app.exception
    assert says in app.error[0].value


def test_as_many_tools_as_fit_are_counted_soon():
    fields = ",".join(f'"{place}":{{}}' for place in range(15_000))
    start = process_time()
    assert problem(f'[{{"name":"x","parameters":{{"properties":{{{fields}}}}}}}]', NEW) == ""
    assert process_time() - start < 2


def test_a_function_that_makes_the_list_too_long_is_refused_and_nothing_is_cut():
    full = json.dumps([{"name": "x" * (limits.TEXT_CHARACTERS - 60)}])
    with pytest.raises(ToolsError, match="at most 200,000 characters"):
        joined(full, definition("find_book", "", ""))


def test_half_a_sign_in_the_tools_can_be_shown_again():
    text = joined('[{"name": "\\ud83d"}]', definition("find_book", "", ""))
    assert "find_book" in text
    assert text.encode()


def test_a_picture_without_pixels_is_told_at_its_field_and_not_counted():
    app = view(example="photo")
    assert "Pictures" in html(app)
    field(app, "number_input", "Width of picture 1").set_value(0).run()
    assert "nothing to see" in app.error[0].value
    assert "st-images" not in html(app)
    assert not app.exception


PNG = b"\x89PNG\r\n\x1a\n" + pack(">I4sII", 13, b"IHDR", 640, 480)
LARGE = PNG[:16] + pack(">II", 2**32 - 1, 2**32 - 1)


def test_a_picture_of_ones_own_is_measured():
    app = view(example="photo")
    app.file_uploader[0].upload("mine.png", PNG, "image/png").run()
    assert field(app, "number_input", "Width of picture 2").value == 640
    assert not app.error


@pytest.mark.parametrize("raw", [b"no picture", PNG[:20], LARGE])
def test_a_file_that_is_no_picture_gets_a_sentence_at_its_field(raw):
    app = view(example="photo")
    app.file_uploader[0].upload("$my*picture*$.png", raw, "image/png").run()
    assert not app.exception
    assert app.error[0].value.startswith(r"\$my\*picture\*\$.png: This")
    assert not [each for each in app.number_input if "picture 2" in each.label]


def test_a_picture_can_be_added_and_removed():
    app = view(example="photo")
    app.button(key="lab_call_add_picture").click().run()
    assert field(app, "number_input", "Height of picture 2").value == 1024
    app.button(key="lab_call_drop_0").click().run()
    assert field(app, "number_input", "Height of picture 1").value == 1024
    assert not [each for each in app.number_input if "picture 2" in each.label]


def test_a_model_whose_rule_for_pictures_nobody_knows_counts_the_rest():
    app = view(example="photo", model="mistral-small-2603")
    assert "No source says how many tokens a picture has" in app.warning[0].value
    assert "Per call" in html(app)


def test_a_turn_can_be_added_and_removed():
    app = view(example="photo")
    app.button(key="lab_call_add_turn").click().run()
    field(app, "text_area", "You, turn 1").set_value("Hello there").run()
    assert "Said before" in html(app)
    app.button(key="lab_call_drop_turn").click().run()
    assert "st-history" not in html(app)


def test_the_chat_grows_with_the_slider():
    app = view()
    assert "After 20 turns" in app.get("plotly_chart")[0].proto.alt
    app.slider[0].set_value(5).run()
    assert "After 5 turns" in app.get("plotly_chart")[0].proto.alt


def test_nonsense_in_the_address_is_told_and_the_example_stays():
    app = view(example="nope", answer="-3", think="many")
    assert html(app).count("The address asks for") == 3
    assert field(app, "number_input", "Tokens of the answer").value == EXAMPLES["tutor"].output


def test_a_call_too_long_for_the_model_is_told():
    [note] = notes_on(profile("small", MINI), Usage(990, output=20), MINI)  # the window holds 1,000
    assert "one call has 1,010" in note


def test_thinking_that_nobody_counted_and_thinking_that_never_comes_are_told():
    [unsaid] = notes_on(
        profile("thinker", MINI, thinking="on-by-default"), Usage(1, output=2), MINI
    )
    assert "Write how many" in unsaid
    [idle] = notes_on(profile("plain", MINI), Usage(1, output=2, reasoning=1), MINI)
    assert "does not think" in idle
