"""The report as one HTML file that opens anywhere, and needs nothing besides itself."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from markupsafe import Markup

from sizewise.benchmark.comparison import (
    Comparison,
    compare,
    endings_sentences,
    times_sentence,
    verdicts_sentence,
)
from sizewise.benchmark.frontier import BEATS, choice, frontier, standings
from sizewise.benchmark.log import Log
from sizewise.benchmark.report.blind import blind_ratings
from sizewise.benchmark.report.columns import OUTCOMES, PACE, TIMED, Column, seconds, times
from sizewise.benchmark.report.picture import label, latencies
from sizewise.benchmark.report.style import STYLE
from sizewise.benchmark.summary import Goal, Summary, summaries
from sizewise.ground.written import day_words, dollars, grouped, listed, number_of, percent

SEED = 1
"""The seed of every interval and every comparison: the same log gives the same bytes."""

DEFINITIONS = (
    (
        "Whole replies",
        "replies that came without an error, of all attempts; Wilson’s 95 % interval. Beside them "
        "stands how many of these were cut or empty",
    ),
    (
        "Cut, filtered or empty",
        "of the whole replies, those that were cut at the limit of tokens out, those that a filter "
        "ended, and those without text. While thinking: the limit was reached before any text",
    ),
    (
        "Different prompts",
        "beyond its last case a task begins again. A sample that repeats a prompt mostly gets the "
        "same reply, so what luck does is counted over prompts, each counted once; intervals are "
        "over replies, and too narrow where prompts repeat",
    ),
    ("Time to first token", "from sending to the first token"),
    (
        "Time per output token",
        "from the first token to the end, divided by the tokens after the first; thinking counts "
        "where the stream shows it, and is left out of both where the provider hides it",
    ),
    ("Latency", "from sending to the end"),
    (
        "Median",
        "the middle value, of an even number the mean of the middle two; 95 % interval by "
        "bootstrap from 6 values on",
    ),
    ("Standard deviation", "with n − 1"),
    (
        "p95",
        "the nearest rank: a value that was seen and that 95 of 100 do not exceed; interval by "
        "order statistics, for which it takes 72 values",
    ),
    ("Busy", "the time in which at least one request was under way"),
    (
        "Goodput",
        "whole replies for each busy second that keep to the goal; without one, all of them",
    ),
    ("Cost", "over the attempts whose price is known; keyword rules cost nothing"),
    (
        "To beat",
        "to cost no more and to be right no less often, and not to be equal in both; each prompt "
        "counts once",
    ),
)
"""What the words of the report mean. The definitions follow vLLM’s bench serve."""


def report_html(log: Log, goal: Goal | None = None) -> str:
    """The whole report of a log; the goal is what its goodput keeps to."""
    rows = summaries(log.trials, SEED, goal)
    return str(
        Markup(
            '<!doctype html>\n<html lang="en"><head><meta charset="utf-8">'
            '<meta name="viewport" content="width=device-width, initial-scale=1">'
            "<title>{}</title>{}</head><body><main><h1>{}</h1>{}</main></body></html>\n"
        ).format(_title(log), STYLE, _title(log), Markup("\n").join(_sections(log, rows, goal)))
    )


def _title(log: Log) -> str:
    plans = sorted({trial.plan for trial in log.trials})
    return f"Benchmark report: {listed(plans)}" if plans else "Benchmark report"


def _sections(log: Log, rows: Sequence[Summary], goal: Goal | None) -> Iterator[Markup]:
    yield _items(facts(log, goal))
    yield _damage(log)
    if not rows:
        yield _paragraph("Nothing was measured.")
        return
    yield _table("Outcomes and cost", OUTCOMES, rows)
    for timed, title in TIMED.items():
        yield _table(title, times(timed), rows)
    yield latencies(rows)
    yield _table("Throughput", PACE, rows)
    yield _comparisons(log)
    yield _frontier(rows)
    yield from (_section(title, _items(said)) for title, said in blind_ratings(log))
    yield _definitions()


def _paragraph(text: str) -> Markup:
    return Markup("<p>{}</p>").format(text)


def _items(texts: Iterable[str]) -> Markup:
    return Markup("<ul>{}</ul>").format(
        Markup("").join(Markup("<li>{}</li>").format(text) for text in texts)
    )


def _section(title: str, *content: Markup) -> Markup:
    return Markup("<section><h2>{}</h2>{}</section>").format(title, Markup("").join(content))


def facts(log: Log, goal: Goal | None = None) -> tuple[str, ...]:
    """Where, when and how: nothing is measured without a machine and a day."""
    trials = log.trials
    days = sorted({trial.sent_at.date() for trial in trials})
    warm = len(trials) - len(log.measured)
    told = [f"{number_of(len(log.measured), 'attempt')}, and {number_of(warm, 'warm-up')} left out"]
    if days:
        until = f" to {day_words(days[-1])}" if len(days) > 1 else ""
        told.append(f"Measured {day_words(days[0])}{until}")
    told += [f"Machine: {each}" for each in sorted({trial.machine for trial in trials})]
    told += [f"Client: {each}" for each in sorted({trial.client for trial in trials})]
    told += [f"Cache: {each}" for each in sorted({trial.cache for trial in trials})]
    plans = len({trial.plan_sha256 for trial in trials})
    if plans > 1:
        told.append(f"Attempts of {plans} different plans, which are counted together")
    charges = {(t.charge.priced_as, t.charge.day) for t in trials if t.charge is not None}
    told += [f"Price of {model} on {day_words(day)}" for model, day in sorted(charges)]
    told += [f"Goal: {each}" for each in _limits(goal or Goal())]
    return tuple(told)


def _limits(goal: Goal) -> Iterator[str]:
    for (_, title), most in zip(TIMED.items(), goal, strict=True):
        if most is not None:
            yield f"{title[0].lower()}{title[1:]} at most {seconds(most)}"


def _damage(log: Log) -> Markup:
    if not log.faults:
        return Markup("")
    told = _items(f"Line {grouped(each.line)}: {each.why}" for each in log.faults)
    return _section("Lines that do not count", told)


def _table(title: str, columns: Sequence[Column], rows: Sequence[Summary]) -> Markup:
    head = Markup("").join(Markup('<th scope="col">{}</th>').format(each.title) for each in columns)
    body = Markup("").join(_row(row, columns) for row in rows)
    table = Markup(
        '<div class="wide" role="region" aria-label="{}" tabindex="0"><table><thead><tr>'
        '<th scope="col">Model and task</th>{}</tr></thead><tbody>{}</tbody></table></div>'
    ).format(title, head, body)
    return _section(title, table)


def _row(row: Summary, columns: Sequence[Column]) -> Markup:
    cells = Markup("").join(Markup("<td>{}</td>").format(each.said(row)) for each in columns)
    return Markup('<tr><th scope="row">{}</th>{}</tr>').format(label(row.cell), cells)


def comparisons(log: Log) -> Iterator[Comparison]:
    """Each two models at each task that both did."""
    models = sorted({trial.model for trial in log.measured})
    for first, second in combinations(models, 2):
        yield from compare(log.trials, first, second, SEED)


def versus(found: Comparison) -> str:
    """What is set against what: `small · chat against large`."""
    return f"{label(found.first)} against {found.second.model}"


def _comparisons(log: Log) -> Markup:
    told = Markup("").join(
        Markup("<h3>{}</h3>{}").format(
            versus(each),
            _items((times_sentence(each), verdicts_sentence(each), *endings_sentences(each))),
        )
        for each in comparisons(log)
    )
    return _section("Model against model", told) if told else told


def _frontier(rows: Sequence[Summary]) -> Markup:
    """Nothing where one model alone has both a cost and a grade: there is no choice to make."""
    best, found = frontier(rows), standings(rows)
    if not choice(found):
        return Markup("")
    told = _items(
        f"{label(one.cell)}: {dollars(one.cost)} for 1,000, "
        f"{percent(one.quality)} right{one.once}. "
        + ("No other beats it." if one in best else "Another beats it.")
        for one in found
    )
    return _section("Cost against quality", told, _paragraph(BEATS))


def _definitions() -> Markup:
    told = Markup("").join(
        Markup("<dt>{}</dt><dd>{}</dd>").format(word, meaning) for word, meaning in DEFINITIONS
    )
    return _section("What the words mean", Markup("<dl>{}</dl>").format(told))
