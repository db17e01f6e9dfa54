"""Code in which the learner marks the lines that give a secret away."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from html import escape

import streamlit as st

from sizewise.learn.lesson.experiment import SpotTheKey
from sizewise.learn.lesson.marking import (
    Marking,
    marking,
)
from sizewise.ui import house, session
from sizewise.ui.blocks.told import told_html
from sizewise.ui.kit.html import show_html
from sizewise.ui.kit.markdown import (
    inline,
    safe,
)

WIDEST = 46
"""Characters of a line beside its box; the whole line stands in the code above."""


def draw_spot_the_key(block: SpotTheKey, key: str) -> None:
    """The code, a box for each line, and after the check what each line does."""
    lines, checked = block.code.split("\n"), f"checked-{key}"
    show_html('<p class="labtag">Try it: find the leaks</p>')
    st.markdown(f"**{safe(block.question)}**")
    done = session.get(checked)
    leaks = {leak.line: leak.why for leak in block.leaks}
    show_html(code_html(lines, leaks if done is not None else ()))
    _ask(lines, key, checked)
    if done is not None:
        show_html(result_html(marking(done, leaks), leaks))
        st.markdown(f"**Instead:** {safe(block.fix)}")


def code_html(lines: Sequence[str], leaks: Collection[int]) -> str:
    """The code with its line numbers; lines that leak carry a word and a bar, once known."""
    rows = "\n".join(_line_html(number, line, leaks) for number, line in enumerate(lines, 1))
    return (
        '<pre class="lines" tabindex="0" role="region" '
        f'aria-label="The code, {len(lines)} lines"><code>{rows}</code></pre>'
    )


def _line_html(number: int, line: str, leaks: Collection[int]) -> str:
    heard = f'<span class="only-heard">Line {number}: </span>'
    shown = f'<span class="n" aria-hidden="true">{number:>2}</span>{heard}{escape(line)}'
    if number not in leaks:
        return f"<span>{shown}</span>"
    return f'<span class="leak">{shown}<b>← leaks</b></span>'


def _ask(lines: Sequence[str], key: str, checked: str) -> None:
    boxes = {number: f"line-{number}-{key}" for number, line in enumerate(lines, 1) if line.strip()}

    def check() -> None:
        session.put(checked, tuple(n for n, box in boxes.items() if session.get(box)))

    def again() -> None:
        session.drop(checked)
        for box in boxes.values():
            session.put(box, False)

    with st.form(f"marks-{key}", border=False):
        show_html('<p class="fine">Mark every line that gives the key away.</p>')
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


def result_html(done: Marking, leaks: Mapping[int, str]) -> str:
    """Every leak found or missed and every false alarm, with its reason."""
    count = f"{len(done.found)} of {len(leaks)} leaks found"
    alarms = len(done.false_alarms)
    said = f"{count}, {alarms} false alarm{'' if alarms == 1 else 's'}."
    css, sign, word = ("ok", "✓", "All of it.") if done.perfect else ("", "→", "Not yet all.")
    rows = "".join(sorted_rows(done, leaks))
    return told_html(css, sign, word, said) + f'<ul class="marked" role="list">{rows}</ul>'


def sorted_rows(done: Marking, leaks: Mapping[int, str]) -> Iterator[str]:
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
            f'<li class="{css}"><b><span aria-hidden="true">{sign} </span>{word}, line {number}'
            f"</b><span>{why}</span></li>"
        )


NO_LEAK = "This line gives nothing away."
