"""Rating blind on the page: names are hidden, the seal stands in the log, and luck is taken off."""

import re

import pytest

from sizewise.benchmark.log import read, written
from sizewise.benchmark.rating_round import RATERS
from sizewise.record import folder_beside
from tests.benchmark.builders import LARGE, SMALL, trial
from tests.ui.app import opened, said

REPLIES = [
    trial(n, model, reply=f"My answer is {n} {'for sure' if model == LARGE else 'maybe'}")
    for n in range(2)
    for model in (SMALL, LARGE)
]


@pytest.fixture
def app():
    """A rating of four replies that has begun."""
    page = opened("benchmark", view="rate", run="file")
    page.file_uploader[0].upload("run.jsonl", written(REPLIES), "application/jsonl").run()
    page.slider(key="bench_rate_samples").set_value(2)
    page.button(key="bench_rate_begin").click().run()
    assert not page.exception
    return page


def kept():
    [file] = folder_beside("runs").glob("*/*.ratings")
    return read(file.read_bytes()).ratings


def reply_on(app):
    return re.search(r"My answer is \d [a-z ]+", said(app))[0]


def rate_all(app, label=lambda rater, reply: "right" if "sure" in reply else "wrong"):
    for rater in RATERS:
        app.pills(key="bench_rater").set_value(rater).run()
        for _ in REPLIES:
            app.button(key=f"bench_rate_{label(rater, reply_on(app))}").click().run()
            assert not app.exception
    return app


def test_the_seal_is_shown_and_stands_in_the_log_before_anybody_rates(app):
    [sealed] = kept()
    shown = "".join(re.findall(r"<code>([0-9a-f]{16})</code>", said(app)))
    assert shown == sealed.seal
    assert len(sealed.codes) == 4


def test_nobody_sees_a_name_before_the_key_is_open(app):
    page = re.sub(r"<style>.*?</style>", "", said(app), flags=re.DOTALL)
    assert "My answer is" in page
    assert not {SMALL, LARGE} & set(re.findall(r"\w+", page))


def test_three_rate_and_the_key_tells_who_won(app):
    rate_all(app)
    app.button(key="bench_rate_open").click().run()
    page = said(app)
    assert "The key fits its seal" in page
    assert "large: 2 right, of 2 replies, by the majority of raters." in page
    assert "Krippendorff’s alpha 1, almost perfect agreement beyond luck" in page
    assert "Fleiss’ kappa 1" in page
    assert kept()[-1].kind == "key"


def test_replies_that_raters_differ_on_are_listed(app):
    rate_all(app, lambda rater, reply: "wrong" if rater == RATERS[0] else "right")
    app.button(key="bench_rate_open").click().run()
    assert "The 3 raters gave different marks to 4 replies." in said(app)
    assert "wrong, right and right" in said(app)


def test_a_sheet_goes_out_and_comes_in_again(app):
    codes = kept()[0].codes
    sheet = "code,rating\n" + "\n".join(f"{code},right" for code in codes[:3]) + "\nxyz,right\n"
    app.file_uploader[1].upload("sheet.csv", sheet.encode(), "text/csv").run()
    told = " ".join(warning.value for warning in app.warning)
    assert "Row 5: No reply has the code 'xyz'." in told.replace("\\", "")
    app.button(key="bench_rate_take").click().run()
    assert [line.kind for line in kept()] == ["seal", "rating", "rating", "rating"]
    assert "Reply 4 of 4" in said(app)


@pytest.mark.parametrize(
    "saved", [str.encode, lambda text: text.encode("utf-16"), lambda text: text.encode("cp1252")]
)
def test_a_sheet_is_read_in_whatever_encoding_a_spreadsheet_saved_it(app, saved):
    codes = kept()[0].codes
    rows = "".join(f"{code}\tCafé\tright\n" for code in codes)
    app.file_uploader[1].upload("s.csv", saved(f"code\tanswer\trating\n{rows}"), "text/csv").run()
    assert [warning.value for warning in app.warning] == []
    assert app.button(key="bench_rate_take").label == "Take over 4 ratings"


def test_a_workbook_is_told_to_be_saved_as_csv(app):
    app.file_uploader[1].upload("sheet.csv", b"PK\x03\x04 and so on", "text/csv").run()
    assert "Save the sheet as CSV" in app.error[0].value


def test_what_is_wrong_in_many_rows_is_counted(app):
    sheet = "code,rating\n" + "".join(f"x{number},right\n" for number in range(9))
    app.file_uploader[1].upload("sheet.csv", sheet.encode(), "text/csv").run()
    # Nine rows with strange codes, and one sentence about the replies that have no row.
    assert len(app.warning) == 6
    assert app.warning[5].value == "There is more like this: 5 further rows."


def test_nobody_rates_replies_to_a_prompt_that_was_asked_again():
    again = [trial(n, reply=f"My answer is {n}", prompt_sha256="a" * 64) for n in range(3)]
    page = opened("benchmark", view="rate", run="file")
    page.file_uploader[0].upload("run.jsonl", written(again), "application/jsonl").run()
    assert "This log has 1 different prompt." in [caption.value for caption in page.caption]
    page.button(key="bench_rate_begin").click().run()
    assert len(kept()[0].codes) == 1


def test_a_rating_goes_on_in_another_tab_and_the_results_tell_of_it(app):
    app.button(key="bench_rate_right").click().run()
    other = opened("benchmark", view="rate", run="file")
    other.file_uploader[0].upload("run.jsonl", written(REPLIES), "application/jsonl").run()
    assert "Reply 2 of 4" in said(other)


def test_a_key_that_is_gone_says_so_and_another_rating_can_begin(app):
    for file in folder_beside("runs").glob("*/*.key"):
        file.unlink()
    app.run()
    assert "The key of this rating is gone" in app.error[0].value
    app.button(key="bench_rate_anew").click().run()
    assert app.button(key="bench_rate_begin")
