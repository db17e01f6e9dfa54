"""A change of one attribute makes the browser work out few styles anew.

Chromium keeps, for each attribute that a selector names, what may look different after a change of
it. A rule by [class*=] that ends in anything at all makes that "everything below", for every class
of every element: 0.2 to 0.35 s of each page that opened, and 0.06 s twice a press.
"""

import re

import pytest

from sizewise.ui.web.sheets import SCREENS, sheets

RULE = re.compile(r"([^{}]+)\{[^{}]*\}")
ANYTHING = re.compile(r"[\s>+~](?:\*|(?=:(?!is|where)))(?:::?[\w-]+(?:\([^()]*\))?)*$")


def selectors() -> list[str]:
    plain = re.sub(r"/\*.*?\*/", "", sheets(), flags=re.DOTALL)
    lists = (found.group(1).strip() for found in RULE.finditer(plain))
    return [each.strip() for one in lists for each in re.split(r",(?![^(]*\))", one)]


def for_all_below(selector: str) -> bool:
    return "[class*=" in selector and bool(ANYTHING.search(selector))


@pytest.mark.parametrize(
    "selector",
    ['[class*="st-key-a"] *', '[class*="st-key-a"] > :first-child', '.b [class*="a"] ~ *:hover'],
)
def test_a_rule_that_means_everything_below_is_told_from_others(selector):
    assert for_all_below(selector)


@pytest.mark.parametrize(
    "selector", ['[class*="st-key-a"] > div:first-child', '[class*="a"] :is(p, li)', ".b *"]
)
def test_a_rule_that_names_what_it_means_is_not_one(selector):
    assert not for_all_below(selector)


def test_no_rule_makes_every_class_count_for_everything_below_it():
    assert len(selectors()) > 500
    assert [each for each in selectors() if for_all_below(each)] == []


def test_no_script_gives_the_whole_page_a_class():
    scripts = {each.name: each.read_text("utf-8") for each in SCREENS.rglob("*.js")}
    assert len(scripts) > 5
    to_all = re.compile(r"(?:documentElement|body|root|page)\.classList")
    assert [name for name, text in scripts.items() if to_all.search(text)] == []
