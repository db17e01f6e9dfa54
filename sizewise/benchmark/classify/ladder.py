"""The ladder: one small model sorts the same texts, asked better from rung to rung.

What each rung answered is read from the log of a run. The model stays the same; what changes is how
it is asked, and what is done with what it says.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import NamedTuple

from sizewise.benchmark.classify.bayes import LabelledText, each_from_the_others, learnt
from sizewise.benchmark.classify.calibration import Scores, calibrated
from sizewise.benchmark.classify.calibration import choice as likeliest
from sizewise.benchmark.classify.confusion import Confusion, confusion
from sizewise.benchmark.classify.rules import KeywordRules
from sizewise.benchmark.summary import Proportion
from sizewise.benchmark.task import Task
from sizewise.benchmark.trial import Trial

FREE, GRAMMAR, EXAMPLES, CALIBRATION = "free", "grammar", "examples", "calibration"
"""The rungs, from the bottom."""
ASKED = {FREE: "mails-free", GRAMMAR: "mails-grammar", EXAMPLES: "mails-examples"}
"""The rungs that take a reply as it is -> the task that asks for it."""
SAID = {label: f"mails-say-{label}" for label in ("billing", "technical", "general")}
"""A label -> the task in which the model has to say it, so that the log has how likely it was."""
LABELS = tuple(SAID)
"""The labels, in their order."""
NO_REPLY = "no reply"


class SortedText(NamedTuple):
    """A text that got an answer. `case` is its place in the table, from 0."""

    case: int
    label: str
    """What is right."""
    answer: str
    confidence: float | None = None
    """How sure the model was, from 0 to 1; none where it did not say."""
    reply: str = ""
    """The answer in the model's own words."""

    @property
    def right(self) -> bool:
        """Whether the answer is right."""
        return self.answer == self.label


@dataclass(frozen=True)
class CallSize:
    """The tokens of sorting one text, on average, over all requests that it takes."""

    requests: int
    input: Fraction
    output: Fraction


@dataclass(frozen=True)
class WayToSort:
    """One way to sort, what it made of each text, and what it takes; nothing where it is free."""

    name: str
    answers: tuple[SortedText, ...]
    size: CallSize | None = None

    @property
    def accuracy(self) -> Proportion:
        """The share of right answers, with its interval."""
        return Proportion(sum(each.right for each in self.answers), len(self.answers))

    def confusion(self, labels: Sequence[str]) -> Confusion:
        """What was taken for what; a reply that is no label counts as “other”."""
        known = {*labels, NO_REPLY}
        pairs = [
            (each.label, each.answer if each.answer in known else "other") for each in self.answers
        ]
        return confusion(pairs, labels)


def rungs(tasks: Mapping[str, Task], trials: Iterable[Trial]) -> tuple[WayToSort, ...]:
    """The rungs of a log, from the bottom, as far as it has come; warm-ups do not count."""
    last = {(each.task, each.sample): each for each in trials if not each.warm_up}
    by_task: dict[str, list[Trial]] = {}
    for trial in last.values():
        by_task.setdefault(trial.task, []).append(trial)
    asked = (_asked(name, tasks[task], by_task.get(task, ())) for name, task in ASKED.items())
    return (*asked, _calibrated(tasks, by_task))


def _asked(name: str, task: Task, trials: Sequence[Trial]) -> WayToSort:
    cases = task.cases(each.sample for each in trials)
    answers = (
        SortedText(
            case,
            task.samples[case].expected[0],
            each.grade.answer if each.grade else NO_REPLY,
            reply=each.reply,
        )
        for case, each in zip(cases, trials, strict=True)
    )
    return WayToSort(name, _in_order(answers), _size([trials]))


def _calibrated(tasks: Mapping[str, Task], by_task: Mapping[str, Sequence[Trial]]) -> WayToSort:
    """The label that a text itself speaks for, once the model's liking is taken out."""
    found = scores(tasks, by_task)
    shares = calibrated(list(found.values())) if found else []
    task = tasks[ASKED[EXAMPLES]]
    answers = (
        SortedText(case, task.samples[case].expected[0], likeliest(each), max(each.values()))
        for case, each in zip(found, shares, strict=True)
    )
    return WayToSort(
        CALIBRATION, _in_order(answers), _size([by_task.get(t, ()) for t in SAID.values()])
    )


def scores(tasks: Mapping[str, Task], by_task: Mapping[str, Sequence[Trial]]) -> dict[int, Scores]:
    """How likely the model held each label, for every case in which it said all of them."""
    found: dict[int, dict[str, float]] = {}
    for label, task in SAID.items():
        trials = by_task.get(task, ())
        cases = tasks[task].cases(each.sample for each in trials)
        for case, each in zip(cases, trials, strict=True):
            if each.logprob is not None:
                found.setdefault(case, {})[label] = each.logprob
    return {case: each for case, each in found.items() if len(each) == len(SAID)}


def _in_order(answers: Iterable[SortedText]) -> tuple[SortedText, ...]:
    return tuple(sorted(answers, key=lambda each: each.case))


def _size(requests: Sequence[Sequence[Trial]]) -> CallSize | None:
    """The tokens of one text; none before each of its requests was answered once."""
    used = [[each.tokens for each in trials if each.tokens] for trials in requests]
    if not all(used):
        return None
    sent = sum(Fraction(sum(each.input for each in one), len(one)) for one in used)
    wrote = sum(Fraction(sum(each.output for each in one), len(one)) for one in used)
    return CallSize(len(used), Fraction(sent), Fraction(wrote))


def by_rules(task: Task, rules: KeywordRules) -> WayToSort:
    """What keyword rules make of the texts that a model is asked about."""
    asked, texts = _not_kept_back(task), _labelled(task)
    return _way("rules", asked, texts, [rules.classify(texts[case].text) for case in asked])


def free_of_charge(task: Task, rules: KeywordRules) -> tuple[WayToSort, ...]:
    """What no model is needed for, on the same texts: rules, and counted words.

    Naive Bayes learns once from all other texts of the table, each left out in turn, and once from
    the very examples that the model is shown.
    """
    asked, texts = _not_kept_back(task), _labelled(task)
    few = learnt([texts[case] for case in task.kept_back])
    others = each_from_the_others(texts)
    return (
        by_rules(task, rules),
        _way("bayes-few", asked, texts, [few.classify(texts[case].text) for case in asked]),
        _way("bayes", asked, texts, [others[case] for case in asked]),
    )


def _labelled(task: Task) -> list[LabelledText]:
    return [LabelledText(each.ask, each.expected[0]) for each in task.samples]


def _not_kept_back(task: Task) -> list[int]:
    """The cases that are no examples."""
    kept_back = set(task.kept_back)
    return [case for case in range(len(task.samples)) if case not in kept_back]


def _way(
    name: str, asked: Sequence[int], texts: Sequence[LabelledText], answers: Sequence[str]
) -> WayToSort:
    pairs = zip(asked, answers, strict=True)
    return WayToSort(name, tuple(SortedText(case, texts[case].label, said) for case, said in pairs))
