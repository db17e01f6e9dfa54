"""Checklists: steps to tick off, on the screen or on a printed sheet."""

from collections.abc import Mapping
from functools import partial
from pathlib import Path

import streamlit as st
from markupsafe import Markup

from sizewise.learn.lookup.checklist import Checklist, Phase, Step
from sizewise.library.kinds import CHECKLIST
from sizewise.ui import house, links, session
from sizewise.ui.frame import theme
from sizewise.ui.frame.address import Parameter, one_of
from sizewise.ui.frame.draft import Draft
from sizewise.ui.kit import places
from sizewise.ui.kit.html import filled, show_html
from sizewise.ui.kit.markdown import inline, safe
from sizewise.ui.kit.prose import GlossedText
from sizewise.ui.question.keys import print_button

HERE = Path(__file__).parent


def draw() -> None:
    """Draw the list that the address names, else the last one of this tab, else the first."""
    links.follow()
    st.title("Checklists", anchor=False)
    lists = house.library().all(CHECKLIST)
    if not lists:
        st.info("The checklists are being repaired.", icon=":material/checklist:")
        return
    name = _choose(lists)
    _list(lists[name])
    theme.arrive("[data-testid=stMain] h1", "checklists")


def _choose(lists: Mapping[str, Checklist]) -> str:
    known = one_of(lists, "there is no such checklist.")
    asked = Draft("cl", {"list": Parameter("the list", known, next(iter(lists)), always=True)})
    name = str(asked.begin()["list"])
    asked.draw_notices()
    st.pills(
        "Checklist",
        list(lists),
        format_func=lambda each: lists[each].title,
        required=True,
        label_visibility="collapsed",
        **asked.widget("list"),
    )
    return name


@st.fragment
def _list(checklist: Checklist) -> None:
    """A tick redraws only the list."""
    done = _ticks(checklist)
    with st.container(key="cl"):
        show_html(_head_html(checklist, len(done)))
        with st.container(key="cl_tools", horizontal=True, vertical_alignment="center"):
            print_button()
            if done:
                st.button(
                    "Clear all ticks",
                    key="cl_clear",
                    type="tertiary",
                    icon=":material/remove_done:",
                    on_click=_clear,
                    args=(checklist,),
                )
        for phase in checklist.phases:
            _phase(checklist, phase, done)


def _head_html(checklist: Checklist, done: int) -> Markup:
    total = len(checklist.steps)
    said = "All done" if done == total else f"{done} of {total} done"
    return filled(
        HERE / "checklist.html",
        title=inline(checklist.title),
        summary=inline(house.facts().text(checklist.summary)),
        said=said,
        share=100 * done // total,
    )


def _phase(checklist: Checklist, phase: Phase, done: tuple[str, ...]) -> None:
    show_html(Markup('<h3 class="cl-phase">{}</h3>').format(inline(phase.title)))
    for step in phase.steps:
        with st.container(key=f"cl_step_{checklist.id}_{step.id}"):
            session.once(_key(checklist, step), partial(done.__contains__, step.id))
            st.checkbox(
                safe(step.do),
                key=_key(checklist, step),
                on_change=_tick,
                args=(checklist.id, step.id),
            )
            show_html(step_html(step, checklist.id))


def step_html(step: Step, list_id: str) -> Markup:
    """What stands below a step's box: how, from when on, why, and where to read on."""
    how = GlossedText(f"note-{list_id}-{step.id}", house.library().glossary).html(step.how)
    why = Markup('<p class="cl-why"><b>Why?</b> {}</p>').format(
        inline(house.facts().text(step.why))
    )
    more = places.links_html("Learn it in", step.references)
    return Markup('<div class="cl-step">{}{}{}{}</div>').format(how, _alert_html(step), why, more)


def _alert_html(step: Step) -> Markup:
    if step.alert is None:
        return Markup()
    fill = house.facts().text
    watch, act = inline(fill(step.alert.watch)), inline(fill(step.alert.act))
    return filled(HERE / "alert.html", watch=watch, act=act)


def _key(checklist: Checklist, step: Step) -> str:
    return f"cl_box_{checklist.id}_{step.id}"


def _kept(list_id: str) -> str:
    return f"cl_ticks_{list_id}"


def _ticks(checklist: Checklist) -> tuple[str, ...]:
    """The steps that this tab has ticked off, those that the list still has."""
    kept = session.get(_kept(checklist.id), ())
    return tuple(step.id for step in checklist.steps if step.id in kept)


def _tick(list_id: str, step_id: str) -> None:
    """Streamlit forgets a box that is not on screen; this outlives a walk to another page."""
    kept = session.get(_kept(list_id), ())
    ticked = session.get(f"cl_box_{list_id}_{step_id}")
    others = tuple(each for each in kept if each != step_id)
    session.put(_kept(list_id), (*others, step_id) if ticked else others)


def _clear(checklist: Checklist) -> None:
    session.drop(_kept(checklist.id))
    for step in checklist.steps:
        session.put(_key(checklist, step), False)
