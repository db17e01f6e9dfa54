"""What every text of the content must keep to: no HTML, facts that have an answer."""

import re
from collections.abc import Iterable
from contextlib import suppress
from typing import Any

from sizewise.ground.code_spans import code_spans
from sizewise.ground.ids import Condition, Verbatim
from sizewise.ground.written import day_words, grouped
from sizewise.library.checks.named_models import numbers_beside_their_model
from sizewise.library.conditional import Misplaced, regions
from sizewise.library.fact import FactUnknown
from sizewise.library.facts import CatalogueFacts
from sizewise.library.kind import Desk
from sizewise.library.opened import Opened
from sizewise.library.read.place import Said
from sizewise.library.read.tree import Page

GAP = re.compile(r"\[fill in:(?P<what>[^\]]*)\]")
"""A place in a text that its author has still to write."""

_HTML = re.compile(r"<(?!https://)[A-Za-z/!?][^\s>]{0,20}>?")
_PICTURE_WITHOUT_WORDS = re.compile(r"!\[\s*\]\(")
_WAITS = "what depends on it steps back; write it anew, or wait for the day when it holds again"
_OR_ELSE = "write after {{otherwise}} what is true then, or nothing"
MOST_UNKNOWN = 500
"""Facts of one text without an answer that are told one by one."""
_TYPED_PRICE = re.compile(r"\$\s?\d[\d.,]*")
_VERBATIM, _CONDITION = Verbatim(), Condition()


def check_texts(said: Iterable[Said], page: Page, facts: CatalogueFacts) -> None:
    """Report HTML, pictures without words, and facts without an answer.

    What is shown sign by sign as code may hold anything.
    """
    for each in said:
        if each.marker == _VERBATIM:
            continue
        if each.marker == _CONDITION:
            _known_condition(each, page, facts)
            continue
        if "<" in each.text:
            _no_html(each, page)
        if "](" in each.text:
            _pictures_in_words(each, page)
        if "[fill in:" in each.text:
            _gaps(each, page)
        if "{{" in each.text:
            _known_facts(each, page, facts)
            _idle_text(each, page, facts)
            numbers_beside_their_model(each, page, facts)


def _known_condition(each: Said, page: Page, facts: CatalogueFacts) -> None:
    """Report a condition that cannot be read, or that does not hold on the day."""
    try:
        held = facts.holds(each.text)
    except FactUnknown as error:
        told = page.report_once if error.innocent else page.report
        told(each.line, each.place, error.what, error.fix)
    else:
        if not held:
            what = f"does not hold on {day_words(facts.day)}: `{each.text}`"
            page.report(each.line, each.place, what, _WAITS, "W")


def _idle_text(each: Said, page: Page, facts: CatalogueFacts) -> None:
    """Warn of text that nobody reads, because its condition does not hold and no other is there."""
    with suppress(FactUnknown, Misplaced):  # told already
        for region in regions(each.text):
            if not region.otherwise and not facts.holds(region.condition):
                what = f"this text is not read on {day_words(facts.day)}: `{region.condition}`"
                line = each.line_at(region.position)
                page.report(line, each.place, what, _OR_ELSE, "W")


def _known_facts(each: Said, page: Page, facts: CatalogueFacts) -> None:
    for place, (position, error) in enumerate(facts.unknown(each.text)):
        line = each.line_at(position)
        if place == MOST_UNKNOWN:  # looking for the nearest name takes its time
            what = f"more than {grouped(MOST_UNKNOWN)} facts here have no answer"
            page.report(line, each.place, what, "repair the first ones, then check again")
            return
        told = page.report_once if error.innocent else page.report
        told(line, each.place, error.what, error.fix)


def no_typed_prices(opened: Opened[Any], _desk: Desk) -> None:
    """Report dollars typed by hand: prices change, and the text would not."""
    fix = (
        "write a fact such as {{price gpt-4o-mini input}} or {{cost gpt-4o-mini 500 200 1000}}; "
        "an amount that is no price goes in words: 20 dollars"
    )
    for each in opened.said:
        for found in _TYPED_PRICE.finditer(each.text):
            what = f"the amount {found.group()} is typed by hand"
            opened.page.report(each.line_at(found.start()), each.place, what, fix)


def _gaps(each: Said, page: Page) -> None:
    for gap in GAP.finditer(each.text):
        what = f"is still to be filled in: {gap['what'].strip()}"
        page.report(each.line_at(gap.start()), each.place, what, "write it, without the brackets")


def _no_html(each: Said, page: Page) -> None:
    found = _HTML.finditer(without_code(each.text))
    for sign, line in dict.fromkeys((one.group(), each.line_at(one.start())) for one in found):
        what = f"{sign} is HTML, which is never shown"
        fix = "write Markdown, or put the sign in `code`"
        page.report(line, each.place, what, fix)


def _pictures_in_words(each: Said, page: Page) -> None:
    for found in _PICTURE_WITHOUT_WORDS.finditer(without_code(each.text)):
        what = "a picture has no words for those who cannot see it"
        page.report(each.line_at(found.start()), each.place, what, "write them between [ and ]")


def without_code(text: str) -> str:
    """The text with code blanked out, everything else in its place."""
    written, at = [], 0
    for start, end in code_spans(text):
        written += [text[at:start], re.sub(r"[^\n]", " ", text[start:end])]
        at = end
    return "".join([*written, text[at:]])
