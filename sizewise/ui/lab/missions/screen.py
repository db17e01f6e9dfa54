"""Missions: something to find out with the lab, checked by computing the answer."""

from contextlib import suppress

import streamlit as st
from markupsafe import Markup

from sizewise.learn.quiz.shown import ShownItem
from sizewise.library.kinds import MISSION
from sizewise.record import RecordUnavailable
from sizewise.sizing.missions.computed import Computed
from sizewise.sizing.missions.mission import Mission, opens_on
from sizewise.sizing.missions.solve import solvable, solve
from sizewise.ui import house, session
from sizewise.ui.frame.address import Parameter, one_of
from sizewise.ui.frame.draft import Draft
from sizewise.ui.go import open_page
from sizewise.ui.kit.html import show_html
from sizewise.ui.kit.markdown import safe
from sizewise.ui.lab.call import state as call
from sizewise.ui.lab.inputs import draft as lab_draft
from sizewise.ui.lab.missions import bar
from sizewise.ui.lab.missions import markup as shown
from sizewise.ui.lab.missions.item import item_of
from sizewise.ui.lab.missions.verdict import Verdict, verdict
from sizewise.ui.lab.plan import scenario
from sizewise.ui.question.kinds import view_of

SOLVED = "lab_missions_solved"
TOLD = "lab_mission_told"
HINTS = "lab_mission_hints"
ANSWER = "mission"
"""Stands in the names of widgets where a question has its attempt."""


def draw() -> None:
    """Draw the view "Missions"."""
    house.record_notice()
    bar.end()
    missions, chosen = _missions(), _draft()
    asked = chosen.begin()["mission"]
    chosen.draw_notices()
    if asked:
        _draw_mission(missions[asked])
    else:
        _draw_list(tuple(missions.values()))


def _draft() -> Draft:
    mission = one_of(_missions(), "there is no such mission today.")
    return Draft("lab_mission", {"mission": Parameter("the mission", mission, None)})


def _missions() -> dict[str, Mission]:
    """The missions that have an answer today."""
    return solvable(house.library().all(MISSION), house.library().catalogue, house.today())


def _draw_list(missions: tuple[Mission, ...]) -> None:
    solved = _solved()
    first = next((each.id for each in missions if each.id not in solved), "")
    done = sum(each.id in solved for each in missions)
    show_html(shown.intro_html(done, len(missions)))
    if not missions:
        st.info("The missions are being repaired.", icon=":material/flag:")
    for row in range(0, len(missions), 2):
        for column, mission in zip(st.columns(2), missions[row : row + 2], strict=False):
            with column:
                _draw_card(mission, mission.id in solved, mission.id == first)


def _draw_card(mission: Mission, done: bool, first: bool) -> None:
    with st.container(key=f"lab_mission_card_{mission.id}", height="stretch"):
        show_html(shown.card_html(mission, house.facts().text(mission.task), done))
        st.button(
            "Look again" if done else "Take it on",
            key=f"lab_mission_go_{mission.id}",
            on_click=_choose,
            args=(mission.id,),
            help=mission.title,
            type="primary" if first else "secondary",
        )


def _choose(name: str) -> None:
    _draft().keep(mission=name or None)
    for key in (TOLD, HINTS):
        session.drop(key)


def _draw_mission(mission: Mission) -> None:
    computed, item = _asked(mission)
    with st.container(key="lab_mission"):
        st.button(
            "All missions",
            key="lab_mission_back",
            icon=":material/arrow_back:",
            type="tertiary",
            on_click=_choose,
            args=("",),
        )
        show_html(shown.head_html(mission, mission.id in _solved()))
        st.markdown(safe(mission.story))
        _draw_report(mission)
        st.markdown(f"**{safe(mission.task)}**")
        _draw_form(mission, item)
        _draw_verdict(mission, computed)
        _draw_help(mission)


def _asked(mission: Mission) -> tuple[Computed, ShownItem]:
    """What is right today, and the item that asks for it."""
    computed = solve(mission, house.library().catalogue, house.today())
    return computed, item_of(mission, house.facts().text(mission.task), computed)


