"""The command line: `python -m sizewise` and a command; docs/cli.md tells them all."""

import contextlib
import json
import os
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from sizewise.ground.written import grouped

# The commands import what they need: `--help` must not wait for a tokenizer.
if TYPE_CHECKING:
    from sizewise.library.answers import Answer
    from sizewise.sizing.catalogue.catalog import ModelProfile

ROOT = Path(__file__).resolve().parents[1]


class _Sentence(click.ClickException):
    """A wrong option, told in one sentence."""

    exit_code = 2


class _Commands(click.Group):
    """Commands that answer a wrong option with one sentence, not with a page of usage."""

    def make_context(self, *args: Any, **more: Any) -> click.Context:
        try:
            return super().make_context(*args, **more)
        except click.exceptions.NoArgsIsHelpError:
            raise
        except click.UsageError as error:
            raise _Sentence(error.format_message()) from None

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except click.UsageError as error:
            raise _Sentence(error.format_message()) from None


_MOST = 10**15  # up to here no digit of a cost is lost


def _day(_ctx: click.Context, _param: click.Parameter, word: str | None) -> date | None:
    try:
        return date.fromisoformat(word) if word is not None else None
    except ValueError:
        raise click.BadParameter(f"{word!r} is no day; write one such as 2026-11-21.") from None


def _whole(_ctx: click.Context, _param: click.Parameter, word: str) -> int:
    if not word.isascii() or not word.isdigit() or int(word[:20]) > _MOST:
        what = f"{word[:40]!r} is no whole number from 0 to {grouped(_MOST)}"
        raise click.BadParameter(f"{what}; write one such as 1200.")
    return int(word)


_Wrapped = Callable[[Callable[..., Any]], Callable[..., Any]]


def _number(option: str, meaning: str, start: str = "0") -> _Wrapped:
    return click.option(option, callback=_whole, default=start, metavar="N", help=meaning)


_model_option = click.option(
    "--model", "model_id", required=True, metavar="M", help="A model of the catalogue, by its id."
)
_json_option = click.option("--json", "as_json", is_flag=True, help="Answer in JSON.")


@click.group(cls=_Commands)
def main() -> None:
    """Sizewise: match the model to the task, and know what it costs."""


@main.command()
@click.argument("path", type=click.Path(path_type=Path), default=ROOT)
@click.option(
    "--at", callback=_day, metavar="DATE", help="The day to check for; today when left out."
)
def check(path: Path, at: date | None) -> None:
    """Read all content and print every problem as `file:line: place: what, fix`.

    PATH is a folder with `content` and `quizzes`, or one file of such a folder. Ends with 1 when
    anything must be repaired. What only time has made old is a warning.
    """
    from sizewise.library.check import check as check_content

    root = _root_of(path)
    problems = check_content(root, at or _today())
    if path.is_file():
        name = path.resolve().relative_to(root).as_posix()
        problems = tuple(each for each in problems if each.file == name)
    for problem in problems:
        click.echo(str(problem))
    levels = Counter(str(problem.level) for problem in problems)
    click.echo(_summary(levels))
    sys.exit(1 if levels["E"] else 0)


@main.command()
@click.argument("path", type=click.Path(path_type=Path, file_okay=False), default=ROOT)
def schema(path: Path) -> None:
    """Write the JSON Schemas and the tables of docs/authoring.md from the content types."""
    from sizewise.library.write.schema import generated

    for file, text in generated(path).items():
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
        click.echo(f"wrote {file.relative_to(path).as_posix()}")


@main.command()
@click.argument("kind", type=click.Choice(["lesson", "quiz", "model"]))
@click.argument("name")
@click.option("--root", type=click.Path(path_type=Path, file_okay=False), default=ROOT, hidden=True)
def new(kind: str, name: str, root: Path) -> None:
    """Begin a lesson, a quiz or a model: writes a file whose gaps `check` names.

    NAME is the file's name and its id. A file that is there already is left alone.
    """
    from sizewise.library.write.skeleton import (
        Refused,
        skeleton,
    )

    try:
        made = skeleton(kind, name, root, _today())
    except Refused as refused:
        raise _Sentence(str(refused)) from None
    file = root / made.path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(made.text, "utf-8")
    place = made.path.as_posix()
    click.echo(f"wrote {place}\n{made.then}")
    click.echo(f"What is still missing: python -m sizewise check {place}")


@main.command()
@click.argument("lesson", required=False)
@click.option("--port", type=click.IntRange(1, 65535), default=8502, help="The server's port.")
def preview(lesson: str | None, port: int) -> None:
    """Serve the app for an author: the page is drawn again whenever a content file is saved.

    Problems stand above each page. What is clicked there goes into no learner's record. LESSON
    opens that lesson, also one that is not announced yet.
    """
    page = f"lesson?lesson={lesson}" if lesson else ""
    click.echo(f"Preview: http://localhost:{port}/{page}\nStop it with Ctrl+C.", nl=True)
    command = [sys.executable, "-m", "streamlit", "run", str(ROOT / "app.py")]
    options = ["--server.port", str(port), "--server.headless", "true"]
    options += ["--server.address", "localhost"]
    with tempfile.TemporaryDirectory(prefix="sizewise-preview-") as folder:
        record = {"SIZEWISE_DATABASE_URL": f"sqlite:///{Path(folder) / 'record.db'}"}
        own = {**os.environ, **record, "SIZEWISE_PREVIEW": "1"}
        with contextlib.suppress(KeyboardInterrupt):
            ran = subprocess.run([*command, *options], cwd=ROOT, env=own, check=False)  # noqa: S603  # our own words and a checked number
            sys.exit(ran.returncode)


