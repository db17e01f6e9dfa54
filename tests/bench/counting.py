"""Times the counting of long texts and long columns beside bare tiktoken, in processor time."""

import random
import time
from collections.abc import Callable, Iterator
from statistics import median

from sizewise.ground import limits
from sizewise.sizing.cost.columns import row_tokens
from sizewise.sizing.tokens.long_text import count_long
from sizewise.sizing.tokens.tokens import encoding
from tests.browser.server import ROOT

ENCODING = "o200k_base"
ROUNDS = 3

Timing = tuple[str, float, float, float]
"""What, ours, bare, target as a ratio; times in milliseconds."""


def prose(size: int, seed: int = 1) -> str:
    """About that many bytes of words from our own lessons."""
    lessons = sorted((ROOT / "content" / "lessons").glob("*.md"))
    words = " ".join(each.read_text("utf-8") for each in lessons).split()
    picked = random.Random(seed).choices(words, k=size // 5)
    return " ".join(picked).encode()[:size].decode(errors="ignore")


def work(action: Callable[[], object]) -> float:
    """Milliseconds of processor time, so that other programs do not count."""
    start = time.process_time()
    action()
    return (time.process_time() - start) * 1000


def timed(what: str, ours: Callable[[], object], bare: Callable[[], object], most: float) -> Timing:
    """Both in turns, the median of each."""
    times = [(work(ours), work(bare)) for _ in range(ROUNDS)]
    return what, median(mine for mine, _ in times), median(other for _, other in times), most


def timings() -> Iterator[Timing]:
    """A text of 10 MB, and a column of 5,000 prompts."""
    encode, text = encoding(ENCODING).encode_ordinary, prose(10_000_000)
    yield timed(
        "count 10 MB of text, ms CPU",
        lambda: count_long(text, ENCODING),
        lambda: len(encode(text)),
        1.3,
    )
    rows = [prose(400, seed) for seed in range(20)] * (limits.TABLE_ROWS // 20)
    yield timed(
        "count 5,000 rows, ms CPU",
        lambda: row_tokens(rows, ENCODING),
        lambda: [len(encode(row)) for row in rows],
        2.0,
    )


def told(timing: Timing) -> str:
    """A line of the table."""
    what, mine, bare, most = timing
    verdict = "reached" if mine / bare <= most else "NOT reached"
    return f"{what:<32}{mine:>9.1f}{bare:>9.1f}{mine / bare:>7.2f}{'':>16}   {most}x {verdict}"


def main() -> None:
    """Measure both and print them."""
    for timing in timings():
        print(told(timing), flush=True)


if __name__ == "__main__":
    main()
