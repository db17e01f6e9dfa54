"""A model's profile: everything the catalogue knows of it, what it costs, and what to check."""

from collections.abc import Iterator, Mapping
from pathlib import Path

import streamlit as st
from markupsafe import Markup

from sizewise.ground.written import dollars, grouped
from sizewise.sizing.catalogue.catalog import ModelProfile
from sizewise.sizing.catalogue.hardware import Hardware
from sizewise.sizing.catalogue.lifecycle import Status
from sizewise.sizing.catalogue.price import PriceUnknown
from sizewise.sizing.cost.cost import CostEstimate
from sizewise.sizing.cost.typical_call import ANSWER, INPUT, THINKING, neighbours, typical_cost
from sizewise.sizing.tokens.image import image_tokens
from sizewise.sizing.tokens.tokenizer import tokenizer_of
from sizewise.ui import house
from sizewise.ui.catalogue import shelf
from sizewise.ui.catalogue.claims import claims_html
from sizewise.ui.catalogue.life import life_html
from sizewise.ui.catalogue.machine import FORMULA, machine_lines
from sizewise.ui.catalogue.python_call import KEY, gateway_words, program, why_none
from sizewise.ui.catalogue.rows import table_html
from sizewise.ui.catalogue.training import training_html
from sizewise.ui.catalogue.words import (
    CALL,
    CALL_NOTE,
    THINKS,
    kind_words,
    list_html,
    media_words,
    price_on,
    yes_no,
)
from sizewise.ui.go import button_to
from sizewise.ui.kit import table as kit
from sizewise.ui.kit.card import groups_html
from sizewise.ui.kit.html import filled, show_html
from sizewise.ui.kit.image_rule import rule_words
from sizewise.ui.kit.lists import items_html, pairs_html
from sizewise.ui.kit.markdown import escape_dollars
from sizewise.ui.kit.provenance import SURE, checked_html, prices_html, source_html, standing_html
from sizewise.ui.kit.receipt import bill_html, line_html, receipt_html, rule_html
from sizewise.ui.links import go_html

HERE = Path(__file__).parent

THOUSAND = 1000
FAILS: Mapping[Status, str | None] = {
    "announced": None,
    "active": None,
    "retiring": None,
    "retired": "It is shut down: this program fails now. Put its successor’s name in.",
    "redirected": "Another model answers this program. Put that model’s name in.",
}
SIDE = 1024
"""The side of the square picture whose tokens are shown, in pixels."""


def draw(profile: ModelProfile) -> None:
    """Draw the profile of a model."""
    show_html(_head_html(profile))
    left, right = st.columns([7, 5], gap="large")
    with left:
        show_html(_uses_html(profile))
        _buttons(profile)
    with right:
        _receipt(profile)
    show_html(_facts_html(profile) + _measured_html(profile))
    _call(profile)
    show_html(_doubts_html(profile))


def _head_html(profile: ModelProfile) -> Markup:
    day, everything = house.today(), go_html("All models", "models", **shelf.draft().address())
    return Markup(
        '<div class="pf-head"><p class="crumb">{}</p><h1>{}</h1><p class="sub">{} {}'
        '</p><p class="lede wide-lede">{}</p>{}</div>'
    ).format(
        everything,
        profile.name,
        kind_words(profile),
        standing_html(profile, day),
        profile.file.summary,
        _fresh_html(profile),
    )


def _fresh_html(profile: ModelProfile) -> Markup:
    """One stamp for all: the day of the fact that was checked longest ago."""
    file = profile.file
    facts = (
        (file.prices_checked_on, "price"),
        (file.lifecycle.checked_on, "status"),
        (file.limits.checked_on, "limits"),
    )
    oldest, what = min(facts, key=lambda fact: fact[0])
    words = "facts checked" if oldest == max(facts)[0] else f"{what} last checked"
    stamp = checked_html(what, oldest, house.today(), words)  # type: ignore[arg-type]
    return Markup('<p class="meta">{}</p>').format(stamp)


