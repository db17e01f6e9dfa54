"""The lab's inputs between two draws: in the tab's draft and in the address."""

from dataclasses import asdict, fields, replace
from datetime import date
from typing import Any

from sizewise.ui import house, session
from sizewise.ui.lab.inputs import Inputs, Reading, read, written
from sizewise.ui.notice import asked_in_vain

KEPT = "lab_inputs"
NOTICES = "lab_notices"
PRICES_ON = "lab_on"
PARAMETERS = {"model": "model", "output": "out", "calls": "calls", "batch": "batch"}
"""Inputs that several views share, and their names in the address."""


def start() -> Inputs:
    """Where the widgets begin: the address, else what the tab remembers, else our example."""
    reading = _read()
    if reading.notices:
        session.put(NOTICES, reading.notices)
    return reading.inputs


def _read() -> Reading:
    return read(session.query, house.library().catalogue.profiles, _remembered())


def _remembered() -> Inputs:
    names = [field.name for field in fields(Inputs)]
    values = session.get(KEPT)
    return Inputs(**dict(zip(names, values, strict=True))) if values else Inputs()


def compared() -> tuple[str, ...]:
    """The models to compare, as last chosen."""
    return tuple(session.get("lab_compare", start().compared))


def prices_on() -> date | None:
    """The day whose prices the comparison uses, as last chosen; none is today."""
    day: date | None = session.get(PRICES_ON, start().on)
    return None if day == house.today() else day


def keep(inputs: Inputs) -> None:
    """Remember the inputs, and write them to the address. The prompt never goes there."""
    values = tuple(asdict(inputs).values())
    if session.get(KEPT) not in (None, values):
        session.drop(NOTICES)
    session.put(KEPT, values)
    session.set_query(**written(inputs))


def keep_some(**changes: Any) -> None:
    """Remember these inputs for every view of the lab, and write them to the address."""
    inputs = replace(start(), **changes)
    session.put(KEPT, tuple(asdict(inputs).values()))
    address = written(inputs)
    session.set_query(**{name: address[name] for name in map(PARAMETERS.__getitem__, changes)})


def draw_notices() -> None:
    """Say what the address asked for and could not get, until an input changes."""
    asked_in_vain(session.get(NOTICES, ()))
