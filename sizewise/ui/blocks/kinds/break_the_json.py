"""A reply to break: held against its JSON Schema, and what asking again would cost."""

from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path

import streamlit as st
from markupsafe import Markup

from sizewise.learn.lesson.blocks.break_the_json import BreakTheJson
from sizewise.learn.lesson.json_schema import read_schema
from sizewise.learn.lesson.json_text import Flaw
from sizewise.sizing.cost.cost import CostEstimate
from sizewise.sizing.cost.retries import Ladder
from sizewise.ui import house, session
from sizewise.ui.blocks.block_costs import priced
from sizewise.ui.blocks.retries import ladder_html
from sizewise.ui.blocks.verdict import told_html
from sizewise.ui.kit.author import line
from sizewise.ui.kit.html import filled, show_html
from sizewise.ui.kit.markdown import safe
from sizewise.ui.kit.paper import BOX, Form, tag
from sizewise.ui.kit.provenance import prices_html
from sizewise.ui.kit.text_area import counted, text_area

HERE = Path(__file__).parent

MOVES = True

MOST = 4000
"""Characters of a reply in a lesson."""

TRIES = (1, 2, 3, 4)
"""How often one may ask, at most."""


def draw(block: BreakTheJson, key: str) -> None:
    """The schema, a reply in a box, what a program says of it, and the price of asking again."""
    show_html(
        Markup('<p class="labtag">Try it: break the reply</p>') + schema_html(block.schema_text)
    )
    reply = _ask_reply(block, key)
    show_html(verdict_html(read_schema(block.schema_text).flaws(reply)))
    with st.expander("And if it breaks? Ask again, a few times at most"):
        _retries(block, key)


def schema_html(text: str) -> Markup:
    """The schema, which can be folded away."""
    return Markup(
        '<details class="schema" open><summary>The schema a program keeps to</summary>'
        '<pre tabindex="0" role="region" aria-label="The JSON Schema"><code>{}</code>'
        "</pre></details>"
    ).format(text)


def _ask_reply(block: BreakTheJson, key: str) -> str:
    box, ready = f"json-{key}", f"ready-{key}"
    replies = {"The good reply": block.reply} | {each.name: each.reply for each in block.broken}

    def take() -> None:
        chosen = session.get(ready)
        if chosen in replies:
            session.put(box, replies[chosen])

    session.once(box, lambda: block.reply)
    st.pills(
        "Replies to try",
        list(replies),
        format_func=safe,
        key=ready,
        persist_state="session",
        on_change=take,
        wrap=True,
    )
    typed = text_area(
        "The reply: change anything in it",
        key=box,
        height=130,
        on_change=lambda: session.put(ready, None),
    )
    return counted(typed, MOST)


def verdict_html(flaws: Sequence[Flaw]) -> Markup:
    """Whether a program can use the reply; if not, every problem with its place."""
    if not flaws:
        said = "It is JSON, and it keeps to the schema. Whether it is true is another question."
        return told_html("ok", "✓", "A program can use this.", said)
    count = "1 problem" if len(flaws) == 1 else f"{len(flaws)} problems"
    return filled(HERE / "flaws.html", count=count, flaws=flaws)


def _retries(block: BreakTheJson, key: str) -> None:
    left, right = st.columns([6, 5], gap="medium")
    with left:
        start = round(block.valid_share * 100)
        share = st.slider(
            "Valid replies", 0, 100, start, 1, "%d%%", key=f"valid-{key}", persist_state="session"
        )
    with right:
        tries = st.segmented_control(
            "Tries at most",
            TRIES,
            default=3,
            required=True,
            key=f"tries-{key}",
            persist_state="session",
        )
    catalogue, day = house.library().catalogue, house.today()
    (row,) = priced(catalogue, day, (block.model,), block.usage, 1)
    ladder = Ladder(Decimal(share) / 100, tries or 1)
    show_html(ladder_html(ladder, row.cost.total, row.profile.name) + _stamp(row.cost))


def _stamp(cost: CostEstimate) -> Markup:
    return prices_html([cost.price], house.today())


def on_paper(block: BreakTheJson) -> Form:
    """The schema and the replies, to be judged by eye; the program's verdicts at the end."""
    schema = read_schema(block.schema_text)
    replies = [("As asked", block.reply), *((each.name, each.reply) for each in block.broken)]
    verdicts = Markup().join(
        Markup("<li>{}: <b>{}</b>{}</li>").format(
            line(name),
            "no" if flaws else "yes",
            ". " + "; ".join(flaw.what for flaw in flaws) if flaws else "",
        )
        for name, flaws in ((name, schema.flaws(reply)) for name, reply in replies)
    )
    return Form(
        filled(
            HERE / "replies.html",
            tag=tag("Break the reply"),
            schema=block.schema_text,
            replies=[(line(name), reply) for name, reply in replies],
            box=BOX,
        ),
        Markup("<ul>{}</ul>").format(verdicts),
    )
