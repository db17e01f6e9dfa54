"""Many prompts: a column of a CSV file, counted and priced row by row."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain, count
from pathlib import Path

import streamlit as st
from markupsafe import Markup

from sizewise.ground import limits
from sizewise.ground.cells import FileTrouble
from sizewise.ground.encoding import ENCODINGS, likely_encoding
from sizewise.ground.written import dollars, grouped, number_of, plainly
from sizewise.sizing.catalogue.catalog import ModelProfile
from sizewise.sizing.catalogue.price import PriceUnknown
from sizewise.sizing.cost.columns import row_tokens, spread
from sizewise.sizing.cost.cost import BatchUnavailable, CostEstimate
from sizewise.sizing.cost.many_calls import cost_of_each, together
from sizewise.sizing.cost.thinking_notes import thinking_note
from sizewise.sizing.tokens.long_text import NoSafeCut, count_long
from sizewise.sizing.tokens.tokenizer import tokenizer_of
from sizewise.ui import house, session
from sizewise.ui.frame.draft import Draft
from sizewise.ui.kit import share
from sizewise.ui.kit.html import NO_HTML, show_html
from sizewise.ui.kit.markdown import literal
from sizewise.ui.kit.provenance import prices_html, standing_html
from sizewise.ui.kit.receipt import bill_html, line_html, receipt_html, rule_html
from sizewise.ui.lab import currency
from sizewise.ui.lab.inputs import MOST_OUTPUT, draft
from sizewise.ui.lab.many.csv_file import SEPARATORS, PromptTable, read_table
from sizewise.ui.lab.many.markup import classes_html, longest_html, read_html, spread_html
from sizewise.ui.lab.tokenized import choose_model, trust_html

SAMPLE = Path(__file__).with_name("sample_prompts.csv")
COLUMN = "lab_many_column"
LAST_COLUMN = "lab_many_last_column"
COUNTED = "lab_many_counted"
ENCODING = "lab_many_encoding"
SEPARATOR = "lab_many_separator"
HEADS = "lab_many_heads"
ADDED = ("tokens", "cost_usd")
"""The columns that a download adds."""


@dataclass(frozen=True)
class Given:
    """A file as it came: an id that changes with it, its bytes, and whether it is plain lines."""

    id: str
    raw: bytes
    lines: bool


@dataclass(frozen=True)
class Rows:
    """The chosen column: its texts and the tokens of each."""

    table: PromptTable
    texts: Sequence[str]
    tokens: tuple[int, ...]

    def calls(self) -> tuple[int, ...]:
        """The tokens of each row that has a prompt: nobody sends the others."""
        return tuple(
            tokens for text, tokens in zip(self.texts, self.tokens, strict=True) if text.strip()
        )


def draw() -> None:
    """Draw the view "Many prompts"."""
    asked = draft("model", "out", "batch", prefix="lab_many")
    asked.begin()
    currency.draft().begin()
    asked.draw_notices()
    left, right = st.columns([7, 5], gap="large")
    with right:
        profile = choose_model("lab_many")
        show_html(trust_html(tokenizer_of(profile)))
        output, batch = _ask_calls(asked)
    with left:
        rows = _rows(tokenizer_of(profile).encoding)
    if rows is None:
        return
    calls = rows.calls()
    costs = _costs(calls, profile, output, batch)
    with left:
        show_html(spread_html(found) if (found := spread(calls)) else Markup())
        _download(rows, costs)
    with right:
        _bill(calls, profile, output, batch)
    show_html(classes_html(calls) + longest_html(rows.texts, rows.tokens, costs))


def _ask_calls(asked: Draft) -> tuple[int, bool]:
    st.number_input("Tokens out of each call", 0, MOST_OUTPUT, **asked.widget("out"))
    st.toggle("Batch: cheaper, answered within a day", **asked.widget("batch"))
    return asked.value("out"), asked.value("batch")


def _rows(encoding: str) -> Rows | None:
    """The rows to price, or what keeps them away, said where it can be mended."""
    given = _given()
    table = _table(given)
    if table is None:
        return None
    column = _choose_column(table)
    show_html(read_html(table, column))
    texts = table.texts(column)
    if not any(map(str.strip, texts)):
        st.error("This column has no prompt. Choose another column.", icon=":material/error:")
        return None
    read = f"{table.heads} {table.separator} {session.get(ENCODING)}"
    tokens = _tokens(texts, encoding, f"{given.id} {column} {read}")
    return Rows(table, texts, tokens) if tokens is not None else None


def _given() -> Given:
    file = st.file_uploader(
        "A file with your prompts: CSV, or one prompt a line",
        type=["csv", "tsv", "txt"],
        key="lab_many_file",
        on_change=_read_anew,
        max_upload_size=limits.TABLE_MEGABYTES,
    )
    st.caption(_promise())
    if file is None:
        return Given("sample", SAMPLE.read_bytes(), lines=False)
    return Given(file.file_id, file.getvalue(), file.name.lower().endswith(".txt"))


def _promise() -> str:
    where = "this server's memory" if house.shared() else "this computer's memory"
    return (
        f"Up to {limits.TABLE_MEGABYTES} MB, {number_of(limits.TABLE_ROWS, 'row')} and "
        f"{limits.TABLE_COLUMNS} columns. Until you choose one you see a sample of ours. Your file "
        f"stays in {where} while this page is open. It is not stored, and nothing of it is sent "
        "to any AI company."
    )


def _read_anew() -> None:
    """Another file is read by its own signs."""
    for choice in (ENCODING, SEPARATOR, HEADS):
        session.drop(choice)


def _table(given: Given) -> PromptTable | None:
    likely = likely_encoding(given.raw)
    encoding = session.get(ENCODING, likely)
    try:
        table, trouble = _read(given, encoding), None
    except FileTrouble as error:
        table, trouble = None, error
    if trouble:
        st.error(literal(str(trouble)), icon=":material/error:")
    if encoding != likely or (trouble and trouble.field == "encoding"):
        session.once(ENCODING, lambda: encoding)
        st.selectbox("Encoding", list(ENCODINGS), format_func=ENCODINGS.__getitem__, key=ENCODING)
    if not given.lines:
        _ask_how_to_read(table)
    return table


def _read(given: Given, encoding: str) -> PromptTable:
    heads, separator = session.get(HEADS), session.get(SEPARATOR)
    return read_table(given.raw, encoding, heads=heads, lines=given.lines, separator=separator)


def _ask_how_to_read(table: PromptTable | None) -> None:
    """What separates cells and whether the first line names columns; both begin as they look."""
    session.once(HEADS, lambda: table.heads if table else True)
    st.toggle("The first line names the columns", key=HEADS)
    found = f"as they look: {SEPARATORS[table.separator]}" if table else "as they look"
    st.selectbox(
        "Cells are separated by",
        list(SEPARATORS),
        index=None,
        placeholder=found[0].upper() + found[1:],
        format_func=SEPARATORS.__getitem__,
        key=SEPARATOR,
    )


def _choose_column(table: PromptTable) -> str:
    """The column with the prompts. When the one chosen before is missing, the list says so."""
    columns, last = list(table.columns), session.get(LAST_COLUMN)
    if session.get(COLUMN) not in columns:
        session.put(COLUMN, last if last in columns else _wordiest(table))
    chosen = st.selectbox("Column with the prompts", columns, key=COLUMN, on_change=_keep_column)
    if last and last not in columns:
        st.caption(f"This file has no column “{literal(last[:40])}”.")
    return chosen


def _keep_column() -> None:
    session.put(LAST_COLUMN, session.get(COLUMN))


def _wordiest(table: PromptTable) -> str:
    """The column with the longest texts, judged by the first rows."""
    widths = [sum(map(len, cells)) for cells in zip(*table.rows[:50], strict=True)]
    return table.columns[widths.index(max(widths))]


def _tokens(texts: Sequence[str], encoding: str, asked: str) -> tuple[int, ...] | None:
    """The tokens of each row, counted once; the session keeps numbers, never texts."""
    key = f"{asked} {encoding}"
    known = session.get(COUNTED)
    if known and known[0] == key:
        return tuple(known[1])
    bar = st.progress(0.0, f"Counting {number_of(len(texts), 'row')}")

    def tell(done: int, rows: int) -> None:
        bar.progress(done / rows, f"{grouped(done)} of {number_of(rows, 'row')} counted")

    try:
        tokens = row_tokens(texts, encoding, tell)
    except NoSafeCut as error:
        st.error(f"Row {grouped(_uncountable(texts, encoding))}: {error}", icon=":material/error:")
        return None
    finally:
        bar.empty()
    session.put(COUNTED, (key, tokens))
    return tokens


def _uncountable(texts: Sequence[str], encoding: str) -> int:
    """The first row, from 1, that cannot be counted."""
    for place, text in enumerate(texts, start=1):
        try:
            count_long(text, encoding)
        except NoSafeCut:
            return place
    return 0


def _costs(
    calls: Sequence[int], profile: ModelProfile, output: int, batch: bool
) -> dict[int, CostEstimate]:
    """What a call of each size costs; nothing without a price."""
    try:
        price = profile.price_on(house.today())
        return cost_of_each(calls, output, price, batch=batch)
    except (PriceUnknown, BatchUnavailable):
        return {}


def _bill(calls: Sequence[int], profile: ModelProfile, output: int, batch: bool) -> None:
    try:
        price = profile.price_on(house.today())
        answer = together(calls, output, price, batch=batch)
    except (PriceUnknown, BatchUnavailable) as unknown:
        st.info(f"{profile.name}: {unknown}.", icon=":material/receipt_long:")
        return
    with st.container(key="lab_many_receipt"):
        show_html(_receipt_html(profile, answer, len(calls)))
    table = share.bill_csv(profile.name, answer)
    share.share_bar("lab_many_share", "sizewise-prompts", ".st-key-lab_many_receipt", table)
    currency.ask_currency()


def _receipt_html(profile: ModelProfile, answer: CostEstimate, calls: int) -> Markup:
    day = house.today()
    body = (
        bill_html(answer)
        + rule_html()
        + line_html("All rows", dollars(answer.total), "tot")
        + currency.total_html(currency.current(), answer.total)
        + line_html("Per row", dollars(answer.total / calls), "s")
        + line_html("Per 1,000", dollars(answer.total / calls * 1000), "s")
    )
    sent = ", as a batch" if answer.batch else ""
    sub = f"{number_of(calls, 'call')}{sent}; rates per million tokens"
    thinks = thinking_note(profile)
    note = f"{thinks}: add them to the tokens out." if thinks else ""
    notes = Markup('<p class="rc-note">{}</p>').format(note) if note else NO_HTML
    foot = notes + standing_html(profile, day) + prices_html([answer.price], day)
    return receipt_html(profile.name, sub, body, foot)


def _download(rows: Rows, costs: dict[int, CostEstimate]) -> None:
    st.download_button(
        "Download with tokens and cost",
        lambda: sheet(rows, costs).encode("utf-8-sig"),
        "sizewise-prompts.csv",
        "text/csv",
        key="lab_many_download",
        on_click="ignore",
        icon=":material/download:",
    )


def sheet(rows: Rows, costs: dict[int, CostEstimate]) -> str:
    """The learner's rows with two columns more, as CSV; no cell is a formula to a spreadsheet.

    Both are empty where a row has no prompt. Where the file has such a column already, such as one
    that was downloaded here, ours have a number behind the name: `tokens_2`, `cost_usd_2`.
    """
    heads = (*rows.table.columns, *_free_names(rows.table.columns))
    priced = (
        (*row, *(_priced(tokens, costs) if text.strip() else ("", "")))
        for row, text, tokens in zip(rows.table.rows, rows.texts, rows.tokens, strict=True)
    )
    return share.written_csv((heads, *priced))


def _free_names(taken: Sequence[str]) -> list[str]:
    """Two names of one number that no column has, however it is capitalised."""
    known = {name.strip().casefold() for name in taken}
    tries = ([f"{name}{end}" for name in ADDED] for end in chain([""], map("_{}".format, count(2))))
    return next(names for names in tries if known.isdisjoint(names))


def _priced(tokens: int, costs: dict[int, CostEstimate]) -> tuple[str, str]:
    return str(tokens), plainly(costs[tokens].total) if costs else ""
