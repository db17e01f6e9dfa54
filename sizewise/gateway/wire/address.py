"""Which addresses a learner may make this server call.

On a server for many, a base URL is a way to make it knock at doors of its own network. So a name is
resolved once, each of its addresses is judged, and the connection goes to one that was judged: what
the name means a moment later does not matter.
"""

import os
import re
import socket
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from ipaddress import IPv4Address, ip_network
from urllib.parse import urlsplit

from sizewise.ground.ip import IpAddress, address_in

ALLOWED = "SIZEWISE_ENDPOINTS"
"""Hosts, addresses and networks that the operator allows although they are not public, with commas
between them."""
_NAT64 = ip_network("64:ff9b::/96")
_NAME = re.compile(r"[A-Za-z0-9_]([A-Za-z0-9_.-]{0,252})")

Resolve = Callable[[str, int], Iterable[str]]
"""What finds the addresses of a host and port, as texts."""


class AddressRefused(Exception):
    """An address that may not be reached; the text says which, and why."""


def resolve(host: str, port: int) -> list[str]:
    """The addresses behind a name now. Raises OSError when there are none."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(each[4][0]) for each in found))


@dataclass(frozen=True)
class Judge:
    """Says where requests may go."""

    shared: bool
    """Whether strangers use this server. Alone at your own machine you may call it, and your
    network."""
    allowed: str = ""
    """What the operator lists, as the setting has it."""
    resolve: Resolve = resolve

    def fault(self, url: str) -> str:
        """What is wrong with a base URL as it is written; empty when nothing is."""
        try:
            parts = urlsplit(url)
            host, _ = parts.hostname or "", parts.port
        except ValueError:
            return "it is no address"
        if parts.scheme not in {"http", "https"} or not host:
            return "it must begin with https:// and a host, such as https://api.openai.com/v1"
        if parts.username or parts.password or "@" in parts.netloc:
            return "it must hold no user and no password: the key has a field of its own"
        if parts.query or parts.fragment or any(sign <= " " for sign in url):
            return "it must end with its path, such as /v1"
        if not _NAME.fullmatch(host) and _parsed(host) is None:
            return "its host is no name"
        return ""

    def reachable(self, host: str, port: int, encrypted: bool) -> list[str]:
        """The judged addresses of that host, to connect to one of them.

        Raises AddressRefused when any address of the name is not allowed, and OSError when the name
        has none.
        """
        written = _parsed(host)
        found = [host] if written else list(self.resolve(host, port))
        addresses = [address for each in found if (address := _parsed(each))]
        if not addresses:
            raise OSError(f"{host} has no address")
        for address in addresses:
            self._judge(host, address, encrypted)
        return [str(each) for each in addresses]

    def _judge(self, host: str, address: IpAddress, encrypted: bool) -> None:
        public = _is_public(address)
        if public and not encrypted:
            raise AddressRefused(f"{host} is on the internet, so write https:// before it")
        if public or not self.shared or self._lists(host, address):
            return
        raise AddressRefused(f"{host} is no public address")

    def _lists(self, host: str, address: IpAddress) -> bool:
        setting = self.allowed or os.environ.get(ALLOWED, "")
        names = setting.replace(",", " ").split()
        return any(_names(each, host, address) for each in names)


def _names(listed: str, host: str, address: IpAddress) -> bool:
    try:
        return address in ip_network(listed, strict=False)
    except ValueError:
        return listed.lower().rstrip(".") == host.lower().rstrip(".")


def _is_public(address: IpAddress) -> bool:
    inner = _inside(address)
    return address.is_global and not address.is_multicast and (inner is None or inner.is_global)


def _inside(address: IpAddress) -> IPv4Address | None:
    """The IPv4 address that an IPv6 address leads to by NAT64, 6to4 or Teredo."""
    if address.version == 4:
        return None
    if address in _NAT64:
        return IPv4Address(int(address) & 0xFFFFFFFF)
    return address.sixtofour or (address.teredo or (None, None))[1]


def _parsed(text: str) -> IpAddress | None:
    """An address as a URL or a resolver writes it: in brackets, or with its network card."""
    return address_in(text.strip("[]").partition("%")[0])
