"""Which classes are open here: to a teacher by a link, a remembered browser or an account, and to
learners as members.
"""

from collections.abc import Callable, Container

import streamlit as st

from sizewise.learn.class_room.membership import Class
from sizewise.record import RecordUnavailable, identity
from sizewise.ui import house, session
from sizewise.ui.class_room import account
from sizewise.ui.kit.markdown import escape_dollars

DIGEST, OPENED = "class_digest", "class_opened"
SECRET, NOTICE, TROUBLE = "class_secret", "class_notice", "class_trouble"
OF = "of"
"""The parameter of the address that says which class is open."""
MINE, NONE = "mine", "none"
"""What it says of the learner's own side, and of a link that opens nothing."""


def taught() -> dict[str, Class]:
    """The classes that are open to a teacher here, by id. Raises RecordUnavailable."""
    journal = house.journal()
    found = list(journal.classes_taught_by(house.learner_id()))
    for digest in filter(None, (_followed(), account.digest())):
        found += journal.classes_opened_by(digest)
    return {each.id: each for each in sorted(found, key=lambda each: each.created_at)}


def open_by(digest: str) -> None:
    """Let this tab open the class of a link, until it is closed in any tab of the browser."""
    session.put(DIGEST, digest)
    session.opened_now(OPENED)


def _followed() -> str:
    """The digest of the link that was followed in this tab; empty without one."""
    digest = str(session.get(DIGEST, ""))
    return "" if session.closed_in_a_tab(digest, OPENED) else digest


def remembered(class_id: str) -> bool:
    """Whether this browser opens a class without its link. Raises RecordUnavailable."""
    ours = house.journal().classes_taught_by(house.learner_id())
    return class_id in {each.id for each in ours}


def follow_link() -> None:
    """Open the class of a teacher's link, and take its secret out of the address bar: a class may
    be looking at it. Raises RecordUnavailable.
    """
    secret = session.query("teach")
    if not secret:
        return
    digest = identity.secret_digest(secret)
    opened = house.journal().classes_opened_by(digest)
    if opened:
        open_by(digest)
        session.set_query(teach="", of=opened[0].id)
    else:
        session.put(
            TROUBLE,
            "This link opens no class. Was all of it copied? A class that was deleted, as each "
            "is 30 days after its last day at the latest, is gone for good.",
        )
        session.set_query(teach="", of=NONE)


def deed(class_id: str, do: Callable[[], object], done: str = "") -> None:
    """Do something as the teacher of a class, and say so; what goes wrong is said in its place.

    Another tab may have closed or deleted the class meanwhile.
    """
    try:
        if class_id not in taught():
            session.put(TROUBLE, "This class is not open here any more. Nothing was changed.")
            return
        do()
    except RecordUnavailable as trouble:
        session.put(TROUBLE, f"Nothing was changed. {house.told(trouble)}")
        return
    if done:
        session.put(NOTICE, done)


def draw_missing(wanted: str, taught: Container[str]) -> None:
    """Say so when the address names a class that is not open here."""
    if wanted and wanted not in (MINE, NONE) and wanted not in taught:
        st.info(
            "This browser does not open the class of this address. Use the link that its teacher "
            "has. A class that was deleted is gone for good.",
            icon=":material/key:",
        )


def draw_notices() -> None:
    """Say once what was done, or what went wrong."""
    if notice := session.get(NOTICE):
        st.success(escape_dollars(notice), icon=":material/check_circle:")
    if trouble := session.get(TROUBLE):
        st.error(escape_dollars(trouble), icon=":material/error:")
    session.drop(NOTICE)
    session.drop(TROUBLE)
