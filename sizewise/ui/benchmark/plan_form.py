"""The form of a plan: one of content/plans, and what a learner changes of it."""

from collections.abc import Mapping
from typing import NamedTuple

import streamlit as st

from sizewise.benchmark.plan import BenchmarkPlan, Contender
from sizewise.gateway.contenders import key_name
from sizewise.gateway.local import local_model
from sizewise.gateway.machine.sandbox import why_no_sandbox
from sizewise.gateway.machine.weights import MODEL as LOCAL
from sizewise.gateway.recorded import prompts
from sizewise.gateway.shortage import shortage
from sizewise.ground.written import apart
from sizewise.library.kinds import PLAN, TASK
from sizewise.library.recorded_runs import trials_of
from sizewise.ui import house, session
from sizewise.ui.frame.address import Parameter, one_of, some_of, whole
from sizewise.ui.frame.draft import Draft
from sizewise.ui.kit.provenance import option_words

MOST_SAMPLES, MOST_WARM_UPS, MOST_SEED = 1_000, 100, 1_000_000
LEVELS = ("1", "2", "4", "8", "16")
CACHES = {
    "bust": "Useless: each prompt begins with something new",
    "shared": "Used, where there is one",
    "off": "Switched off (the model on this machine only)",
}
OWN_ENDPOINT = "own-endpoint"
RULES = Contender(name="keyword-rules", source="rules", model="support-rules")
RECORDED = Contender(name="recorded", source="recorded", model=LOCAL)
"""The small model as it answered when the runs that come along were recorded."""
LABELS = {
    "samples": "Attempts of each that count",
    "warm_ups": "Warm-ups before those",
    "concurrency": "How many requests at once",
}
"""A plan's fields as the form calls them."""
URL, MODEL, KEY = "bench_url", "bench_model_name", "bench_key"
UNPRICED = "none"
NO_PICTURES = (
    "Telling what a picture shows needs a model that sees: no task here, and never made up."
)


class AskedPlan(NamedTuple):
    """A plan as it was put together, with the keys that its endpoints need."""

    plan: BenchmarkPlan
    keys: Mapping[str, str]


def plans() -> Mapping[str, BenchmarkPlan]:
    """The plans of content/plans, by their names."""
    return house.library().all(PLAN)


def plan_draft() -> Draft:
    """Which of them is begun with."""
    known = one_of(plans(), "there is no such plan.")
    return Draft(
        "benchmark_plan", {"plan": Parameter("the plan", known, next(iter(plans())))}, "bench"
    )


def draft(base: BenchmarkPlan) -> Draft:
    """What is changed of a plan; each starts as the plan has it."""
    tasks, models = tuple(house.library().all(TASK)), tuple(house.library().catalogue.profiles)
    who = some_of(tuple(contenders(base)), "nobody of that name answers.", 4, "four at most.")
    asked = some_of(tasks, "there is no such task.", len(tasks), "that is too many.")
    busy = some_of(LEVELS, "write levels such as 1,2,4.", len(LEVELS), "that is too many.")
    levels = tuple(str(level) for level in base.concurrency if str(level) in LEVELS)
    names = tuple(one.name for one in base.models)
    samples, warm = min(base.samples, MOST_SAMPLES), min(base.warm_ups, MOST_WARM_UPS)
    return Draft(
        f"benchmark_plan_{base.id}",
        {
            "who": Parameter("an answer by", who, names),
            "tasks": Parameter("the tasks", asked, base.tasks),
            "n": Parameter("attempts of", whole(1, MOST_SAMPLES), samples),
            "warm": Parameter("warm-ups of", whole(0, MOST_WARM_UPS), warm),
            "at_once": Parameter("requests at once of", busy, levels or ("1",)),
            "cache": Parameter("a cache", one_of(CACHES, "there is no such policy."), base.cache),
            "seed": Parameter("a seed of", whole(0, MOST_SEED), base.seed),
            "price": Parameter("the price of", one_of((UNPRICED, *models), "no price of that."),
                               UNPRICED),
        },
        f"bench_{base.id}",
    )  # fmt: skip


def contenders(base: BenchmarkPlan) -> dict[str, Contender]:
    """Who can take part: those of the plan, rules, and an endpoint that the learner names."""
    own = Contender(
        name=OWN_ENDPOINT,
        source="endpoint",
        model=(session.get(MODEL) or "").strip() or "unnamed",
        address=(session.get(URL) or "").strip(),
    )
    return {one.name: one for one in (*base.models, RECORDED, RULES, own)}


def ask() -> AskedPlan:
    """Ask for a plan."""
    begun = plan_draft()
    base = plans()[begun.begin()["plan"]]
    st.selectbox(
        "Plan",
        tuple(plans()),
        format_func=lambda name: plans()[name].title,
        **begun.widget("plan", _another_plan),
    )
    asked = draft(base)
    asked.begin()
    begun.draw_notices()
    asked.draw_notices()
    keys = _ask_whom(base, asked)
    _ask_what(asked)
    _ask_conditions(asked)
    return AskedPlan(put_together(base, asked), keys)


def _another_plan() -> None:
    """Another plan begins with an address of its own."""
    begun = plan_draft()
    plan = begun.held("plan")
    begun.keep(plan=plan)
    session.turn_to(view="run", plan=plan)


def _ask_whom(base: BenchmarkPlan, asked: Draft) -> dict[str, str]:
    known = contenders(base)
    told = dict(zip(known, apart([words(one) for one in known.values()]), strict=True))
    st.multiselect(
        "Who answers",
        tuple(known),
        format_func=told.__getitem__,
        placeholder="Choose who answers",
        **asked.widget("who"),
    )
    chosen = [known[name] for name in asked.value("who")]
    if any(one.source == "local" for one in chosen) and (why := local_model().why_not):
        st.info(f"{why} Until then its recorded replies, keyword rules or an endpoint can answer.")
    return {key_name(one): _ask_key(one) for one in chosen if one.source == "endpoint"}


