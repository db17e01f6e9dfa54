"""Rate blind: several people judge replies without knowing who wrote them."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import NamedTuple

import streamlit as st

from sizewise.benchmark.rating import Blinded
from sizewise.benchmark.rating_line import KeyOpened, ReplyRated, ScaleKind
from sizewise.benchmark.rating_round import RATERS, RatingRound, asked_once, key_of, replies, rounds
from sizewise.benchmark.rating_sheet import SheetProblem, read_sheet, sheet_csv
from sizewise.benchmark.task import Task
from sizewise.gateway.one_writer import LogInUse
from sizewise.ground import limits
from sizewise.ground.cells import FileTrouble
from sizewise.ground.encoding import decoded, likely_encoding
from sizewise.ground.written import grouped, number_of
from sizewise.library.kinds import TASK
from sizewise.ui import house, session
from sizewise.ui.benchmark import choose_run, rating_file
from sizewise.ui.benchmark.choose_run import ChosenRun
from sizewise.ui.benchmark.rate_markup import found_html, reply_html, seal_html, steps_html
from sizewise.ui.kit.html import show_html
from sizewise.ui.kit.markdown import literal

TROUBLE, ANEW = "bench_rate_trouble", "bench_rate_anew"
RATER = "bench_rater"
MOST_PROMPTS = 30
"""Prompts whose replies are rated at once; three people have to read every one."""
TOLD = 5
"""Rows of a sheet whose trouble is told one by one; the others are counted."""


class AskedScale(NamedTuple):
    """A scale as the page offers it."""

    title: str
    kind: ScaleKind
    labels: tuple[str, ...]


SCALES = {
    "words": AskedScale(
        "Wrong, partly right, right", "categories", ("wrong", "partly right", "right")
    ),
    "points": AskedScale("Points from 1 to 5", "points", ("1", "2", "3", "4", "5")),
}


def draw() -> None:
    """Draw the view."""
    chosen = choose_run.choose()
    if chosen is None:
        return
    if trouble := session.get(TROUBLE):
        st.error(trouble, icon=":material/error:")
    begun = rounds(chosen.run.log)
    if not begun or session.get(ANEW) == chosen.run.text[-64:]:
        _begin(chosen)
    elif begun[-1].opened is None:
        _go_on(chosen, begun[-1])
    else:
        _found(chosen, begun[-1])


def _begin(chosen: ChosenRun) -> None:
    """Choose what is rated, and on which scale."""
    there = {task: found for task in _tasks(chosen) if (found := asked_once(chosen.run.log, task))}
    if not there:
        st.info("This log has no whole reply that could be rated.")
        return
    left, right = st.columns([7, 5], gap="large")
    with left:
        task = st.selectbox("Task", there, format_func=_title, key="bench_rate_task")
        most = st.slider("Prompts, each with the reply of every model", 2, MOST_PROMPTS, 6,
                         key="bench_rate_samples")  # fmt: skip
        if len(there[task]) < most:
            st.caption(f"This log has {number_of(len(there[task]), 'different prompt')}.")
        scale = st.radio(
            "What raters choose from",
            tuple(SCALES),
            format_func=lambda name: SCALES[name].title,
            key="bench_rate_scale",
        )
        st.button(
            "Seal the key and begin",
            type="primary",
            key="bench_rate_begin",
            icon=":material/lock:",
            on_click=_seal,
            args=(chosen, task, there[task][:most], SCALES[scale]),
        )
    with right:
        show_html(steps_html())


def _tasks(chosen: ChosenRun) -> list[str]:
    return sorted({trial.task for trial in chosen.run.log.measured})


def _title(task: str) -> str:
    found = _task(task)
    return found.title if found else task


def _task(name: str) -> Task | None:
    return house.library().all(TASK).get(name)


def _seal(chosen: ChosenRun, task: str, samples: tuple[int, ...], scale: AskedScale) -> None:
    rated = tuple(each for each in replies(chosen.run.log, task) if each.sample in samples)
    session.drop(ANEW)
    _write(partial(rating_file.seal, chosen.ratings, rated, task, scale.kind, scale.labels))


def _write(deed: Callable[[], None]) -> None:
    """Write to the log; what keeps that away is said in a sentence."""
    session.drop(TROUBLE)
    try:
        deed()
    except LogInUse as reason:
        session.put(TROUBLE, str(reason))
    except OSError as error:
        why = f"The rating cannot be kept ({error.strerror})."
        session.put(TROUBLE, f"{why} Make room, or allow writing there, then rate again.")


def _go_on(chosen: ChosenRun, found: RatingRound) -> None:
    """Let a rater rate, in an order of their own."""
    seed = rating_file.seed_of(found.sealed)
    held = key_of(chosen.run.log, found.sealed, seed) if seed else None
    if held is None:
        st.error(
            "The key of this rating is gone, or its log was changed, so nobody could tell whose "
            "reply is whose. Begin another rating.",
            icon=":material/key_off:",
        )
        st.button("Begin another", key="bench_rate_anew", on_click=_anew, args=(chosen,))
        return
    left, right = st.columns([7, 5], gap="large")
    with left:
        rater = st.pills("Who is rating?", RATERS, default=RATERS[0], required=True, key=RATER)
        questions = {code: _question(each.task, each.sample) for code, each in held.replies.items()}
        _one(chosen, found, held.sheet(rater), questions, rater)
        _by_sheet(chosen, found, held.sheet(rater), questions, rater)
    with right:
        show_html(seal_html(found))
        if found.whole:
            st.button(
                "Open the key",
                type="primary",
                key="bench_rate_open",
                icon=":material/key:",
                on_click=_open,
                args=(chosen, found, held.seed),
            )
        else:
            st.caption("The key opens when all three have rated every reply.")


def _question(task: str, sample: int) -> str:
    found = _task(task)
    return found.messages(sample)[-1].text if found else ""


def _one(
    chosen: ChosenRun,
    found: RatingRound,
    sheet: tuple[Blinded, ...],
    questions: dict[str, str],
    rater: str,
) -> None:
    """The next reply that this rater has not seen."""
    done = found.by(rater)
    rest = [each for each in sheet if each.code not in done]
    if not rest:
        st.success(f"{rater} has rated all {number_of(len(sheet), 'reply', 'replies')}.")
        return
    now = rest[0]
    place = f"Reply {grouped(len(sheet) - len(rest) + 1)} of {grouped(len(sheet))}"
    show_html(reply_html(place, questions[now.code], now.text))
    with st.container(key="bench_rate_labels", horizontal=True):
        for label in found.scale.labels:
            st.button(
                label,
                key=f"bench_rate_{label}",
                on_click=_rate,
                args=(chosen, found, rater, [(now.code, label)]),
            )


def _rate(chosen: ChosenRun, found: RatingRound, rater: str, given: list[tuple[str, str]]) -> None:
    seal, at = found.sealed.seal, house.now()
    lines = [
        ReplyRated(seal=seal, rater=rater, code=code, label=label, at=at) for code, label in given
    ]
    _write(partial(rating_file.append, chosen.ratings, *lines))


def _by_sheet(
    chosen: ChosenRun,
    found: RatingRound,
    sheet: tuple[Blinded, ...],
    questions: dict[str, str],
    rater: str,
) -> None:
    """The same in a spreadsheet: out with an empty column, and in again."""
    with st.expander("Rate in a spreadsheet instead", icon=":material/table:"):
        st.download_button(
            f"Sheet of {rater} (CSV)",
            lambda: sheet_csv(sheet, questions).encode("utf-8-sig"),
            f"sizewise-{rater.lower().replace(' ', '-')}.csv",
            "text/csv",
            key="bench_rate_sheet",
            on_click="ignore",
            icon=":material/download:",
        )
        file = st.file_uploader(
            f"The sheet of {rater}, filled in",
            type=["csv"],
            key=f"bench_rate_file_{rater}",
            max_upload_size=limits.TABLE_MEGABYTES,
        )
        if file is None:
            return
        try:
            read = read_sheet(_text(file.getvalue()), rater, found.sealed.codes, found.scale)
        except FileTrouble as trouble:
            st.error(str(trouble), icon=":material/error:")
            return
        _tell(read.problems)
        labels = found.scale.labels
        given = [(each.code, labels[each.place - 1]) for each in read.ratings]
        if given:
            st.button(
                f"Take over {number_of(len(given), 'rating')}",
                key="bench_rate_take",
                on_click=_rate,
                args=(chosen, found, rater, given),
            )


def _text(raw: bytes) -> str:
    """A sheet's text. Codes and ratings are of letters that every spreadsheet writes alike; what
    replies look like in another encoding does not matter. Raises FileTrouble for what is no text.
    """
    try:
        return decoded(raw, likely_encoding(raw), "Save it as UTF-8.")
    except FileTrouble as trouble:
        if trouble.field != "encoding":
            raise
        return raw.decode("cp1252", "replace")


def _tell(problems: Sequence[SheetProblem]) -> None:
    for problem in problems[:TOLD]:
        st.warning(f"Row {grouped(problem.row)}: {literal(problem.message)}")
    if len(problems) > TOLD:
        st.warning(f"There is more like this: {number_of(len(problems) - TOLD, 'further row')}.")


def _open(chosen: ChosenRun, found: RatingRound, seed: str) -> None:
    opened = KeyOpened(seal=found.sealed.seal, seed=seed, at=house.now())
    _write(partial(rating_file.append, chosen.ratings, opened))


def _anew(chosen: ChosenRun) -> None:
    session.put(ANEW, chosen.run.text[-64:])


def _found(chosen: ChosenRun, found: RatingRound) -> None:
    """What the raters found, once the key is open."""
    left, right = st.columns([7, 5], gap="large")
    opened = found.opened
    held = key_of(chosen.run.log, found.sealed, opened.seed) if opened else None
    with left:
        st.header(_title(found.sealed.task), anchor=False)
        if held is None:
            st.error(
                "This key does not fit its seal: somebody changed it or the replies after the "
                "rating began. The rating counts for nothing.",
                icon=":material/gpp_bad:",
            )
        else:
            show_html(found_html(found, held))
    with right:
        show_html(seal_html(found))
        st.button("Rate others", key="bench_rate_anew", on_click=_anew, args=(chosen,))
