"""Many prompts: files good and bad, the counted column, what goes out again."""

import csv
import io

import pytest

from sizewise.ground import limits
from sizewise.ground.cells import FileTrouble
from sizewise.ground.encoding import likely_encoding
from sizewise.sizing.cost.many_calls import cost_of_each
from sizewise.sizing.tokens.tokens import count
from sizewise.ui.lab.many.csv_file import read_table
from sizewise.ui.lab.many.markup import classes_html, longest_html
from sizewise.ui.lab.many.screen import SAMPLE, Rows, sheet
from tests.sizing.models import MINI
from tests.ui.app import html, opened

UTF8 = "utf-8-sig"


def many(**address):
    return opened("lab", **{"view": "many", **address})


def uploaded(raw, name="prompts.csv", **address):
    app = many(**address)
    app.file_uploader[0].set_value((name, raw, "text/csv")).run()
    return app


def table(text, **more):
    return read_table(text.encode(), UTF8, **more)


def test_cells_stay_the_text_that_was_written():
    read = table("id,text\n007,NA\n1e3,\n")
    assert read.texts("id") == ["007", "1e3"]
    assert read.texts("text") == ["NA", ""]


@pytest.mark.parametrize("sign", [",", ";", "\t", "|"])
def test_the_separator_is_found(sign):
    read = table(f'id{sign}text\n1{sign}"a, b; c"\n')
    assert read.columns == ("id", "text")
    assert read.texts("text") == ["a, b; c"]


def test_a_file_without_names_gets_numbers_for_names():
    read = table("Hello\nWorld\n", heads=False)
    assert read.columns == ("column 1",)
    assert read.texts("column 1") == ["Hello", "World"]


def test_a_text_file_has_one_prompt_a_line():
    assert table("Hello, you\n\nWorld\n", lines=True).texts("line") == ["Hello, you", "World"]


def test_every_column_has_a_name_of_its_own():
    names = ("a", "a (2)", "a (2) (2)", "column 4", "column 5")
    assert table("a,a,a (2),,\n1,2,3,4,5\n").columns == names


@pytest.mark.parametrize("lines", [False, True])
def test_no_row_is_lost_a_file_with_too_many_is_refused(lines):
    head = "" if lines else "text\n"
    assert len(table(head + "x\n" * limits.TABLE_ROWS, lines=lines).rows) == limits.TABLE_ROWS
    with pytest.raises(FileTrouble, match="more than 5,000 rows"):
        table(head + "x\n" * (limits.TABLE_ROWS + 1), lines=lines)


@pytest.mark.parametrize(
    ("raw", "field", "words"),
    [
        (b"", "file", "empty"),
        (b" \n\n", "file", "empty"),
        (b"id,text\n", "file", "no row below"),
        (
            b"a,b\n1,2\n1,2,3\n",
            "separator",
            "Line 3 has 3 cells where the first line has 2, separated by commas",
        ),
        (b'a,b\n1,"never closed\n', "file", "double quote"),
        (b"PK\x03\x04rest of an xlsx", "file", "Save the sheet as CSV"),
        ("a\nh\u00e9\n".encode("cp1252"), "encoding", "From line 2 on"),
        (b"a\x00b\nc", "encoding", "no text"),
    ],
)
def test_a_bad_file_is_told_with_what_to_change(raw, field, words):
    with pytest.raises(FileTrouble) as trouble:
        read_table(raw, UTF8)
    assert trouble.value.field == field
    assert words in str(trouble.value)


def test_utf_16_is_known_by_its_first_bytes():
    raw = "text\nZoë\n".encode("utf-16")
    assert likely_encoding(raw) == "utf-16"
    assert read_table(raw, "utf-16").texts("text") == ["Zoë"]
    assert likely_encoding(b"text") == UTF8


def test_our_sample_opens_first_and_is_counted():
    app = many()
    texts = read_table(SAMPLE.read_bytes(), UTF8).texts("message")
    tokens = sum(count(text, "o200k_base") for text in texts)
    assert f"<dd>{len(texts)}</dd>" in html(app)
    assert f"<dd>{tokens:,}</dd>" in html(app)
    assert app.selectbox(key="lab_many_column").value == "message"
    assert not app.exception


def test_a_file_is_counted_and_priced():
    app = uploaded(b"text\nHello world\nHello world\n", model="gpt-4o-mini", out="0")
    assert "<dd>4</dd>" in html(app)  # two rows of two tokens
    assert "$0.0000006" in html(app)  # 4 x 0.15 / 1e6
    assert not app.exception


def test_rows_without_a_prompt_are_no_calls():
    raw = b"id,prompt\n1,Hello world\n2,\n,\n3,Hello world\n4,  \n,\n"
    app = uploaded(raw, model="gpt-4o-mini", out="1")
    page = html(app)
    assert "Read: 4 rows and 2 columns" in page
    assert "Not counted: 2 rows without a prompt." in page
    assert "2 calls; rates per million tokens" in page
    assert "$0.0000018" in page  # 4 x 0.15 / 1e6 + 2 x 0.60 / 1e6
    assert not app.exception


