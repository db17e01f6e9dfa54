from decimal import Decimal

import pytest

from sizewise.learn.lesson.blocks import BLOCKS
from sizewise.learn.lesson.lesson import LessonHead
from sizewise.learn.quiz.item import Item, Option, PriceVariable, Quiz, Steps
from sizewise.library.kinds import KINDS
from sizewise.library.read.build import reader_of
from sizewise.sizing.catalogue.catalog import ModelFile
from sizewise.sizing.catalogue.images.tiles import ImageTiles
from tests.library.files import MODEL, QUIZ, problems_of, read


def item(more="", **lines):
    given = {
        "id": "id: size-001",
        "type": "type: single",
        "skill": "skill: choose-model",
        "bloom": "bloom: apply",
        "difficulty": "difficulty: 2",
        "stem": "stem: Which one?",
        "explanation": "explanation: Because.",
    }
    return "\n".join(line for line in {**given, **lines}.values() if line) + f"\n{more}"


def test_a_whole_quiz_is_read():
    quiz = read(Quiz, QUIZ)
    assert [option.key for option in quiz.items[0].options] == [True, False, False]
    assert quiz.pass_mark == Decimal("0.7")


def test_numbers_keep_every_digit_as_written():
    written = "0.10000000000000000000001"
    assert str(read(Steps, f"start: {written}\nstop: 1e6\n").start) == written


@pytest.mark.parametrize(
    "number", ["1e999999999", "1e-31", "1e0000000000000000000000031", "9" * 40]
)
def test_a_number_that_nobody_could_print_is_refused(number):
    assert "is not a number" in problems_of(Steps, f"start: {number}\nstop: 1\n")[0]


def test_a_number_in_curly_quotes_is_told_to_leave_them_out():
    [problem] = problems_of(Steps, "start: “2”\nstop: 3\n")
    assert problem == "x.yaml:1: start: `“2”` is not a number, leave out the curly quotes"


def test_a_number_of_five_thousand_digits_is_refused():
    assert (
        "is not a whole number"
        in problems_of(Item, item(difficulty=f"difficulty: {'9' * 5000}"))[0]
    )


def test_a_day_where_text_is_meant_stays_as_written():
    assert read(Item, item(more="source: 2026-11-21\n")).source == "2026-11-21"


def test_a_variable_is_told_by_its_fields():
    text = item(more="variables:\n  p: {price: {model: gpt-4o-mini, field: input}}\n")
    assert isinstance(read(Item, text).variables["p"], PriceVariable)


def test_an_image_rule_is_told_by_its_fixed_word():
    assert read(ModelFile, MODEL).image_tokens == ImageTiles(base=2833, tile=5667)


@pytest.mark.parametrize("word", ["no", "yes", "on", "1:30", "42", "0.5", "true", "0x1F"])
def test_words_that_are_no_text_are_refused_where_text_is_meant(word):
    (problem,) = problems_of(Item, item(stem=f"stem: {word}"))
    assert problem.startswith("x.yaml:6: stem: ")
    assert problem.endswith(f'write it in quotes: "{word}"')


@pytest.mark.parametrize("word", ["no", "1:30", "42", "~"])
def test_the_same_words_in_quotes_are_text(word):
    assert read(Item, item(stem=f'stem: "{word}"')).stem == word


def test_a_formula_may_be_a_bare_number():
    assert read(Item, item(more="answer: {expr: 42}\n")).answer.expr == "42"


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("difficulty: yes", "`yes` is not a whole number, write a whole number, such as 1200"),
        ("difficulty: true", "`true` is not a whole number, write a whole number, such as 1200"),
        ("difficulty: 2.5", "`2.5` is not a whole number, write a whole number, such as 1200"),
        ('difficulty: "2"', '"2" in quotes is a text, and a whole number is meant, '
         "write 2 without quotes"),
        ("difficulty: [2]", "has a list, and a whole number is meant, write a whole number on the "
         "line of the key; text that holds `: ` or braces needs quotes"),
        ("difficulty: 9", "9 is out of range, write a number of at most 5"),
        ("difficulty:", "is empty, and a whole number is meant, "
         "write a whole number, such as 1200"),
    ],
)  # fmt: skip
def test_what_is_no_number_is_refused_where_one_is_meant(line, problem):
    assert problems_of(Item, item(difficulty=line)) == [f"x.yaml:5: difficulty: {problem}"]


