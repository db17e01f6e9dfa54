"""Any OpenAI-compatible address, with a key that lives as long as the tab."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sizewise.gateway.api_key import ApiKey
from sizewise.gateway.checked import fault_of
from sizewise.gateway.failure import Failure
from sizewise.gateway.protocol import Event, Failed, Request
from sizewise.gateway.wire.address import Judge
from sizewise.gateway.wire.body import body_of, limit_name
from sizewise.gateway.wire.retries import Retries

if TYPE_CHECKING:
    from openai import OpenAI


@dataclass(frozen=True)
class Endpoint:
    """A model behind an address. It never leaves memory: its key is in no text and in no record."""

    base_url: str
    model: str
    key: ApiKey
    judge: Judge
    retries: Retries = field(default_factory=Retries)
    connect: float = 5.0
    """Seconds that it has to take a connection."""
    read: float = 60.0
    """Seconds that a reply may stand still."""
    _not_taken: set[str] = field(default_factory=set, init=False, compare=False)
    """Settings that it was found not to take: none is sent twice."""

    def send(self, request: Request) -> Iterator[Event]:
        """The events of one request; failures are events too."""
        fault = self._fault(request) or fault_of(request)
        if fault:
            yield Failed(fault, 0.0)
            return
        with self._client() as client:
            yield from self.retries.of(lambda: self._attempt(client, request))

    def _attempt(self, client: "OpenAI", request: Request) -> Iterator[Event]:
        from sizewise.gateway.wire import chat

        body = body_of(self.model, request, limit_name(self.base_url), self._not_taken)
        for event in chat.attempt(client, request, body, self.base_url, self.key):
            if event.kind == "failed" and event.failure.setting:
                self._not_taken.add(event.failure.setting)
            yield event

    def _fault(self, request: Request) -> Failure | None:
        if wrong := self.judge.fault(self.base_url):
            return Failure("address-refused", f"as it is written, {wrong}")
        if not self.model.strip():
            return Failure("refused", "no model is named")
        if request.cache == "off":
            return Failure("refused", "an endpoint cannot be told to leave its cache; use `bust`")
        if not self.key.fits_a_header:
            return Failure("authentication", "it holds spaces or letters that no key has")
        return None

    def _client(self) -> "OpenAI":
        from sizewise.gateway.wire.client import client

        return client(self.base_url, self.key, self.judge, self.connect, self.read)
