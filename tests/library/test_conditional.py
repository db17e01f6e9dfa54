import pytest

from sizewise.library.conditional import Misplaced, chosen, regions

TENSE = "It {{holds answers old}}is{{otherwise}}was{{end}} small."


def true(condition):
    return True


def false(condition):
    return False


def test_what_depends_on_a_condition_is_read_while_it_holds():
    assert chosen(TENSE, true) == "It is small."


def test_what_stands_after_otherwise_is_read_when_it_does_not():
    assert chosen(TENSE, false) == "It was small."


def test_without_otherwise_nothing_stands_there():
    assert chosen("Buy it. {{holds answers old}}Now.{{end}}", false) == "Buy it. "


def test_each_condition_is_asked_for_itself():
    text = "{{holds one}}a{{end}}{{holds two}}b{{otherwise}}c{{end}}"
    assert chosen(text, lambda condition: condition == "one") == "ac"


def test_a_region_says_whether_something_is_said_otherwise():
    text = "{{holds one}}a{{end}}{{holds one}}b{{otherwise}}c{{end}}"
    assert [(each.position, each.otherwise) for each in regions(text)] == [(0, False), (21, True)]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("{{holds one}}a", "never ends"),
        ("a{{end}}", "belongs to no condition"),
        ("a{{otherwise}}b", "belongs to no condition"),
        ("{{holds one}}{{holds two}}a{{end}}{{end}}", "inside of another"),
        ("{{holds one}}a{{otherwise}}b{{otherwise}}c{{end}}", "belongs to no condition"),
    ],
)
def test_a_mark_in_the_wrong_place_is_told(text, told):
    with pytest.raises(Misplaced, match=told):
        chosen(text, true)
