"""What we know about you, and what you can do with it."""

from collections.abc import Callable
from functools import partial

import streamlit as st

from sizewise import ROOT
from sizewise.learn.progress.answers_csv import answers_csv
from sizewise.record import RecordUnavailable
from sizewise.record.export import exported
from sizewise.ui import house, session
from sizewise.ui.class_room import account, mine
from sizewise.ui.data import brought, known, leaving, runs
from sizewise.ui.kit.markdown import escape_dollars

NOTICE = "data_notice"


def draw() -> None:
    """Draw the page."""
    st.title("Your data", anchor=False)
    if told := session.get(NOTICE):
        st.success(told, icon=":material/check_circle:")
        session.drop(NOTICE)
    try:
        learner = house.learner_id()
        whose = account.digest()
        known.draw(
            house.journal().everything(learner),
            house.journal().account_rows(whose) if whose else (),
        )
        led = len(mine.taught())
    except RecordUnavailable as trouble:
        st.warning(escape_dollars(house.told(trouble)), icon=":material/save_as:")
        return
    house.record_notice()
    _take_along(learner)
    brought.draw()
    leaving.draw(led)
    with st.expander("The whole privacy note"):
        st.markdown((ROOT / "PRIVACY.md").read_text("utf-8").partition("\n")[2])


def _take_along(learner: str) -> None:
    st.header("Take it along", anchor=False)
    st.markdown(
        "The first file brings all your progress to another browser or another server. The second "
        "opens in a spreadsheet. Neither holds a name or a code, nor your runs of the Benchmark "
        "lab: those are files of their own, which a third file holds once there are any."
    )
    with st.container(horizontal=True, gap="small"):
        _file("Everything, as JSON", partial(_json, learner), "json", "application/json")
        _file("My answers, as CSV", partial(_csv, learner), "csv", "text/csv")
        folder = house.runs_folder()
        if runs.files(folder):
            _file("My runs, as ZIP", partial(runs.zipped, folder), "zip", "application/zip", "runs")


def _file(
    label: str, make: Callable[[], bytes], ending: str, mime: str, what: str = "progress"
) -> None:
    st.download_button(
        label,
        make,
        f"sizewise-{what}-{house.today()}.{ending}",
        mime,
        key=f"take_{ending}",
        on_click="ignore",
        icon=":material/download:",
    )


def _json(learner: str) -> bytes:
    return exported(house.journal(), learner, house.now()).encode()


def _csv(learner: str) -> bytes:
    return answers_csv(house.journal().answers_of(learner)).encode("utf-8-sig")
