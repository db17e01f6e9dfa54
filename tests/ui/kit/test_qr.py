"""An address as a square code."""

import re
from base64 import b64decode

import segno

from sizewise.ui.kit.qr import MARGIN, qr_html

ADDRESS = "https://school.example/class?code=K7Q2MX"


def drawn(html):
    return b64decode(re.search(r"base64,([^\"]+)", html)[1]).decode()


def test_the_drawing_has_each_dark_module_in_its_place():
    rows = segno.make(ADDRESS, error="m", micro=False).matrix
    dark = {
        (x + MARGIN, y + MARGIN) for y, row in enumerate(rows) for x, each in enumerate(row) if each
    }
    svg = drawn(qr_html(ADDRESS, "a name"))
    runs = [map(int, run) for run in re.findall(r"M(\d+) (\d+)h(\d+)v1h-\3z", svg)]
    assert {(x + step, y) for x, y, wide in runs for step in range(wide)} == dark
    assert f'viewBox="0 0 {len(rows) + 8} {len(rows) + 8}"' in svg


def test_it_has_a_name_for_who_cannot_see_it():
    assert 'alt="The &lt;link&gt;"' in qr_html(ADDRESS, "The <link>")
