"""Deleting everything: at once, and for good."""

from contextlib import suppress
from shutil import rmtree

import streamlit as st

from sizewise.ground.written import number_of
from sizewise.record import RecordUnavailable
from sizewise.ui import house, session
from sizewise.ui.benchmark.runner import runners
from sizewise.ui.class_room import account, mine
from sizewise.ui.kit.markdown import escape_dollars
from sizewise.ui.kit.sure import button_when_sure
from sizewise.ui.playground.calls import calls

NOTICE, TROUBLE = "data_notice", "data_trouble"
PATIENCE = 5.0
"""Seconds in which a run that is stopped may end before its files are deleted."""


def draw(led: int) -> None:
    """Draw the confirmation and the button, for who leads so many classes as their teacher."""
    st.header("Delete everything", anchor=False)
    st.markdown(
        "This deletes every row above at once: answers, scores, what you read, settings, your "
        "place in a class, the codes that lead here, and your runs of the Benchmark lab. Nobody "
        "can bring it back. Take the file along first if you may want it again."
    )
    if led:
        st.info(
            f"You lead {number_of(led, 'class', 'classes')}. A class stays when you go: it is its "
            "learners', too. To delete one, do so first, on the page “Class” under “Link and end”. "
            "Later only its link opens it, or your account if you were signed in when you made it.",
            icon=":material/groups:",
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
        led = len(mine.taught())
        house.journal().delete_everything(house.learner_id())
        if session.browser_token() or not house.shared():  # else many are one owner
            calls().forget(session.get(session.OWNER))
        ended = runners().stop_all_in(runs, PATIENCE)
        while runs.exists():
            with suppress(FileNotFoundError):  # a run may take its lock away meanwhile
                rmtree(runs)
    except RecordUnavailable as trouble:
        session.put(TROUBLE, f"Nothing was deleted. {house.told(trouble)}")
        return
    except OSError as trouble:
        session.put(TROUBLE, f"Your runs could not be deleted ({trouble.strerror}): {runs}")
        return
    told = _told(led, ended=ended)
    session.forget()
    session.put(NOTICE, told)


def _told(led: int, *, ended: bool) -> str:
    """What is said after it. An account stays signed in: it says nothing of who learns here."""
    told = ["Everything is deleted. You begin as somebody new."]
    if not ended:
        told.append(
            "Your run of the Benchmark lab is stopped. What it had asked a model is still being "
            "answered, and is not kept."
        )
    if led:
        told.append(
            f"{number_of(led, 'class', 'classes')} that you led stayed. The link of a class, or "
            "your account, opens it on the page “Class”; there “Link and end” deletes it."
        )
    if account.digest():
        told.append("Your account is still signed in: “Sign out” is on the page “Class”.")
    return " ".join(told)
