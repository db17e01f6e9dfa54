"""Printing: what stands on a lesson's sheet, a worksheet and its key, and how the address asks."""

import re
from datetime import date
from html import unescape

import pytest

from sizewise.learn.quiz.kinds import kind_of
from sizewise.learn.quiz.worksheet import worksheet
from sizewise.ui import house
from sizewise.ui.printing.asked import LENGTH, SIGNS, new_code
from sizewise.ui.printing.lesson import lesson_sheet
from sizewise.ui.printing.sheet import Sheet, css_text, sheets_html
from tests.ui.app import opened, reached, said
from tests.ui.test_pages import ROOT

LESSON = "ai-and-gpt-4o-mini"
DAY = date(2026, 11, 21)
LESSONS = sorted(path.stem for path in (ROOT / "content" / "lessons").glob("*.md"))
READY = {"lesson": LESSON, "seed": "k7q2m", "day": "2026-11-21"}


def sheets(app):
    """The paper on the page, without its style."""
    bodies = [each.proto.body for each in app.get("html")]
    return next((body for body in bodies if 'class="sheet' in body), "")


def words(html):
    return re.sub(r"\s+", " ", unescape(re.sub("<[^>]+>", " ", html)))


def drawn(seed="k7q2m", day=DAY):
    return worksheet(house.library().quiz(LESSON), seed, house.facts_on(day))


@pytest.mark.parametrize("lesson", LESSONS)
def test_every_lesson_prints_whole(lesson):
    library = house.library()
    body = lesson_sheet(library.lessons[lesson], DAY).body
    assert body.count("<section><h3>") >= len(library.lessons[lesson].parts)
    assert "cannot be shown" not in body
    assert "{{" not in body
    assert "<script" not in body


def test_a_guess_has_boxes_on_its_page_and_its_answer_at_the_end():
    body = lesson_sheet(house.library().lesson(LESSON), DAY).body
    before, answers = body.split("<h3>Answers</h3>")
    assert "$1,000" in before
    assert "Size is a choice, and the bill shows it" not in before
    assert "Size is a choice, and the bill shows it" in answers


def test_a_worksheet_asks_and_does_not_tell():
    paper = sheets(opened("print", what="quiz", **READY))
    told = words(paper)
    for question in drawn().questions:
        assert words(question.item.stem.split("**")[0])[:40].strip() in told
        for option in question.item.options:
            assert option.feedback is None or words(option.feedback)[:60] not in told
    assert "✓" not in paper
    assert 'class="sheet key"' not in paper


def test_the_key_names_the_letter_that_the_worksheet_shows():
    quiz, key = (sheets(opened("print", what=what, **READY)) for what in ("quiz", "key"))
    listed = re.findall(r"<li><span>(\d+)</span><b>([^<]+)</b></li>", key)
    made = drawn()
    assert [(int(number), answer) for number, answer in listed] == [
        (each.number, each.key) for each in made.questions
    ]
    asked = quiz.split('<li class="q">')[1:]
    for question, shown in zip(made.questions, asked, strict=True):
        for letter, option in question.lettered:
            row = f'<b class="letter">{letter}</b><span>'
            after = words(shown.split(row)[1].split("</li>")[0]).strip()
            plain = words(option.text.replace("*", "").replace("`", "")).strip()
            assert after == plain


def test_the_key_has_every_explanation_and_the_names_of_mistakes():
    key = words(sheets(opened("print", what="key", **READY)))
    library = house.library()
    titles = {each.id: each.title for each in library.course.misconceptions}
    for question in drawn().questions:
        first = re.split(r"[*`\n_]", question.item.explanation)[0]
        assert words(first).strip() in key
        for option in question.item.options:
            if option.misconception in titles:
                assert f"Mistake: {titles[option.misconception]}." in key


