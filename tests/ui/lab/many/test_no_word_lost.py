"""No word of a file is lost: it is read whole, or refused with a sentence."""

import csv
import io
import re
from contextlib import suppress

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from sizewise.ground.cells import FileTrouble
from sizewise.ui.lab.many.csv_file import read_table


def read(text, **more):
    return read_table(text.encode(), "utf-8-sig", **more)


WHOLE = {
    "sentences with commas": (
        "prompt\nSummarise this letter, keep it short, and use plain words\n"
        "Translate the note below, then check it\n",
        ["Summarise this letter, keep it short, and use plain words",
         "Translate the note below, then check it"],
    ),
    "one comma in the first row": ("prompt\nhello, world\nplain\n", ["hello, world", "plain"]),
    "a comma at the end": ("prompt\nhello,\nplain\n", ["hello,", "plain"]),
    "a line that names the separator": ("sep=;\nid;text\n1;a, b, c\n", ["a, b, c"]),
    "the same in quotes": ('"sep=;"\r\nid;text\r\n1;a, b\r\n', ["a, b"]),
    "a tab named": ("sep=\t\nid\ttext\n1\ta;b\n", ["a;b"]),
    "commas in the names": (
        "id;text (short, clear, kind, polite)\n1;hello there\n", ["hello there"]
    ),
    "German decimals": ("preis;text\n2,50;Guten Tag, Welt\n", ["Guten Tag, Welt"]),
    "a line end in a cell": ('id,text\n1,"line one\nline, two"\n', ["line one\nline, two"]),
    "quotes in a cell": ('id,text\n1,"She said ""hi"", then left"\n', ['She said "hi", then left']),
    "inches": ('id,text\n1,a 5" and a 6" screen\n', ['a 5" and a 6" screen']),
    "empty columns at the end": ("id,text,,\n1,hello,,\n", ["hello"]),
    "old line ends": ("id,text\r1,hello\r2,you\r", ["hello", "you"]),
    "decimals without names": ("1,0;1,5\n2,0;2,5\n", ["1,5", "2,5"]),
    "texts beside decimals": ("1,0;Guten Tag\n2,0;Hallo\n", ["Guten Tag", "Hallo"]),
    "digits on either side of semicolons": ("id,text\n1,2;3\n4,5;6\n", ["2;3", "5;6"]),
    "rows without a word": ('id,text\n,\n1,hello\n , \t\n"",""\n2,you\n,', ["hello", "you"]),
    "a quote alone": ('id,text\n"""",""\n', [""]),
    "what pandas writes": (",text\n0,Hello\n1,You\n", ["Hello", "You"]),
    "a column without a name": ("id,,text\n1,x,hello\n2,y,you\n", ["x", "y"]),
    "rules of dashes in prompts": ("text\n---\nhello\n", ["---", "hello"]),
    "apostrophes": ("id,text\n1,'tis the dogs' day\n", ["'tis the dogs' day"]),
    "spaces around": ("id;text\n1;  two spaces  \n", ["  two spaces  "]),
    "names with spaces behind the commas": ("id, text\n1, hello\n", None),
}  # fmt: skip


@pytest.mark.parametrize(("text", "cells"), WHOLE.values(), ids=WHOLE)
def test_a_file_is_read_whole(text, cells):
    found = read(text, heads=None)
    if cells is None:  # perhaps a sentence: then the lines are whole
        assert found.rows == [("1, hello",)]
    else:
        assert found.texts(found.columns[min(1, len(found.columns) - 1)]) == cells


def test_what_a_german_spreadsheet_saves_as_unicode_text_is_read():
    raw = 'id\ttext\r\n1\t"Grüße, ""Welt"""\r\n'.encode("utf-16")
    assert read_table(raw, "utf-16").texts("text") == ['Grüße, "Welt"']


REFUSED = {
    "a comma in the last cell": ("id,text\n1,Write a poem, about rain\n", "Line 2 has 3 cells"),
    "a row too short": ("id,text\n1,hello\nGoodbye\n", "Line 3 has 1 cell where the first line"),
    "a title above": ("My list\nid,text\n1,Hello\n2,You\n", "If it is a title, delete it"),
    "a title that a spreadsheet fills up": ("My list,,\nid,text,tag\n1,Hello,x\n", "a title"),
    "names of groups above": (
        "Group A,,Group B,\nid,prompt,id,prompt\n1,hello there,2,good bye\n",
        "2 names for 4 columns, .* delete the first line",
    ),
    "a group above numbers": (
        ",Texts,\nid,prompt,answer\n1,hello,you\n2,good,bye\n",
        "1 name for 3",
    ),
    "backslashes before quotes": (
        'id,text\n1,"He said \\"hi\\", then left"\n',
        r"Line 2: .* written twice, as \"\"",
    ),
    "text behind a closing quote": ('id,text\n1,"Hello" you\n', "Line 2: text follows"),
    "single quotes": ("id,text,tag\n1,'a, b'\n", "Line 2: a text in '…' holds the separator"),
    "curly quotes": ("id,text,tag\n1,“a, b”\n", "Line 2: a text in “…” holds the separator"),
    "a space before the quotes": ('id,text,tag\n1, "a, b"\n', 'Line 2: a text in "…" holds'),
    "a quote that stays open": ('id,text\n1,hi\n2,"never closed\n', "Line 3: a double quote opens"),
}


@pytest.mark.parametrize(("text", "words"), REFUSED.values(), ids=REFUSED)
def test_what_may_lose_a_word_is_refused_with_its_line(text, words):
    with pytest.raises(FileTrouble, match=words):
        read(text)


def test_a_line_that_names_the_separator_is_counted_too():
    with pytest.raises(FileTrouble, match="Line 3: text follows"):
        read('sep=;\nid;text\n1;"Hello" you\n')


@pytest.mark.parametrize("text", [each[0] for each in REFUSED.values()], ids=REFUSED)
def test_whatever_is_refused_can_be_read_line_by_line(text):
    found = read(text, heads=False, separator="")
    assert [row[0] for row in found.rows] == text.splitlines()


SIGNS = st.sampled_from([",", ";", "\t", "|"])
CELL = st.text(st.sampled_from('ab,;|\t"\n\r é.'), max_size=6)


@given(st.data(), SIGNS, st.integers(2, 4))
def test_what_a_spreadsheet_writes_comes_back_cell_by_cell(data, sign, wide):
    row = st.lists(CELL, min_size=wide, max_size=wide)
    rows = data.draw(st.lists(row, min_size=1, max_size=5))
    sheet = io.StringIO()
    csv.writer(sheet, delimiter=sign, quoting=csv.QUOTE_ALL, lineterminator="\n").writerows(rows)
    written = [tuple(each) for each in rows if any(cell.strip(" \t") for cell in each)]
    assume(written)  # a row without any sign but spaces is none
    assert read(sheet.getvalue(), heads=False, separator=sign).rows == written


LETTERS = st.text(st.sampled_from("abc,;|\t\"'“” \n\r{}[]-=<"), min_size=1, max_size=60)


@given(LETTERS, st.sampled_from([None, ",", ";", "\t", "|", ""]))
def test_every_sign_of_any_text_is_in_a_cell_or_the_text_is_refused(text, separator):
    with suppress(FileTrouble):
        found = read(text, heads=False, separator=separator)
        kept = "".join(cell for row in found.rows for cell in row)
        assert _signs(kept) == _signs(text)


def _signs(text):
    """All but what stands between cells: separators, quotes, spaces and line ends."""
    return re.sub(r"[,;|\t\"\s]", "", text)
