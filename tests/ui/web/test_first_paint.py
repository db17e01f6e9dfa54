"""What a browser sees first: paper in the colour of its theme, then a page that is whole."""

from pathlib import Path

import streamlit as st

from sizewise.ui.web.first_paint import FirstPaint, head
from sizewise.ui.web.headers import INDEX
from tests.ui.web.asgi import request, run

PAGE = (
    b'<html><head><link rel="preload" href="./x.woff2" as="font" type="font/woff2" crossorigin />'
    b"</head><body></body></html>"
)


class Sender:
    """An app that sends a page in two pieces, or something else, and remembers what was asked."""

    def __init__(self, kind=b"text/html; charset=utf-8", body=PAGE):
        self.kind, self.body, self.asked = kind, body, ()

    async def __call__(self, scope, receive, send):
        self.asked = dict(scope["headers"])
        headers = [(b"content-type", self.kind), (b"content-length", b"%d" % len(self.body))]
        await send({"type": "http.response.start", "status": 200, "headers": headers})
        await send({"type": "http.response.body", "body": self.body[:20], "more_body": True})
        await send({"type": "http.response.body", "body": self.body[20:]})


def received(app, **sent):
    told = []

    async def send(message):
        told.append(message)

    run(FirstPaint(app)(request(**sent), None, send))
    return dict(told[0]["headers"]), b"".join(each.get("body", b"") for each in told[1:])


def test_a_page_has_its_paper_in_both_themes_before_any_script():
    headers, body = received(Sender())
    for mode in ("light", "dark"):
        assert st.get_option(f"theme.{mode}.backgroundColor").encode() in body
    assert body.index(b"prefers-color-scheme:dark") < body.index(b"</head>")
    assert headers[b"content-length"] == b"%d" % len(body)


def test_a_page_asks_for_our_letters_and_not_for_streamlits():
    _, body = received(Sender())
    assert b"./x.woff2" not in body
    assert body.count(b'as="font"') == 2


def test_an_open_keyboard_makes_the_page_of_this_streamlit_smaller():
    _, body = received(Sender(body=INDEX.read_bytes()))
    assert b"interactive-widget=resizes-content" in body.split(b"<title>")[0]


def test_the_scripts_it_asks_for_early_are_those_of_this_streamlit():
    named = [part.split('"')[0] for part in head().decode().split("./static/js/")[1:]]
    folder = Path(st.__file__).parent / "static" / "static" / "js"
    assert {name.split(".")[0] for name in named} >= {"Html", "BidiComponent"}
    assert all((folder / name).is_file() for name in named)


def test_what_is_no_page_passes_as_it_is():
    app = Sender(b"application/json", b"{}" * 20)
    headers, body = received(app)
    assert (body, headers[b"content-length"]) == (b"{}" * 20, b"40")


def test_a_page_comes_whole_and_unpacked_so_that_it_can_be_dressed():
    app = Sender()
    received(app, accept_encoding="gzip", if_none_match="x")
    assert app.asked.keys() == {b"host", b"accept"}
    received(app, accept="*/*", accept_encoding="gzip")
    assert b"accept-encoding" in app.asked


def test_our_styles_come_after_streamlits_and_before_those_of_a_reader():
    _, body = received(Sender(body=INDEX.read_bytes()))
    head, links, root = (body.index(each) for each in (b"</head>", b"./app/style/", b'id="root"'))
    assert head < links < root
    assert body.count(b"./app/style/") == 2
