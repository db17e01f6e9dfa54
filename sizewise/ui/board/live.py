"""Break one: a provider fails as the learner chooses, and the chain goes on until somebody answers.

Nothing is played here: the first two are web servers of this machine that really fail, asked over a
connection like any other, and the last is whoever answers in the playground.
"""

import streamlit as st
from markupsafe import Markup

from sizewise.gateway.fallback import ChainLink, Fallback
from sizewise.gateway.stand_in import MISHAPS, PATIENCE, StandIn
from sizewise.ground.written import number
from sizewise.ui import session
from sizewise.ui.board.attempts import ChainAttempt, attempts
from sizewise.ui.frame.draft import Draft
from sizewise.ui.kit.html import css_share, show_html
from sizewise.ui.lab.tokenized import counts_html
from sizewise.ui.playground import ask_button, coming, who
from sizewise.ui.playground.calls import RunningCall, calls
from sizewise.ui.playground.reply import StreamedReply
from sizewise.ui.playground.samples import SAMPLES

CALL = "board_call_id"
URL, MODEL, KEY = "board_live_url", "board_live_model_name", "board_live_key"
FIRST, SECOND = "Provider A", "Provider B"


def draw(asked: Draft) -> None:
    """Draw what to break, and what came of it."""
    show_html(_RULE)
    _ask(asked)
    running = _current()
    reply = running.reply() if running else None
    live = [running] if running and reply and not reply.over else []
    ask_button.draw("board_ask", live, _send, asked)
    if running and reply:
        coming.note({CALL: running})
        _draw(running, reply)
    else:
        coming.bring_back(CALL)


_RULE = Markup(
    '<p class="fine wide-lede">Providers A and B are small web servers on this machine, no models. '
    "They fail as you tell them to, over a real connection; what you see is what Sizewise makes of "
    "it. The third one answers really.</p>"
)


def _ask(asked: Draft) -> None:
    first, second, third = st.columns(3, gap="medium")
    for column, title, name in ((first, FIRST, "first"), (second, SECOND, "second")):
        with column:
            st.selectbox(
                f"What goes wrong at {title[0].lower()}{title[1:]}",
                list(MISHAPS),
                format_func=lambda fault: MISHAPS[fault].words,
                **asked.widget(name),
            )
    with third:
        st.selectbox("Who comes third", who.WHO, format_func=who.words, **asked.widget("third"))
    if asked.value("third") == "endpoint":
        _ask_address()
    elif asked.value("third") == "local" and (why_not := who.why_not_local()):
        st.info(f"{why_not} Until then its recorded replies answer.")
    st.segmented_control(
        "Your prompt",
        list(SAMPLES),
        format_func=lambda name: SAMPLES[name].title,
        required=True,
        **asked.widget("prompt"),
    )
    st.caption(SAMPLES[asked.value("prompt")].text)


def _ask_address() -> None:
    left, right = st.columns(2, gap="large")
    with left:
        st.text_input("Base URL", placeholder="https://api.openai.com/v1", key=URL)
        st.text_input("API key", type="password", autocomplete="off", key=KEY)
    with right:
        st.text_input("Model, as the provider calls it", placeholder="gpt-4o-mini", key=MODEL)
    st.caption("The key stays in the memory of this tab, and is gone when you leave the page.")


def chain_of(first: str, second: str, third: str, address: who.ServerAddress) -> Fallback:
    """The chain that is asked."""
    last = ChainLink(who.words(third), who.provider(third, address))
    return Fallback((ChainLink(FIRST, StandIn(first)), ChainLink(SECOND, StandIn(second)), last))


def _send(asked: Draft) -> None:
    values = asked.values()
    address = who.ServerAddress(*(session.get(each) or "" for each in (URL, MODEL, KEY)))
    chain = chain_of(values["first"], values["second"], values["third"], address)
    session.put(CALL, calls().ask(chain, SAMPLES[values["prompt"]].request))


def _current() -> RunningCall | None:
    return calls().call(session.get(CALL) or "")


def _draw(running: RunningCall, reply: StreamedReply) -> None:
    st.header("What happened", anchor=False)
    if not reply.over:
        coming.draw(session.get(CALL), running, reply, lambda: _tried_html(running))
        return
    show_html(_tried_html(running))
    if reply.stopped:
        st.info("Stopped.", icon=":material/stop_circle:")
    else:
        show_html(_sum_html(attempts(running.events())))


def _tried_html(running: RunningCall) -> Markup:
    tried = attempts(running.events())
    longest = max((each.reached for each in tried), default=0.0)
    rows = Markup().join(_attempt_html(each, longest) for each in tried)
    return Markup('<ol class="ladder tried" role="list" aria-label="Attempts">{}</ol>').format(rows)


def _attempt_html(each: ChainAttempt, longest: float) -> Markup:
    css, word = _state(each)
    head = Markup(
        '<h3>{}</h3><p class="rung"><span class="pill {}">{}</span><span>{}</span></p>'
    ).format(each.who, css, word, _times(each))
    bar = Markup('<span class="swing" aria-hidden="true"><i style="left:{};width:{}"></i></span>')
    span = max(0.004, each.seconds / longest if longest else 0.0)
    begin = each.began / longest if longest else 0.0
    failed = each.failure if not each.answered else None
    why = Markup('<p class="fine">{}</p>').format(failed.sentence) if failed else Markup()
    said = Markup('<div class="pg-reply {}" dir="auto">{}</div>').format(
        "void" if failed else "", each.text
    )
    note = (
        Markup('<p class="fine">What had come does not count:</p>')
        if failed and each.text
        else Markup()
    )
    drawn = bar.format(css_share(min(begin, 1 - span)), css_share(span))
    return Markup("<li>{}{}{}{}{}</li>").format(
        head, drawn, why, note, said if each.text else Markup()
    )


def _state(each: ChainAttempt) -> tuple[str, str]:
    if each.answered:
        return "ok", "answered"
    if each.failure:
        return "now", each.failure.name
    return "new", f"{each.place} before it" if each.place else "asking …"


def _times(each: ChainAttempt) -> str:
    return f"from {_at(each.began)} to {_at(each.reached)}: {_at(each.seconds)}"


def _at(seconds: float) -> str:
    return f"{number(round(seconds, 3), 3)} s"


def _sum_html(tried: tuple[ChainAttempt, ...]) -> Markup:
    """What the failures cost, and whether anybody answered."""
    lost = sum(each.seconds for each in tried if not each.answered)
    failed = sum(not each.answered for each in tried)
    told = {
        "Failed attempts": f"{failed}",
        "Failures added": _at(lost),
        "In all": _at(max(each.reached for each in tried)),
    }
    words = "Somebody answered." if tried[-1].answered else f"Nobody answered. {tried[-1].failure}"
    note = Markup('<p class="fine" role="status">{} We wait {} s at most for a word.</p>').format(
        words, number(PATIENCE)
    )
    return counts_html(told, "three") + note
