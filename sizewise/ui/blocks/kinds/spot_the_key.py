"""Code in which the learner marks the lines that give a secret away."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence

import streamlit as st
from markupsafe import Markup

from sizewise.ground.written import number_of
from sizewise.learn.lesson.blocks.spot_the_key import SpotTheKey
from sizewise.learn.lesson.marking import Marking, marking
from sizewise.ui import house, session
from sizewise.ui.blocks.verdict import told_html
from sizewise.ui.kit.author import line
from sizewise.ui.kit.html import show_html
from sizewise.ui.kit.markdown import inline, safe
from sizewise.ui.kit.paper import Form, line_to_write, tag

MOVES = True

WIDEST = 46
"""Characters of a line beside its box; the whole line stands in the code above."""


def draw(block: SpotTheKey, key: str) -> None:
    """The code, a box for each line, and after the check what each line does."""
    lines, checked = block.code.split("\n"), f"checked-{key}"
    show_html(Markup('<p class="labtag">Try it: find the leaks</p>'))
    st.markdown(f"**{safe(block.question)}**")
    done = session.get(checked)
    leaks = {leak.line: leak.why for leak in block.leaks}
    show_html(code_html(lines, leaks if done is not None else ()))
    _ask(lines, key, checked)
    if done is not None:
        show_html(result_html(marking(done, leaks), leaks))
        st.markdown(f"**Instead:** {safe(block.fix)}")


def code_html(lines: Sequence[str], leaks: Collection[int]) -> Markup:
    """The code with its line numbers; lines that leak carry a word and a bar, once known."""
    rows = Markup("\n").join(
        _line_html(number, line, leaks) for number, line in enumerate(lines, 1)
    )
    return Markup(
        '<pre class="lines" tabindex="0" role="region" aria-label="The code, {} lines">'
        "<code>{}</code></pre>"
    ).format(len(lines), rows)


def _line_html(number: int, line: str, leaks: Collection[int]) -> Markup:
    heard = Markup('<span class="only-heard">Line {}: </span>').format(number)
    shown = Markup('<span class="n" aria-hidden="true">{:>2}</span>{}{}').format(
        number, heard, line
    )
    if number not in leaks:
        return Markup("<span>{}</span>").format(shown)
    return Markup('<span class="leak">{}<b>← leaks</b></span>').format(shown)


def _ask(lines: Sequence[str], key: str, checked: str) -> None:
    boxes = {number: f"line-{number}-{key}" for number, line in enumerate(lines, 1) if line.strip()}

    def check() -> None:
        session.put(checked, tuple(n for n, box in boxes.items() if session.get(box)))

    def again() -> None:
        session.drop(checked)
        for box in boxes.values():
            session.put(box, False)

    with st.form(f"marks-{key}", border=False):
        show_html(Markup('<p class="fine">Mark every line that gives the key away.</p>'))
        with st.container(key=f"marks-list-{key}", gap=None):
            for number, box in boxes.items():
                st.checkbox(
                    f"Line {number}: {_code(lines[number - 1])}", key=box, persist_state="session"
                )
        with st.container(horizontal=True, gap="small"):
            st.form_submit_button("Check my lines", icon=":material/search:", on_click=check)
            st.form_submit_button("Try again", icon=":material/replay:", on_click=again)


def _code(line: str) -> str:
    """A line of code as Markdown, cut where a phone ends."""
    bare = line.strip()
    short = bare if len(bare) <= WIDEST else f"{bare[: WIDEST - 1]}…"
    fence = "`" * (1 + max(map(len, re.findall("`+", short)), default=0))
    return f"`{short}`" if fence == "`" else f"{fence} {short} {fence}"


def result_html(done: Marking, leaks: Mapping[int, str]) -> Markup:
    """Every leak found or missed and every false alarm, with its reason."""
    count = f"{len(done.found)} of {len(leaks)} leaks found"
    said = f"{count}, {number_of(len(done.false_alarms), 'false alarm')}."
    css, sign, word = ("ok", "✓", "All of it.") if done.perfect else ("", "→", "Not yet all.")
    rows = Markup().join(sorted_rows(done, leaks))
    return told_html(css, sign, word, said) + Markup(
        '<ul class="marked" role="list">{}</ul>'
    ).format(rows)


def sorted_rows(done: Marking, leaks: Mapping[int, str]) -> Iterator[Markup]:
    """One row for each line that was marked or should have been, in the order of the lines."""
    kinds = {
        **dict.fromkeys(done.found, ("ok", "✓", "Found")),
        **dict.fromkeys(done.missed, ("no", "✕", "Missed")),
        **dict.fromkeys(done.false_alarms, ("", "!", "False alarm")),
    }
    for number in sorted(kinds):
        css, sign, word = kinds[number]
        why = inline(house.facts().text(leaks[number])) if number in leaks else NO_LEAK
        yield (
            Markup(
                '<li class="{}"><b><span aria-hidden="true">{} </span>{}, line {}</b><span>{}'
                "</span></li>"
            ).format(css, sign, word, number, why)
        )


NO_LEAK = "This line gives nothing away."


def on_paper(block: SpotTheKey) -> Form:
    """The code with its line numbers; the leaks stand at the end."""
    leaks = Markup().join(
        Markup("<li>Line {}: {}</li>").format(leak.line, line(leak.why)) for leak in block.leaks
    )
    return Form(
        Markup("{}<p><b>{}</b></p>{}{}").format(
            tag("Find the leaks"),
            line(block.question),
            code_html(block.code.rstrip().split(chr(10)), ()),
            line_to_write("Lines that leak:"),
        ),
        Markup("<ul>{}</ul><p><b>Instead:</b> {}</p>").format(leaks, line(block.fix)),
    )
