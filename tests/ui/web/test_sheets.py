"""The look comes as two files that a browser keeps, and a page names the one that fits it."""

import gzip
import re

import pytest
from starlette.requests import Request

from sizewise.ui.web.sheets import PAPERS, answer, links, sheet
from tests.ui.web.asgi import request, run

NAMES = re.findall(r"app/style/(\S+?)\"", links().decode())


def got(name, **sent):
    return run(answer(Request({**request(**sent), "path_params": {"name": name}})))


@pytest.mark.parametrize(("name", "paper"), list(zip(NAMES, PAPERS, strict=True)))
def test_each_theme_has_its_file_packed_or_not(name, paper):
    assert f'{name}" media="(prefers-color-scheme: {paper})"' in links().decode()
    packed, plain = got(name, accept_encoding="gzip, br"), got(name)
    assert gzip.decompress(packed.body) == plain.body == sheet(paper).encode()
    assert (packed.headers["content-encoding"], packed.media_type) == ("gzip", "text/css")
    assert "immutable" in plain.headers["cache-control"]


def test_the_name_of_another_edition_gets_the_styles_of_this_one_which_nobody_keeps():
    old = got("dark-0123456789ab.css")
    assert old.body == sheet("dark").encode()
    assert old.headers["cache-control"] == "no-store"


def test_paper_is_printed_light_in_both_themes():
    for paper in PAPERS:
        printed = sheet(paper).partition("@media print{:root{")[2]
        assert "--st-background-color:" in printed
        assert printed.count(" !important;") > 10
