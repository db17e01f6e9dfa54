"""A text is counted while it is typed, and the field stays the typist's."""

from playwright.sync_api import expect

from sizewise.ground import limits
from sizewise.ui.kit.text_area import HERE, NUMBERS
from tests.browser.screen import arrive, barriers, settled

WHOLE = {
    "1e3": "1,000",
    "2.5e6": "2,500,000",
    "1,200": "1,200",
    "1.000": "1,000",
    "1.000.000": "1,000,000",
    "1 000": "1,000",
    "2,0": "2",
    "１２３": "123",
}
"""Ways to write a whole number, and what it is."""
NO_WHOLE = ("2000.9", "1.000,5", "1,0000", "½", "five", "١٢٣", "")
DECIMAL = {"2,5": "2.50", "1.000,50": "1000.50", "1e3": "1000.00", "1,000": "1000.00", ".5": "0.50"}
"""Ways to write a sum of money, and how Streamlit shows it."""
LEAVE = (
    (HERE / "number_field.js").read_text("utf-8")
    + """
const field = document.querySelector('input'), stop = readNumbers({numbers})
const left = typed.map((text) => {
  field.focus()
  field.value = text
  field.dispatchEvent(new Event('input', {bubbles: true}))
  field.blur()
  const told = document.querySelector('.unread')?.textContent ?? ''
  return [field.value, field.getAttribute('aria-valuenow'), told]
})
stop()
return left"""
)
"""Types each text into the field of a page without a server, and leaves it."""


def test_chips_and_bill_follow_the_keys_and_the_field_stays_the_typists(kept_server, calm_page):
    address = f"{kept_server.url}/lab?calls=many"  # its notice goes when something changes
    page = arrive(calm_page, address)
    field, bill = page.get_by_label("Your prompt"), page.locator(".st-key-lab_receipt")
    first, entries = bill.inner_text(), page.evaluate("() => history.length")
    field.focus()
    page.keyboard.press("Control+A")
    page.keyboard.type("zebra", delay=40)
    _counted(page, field, "zebra")
    expect(bill).not_to_have_text(first)
    for _ in range(2):
        page.keyboard.press("ArrowLeft")
    page.keyboard.type("X")
    _counted(page, field, "zebXra")
    assert field.evaluate("(area) => area.selectionStart") == 4  # the caret stays where it was
    page.keyboard.press("Control+Z")
    _counted(page, field, "zebra")
    _compose(page, field)
    _type_a_number(page, bill)
    _write_numbers_in_other_ways(page, bill)
    _type_what_is_no_number(page, bill)
    _paste_the_longest(page, field)
    assert page.evaluate("() => history.length") == entries
    expect(page.get_by_text("to apply")).to_have_count(0)
    _press_in_the_same_moment(page, field)


def _counted(page, field, text):
    """The chips show the text that stands in the field, and the field has the focus."""
    expect(page.locator("[data-testid=stMain] .tks").first).to_have_text(text)
    expect(field).to_have_value(text)
    expect(field).to_be_focused()


def _press_in_the_same_moment(page, field):
    """A text that is left by a press on another view goes along to that view.

    The browser often sends both in one message, as if only the text's part were to be drawn.
    """
    for words in ("one zebra", "two zebras"):
        field.fill("")
        page.keyboard.type(words, delay=30)
        page.get_by_role("radio", name="X-ray").click()
        expect(page.get_by_role("heading", name="X-ray")).to_be_visible()
        page.go_back()
        expect(field).to_have_value(words)


def _compose(page, field):
    """Nothing is handed over while an input method composes."""
    keys = page.context.new_cdp_session(page)
    page.keyboard.press("Control+A")
    for typed in ("に", "にほ", "にほん"):
        end = {"selectionStart": len(typed), "selectionEnd": len(typed)}
        keys.send("Input.imeSetComposition", {"text": typed, **end})
        page.wait_for_timeout(250)
    expect(field).to_have_value("にほん")
    expect(page.locator("[data-testid=stMain] .tks").first).to_have_text("zebra")
    keys.send("Input.insertText", {"text": "日本"})
    _counted(page, field, "日本")


