"""What open weights need, held against what makers and Hugging Face publish."""

from datetime import date
from decimal import Decimal

import pytest
from pydantic import ValidationError

from sizewise.sizing.catalogue.hardware import Hardware
from sizewise.sizing.catalogue.source import Source
from tests.sizing.models import model_file

SOURCE = Source(title="A card", url="https://example.org/card", checked_on=date(2026, 11, 29))


def of(parameters, **more):
    return Hardware(parameters=Decimal(str(parameters)), source=SOURCE, **more)


@pytest.mark.parametrize(
    ("parameters", "bits", "gigabytes"),
    [
        # Hugging Face's table for Llama 3.1: 8B, 70B and 405B at 16 and 4 bit; 202.5 is 203 there.
        (8, 16, "16"),
        (8, 4, "4"),
        (70, 16, "140"),
        (70, 4, "35"),
        (405, 16, "810"),
        (405, 4, "202.5"),
    ],
)
def test_weights_take_their_number_times_their_bits(parameters, bits, gigabytes):
    assert of(parameters).memory(bits) == Decimal(gigabytes)


@pytest.mark.parametrize(
    ("parameters", "machine"),
    [
        # OpenAI: gpt-oss-20b (21 billion) in 16 GB, gpt-oss-120b (117 billion) on a card of 80 GB.
        (21, "laptop"),
        (117, "server-card"),
        # Meta: Llama 4 Scout (109 billion) on one card of 80 GB at 4 bit.
        (109, "server-card"),
        # 27 x 0.5 x 1.2 = 16.2 GB; 284 x 0.5 x 1.2 = 170 GB; 1,600 x 0.5 x 1.2 = 960 GB.
        (27, "workstation"),
        (284, "server"),
        (1600, "rack"),
    ],
)
def test_the_smallest_machine_that_holds_them_is_named(parameters, machine):
    assert of(parameters).machine == machine


def test_closed_weights_have_no_size():
    with pytest.raises(ValidationError, match="the weights are closed"):
        model_file(hardware=of(8))
