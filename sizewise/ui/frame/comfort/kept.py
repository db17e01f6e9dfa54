"""What this learner has chosen: read from the record once a tab, then known to the draft."""

from collections.abc import Mapping

from sizewise.ui import house, session
from sizewise.ui.frame.comfort.settings import USUAL, understood

VALUES, WHOSE = "comfort_values", "comfort_of"
NOBODY = ""
"""Whose values they are while the record cannot say who is learning."""


def current() -> dict[str, str]:
    """The value of every setting. The record is asked when the tab opens, or the learner changes.

    Without a record the tab's own choices hold.
    """
    if session.get(WHOSE) != session.get("learner_id", NOBODY):
        _read()
    return dict(session.get(VALUES, ()))


def _read() -> None:
    stored: Mapping[str, str] = {}
    with house.noting_trouble():
        stored = house.journal().settings(house.learner_id())
    _hold({**understood(stored), **_chosen_by_nobody()})


def _chosen_by_nobody() -> dict[str, str]:
    """What the tab has chosen before the record could say for whom."""
    if session.get(WHOSE) != NOBODY:
        return {}
    return {name: value for name, value in session.get(VALUES, ()) if value != USUAL[name]}


def _hold(values: Mapping[str, str]) -> None:
    session.put(VALUES, tuple(values.items()))
    session.put(WHOSE, session.get("learner_id", NOBODY))


def change(name: str, value: str) -> None:
    """Choose a value: it holds in this tab at once, and is kept where the record takes it."""
    _change({name: value})


def _change(values: Mapping[str, str]) -> None:
    _hold({**current(), **values})
    with house.noting_trouble():
        house.journal().change_settings(house.learner_id(), values, house.now())


def forget() -> None:
    """Choose the usual value wherever another one holds: all at once."""
    _change({name: USUAL[name] for name, value in current().items() if value != USUAL[name]})
