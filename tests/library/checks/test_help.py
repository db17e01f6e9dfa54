"""Questions with answers, and checklists: read, checked, and left out when broken."""

from sizewise.library import kinds
from tests.library.files import opened, said

FAQ_FILE = "content/faq.yaml"
FAQ = """\
topics:
  - title: The bill
    entries:
      - id: input-or-output
        question: Which costs more?
        answer: Output, at {{price gpt-4o-mini output}}.
        references: [{lesson: match-size, anchor: what-you-pay-for}]
      - id: later
        question: And what is fast?
        answer: That lesson comes.
        references: [{lesson: fast-or-lots}]
"""
LIST_FILE = "content/checklists/move.yaml"
LIST = """\
id: move
title: Move
summary: Take it out before a shut-down.
place: 1
phases:
  - title: Before
    steps:
      - id: read-the-date
        do: Read the last day
        why: After it nothing answers.
        how: It is {{shutdown gpt-4o-mini}}.
        alert: {watch: 90 days left, act: 30 days left}
        references: [{lesson: match-size, anchor: the-big-idea}]
      - id: test-again
        do: Test again
        why: A successor is another model.
        how: Run your own cases.
"""


def problems(tmp_path, file, text):
    return said(opened(tmp_path, {file: text}))


def test_questions_and_lists_are_read(tmp_path):
    library = opened(tmp_path, {FAQ_FILE: FAQ, LIST_FILE: LIST})
    assert said(library) == []
    assert [each.id for each in library.one(kinds.FAQ).entries] == ["input-or-output", "later"]
    assert [step.id for step in library.all(kinds.CHECKLIST)["move"].steps] == [
        "read-the-date",
        "test-again",
    ]


def test_a_course_may_do_without_both(tmp_path):
    library = opened(tmp_path)
    assert library.one(kinds.FAQ) is None
    assert library.all(kinds.CHECKLIST) == {}


def test_lists_stand_in_the_order_of_their_places(tmp_path):
    first = LIST.replace("id: move", "id: zzz").replace("place: 1", "place: 2")
    library = opened(tmp_path, {LIST_FILE: LIST, "content/checklists/zzz.yaml": first})
    assert list(library.all(kinds.CHECKLIST)) == ["move", "zzz"]


def test_two_lists_in_one_place_are_a_warning(tmp_path):
    changed = {LIST_FILE: LIST, "content/checklists/zzz.yaml": LIST.replace("id: move", "id: zzz")}
    [problem] = said(opened(tmp_path, changed))
    assert "zzz.yaml:4: place: warning: move has the place 1 too" in problem


def test_a_list_is_called_like_its_file(tmp_path):
    [problem] = problems(tmp_path, LIST_FILE, LIST.replace("id: move", "id: leave"))
    assert problem == f"{LIST_FILE}:1: id: `leave` is not the file's name, write move"


def test_a_question_with_a_link_to_no_part_names_its_line(tmp_path):
    [problem] = problems(tmp_path, FAQ_FILE, FAQ.replace("what-you-pay-for", "what-you-pay"))
    assert problem == (
        f"{FAQ_FILE}:7: topics > 1 > entries > input-or-output > references > 1 > anchor: there is "
        "no part `what-you-pay` in the lesson match-size, did you mean what-you-pay-for?"
    )


def test_a_step_with_a_link_to_no_lesson_names_its_line(tmp_path):
    [problem] = problems(tmp_path, LIST_FILE, LIST.replace("match-size,", "match-siz,"))
    assert f"{LIST_FILE}:13: phases > 1 > steps > read-the-date > references > 1" in problem


def test_two_questions_need_two_names(tmp_path):
    [problem] = problems(tmp_path, FAQ_FILE, FAQ.replace("id: later", "id: input-or-output"))
    assert "entries > input-or-output > id: `input-or-output` stands twice, first on" in problem


def test_two_steps_need_two_names(tmp_path):
    [problem] = problems(tmp_path, LIST_FILE, LIST.replace("id: test-again", "id: read-the-date"))
    assert "steps > read-the-date > id: `read-the-date` stands twice, first on" in problem


def test_a_typed_price_and_an_unknown_fact_must_be_repaired(tmp_path):
    wrong = FAQ.replace("{{price gpt-4o-mini output}}", "$0.60 or {{price gpt-9 output}}")
    found = problems(tmp_path, FAQ_FILE, wrong)
    assert any("$0.60 is typed by hand" in each for each in found)
    assert any("no model `gpt-9`" in each for each in found)


def test_what_must_be_repaired_is_left_out_and_the_rest_works(tmp_path):
    changed = {FAQ_FILE: FAQ.replace("question:", "asked:"), LIST_FILE: LIST}
    library = opened(tmp_path, changed)
    assert library.one(kinds.FAQ) is None
    assert list(library.all(kinds.CHECKLIST)) == ["move"]
    assert "match-size" in library.lessons


def test_an_acronym_in_an_answer_needs_an_entry(tmp_path):
    [problem] = problems(tmp_path, FAQ_FILE, FAQ.replace("That lesson comes.", "Read the SLA."))
    assert "warning: nothing explains SLA" in problem
