"""Small requests, and what came of them."""

from sizewise.gateway.protocol import Request
from sizewise.sizing.tokens.messages import Message


def ask(text="Name three colours.", **more):
    return Request((Message("user", text),), **more)


def kinds(events):
    return [event.kind for event in events]


def text_of(events):
    """What stays of a reply: a retry begins it anew."""
    text = ""
    for event in events:
        if event.kind == "retrying":
            text = ""
        if event.kind == "delta":
            text += event.text
    return text


def the(kind, events):
    """The one event of that kind."""
    (found,) = (event for event in events if event.kind == kind)
    return found
