"""Read a bill: a pasted API response, and what that call cost, line by line."""

import re
from collections.abc import Callable
from contextlib import suppress
from datetime import date

import streamlit as st
from markupsafe import Markup

from sizewise.ground.written import day_words, dollars, grouped, number_of, whole_percent
from sizewise.library.prices import snapshot_history
from sizewise.sizing.catalogue.catalog import ModelProfile
from sizewise.sizing.catalogue.price import PriceUnknown
from sizewise.sizing.catalogue.response_name import model_named
from sizewise.sizing.cost.bill import Bill, BillError, read_bill
from sizewise.sizing.cost.bill_cost import BillCost, cost_of
from sizewise.sizing.cost.cache_worth import CacheWorth
from sizewise.sizing.cost.cost import TierUnavailable
from sizewise.ui import house, session
from sizewise.ui.frame.address import FIRST_DAY, LAST_DAY
from sizewise.ui.frame.draft import Draft
from sizewise.ui.kit import share
from sizewise.ui.kit.html import show_html
from sizewise.ui.kit.markdown import inline, literal, sentence
from sizewise.ui.kit.provenance import option_words, prices_html, standing_html
from sizewise.ui.kit.receipt import bill_html, line_html, receipt_html, rule_html
from sizewise.ui.lab import currency
from sizewise.ui.lab.bill.responses import COUNTED, RESPONSES
from sizewise.ui.lab.inputs import draft
from sizewise.ui.lab.sampled import Sampled
from sizewise.ui.lab.tokenized import choose_model

DAY = "lab_bill_day"
STAND_IN = "lab_bill_stand_in"
MOST_CALLS = 1_000_000_000
LONG_NAME = 60
"""Characters of a model's name that are shown."""
LONG_LINE = 70
"""Characters of a wrong line that are shown, around the place."""


def draw() -> None:
    """Draw the view "Read a bill"."""
    _begin()
    _model().draw_notices()
    left, right = st.columns([7, 5], gap="large")
    with left:
        said = st.container()  # above the field, where it is seen without scrolling
        pasted = _field().ask("The response, as JSON", height=380)
        with said:
            bill = _read(pasted)
    with right:
        if bill:
            _price(bill)
        elif not pasted.strip():
            show_html(Markup('<div class="view none"><p>The receipt comes here.</p></div>'))


def _begin() -> None:
    """Take model and response from the address; a model that it names wins over the response's."""
    named = session.query("model")
    currency.draft().begin()
    _model().begin()
    (_field(_take_day) if named else _field()).begin()


def _model() -> Draft:
    return draft("model", prefix="lab_bill")


def _field(changed: Callable[[], None] | None = None) -> Sampled:
    return Sampled("lab_bill", RESPONSES, changed or _take_model)


def _take_model() -> None:
    """Price a new response as the model it names, where the catalogue has it, on its own day."""
    _take_day()
    session.drop(STAND_IN)
    with suppress(BillError):
        named = model_named(read_bill(_field().text).model, house.library().catalogue)
        if named:
            _model().give(model=named.id)


def _take_day() -> None:
    with suppress(BillError):
        session.put(DAY, _priced_on(read_bill(_field().text)))


def _priced_on(bill: Bill) -> date:
    """The response's own day, where it tells one on which there can be a price; else today."""
    made = bill.made_on
    return made if made and FIRST_DAY <= made <= LAST_DAY else house.today()


def _read(pasted: str) -> Bill | None:
    """The usage of the response, or a sentence below the field."""
    if not pasted.strip():
        st.caption("Paste what the API sent back. Only the numbers in `usage` count.")
        return None
    try:
        bill = read_bill(pasted)
    except BillError as error:
        st.error(_sentence(error, pasted), icon=":material/error:")
        if place := _place(error, pasted):
            show_html(_excerpt_html(pasted, *place))
        return None
    show_html(_told_html(bill))
    return bill


def _told_html(bill: Bill) -> Markup:
    named = f", model {_short(bill.model)}" if bill.model else ", no model named"
    return Markup(
        '<p class="trust"><span class="pill ok">Read</span><span>{}. {}</span></p>'
    ).format(bill.shape + named, inline(COUNTED[bill.shape]))


def _sentence(error: BillError, pasted: str) -> str:
    place = _place(error, pasted)
    at = f"Line {place[0]}, column {place[1]}: " if place else ""
    words = re.sub(r" at line \d+, column \d+", "", str(error))
    return sentence(at + words)


def _place(error: BillError, pasted: str) -> tuple[int, int] | None:
    return error.place or place_of(pasted, error.field)


def place_of(pasted: str, field: str) -> tuple[int, int] | None:
    """Line and column, from 1, where a wrong field stands; where none does, of what holds it."""
    for key in reversed(field.split(".")):
        found = re.search(rf'(["\']){re.escape(key)}\1\s*:', pasted)
        if found:
            start = pasted.rfind("\n", 0, found.start()) + 1
            return pasted.count("\n", 0, start) + 1, found.start() - start + 1
    return None


