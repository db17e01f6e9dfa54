"""Python imports this file by itself when its folder is on PYTHONPATH: no network from then on.

Sockets to this machine work. Any other address raises, and is noted in the file that
SIZEWISE_CALLS_OUT names, so that a caller who swallows the error is found too.
"""

import os
import socket
from pathlib import Path

HERE = {"localhost", "127.0.0.1", "::1", "0.0.0.0", "::", "", None}  # noqa: S104  # own names
_connect, _connect_ex, _resolve = (
    socket.socket.connect,
    socket.socket.connect_ex,
    socket.getaddrinfo,
)


class Offline(OSError):
    """Something asked for an address outside this machine."""


def _check(host):
    name = host.decode() if isinstance(host, bytes) else host
    if name in HERE:
        return
    if book := os.environ.get("SIZEWISE_CALLS_OUT"):
        with Path(book).open("a") as out:
            out.write(f"{name}\n")
    raise Offline(f"{name} is outside this machine")


def _guarded(method):
    def call(self, address):
        if self.family in (socket.AF_INET, socket.AF_INET6) and self.type != socket.SOCK_DGRAM:
            _check(address[0])
        return method(self, address)

    return call


def _resolve_here(host, *rest, **more):
    _check(host)
    return _resolve(host, *rest, **more)


socket.socket.connect = _guarded(_connect)
socket.socket.connect_ex = _guarded(_connect_ex)
socket.getaddrinfo = _resolve_here