def _draw_report(mission: Mission) -> None:
    """A mission about a results table or about waits shows them."""
    if mission.check.kind == "impossible-rows":
        catalogue, day = house.library().catalogue, house.today()
        show_html(shown.report_html(mission.check, catalogue, day))
    elif mission.check.kind == "median-wait":
        show_html(shown.waits_html(mission.check))


def _draw_form(mission: Mission, item: ShownItem) -> None:
    """The question with its two ways on; both bring along what was answered so far."""
    with st.form(f"lab_mission_form_{item.id}", border=False):
        view_of(item).ask(ANSWER, item)
        with st.container(key="lab_mission_ways", horizontal=True, gap="small"):
            st.form_submit_button(
                "Check my answer", type="primary", on_click=_check, args=(item.id,)
            )
            if st.form_submit_button(
                _OPENS[mission.page], key="lab_mission_open", icon=":material/science:"
            ):
                _open_lab(mission)


def _check(name: str) -> None:
    """Judge the answer, and remember the mission as solved when it is right."""
    mission = _missions().get(name)
    if mission is None:  # its last day ended while it was open: the list says what is left
        return
    computed, item = _asked(mission)
    told = verdict(computed, item, view_of(item).response(ANSWER, item))
    session.put(TOLD, (name, told.right, told.headline, told.lines))
    if told.right:
        _note_solved(name)


def _note_solved(name: str) -> None:
    """Keep a solved mission in the record; the tab knows it too, should the record refuse."""
    session.put(SOLVED, (*session.get(SOLVED, ()), name))
    with house.noting_trouble():
        house.journal().solve_mission(house.learner_id(), name, house.now())


def _solved() -> frozenset[str]:
    """The missions this learner has solved, here or on another day."""
    here = frozenset(session.get(SOLVED, ()))
    with suppress(RecordUnavailable):  # the notice above the view says so
        return here | house.journal().missions_solved(house.learner_id())
    return here


def _draw_verdict(mission: Mission, computed: Computed) -> None:
    name, right, headline, lines = session.get(TOLD, ("", False, "", ()))
    if name != mission.id:
        return
    sums = shown.sums_html(computed) if right and computed.candidates else Markup()
    show_html(shown.verdict_html(Verdict(right, headline, lines), sums))
    if right:
        st.markdown(f"**To take along.** {safe(mission.lesson)}")
        _draw_next(mission)


def _draw_next(mission: Mission) -> None:
    solved = _solved()
    open_ones = [each for each in _missions().values() if each.id not in solved]
    if open_ones:
        later = [each for each in open_ones if each.place > mission.place] or open_ones
        st.button(
            f"Next: {later[0].title}",
            key="lab_mission_next",
            on_click=_choose,
            args=(later[0].id,),
            icon=":material/arrow_forward:",
            icon_position="right",
        )
    else:
        show_html(Markup('<p class="verdict">That was the last one. You have solved them all.</p>'))


def _draw_help(mission: Mission) -> None:
    name, taken = session.get(HINTS, ("", 0))
    taken = taken if name == mission.id else 0
    with st.container(key="lab_mission_help"):
        for number, hint in enumerate(mission.hints[:taken], start=1):
            st.info(f"**Hint {number}.** {safe(hint)}", icon=":material/lightbulb:")
        with st.container(horizontal=True):
            if taken < len(mission.hints):
                st.button(
                    "Give me a hint" if not taken else "Another hint",
                    key="lab_mission_hint",
                    icon=":material/lightbulb:",
                    on_click=session.put,
                    args=(HINTS, (mission.id, taken + 1)),
                )


_OPENS = {
    "lab": "Open the lab with these numbers",
    "ladder": "Open the ladder",
    "benchmark": "Open the benchmark lab",
}
"""The page that helps with a mission -> what its button says."""


def _open_lab(mission: Mission) -> None:
    """The view with the mission's numbers: what the tab remembered there makes room for them."""
    if mission.page != "lab":
        open_page(mission.page, **mission.opens)
    for remembered in (lab_draft(), scenario.draft(), call.draft()):
        remembered.forget()
    bar.begin(mission)
    session.turn_to(**opens_on(mission, house.library().catalogue))
    st.rerun()
