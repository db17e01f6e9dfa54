"""Where a request comes from: this machine, a proxy before it, or an address on the network."""

import os
import re
from functools import lru_cache
from ipaddress import ip_network

from starlette.types import Scope
from streamlit import net_util

from sizewise.ground.ip import IpAddress, Network, address_in

PROXIES = "SIZEWISE_PROXIES"
"""Addresses or networks of proxies on other machines, with commas between them."""
HOPS = 10
"""Proxies in a row that are looked through."""
UNKNOWN = "unknown"
_HOST = re.compile(r"(\[[0-9A-Fa-f:.]+\]|[^\[\]:@/?#\s]+)(:\d{1,5})?")
_PASSED_ON = re.compile(rb"via|x-original-.+|x-envoy-.+|.*forwarded.*|.+-(client)?ip")
"""Headers by which proxies and hosting services tell of whom they speak for; no browser has any."""

# Of a websocket from a foreign page Streamlit would ask a server on the internet whether it is this
# machine's, up to two seconds long, in which nobody else is answered.
vars(net_util).update(get_external_ip=lambda: None)


def values(scope: Scope, name: bytes) -> list[str]:
    """All values of a header, in the order they were sent."""
    return [value.decode("latin-1") for key, value in scope["headers"] if key.lower() == name]


def on_this_machine(scope: Scope) -> bool:
    """Whether the request comes from somebody at this machine.

    The peer must be this machine, no proxy may have passed the request on, and every name in it
    must be this machine's: another site whose name was made to lead here says its own name.
    """
    peer = _peer(scope)
    hosts = values(scope, b"host")
    origins = [each.partition("://")[2] for each in values(scope, b"origin")]
    return (
        peer is not None
        and peer.is_loopback
        and not any(_PASSED_ON.fullmatch(key.lower()) for key, _ in scope["headers"])
        and len(hosts) == 1
        and all(names_this_machine(each) for each in (*hosts, *origins))
    )


def names_this_machine(host: str) -> bool:
    """Whether a host, with a port or without, is this machine to everybody who calls it so."""
    match = _HOST.fullmatch(host)
    name = match[1].lower().removesuffix(".") if match else ""
    address = address_in(name.strip("[]"))
    return name == "localhost" or (address is not None and address.is_loopback)


def address_of(scope: Scope) -> str:
    """The network address that limits count by: of IPv6 the 64 bits that one connection has.

    A proxy we know is asked who it speaks for; what others claim to speak for does not count.
    """
    claims = [each.strip() for each in ",".join(values(scope, b"x-forwarded-for")).split(",")]
    address = _peer(scope)
    for claim in reversed(claims[-HOPS:]):
        if address is None or not _is_proxy(address) or (named := address_in(_bare(claim))) is None:
            break
        address = named
    if address is None:
        return UNKNOWN
    return str(ip_network((address, 64), strict=False) if address.version == 6 else address)


def https(scope: Scope) -> bool:
    """Whether the browser speaks HTTPS, by what the server or a proxy says.

    A browser that could lie here would only keep its own cookie from coming back.
    """
    said = [each.split(",")[0].strip().lower() for each in values(scope, b"x-forwarded-proto")]
    return scope.get("scheme") in {"https", "wss"} or said[:1] in (["https"], ["wss"])


def _peer(scope: Scope) -> IpAddress | None:
    client = scope.get("client")
    return address_in(client[0]) if client else None


def _bare(claim: str) -> str:
    """An address without its port: `192.0.2.7:4711`, `[2001:db8::1]:4711`."""
    match = _HOST.fullmatch(claim)
    return match[1].strip("[]") if match else claim


def _is_proxy(address: IpAddress) -> bool:
    ours = proxies(os.environ.get(PROXIES, ""))
    return address.is_loopback or any(address in each for each in ours)


@lru_cache(maxsize=1)
def proxies(setting: str) -> tuple[Network, ...]:
    """The networks that the setting names. Raises ValueError for what is no address."""
    return tuple(ip_network(each) for each in setting.replace(",", " ").split())