def _uses_html(profile: ModelProfile) -> Markup:
    file = profile.file
    best = list_html(list(file.best_for), "ticks") if file.best_for else Markup()
    other = list_html(list(file.consider_else), "turns-away") if file.consider_else else Markup()
    return (
        Markup('<div class="use"><h2>Best for</h2>{}</div>').format(best) if best else Markup()
    ) + (
        Markup('<div class="use"><h2>Consider something else for</h2>{}</div>').format(other)
        if other
        else Markup()
    )


def _buttons(profile: ModelProfile) -> None:
    with st.container(key="pf_go", horizontal=True, gap="small"):
        button_to(
            "Price a prompt on it",
            "lab",
            key="pf_lab",
            icon="calculate",
            primary=True,
            view="price",
            model=profile.id,
        )
        rivals = (profile, *_rivals(profile))[:4]
        button_to(
            "Compare it",
            "compare",
            key="pf_compare",
            icon="compare_arrows",
            models=",".join(each.id for each in rivals),
        )


def _rivals(profile: ModelProfile) -> tuple[ModelProfile, ...]:
    """Its successor, then the nearest of other makers."""
    catalogue, day = house.library().catalogue, house.today()
    heir = catalogue.profiles.get(profile.file.lifecycle.replacement or "")
    near = neighbours(profile, catalogue, day)
    by_id = {each.id: each for each in (heir, *near) if each}
    return tuple(by_id.values())


def _receipt(profile: ModelProfile) -> None:
    day = house.today()
    try:
        bill = typical_cost(profile, day)
    except PriceUnknown as unknown:
        st.info(f"{unknown}, so there is no bill for it.", icon=":material/receipt_long:")
        return
    show_html(_receipt_html(profile, bill))


def _receipt_html(profile: ModelProfile, bill: CostEstimate) -> Markup:
    body = (
        bill_html(bill)
        + rule_html()
        + line_html("One call", dollars(bill.total), "tot")
        + line_html("A thousand calls", dollars(bill.total * THOUSAND), "s")
    )
    thinks = (
        Markup(
            '<p class="rc-note">'
            "It thinks first. {} hidden tokens are an example; hard tasks take many more."
            "</p>"
        ).format(grouped(THINKING))
        if profile.file.thinks_unasked
        else Markup()
    )
    foot = thinks + prices_html([bill.price], house.today())
    return receipt_html(
        "A typical call", f"{grouped(INPUT)} tokens in, an answer of {grouped(ANSWER)}", body, foot
    )


def _facts_html(profile: ModelProfile) -> Markup:
    day, catalogue = house.today(), house.library().catalogue
    return filled(
        HERE / "facts.html",
        groups=groups_html(profile, day, level=3),
        rate_limits=_rate_limits_html(profile),
        training=training_html(profile),
        life=life_html(profile, catalogue, day),
        abilities=pairs_html(list(_abilities(profile))),
        nearest=_nearest_html(profile),
    )


def _abilities(profile: ModelProfile) -> Iterator[tuple[str, str | Markup]]:
    file = profile.file
    yield "Reads", media_words(file.inputs)
    yield "Writes", media_words(file.outputs)
    billed = "; the thinking is billed as output" if file.can_think else ""
    yield "Thinks before it answers", f"{THINKS[file.thinking]}{billed}"
    yield "Weights you can download", yes_no(file.open_weights)
    if file.hardware:
        yield from _machine_rows(file.hardware)
    tokenizer = tokenizer_of(profile)
    css, word = SURE[tokenizer.status]
    pill = Markup('<span class="pill {}">{}</span>').format(css, word)
    yield (
        "Tokenizer",
        Markup("{} {}<small>{}</small>").format(tokenizer.encoding, pill, tokenizer.why),
    )
    if "image" in file.inputs:
        yield f"A picture of {SIDE} × {SIDE} pixels", _picture_html(profile)


def _machine_rows(hardware: Hardware) -> Iterator[tuple[str, str | Markup]]:
    *sizes, (name, machine) = machine_lines(hardware)
    yield from sizes
    source = source_html(hardware.source)
    yield name, Markup("{}<small>{} {}</small>").format(machine, FORMULA, source)


