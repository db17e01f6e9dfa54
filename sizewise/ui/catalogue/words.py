"""How the catalogue says a model's facts: in few words, the same on every page."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from markupsafe import Markup

from sizewise.ground.written import exactly, few_or_many, grouped, listed, rate, times
from sizewise.sizing.catalogue.catalog import Medium, ModelProfile, Thinking
from sizewise.sizing.catalogue.hardware import Hardware, Machine
from sizewise.sizing.catalogue.price import Price, PriceUnknown
from sizewise.sizing.cost.cost import CostEstimate
from sizewise.sizing.cost.typical_call import ANSWER, INPUT, THINKING, typical_cost
from sizewise.ui.kit.lists import items_html

CALL = f"{grouped(INPUT)} tokens in and an answer of {grouped(ANSWER)}"
"""A typical call."""
CALL_NOTE = f"models that think first spend another {grouped(THINKING)} here, as an example"
MEDIA: Mapping[Medium, str] = {
    "text": "text",
    "image": "images",
    "audio": "sound",
    "video": "video",
    "pdf": "PDF files",
}


THINKS: Mapping[Thinking, str] = {
    "never": "No",
    "off-by-default": "Only when asked",
    "on-by-default": "Yes, unless told not to",
}
"""Whether a model thinks before it answers, in a cell."""


MACHINES: Mapping[Machine, str] = {
    "laptop": "a laptop with 16 GB of memory",
    "workstation": "a computer with 32 GB for the model",
    "server-card": "one server card with 80 GB",
    "server": "a server with several cards of 80 GB",
    "rack": "several servers",
}
"""What runs open weights at 4 bit; the gigabytes are those of `hardware.MEMORY`."""


def kind_words(profile: ModelProfile) -> str:
    """Maker and size: "OpenAI, small model"."""
    file = profile.file
    weights = ", open weights" if file.open_weights else ""
    thinks = ", thinks before it answers" if file.thinks_unasked else ""
    return f"{file.maker}, {file.size} model{thinks}{weights}"


def media_words(media: tuple[Medium, ...]) -> str:
    """What is read or written: "text, images and PDF files"."""
    return listed([MEDIA[each] for each in media])


def price_on(profile: ModelProfile, day: date) -> Price | None:
    """The price in force on a day; none when none is known."""
    try:
        return profile.price_on(day)
    except PriceUnknown:
        return None


def call_on(profile: ModelProfile, day: date) -> CostEstimate | None:
    """What a typical call costs on a day; none when no price is known."""
    return typical_cost(profile, day) if price_on(profile, day) else None


def rates_words(price: Price) -> str:
    """Input and output rate: "$0.15 / $0.60"."""
    return f"{rate(price.input)} / {rate(price.output)}"


def times_words(dear: Decimal, cheap: Decimal) -> str:
    """How many times as much: "17× as much", or "the same"."""
    words = times(dear / cheap)
    return "the same" if dear == cheap else ("nearly the same" if words == "1×" else words)


def gigabytes(hardware: Hardware, bits: int) -> str:
    """The memory that the weights take: "4.2 GB", or "140 GB"."""
    size = hardware.memory(bits)
    return f"{few_or_many(size)} GB"


def billions(parameters: Decimal) -> str:
    """So many weights: "8 billion", or "1.6 trillion"."""
    if parameters < 1000:
        return f"{exactly(parameters)} billion"
    return f"{exactly((parameters / 1000).normalize())} trillion"


def yes_no(true: bool) -> str:
    """Yes or no, for a table."""
    return "Yes" if true else "No"


def list_html(lines: list[str], css: str) -> Markup:
    """A list of plain sentences."""
    return Markup('<ul class="{}">{}</ul>').format(css, items_html(lines))
