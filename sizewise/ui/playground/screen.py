"""The page: what is asked on top, what came back below it."""

import json
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

import streamlit as st
from markupsafe import Markup

from sizewise.gateway.protocol import Request
from sizewise.ground.written import dollars, grouped, number_of, shortened
from sizewise.sizing.catalogue.catalog import ModelProfile
from sizewise.sizing.catalogue.price import PriceUnknown
from sizewise.sizing.cost.cost import estimate
from sizewise.sizing.cost.thinking_notes import unthought_note
from sizewise.sizing.cost.workload import CACHE_FROM, CACHE_STEP, billed_elsewhere
from sizewise.sizing.tokens.usage import Usage
from sizewise.ui import house, session
from sizewise.ui.catalogue.python_call import gateway_words
from sizewise.ui.frame.address import Parameter, amount, one_of, whole
from sizewise.ui.frame.draft import Draft
from sizewise.ui.frame.notice import lost
from sizewise.ui.kit.html import show_html
from sizewise.ui.kit.provenance import prices_html
from sizewise.ui.kit.receipt import bill_html, line_html, receipt_html, rule_html
from sizewise.ui.lab.inputs import draft as lab_draft
from sizewise.ui.lab.sampled import Sampled
from sizewise.ui.lab.tokenized import choose_model, chosen_model
from sizewise.ui.playground import ask_button, coming, program, schema_field, who
from sizewise.ui.playground.calls import RunningCall, calls
from sizewise.ui.playground.markup import so_far_html, tokens_html
from sizewise.ui.playground.reply import StreamedReply
from sizewise.ui.playground.samples import LIMIT, SAMPLES, request
from sizewise.ui.playground.schema_field import SCHEMA

CALL, SECOND = "playground_call_id", "playground_second_id"
SYSTEM = "playground_system"
URL, MODEL, KEY = "playground_url", "playground_model_name", "playground_key"
MOST_OUT = 1000
SHOWN_OF_PROMPT = 160
"""Characters of an earlier prompt that are shown above its reply."""
OTHERS = 3
"""Tokens shown beside each that was taken."""


def _take_along() -> None:
    """A sample brings its system text and its schema."""
    sample = SAMPLES.get(_FIELD.sample or "")
    if sample:
        session.put(SYSTEM, sample.system)
        session.put(SCHEMA, sample.schema)


_FIELD = Sampled("playground", SAMPLES, _take_along, live=False)


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
    model = lab_draft("model", prefix="playground")
    model.begin()
    left, right = st.columns([7, 5], gap="large")
    with left:
        _ask_what()
    with right:
        _ask_whom(asked)
        choose_model("playground", "Price the call as if on")
    asked.draw_notices()
    model.draw_notices()
    _conversation()


@st.fragment
def _conversation() -> None:
    """The button and the replies: only they are drawn anew when one is asked for or has come."""
    shown = _shown()
    live = [each.call for each in shown if not each.reply.over]
    ask_button.draw("playground_ask", live, _send)
    if schema_field.trouble():
        st.caption("Nobody is asked while the schema above cannot be used.")
    _answers(shown, chosen_model("playground"))


_OFTEN_WRONG = Markup(
    '<p class="trust"><span class="pill now">Often wrong</span><span>The model that comes along '
    "has 135 million parameters, a thousandth of a large one. It writes well and knows little: "
    "check what it says.</span></p>"
)


