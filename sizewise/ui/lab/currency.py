"""A total in another currency, by a rate that the learner types. Dollars stay the truth."""

from datetime import date
from decimal import Decimal

import streamlit as st

from sizewise.sizing.currency import RATE_CHARACTERS, Currency, CurrencyError, read_currency
from sizewise.ui import house, session
from sizewise.ui.receipt import day_words, line_html

KEPT = "lab_currency"
"""Code, rate and day as last typed, or nothing."""
FIELDS = {"code": "lab_currency_code", "rate": "lab_currency_rate", "day": "lab_currency_day"}
ADDRESS = ("cur", "rate", "rated")


def current() -> Currency | None:
    """The currency asked for in this tab or by the address; none when there is none, or nonsense.

    Call it before the receipt is drawn.
    """
    try:
        return _read(*(session.get(KEPT) or _asked()))
    except ValueError:
        return None


def _asked() -> tuple[str, ...]:
    return tuple(session.query(name) for name in ADDRESS)


def _read(code: str, rate: str, day: str) -> Currency:
    """Raises ValueError, of which CurrencyError is one."""
    return read_currency(code, rate, date.fromisoformat(day), house.today())


def total_html(currency: Currency | None, total: Decimal) -> str:
    """The line below a total; nothing without a currency."""
    if currency is None:
        return ""
    code, _, amount = currency.written(total).partition(" ")
    note = f"1 US dollar = {currency.rate:f} {code}, {day_words(currency.day)}"
    return line_html(f"in {code}", amount, "s", note)


def ask_currency() -> None:
    """A small form for the rate. What is wrong stands at its field, and changes no total."""
    currency = current()
    label = f"In {currency.code}" if currency else "Another currency"
    with st.popover(label, icon=":material/currency_exchange:"):
        st.caption("Bills are made in US dollars. Type a rate you trust, and its day.")
        trouble = _trouble()
        _field("code", trouble, currency.code if currency else "", "Currency, three letters")
        rate = f"{currency.rate:f}" if currency else ""
        _field("rate", trouble, rate, "How much of it one US dollar buys")
        st.date_input(
            "The day of that rate",
            currency.day if currency else house.today(),
            key=FIELDS["day"],
            on_change=_take,
        )
        _say(trouble, "day")
        if currency:
            st.button("Dollars only", on_click=_forget, key="lab_currency_off")
    _keep(currency)


def _field(name: str, trouble: CurrencyError | None, start: str, label: str) -> None:
    st.text_input(label, start, max_chars=RATE_CHARACTERS, key=FIELDS[name], on_change=_take)
    _say(trouble, name)


def _say(trouble: CurrencyError | None, name: str) -> None:
    if trouble is not None and trouble.field == name:
        st.error(str(trouble), icon=":material/error:")


def _typed() -> tuple[str, str, str]:
    code, rate, day = (session.get(key) for key in FIELDS.values())
    return code or "", rate or "", (day or house.today()).isoformat()


def _trouble() -> CurrencyError | None:
    """What is wrong with what stands in the fields; an empty form is not wrong."""
    code, rate, day = _typed()
    if not code and not rate:
        return None
    try:
        _read(code, rate, day)
    except CurrencyError as error:
        # Who has not come to the rate yet need not be told that it is missing.
        return error if rate or error.field != "rate" else None
    return None


def _take() -> None:
    typed = _typed()
    try:
        _read(*typed)
    except CurrencyError:
        session.drop(KEPT)
        session.set_query(**dict.fromkeys(ADDRESS, ""))
        return
    session.put(KEPT, typed)


def _forget() -> None:
    for key in (KEPT, *FIELDS.values()):
        session.drop(key)
    session.set_query(**dict.fromkeys(ADDRESS, ""))


def _keep(currency: Currency | None) -> None:
    if currency:
        values = (currency.code, f"{currency.rate:f}", currency.day.isoformat())
        session.put(KEPT, values)
        session.set_query(**dict(zip(ADDRESS, values, strict=True)))
