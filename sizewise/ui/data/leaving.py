"""Deleting everything: at once, and for good."""

from contextlib import suppress
from shutil import rmtree

import streamlit as st

from sizewise.record import RecordUnavailable
from sizewise.ui import house, session
from sizewise.ui.kit.markdown import escape_dollars
from sizewise.ui.kit.sure import button_when_sure

NOTICE, TROUBLE = "data_notice", "data_trouble"


def draw() -> None:
    """Draw the confirmation and the button."""
    st.header("Delete everything", anchor=False)
    st.markdown(
        "This deletes every row above at once: answers, scores, what you read, settings, your "
        "place in a class, the codes that lead here, and your runs of the Benchmark lab. Nobody "
        "can bring it back. Take the file along first if you may want it again."
    )
    if trouble := session.get(TROUBLE):
        st.error(escape_dollars(trouble), icon=":material/cloud_off:")
    button_when_sure(
        "Yes, delete all of my progress",
        "Delete everything",
        key="delete",
        icon="delete_forever",
        on_click=_delete,
    )


def _delete() -> None:
    runs = house.runs_folder()
    try:
        house.journal().delete_everything(house.learner_id())
        with suppress(FileNotFoundError):
            rmtree(runs)
    except RecordUnavailable as trouble:
        session.put(TROUBLE, f"Nothing was deleted. {house.told(trouble)}")
        return
    except OSError as trouble:
        session.put(TROUBLE, f"Your runs could not be deleted ({trouble.strerror}): {runs}")
        return
    session.forget()
    session.put(NOTICE, "Everything is deleted. You begin as somebody new.")
