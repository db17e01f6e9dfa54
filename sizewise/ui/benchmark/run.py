"""Run a plan: put it together, start it, watch it, stop it, and go on where it was."""

from collections.abc import Callable

import streamlit as st
from markupsafe import Markup

from sizewise import ROOT
from sizewise.benchmark.plan import BenchmarkPlan, problems
from sizewise.benchmark.schedule import left, schedule
from sizewise.gateway.contenders import AtHand, NotReady, provider_of
from sizewise.gateway.planned import planned_run
from sizewise.gateway.room_to_think import cramped
from sizewise.gateway.running import Run
from sizewise.ground.written import grouped, left_words, noun_for, number_of
from sizewise.library.kinds import TASK
from sizewise.library.recorded_runs import trials_of
from sizewise.library.rules_file import keyword_rules
from sizewise.ui import house, session
from sizewise.ui.benchmark import own_runs, plan_form
from sizewise.ui.benchmark.own_runs import OwnRun
from sizewise.ui.benchmark.plan_form import AskedPlan
from sizewise.ui.benchmark.runner import PlanRunner, TooManyRuns, runners
from sizewise.ui.kit.html import show_html
from sizewise.ui.kit.receipt import line_html, receipt_html, rule_html

LOOK = 0.5
"""Seconds between two looks at a run."""
TROUBLE = "bench_trouble"
MOST_SHARED = 5_000
"""Requests of a plan on a server for many."""
MOST_KEPT = 20
"""Runs that a learner keeps on a server for many: its disk is everybody's."""
LISTED = 8
"""Own runs that are listed; the newest are."""


def draw() -> None:
    """Draw the view."""
    left_side, right = st.columns([7, 5], gap="large")
    with left_side:
        asked = plan_form.ask()
    run = own_runs.named(asked.plan)
    runner = runners().of(run.log)
    with right:
        show_html(_ticket_html(asked.plan))
        live = bool(runner and runner.live)
        _buttons(asked, run, live=live)
        st.fragment(_progress, run_every=LOOK if live else None)(run, live)
    _own_runs()


def _ticket_html(plan: BenchmarkPlan) -> Markup:
    """What the plan asks for, as a receipt."""
    cells = len(plan.models) * len(plan.tasks)
    body = (
        line_html("Models", grouped(len(plan.models)))
        + line_html("Tasks", grouped(len(plan.tasks)))
        + line_html("Attempts of each", grouped(plan.samples))
        + line_html("Warm-ups of each", grouped(plan.warm_ups), "s")
        + line_html("At once", ", ".join(map(grouped, plan.concurrency)) or "–", "s")
        + rule_html()
        + line_html("Requests", grouped(plan.requests), "tot")
    )
    sub = f"{number_of(cells, 'pair')} of a model and a task"
    note = Markup('<p class="rc-note">{}</p>').format(
        "Models and tasks are mixed at random, so that whatever drifts meets all alike."
    )
    return receipt_html("Your plan", sub, body, note)


def _buttons(asked: AskedPlan, run: OwnRun, *, live: bool) -> None:
    done = 0 if live else _done(run)
    whole = done == asked.plan.requests and done > 0
    too_much = "" if live or whole else plan_form.too_much(asked.plan)
    if too_much:
        st.warning(too_much, icon=":material/history:")
    if not live and not whole:
        library = house.library()
        for warning in cramped(asked.plan, library.all(TASK), library.catalogue):
            st.warning(warning, icon=":material/psychology:")
    with st.container(key="bench_run_buttons", horizontal=True):
        if not live and not whole:
            st.button(
                "Go on" if done else "Start",
                type="primary",
                key="bench_start",
                icon=":material/play_arrow:",
                on_click=_start,
                args=(asked, run),
                disabled=bool(too_much),
            )
        if live:
            st.button("Stop", key="bench_stop", icon=":material/stop:", on_click=_stop, args=(run,))
        if done or live:
            st.button(
                "See results",
                key="bench_see",
                icon=":material/leaderboard:",
                on_click=session.turn_to,
                kwargs={"view": "results", "run": run.name},
            )


def _done(run: OwnRun) -> int:
    """So many requests of the plan stand in its log."""
    return len(schedule(run.plan)) - len(left(run.plan, own_runs.read(run.log).log))


def _start(asked: AskedPlan, run: OwnRun) -> None:
    session.drop(TROUBLE)
    if trouble := _why_not(asked.plan) or _no_room(run):
        session.put(TROUBLE, trouble)
        return
    ready = _ready(asked, run)
    try:
        own_runs.keep_plan(run)
        runners().start(run.log, ready, one_each=house.shared())
    except TooManyRuns as reason:
        own_runs.remove_if_never_begun(run)
        session.put(TROUBLE, str(reason))
    except OSError as error:
        why = f"{run.log.parent} cannot be written ({error.strerror})."
        session.put(TROUBLE, f"{why} Allow writing there, or make room, then start again.")


