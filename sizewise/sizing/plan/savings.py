"""The savings ladder: ways to pay less for the same answers, each with its arithmetic.

Each rung tells what the job costs before and after, in US dollars, and the lines that lead there.
None of them says whether the answers stay as good: measure that before you climb.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from math import ceil

from sizewise.ground.written import grouped, number_of, rate
from sizewise.sizing.catalogue.price import Price
from sizewise.sizing.cost.cost import CostEstimate, TokenKind, estimate
from sizewise.sizing.cost.workload import cacheable
from sizewise.sizing.tokens.usage import Usage, UsageError


@dataclass(frozen=True)
class CostStep:
    """One line of arithmetic: when it holds, what is multiplied, and what comes out."""

    when: str
    sum: str
    amount: Decimal


@dataclass(frozen=True)
class Saving:
    """A rung: its lines, and the job's cost without and with it.

    `saved` is negative when the rung makes the job dearer.
    """

    name: str
    steps: tuple[CostStep, ...]
    before: Decimal
    after: Decimal

    @property
    def saved(self) -> Decimal:
        """What the rung saves."""
        return self.before - self.after

    @property
    def share(self) -> Decimal:
        """What part of the cost it saves; 0 when the job costs nothing."""
        return self.saved / self.before if self.before else Decimal(0)


def many_in_one(
    items: int,
    per_request: int,
    instruction: int,
    item: int,
    answer: int,
    price: Price,
    *,
    reasoning: int = 0,
) -> Saving:
    """Many small items in one request: the instruction is sent once for all of them.

    `instruction`, `item`, `answer` and `reasoning` are tokens; every item keeps its own answer and
    its own hidden thinking. Raises UsageError (`items`, `per_request`).
    """
    _at_least("items", items, 0)
    _at_least("per_request", per_request, 1)
    full, rest = divmod(items, per_request)

    def request(of: int) -> Usage:
        written = of * (answer + reasoning)
        return Usage(instruction + of * item, output=written, reasoning=of * reasoning)

    alone = _cost("one item a request", request(1), price, items)
    packed = _cost(f"{grouped(per_request)} items a request", request(per_request), price, full)
    last = _cost(f"a last request of {grouped(rest)}", request(rest), price, 1 if rest else 0)
    return _saving("Many items in one request", alone, packed + last)


def largest_request(
    instruction: int, item: int, answer: int, window: int, longest: int | None = None
) -> int:
    """How many items of so many tokens fit in one request at most; 0 when not even one does.

    All that is sent and written shares the `window`; the answers together are no longer than
    `longest`, the longest reply of the model, none where no source gives it. Raises UsageError
    (`item`) when items take no tokens, for then any number fits.
    """
    _at_least("item", item + answer, 1)
    fits = max(0, window - instruction) // (item + answer)
    return fits if longest is None or not answer else min(fits, longest // answer)


def chunk_and_merge(
    document: int,
    chunk: int,
    instruction: int,
    summary: int,
    small: Price,
    large: Price,
    *,
    overlap: int = 0,
    merge: Price | None = None,
    reasoning: int = 0,
) -> Saving:
    """A long text in parts: a small model reads each part, a large one merges the summaries.

    Against the large model reading all of it at once. All in tokens; the merge writes one summary
    more, at `merge` where another model does it. Every call thinks for `reasoning` tokens. What
    spans two parts may be lost, unless each part begins with the last `overlap` tokens of the one
    before, which are then read twice. Raises UsageError (`document`, `chunk`, `overlap`).
    """
    _at_least("document", document, 0)
    _at_least("overlap", overlap, 0)
    _at_least("chunk", chunk, overlap + 1)
    full, rest = _parts(document, chunk, overlap)

    def call(sent: int) -> Usage:
        return Usage(instruction + sent, output=summary + reasoning, reasoning=reasoning)

    at_once = _cost("the large model reads all", call(document), large, 1)
    read = _cost("the small model reads a part", call(chunk), small, full)
    last = _cost("the small model reads the last part", call(rest), small, 1 if rest else 0)
    whole = call(parts_of(document, chunk, overlap) * summary)
    if merge is None:
        merged = _cost("the large model merges", whole, large, 1)
    else:
        merged = _cost("another model merges", whole, merge, 1)
    return _saving("Chunk and merge", at_once, read + last + merged)


def parts_of(document: int, chunk: int, overlap: int = 0) -> int:
    """How many parts of `chunk` tokens a text makes, each with the `overlap` of the one before."""
    full, rest = _parts(document, chunk, overlap)
    return full + bool(rest)


def _parts(document: int, chunk: int, overlap: int) -> tuple[int, int]:
    """How many whole parts a text makes, and the tokens of a shorter last one, 0 without any."""
    if document < chunk:
        return 0, document
    more, new = divmod(document - chunk, chunk - overlap)
    return 1 + more, overlap + new if new else 0


def prefix_cache(
    calls: int,
    prefix: int,
    rest: int,
    answer: int,
    price: Price,
    hit_rate: Decimal = Decimal(1),
    *,
    reasoning: int = 0,
) -> Saving:
    """The part that every call repeats, put first, so that a cache serves it after the first call.

    `answer` and `reasoning` are the tokens that a call writes, visible ones and hidden thinking.
    The first call writes the cache, at the maker's rate for it where there is one. A cache forgets
    after minutes without a call, so of the later calls only a share `hit_rate` (0 to 1), rounded
    down to whole calls, finds it; the others write it again. Raises UsageError (`calls`,
    `hit_rate`).
    """
    _at_least("calls", calls, 0)
    _share("hit_rate", hit_rate)
    whole, kept = prefix + rest, cacheable(prefix, Decimal(1))
    hits = int(hit_rate * max(calls - 1, 0))
    misses = calls - hits
    forgets = misses > 1
    plain = Usage(whole, output=answer + reasoning, reasoning=reasoning)
    cold = _cost("no cache", plain, price, calls)
    first = _cost(
        "each call that finds nothing in the cache" if forgets else "the first call",
        replace(plain, cache_written=kept),
        price,
        misses,
    )
    warm = _cost(
        "each call that the cache serves" if forgets else "each call after it",
        replace(plain, cached=kept),
        price,
        hits,
    )
    return _saving("Prefix cache", cold, first + warm)


def hit_rate_to_pay(price: Price) -> Fraction | None:
    """The share of calls that a cache must serve so that it costs no more than none.

    With the rates i for input, r to read and w to write a cache: (1 - h) w + h r = i gives
    h = (w - i) / (w - r). 0 where writing costs nothing extra; none where reading is no cheaper.
    """
    write = Fraction(price.input if price.cache_write is None else price.cache_write)
    read = Fraction(price.input if price.cached_input is None else price.cached_input)
    extra = write - Fraction(price.input)
    if extra <= 0:
        return Fraction(0)
    return extra / (write - read) if read < price.input else None


def calls_to_pay(price: Price) -> int | None:
    """After how many calls in a row a cache has cost no more than none: one write, then reads.

    n i = w + (n - 1) r gives n = (w - r) / (i - r), rounded up.
    """
    needed = hit_rate_to_pay(price)
    return None if needed is None else ceil(1 / (1 - needed))


def answer_cache(
    calls: int, repeated: Decimal, usage: Usage, price: Price, lookup: Decimal = Decimal(0)
) -> Saving:
    """Answers kept and given again: a share `repeated` (0 to 1) of the calls needs no model.

    Rounded down to whole calls. Each call is looked up first, for `lookup` US dollars. Raises
    UsageError (`calls`, `repeated`).
    """
    _at_least("calls", calls, 0)
    _share("repeated", repeated)
    before = _cost("every call", usage, price, calls)
    asked = _cost("each call that is new", usage, price, calls - int(repeated * calls))
    words = f"{grouped(calls)} × {rate(lookup)}"
    looked = (CostStep("looking up", words, calls * lookup),) if lookup else ()
    return _saving("Answer cache", before, asked + looked)


def as_batch(calls: int, usage: Usage, price: Price) -> Saving:
    """The same calls as a batch, whose answers come within a day. Raises BatchUnavailable."""
    _at_least("calls", calls, 0)
    at_once = _cost("at once", usage, price, calls)
    batched = _cost("as a batch", usage, price, calls, batch=True)
    return _saving("Batch", at_once, batched)


@dataclass(frozen=True)
class Distillation:
    """A small model taught by a large one's answers, or fine-tuned on our own.

    `examples` calls of the large model, of `usage` each, make the training text; `epochs` times
    over it, without hidden thinking, costs `training_rate` US dollars per million tokens. Then
    calls of `taught_usage`, often with a shorter prompt, go to the taught model at `taught`.
    `own_examples` leaves the large model's work out: the answers are there already.
    """

    examples: int
    epochs: int
    training_rate: Decimal
    usage: Usage
    large: Price
    taught_usage: Usage
    taught: Price
    own_examples: bool = False


@dataclass(frozen=True)
class Payback:
    """A distillation's saving over a number of calls, and after how many calls it has paid.

    `after_calls` is none when a taught call costs no less, so that it never pays.
    """

    saving: Saving
    once: Decimal
    after_calls: int | None


def distil(job: Distillation, calls: int) -> Payback:
    """Teach a small model, then call it that often. Raises UsageError (`calls`, `examples`...)."""
    for field, number in (("calls", calls), ("examples", job.examples), ("epochs", job.epochs)):
        _at_least(field, number, 0)
    before = _cost("the large model answers", job.usage, job.large, calls)
    once = (*_examples(job), _training(job))
    after = _cost("the taught model answers", job.taught_usage, job.taught, calls)
    spent = _sum(once)
    gain = estimate(job.usage, job.large).total - estimate(job.taught_usage, job.taught).total
    paid = ceil(spent / gain) if gain > 0 else None
    return Payback(_saving("Distil or fine-tune", before, once + after), spent, paid)


def _examples(job: Distillation) -> tuple[CostStep, ...]:
    if job.own_examples:
        return ()
    return _cost("the large model writes examples", job.usage, job.large, job.examples)


def _training(job: Distillation) -> CostStep:
    one = job.taught_usage.input + job.taught_usage.answered
    tokens = job.examples * one * job.epochs
    words = (
        f"{number_of(job.examples, 'example')} × {number_of(one, 'token')} × "
        f"{number_of(job.epochs, 'epoch')} × "
        f"{rate(job.training_rate)} / 1,000,000"
    )
    return CostStep("training", words, (tokens * job.training_rate).scaleb(-6))


def _cost(
    when: str, usage: Usage, price: Price, calls: int, *, batch: bool = False
) -> tuple[CostStep, ...]:
    """The lines of that many equal calls; none for no calls."""
    receipt = estimate(usage, price, calls=calls, batch=batch)
    return tuple(_step(when, receipt, place, calls) for place in range(len(receipt.lines)))


_WORDS: Mapping[TokenKind, tuple[str, str]] = {
    "input": ("input", ""),
    "cached_input": ("cached input", ""),
    "cache_write": ("input", " written to the cache"),
    "output": ("output", ""),
    "reasoning": ("reasoning", ""),
    "input_audio": ("input", " of sound"),
    "cached_audio": ("cached input", " of sound"),
    "cache_write_1h": ("input", " kept for an hour"),
    "output_audio": ("output", " of sound"),
    "output_image": ("output", " of pictures"),
}
"""What stands before and behind the word `tokens`."""


def _step(when: str, receipt: CostEstimate, place: int, calls: int) -> CostStep:
    line = receipt.lines[place]
    kind, after = _WORDS[line.kind]
    one = number_of(line.tokens // calls, f"{kind} token") + after
    return CostStep(when, f"{grouped(calls)} × {one} × {rate(line.rate)} / 1,000,000", line.amount)


def _saving(name: str, before: tuple[CostStep, ...], after: tuple[CostStep, ...]) -> Saving:
    return Saving(name, before + after, _sum(before), _sum(after))


def _sum(steps: tuple[CostStep, ...]) -> Decimal:
    return sum((step.amount for step in steps), Decimal(0))


def _at_least(field: str, number: int, least: int) -> None:
    if number < least:
        raise UsageError(field, f"{field.replace('_', ' ')} must be at least {least}")


def _share(field: str, share: Decimal) -> None:
    if not 0 <= share <= 1:
        raise UsageError(field, f"{field.replace('_', ' ')} lies between 0 and 1")