def test_true_and_false_have_one_spelling():
    (problem,) = problems_of(Item, item(more="options: [{id: a, text: x, key: yes}]\n"))
    assert problem == (
        "x.yaml:8: options > a > key: `yes` is not true or false, write true or false"
    )


def test_a_day_that_no_calendar_has_is_refused():
    head = "title: T\nsummary: S\nminutes: 3\nobjectives: [Do it.]\nskills: [abc]\n"
    head += "reviewed: 2026-01-02\n"
    (problem,) = problems_of(LessonHead, f"{head}facts_as_of: 2026-02-30\n")
    assert problem == (
        "x.yaml:7: facts_as_of: `2026-02-30` is not a day of the calendar, "
        "write a day of the calendar, such as 2026-11-21"
    )


def test_an_unknown_field_brings_the_nearest_known_one_and_no_second_complaint():
    (problem,) = problems_of(Item, item(stem="stme: Which one?"))
    assert problem == "x.yaml:6: whole file: `stme` is no field here, did you mean stem?"


def test_a_text_that_a_comma_cuts_in_two_wants_quotes():
    options = "- {id: a, text: The input, of course, key: true}"
    (problem, *_) = problems_of(Item, item(options=f"options:\n  {options}"))
    assert problem.endswith("`of course` is no field here, put a text that holds a comma in quotes")


@pytest.mark.parametrize(
    ("option", "fix"),
    [
        ("text: Read, count, key: true", "put a text that holds a comma in quotes"),
        ("expr: n * 4,5", "write the number without a comma: 4.5"),
        ("expr: 128,000", "write the number without a comma: 128.000 or 128000"),
        ("text: Read, feedbak: Yes.", "did you mean feedback?"),
    ],
)
def test_what_a_comma_cuts_in_braces_is_told_with_the_way_out(option, fix):
    told = problems_of(Option, f"{{id: a, {option}}}")
    assert [each.split("is no field here, ")[1] for each in told] == [fix]


@pytest.mark.parametrize(
    ("hints", "halves"),
    [
        ("[Look first, then count.]", 1),
        ('["Look first, then count."]', 0),
        ("[Look first., Then count.]", 0),
        ("[Paris, paris]", 0),
    ],
)
def test_a_sentence_that_a_comma_makes_two_entries_is_a_warning(hints, halves):
    told = [each for each in problems_of(Item, f"hints: {hints}") if "warning" in each]
    assert told == halves * [
        "x.yaml:1: hints: warning: `then count.` is an entry of its own, behind a comma, "
        "put a text that holds a comma in quotes"
    ]


def test_a_missing_field_is_named():
    (problem,) = problems_of(Item, item(explanation=""))
    assert problem == "x.yaml:1: explanation: is missing, write `explanation:` and its value"


TWO = "write two options, such as True and False, and mark the right one with key: true"


@pytest.mark.parametrize(
    ("answer", "what"),
    [
        ("no", "`no` is not how a boolean item says what is right"),
        ("true", "`true` is not how a boolean item says what is right"),
        ('"No"', "`No` is not how a boolean item says what is right"),
        ("b", "`b` is not how a boolean item says what is right"),
        ("[no]", "this is not how a boolean item says what is right"),
        ("{key: b}", "this is not how a boolean item says what is right"),
    ],
)
def test_a_boolean_that_gives_its_answer_is_told_how_to_write_it(answer, what):
    text = item(type="type: boolean", more=f"answer: {answer}\n")
    assert problems_of(Item, text) == [f"x.yaml:8: answer: {what}, {TWO}"]


def test_options_that_are_words_alone_are_told_how_to_write_them():
    first, second = problems_of(Item, item(type="type: boolean", more="options: [yes, no]\n"))
    assert first == (
        'x.yaml:8: options > 1: `yes` is no option yet, write {id: a, text: "yes"}; ' + TWO
    )
    assert "`no` is no option yet" in second


