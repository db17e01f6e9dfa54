"""Build a call: its pieces on the left, where its tokens go on the right, the chat below."""

from collections.abc import Iterator

import streamlit as st
from markupsafe import Markup

from sizewise.ground.written import dollars, grouped
from sizewise.sizing.catalogue.catalog import ModelProfile
from sizewise.sizing.catalogue.price import Price, PriceUnknown
from sizewise.sizing.cost.call import Call, CallPart, parts, usage_of
from sizewise.sizing.cost.cost import estimate
from sizewise.sizing.cost.limit_notes import limit_notes
from sizewise.sizing.tokens.tokenizer import tokenizer_of
from sizewise.sizing.tokens.usage import Usage
from sizewise.ui import house
from sizewise.ui.kit.html import show_html
from sizewise.ui.kit.provenance import prices_html, standing_html
from sizewise.ui.kit.receipt import bill_html, line_html, receipt_html, rule_html
from sizewise.ui.kit.share import bill_csv, share_bar
from sizewise.ui.lab.call import state
from sizewise.ui.lab.call.growth import draw_growth
from sizewise.ui.lab.call.pictures import ask_pictures
from sizewise.ui.lab.call.strata import strata, strata_html
from sizewise.ui.lab.call.tools import ask_tools
from sizewise.ui.lab.call.writing import ask_example, ask_numbers, ask_texts
from sizewise.ui.lab.inputs import draft
from sizewise.ui.lab.tokenized import choose_model

MANY = 1000
"""The receipt's second total: so many such calls."""


def draw() -> None:
    """Draw the view "Build a call"."""
    state.begin()
    model = draft("model", prefix="lab_call")
    model.begin()
    told = st.container(key="lab_call_told")
    ask_example()
    left, right = st.columns([7, 5], gap="large")
    with right:
        profile = choose_model("lab_call")
    with left:
        call = _ask(profile)
    state.keep_own()
    with told:
        model.draw_notices()
        state.draft().draw_notices()
    made_of = parts(call, tokenizer_of(profile), profile.file.image_tokens)
    price = _price(profile)
    with right:
        _receipt(profile, made_of, price)
    with st.container(key="lab_call_below"):
        st.header("Where the tokens go", anchor=False)
        show_html(strata_html(strata(made_of, price)))
        if price is not None:
            draw_growth(made_of, price, profile.file.limits.context_window)


def _ask(profile: ModelProfile) -> Call:
    encoding = tokenizer_of(profile).encoding
    ask_texts()
    tools = ask_tools(encoding)
    pictures = ask_pictures(profile)
    ask_numbers()
    return state.call(tools, pictures)


def _price(profile: ModelProfile) -> Price | None:
    try:
        return profile.price_on(house.today())
    except PriceUnknown:
        return None


def _receipt(profile: ModelProfile, made_of: tuple[CallPart, ...], price: Price | None) -> None:
    if price is None:
        st.info(f"{profile.name} has no price today.", icon=":material/receipt_long:")
        return
    usage, day = usage_of(made_of), house.today()
    bill = estimate(usage, price)
    body = (
        bill_html(bill)
        + rule_html()
        + line_html("Per call", dollars(bill.total), "tot")
        + line_html(f"{grouped(MANY)} calls", dollars(bill.total * MANY), "s")
    )
    notes = Markup().join(
        Markup('<p class="rc-note">{}</p>').format(note) for note in notes_on(profile, usage, price)
    )
    foot = notes + standing_html(profile, day) + prices_html([price], day)
    with st.container(key="lab_call_receipt"):
        show_html(receipt_html(profile.name, "One call; rates per million tokens", body, foot))
    table = bill_csv(profile.name, bill)
    share_bar("lab_call_share", f"sizewise-call-{profile.id}", ".st-key-lab_call_receipt", table)


def notes_on(profile: ModelProfile, usage: Usage, price: Price) -> Iterator[str]:
    """What to know of a call on that model: limits that it meets, tokens nobody counted."""
    yield from limit_notes(profile, usage, price)
    facts = profile.file
    if facts.thinks_unasked and not usage.reasoning:
        yield f"{profile.name} thinks before it answers. Write how many tokens of it you expect."
    if usage.reasoning and not facts.can_think:
        yield f"{profile.name} does not think in hidden steps, so its real bill is smaller."
