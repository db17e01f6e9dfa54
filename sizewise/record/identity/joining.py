"""Joining a class by its code: a short one, so tries are counted.

There are 25**6 = 244 million codes, and each holds for two weeks. Whoever hits one is a strange
name in a class, which its teacher sees and removes; nothing of anybody is shown to them.
"""

import time
from datetime import datetime, tzinfo

from sizewise.learn.class_room.membership import LAST_ZONE, Member
from sizewise.record.identity.guesses import Guesses, now
from sizewise.record.journal import Journal

_guesses = Guesses(now, time.sleep)


def join(
    journal: Journal,
    code: str,
    learner_id: str,
    address: str,
    at: datetime,
    zone: tzinfo = LAST_ZONE,
) -> Member:
    """Join the class of a code. `address` is the network address of whoever types it, and the
    class's last day holds until it is over in their `zone`.

    Raises CannotJoin, and TooManyGuesses, a RecordUnavailable.
    """
    guess = _guesses.count(journal.database, learner_id, address)
    member = journal.join_class(code, learner_id, at, zone)
    _guesses.forgive(journal.database, guess)
    return member
