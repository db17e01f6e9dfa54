"""Files of prompts that are large, broken or no tables: a table or a sentence, and soon."""

import gzip
import io
import time
import tracemalloc
import zipfile

import pytest

from sizewise.ground import limits
from sizewise.ground.cells import FileTrouble
from sizewise.ground.encoding import likely_encoding
from sizewise.ui.lab.many.csv_file import read_table

SECONDS = 2.0
MEGABYTES = 100
MB = 1_000_000
WIDE = limits.TABLE_COLUMNS + 1


def packed(raw: bytes) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        archive.writestr("xl/sheet.xml", raw)
    return file.getvalue()


FULL = limits.TABLE_MEGABYTES * limits.BYTES
REFUSED = {
    "commas": (b"," * 100_000, "more than 200 columns"),
    "nothing but commas": (b"," * FULL, "more than 200 columns"),
    "a wide line far below": (b"a,b\n" * 4_000 + b"," * MB, "Line 4,001 .*choose so below"),
    "JSON": (b'[\n  {"text": "Hello, you"}\n]\n', "This is JSON"),
    "lines of JSON": (b'{"text": "Hello, you"}\n' * 9_000, "This is JSON"),
    "a Markdown table": (b"| id | text |\n|---|:--|\n| 1 | Hello |\n", "a Markdown table"),
    "a Markdown table of Windows": (
        b"| id | text |\r\n|---|:--|\r\n| 1 | Hi |\r\n",
        "a Markdown table",
    ),
    "what psql prints": (b" id | text\n----+-------\n  1 | Hello\n(1 row)\n", "drawn with strokes"),
    "a column of it": (b" text\n-------\n Hello\n You\n(2 rows)\n", "drawn with strokes"),
    "what MySQL prints": (
        b"+----+-------+\n| id | text  |\n+----+-------+\n|  1 | Hello |\n+----+-------+\n",
        "drawn with strokes",
    ),
    "a box": (
        "┌────┬───────┐\n│ id │ text  │\n├────┼───────┤\n│ 1  │ Hello │\n└────┴───────┘\n".encode(),
        "drawn with strokes",
    ),
    "a web page": (b"<!DOCTYPE html><table><tr><td>Hello</td></tr></table>", "a web page"),
    "a name of the separator alone": (b"sep=;\n", "no row"),
    "a wide line below blank ones": (b"a,b\n" + b" \t\n" * 200_000 + b"," * MB, "200 columns"),
    "one column too many": (b"x," * limits.TABLE_COLUMNS + b"x\n", "Line 1 has more than 200"),
    "wide tabs": (b"\t" * 5_000 + b"a\n", "more than 200 columns"),
    "a million rows": (b"a\n" * MB, "more than 5,000 rows"),
    "a million rows of two": (b"a,b\n" * MB, "more than 5,000 rows"),
    "empty cells": (b",\n" * MB, "no row with a word"),
    "empty cells in quotes": (b'"",""\n' * (MB // 2), "no row with a word"),
    "one byte too many": (b"a\n" * (FULL // 2) + b"a", "reads up to 5 MB"),
    "a line without an end": (b"word " * MB, "no row below"),
    "a name without an end": (b"x" * (4 * MB) + b"\nHello\n", "column name of 4,000,000"),
    "nulls": (b"\0" * MB, "no text in that encoding"),
    "a null far inside": (b"text\n" + b"Hello\n" * 4_990 + b"a\0b\n", "no text in that encoding"),
    "an open quote": (b'text\n"' + b"word, word\n" * 400_000, "double quote"),
    "an odd number of quotes": (b'text\n"' + b'""' * (MB // 2), "double quote"),
    "utf-16 without its mark": ("text\nHello\n".encode("utf-16-le"), "no text in that encoding"),
    "latin-1": ("text\nd\u00e9j\u00e0\n".encode("latin-1"), "not written in UTF-8"),
    "a workbook": (packed(b"<row/>"), "This is a spreadsheet"),
    "an empty archive": (b"PK\x05\x06" + b"\0" * 18, "packed file"),
    "a bomb": (packed(b"\0" * (50 * MB)), "packed file"),
    "a second bomb": (gzip.compress(b"\0" * (50 * MB), 1), "packed file"),
    "an old workbook": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 512, "spreadsheet"),
    "a PDF": (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n" + b"x" * MB, "a PDF"),
    "a picture": (b"\x89PNG\r\n\x1a\n" + b"x" * MB, "a picture"),
    "nothing": (b"", "empty"),
    "only a mark": (b"\xef\xbb\xbf", "empty"),
    "only names": (b"id,text\n", "no row below"),
    "blank lines": (b"\n" * 200_000, "empty"),
    "blank lines below names": (b"id,text" + b"\r\n" * 200_000, "no row below"),
}


def widest(rows):
    """A table of as many columns as fit."""
    names = b",".join(b"c%d" % place for place in range(limits.TABLE_COLUMNS))
    return names + b"\n" + (b"ab," * (limits.TABLE_COLUMNS - 1) + b"ab\n") * rows


READ = {
    "one long cell": b"text\n" + b"word " * (FULL // 5 - 2),
    "commas between quotes": b'text\n"' + b"word, " * (MB // 2) + b'"\n',
    "a megabyte of quotes": b'text\n"' + b'""' * (MB // 2) + b'"\n',
    "quotes inside words": b'text\n5" and 6" screens\n' * 2_000,
    "long numbers": b"id,text\n" + (b"9" * 5_000 + b",x\n") * 900,
    "utf-16": "text\nHello\n".encode("utf-16"),
    "a mark": "text\nZo\u00eb\n".encode("utf-8-sig"),
    "blank lines between": b"text\n" + b"\n" * 200_000 + b"Hello\n",
    "old line ends": b"text\rHello\rYou\r",
}


def read(raw):
    return read_table(raw, likely_encoding(raw))


def seconds(raw):
    """Of processor time."""
    start = time.process_time()
    _answer(raw)
    return time.process_time() - start


def megabytes(raw):
    """At the peak."""
    tracemalloc.start()
    _answer(raw)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return peak / MB


def _answer(raw):
    try:
        return read(raw)
    except FileTrouble:
        return None


@pytest.mark.parametrize(("raw", "words"), REFUSED.values(), ids=REFUSED)
def test_a_file_that_cannot_be_a_table_is_refused_with_a_sentence(raw, words):
    with pytest.raises(FileTrouble, match=words):
        read(raw)


@pytest.mark.parametrize("raw", READ.values(), ids=READ)
def test_an_odd_file_that_fits_is_read(raw):
    assert read(raw).rows


@pytest.mark.parametrize(
    "raw", [*(raw for raw, _ in REFUSED.values()), *READ.values()], ids=[*REFUSED, *READ]
)
def test_no_file_costs_much(raw):
    assert seconds(raw) < SECONDS
    assert megabytes(raw) < MEGABYTES


def test_the_largest_table_is_read_and_costs_little():
    """The memory is counted, which takes ten times as long as reading, for a tenth of its rows."""
    table = widest(limits.TABLE_ROWS)
    start = time.process_time()
    assert len(read(table).rows) == limits.TABLE_ROWS
    assert time.process_time() - start < SECONDS
    assert megabytes(widest(limits.TABLE_ROWS // 10)) < MEGABYTES / 10


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        (b"a\n" * (limits.TABLE_ROWS + 1), "more than 5,000 rows"),
        (b"\n" * (2 * MB), "empty"),
        (b" \n" * MB + b"a\n", None),
        (b"word " * MB, None),
    ],
)
def test_a_file_of_plain_lines_has_the_same_limits(raw, words):
    if words is None:
        assert len(read_table(raw, "utf-8-sig", lines=True).rows) == 1
    else:
        with pytest.raises(FileTrouble, match=words):
            read_table(raw, "utf-8-sig", lines=True)
