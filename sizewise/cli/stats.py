"""`stats`: what a class's answers say about the items of a quiz."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from sizewise.cli.frame.answer import Fields, say, say_in_json
from sizewise.cli.frame.group import Refused
from sizewise.cli.frame.options import json_option
from sizewise.ground.written import number_of

if TYPE_CHECKING:
    from sizewise.learn.progress.statistics.analysis import ItemAnalysis
    from sizewise.learn.progress.statistics.answer_sheet import AnswerSheet

_WHOLE = ("mean", "median", "sd", "skewness", "kurtosis", "alpha", "error_ratio", "standard_error")
_OF_ITEM = ("facility", "sd", "discrimination", "efficiency", "weight")


@click.command()
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@json_option
def command(file: Path, as_json: bool) -> None:
    """Work out item statistics from FILE, a CSV file with learner, item and score.

    Numbers of fewer than 10 learners are hidden, those of fewer than 100 provisional.
    """
    answer = [_quiz(name, sheet) for name, sheet in sorted(_sheets(file).items())]
    say_in_json({"quizzes": answer}) if as_json else say(_lines(answer))


def _sheets(file: Path) -> "Mapping[str, AnswerSheet]":
    from sizewise.learn.progress.statistics.answer_sheet import SheetUnreadable, read_sheet

    try:
        return read_sheet(file.read_bytes().decode("utf-8-sig"))
    except OSError as error:
        raise Refused(f"{file} cannot be read ({error.strerror}).") from None
    except UnicodeDecodeError as error:
        raise Refused(f"{file} is not UTF-8 (byte {error.start + 1}); save it as UTF-8.") from None
    except SheetUnreadable as error:
        raise Refused(f"{file} cannot be counted. {error}") from None


def _quiz(name: str, sheet: "AnswerSheet") -> Fields:
    from sizewise.learn.progress.statistics.analysis import ENOUGH, analyse

    found = analyse(list(sheet.sittings.values()), sheet.worth)
    shown = found.count >= ENOUGH
    return {
        "quiz": name,
        "learners": found.count,
        **{each: getattr(found, each) if shown else None for each in _WHOLE},
        "items": [_item(each, sheet) for each in found.items],
    }


def _item(item: "ItemAnalysis", sheet: "AnswerSheet") -> Fields:
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
    }


def _state(item: "ItemAnalysis") -> str:
    if item.hidden:
        return "hidden"
    return "provisional" if item.provisional else "firm"


def _lines(quizzes: list[Fields]) -> Iterator[str]:
    for quiz in quizzes:
        yield f"{quiz['quiz']}: {number_of(quiz['learners'], 'learner')}"
        yield "  ".join(f"{name} {_short(quiz[name])}" for name in _WHOLE)
        yield f"{'item':<32} {'n':>5}" + "".join(f" {name:>14}" for name in _OF_ITEM)
        for item in quiz["items"]:
            yield _line(item)


def _line(item: Fields) -> str:
    head = f"{item['item']:<32} {item['learners']:>5}"
    if item["state"] == "hidden":
        return f"{head} hidden: fewer than 10 learners"
    numbers = "".join(f" {_short(item[name]):>14}" for name in _OF_ITEM)
    return head + numbers + (" provisional" if item["state"] == "provisional" else "")


def _short(number: Any) -> str:
    return "-" if number is None else f"{number:.3f}"
