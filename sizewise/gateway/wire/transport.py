"""Requests that go to a judged address and to no other, and carry what we mean to send."""

import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

import httpx2

from sizewise.gateway.api_key import ApiKey
from sizewise.gateway.wire.address import AddressRefused, Judge

MOST = 4
"""Addresses of a name that are tried."""
_HEADERS = {"accept", "content-length", "content-type", "host", "user-agent"}
"""The client takes more from the operator's environment: accounts, and headers of any kind."""


class NotAllowed(httpx2.RequestError):
    """The address may not be reached; the client passes this error on as the cause of its own."""


class EndlessReply(httpx2.RequestError):
    """A reply was given up because it did not end."""


@dataclass(frozen=True)
class ReplyBounds:
    """What a reply may take: whoever answers could go on for ever, and fill memory or a log."""

    megabytes: int = 16
    """More than 50,000 tokens take, each in a chunk of its own."""
    seconds: float = 900.0
    clock: Callable[[], float] = time.monotonic


BOUNDS = ReplyBounds()


class BoundedStream(httpx2.SyncByteStream):
    """The bytes of a reply, as far as they keep to its bounds. Raises EndlessReply."""

    def __init__(self, inner: httpx2.SyncByteStream, bounds: ReplyBounds) -> None:
        self._inner = inner
        self._bounds = bounds

    def __iter__(self) -> Iterator[bytes]:
        most, clock = self._bounds.megabytes * 1_000_000, self._bounds.clock
        read, until = 0, clock() + self._bounds.seconds
        for part in self._inner:
            read += len(part)
            if read > most or clock() > until:
                raise EndlessReply("given up")
            yield part

    def close(self) -> None:
        """End the connection."""
        self._inner.close()


class JudgedTransport(httpx2.BaseTransport):
    """Resolves a name once, judges what it found, and connects to that.

    The certificate must still be the name's own. The key is added here, to a request that nobody
    else sees: neither the client nor its errors hold it.
    """

    def __init__(
        self,
        judge: Judge,
        key: ApiKey,
        inner: httpx2.BaseTransport,
        bounds: ReplyBounds = BOUNDS,
    ) -> None:
        self._judge = judge
        self._key = key
        self._inner = inner
        self._bounds = bounds

    def handle_request(self, request: httpx2.Request) -> httpx2.Response:
        """Send a request to the first of the host's addresses where somebody listens."""
        *others, last = self._addresses(request)[:MOST]
        for address in others:
            with suppress(httpx2.ConnectError, httpx2.ConnectTimeout):
                return self._bounded(self._inner.handle_request(self._to(address, request)))
        return self._bounded(self._inner.handle_request(self._to(last, request)))

    def _bounded(self, response: httpx2.Response) -> httpx2.Response:
        """It is read as it comes: a few packed bytes could be gigabytes, and we asked for none."""
        response.headers.pop("content-encoding", None)
        if isinstance(response.stream, httpx2.SyncByteStream):
            response.stream = BoundedStream(response.stream, self._bounds)
        return response

    def _to(self, address: str, request: httpx2.Request) -> httpx2.Request:
        headers = {name: each for name, each in request.headers.items() if name in _HEADERS}
        headers["accept-encoding"] = "identity"
        if self._key:
            headers["authorization"] = f"Bearer {self._key.reveal()}"
        return httpx2.Request(
            request.method,
            request.url.copy_with(host=address),
            headers=headers,
            stream=request.stream,
            extensions={**request.extensions, "sni_hostname": request.url.host},
        )

    def _addresses(self, request: httpx2.Request) -> list[str]:
        url = request.url
        encrypted = url.scheme == "https"
        try:
            return self._judge.reachable(url.host, url.port or (80, 443)[encrypted], encrypted)
        except AddressRefused as refused:
            raise NotAllowed(str(refused), request=request) from refused
        except (OSError, UnicodeError) as error:
            raise httpx2.ConnectError("the name leads nowhere", request=request) from error

    def close(self) -> None:
        """End all connections."""
        self._inner.close()


def http_client(judge: Judge, key: ApiKey, connect: float, read: float) -> Any:
    """A client for one provider, with the seconds that it has for a connection and may be silent.

    It follows no reply to another address, and uses no proxy of the
    environment: that would look names up by itself, after we judged them."""
    return httpx2.Client(
        transport=JudgedTransport(judge, key, httpx2.HTTPTransport(trust_env=False)),
        timeout=httpx2.Timeout(read, connect=connect),
        follow_redirects=False,
        trust_env=False,
    )