def _draft() -> Draft:
    stranger = "nobody of that name answers here."
    known, beside = one_of(who.WHO, stranger), one_of(who.BESIDE, stranger)
    return Draft(
        "playground_call",
        {
            "who": Parameter("an answer by", known, "local"),
            "beside": Parameter("beside it an answer by", beside, "nobody"),
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
        schema_field.ask()


def _ask_whom(asked: Draft) -> None:
    first = st.selectbox("Who answers", who.WHO, format_func=who.words, **asked.widget("who"))
    second = st.selectbox(
        "Who answers beside it", who.BESIDE, format_func=who.words, **asked.widget("beside")
    )
    chosen = {first, second}
    if "local" in chosen and (why_not := who.why_not_local()):
        st.info(f"{why_not} Until then the samples have recorded replies.")
    if "recorded" in chosen:
        st.caption(f"The samples as they stand, at temperature 0 and {LIMIT} tokens out.")
    if "recorded" in chosen and who.shelf().torn:
        st.warning(who.damage())
    if "rules" in chosen:
        st.caption("A few keywords decide: billing, technical or other.")
    if "endpoint" in chosen:
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


def _send() -> None:
    if schema_field.trouble():
        return
    values = _draft().values()
    for place, name in ((CALL, values["who"]), (SECOND, values["beside"])):
        session.drop(place)
        if name != "nobody":
            session.put(place, _ask(name))


def _ask(name: str) -> str:
    address = who.ServerAddress(*(session.get(each) or "" for each in (URL, MODEL, KEY)))
    provider = who.provider(name, address)
    return calls().ask(provider, _request(name), who.words(name))


def _request(name: str) -> Request:
    values = _draft().values()
    return request(
        _FIELD.text,
        session.get(SYSTEM) or "",
        session.get(SCHEMA) or "",
        temperature=float(values["temperature"]),
        limit=values["limit"],
        logprobs=None if name == "endpoint" else OTHERS,
    )


class _Shown(NamedTuple):
    """A call, and how far it was when this page began to be drawn: what comes meanwhile is for the
    next one, or its buttons and its replies would not agree.
    """

    place: str
    name: str
    call: RunningCall
    reply: StreamedReply


def _shown() -> list[_Shown]:
    """The call that is shown, and the one beside it."""
    asked = {place: session.get(place) or "" for place in (CALL, SECOND)}
    return [
        _Shown(place, name, call, call.reply())
        for place, name in asked.items()
        if (call := calls().call(name))
    ]


def _answers(shown: Sequence[_Shown], priced: ModelProfile) -> None:
    """The replies; those that are not whole yet are followed while they are written."""
    if not shown:
        coming.bring_back(CALL, SECOND)
        return
    coming.note({each.place: each.call for each in shown})
    _to_another_prompt(shown[0].call.request)
    if len(shown) == 1:
        _alone(shown[0], priced)
    else:
        _side_by_side(shown, priced)
    if all(each.reply.over for each in shown):
        _python(shown[0].call.request, priced)


def _to_another_prompt(request: Request) -> None:
    """A reply may stand below another prompt by now: after typing, or brought back by a reload."""
    asked = request.messages[-1].content
    if asked != _FIELD.text:
        told = Markup('<p class="fine" dir="auto">To an earlier prompt: “{}”</p>')
        show_html(told.format(shortened(asked, SHOWN_OF_PROMPT)))


def _alone(shown: _Shown, priced: ModelProfile) -> None:
    st.header("Reply", anchor=False)
    _so_far(shown, "pg-counts")
    reply = shown.reply
    if not reply.over:
        return
    left, right = st.columns([7, 5], gap="large")
    with left:
        _tokens(reply)
    with right:
        _receipt(reply.usage, priced)
    _raw(reply)


def _side_by_side(shown: Sequence[_Shown], priced: ModelProfile) -> None:
    for column, each in zip(st.columns(2, gap="large"), shown, strict=True):
        with column:
            st.header(each.call.title, anchor=False)
            _so_far(each, "two")
            if each.reply.over:
                _receipt(each.reply.usage, priced)
                _tokens(each.reply)
                _raw(each.reply)


def _so_far(shown: _Shown, css: str) -> None:
    """What came, and what it took."""
    name, call, reply = shown.name, shown.call, shown.reply
    for failure in reply.retried:
        st.warning(f"An attempt failed, and another followed. {failure.sentence}")
    if not reply.over:
        coming.draw(name, call, reply, lambda: so_far_html(call.reply(), css))
        return
    if reply.failure:
        st.error(str(reply.failure), icon=":material/error:")
    show_html(Markup('<div class="pg-so-far">{}</div>').format(so_far_html(reply, css)))


def _tokens(reply: StreamedReply) -> None:
    """What the model held likely, which is not always what a schema let it write."""
    if reply.tokens:
        st.header("How sure it was of each token", anchor=False)
        show_html(tokens_html(reply.tokens))
        if "response_format" in reply.request:
            st.caption(
                "These are the odds before the schema spoke: a small number means that the model "
                "would have written something else."
            )


def _receipt(usage: Usage | None, priced: ModelProfile) -> None:
    if usage is None:
        return
    try:
        bill = estimate(billed_elsewhere(usage), priced.price_on(house.today()))
    except PriceUnknown as unknown:
        st.info(f"{unknown}, so there is no bill for it.", icon=":material/receipt_long:")
        return
    body = bill_html(bill) + rule_html() + line_html("This call", dollars(bill.total), "tot")
    million = line_html("A million such calls", dollars(bill.total * 1_000_000), "s")
    notes = [
        f"With the tokens of the model that answered. {priced.name} cuts texts its own way.",
        *_of_the_cache(usage),
    ]
    if not usage.reasoning and (unthought := unthought_note([priced])):
        notes.append(unthought)
    note = Markup('<p class="rc-note">{}</p>').format(" ".join(notes))
    foot = note + prices_html([bill.price], house.today())
    show_html(receipt_html(f"The same call on {priced.name}", "", body + million, foot))


def _of_the_cache(usage: Usage) -> Iterator[str]:
    """Why the bill has fewer cached tokens than the call."""
    cached = billed_elsewhere(usage).cached
    if cached != usage.cached:
        served = f"{grouped(cached)} of them" if cached else "none of them"
        yield (
            f"Whoever answered took {number_of(usage.cached, 'token')} from a cache. A provider’s "
            f"starts at {grouped(CACHE_FROM)} and goes on in steps of {CACHE_STEP}: it would serve "
            f"{served}."
        )


def _raw(reply: StreamedReply) -> None:
    if not reply.request:
        return
    with st.expander("Request and response", icon=":material/cable:"):
        _code(json.dumps(dict(reply.request), indent=2, ensure_ascii=False))
        if not reply.response:
            st.caption("No whole response came.")
            return
        if "choices" in reply.response:
            st.caption("The response, put together from the stream and without probabilities:")
        _code(json.dumps(dict(reply.response), indent=2, ensure_ascii=False))


def _python(asked: Request, priced: ModelProfile) -> None:
    with st.expander("The Python to repeat it", icon=":material/code:"):
        st.caption("On the local model, from the folder of Sizewise:")
        _code(program.here(asked))
        if there := program.there(asked, priced):
            unset = " It thinks first, and many such models take no temperature, so none is set."
            why = unset if priced.file.thinks_unasked else ""
            st.caption(f"On {priced.name}, with a key of your own.{why}")
            _code(there)
        if gateway := program.through_gateway(asked, priced):
            st.caption(gateway_words(priced))
            _code(gateway)


def _code(text: str) -> None:
    """In one colour: those that Streamlit gives to Python are too pale to read."""
    st.code(text, language=None, wrap_lines=True)
