"""Compute a mission's answer from the catalogue, with the arithmetic and the known slips."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from math import ceil, floor
from typing import Any

from sizewise.ground.written import day_words, dollars, exactly, grouped, rate
from sizewise.sizing.catalogue.catalog import Catalogue, ModelProfile, ModelUnknown, RateLimit
from sizewise.sizing.catalogue.price import Price, PriceUnknown
from sizewise.sizing.cost.chat import Chat, history_overtakes, turn_costs, turns
from sizewise.sizing.cost.cost import BatchUnavailable, estimate
from sizewise.sizing.missions import mission as of
from sizewise.sizing.missions.candidates import Unsolvable, choice, priced
from sizewise.sizing.missions.computed import Candidate, Computed, Slip
from sizewise.sizing.missions.solve_report import impossible_rows
from sizewise.sizing.missions.solve_run import beats_the_rules, median_wait
from sizewise.sizing.plan.break_even import Offer, break_even
from sizewise.sizing.plan.plan import Plan, calls_within
from sizewise.sizing.plan.rate_limits import Busy, RateLimits, check_rates
from sizewise.sizing.plan.savings import as_batch, many_in_one, prefix_cache
from sizewise.sizing.tokens.image import image_tokens
from sizewise.sizing.tokens.usage import Usage, UsageError


def solve(mission: of.Mission, catalogue: Catalogue, day: date) -> Computed:
    """The answer at a day's prices. Raises Unsolvable when there is none worth asking for."""
    try:
        return _SOLVERS[mission.check.kind](mission.check, catalogue.on(day), day)
    except (ModelUnknown, PriceUnknown, BatchUnavailable, UsageError) as error:
        raise Unsolvable(str(error).strip("'\"")) from error


def solvable(
    missions: Mapping[str, of.Mission], catalogue: Catalogue, day: date
) -> dict[str, of.Mission]:
    """Those that have an answer at a day's prices: one whose last day has come steps back."""
    return {name: each for name, each in missions.items() if _has_answer(each, catalogue, day)}


def _has_answer(mission: of.Mission, catalogue: Catalogue, day: date) -> bool:
    try:
        solve(mission, catalogue, day)
    except Unsolvable:
        return False
    return True


def _within_budget(check: of.WithinBudget, catalogue: Catalogue, day: date) -> Computed:
    def candidate(name: str) -> Candidate:
        profile, price = priced(catalogue, name, day)
        cost = estimate(Usage.of(check.call), price, calls=check.calls).total
        right = cost <= check.at_most
        side = "within" if right else "above"
        return Candidate(
            name, profile.name, right, f"{dollars(cost)} for the job, {side} the budget."
        )

    sums = (
        f"{grouped(check.calls)} calls × {grouped(check.call.input)} tokens in = "
        f"{grouped(check.calls * check.call.input)} tokens in",
        f"{grouped(check.calls)} calls × {grouped(check.call.output)} tokens out = "
        f"{grouped(check.calls * check.call.output)} tokens out",
    )
    costs = [
        estimate(Usage.of(check.call), priced(catalogue, name, day)[1], calls=check.calls).total
        for name in check.models
    ]
    margin = min(abs(cost - check.at_most) for cost in costs) / check.at_most
    found = choice("several", [candidate(name) for name in check.models], sums)
    return replace(found, margin=margin)


def _still_there(check: of.StillThere, catalogue: Catalogue, day: date) -> Computed:
    if check.until <= day:
        raise Unsolvable(f"{day_words(check.until)} has come: choose a later one")

    def candidate(name: str) -> Candidate:
        profile = catalogue.model(name)
        end = profile.file.lifecycle.shutdown
        last = "no end is announced" if end is None else f"it ends on {day_words(end)}"
        right = profile.file.lifecycle.answers_on(check.until)
        return Candidate(name, profile.name, right, f"{last}.")

    sums = (
        f"A model that ends on {day_words(check.until)} or before does not answer on that day.",
    )
    return choice("several", [candidate(name) for name in check.models], sums)


def _picture_times(check: of.PictureTimes, catalogue: Catalogue, day: date) -> Computed:
    first, second = (priced(catalogue, name, day) for name in (check.model, check.versus))
    tokens = [_picture_tokens(each, check) for each, _ in (first, second)]
    costs = [
        (count * price.input).scaleb(-6)
        for count, (_, price) in zip(tokens, (first, second), strict=True)
    ]
    if not costs[1]:
        raise Unsolvable(f"a picture costs nothing on {second[0].name}")
    sums = tuple(
        f"{profile.name}: {grouped(count)} tokens × {rate(price.input)} / 1,000,000 = "
        f"{dollars(cost)}"
        for (profile, price), count, cost in zip((first, second), tokens, costs, strict=True)
    )
    slips = (
        Slip(Decimal(tokens[0]) / tokens[1], "That compares the tokens. Their rates differ too."),
        Slip(first[1].input / second[1].input, "That compares the rates. The tokens differ too."),
        Slip(costs[1] / costs[0], "That is the other way round."),
    )
    return _number(costs[0] / costs[1], "times", sums, slips, tolerance=Decimal("0.03"))


