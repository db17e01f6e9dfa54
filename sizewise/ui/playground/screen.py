"""The page: what is asked on top, what came back below it."""

import json
from decimal import Decimal

import streamlit as st
from markupsafe import Markup

from sizewise.gateway.protocol import Request
from sizewise.ground.written import dollars
from sizewise.sizing.catalogue.catalog import ModelProfile
from sizewise.sizing.catalogue.price import PriceUnknown
from sizewise.sizing.cost.cost import estimate
from sizewise.sizing.tokens.usage import Usage
from sizewise.ui import house, session
from sizewise.ui.frame.address import Parameter, amount, one_of, whole
from sizewise.ui.frame.draft import Draft
from sizewise.ui.frame.notice import lost
from sizewise.ui.kit.html import show_html
from sizewise.ui.kit.provenance import prices_html
from sizewise.ui.kit.receipt import bill_html, line_html, receipt_html, rule_html
from sizewise.ui.lab.figures import choose_model
from sizewise.ui.lab.inputs import draft as lab_draft
from sizewise.ui.lab.sampled import Sampled
from sizewise.ui.playground import program, who
from sizewise.ui.playground.calls import Call, calls
from sizewise.ui.playground.markup import figures_html, status_html, text_html, tokens_html
from sizewise.ui.playground.reply import Reply
from sizewise.ui.playground.samples import LIMIT, SAMPLES, request

CALL = "playground_call_id"
SYSTEM, SCHEMA = "playground_system", "playground_schema"
URL, MODEL, KEY = "playground_url", "playground_model_name", "playground_key"
LOOK = 0.1
"""Seconds between two looks at a reply that is being written."""
MOST_OUT = 1000
OTHERS = 3
"""Tokens shown beside each that was taken."""


def _take_along() -> None:
    """A sample brings its system text and its schema."""
    sample = SAMPLES.get(_FIELD.sample or "")
    if sample:
        session.put(SYSTEM, sample.system)
        session.put(SCHEMA, sample.schema)


_FIELD = Sampled("playground", SAMPLES, _take_along)


def draw() -> None:
    """Draw the page."""
    if not house.library().catalogue.profiles:
        lost("The playground is being repaired", "No model of the catalogue can be read.")
        return
    st.title("Playground", anchor=False)
    show_html(_OFTEN_WRONG)
    asked = _draft()
    asked.begin()
    _FIELD.begin()
    lab_draft("model", prefix="playground").begin()
    left, right = st.columns([7, 5], gap="large")
    with left:
        _ask_what()
    with right:
        _ask_whom(asked)
        priced = choose_model("playground", "Price the call as if on")
    asked.draw_notices()
    _buttons()
    _answer(priced)


_OFTEN_WRONG = Markup(
    '<p class="trust"><span class="pill now">Often wrong</span><span>The model that comes along '
    "has 135 million parameters, a thousandth of a large one. It writes well and knows little: "
    "check what it says.</span></p>"
)


def _draft() -> Draft:
    known = one_of(who.WHO, "nobody of that name answers here.")
    return Draft(
        "playground_call",
        {
            "who": Parameter("an answer by", known, "local"),
            "temperature": Parameter("a temperature of", amount(0, 2, 1), Decimal(0)),
            "limit": Parameter("tokens out of", whole(1, MOST_OUT), LIMIT),
        },
        "playground",
    )


def _ask_what() -> None:
    _FIELD.ask("Your prompt", height=120)
    if _FIELD.sample:
        st.caption(SAMPLES[_FIELD.sample].look)
    further = bool(session.get(SYSTEM) or session.get(SCHEMA))
    with st.expander("System text and JSON Schema", icon=":material/tune:", expanded=further):
        st.text_area(
            "System text: who the model should be", height=68, key=SYSTEM, persist_state="session"
        )
        st.text_area(
            "JSON Schema the reply must follow; empty for free text",
            height=150,
            key=SCHEMA,
            persist_state="session",
        )


def _ask_whom(asked: Draft) -> None:
    chosen = st.selectbox("Who answers", who.WHO, format_func=who.words, **asked.widget("who"))
    if chosen == "local" and (why_not := who.why_not_local()):
        st.info(f"{why_not} Until then the samples have recorded replies.")
    if chosen == "recorded":
        st.caption(f"The samples as they stand, at temperature 0 and {LIMIT} tokens out.")
    if chosen == "endpoint":
        _ask_address()
    warm, long = st.columns(2)
    with warm:
        st.slider("Temperature", 0.0, 2.0, step=0.1, **asked.widget("temperature"))
    with long:
        st.number_input("Tokens out at most", 1, MOST_OUT, **asked.widget("limit"))


