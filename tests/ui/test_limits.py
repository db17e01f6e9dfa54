"""The server's own limits, and those of the documented proxy, beside those that pages name."""

import re
import tomllib

from sizewise import ROOT
from sizewise.ground import limits

SERVER = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text("utf-8"))["server"]


def test_the_server_takes_the_largest_file_that_a_page_takes_and_no_larger_one():
    assert SERVER["maxUploadSize"] == max(limits.PICTURE_MEGABYTES, limits.TABLE_MEGABYTES)


def test_the_server_takes_three_full_fields_at_once():
    # JavaScript counts units of UTF-16, of which each has at most three bytes in UTF-8.
    assert SERVER["maxMessageSize"] * 1_000_000 >= 3 * 3 * limits.FIELD_CHARACTERS


def test_every_field_takes_what_its_page_reads():
    assert max(limits.RESPONSE_CHARACTERS, limits.TEXT_CHARACTERS) <= limits.FIELD_CHARACTERS


def test_the_documented_proxy_takes_what_the_server_takes():
    proxy = (ROOT / "deploy" / "sizewise.conf").read_text("utf-8")
    [most] = re.findall(r"client_max_body_size (\d+)m;", proxy)
    assert int(most) >= SERVER["maxUploadSize"]