@pytest.mark.parametrize(
    ("kind", "fix"),
    [
        ("single", "mark the right option with key: true"),
        ("multiple", "mark every right option with key: true"),
        ("numeric", "write answer: {expr: 42}, with your number or formula"),
        ("order", "write the options in the right order"),
        ("match", "write beside each option that belongs to something what it matches"),
    ],
)
def test_every_type_of_item_says_in_its_own_words_how_to_tell_what_is_right(kind, fix):
    (problem,) = problems_of(Item, item(type=f"type: {kind}", more="answer: 42\n"))
    assert problem.endswith(f"item says what is right, {fix}")


def test_an_unknown_word_brings_the_nearest_known_one():
    (problem,) = problems_of(Item, item(type="type: singel"))
    assert problem == "x.yaml:2: type: `singel` is not known here, did you mean single?"


def test_an_id_says_of_what_it_is_made():
    (problem,) = problems_of(Item, item(id="id: Size One"))
    assert problem == (
        "x.yaml:1: id: `Size One` does not fit, "
        "write 3 to 64 small letters a to z, digits and hyphens"
    )


def test_an_empty_text_is_refused():
    (problem,) = problems_of(Item, item(stem='stem: "  "'))
    assert problem == "x.yaml:6: stem: is empty, write a text"


def test_an_empty_field_that_is_needed_is_never_told_to_be_left_out():
    (size,) = problems_of(ModelFile, MODEL.replace("size: small", "size:"))
    assert size == "x.yaml:4: size: is empty, write one of: large, medium, small"
    (stem,) = problems_of(Item, item(stem='stem: ""'))
    assert stem == "x.yaml:6: stem: is empty, write a text"
    (alt,) = problems_of(Item, item('alt: ""\n'))
    assert alt == "x.yaml:8: alt: is empty, write a text or leave the line out"


@pytest.mark.parametrize(
    ("workers", "words"),
    [
        ("[0]", "workers > 1: 0 is out of range, write a number of at least 1"),
        ("[]", "workers: has 0 entries, write at least 1"),
    ],
)
def test_an_entry_that_does_not_fit_makes_no_list_too_short(workers, words):
    block = f"label: L\narrivals: 100\nmost: 5\nseconds: 3\nworkers: {workers}\n"
    assert [words in each for each in problems_of(BLOCKS["queue"], block)] == [True]


def test_a_list_where_fields_are_meant_is_refused():
    (problem,) = problems_of(Item, "- id: size-001\n")
    assert problem.startswith("x.yaml:1: whole file: is a list, and fields are meant, ")


def test_a_text_where_a_list_is_meant_is_refused():
    (problem,) = problems_of(Item, item(more="hints: Look again.\n"))
    assert problem.startswith("x.yaml:8: hints: is not a list, write each entry on its own line")


def test_a_variable_of_no_known_kind_brings_the_nearest():
    (problem,) = problems_of(Item, item(more="variables:\n  n: {chioce: [1]}\n"))
    assert (
        problem == "x.yaml:9: variables > n: `chioce` fits nothing known here, did you mean choice?"
    )


def test_all_problems_come_at_once_in_their_places():
    text = item(
        more="options:\n  - {id: a, text: no}\n  - {id: b, txt: x}\nhints: [1]\n", type="type: x"
    )
    assert [problem.split(": ")[1] for problem in problems_of(Item, text)] == [
        "type",
        "options > a > text",
        "options > b",
        "hints > 1",
    ]


def test_a_fault_inside_an_entry_does_not_make_the_list_too_short():
    text = QUIZ.replace("difficulty: 2", "difficulty: two")
    assert len(problems_of(Quiz, text)) == 1


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_every_field_of_every_content_type_can_be_read(kind):
    for known in kind.form.shape.model_fields.values():
        assert callable(reader_of(known.annotation))


def test_a_file_that_contradicts_itself_is_told_as_a_whole():
    text = MODEL.replace("summary:", "encoding_status: exact\nsummary:")
    assert problems_of(ModelFile, text) == [
        "x.yaml:1: whole file: encoding_status is exact but no encoding is named, "
        "name it, or write estimate"
    ]