def _ask_address() -> None:
    """Kept in the memory of this tab, and gone with the page."""
    st.text_input("Base URL", placeholder="https://api.openai.com/v1", key=URL)
    st.text_input("Model, as the provider calls it", placeholder="gpt-4o-mini", key=MODEL)
    st.text_input("API key", type="password", autocomplete="off", key=KEY)
    st.caption(
        "Your prompt goes to that address. The key stays in the memory of this tab: it is never "
        "stored, and gone when you leave the page."
    )


def _buttons() -> None:
    call = _current()
    live = call is not None and not call.reply().over
    with st.container(key="playground_buttons", horizontal=True):
        st.button("Ask", type="primary", key="playground_ask", on_click=_send, disabled=live)
        if live:
            st.button("Stop", key="playground_stop", on_click=_stop)


def _send() -> None:
    address = who.Address(*(session.get(each) or "" for each in (URL, MODEL, KEY)))
    provider = who.provider(_draft().value("who"), address)
    session.put(CALL, calls().ask(provider, _request()))


def _stop() -> None:
    if call := _current():
        call.stop()


def _request() -> Request:
    values = _draft().values()
    return request(
        _FIELD.text,
        session.get(SYSTEM) or "",
        session.get(SCHEMA) or "",
        temperature=float(values["temperature"]),
        limit=values["limit"],
        logprobs=None if values["who"] == "endpoint" else OTHERS,
    )


def _current() -> Call | None:
    return calls().call(session.get(CALL) or "")


def _answer(priced: ModelProfile) -> None:
    """The reply; while it is being written the page looks at it again and again."""
    call = _current()
    if call is None:
        return
    live = not call.reply().over
    st.fragment(_drawn, run_every=LOOK if live else None)(call, priced, live)


def _drawn(call: Call, priced: ModelProfile, live: bool) -> None:
    reply = call.reply()
    if live and reply.over:
        st.rerun()
    st.header("Reply", anchor=False)
    if reply.failure:
        st.error(str(reply.failure), icon=":material/error:")
    else:
        show_html(status_html(reply))
    for failure in reply.retried:
        st.warning(f"An attempt failed, and another followed. {failure.sentence}")
    if reply.text:
        show_html(text_html(reply))
    show_html(figures_html(reply))
    if reply.source:
        st.caption(f"Answered by: {reply.source}")
    if reply.over:
        _rest(call, reply, priced)


def _rest(call: Call, reply: Reply, priced: ModelProfile) -> None:
    """What can be looked at in peace once the reply has come."""
    left, right = st.columns([7, 5], gap="large")
    with left:
        if reply.tokens:
            st.header("How sure it was of each token", anchor=False)
            show_html(tokens_html(reply.tokens))
    with right:
        if reply.usage:
            _receipt(reply.usage, priced)
    if reply.request:
        _raw(call.request, reply, priced)


def _receipt(usage: Usage, priced: ModelProfile) -> None:
    try:
        bill = estimate(usage, priced.price_on(house.today()))
    except PriceUnknown as unknown:
        st.info(f"{unknown}, so there is no bill for it.", icon=":material/receipt_long:")
        return
    body = bill_html(bill) + rule_html() + line_html("This call", dollars(bill.total), "tot")
    million = line_html("A million such calls", dollars(bill.total * 1_000_000), "s")
    note = Markup('<p class="rc-note">{}</p>').format(
        f"With the tokens of the model that answered. {priced.name} cuts texts its own way."
    )
    foot = note + prices_html([bill.price], house.today())
    show_html(receipt_html(f"The same call on {priced.name}", "", body + million, foot))


def _raw(request: Request, reply: Reply, priced: ModelProfile) -> None:
    with st.expander("Request and response, as they went over the line", icon=":material/cable:"):
        for each in (reply.request, reply.response):
            _code(json.dumps(dict(each), indent=2, ensure_ascii=False))
    with st.expander("The Python to repeat it", icon=":material/code:"):
        st.caption("On the local model, from the folder of Sizewise:")
        _code(program.here(request))
        if there := program.there(request, priced):
            st.caption(f"On {priced.name}, with a key of your own:")
            _code(there)


def _code(text: str) -> None:
    """In one colour: those that Streamlit gives to Python are too pale to read."""
    st.code(text, language=None, wrap_lines=True)