def _picture_html(profile: ModelProfile) -> str | Markup:
    rule = profile.file.image_tokens
    if rule is None:
        return "not published"
    about, how = "" if rule.exact else "about ", rule_words(rule)
    tokens = image_tokens(SIDE, SIDE, "high", rule)
    price = price_on(profile, house.today())
    cost = f", {dollars((tokens * price.input).scaleb(-6))}" if price else ""
    return Markup("{}{} tokens{}<small>{}</small>").format(
        about, grouped(tokens), cost, how[0].upper() + how[1:]
    )


def _rate_limits_html(profile: ModelProfile) -> Markup:
    limits = profile.file.rate_limits
    if not limits:
        return Markup()
    heads = (
        "Tier",
        "Calls a minute",
        "Tokens a minute",
        "Calls a day",
        "Tokens a day",
        "Tokens in batches",
    )
    rows = (
        (
            limit.tier,
            grouped(limit.requests_per_minute),
            grouped(limit.tokens_per_minute),
            _or_dash(limit.requests_per_day),
            _or_dash(limit.tokens_per_day),
            _or_dash(limit.batch_queue_tokens),
        )
        for limit in limits
    )
    sources = Markup("; ").join(dict.fromkeys(source_html(limit.source) for limit in limits))
    table = kit.table_html("How much you may send", heads, rows, "limits")
    return Markup('<h3>How much you may send</h3>{}<p class="fine">{}</p>').format(table, sources)


def _or_dash(number: int | None) -> str:
    return f"{grouped(number)}" if number is not None else "–"


def _nearest_html(profile: ModelProfile) -> Markup:
    rivals = _rivals(profile)
    if not rivals:
        return Markup()
    caption = (
        f"Its successor, where one is named, and the nearest {profile.file.size} models of other "
        f"makers. Typical call: {CALL}; {CALL_NOTE}."
    )
    table = table_html((profile, *rivals), house.today(), caption, profile)
    return Markup("<h2>Nearest models</h2>{}").format(table)


def _measured_html(profile: ModelProfile) -> Markup:
    """The recorded runs that asked it; where there is none, that nothing was measured here."""
    asked = {profile.id, profile.file.api_name, profile.file.gateway_name}
    runs = [name for name, run in house.recorded_runs().items() if asked & run.answered_by]
    if runs:
        told = items_html(
            go_html(f"The recorded run {name}", "benchmark", view="results", run=name)
            for name in runs
        )
        said = Markup('<ul class="sources">{}</ul>').format(told)
    else:
        run_it = go_html("Benchmark lab", "benchmark", view="run")
        said = Markup(
            "<p>Nothing was measured here: no recorded run asked this model. Measure it yourself, "
            "with a key of your own, in the {}.</p>"
        ).format(run_it)
    return Markup('<div class="pf"><h2>Measured here</h2>{}</div>').format(said)


def _call(profile: ModelProfile) -> None:
    st.header("Call it in Python", anchor=False)
    code = program(profile)
    if code is None:
        st.markdown(escape_dollars(f"{why_none(profile)}\n\n{gateway_words(profile)}"))
        return
    warning = FAILS[profile.file.lifecycle.status_on(house.today())]
    if warning:
        st.markdown(warning)
    with st.container(key="pf_code"):
        st.code(code, language="python", wrap_lines=True)
    where = "`OPENAI_API_KEY`" if KEY not in code else f"`{KEY}`, or any name you like,"
    st.markdown(
        "Needs the package `openai`. Never type a key into a program: put it in the environment "
        f"variable {where} and it stays out of what you share.\n\n{gateway_words(profile)}"
    )


def _doubts_html(profile: ModelProfile) -> Markup:
    file = profile.file
    questions = list_html(list(file.open_questions), "doubts") if file.open_questions else Markup()
    sources = items_html(source_html(each) for each in file.sources)
    return (
        Markup('<div class="pf"><h2>Check before you rely on it</h2>{}').format(
            claims_html(profile, house.today())
        )
        + (Markup("<h2>Where sources disagree</h2>{}").format(questions) if questions else Markup())
        + Markup(
            '<details class="more"><summary>Sources ({})</summary><ul class="sources">{}'
            "</ul></details></div>"
        ).format(len(file.sources), sources)
    )