@main.command()
@_model_option
@click.argument("file", default="-", type=click.Path(allow_dash=True))
@_json_option
def tokens(model_id: str, file: str, as_json: bool) -> None:
    """Count the tokens of FILE, or of what is typed or piped in."""
    from sizewise.library.answers import tokens_of
    from sizewise.sizing.tokens.long_text import NoSafeCut

    profile, text = _profile(model_id), _text(file)
    try:
        answer = tokens_of(profile, text)
    except NoSafeCut as error:
        raise click.BadParameter(str(error), param_hint="FILE") from None
    _say(answer if as_json else _token_lines(answer), as_json)


@main.command()
@_model_option
@_number("--input", "Tokens that one call sends.")
@_number("--cached", "Those of them that come from a cache.")
@_number("--output", "Tokens that one call writes.")
@_number("--reasoning", "Those of them that are hidden thinking.")
@_number("--calls", "How many equal calls.", start="1")
@click.option("--batch", is_flag=True, help="Price them as a batch.")
@click.option(
    "--at", callback=_day, metavar="DATE", help="The day of the price; today when left out."
)
@_json_option
def cost(
    model_id: str,
    input: int,
    cached: int,
    output: int,
    reasoning: int,
    calls: int,
    batch: bool,
    at: date | None,
    as_json: bool,
) -> None:
    """Price calls: a line for each kind of token, and their total."""
    from sizewise.library.answers import cost_of
    from sizewise.sizing.catalogue.price import PriceUnknown
    from sizewise.sizing.cost.cost import BatchUnavailable
    from sizewise.sizing.tokens.usage import (
        Usage,
        UsageError,
    )

    profile, day = _profile(model_id), at or _today()
    try:
        usage = Usage(input, cached, output, reasoning)
        answer = cost_of(profile, usage, day, calls=calls, batch=batch)
    except UsageError as error:
        raise click.BadParameter(f"{error}.", param_hint=f"'--{error.field}'") from None
    except BatchUnavailable as error:
        raise click.BadParameter(f"{error}.", param_hint="'--batch'") from None
    except PriceUnknown as error:
        raise click.BadParameter(f"{error}.", param_hint="'--at'") from None
    _say(answer if as_json else _cost_lines(answer), as_json)


@main.command()
@_json_option
def models(as_json: bool) -> None:
    """List the catalogue, with each model's status and its prices today."""
    from sizewise.library.answers import models_on, open_catalogue

    answers = models_on(open_catalogue(ROOT), _today())
    _say(answers if as_json else _model_lines(answers), as_json)


def _profile(model_id: str) -> "ModelProfile":
    from sizewise.library.answers import open_catalogue
    from sizewise.sizing.catalogue.catalog import ModelUnknown

    try:
        return open_catalogue(ROOT).model(model_id)
    except ModelUnknown as error:
        raise click.BadParameter(str(error), param_hint="'--model'") from None


def _text(file: str) -> str:
    try:
        raw = sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
        return raw.decode("utf-8-sig")
    except OSError as error:
        message = f"{file} cannot be read ({error.strerror})."
    except UnicodeDecodeError as error:
        message = f"{file} is not UTF-8 (byte {error.start + 1}); save it as UTF-8."
    raise click.BadParameter(message, param_hint="FILE")


def _today() -> date:
    return datetime.now(UTC).date()


def _say(answer: Any, as_json: bool) -> None:
    lines = [json.dumps(answer, ensure_ascii=False)] if as_json else answer
    for line in lines:
        click.echo(line)


def _token_lines(answer: "Answer") -> list[str]:
    rows = {**answer, "ids": " ".join(map(str, answer["ids"]))}
    return [f"{name:<9} {value}" for name, value in rows.items()]


def _cost_lines(answer: "Answer") -> list[str]:
    lines = [
        f"{line['kind']:<13} {grouped(line['tokens'])} x {line['rate']} / 1,000,000 = "
        f"{line['amount']}"
        for line in answer["lines"]
    ]
    return [
        *lines,
        f"{'total':<13} {answer['total']} {answer['currency']}",
        f"{'status':<13} {answer['status']} on {answer['day']}",
        f"{'price':<13} {answer['source']}, checked on {answer['checked_on']}",
    ]


def _model_lines(answers: "list[Answer]") -> list[str]:
    head = f"{'model':<24} {'status':<10} {'until':<10} {'input':>8} {'cached':>8} {'output':>8}"
    return [head, *map(_model_line, answers)]


def _model_line(answer: "Answer") -> str:
    rates = answer["prices"] or {}
    known = (rates.get(name) or "-" for name in ("input", "cached_input", "output"))
    until = answer["shutdown"] or "-"
    columns = " ".join(f"{rate:>8}" for rate in known)
    return f"{answer['model']:<24} {answer['status']:<10} {until:<10} {columns}"


def _root_of(path: Path) -> Path:
    """The folder that holds `content` and `quizzes`, from itself or from a file inside."""
    here = path.resolve()
    if not here.is_file():
        return here
    return next((each for each in here.parents if (each / "content").is_dir()), here.parent)


def _summary(levels: Counter[str]) -> str:
    if not levels["E"] and not levels["W"]:
        return "all content is in order"
    return f"{levels['E']} to repair, {levels['W']} to look at"


if __name__ == "__main__":
    main(prog_name="python -m sizewise")
