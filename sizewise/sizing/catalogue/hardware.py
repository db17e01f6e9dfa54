"""How large a machine open weights need: memory by a stated formula, and a class of machine."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Annotated, Literal

from pydantic import Field

from sizewise.ground.shape import Shape
from sizewise.sizing.catalogue.source import Source

Machine = Literal["laptop", "workstation", "server-card", "server", "rack"]
"""What runs a model at 4 bit, the smallest first."""

MEMORY: Mapping[Machine, int | None] = {
    "laptop": 16,
    "workstation": 32,
    "server-card": 80,
    "server": 640,
    "rack": None,
}
"""Gigabytes of memory that each class of machine has for a model; none sets no bound."""

ROOM = Decimal("1.2")
"""Memory beside the weights, for the text of a call: a fifth more, a rule of thumb."""

BITS = (4, 16)
"""Bits of a weight: 16 as makers train, 4 as people run models on small machines."""

Billions = Annotated[Decimal, Field(gt=0)]
"""Parameters of a model, in billions."""


class Hardware(Shape):
    """The size of a model's weights, from which the machine follows that they need."""

    parameters: Billions
    """All weights, in billions: each must lie in memory."""
    active: Billions | None = None
    """Those that work on a token, in billions; none when all do, or no source tells."""
    source: Source
    """Where the numbers stand."""

    def memory(self, bits: int) -> Decimal:
        """Gigabytes of the weights: billions of weights times bits, by 8 bits a byte."""
        return self.parameters * bits / 8

    @property
    def machine(self) -> Machine:
        """The smallest class of machine that holds the weights at 4 bit, with room for a call."""
        needed = self.memory(4) * ROOM
        return next(name for name, has in MEMORY.items() if has is None or needed <= has)
