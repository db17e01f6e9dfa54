"""What can be pressed has an edge of at least 3 to 1 in both themes (WCAG 2.2, 1.4.11)."""

import re

import pytest

from sizewise.ui.web import sheets

BASE = (sheets.SCREENS / "frame" / "00-base.css").read_text("utf-8")
EDGE = re.search(r"--edge: color-mix\(in srgb, var\(--ink\) (\d+)%, var\(--paper\)\)", BASE)
CONTROLS = (sheets.SCREENS / "frame" / "02-controls.css").read_text("utf-8")


def colours(mode):
    found = re.findall(r"--st-([\w-]+)-color:#([0-9A-Fa-f]{6})", sheets.variables(mode))
    return {name: [int(code[at : at + 2], 16) / 255 for at in (0, 2, 4)] for name, code in found}


def light(colour):
    """Relative luminance, as WCAG defines it."""
    parts = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in colour]
    return sum(share * part for share, part in zip((0.2126, 0.7152, 0.0722), parts, strict=True))


def contrast(one, other):
    dark, bright = sorted((light(one), light(other)))
    return (bright + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("mode", ["light", "dark"])
@pytest.mark.parametrize("ground", ["background", "secondary-background"])
def test_an_edge_stands_out_from_paper_and_from_fields(mode, ground):
    ink, paper = colours(mode)["text"], colours(mode)["background"]
    share = int(EDGE.group(1)) / 100
    edge = [share * a + (1 - share) * b for a, b in zip(ink, paper, strict=True)]
    assert contrast(edge, colours(mode)[ground]) >= 3


@pytest.mark.parametrize(
    "control",
    [
        "stRadioOption",
        "stCheckbox",
        "stTextInputRootElement",
        "stTextAreaRootElement",
        "stNumberInputContainer",
        "stFileUploaderDropzone",
        "stSelectbox",
        "stButtonGroup",
    ],
)
def test_each_kind_of_control_has_that_edge(control):
    rule = next(each for each in CONTROLS.split("}") if "border-color: var(--edge)" in each)
    assert control in rule


def test_the_dark_sheets_are_dark_before_the_page_is_marked():
    assert ":root[data-paper=dark]" not in sheets.sheet("dark")
    assert ":root:not([data-paper=light]) {" in sheets.sheet("dark")
    assert ":root:not([data-paper=light])" not in sheets.sheet("light")
