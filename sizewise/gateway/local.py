"""The local model: a small one that runs on this machine, for one after the other."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cache
from typing import TYPE_CHECKING

from sizewise.gateway.checked import fault_of
from sizewise.gateway.failure import Failure
from sizewise.gateway.machine import weights
from sizewise.gateway.machine.line import Crowded, Line
from sizewise.gateway.machine.process import NotThere, Process, Serving, Setup
from sizewise.gateway.protocol import Event, Failed, Request, Waiting
from sizewise.gateway.wire.address import Judge
from sizewise.gateway.wire.body import body_of
from sizewise.gateway.wire.retries import Retries

if TYPE_CHECKING:
    from openai import OpenAI

_LOOK = 0.5
"""Seconds after which whoever waits is told their place again, and can give up."""
_READ = 120.0
"""Seconds that a reply may stand still: a long prompt is read in silence."""


@dataclass
class LocalModel:
    """A model behind a line of those who wait for it."""

    process: Process
    retries: Retries = field(default_factory=lambda: Retries(most=1, first=0.1))
    model: str = weights.MODEL

    def __post_init__(self) -> None:
        self._line = Line(self.process.setup.slots)
        self._clients: dict[Serving, OpenAI] = {}

    @property
    def why_not(self) -> Failure | None:
        """Why it cannot answer, as far as is known without starting it."""
        return self.process.why_not

    def send(self, request: Request) -> Iterator[Event]:
        """The events of one request, those of waiting first."""
        if fault := self.why_not or fault_of(request):
            yield Failed(fault, 0.0)
            return
        if request.cache == "bust":
            # It can be told, and a model this small would go on about a nonce.
            request = replace(request, cache="off")
        try:
            with self._line.turn() as turn:
                place = turn.place
                while place:
                    yield Waiting(place)
                    place = turn.moved(place, _LOOK)
                yield from self.retries.of(lambda: self._attempt(request))
        except Crowded:
            yield Failed(Failure("crowded"), 0.0)

    def close(self) -> None:
        """End the server, if there is one."""
        self.process.close()

    def _attempt(self, request: Request) -> Iterator[Event]:
        from sizewise.gateway.wire import chat

        try:
            serving = self.process.serving()
        except NotThere as reason:
            yield Failed(reason.failure, 0.0)
            return
        body = body_of(self.model, request)
        source = f"the local model, {serving.engine}"
        yield from chat.attempt(self._client(serving), request, body, source, serving.key)

    def _client(self, serving: Serving) -> "OpenAI":
        """One client for as long as the server lives."""
        from sizewise.gateway.wire.client import client

        if serving not in self._clients:
            self._clients.clear()
            judge = Judge(shared=False)
            self._clients[serving] = client(
                f"{serving.address}/v1", serving.key, judge, connect=5.0, read=_READ
            )
        return self._clients[serving]


@cache
def local_model() -> LocalModel:
    """The one local model of this process; nothing starts before it is asked something."""
    return LocalModel(Process(Setup()))
