"""Who answers: the local model, recorded replies, an endpoint the learner names, or rules."""

from typing import NamedTuple

from sizewise import ROOT
from sizewise.gateway.api_key import ApiKey
from sizewise.gateway.endpoint import Endpoint
from sizewise.gateway.failure import Failure
from sizewise.gateway.local import local_model
from sizewise.gateway.machine.weights import MODEL
from sizewise.gateway.protocol import Provider
from sizewise.gateway.recorded import Recorded, RecordedReplies, read
from sizewise.gateway.rules import Rules
from sizewise.gateway.wire.address import Judge
from sizewise.ground.written import number_of
from sizewise.ui import house
from sizewise.ui.playground.samples import RULES

WHO = ("local", "recorded", "endpoint")
"""Names in the address."""
BESIDE = ("nobody", *WHO, "rules")
"""Who may answer beside them."""
RECORDINGS = ROOT / "content" / "runs" / "playground.jsonl"


class ServerAddress(NamedTuple):
    """What a learner types of an endpoint; it lives as long as the tab."""

    base_url: str = ""
    model: str = ""
    key: str = ""


def words(who: str) -> str:
    """How the page calls who answers."""
    here = "server" if house.shared() else "computer"
    return {
        "local": f"The model on this {here}",
        "recorded": "Recorded replies",
        "endpoint": "An endpoint of your own",
        "rules": "Keyword rules",
        "nobody": "Nobody",
    }[who]


def provider(who: str, address: ServerAddress) -> Provider:
    """Who answers. The local model's stand-in are its recorded replies."""
    if who == "rules":
        return Rules(RULES)
    if who == "endpoint":
        judge = Judge(shared=house.shared())
        return Endpoint(address.base_url.strip(), address.model.strip(), ApiKey(address.key), judge)
    if who == "local" and why_not_local() is None:
        return local_model()
    return Recorded(MODEL, shelf().recordings, pace=1.0)


def why_not_local() -> Failure | None:
    """Why the local model cannot answer, as far as is known."""
    return local_model().why_not


@house.of_content
def shelf() -> RecordedReplies:
    """The recorded replies to the samples."""
    try:
        return read(RECORDINGS.read_text("utf-8").splitlines())
    except (OSError, UnicodeDecodeError) as error:
        return RecordedReplies((), ((0, str(error)),))


def damage() -> str:
    """What of the recordings cannot be read: a sentence that names the first line."""
    number, wrong = shelf().torn[0]
    lines = number_of(len(shelf().torn), "line")
    where = RECORDINGS.relative_to(ROOT).as_posix()
    return f"{where}: {lines} cannot be read. Line {number}: {wrong}. All others answer."