def _picture_tokens(profile: ModelProfile, check: of.PictureTimes) -> int:
    rule = profile.file.image_tokens
    if rule is None:
        raise Unsolvable(f"no source gives the image tokens of {profile.id}")
    return image_tokens(check.width, check.height, "high", rule)


def _thinking_room(check: of.ThinkingRoom, catalogue: Catalogue, day: date) -> Computed:
    (thinker, price), (other, other_price) = (
        priced(catalogue, name, day) for name in (check.model, check.versus)
    )
    call = check.call
    first = Offer(thinker.name, price, call.input, call.output)
    second = Offer(other.name, other_price, call.input, call.output)
    found = break_even(first, second, "reasoning", "first")
    if found.at is None or found.cheaper[0] != thinker.name:
        raise Unsolvable(f"{thinker.name} is not the cheaper one before it thinks")
    usage = Usage.of(call)
    mine, theirs = (estimate(usage, each).total for each in (price, other_price))
    sums = (
        f"{thinker.name} without thinking: {rate(mine)} a call",
        f"{other.name}: {rate(theirs)} a call",
        f"Room: {rate(theirs - mine)}, and a thinking token costs {rate(price.output)} / 1,000,000",
    )
    room = (theirs - mine) * 10**6
    slips = (Slip(room / price.input, "Hidden thinking is billed as output, not as input."),)
    return _number(Decimal(floor(found.at)), "tokens", sums, slips)


def _history_turn(check: of.HistoryTurn, catalogue: Catalogue, day: date) -> Computed:
    profile, price = priced(catalogue, check.model, day)
    chat = Chat(check.opening, check.question, check.answer)
    turn = history_overtakes(chat, price)
    if turn is None:
        raise Unsolvable("the history never costs more than an answer")
    before = turns(chat, turn)[-1].usage.input - check.opening - check.question
    spent = turn_costs(turns(chat, turn), price)[-1]
    sums = (
        f"Turn {turn} sends {grouped(before)} tokens of history × {rate(price.input)} "
        "/ 1,000,000 = "
        f"{dollars((before * price.input).scaleb(-6))}",
        f"and writes {grouped(check.answer)} tokens × {rate(price.output)} / 1,000,000 = "
        f"{dollars((check.answer * price.output).scaleb(-6))}",
        f"All of turn {turn} costs {dollars(spent)} on {profile.name}.",
    )
    slips = (
        Slip(Decimal(turn - 1), "At that turn the two cost the same, or the answer still more."),
        Slip(Decimal(turn + 1), "It happens one turn earlier."),
    )
    earlier = before - check.question - check.answer
    sizes = [each * price.input / (check.answer * price.output) for each in (before, earlier)]
    found = _number(Decimal(turn), "turn", sums, slips, tolerance=Decimal(0))
    return replace(found, margin=min(abs(size - 1) for size in sizes))


def _pays_after(check: of.PaysAfter, catalogue: Catalogue, day: date) -> Computed:
    (large, dear), (small, cheap) = (
        priced(catalogue, name, day) for name in (check.model, check.taught)
    )
    each_large = estimate(Usage.of(check.call), dear).total
    each_small = estimate(Usage(check.taught_input, output=check.call.output), cheap).total
    gain, once = each_large - each_small, check.examples * each_large + check.quote
    if gain <= 0:
        raise Unsolvable(f"a call of {small.name} costs no less than one of {large.name}")
    sums = (
        f"Once: {grouped(check.examples)} examples × {rate(each_large)} + "
        f"{dollars(check.quote)} = "
        f"{dollars(once)}",
        f"Saved by each call: {rate(each_large)} on {large.name} − {rate(each_small)} on "
        f"{small.name} = {rate(gain)}",
    )
    slips = (
        Slip(check.quote / gain, "The examples cost something too: the large model writes them."),
        Slip(once / each_large, "The taught model’s own calls are not free: count what is saved."),
    )
    return _number(Decimal(ceil(once / gain)), "calls", sums, slips)