def _excerpt_html(pasted: str, line: int, column: int) -> Markup:
    """The wrong line with a mark below the place."""
    # JSON counts lines by line feeds alone; splitlines would split at other signs too.
    whole = pasted.split("\n")[line - 1].replace("\t", " ")
    first = max(0, column - 1 - LONG_LINE // 2)
    shown, mark = whole[first : first + LONG_LINE], " " * (column - 1 - first) + "▲"
    number = f"{line} │ "
    return Markup(
        '<pre class="excerpt" tabindex="0" role="region" aria-label="Line {}">{}{}\n{}{}</pre>'
    ).format(line, number, shown, " " * len(number), mark)


def _price(bill: Bill) -> None:
    profile = _priced_as(bill)
    if profile is None:
        return
    left, right = st.columns(2)
    with left:
        calls = st.number_input("Such calls", 1, MOST_CALLS, 1, key="lab_bill_calls") or 1
    with right:
        session.once(DAY, lambda: _priced_on(bill))
        typed = st.date_input("Prices on", min_value=FIRST_DAY, max_value=LAST_DAY, key=DAY)
    day = typed or house.today()
    try:
        price = profile.price_on(day)
        answer = cost_of(bill, price, calls=calls)
    except (PriceUnknown, TierUnavailable) as unknown:
        st.info(f"{unknown}. So there is no bill for that day.", icon=":material/receipt_long:")
        return
    if bill.made_on == day:
        st.caption(f"The response was made on {day_words(day)}, so that day’s price holds.")
    with st.container(key="lab_bill_receipt"):
        show_html(_receipt_html(profile, bill, answer, calls, day))
    table = share.bill_csv(profile.name, answer.receipt)
    share.share_bar("lab_bill_share", "sizewise-bill", ".st-key-lab_bill_receipt", table)
    currency.ask_currency()


def _priced_as(bill: Bill) -> ModelProfile | None:
    """The model whose prices hold: the response's own, or one that the learner chooses for it."""
    catalogue, day = house.library().catalogue, house.today()
    named = model_named(bill.model, catalogue)
    if named is not None:
        profile = choose_model("lab_bill", "Priced as")
        if named.id != profile.id:
            st.caption(f"The response is from {named.name}, and its tokenizer counted.")
            return profile
        own = snapshot_history(profile.file, bill.model or "")
        return profile.model_copy(update={"prices": own}) if own else profile
    chosen = st.selectbox(
        "Priced as",
        list(catalogue.profiles),
        index=None,
        placeholder="Choose a model",
        format_func=lambda each: option_words(catalogue.model(each), day),
        key=STAND_IN,
    )
    unknown = literal(_short(bill.model or ""))
    why = f"The catalogue has no “{unknown}”" if bill.model else "The response names no model"
    st.caption(f"{why}: choose what to price it as.")
    return catalogue.model(chosen) if chosen else None


def _short(name: str) -> str:
    return name if len(name) <= LONG_NAME else f"{name[:LONG_NAME]}…"


def _receipt_html(
    profile: ModelProfile, bill: Bill, answer: BillCost, calls: int, day: date
) -> Markup:
    receipt, today = answer.receipt, house.today()
    body = bill_html(receipt) + rule_html()
    body += line_html("Total", dollars(receipt.total), "tot")
    body += currency.total_html(currency.current(), receipt.total)
    if (requests := calls * bill.requests) > 1:
        body += line_html("Per call", dollars(receipt.total / requests), "s")
    if bill.own_cost is not None:
        body += line_html("The provider says", dollars(bill.own_cost), "s", _per_call(calls))
    notes = [*notes_of(answer), *(f"Not in this bill: {each}." for each in answer.left_out)]
    foot = Markup().join(Markup('<p class="rc-note">{}</p>').format(note) for note in notes)
    foot += standing_html(profile, today) + prices_html([receipt.price], today)
    return receipt_html(profile.name, _sub(answer, requests, day), body, foot)


def _per_call(calls: int) -> str:
    return "for one call" if calls > 1 else ""


def _sub(answer: BillCost, calls: int, day: date) -> str:
    tokens = sum(line.tokens for line in answer.receipt.lines)
    counted = f"{number_of(calls, 'call')}, {number_of(tokens, 'token')}"
    rates = f"{answer.tier} rates" if answer.tier else "rates"
    dated = f", prices of {day_words(day)}" if day != house.today() else ""
    return f"{counted}; {rates} per million tokens{dated}"


def notes_of(answer: BillCost) -> list[str]:
    """What a bill teaches: the share of hidden thinking, and what the cache saved or cost."""
    notes, receipt = [], answer.receipt
    spent = {line.kind: line for line in receipt.lines}
    if receipt.total and "reasoning" in spent:
        share_of = spent["reasoning"].amount / receipt.total
        notes.append(
            f"Hidden thinking is {whole_percent(share_of)} of this bill. Nobody gets to read it."
        )
    if answer.cache and answer.cache.saved:
        notes.append(_cache_note(answer.cache))
    return notes


def _cache_note(cache: CacheWorth) -> str:
    if cache.saved > 0:
        return f"Without the cache this would cost {dollars(cache.saved)} more."
    dearer = f"Without the cache this would cost {dollars(-cache.saved)} less"
    needed = cache.reads_to_pay
    if needed is None:
        return f"{dearer}, and no later call makes up for it: reading is no cheaper here."
    reads = "one later call reads" if needed == 1 else f"{grouped(needed)} later calls read"
    return f"{dearer}: writing to it is dearer than plain input. It pays once {reads} all of it."
