"""Dated claims held against the catalogue: the fact on the day it was said, and today."""

from dataclasses import dataclass, replace

from sizewise.learn.lesson.blocks.still_true import DatedClaim
from sizewise.library.fact import FactUnknown
from sizewise.library.facts import CatalogueFacts

HISTORY = ("price", "ratio", "cost")
"""Facts that the catalogue knows by date; of all others it knows what holds now."""


@dataclass(frozen=True)
class Judged:
    """A claim's fact as it was said and as it is."""

    then: str
    now: str

    @property
    def still(self) -> bool:
        """Whether the fact is the same; commas, spaces and capitals make no difference."""
        return _bare(self.then) == _bare(self.now)


def judge(claim: DatedClaim, facts: CatalogueFacts) -> Judged:
    """The claim's fact on its day and on the day of `facts`. Raises FactUnknown."""
    if claim.said_on > facts.day:
        raise FactUnknown("the day lies in the future", "write the day it was said")
    now = _fact(claim, facts)
    if by_date(claim):
        return Judged(_fact(claim, replace(facts, day=claim.said_on)), now)
    if claim.then is None:
        what = f"the catalogue keeps no history of `{claim.fact.split()[0]}`"
        raise FactUnknown(what, "write `then:` with the fact as it was on that day")
    return Judged(claim.then, now)


def by_date(claim: DatedClaim) -> bool:
    """Whether the catalogue itself knows what the fact was."""
    return claim.fact.split()[0] in HISTORY


def _fact(claim: DatedClaim, facts: CatalogueFacts) -> str:
    return facts.text(f"{{{{{claim.fact}}}}}")


def _bare(fact: str) -> str:
    return "".join(fact.casefold().replace(",", "").split())
