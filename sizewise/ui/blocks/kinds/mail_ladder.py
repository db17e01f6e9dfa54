"""A small model's measured answers to mails, and one mail that it is asked about here and now."""

from collections.abc import Sequence

import streamlit as st
from markupsafe import Markup

from sizewise.benchmark.classify.ladder import ASKED, FREE, GRAMMAR, LABELS, WayToSort
from sizewise.benchmark.trial import Slot
from sizewise.gateway.asking import request_of
from sizewise.gateway.local import local_model
from sizewise.ground.written import whole_percent
from sizewise.learn.lesson.blocks.mail_ladder import MailLadder
from sizewise.library.kinds import PLAN
from sizewise.ui import house, session
from sizewise.ui.blocks.mails.climbed import PLAN as LADDER
from sizewise.ui.blocks.mails.climbed import Climbed, recorded, tasks
from sizewise.ui.blocks.mails.markup import WORDS, confusion_html, source_html
from sizewise.ui.blocks.verdict import told_html
from sizewise.ui.kit.author import line
from sizewise.ui.kit.html import show_html
from sizewise.ui.kit.paper import Form, tag
from sizewise.ui.kit.table import own_words, table_html

MOVES = True


def draw(block: MailLadder, key: str) -> None:
    """Choose a way, see how often it was right; and let the model sort a mail."""
    run = recorded()
    show_html(Markup('<p class="labtag">Try it: {}</p>').format(line(block.label)))
    way = st.pills(
        "Way to sort",
        tuple(run.ways),
        format_func=lambda name: WORDS[name][0],
        default=FREE,
        required=True,
        label_visibility="collapsed",
        key=f"way-{key}",
        persist_state="session",
    )
    rung = run.ways[way]
    show_html(verdict_html(run, rung) + confusion_html(rung, LABELS) + source_html(run, own=False))
    _now(run, key)


def verdict_html(run: Climbed, rung: WayToSort) -> Markup:
    """How often a way was right, and whether that beats the keyword rules."""
    rules, found = run.ways["rules"].accuracy, rung.accuracy
    low, high = found.interval
    said = (
        f"{WORDS[rung.name][1]} {found.hits} of {found.of} right; the true share lies, most "
        f"likely, between {whole_percent(low)} and {whole_percent(high)}. The keyword rules reach "
        f"{whole_percent(rules.share)}."
    )
    css, sign = ("ok", "✓") if found.share >= rules.share else ("", "→")
    return told_html(css, sign, f"{whole_percent(found.share)} right.", said)


def _now(run: Climbed, key: str) -> None:
    """One mail after the other, on this machine; else as it was recorded, with the reason."""
    place = f"mail-{key}"
    if why_not := local_model().why_not:
        st.caption(f"{why_not} So this is what it answered when it was recorded.")
    if st.button("Let it sort a mail", key=f"sort-{key}", icon=":material/mail:"):
        session.put(place, (session.get(place, -1) + 1) % len(run.ways[FREE].answers))
        number = session.get(place)
        with st.spinner("It reads the mail …"):
            show_html(sorted_html(run, number, _replies(run, number, recorded=bool(why_not))))


def _replies(run: Climbed, number: int, *, recorded: bool) -> Sequence[str]:
    """What it answers in its own words, and with nothing but a label."""
    if not recorded:
        return [_asked(name, number) for name in (FREE, GRAMMAR)]
    case = run.mails.case(number)
    replies = {name: {each.case: each.reply for each in run.ways[name].answers} for name in ASKED}
    return [replies[name][case] for name in (FREE, GRAMMAR)]


def _asked(name: str, number: int) -> str:
    task = tasks()[ASKED[name]]
    plan = house.library().all(PLAN)[LADDER]
    slot = Slot(plan.models[0].name, task.id, number, warm_up=False, concurrency=1)
    said = ""
    for event in local_model().send(request_of(plan, task, slot, "")):
        if event.kind == "failed":
            return str(event.failure)
        said += event.text if event.kind == "delta" else ""
    return said


def sorted_html(run: Climbed, number: int, replies: Sequence[str]) -> Markup:
    """A mail, what it is, and what came out of both ways."""
    mail = run.mails.samples[run.mails.case(number)]
    rows = [
        ("The mail", own_words(mail.ask)),
        ("It is", mail.expected[0]),
        *(
            (WORDS[name][0], own_words(each))
            for name, each in zip((FREE, GRAMMAR), replies, strict=True)
        ),
    ]
    return table_html("One mail, sorted", ("What", "Text"), rows)


def on_paper(block: MailLadder) -> Form:
    """Every way with its share, and a mail to sort by hand; what came out stands at the end."""
    run = recorded()
    shares = [
        (WORDS[name][0], f"{way.accuracy.hits} of {way.accuracy.of}")
        for name, way in run.ways.items()
    ]
    table = table_html("How often each way was right", ("Way", "Right"), shares)
    body = Markup("{}{}{}").format(tag(block.label), table, source_html(run, own=False))
    return Form(body, sorted_html(run, 0, _replies(run, 0, recorded=True)))
