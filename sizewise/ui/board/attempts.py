"""What a chain's events say of each attempt: who, from when to when, and how it ended."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from sizewise.gateway.failure import Failure
from sizewise.gateway.protocol import Event


@dataclass(frozen=True)
class ChainAttempt:
    """One provider's attempt. Times in seconds since the chain was asked."""

    who: str
    began: float
    reached: float
    """The last moment of which something is known."""
    failure: Failure | None = None
    text: str = ""
    answered: bool = False
    place: int = 0
    """Who is served before, as far as it waits."""

    @property
    def seconds(self) -> float:
        """How long it took, as far as is known."""
        return self.reached - self.began


def attempts(events: Iterable[Event]) -> tuple[ChainAttempt, ...]:
    """The attempts so far, in their order."""
    found: list[ChainAttempt] = []
    for event in events:
        if event.kind == "attempting":
            if found:
                found[-1] = replace(found[-1], reached=event.at)
            found.append(ChainAttempt(event.who, event.at, event.at))
        elif found:
            found[-1] = _after(found[-1], event)
    return tuple(found)


def _after(one: ChainAttempt, event: Event) -> ChainAttempt:
    match event.kind:
        case "waiting":
            return replace(one, place=event.place)
        case "started":
            return replace(one, place=0, failure=None, text="")
        case "delta":
            return replace(one, text=one.text + event.text, reached=one.began + event.at)
        case "end":
            return replace(one, answered=True, reached=one.began + event.at)
        case "failed":
            return replace(one, failure=event.failure, reached=one.began + event.at)
        case "retrying":
            return replace(one, failure=event.failure)
    return one
