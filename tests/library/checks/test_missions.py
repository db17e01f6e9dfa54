"""Mission files: read, checked by solving them, and left out when they have no answer."""

from datetime import date

from sizewise.library import kinds
from tests.library.files import MODEL, opened, said

TEN = """\
id: ten-dollars
title: How far do ten dollars go?
place: 1
minutes: 3
story: A class has ten dollars for {{name gpt-4o-mini}}.
task: How many calls do they pay for?
check: {kind: calls-within, model: gpt-4o-mini, call: {input: 500, output: 250}, budget: 10}
hints: [What does one call cost?]
lesson: A budget is a number of calls.
opens: {view: plan, in: "500"}
"""
FILE = "content/missions/ten-dollars.yaml"
STAYS = MODEL.replace("id: gpt-4o-mini", "id: stays").replace(" shutdown: 2027-01-14,", "")


def problems(tmp_path, text, **more):
    return said(opened(tmp_path, {FILE: text, **more}))


def test_a_mission_is_read(tmp_path):
    library = opened(tmp_path, {FILE: TEN})
    assert said(library) == []
    assert library.all(kinds.MISSION)["ten-dollars"].check.budget == 10


def test_a_course_may_do_without_missions(tmp_path):
    assert opened(tmp_path).all(kinds.MISSION) == {}


def test_missions_stand_in_the_order_of_their_places(tmp_path):
    second = TEN.replace("ten-dollars", "another").replace("place: 1", "place: 2")
    library = opened(tmp_path, {FILE: TEN, "content/missions/another.yaml": second})
    assert list(library.all(kinds.MISSION)) == ["ten-dollars", "another"]


def test_two_missions_in_one_place_are_a_warning(tmp_path):
    second = TEN.replace("ten-dollars", "zzz")
    [problem] = problems(tmp_path, TEN, **{"content/missions/zzz.yaml": second})
    assert "zzz.yaml:3: place: warning: ten-dollars has the place 1 too" in problem


def test_a_mission_without_an_answer_is_left_out_and_told_at_its_check(tmp_path):
    free = TEN.replace("calls-within, model: gpt-4o-mini, call: {input: 500, output: 250}, "
                       "budget: 10",
                       "thinking-room, model: gpt-4o-mini, versus: gpt-4o-mini, "
                       "call: {input: 1, output: 1}")  # fmt: skip
    library = opened(tmp_path, {FILE: free})
    assert library.all(kinds.MISSION) == {}
    [problem] = said(library)
    assert "ten-dollars.yaml:7: check: GPT-4o mini is not the cheaper one" in problem


def still_there(until):
    check = f"{{kind: still-there, models: [gpt-4o-mini, stays, stays], until: {until}}}"
    start, end = TEN.index("check: "), TEN.index("hints: ")
    return {FILE: f"{TEN[:start]}check: {check}\n{TEN[end:]}", "content/models/stays.yaml": STAYS}


def test_a_mission_whose_day_has_come_stays_and_is_a_warning(tmp_path):
    """It had an answer when prices were last checked: time went by, nobody made a mistake."""
    library = opened(tmp_path, still_there("2027-07-15"), date(2027, 11, 29))
    assert list(library.all(kinds.MISSION)) == ["ten-dollars"]
    assert (
        f"{FILE}:7: check: warning: 15 July 2027 has come; learners get it no more, "
        "choose a later one"
    ) in said(library)


def test_a_mission_whose_day_had_come_when_it_was_written_is_left_out(tmp_path):
    library = opened(tmp_path, still_there("2026-01-31"), date(2027, 11, 29))
    assert library.all(kinds.MISSION) == {}


def test_an_unknown_kind_gets_the_nearest_spelling(tmp_path):
    [problem] = problems(tmp_path, TEN.replace("calls-within", "calls-withn"))
    assert "did you mean calls-within?" in problem


def test_an_unknown_model_and_a_typed_price_are_problems(tmp_path):
    wrong = TEN.replace("model: gpt-4o-mini", "model: gpt-4o-mino")
    found = problems(tmp_path, wrong.replace("ten dollars for", "$10 for"))
    assert any("$10 is typed by hand" in each for each in found)
    assert any("gpt-4o-mino" in each for each in found)


def test_a_file_with_another_name_is_a_problem(tmp_path):
    [problem] = problems(tmp_path, TEN.replace("id: ten-dollars", "id: nine-dollars"))
    assert "write ten-dollars" in problem


def chat(answer):
    """A chat whose turn is asked from which on the history costs more than the answer."""
    numbers = f"opening: 0, question: 240, answer: {answer}"
    check = f"{{kind: history-turn, model: gpt-4o-mini, {numbers}}}"
    start, end = TEN.index("check: "), TEN.index("hints: ")
    return f"{TEN[:start]}check: {check}\n{TEN[end:]}"


def test_a_mission_that_is_nearly_a_tie_is_a_warning(tmp_path):
    # turn 3 sends 2 x (240 + 240) = 960 tokens x 0.15 = 144, and the answer 240 x 0.60 = 144
    [problem] = problems(tmp_path, chat(240))
    assert "ten-dollars.yaml:7: check: warning: right and wrong are 0% apart" in problem


def test_a_mission_with_a_clear_answer_is_left_alone(tmp_path):
    # turn 3 sends 2 x (240 + 200) = 880 x 0.15 = 132 against 200 x 0.60 = 120; turn 2 sends half
    assert problems(tmp_path, chat(200)) == []