def _paste_the_longest(page, field):
    """The longest text is counted whole, and what is typed meanwhile stays."""
    field.focus()
    page.keyboard.press("Control+A")
    page.keyboard.insert_text("word " * (limits.TEXT_CHARACTERS // 5 - 1))
    expect(page.locator(".counts")).to_contain_text("199,995")
    page.keyboard.type("abc", delay=30)
    expect(page.locator(".counts")).to_contain_text("199,998")
    assert field.input_value().endswith("word abc")


def _type_a_number(page, bill):
    """A whole number counts without Enter, and the next digit goes where the caret is."""
    calls = page.get_by_role("spinbutton", name="Calls per month")
    calls.focus()
    page.keyboard.press("Control+A")
    page.keyboard.type("1234")
    expect(bill).to_contain_text("1,234 calls")
    page.keyboard.press("ArrowLeft")
    page.keyboard.type("5")
    expect(bill).to_contain_text("12,354 calls")
    expect(calls).to_have_value("12354")
    expect(calls).to_be_focused()


def _write_numbers_in_other_ways(page, bill):
    """A number is read as it is meant, at Enter and at a press elsewhere."""
    calls = page.get_by_role("spinbutton", name="Calls per month")
    for typed, leave in (("2.5e6", False), ("1.000", True)):
        number = WHOLE[typed]
        _type(page, calls, typed, leave)
        expect(bill).to_contain_text(f"{number} calls")
        expect(calls).to_have_value(number.replace(",", ""))
        expect(calls).to_have_attribute("aria-valuenow", number.replace(",", ""))


def _type_what_is_no_number(page, bill):
    """Such a text is refused with a sentence, and the number from before counts."""
    calls, told = page.get_by_role("spinbutton", name="Calls per month"), page.locator(".unread")
    calls.fill("77")
    expect(bill).to_contain_text("77 calls")
    for typed, leave in (("2000.9", False), ("five", True)):
        _type(page, calls, typed, leave)
        expect(told).to_contain_text("77 stays.")
        expect(told).to_contain_text(typed)
        expect(calls).to_have_value("77")
    expect(calls).to_have_accessible_description(told.inner_text())
    assert barriers(settled(page)) == ""
    calls.press("ArrowUp")
    expect(bill).to_contain_text("1,077 calls")  # a step of 1,000 from what stands there
    calls.press_sequentially("8")
    expect(told).to_have_count(0)
    expect(bill).to_contain_text("10,778 calls")


def _type(page, field, text, leave):
    field.focus()
    page.keyboard.press("ControlOrMeta+A")
    page.keyboard.press("Delete")
    page.keyboard.type(text)
    if leave:
        page.get_by_role("heading", level=1).click()
    else:
        page.keyboard.press("Enter")


def test_a_sum_of_money_is_read_as_it_is_meant(kept_server, calm_page):
    page = arrive(calm_page, f"{kept_server.url}/lab?view=plan")
    budget = page.get_by_role("spinbutton", name="Budget a month")
    for typed, leave in (("1.000,50", False), (".5", True)):
        _type(page, budget, typed, leave)
        expect(budget).to_have_value(DECIMAL[typed])
    _type(page, budget, "five", leave=True)
    expect(page.locator(".unread")).to_contain_text("I cannot read “five” as a number.")
    expect(budget).to_have_value("0.50")


def test_a_form_does_not_go_with_what_is_no_number(kept_server, calm_page):
    page = arrive(calm_page, f"{kept_server.url}/lab?view=x-ray")
    page.get_by_text("Guess first").click()
    guess, show = page.get_by_role("spinbutton"), page.get_by_role("button", name="Show the tokens")
    for press in (lambda: guess.press("Enter"), show.click):
        guess.fill("a dozen")
        press()
        expect(page.locator(".unread")).to_contain_text("I cannot read “a dozen” as a number.")
        expect(page.locator(".guessed")).to_have_count(0)
    guess.fill("1e1")
    show.click()
    expect(page.locator(".guessed")).to_contain_text("your guess is")


def test_a_number_is_read_in_whichever_way_it_is_written(page):
    for typed, (value, now, told) in zip(WHOLE, _leave(page, WHOLE, "7"), strict=True):
        number = WHOLE[typed].replace(",", "")
        assert (typed, value, now, told) == (typed, number, number, "")
    for typed, (value, now, told) in zip(NO_WHOLE, _leave(page, NO_WHOLE, "77"), strict=True):
        assert (typed, value, now) == (typed, "77", "77")
        assert typed in told
        assert told.endswith("77 stays.")
    for typed, (value, _, told) in zip(DECIMAL, _leave(page, DECIMAL, "7.00"), strict=True):
        assert (typed, float(value), told) == (typed, float(DECIMAL[typed]), "")


def _leave(page, typed, stood):
    """What stands in a field when each of these is typed into it and it is left: its text, the
    number that is told to screen readers, and what is said below it. `stood` stands there first."""
    box = f"<input type=number min=0 max=10000000 value={stood}>"
    page.set_content(f"<div data-testid=stNumberInput>{box}</div>")
    return page.evaluate(f"([typed, numbers]) => {{{LEAVE}}}", [list(typed), NUMBERS])
