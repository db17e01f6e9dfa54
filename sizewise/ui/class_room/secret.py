"""The secret of a class: shown once, as a link and to scan, and kept by a browser if asked."""

from functools import partial
from pathlib import Path

import streamlit as st

from sizewise.learn.class_room.membership import Class
from sizewise.record import identity
from sizewise.ui import house, session
from sizewise.ui.class_room import account, link, mine
from sizewise.ui.kit.html import filled, show_html
from sizewise.ui.kit.markdown import literal
from sizewise.ui.kit.qr import qr_html
from sizewise.ui.kit.sure import button_when_sure

HERE = Path(__file__).parent


SHOWN = "link"
"""The parameter of the address that says that a secret is on screen."""
AWAY = "class_secret_away"
"""The class whose secret was put away last in this tab."""
BRIEFLY = "class_secret_briefly"
"""The class that this browser remembers only until its secret is put away."""


def show(group_id: str, secret: str) -> None:
    """Put a new secret on screen, until it is put away."""
    session.put(mine.SECRET, (group_id, secret))
    session.drop(AWAY)
    session.set_query(**{mine.OF: group_id, SHOWN: "new"})


def drop(group: Class) -> None:
    """Forget the secret of a class that is closed or deleted; another's stays on screen."""
    if waits(group):
        session.drop(mine.SECRET)


def _put_away(group_id: str) -> None:
    if session.get(BRIEFLY) == group_id:
        house.journal().forget_teacher(group_id, house.learner_id())
        session.drop(BRIEFLY)
    session.put(AWAY, group_id)
    session.drop(mine.SECRET)
    session.set_query(**{SHOWN: ""})


def waits(group: Class) -> bool:
    """Whether a class was just made, and its secret is not put away yet."""
    return bool(session.get(mine.SECRET, ("", ""))[0] == group.id)


def draw(group: Class) -> None:
    """Draw the secret, and the button that puts it away."""
    address = link.to(teach=session.get(mine.SECRET)[1])
    with st.container(key="class_secret"):
        show_html(
            filled(
                HERE / "secret.html",
                qr=qr_html(address, "The teacher's link, to be scanned"),
            )
        )
        st.code(address, language=None, wrap_lines=True)
        if session.get(BRIEFLY) == group.id:
            st.caption("Until you press this, whoever uses this browser can open the class.")
        st.button(
            "I have kept it: open the class",
            key="class_secret_done",
            icon=":material/visibility_off:",
            type="primary",
            on_click=mine.deed,
            args=(group.id, partial(_put_away, group.id)),
        )


def draw_lost(group: Class) -> None:
    """Say so when this class's secret was on screen, and the page was loaded anew before it was
    put away. The browser that made it opens the class.
    """
    shown = session.query(SHOWN) and session.query(mine.OF) == group.id
    if shown and session.get(AWAY) != group.id:
        st.warning(
            f"The link of “{literal(group.title)}” was on screen when the page was loaded anew. It "
            "is shown once: if you have not kept it, make a new one under “Link and end”. Until "
            "you close the class, this browser opens it.",
            icon=":material/key:",
        )


def draw_keeping(group: Class) -> None:
    """Offer to keep a class open that only this tab has, by its link."""
    if mine.remembered(group.id) or account.opens(group):
        return
    with st.container(key="class_keeping", horizontal=True, vertical_alignment="center"):
        st.markdown("Only this tab has the class open: loaded anew, it wants the link again.")
        st.button(
            "Keep it open in this browser",
            key="class_memory",
            icon=":material/lock_open:",
            help="Whoever uses this browser can open it then. Not for a computer of pupils.",
            on_click=mine.deed,
            args=(group.id, partial(_keep, group)),
        )


def draw_renewing(group: Class) -> None:
    """Offer another link in place of one that is lost, or that somebody has seen."""
    if account.opens(group):
        return
    st.header("Make a new link", anchor=False)
    st.markdown(
        "For a link that is lost, or that somebody else has seen. The old link opens nothing any "
        "more, and the class is closed in every other browser. Its learners notice nothing."
    )
    button_when_sure(
        "Yes, the old link shall open nothing",
        "Make a new link",
        key="class_renew",
        icon="key",
        on_click=mine.deed,
        args=(group.id, partial(_renew, group)),
    )


def _renew(group: Class) -> None:
    """Until the new link is put away the browser opens the class without one: whoever loads the
    page anew before would have neither.
    """
    secret = identity.new_teacher_secret()
    digest = identity.secret_digest(secret)
    by_link = not mine.remembered(group.id)
    if by_link:
        _keep(group)
        session.put(BRIEFLY, group.id)
    house.journal().renew_teacher(group.id, digest, house.learner_id())
    if by_link:  # else another class's link may be the one that this tab has followed
        mine.open_by(digest)
    show(group.id, secret)


def draw_closing(group: Class) -> None:
    """Offer to close a class that this tab or this browser has open."""
    if account.opens(group):
        return
    st.button(
        "Close it in this browser",
        key="class_close_here",
        type="tertiary",
        icon=":material/lock:",
        help="Your link opens it again.",
        on_click=mine.deed,
        args=(group.id, partial(_close, group)),
    )


def _keep(group: Class) -> None:
    house.journal().remember_teacher(group.id, house.learner_id(), house.now())


def _close(group: Class) -> None:
    house.journal().forget_teacher(group.id, house.learner_id())
    session.close_in_all_tabs(group.teacher_digest)
    if session.get(mine.DIGEST) == group.teacher_digest:  # another class's link stays followed
        session.drop(mine.DIGEST)
    drop(group)
    session.put(mine.NOTICE, "The class is closed in this browser. Your link opens it again.")
    session.turn_to()
