"""The style sheets: each colour has its name in one place, and each !important its reason."""

import re

import pytest

from sizewise.ui.web import sheets

SHEETS = sorted(sheets.SCREENS.rglob("*.css"))
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)


def without_reason(sheet):
    """How many !important of a sheet stand in a group that does not say why.

    A group ends with an empty line; its reason is a comment that has "!important:" in it.
    """
    groups = re.split(r"\n\s*\n", sheet)
    return sum(
        COMMENT.sub("", group).count("!important")
        for group in groups
        if "!important:" not in " ".join(COMMENT.findall(group))
    )


def typed_colours(sheet):
    """The colours of a sheet that stand in a rule instead of behind a name."""
    declarations = re.findall(r"([\w-]+)\s*:\s*([^;{}]*)", COMMENT.sub("", sheet))
    return [
        f"{name}: {value}"
        for name, value in declarations
        if not name.startswith("--") and re.search(r"#[0-9a-fA-F]{3,8}\b", value)
    ]


def test_a_reason_holds_for_its_group_alone():
    assert without_reason("/* !important: so. */\na { b: c !important; }\n") == 0
    assert without_reason("/* !important: so. */\n\na { b: c !important; }\n") == 1


@pytest.mark.parametrize("path", SHEETS, ids=lambda path: path.name)
def test_each_important_has_its_reason(path):
    assert without_reason(path.read_text("utf-8")) == 0


def test_a_colour_behind_a_name_is_no_typed_colour():
    assert typed_colours("a { --b: #123456; color: var(--b); }") == []
    assert typed_colours("a { color: #123456; }") == ["color: #123456"]


@pytest.mark.parametrize("path", SHEETS, ids=lambda path: path.name)
def test_each_colour_has_a_name(path):
    assert typed_colours(path.read_text("utf-8")) == []


@pytest.mark.parametrize("path", SHEETS, ids=lambda path: path.name)
def test_each_name_that_a_sheet_uses_is_given_somewhere(path):
    """A name that nobody gives is no error in a browser: the rule is left out without a word."""
    given = set(re.findall(r"(--[\w-]+)\s*:", "".join(each.read_text("utf-8") for each in SHEETS)))
    given |= set(re.findall(r"(--[\w-]+):", sheets.variables("light")))
    given |= {"--comfort-text-size", "--comfort-font", "--comfort-column"}
    given |= {"--comfort-letter-spacing", "--comfort-line-spacing"}
    given |= {"--across", "--down", "--at", "--to", "--heat"}  # written where something is drawn
    used = set(re.findall(r"var\((--[\w-]+)\)", path.read_text("utf-8")))
    assert used - given == set()


def test_the_theme_gives_every_colour_that_a_sheet_asks_for():
    """Streamlit's option of the same name; light and dark have the same ones."""
    for mode in ("light", "dark"):
        names = re.findall(r"(--st-[\w-]+-color):", sheets.variables(mode))
        assert set(names) == {f"--st-{name}-color" for name in sheets.colours()}
