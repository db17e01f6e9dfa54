"""A total in another currency, by a rate that the learner types. Dollars stay the truth."""

from datetime import date
from decimal import Decimal
from typing import Any

import streamlit as st
from markupsafe import Markup

from sizewise.ground.written import day_words, exactly
from sizewise.sizing.cost.currency import RATE_CHARACTERS, Currency, CurrencyError, read_currency
from sizewise.ui import house, session
from sizewise.ui.frame.address import Nonsense, Parameter, ParameterKind, TextReader, day, text_of
from sizewise.ui.frame.draft import Draft
from sizewise.ui.kit.receipt import line_html


def draft() -> Draft:
    """The currency in the address and in the tab: all of it, or nothing."""
    return Draft(
        "lab_currency",
        {
            "cur": Parameter("the currency", _kind(_code), None),
            "rate": Parameter("the rate", _kind(_rate), None),
            "rated": Parameter("the day of the rate", _kind(_day), None),
        },
    )


def _kind(read: TextReader) -> ParameterKind:
    return ParameterKind(_told(read), _written, step="never")


def _written(value: Any) -> str:
    """As it is: without its exponent a small rate would be longer than its field takes."""
    return "" if value is None else str(value)


def _told(read: TextReader) -> TextReader:
    def told(text: str) -> Any:
        if len(text) > RATE_CHARACTERS:
            raise Nonsense(f"write at most {RATE_CHARACTERS} letters.")
        try:
            return read(text)
        except CurrencyError as error:
            raise Nonsense(str(error)) from None

    return told


def _code(text: str) -> str:
    return read_currency(text, "1", house.today(), house.today()).code


def _rate(text: str) -> Decimal:
    return read_currency("EUR", text, house.today(), house.today()).rate


def _day(text: str) -> date:
    return read_currency("EUR", "1", day(text), house.today()).day


def current() -> Currency | None:
    """The currency asked for, by the address or in this tab; none while a part of it is missing."""
    values = draft().values()
    return Currency(*values.values()) if all(values.values()) else None


def total_html(currency: Currency | None, total: Decimal) -> Markup:
    """The line below a total; nothing without a currency."""
    if currency is None:
        return Markup()
    code, _, amount = currency.written(total).partition(" ")
    note = f"1 US dollar = {exactly(currency.rate)} {code}, {day_words(currency.day)}"
    return line_html(f"in {code}", amount, "s", note)


def ask_currency() -> None:
    """A small form for the rate. What is wrong stands at its field, and changes no total."""
    draft().draw_notices()
    currency = current()
    label = f"In {currency.code}" if currency else "Another currency"
    with st.popover(label, icon=":material/currency_exchange:"):
        st.caption("Bills are made in US dollars. Type a rate you trust, and its day.")
        trouble = _trouble()
        _field("cur", "Currency, three letters")
        _say(trouble, "code")
        _field("rate", "How much of it one US dollar buys")
        _say(trouble, "rate")
        session.once(_key("rated"), lambda: currency.day if currency else house.today())
        st.date_input("The day of that rate", key=_key("rated"), on_change=_take)
        _say(trouble, "day")
        if currency:
            st.button("Dollars only", on_click=_forget, key="lab_currency_off")


def _field(name: str, label: str) -> None:
    session.once(_key(name), lambda: text_of(draft().value(name)))
    st.text_input(label, max_chars=RATE_CHARACTERS, key=_key(name), on_change=_take)


def _key(name: str) -> str:
    return draft().key(name)


def _say(trouble: CurrencyError | None, name: str) -> None:
    if trouble is not None and trouble.field == name:
        st.error(str(trouble), icon=":material/error:")


def _typed() -> tuple[str, str, date]:
    code, rate, day = (session.get(_key(name)) for name in ("cur", "rate", "rated"))
    return code or "", rate or "", day or house.today()


def _trouble() -> CurrencyError | None:
    """What is wrong with what stands in the fields; an empty form is not wrong."""
    code, rate, day = _typed()
    if not code and not rate:
        return None
    try:
        read_currency(code, rate, day, house.today())
    except CurrencyError as error:
        # Who has not come to the rate yet need not be told that it is missing.
        return error if rate or error.field != "rate" else None
    return None


def _take() -> None:
    try:
        found = read_currency(*_typed(), house.today())
    except CurrencyError:
        draft().keep(cur=None, rate=None, rated=None)
    else:
        draft().keep(cur=found.code, rate=found.rate, rated=found.day)


def _forget() -> None:
    for name in ("cur", "rate", "rated"):
        session.drop(_key(name))
    draft().keep(cur=None, rate=None, rated=None)
