"""Price a prompt: the prompt on the left, the bill on the right, the comparison below."""

from typing import NamedTuple

import streamlit as st
from markupsafe import Markup
from streamlit.delta_generator import DeltaGenerator

from sizewise.ground.written import dollars, grouped, number, number_of
from sizewise.sizing.catalogue.catalog import ModelProfile
from sizewise.sizing.catalogue.price import PriceUnknown
from sizewise.sizing.tokens.chips import chips
from sizewise.sizing.tokens.tokenizer import Tokenizer, tokenizer_of
from sizewise.sizing.tokens.tokens import clean, count
from sizewise.ui import house
from sizewise.ui.early import send_what_is_drawn
from sizewise.ui.frame.draft import Draft
from sizewise.ui.kit import share
from sizewise.ui.kit.chips import view_html
from sizewise.ui.kit.html import show_html
from sizewise.ui.kit.provenance import prices_html, standing_html
from sizewise.ui.kit.receipt import bill_html, line_html, receipt_html, rule_html
from sizewise.ui.kit.text_area import counted, text_area
from sizewise.ui.lab import currency
from sizewise.ui.lab.inputs import MOST_CALLS, MOST_OUTPUT, Inputs, draft, inputs_of
from sizewise.ui.lab.price.bill import WorkloadBill, bill, no_batch
from sizewise.ui.lab.price.comparison import draw_comparison
from sizewise.ui.lab.tokenized import choose_model, chosen_model, counts_html, trust_html

PROMPT = (
    "You are a helpful school assistant. Sort this message into billing, technical or general.\n\n"
    "Message: My tablet won’t charge and the app logged me out twice today 😕"
)


class Places(NamedTuple):
    """Where the bill goes: notices on top, the bill on the right, the comparison below."""

    told: DeltaGenerator
    right: DeltaGenerator
    below: DeltaGenerator


def draw() -> None:
    """Draw the view "Price a prompt"."""
    draft().begin()
    currency.draft().begin()
    _lab()


@st.fragment
def _lab() -> None:
    """A new prompt or model redraws all of the lab, and nothing else of the page."""
    told = st.container(key="lab_told")
    left, right = st.columns([7, 5], gap="large")
    places = Places(told, right, st.container(key="lab_below"))
    with left:
        typed = text_area("Your prompt", value=PROMPT, height=170, key="lab_prompt")
        text = clean(counted(typed))
    tokenizer = tokenizer_of(chosen_model("lab"))
    with left:
        _sight(text, tokenizer)
    send_what_is_drawn()
    with right:
        profile = choose_model("lab")
    _bill_of(text, profile, tokenizer, places)


@st.fragment
def _sight(text: str, tokenizer: Tokenizer) -> None:
    """The chips; their switch redraws only them."""
    with st.container(key="lab_sight_head", horizontal=True, vertical_alignment="center"):
        st.header("How the model sees it", anchor=False)
        ids = st.toggle("Show token numbers", key="lab_ids", persist_state="session")
    cut = chips(text, tokenizer.encoding)
    show_html(view_html(cut, ids) + counts_html(_counts(text, cut.total)) + trust_html(tokenizer))


def _counts(text: str, tokens: int) -> dict[str, str]:
    words = len(text.split())
    return {
        "Tokens": f"{grouped(tokens)}",
        "Words": f"{grouped(words)}",
        "Characters": f"{grouped(len(text))}",
        "Per word": number(tokens / words) if words else "–",
    }


@st.fragment
def _bill_of(
    text: str,
    profile: ModelProfile,
    tokenizer: Tokenizer,
    places: Places,
) -> None:
    """Inputs, receipt and comparison; an input redraws only these."""
    tokens, asked = count(text, tokenizer.encoding), draft()
    with places.right:
        _ask(asked, profile, tokens)
        inputs = inputs_of(asked.values())
        _receipt(profile, tokens, inputs)
    with places.told:
        asked.draw_notices()
    with places.below:
        draw_comparison(text, asked)


def _ask(asked: Draft, profile: ModelProfile, tokens: int) -> None:
    short, long = st.columns(2)
    with short:
        st.number_input("Tokens out", 0, MOST_OUTPUT, **asked.widget("out"))
    with long:
        st.number_input("Calls per month", 1, MOST_CALLS, step=1000, **asked.widget("calls"))
    st.slider(
        "Share of input already cached",
        0,
        100,
        step=5,
        format="%d%%",
        **asked.widget("cached"),
    )
    _ask_batch(asked, profile, tokens)


def _ask_batch(asked: Draft, profile: ModelProfile, tokens: int) -> None:
    try:
        why_not = no_batch(profile, tokens, house.today())
    except PriceUnknown:
        why_not = None
    st.toggle(
        "Batch: cheaper, answered within a day",
        disabled=why_not is not None,
        **asked.widget("batch"),
    )
    if why_not:
        st.caption(why_not)


def _receipt(profile: ModelProfile, tokens: int, inputs: Inputs) -> None:
    day = house.today()
    try:
        answer = bill(profile, tokens, inputs, day)
    except PriceUnknown as unknown:
        st.info(f"{unknown}, so there is no bill for it.", icon=":material/receipt_long:")
        return
    with st.container(key="lab_receipt"):
        show_html(_receipt_html(profile, answer, inputs))
    table = share.bill_csv(profile.name, answer.month)
    share.share_bar("lab_share", f"sizewise-{profile.id}", ".st-key-lab_receipt", table)
    currency.ask_currency()


def _receipt_html(profile: ModelProfile, answer: WorkloadBill, inputs: Inputs) -> Markup:
    day = house.today()
    sent = ", as a batch" if answer.month.batch else ""
    body = (
        bill_html(answer.month)
        + rule_html()
        + line_html("Per month", dollars(answer.month.total), "tot")
        + currency.total_html(currency.current(), answer.month.total)
        + line_html("Per call", dollars(answer.call.total), "s")
    )
    notes = Markup().join(Markup('<p class="rc-note">{}</p>').format(note) for note in answer.notes)
    foot = notes + standing_html(profile, day) + prices_html([answer.month.price], day)
    sub = f"{number_of(inputs.calls, 'call')} a month{sent}; rates per million tokens"
    return receipt_html(profile.name, sub, body, foot)