def _best_saving(check: of.BestSaving, catalogue: Catalogue, day: date) -> Computed:
    _, price = priced(catalogue, check.model, day)
    usage = Usage(check.prefix + check.rest, output=check.answer)
    ways = {
        "cache": ("Cache the repeated start", _cached(check, price)),
        "batch": ("Send all as a batch", as_batch(check.calls, usage, price)),
        "pack": (f"{grouped(check.per_request)} items in one request", _packed(check, price)),
    }
    most = max(saving.saved for _, saving in ways.values())
    candidates = [
        Candidate(
            name,
            label,
            saving.saved == most,
            f"{dollars(saving.before)} becomes {dollars(saving.after)}.",
        )
        for name, (label, saving) in ways.items()
    ]
    *_, second, _ = sorted(saving.saved for _, saving in ways.values())
    found = choice("one", candidates, ())
    return replace(found, margin=(most - second) / most)


def _cached(check: of.BestSaving, price: Price) -> Any:
    return prefix_cache(check.calls, check.prefix, check.rest, check.answer, price)


def _packed(check: of.BestSaving, price: Price) -> Any:
    return many_in_one(
        check.calls, check.per_request, check.prefix, check.rest, check.answer, price
    )


def _calls_within(check: of.CallsWithin, catalogue: Catalogue, day: date) -> Computed:
    _, price = priced(catalogue, check.model, day)
    usage = Usage.of(check.call)
    each = estimate(usage, price).total
    calls = calls_within(check.budget, each)
    if calls is None:
        raise Unsolvable("a call costs nothing, so that any number fits")
    sums = (
        f"One call: {grouped(usage.input)} × {rate(price.input)} / 1,000,000 + "
        f"{grouped(usage.output)} × "
        f"{rate(price.output)} / 1,000,000 = {rate(each)}",
        f"{dollars(check.budget)} / {rate(each)} = {grouped(calls)} calls",
    )
    swapped = (usage.input * price.output + usage.output * price.input).scaleb(-6)
    one_rate = ((usage.input + usage.output) * price.input).scaleb(-6)
    slips = (
        Slip(check.budget / swapped, "You swapped the two rates."),
        Slip(check.budget / one_rate, "Tokens out cost more than tokens in: use both rates."),
    )
    return _number(Decimal(calls), "calls", sums, slips)


def _calls_a_day(check: of.CallsADay, catalogue: Catalogue, _: date) -> Computed:
    profile = catalogue.model(check.model)
    known = next((each for each in profile.file.rate_limits if each.tier == check.tier), None)
    if known is None:
        raise Unsolvable(f"the catalogue knows no limits of {check.tier} for {check.model}")
    usage = Usage.of(check.call)
    plan = Plan(usage.input, usage.output, Decimal(1))
    limits = RateLimits(known.requests_per_minute, known.tokens_per_minute)
    met = check_rates(plan, limits, Busy(check.hours, check.peak)).most_calls_per_day
    if met is None:
        raise Unsolvable("no limit is met")
    of_a_day = _of_a_day(known, usage)
    most = min([met, *of_a_day])
    sums = (
        f"{grouped(known.tokens_per_minute)} tokens a minute / "
        f"{grouped(usage.input + usage.output)} tokens a "
        f"call, and {grouped(known.requests_per_minute)} requests a minute: the smaller one counts",
        f"× {exactly(check.hours * 60)} minutes / {exactly(check.peak)} for the peak = "
        f"{grouped(met)} calls a day",
        f"A day lets through {grouped(min(of_a_day))} at most." if of_a_day else "",
    )
    slips = (
        Slip(met * check.peak, "The busiest minute has more than the average: mind the peak."),
        Slip(Decimal(met), "The tier also has a limit for a whole day."),
    )
    return _number(Decimal(most), "calls a day", tuple(filter(None, sums)), slips)


def _of_a_day(limit: RateLimit, usage: Usage) -> list[int]:
    """Calls that each limit of a whole day lets through."""
    calls = limit.requests_per_day
    tokens = limit.tokens_per_day
    each = max(1, usage.input + usage.output)
    return [*([calls] if calls else []), *([tokens // each] if tokens else [])]


def _number(
    value: Decimal,
    unit: str,
    sums: tuple[str, ...],
    slips: tuple[Slip, ...],
    tolerance: Decimal = Decimal("0.01"),
) -> Computed:
    """A number to find; a slip that leads to the right number is none."""
    known = tuple(each for each in slips if abs(each.value - value) > abs(value) * tolerance)
    return Computed("number", sums, value=value, unit=unit, slips=known, tolerance=tolerance)


_SOLVERS: Mapping[str, Callable[[Any, Catalogue, date], Computed]] = {
    "within-budget": _within_budget,
    "still-there": _still_there,
    "impossible-rows": impossible_rows,
    "picture-times": _picture_times,
    "thinking-room": _thinking_room,
    "history-turn": _history_turn,
    "pays-after": _pays_after,
    "best-saving": _best_saving,
    "calls-within": _calls_within,
    "calls-a-day": _calls_a_day,
    "median-wait": median_wait,
    "beats-the-rules": beats_the_rules,
}
