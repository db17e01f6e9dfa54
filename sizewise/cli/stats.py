"""`stats`: what a class's answers say about the items of a quiz, and which lesson parts to mend."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from sizewise import ROOT
from sizewise.cli.frame.answer import Fields, say, say_in_json
from sizewise.cli.frame.group import Refused
from sizewise.cli.frame.options import json_option, today
from sizewise.ground.written import listed, number_of, whole_percent

if TYPE_CHECKING:
    from sizewise.learn.progress.statistics.analysis import ItemAnalysis
    from sizewise.learn.progress.statistics.answer_sheet import AnswerFile, AnswerSheet
    from sizewise.learn.progress.statistics.choices import OptionCount
    from sizewise.library.banked import BankedItem

    Bank = Mapping[str, BankedItem]

_WHOLE = ("mean", "median", "sd", "skewness", "kurtosis", "alpha", "error_ratio", "standard_error")
_OF_ITEM = ("facility", "sd", "discrimination", "efficiency", "weight")
_COLUMNS = ("facility", "expected", "chance", *_OF_ITEM[1:])


@click.command()
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@json_option
def command(file: Path, as_json: bool) -> None:
    """Work out item statistics from FILE, a CSV file with learner, item and score.

    Numbers of fewer than 10 learners are hidden, those of fewer than 100 provisional. Items of a
    quiz in `quizzes/` are held against what their author expects, and each weak one names the part
    of the lesson to mend.
    """
    found = _answers(file)
    banks = _banks()
    quizzes = [
        _quiz(name, sheet, _bank(name, sheet, banks))
        for name, sheet in sorted(found.sheets.items())
    ]
    answer = {
        "quizzes": quizzes,
        "passed_over": dict(found.passed_over),
        "other_columns": list(found.other_columns),
    }
    say_in_json(answer) if as_json else say([*_lines(quizzes), *_passed_over(found)])


def _answers(file: Path) -> "AnswerFile":
    from sizewise.ground.cells import FileTrouble
    from sizewise.ground.encoding import decoded, likely_encoding
    from sizewise.learn.progress.statistics.answer_sheet import SheetUnreadable, read_sheet

    try:
        raw = file.read_bytes()
        return read_sheet(decoded(raw, likely_encoding(raw), "Save it as UTF-8."))
    except OSError as error:
        raise Refused(f"{file} cannot be read ({error.strerror}).") from None
    except (FileTrouble, SheetUnreadable) as error:
        raise Refused(f"{file} cannot be counted. {error}") from None


def _banks() -> "Mapping[str, Bank]":
    from sizewise.library.banked import banked

    return banked(ROOT, today())


def _bank(name: str, sheet: "AnswerSheet", banks: "Mapping[str, Bank]") -> "Bank":
    """The quiz of that name, else the one that has every item of the sheet; empty without one."""
    if name in banks:
        return banks[name]
    whole = [bank for bank in banks.values() if sheet.worth.keys() <= bank.keys()]
    return whole[0] if len(whole) == 1 else {}


def _quiz(name: str, sheet: "AnswerSheet", bank: "Bank") -> Fields:
    from sizewise.learn.progress.statistics.analysis import ENOUGH, analyse

    found = analyse(list(sheet.sittings.values()), sheet.worth)
    shown = found.count >= ENOUGH
    return {
        "quiz": name,
        "learners": found.count,
        **{each: getattr(found, each) if shown else None for each in _WHOLE},
        "items": [_item(each, sheet, bank.get(each.item_id)) for each in found.items],
    }


def _item(item: "ItemAnalysis", sheet: "AnswerSheet", banked: "BankedItem | None") -> Fields:
    from sizewise.learn.progress.statistics.choices import option_counts

    counts = option_counts(list(sheet.sittings.values()), item.item_id)
    options = [
        {
            "option": each.option_id,
            "chosen": each.chosen,
            "share": each.share,
            "interval": list(each.interval),
            "works": each.works,
        }
        for each in counts
    ]
    return {
        "item": item.item_id,
        "learners": item.count,
        "state": _state(item),
        **{each: None if item.hidden else getattr(item, each) for each in _OF_ITEM},
        "options": [] if item.hidden else options,
        **_expected(item, banked),
        **_to_mend(item, counts, banked),
    }


def _expected(item: "ItemAnalysis", banked: "BankedItem | None") -> Fields:
    from sizewise.learn.progress.statistics.expectation import compared

    expected = banked.expected if banked else None
    return {
        "expected": expected.facility if expected else None,
        "chance": expected.chance if expected else None,
        "compared": compared(item, expected),
    }


def _to_mend(
    item: "ItemAnalysis", counts: "tuple[OptionCount, ...]", banked: "BankedItem | None"
) -> Fields:
    """What is weak; for a weak item the wrong option chosen most, and the parts to mend."""
    from sizewise.learn.progress.statistics.expectation import weaknesses

    weak = weaknesses(item, banked.expected if banked else None)
    told = banked if weak else None
    return {
        "weak": list(weak),
        "misled": _misled(counts, told.mistakes) if told else None,
        "mend": [vars(each) for each in told.mends] if told else [],
    }


def _misled(counts: "tuple[OptionCount, ...]", mistakes: Mapping[str, str | None]) -> Fields | None:
    wrong = [each for each in counts if each.option_id in mistakes and each.chosen]
    if not wrong:
        return None
    most = max(wrong, key=lambda each: each.chosen)
    return {"option": most.option_id, "chosen": most.chosen, "mistake": mistakes[most.option_id]}


def _state(item: "ItemAnalysis") -> str:
    if item.hidden:
        return "hidden"
    return "provisional" if item.provisional else "firm"


def _lines(quizzes: list[Fields]) -> Iterator[str]:
    for quiz in quizzes:
        yield f"{quiz['quiz']}: {number_of(quiz['learners'], 'learner')}"
        yield "  ".join(f"{name} {_short(quiz[name])}" for name in _WHOLE)
        yield f"{'item':<32} {'n':>5}" + "".join(f" {name:>14}" for name in _COLUMNS)
        for item in quiz["items"]:
            yield _line(item)
        yield from map(_weak_line, (item for item in quiz["items"] if item["weak"]))


def _passed_over(found: "AnswerFile") -> Iterator[str]:
    if rows := found.passed_over_in_words:
        yield f"Passed over: {rows}."
    if found.other_columns:
        yield f"Columns passed over: {listed([f'`{each}`' for each in found.other_columns])}."


def _line(item: Fields) -> str:
    head = f"{item['item']:<32} {item['learners']:>5}"
    if item["state"] == "hidden":
        return f"{head} hidden: fewer than 10 learners"
    numbers = "".join(f" {_short(item[name]):>14}" for name in _COLUMNS)
    return head + numbers + (" provisional" if item["state"] == "provisional" else "")


def _short(number: Any) -> str:
    return "-" if number is None else f"{number:.3f}"


def _weak_line(item: Fields) -> str:
    from sizewise.learn.progress.statistics.expectation import WEAK

    why = listed([WEAK[each] for each in item["weak"]])
    earned = f"it earned {whole_percent(item['facility'])}"
    if item["expected"] is not None:
        earned += f", expected {whole_percent(item['expected'])}"
    return f"weak: {item['item']}: {why} ({earned}). {_chosen(item)}{_where(item)}"


def _chosen(item: Fields) -> str:
    misled = item["misled"]
    if not misled:
        return ""
    named = f" ({misled['mistake']})" if misled["mistake"] else ""
    return f"Wrong most often: {misled['option']}{named}. "


def _where(item: Fields) -> str:
    places = [f"{each['file']}:{each['line']}" for each in item["mend"]]
    return f"Mend {listed(places)}." if places else "No quiz here has it, so no part is named."