def test_a_number_has_its_known_slips_in_the_key_written_as_on_screen():
    key = words(sheets(opened("print", what="key", lesson="pricing-maths", seed="k7q2m")))
    made = worksheet(house.library().quiz("pricing-maths"), "k7q2m", house.facts())
    slips = [
        (slip.text, slip.feedback)
        for question in made.questions
        if question.item.answer
        for slip in question.item.answer.mistakes
    ]
    assert any(text.startswith("$") for text, _ in slips)
    for text, feedback in slips:
        assert f"{text}: {words(re.split('[*`_]', feedback)[0]).strip()}" in key


def test_sheet_and_key_ask_for_the_points_that_pass_on_screen():
    for what in ("quiz", "key"):  # 0.7 of 15
        assert "15 questions, one point each; 10.5 points pass." in words(
            sheets(opened("print", what=what, **READY))
        )


def test_the_key_says_how_to_mark_each_answer_that_may_be_right_in_part():
    key = words(sheets(opened("print", what="key", **READY)))
    told = [kind_of(each.item).marking(each.item) for each in drawn().questions]
    assert any(told)
    assert [each for each in told if each not in key] == []
    assert key.count("To mark: ") == sum(map(bool, told))


def test_a_pack_is_lesson_worksheet_and_key_in_this_order():
    paper = sheets(opened("print", what="pack", **READY))
    assert re.findall(r'class="sheet (\w+)"', paper) == ["lesson", "quiz", "key"]


def test_a_sheet_says_how_to_make_it_again():
    paper = words(sheets(opened("print", what="quiz", **READY)))
    assert f"sheet k7q2m, mark {drawn().mark}" in paper
    assert "facts checked on 21 November 2026" in paper


def test_without_a_code_one_is_drawn_and_kept_in_the_address():
    app = reached("print", lesson=LESSON, what="quiz")
    seed = app.query_params["seed"]
    assert len(seed) == LENGTH
    assert set(seed) <= set(SIGNS)
    before = sheets(app)
    assert sheets(app.run()) == before
    app = app.button(key="others").click().run()
    assert app.query_params["seed"] != seed
    assert sheets(app) != before


def test_a_chosen_sheet_goes_into_the_address():
    app = opened("print", lesson=LESSON)
    app = app.segmented_control(key="print_what").set_value("key").run()
    assert app.query_params["what"] == "key"
    app = app.text_input(key="print_seed").set_value("ABC12").run()
    assert app.query_params["seed"] == "abc12"
    assert "sheet abc12" in sheets(app)


@pytest.mark.parametrize(
    ("name", "value", "told"),
    [
        ("what", "answers", "there is no such sheet"),
        ("seed", "<script>", "letters and digits"),
        ("day", "yesterday", "write a day such as"),
    ],
)
def test_what_cannot_be_printed_is_told_in_a_sentence(name, value, told):
    app = opened("print", **{"lesson": LESSON, "what": "quiz", name: value})
    assert not app.exception
    assert any(told in each.proto.body for each in app.get("html"))
    assert sheets(app)


def test_an_unknown_lesson_gets_a_sentence_and_a_way_out():
    app = opened("print", lesson="no-such-lesson", what="pack")
    assert not app.exception
    assert sheets(app) == ""
    assert "There is nothing to print" in said(app)


@pytest.mark.parametrize(("page", "label"), [("quiz", "Print as a worksheet")])
def test_the_quiz_leads_to_its_worksheet(page, label):
    assert label in [button.label for button in opened(page).button]


def test_the_end_of_a_lesson_leads_to_its_print():
    last = house.library().lesson(LESSON).parts[-1].anchor
    app = opened("lesson", lesson=LESSON, part=last)
    assert "Print the lesson" in [button.label for button in app.button]


def test_codes_differ_and_have_no_sign_that_looks_like_another():
    codes = {new_code() for _ in range(50)}
    assert len(codes) == 50
    assert not set("".join(codes)) & set("0o1il")


def test_a_title_cannot_leave_the_style_of_its_page():
    wicked = 'A "title" </style><script>alert(1)</script> \\ and more'
    made = sheets_html([Sheet("quiz", wicked, "", DAY)])
    assert made.count("</style>") == 1
    assert "<script" not in made
    assert css_text('a"b') == '"a\\22 b"'
