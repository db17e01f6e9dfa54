"""Several providers behind one door: whoever is next is asked when the one before fails."""

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from sizewise.gateway.failure import Failure
from sizewise.gateway.protocol import Attempting, Event, Provider, Request, Retrying

SAME_EVERYWHERE = frozenset({"refused"})
"""Failures that the request itself brings along: nobody else would take it either."""


@dataclass(frozen=True)
class ChainLink:
    """A provider, by the name that the chain has for it."""

    name: str
    provider: Provider


@dataclass(frozen=True)
class Fallback:
    """A chain of providers. It never waits for one that fails: the next one is there already.

    What a provider wrote before it failed does not count. Raises ValueError without a link.
    """

    links: tuple[ChainLink, ...]
    clock: Callable[[], float] = time.perf_counter

    def __post_init__(self) -> None:
        if not self.links:
            raise ValueError("a chain needs at least one provider")

    @property
    def model(self) -> str:
        """The model that is asked first."""
        return self.links[0].provider.model

    def send(self, request: Request) -> Iterator[Event]:
        """The events of one request, an `attempting` before those of each provider."""
        from sizewise.gateway.wire import chat  # noqa: F401  # slow to import, and nobody's fault

        began, failed = self.clock(), 0
        for link in self.links:
            yield Attempting(link.name, self.clock() - began)
            for event in link.provider.send(request):
                if event.kind == "retrying":
                    failed += 1
                    event = replace(event, attempt=failed)
                if event.kind == "failed" and self._goes_on(link, event.failure):
                    failed += 1
                    yield Retrying(event.failure, failed, wait=0.0, at=event.at)
                    break
                yield event
            else:
                return

    def _goes_on(self, link: ChainLink, failure: Failure) -> bool:
        return link is not self.links[-1] and failure.name not in SAME_EVERYWHERE
