"""One writer for each kind of number, day and list, `ground/written.py`: in the syntax tree."""

import ast
import re
from pathlib import Path

from tests.code import nodes

ROOT = Path(__file__).parents[1]
WRITER = ROOT / "sizewise" / "ground" / "written.py"

SPEC = re.compile(r"(.?[<>=^])?[-+ ]?#?0?\d*(?P<number>[,_]?(\.\d+)?[bdeEfFgGnoxX%]?)")
"""A format as Python takes it. Width and place alone write no number."""
FIELD = re.compile(r"\{[^{}:]*:([^{}]*)\}")

MACHINES = {
    "sizewise/library/prices.py": "hours of the price list: 16:30",
    "sizewise/library/read/source.py": "the number of a sign that nobody can see: U+200B, 0x9f",
    "sizewise/ui/home/cards.py": "the place of a lesson in two digits: 01",
    "sizewise/ui/kit/chips.py": "the number of a sign: U+200B",
    "sizewise/ui/kit/html.py": "lengths in a style: 33.33%",
    "sizewise/ui/lab/xray/samples.py": "a program that learners look at",
    "sizewise/ui/printing/sheet.py": "a sign in a style sheet: \\22",
    "sizewise/record/engine.py": "milliseconds in a database's settings",
    "sizewise/ui/ladder/cascade.py": "what a chart writes at its points",
    "sizewise/cli/stats.py": "columns of equal width, three decimals each",
}
"""Files whose formats are read by programs or name a sign, and why."""


def _files():
    code = sorted((ROOT / "sizewise").rglob("*.py"))
    return [path for path in code if path != WRITER]


def _named(path):
    return path.relative_to(ROOT).as_posix()


def formats(code):
    """Line and format of every number that nodes write with a format of their own."""
    for node in code:
        if isinstance(node, ast.FormattedValue) and node.format_spec is not None:
            specs = [ast.unparse(node.format_spec)[2:-1]]
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            specs = FIELD.findall(node.value)
        elif isinstance(node, ast.Attribute) and node.attr == "strftime":
            specs = ["%"]
        else:
            continue
        yield from ((node.lineno, spec) for spec in specs if _is_number_or_day(spec))


def _is_number_or_day(spec):
    found = SPEC.fullmatch(spec)
    return bool(found and found["number"]) or re.match("%[A-Za-z]", spec) is not None


def plurals(code):
    """The line of every choice between a noun and its plural, and of every added s."""
    for node in code:
        if isinstance(node, ast.IfExp):
            words = [each.value for each in (node.body, node.orelse) if _is_word(each)]
            if len(words) == 2 and _one_of_several(node.test) and _alike(*words):
                yield node.lineno


def _is_word(node):
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


def _one_of_several(test):
    sides = [test.left, *test.comparators] if isinstance(test, ast.Compare) else []
    return any(isinstance(each, ast.Constant) and each.value == 1 for each in sides)


def _alike(one, other):
    return {one, other} <= {"", "s", "es"} or {one, other} == {"is", "are"} or one[:2] == other[:2]


def rows(code):
    """The line of every row of words that is joined by a word of its own."""
    for node in code:
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            joint = node.func.value if node.func.attr == "join" else None
            if isinstance(joint, ast.Constant) and joint.value in (" and ", " or ", ", and "):
                yield node.lineno


def _found(finder):
    for path in _files():
        if _named(path) not in MACHINES:
            yield from (f"{_named(path)}:{found}" for found in finder(nodes(path)))


def test_numbers_and_days_are_written_in_one_place():
    assert list(_found(formats)) == []


def test_plurals_are_written_in_one_place():
    assert list(_found(plurals)) == []


def test_rows_of_words_are_written_in_one_place():
    assert list(_found(rows)) == []


def test_every_exception_is_still_needed():
    needless = [name for name in MACHINES if not list(formats(nodes(ROOT / name)))]
    assert needless == []


def written(line):
    """The nodes of a line of code."""
    return ast.walk(ast.parse(line))


def test_the_finders_find_what_is_written_by_hand():
    by_hand = [
        'f"{a:,}"',
        'f"{a:.0%}"',
        '"{:.2f}"',
        '"{calls:,.1f}"',
        'f"{day:%B}"',
        "day.strftime",
    ]
    assert [len(list(formats(written(each)))) for each in by_hand] == [1] * len(by_hand)
    others = ['f"{a}"', 'f"{a:<9}"', 'f"{a!r:>20}"', '"{price: MODEL}"', '"{{price}}"']
    assert [each for each in others if list(formats(written(each)))] == []


def test_the_finders_find_plurals_and_rows():
    assert list(plurals(written('"" if n == 1 else "s"'))) == [1]
    assert list(plurals(written('"try" if len(tries) == 1 else "tries"'))) == [1]
    assert list(plurals(written('"Read again" if step == 1 else "Go on"'))) == []
    assert list(rows(written('" and ".join(names)'))) == [1]
