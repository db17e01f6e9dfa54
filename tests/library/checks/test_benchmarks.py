"""Tasks that can be graded, plans that can run: each fault with its file and line."""

import pytest

from sizewise.library.kinds import PLAN, TASK
from tests.library.files import opened, said

SUMS = """\
id: sums-in-head
title: Sums
source: By hand.
limit: 32
grading: {kind: number}
samples:
  - {ask: "What is 7 plus 5?", expected: ["12"]}
  - {ask: "What is 9 plus 5?", expected: ["14"]}
"""
MAILS = """\
id: intent
title: Mails
source: Ours.
limit: 8
grading: {kind: label, labels: [billing, general]}
table: {file: mails, ask: "{subject}", expected: label}
"""
ROWS = "id,label,subject\n1,billing,Refund\n2,general,Hello\n"
FIRST = """\
id: small-first
title: Is the small one enough?
models:
  - {name: small, source: local, model: smollm2-135m-instruct, priced_as: gpt-4o-mini}
tasks: [sums-in-head, intent]
"""


def with_files(root, sums=SUMS, mails=MAILS, rows=ROWS, first=FIRST):
    files = {"tasks/sums-in-head.yaml": sums, "tasks/intent.yaml": mails}
    files |= {"tasks/mails.csv": rows, "plans/small-first.yaml": first}
    return opened(root, {f"content/{name}": text for name, text in files.items()})


def test_whole_tasks_and_plans_are_read(tmp_path):
    library = with_files(tmp_path)
    assert said(library) == []
    assert library.all(PLAN)["small-first"].tasks == ("sums-in-head", "intent")
    assert [each.ask for each in library.all(TASK)["intent"].samples] == ["Refund", "Hello"]


@pytest.mark.parametrize(
    ("file", "old", "new", "words"),
    [
        ("sums", '["14"]', '["many"]', "sums-in-head.yaml:8: samples > 2: `many` cannot"),
        ("sums", "limit: 32", "limit: 0", "sums-in-head.yaml:4: limit"),
        ("mails", "mails,", "post,", "intent.yaml:6: table > file: there is no content/"),
        ("mails", "{subject}", "{body}", "the table has no column `body`, write one of id, label"),
        ("mails", "billing, g", "bills, g", "table > 1: `billing` cannot be expected: it must be"),
        ("rows", "Refund", "", "a row of mails.csv leaves an empty question or answer"),
        ("rows", "1,billing,Refund\n2,general,Hello\n", "", "table: there is no case to ask"),
        ("first", "[sums", "[sum", "there is no file in content/tasks `sum-in-head`, did you"),
        ("first", "intent]", "sums-in-head]", "small-first.yaml:5: tasks: sums-in-head is"),
        ("first", "gpt-4o-mini", "gpt-4o-mni", "there is no model `gpt-4o-mni`"),
        ("first", "local,", "endpoint,", "models: small needs the address of its endpoint"),
        ("first", "smollm2-135m-i", "llama-70b-i", "models > 1 > model: no model `llama-70b-inst"),
        ("first", "local,", "rules,", "behind the source rules, write one of: support-rules"),
        ("first", "tasks:", "samples: 0\ntasks:", "small-first.yaml:5: samples"),
    ],
)
def test_what_cannot_run_is_said_at_its_line(tmp_path, file, old, new, words):
    text = {"sums": SUMS, "mails": MAILS, "rows": ROWS, "first": FIRST}[file]
    assert old in text
    library = with_files(tmp_path, **{file: text.replace(old, new, 1)})
    assert [words in each for each in said(library)] == [True], said(library)


def test_a_table_that_is_no_text_is_said_with_its_own_name(tmp_path):
    library = with_files(tmp_path, rows=b"\xff\xfe\x00")
    assert any("content/tasks/mails.csv" in each for each in said(library)), said(library)


def test_cases_and_a_table_are_one_too_many(tmp_path):
    both = f'{MAILS}samples:\n  - {{ask: "Hi", expected: [general]}}\n'
    [found] = said(with_files(tmp_path, mails=both))
    assert "has cases of its own and a table, keep one of the two" in found
