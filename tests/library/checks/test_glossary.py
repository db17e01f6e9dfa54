"""The glossary: a term once, in order; and acronyms that it lacks."""

from tests.library.files import LESSON, QUIZ, opened, said

LESSON_FILE = "content/lessons/match-size.md"


def glossary(*terms: str) -> str:
    return "words:\n" + "".join(f"  - {{term: {each}, meaning: It is.}}\n" for each in terms)


def problems(tmp_path, *terms, **changed):
    return said(opened(tmp_path, {"content/glossary.yaml": glossary(*terms), **changed}))


def test_terms_in_the_order_of_the_alphabet_are_in_order(tmp_path):
    assert problems(tmp_path, "API", "API key", "Batch", "Time to first token", "Token") == []


def test_a_term_out_of_order_is_a_warning_that_says_where_it_belongs(tmp_path):
    [problem] = problems(tmp_path, "Batch", "Token", "Cache")
    assert problem == (
        "content/glossary.yaml:4: words > Cache: warning: stands behind Token, "
        "move it: it belongs above Token"
    )


def test_a_term_that_stands_twice_must_be_repaired(tmp_path):
    [problem] = problems(tmp_path, "Batch", "Token", "tokens")
    assert problem == (
        "content/glossary.yaml:4: words > tokens: stands twice, first on line 3, "
        "keep one of the two"
    )


def test_an_acronym_that_nobody_explains_is_a_warning_at_its_line(tmp_path):
    lesson = LESSON.replace("Tokens in, tokens out.", "First this.\n\nAn SLA, an SLA and an API.")
    [problem] = problems(tmp_path, "API", **{LESSON_FILE: lesson})
    line = lesson.split("\n").index("An SLA, an SLA and an API.") + 1
    assert problem == (
        f"{LESSON_FILE}:{line}: what-you-pay-for: warning: nothing explains SLA, "
        "add it to content/glossary.yaml, or write it out the first time"
    )


def test_an_acronym_in_a_block_is_seen_too(tmp_path):
    block = "```sizewise mistake-or-better\nmistake: An SLA?\nbetter: No.\n```\n"
    [problem] = problems(tmp_path, "API", **{LESSON_FILE: LESSON + block})
    assert "what-you-pay-for > mistake-or-better" in problem


def test_code_and_acronyms_written_out_need_no_entry(tmp_path):
    more = "Use `SQL` and a service level agreement (SLA). The SLA counts. 5 GB are OK.\n"
    assert problems(tmp_path, "API", **{LESSON_FILE: LESSON + more}) == []


def test_without_a_glossary_nobody_complains_of_acronyms(tmp_path):
    changed = {"content/glossary.yaml": "words: 7\n", LESSON_FILE: LESSON + "An SLA.\n"}
    assert not any("SLA" in each for each in said(opened(tmp_path, changed)))


def test_a_lesson_hidden_by_nothing_but_an_acronym_would_be_a_pity(tmp_path):
    library = opened(tmp_path, {LESSON_FILE: LESSON + "An SLA.\n"})
    assert "match-size" in library.lessons


def test_a_quiz_keeps_its_own_rule_for_acronyms(tmp_path):
    asked = {"quizzes/match-size.yaml": QUIZ.replace("a simple job", "an SLA")}
    assert problems(tmp_path, "API", **asked) == []  # `check` runs L24 on it