def words(one: Contender) -> str:
    """How the page calls a contender."""
    here = "server" if house.shared() else "computer"
    return {
        "local": f"{one.name} on this {here}",
        "endpoint": "An endpoint of your own" if one.name == OWN_ENDPOINT else one.name,
        "rules": "Keyword rules",
        "recorded": f"{one.model}, recorded",
    }[one.source]


def _ask_key(one: Contender) -> str:
    """An endpoint's address and its key, which lives as long as the tab."""
    if one.name == OWN_ENDPOINT:
        st.text_input("Base URL", placeholder="https://api.openai.com/v1", key=URL)
        st.text_input("Model, as the provider calls it", placeholder="gpt-4o-mini", key=MODEL)
    key = st.text_input(
        f"API key for {words(one)[0].lower()}{words(one)[1:]}",
        type="password",
        autocomplete="off",
        key=f"{KEY}_{one.name}",
    )
    st.caption(
        "All prompts of the tasks go to that address, and each call may cost money. The key stays "
        "in the memory of this tab: it is never stored, and stands in no log."
    )
    return str(key or "")


def _ask_what(asked: Draft) -> None:
    tasks = house.library().all(TASK)
    st.multiselect(
        "Tasks",
        tuple(tasks),
        format_func=lambda name: tasks[name].title,
        placeholder="Choose tasks",
        **asked.widget("tasks"),
    )
    st.caption(NO_PICTURES)
    runs_code = any(tasks[name].grading.kind == "tests" for name in asked.value("tasks"))
    if runs_code and (why_not := why_no_sandbox(house.shared())):
        st.info(f"{why_not} Such replies are asked for, and get no grade.")
    many, warm = st.columns(2)
    with many:
        st.number_input(LABELS["samples"], 1, MOST_SAMPLES, **asked.widget("n"))
    with warm:
        st.number_input(LABELS["warm_ups"], 0, MOST_WARM_UPS, **asked.widget("warm"))


def _ask_conditions(asked: Draft) -> None:
    catalogue, day = house.library().catalogue, house.today()
    with st.expander("Conditions: how many at once, cache, price, seed", icon=":material/tune:"):
        st.multiselect(
            f"{LABELS['concurrency']}; several run one after the other",
            LEVELS,
            placeholder="Choose at least one",
            **asked.widget("at_once"),
        )
        st.selectbox(
            "A cache of prompts",
            tuple(CACHES),
            format_func=CACHES.__getitem__,
            **asked.widget("cache"),
        )
        st.selectbox(
            "Price each reply as if on",
            (UNPRICED, *catalogue.profiles),
            format_func=lambda name: (
                "No price" if name == UNPRICED else option_words(catalogue.model(name), day)
            ),
            **asked.widget("price"),
        )
        st.number_input(
            "Seed: the order, and the model's dice", 0, MOST_SEED, **asked.widget("seed")
        )


def put_together(base: BenchmarkPlan, asked: Draft) -> BenchmarkPlan:
    """The plan with what was changed. It may lack models or tasks: see `shortcoming`."""
    values, known = asked.values(), contenders(base)
    price = None if values["price"] == UNPRICED else values["price"]
    return base.model_copy(
        update={
            "models": tuple(_priced(known[name], price) for name in values["who"]),
            "tasks": tuple(values["tasks"]),
            "samples": values["n"],
            "warm_ups": values["warm"],
            "concurrency": tuple(sorted(map(int, values["at_once"]))),
            "cache": values["cache"],
            "seed": values["seed"],
        }
    )


def _priced(one: Contender, price: str | None) -> Contender:
    """Rules have no tokens to price; a price that the plan names stays."""
    if one.source == "rules" or price is None or one.priced_as:
        return one
    return one.model_copy(update={"priced_as": price})


def shortcoming(plan: BenchmarkPlan) -> str:
    """What keeps a plan that was put together from running, with the way out; else nothing."""
    empty = {
        "who answers": plan.models,
        "a task": plan.tasks,
        "how many at once, under Conditions": plan.concurrency,
    }
    for what, chosen in empty.items():
        if not chosen:
            return f"Choose {what}."
    if any(one.name == OWN_ENDPOINT and one.model == "unnamed" for one in plan.models):
        return "Name the model of your endpoint, as its provider calls it."
    return ""


def too_much(plan: BenchmarkPlan) -> str:
    """What the plan asks of a recorded contender and was not recorded, with the way out."""
    tasks, trials = house.library().all(TASK), trials_of(house.recorded_runs())
    quoted = {name: f"“{label}”" for name, label in LABELS.items()}
    called = quoted | {name: f"“{task.title}”" for name, task in tasks.items()}
    for one in plan.models:
        if one.source != "recorded":
            continue
        if way := shortage(prompts(trials, one.model), plan, tasks).said(called):
            return f"{words(one)}: {way}"
    return ""


def fill(plan: BenchmarkPlan) -> None:
    """Put a plan that ran before into the form, so that Start goes on with it."""
    base = plans()[plan.id]
    for one in plan.models:
        if one.name == OWN_ENDPOINT:
            session.put(URL, one.address)
            session.put(MODEL, one.model)
    priced = [one.priced_as for one in plan.models if one.priced_as]
    plan_draft().give(plan=plan.id)
    draft(base).give(
        who=tuple(one.name for one in plan.models),
        tasks=plan.tasks,
        n=plan.samples,
        warm=plan.warm_ups,
        at_once=tuple(map(str, plan.concurrency)),
        cache=plan.cache,
        seed=plan.seed,
        price=priced[0] if priced else UNPRICED,
    )
