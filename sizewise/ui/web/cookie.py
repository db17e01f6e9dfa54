"""The cookie that lets a browser find its learner again on a shared server.

Browsers send what any program on the same host has ever set, and several cookies of one name. We
take our own by its exact name; the rest goes no further, but for those that Streamlit reads.
"""

import re
import secrets
from collections.abc import Iterable
from typing import NamedTuple

NAME = "sizewise_learner"
SAFE_NAME = f"__Host-{NAME}"
"""The name behind HTTPS. A browser takes it from this very host alone, never from a sister site."""
LIFETIME = 400 * 24 * 3600
"""Seconds. Browsers cut longer lives down to 400 days."""
_TOKEN = re.compile(r"[A-Za-z0-9_-]{43}")
_STREAMLITS = re.compile(r"_streamlit\w*=[!#-+\--:<-\[\]-~]*", re.ASCII)
"""A cookie of Streamlit's own, with a value that any reader of cookies reads alike."""

RawHeaders = Iterable[tuple[bytes, bytes]]
"""Header fields as ASGI hands them over: pairs of name and value, in bytes."""


class Sent(NamedTuple):
    """What a browser sent under our names: its token, the names, whether two tokens quarrelled."""

    token: str | None = None
    names: tuple[str, ...] = ()
    doubtful: bool = False


NOTHING_SENT = Sent()


def new_token() -> str:
    """256 random bits as 43 characters."""
    return secrets.token_urlsafe(32)


def sent(headers: RawHeaders) -> Sent:
    """The browser's token. The safe name goes before the plain one, which older versions set.

    Two different tokens under one name: a site beside ours may have set one of them, and nobody
    can tell which. Neither is believed.
    """
    found = {SAFE_NAME: set[str](), NAME: set[str]()}
    for pair in _pairs(headers):
        name, _, value = pair.partition("=")
        if name.strip() in found and _TOKEN.fullmatch(value.strip()):
            found[name.strip()].add(value.strip())
    names = tuple(name for name in found if found[name])
    tokens = found[names[0]] if names else set()
    one = next(iter(tokens)) if len(tokens) == 1 else None
    return Sent(one, names, doubtful=len(tokens) > 1)


def streamlits(headers: RawHeaders) -> list[tuple[bytes, bytes]]:
    """The headers with no other cookies than Streamlit's own."""
    own = [pair for pair in _pairs(headers) if _STREAMLITS.fullmatch(pair)]
    rest = [(key, value) for key, value in headers if key.lower() != b"cookie"]
    return [*rest, (b"cookie", "; ".join(own).encode("latin-1"))] if own else rest


def _pairs(headers: RawHeaders) -> list[str]:
    lines = (value.decode("latin-1") for key, value in headers if key.lower() == b"cookie")
    return [pair.strip() for line in lines for pair in line.split(";")]


def kept(sent: Sent, https: bool) -> list[bytes]:
    """The Set-Cookie lines of a page: the browser's own token again, or a new one.

    Without HTTPS a doubtful browser gets none: it would overwrite the token that may be its own.
    """
    if sent.doubtful and not https:
        return []
    return set_to(sent.token or new_token(), sent, https)


def set_to(token: str, sent: Sent, https: bool) -> list[bytes]:
    """The Set-Cookie lines that give a browser a token; behind HTTPS under the safe name alone."""
    safe = https or SAFE_NAME in sent.names
    lines = [_line(SAFE_NAME if safe else NAME, token, LIFETIME, safe)]
    if safe and NAME in sent.names:
        lines.append(_line(NAME, "", 0, safe))
    return lines


def _line(name: str, value: str, seconds: int, safe: bool) -> bytes:
    parts = [f"{name}={value}", f"Max-Age={seconds}", "Path=/", "HttpOnly", "SameSite=Lax"]
    return "; ".join(parts + ["Secure"] * safe).encode("ascii")