def test_a_column_without_any_prompt_is_told():
    app = uploaded(b"id,prompt\n1,\n2,\n")
    app.selectbox(key="lab_many_column").set_value("prompt").run()
    assert app.error[0].value == "This column has no prompt. Choose another column."
    assert "All rows" not in html(app)
    assert not app.exception


def test_a_file_in_another_encoding_offers_to_choose_it():
    app = uploaded("text\nhéllo\n".encode("cp1252"))
    assert "not written in UTF-8" in app.error[0].value
    app.selectbox(key="lab_many_encoding").set_value("cp1252").run()
    assert not app.error
    assert "héllo" in html(app)


def test_the_next_file_begins_with_its_own_encoding():
    app = uploaded("text\nhéllo\n".encode("cp1252"))
    app.selectbox(key="lab_many_encoding").set_value("cp1252").run()
    app.file_uploader[0].set_value(("next.csv", "text\nhéllo\n".encode(), "text/csv")).run()
    assert not app.error
    assert "héllo" in html(app)


def test_what_was_read_is_shown_before_it_is_priced():
    page = html(uploaded(b"id;text\n1;First of all\n2;Between\n3;Last of all\n"))
    assert "Read: 3 rows and 2 columns, cells separated by semicolons." in page
    assert page.index("First of all") < page.index("Last of all") < page.index("Tokens in all")


def test_the_learner_chooses_the_separator():
    app = uploaded(b"id,text\n1,Write a poem, about rain\n", out="0")
    assert "Line 2 has 3 cells where the first line has 2" in app.error[0].value
    app.selectbox(key="lab_many_separator").set_value("").run()
    assert not app.error
    assert "Write a poem, about rain" in html(app)
    app.file_uploader[0].set_value(("next.csv", b"a;b\n1;2\n", "text/csv")).run()
    assert app.selectbox(key="lab_many_separator").value is None


def test_a_file_without_names_is_priced_from_its_first_line_on():
    app = uploaded(b"Write a poem about rain.\nTranslate this letter, please.\n")
    assert app.toggle(key="lab_many_heads").value is False
    assert "Read: 2 rows and 1 column." in html(app)
    app.toggle(key="lab_many_heads").set_value(True).run()
    assert "Read: 1 row and 1 column." in html(app)


def test_a_file_that_cannot_be_read_gets_a_sentence_and_no_bill():
    app = uploaded(b"")
    assert "empty" in app.error[0].value
    assert "All rows" not in html(app)


def test_a_file_without_the_column_that_was_chosen_says_so():
    app = uploaded(b"id,prompt\n1,Hello to all of you\n")
    assert app.selectbox(key="lab_many_column").value == "prompt"  # the wordiest
    app.selectbox(key="lab_many_column").set_value("id").run()
    app.file_uploader[0].set_value(("next.csv", b"words\nHello\n", "text/csv")).run()
    assert "This file has no column “id”." in [each.value for each in app.caption]
    app.file_uploader[0].set_value(("third.csv", b"longer,id\nHello,7\n", "text/csv")).run()
    assert app.selectbox(key="lab_many_column").value == "id"


def test_a_run_that_cannot_be_counted_names_its_row():
    app = uploaded(b"text\nHello\n" + b"x" * 250_000 + b"\n")
    assert app.error[0].value.startswith("Row 2: ")
    assert not app.exception


def test_nothing_of_the_file_goes_to_the_address():
    app = uploaded(b"my secret question\nanother\n")
    assert "secret" not in str(app.query_params)


def test_a_text_in_the_file_is_no_html():
    assert "<script>" not in html(uploaded(b"text\n<script>alert(1)</script>\n"))


def test_the_download_has_tokens_and_exact_cost_and_no_formula():
    read = table('text,note\n=1+1,@x\nHello world,"-2"\n ,no prompt\n')
    rows = Rows(read, read.texts("text"), (3, 2, 1))
    out = list(csv.reader(io.StringIO(sheet(rows, cost_of_each((3, 2), 0, MINI)))))
    assert out == [
        ["text", "note", "tokens", "cost_usd"],
        ["'=1+1", "'@x", "3", "0.00000045"],
        ["Hello world", "'-2", "2", "0.0000003"],
        [" ", "no prompt", "", ""],
    ]


def test_a_download_never_has_two_columns_of_one_name():
    def heads(written):
        read = table(written)
        rows = Rows(read, read.texts("text"), (1,))
        return next(csv.reader(io.StringIO(sheet(rows, {}))))

    assert heads("text,Cost_USD\nHi,1\n") == ["text", "Cost_USD", "tokens_2", "cost_usd_2"]
    again = "text,tokens,cost_usd,tokens_2,cost_usd_2\nHi,1,2,3,4\n"
    assert heads(again)[-2:] == ["tokens_3", "cost_usd_3"]


def test_the_longest_rows_come_first_with_their_place_in_the_file():
    page = longest_html(["short", "long " * 99], (1, 99), {})
    assert page.index('<th scope="row">2</th>') < page.index('<th scope="row">1</th>')


def test_the_longest_tenth_is_told_when_there_are_ten_rows():
    assert "50%" in classes_html((10,) * 9 + (90,))  # 90 of 180
    assert "tenth" not in classes_html((10, 90))
