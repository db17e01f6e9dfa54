"""Tickets: a right resume code does not change what a browser's cookie means.

Somebody else may have set that cookie. The code earns a ticket, and the ticket, shown by the same
browser, a new cookie.
"""

import hmac
import re
from datetime import datetime

from sizewise.record.identity.learners import first_turn
from sizewise.record.identity.secret import fingerprint
from sizewise.record.journal import Journal

TICKET_LIFE = 600
"""Seconds in which a ticket can be exchanged."""
_TICKET = re.compile(r"(?P<learner>.+)\.(?P<until>[0-9]{1,12})\.(?P<signature>[0-9a-f]{64})")


def new_ticket(journal: Journal, learner_id: str, token: str, at: datetime) -> str:
    """What the browser with this cookie can exchange for a new one that leads to the learner."""
    until = int(at.timestamp()) + TICKET_LIFE
    return f"{learner_id}.{until}.{_signature(journal, learner_id, until, token)}"


def exchange(journal: Journal, ticket: str, token: str, new: str, at: datetime) -> bool:
    """Make a new cookie the learner's of a ticket. False when the ticket is not this browser's.

    Once the browser has the new cookie, the ticket is worthless: it belongs to the old one.
    """
    match = _TICKET.fullmatch(ticket)
    if not match or int(match["until"]) < at.timestamp():
        return False
    expected = _signature(journal, match["learner"], int(match["until"]), token)
    if not hmac.compare_digest(match["signature"], expected):
        return False
    mark = fingerprint(journal.database, "browser", new)
    return first_turn(journal, mark, match["learner"], at) == match["learner"]


def _signature(journal: Journal, learner_id: str, until: int, token: str) -> str:
    return fingerprint(journal.database, "ticket", f"{learner_id}.{until}.{token}")
