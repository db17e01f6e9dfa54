"""What open weights need to run on a machine of one's own, in words."""

from collections.abc import Iterator

from sizewise.sizing.catalogue.catalog import ModelProfile
from sizewise.sizing.catalogue.hardware import BITS, Hardware
from sizewise.ui.catalogue.words import MACHINES, billions, gigabytes

UNKNOWN = "no source gives its size"
FORMULA = (
    "Memory of the weights: billions of parameters times bits, divided by 8. A fifth more is kept "
    "free for the text of a call."
)


def memory_words(profile: ModelProfile, bits: int = 4) -> str:
    """The memory at so many bits, or that nobody tells."""
    hardware = profile.file.hardware
    return gigabytes(hardware, bits) if hardware else UNKNOWN


def machine_lines(hardware: Hardware) -> Iterator[tuple[str, str]]:
    """What it needs, line by line; the machine last."""
    yield "Parameters", billions(hardware.parameters)
    if hardware.active:
        yield "At work for a token", billions(hardware.active)
    for bits in BITS:
        yield f"Memory at {bits} bit", gigabytes(hardware, bits)
    yield "At 4 bit it runs on", MACHINES[hardware.machine]
