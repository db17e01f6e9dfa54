"""The fallback chain: whoever stands first is asked first, and the next when it fails."""

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

import streamlit as st
from markupsafe import Markup

from sizewise.ground.written import number
from sizewise.sizing.plan.providers import FallbackChain, Link
from sizewise.ui.board.asked import MOST_SECONDS
from sizewise.ui.board.rows import Entry
from sizewise.ui.board.shares import ROUNDED, sums_html
from sizewise.ui.frame.draft import Draft
from sizewise.ui.kit.html import show_html
from sizewise.ui.kit.table import Row, stacked_html
from sizewise.ui.lab.tokenized import counts_html

EXAMPLE = FallbackChain(
    (
        Link(Fraction("0.95"), Fraction(1), Fraction(2)),
        Link(Fraction("0.9"), Fraction(2), Fraction(2)),
    )
)
"""Two providers that answer 95 and 90 of 100 calls; each failure is known after two seconds."""


def draw(asked: Draft, up: Sequence[Entry], all_: Sequence[Entry]) -> None:
    """Draw the chain of the rows that are up, in the order of the board."""
    st.header("A fallback chain", anchor=False)
    show_html(_RULE)
    _ask(asked)
    values = asked.values()
    now = chain_of(up, values["fails"], values["knows"])
    if now is None:
        st.info("Nobody is up, so nobody answers.", icon=":material/cloud_off:")
        return
    show_html(_numbers_html(now) + _table_html(now, up))
    before = chain_of(all_, values["fails"], values["knows"])
    if len(up) < len(all_) and before is not None:
        st.caption(
            f"With everybody up it answers {exact_percent(before.success)} of calls, and "
            f"failures add {number(before.added)} s."
        )
    show_html(_sums_html("The arithmetic of this chain", now, ROUNDED) + _example_html())


_RULE = Markup(
    '<p class="fine wide-lede">In the order of the board: whoever stands first is asked first, and '
    "the next when it fails. Failures are taken as independent. Several ways to run one machine "
    "fail together, so read this as if each row were somebody else’s.</p>"
)


def _ask(asked: Draft) -> None:
    left, right = st.columns(2, gap="large")
    with left:
        st.slider(
            "Calls that fail at each, beside those measured",
            0,
            100,
            step=1,
            format="%d%%",
            **asked.widget("fails"),
        )
    with right:
        st.number_input(
            "Seconds until a failure is known",
            0.0,
            float(MOST_SECONDS),
            step=0.5,
            format="%.1f",
            **asked.widget("knows"),
        )


def chain_of(up: Sequence[Entry], fails: int, knows: Decimal) -> FallbackChain | None:
    """The chain of rows that have answered at least once; none without such a row."""
    links = tuple(
        Link(
            Fraction(each.row.success.hits, each.row.success.of) * Fraction(100 - fails, 100),
            each.row.seconds,
            Fraction(knows),
        )
        for each in up
        if each.row.seconds is not None
    )
    return FallbackChain(links) if links else None


def exact_percent(share: Fraction) -> str:
    """A share with four decimals: the difference between 99% and 99.99% is what a chain is for."""
    return f"{number(100 * share, 4)}%"


def _numbers_html(chain: FallbackChain) -> Markup:
    told = {
        "Answered in the end": exact_percent(chain.success),
        "Failures add": f"{number(chain.added)} s",
        "A call takes": f"{number(chain.seconds)} s",
    }
    return counts_html(told, "three")


def _table_html(chain: FallbackChain, up: Sequence[Entry]) -> Markup:
    names = [each.title for each in up if each.row.seconds is not None]
    cells = zip(names, chain.links, chain.reached, chain.delays, strict=True)
    rows = [
        Row(
            Markup("{}. {}").format(place, name),
            (exact_percent(reached), exact_percent(reached * link.success), f"{number(delay)} s"),
        )
        for place, (name, link, reached, delay) in enumerate(cells, 1)
    ]
    heads = ("Asked in this order", "Is asked", "Answers", "In vain, on average")
    return stacked_html(heads, rows, "", "board-chain")


def _sums_html(title: str, chain: FallbackChain, note: str = "") -> Markup:
    fail = [number(1 - link.success, 4) for link in chain.links]
    delays = " + ".join(
        " × ".join([*fail[: place + 1], f"{number(link.failing)} s"])
        for place, link in enumerate(chain.links)
    )
    replies = " + ".join(
        " × ".join([*fail[:place], number(link.success, 4), f"{number(link.reply)} s"])
        for place, link in enumerate(chain.links)
    )
    return sums_html(
        title,
        (
            ("Answered in the end", f"1 − {' × '.join(fail)}", exact_percent(chain.success)),
            ("What failures add", delays, f"{number(chain.added)} s"),
            ("What a call takes", f"{replies} + {number(chain.added)} s", _seconds(chain)),
        ),
        note,
    )


def _seconds(chain: FallbackChain) -> str:
    return f"{number(chain.seconds)} s"


def _example_html() -> Markup:
    title = "An example to follow by hand: 95% and 90% of calls answered, 2 seconds to know"
    return _sums_html(title, EXAMPLE)
