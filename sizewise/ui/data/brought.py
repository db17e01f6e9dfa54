"""Progress from another browser or server, looked at before it is added."""

import streamlit as st

from sizewise.ground.written import day_words, listed, number_of
from sizewise.record import RecordUnavailable
from sizewise.record.export import MEGABYTES, Export, ExportRefused, fingerprint, read_export
from sizewise.record.merge import Added, add_export
from sizewise.ui import house, session
from sizewise.ui.kit.markdown import escape_dollars

NOTICE, ROUND = "data_notice", "data_round"
OTHERS = (
    "This file was made by another learner: you in another browser, or somebody else. Adding it "
    "puts both together, and nothing takes them apart again. Is it yours?"
)


def draw() -> None:
    """Draw the field for the file, and what is in it."""
    st.header("Bring it here", anchor=False)
    file = st.file_uploader(
        "A file of progress: its name ends in .json",
        type=["json"],
        key=f"bring_{session.get(ROUND, 0)}",
        max_upload_size=MEGABYTES,
    )
    if file is None:
        return
    try:
        _offer(read_export(file.getvalue(), house.now()))
    except ExportRefused as refused:
        st.error(escape_dollars(str(refused)), icon=":material/block:")


def _offer(export: Export) -> None:
    days = export.days
    if days is None:
        st.info("There is nothing in this file.")
        return
    found = _counted(
        export.count("attempt"),
        export.count("answer"),
        export.count("part_read"),
        export.count("mission_solved"),
        len({row["name"] for row in export.facts.get("setting", ())}),
    )
    st.markdown(
        f"In this file: {found}, from {day_words(days[0])} to {day_words(days[1])}. What you do "
        "not have here yet is added, and nothing of yours is changed."
    )
    sure = True
    if export.whose != fingerprint(house.learner_id()):
        st.warning(OTHERS, icon=":material/group:")
        sure = st.checkbox("Yes, it is mine", key="bring_mine")
    st.button(
        "Add to my progress",
        key="bring_add",
        type="primary",
        disabled=not sure,
        on_click=_add,
        args=(export,),
    )


def _add(export: Export) -> None:
    try:
        new = add_export(house.journal(), house.learner_id(), export)
    except RecordUnavailable as trouble:
        session.put(house.TROUBLE, house.told(trouble))
        return
    session.put(ROUND, session.get(ROUND, 0) + 1)
    session.put(NOTICE, _told(new))


def _told(new: Added) -> str:
    if found := _counted(new.quizzes, new.answers, new.parts, new.missions, new.settings):
        return f"Added: {found}."
    if new.on_the_way:
        return "Added: how far you went in a quiz."
    return "All of it was here already."


def _counted(quizzes: int, answers: int, parts: int, missions: int, settings: int) -> str:
    """What there is, in words; empty without anything."""
    several = (
        (quizzes, "quiz begun", "quizzes begun"),
        (answers, "answer", "answers"),
        (parts, "part read", "parts read"),
        (missions, "mission solved", "missions solved"),
        (settings, "setting", "settings"),
    )
    return listed([number_of(count, *words) for count, *words in several if count])
