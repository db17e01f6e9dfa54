"""What is sent for a case, in which order, and what keeps a task from being asked."""

import pytest

from sizewise.benchmark.task import KeptExamples, SampleTable, Task, TaskSample, faults


def case(ask, *expected, reply=None):
    return TaskSample(ask=ask, expected=expected, reply=reply)


def task(*samples, **changes):
    facts = {"id": "short-questions", "title": "Short", "source": "a test", "limit": 8}
    facts |= {"grading": {"kind": "facts"}, "samples": samples}
    return Task(**(facts | changes))


TWENTY = task(*(case(f"Question {n}", str(n)) for n in range(20)), system="Be short.")
CHAT = task(case("I am Ada.", reply="Hello."), case("Who am I?", "Ada"), conversation=True)


def asked(of, number):
    return [tuple(turn) for turn in of.messages(number)]


def test_a_case_is_sent_alone_after_what_every_case_is_told():
    [system, user] = asked(TWENTY, 0)
    assert system == ("system", "Be short.")
    assert user[1].startswith("Question ")


def test_every_case_is_asked_once_before_any_is_asked_again():
    sent = [asked(TWENTY, number)[-1] for number in range(40)]
    assert len(set(sent[:20])) == 20
    assert sent[20:] == sent[:20]


def test_the_cases_of_a_sorted_file_come_mixed():
    first = [int(asked(TWENTY, number)[-1][1].split()[1]) for number in range(20)]
    assert first != sorted(first)


def test_a_reply_is_graded_by_the_case_that_was_asked():
    for number in range(20):
        said = asked(TWENTY, number)[-1][1].split()[1]
        assert TWENTY.grade(number, said).right


def test_a_turn_of_a_chat_is_sent_after_the_turns_before_it():
    [longest] = [asked(CHAT, n) for n in range(2) if len(asked(CHAT, n)) > 1]
    assert longest == [("user", "I am Ada."), ("assistant", "Hello."), ("user", "Who am I?")]


def test_a_turn_that_only_tells_something_has_no_grade():
    assert sorted(CHAT.grade(n, "Ada") is None for n in range(2)) == [False, True]


def test_each_row_of_a_table_is_a_case():
    table = SampleTable(file="mails", ask="Subject: {subject}\n{text}", expected="label")
    rows = [{"subject": "Hi", "text": "Refund {text}!", "label": "billing"}]
    [filled] = task(table=table).with_rows(rows).samples
    assert (filled.ask, filled.expected) == ("Subject: Hi\nRefund {text}!", ("billing",))


def test_a_column_that_is_not_there_is_named():
    table = SampleTable(file="mails", ask="{body}", expected="label")
    with pytest.raises(KeyError, match="body"):
        task(table=table).with_rows([{"label": "billing"}])


def sorted_into(label, many):
    return [case(f"{label} {number}", label) for number in range(many)]


EXAMPLES = {"each": 2, "shown": True}
LABELS = {"kind": "label", "labels": ("yes", "no")}
MAILS = task(*sorted_into("yes", 6), *sorted_into("no", 5), examples=EXAMPLES, grading=LABELS)


def test_examples_stand_before_every_case_with_their_answers():
    sent = asked(MAILS, 0)
    shown = list(zip(sent[:-1:2], sent[1:-1:2], strict=True))
    assert sorted(answer for _, (_, answer) in shown) == ["no", "no", "yes", "yes"]
    assert all(ask.startswith(answer) for (_, ask), (_, answer) in shown)


def test_an_example_is_never_asked():
    shown = {text for role, text in asked(MAILS, 0)[:-1] if role == "user"}
    assert len(shown) == 4
    assert shown.isdisjoint(asked(MAILS, number)[-1][1] for number in range(50))


def test_examples_that_are_not_shown_are_kept_back_all_the_same():
    hidden = MAILS.model_copy(update={"examples": KeptExamples(each=2, shown=False)})
    assert hidden.kept_back == MAILS.kept_back
    assert [len(asked(hidden, number)) for number in range(7)] == [1] * 7


def test_tasks_of_one_table_with_examples_ask_its_cases_in_one_order():
    table = SampleTable(file="mails", ask="{text}", expected="text")
    one, other = (MAILS.model_copy(update={"id": name, "table": table}) for name in ("aaa", "bbb"))
    assert [one.case(n) for n in range(7)] == [other.case(n) for n in range(7)]


@pytest.mark.parametrize(
    ("broken", "sample", "said"),
    [
        (task(), None, "there is no case to ask"),
        (task(case("7 plus 5?", "twelve"), grading={"kind": "number"}), 0, "`twelve` cannot be"),
        (task(case("One"), case("Two"), conversation=True), 0, "the next turn needs the reply"),
        (task(case("One", reply="Yes")), 0, "a reply is read in a conversation only"),
        (task(case("Ann", "yes"), only=("maybe",), grading=LABELS), None, "`maybe` under only"),
        (task(case("Hi", "Ada"), examples=EXAMPLES), None, "every case is kept back"),
        (CHAT.model_copy(update={"examples": MAILS.examples}), None, "a conversation has no"),
    ],
)
def test_what_cannot_be_asked_is_said_with_its_case(broken, sample, said):
    [fault] = faults(broken)
    assert fault.sample == sample
    assert fault.message.startswith(said)


def test_a_whole_task_has_no_fault():
    assert [*faults(TWENTY), *faults(CHAT)] == []