def _why_not(plan: BenchmarkPlan) -> str:
    """What keeps the plan from running, in a sentence; else nothing."""
    if lacking := plan_form.shortcoming(plan):
        return lacking
    if house.shared() and plan.requests > MOST_SHARED:
        return f"A plan has at most {grouped(MOST_SHARED)} requests here. Ask for fewer attempts."
    return next((each.message for each in problems(plan, house.library().all(TASK))), "")


def _no_room(run: OwnRun) -> str:
    """Whether a learner of many keeps as many runs as may be, in a sentence; else nothing."""
    kept = own_runs.own_runs()
    if not house.shared() or run.name in kept or len(kept) < MOST_KEPT:
        return ""
    return f"You keep {number_of(len(kept), 'run')}, and that is the most here. Remove one of them."


def _ready(asked: AskedPlan, run: OwnRun) -> Callable[[], Run]:
    """What makes the run ready in its own thread; all that only the tab knows is taken along."""
    library, day, shared = house.library(), house.today(), house.shared()
    trials = trials_of(house.recorded_runs())
    at_hand = AtHand(dict(asked.keys), keyword_rules(ROOT), shared, lambda: trials)

    def ready() -> Run:
        tasks, prices = library.all(TASK), library.catalogue
        try:
            providers = {one.name: provider_of(one, at_hand) for one in asked.plan.models}
            return planned_run(asked.plan, run.log, tasks, providers, prices, day, shared=shared)
        except NotReady:
            own_runs.remove_if_never_begun(run)
            raise

    return ready


def _stop(run: OwnRun) -> None:
    if runner := runners().of(run.log):
        runner.stop()


def _progress(run: OwnRun, live: bool) -> None:
    """How far it is; while it runs the page looks at it again and again."""
    runner = runners().of(run.log)
    if live and not (runner and runner.live):
        st.rerun()
    if trouble := session.get(TROUBLE) or (runner.trouble if runner else ""):
        st.error(trouble, icon=":material/error:")
    if runner and runner.live:
        st.progress(runner.done / runner.total if runner.total else 0.0, _words(runner))
        st.caption("It goes on when you close this page. Come back, and you see how far it is.")
        return
    done, total = _done(run), run.plan.requests
    if done:
        st.progress(done / total, f"{grouped(done)} of {grouped(total)}")
        st.caption("All done." if done == total else "Stopped, and kept. It goes on where it was.")


def _words(runner: PlanRunner) -> str:
    if not runner.total:
        return "Getting the models ready …"
    so_far = f"{grouped(runner.done)} of {grouped(runner.total)}"
    if runner.stopping:
        return f"{so_far}; what is under way still ends"
    seconds = runner.seconds_left
    return so_far if seconds is None else f"{so_far}, {left_words(seconds)}"


def _own_runs() -> None:
    found = own_runs.own_runs()
    st.header("Your runs", anchor=False)
    if not found:
        where = "this server" if house.shared() else f"this computer, in {house.runs_folder()}"
        st.caption(f"None yet. Each is kept on {where}, as a log that you can take along.")
        return
    titles = own_runs.titles(found)
    for run in list(found.values())[:LISTED]:
        _own_run(run, titles[run.name])
    if len(found) > LISTED:
        more = len(found) - LISTED
        st.caption(
            f"{grouped(more)} older {noun_for(more, 'one stands', 'ones stand')} in Results."
        )


def _came_to(run: OwnRun) -> str:
    """How far a run came that has ended. Of one under way only the progress tells, which is drawn
    anew while it goes on.
    """
    done, total = _done(run), run.plan.requests
    return f"{grouped(done)} of {grouped(total)}, {'whole' if done == total else 'stopped'}"


def _own_run(run: OwnRun, title: str) -> None:
    runner = runners().of(run.log)
    live = bool(runner and runner.live)
    with st.container(key=f"bench_own_{run.name}", horizontal=True, vertical_alignment="center"):
        show_html(
            Markup('<p class="bench-own"><b>{}</b><span>{}</span></p>').format(
                title, "running" if live else _came_to(run)
            )
        )
        st.button(
            "Open",
            key=f"bench_open_{run.name}",
            on_click=plan_form.fill,
            args=(run.plan,),
            disabled=run.plan.id not in plan_form.plans(),
        )
        st.button(
            "Remove", key=f"bench_drop_{run.name}", type="tertiary", disabled=live,
            on_click=own_runs.remove, args=(run,),
        )  # fmt: skip
