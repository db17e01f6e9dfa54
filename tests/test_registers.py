"""Where a word chooses what happens, every word has its entry: no dispatch ends in a silent else.

A register is a mapping that names the union of its words in its type, such as
`VIEWS: Mapping[ItemType, ItemView]`. Lists that have no such type stand in `PAIRS`.
"""

import ast
import pkgutil
import re
from collections.abc import Mapping
from importlib import import_module
from pathlib import Path
from types import UnionType
from typing import Annotated, Literal, Union, get_args, get_origin, get_type_hints

import pytest

import sizewise
from sizewise.learn.lesson import blocks
from sizewise.learn.lesson.blocks import BLOCKS
from sizewise.learn.lesson.blocks.guess_first import GuessFirst
from sizewise.learn.quiz.item import ItemType
from sizewise.learn.quiz.kinds import KINDS, ItemKind
from sizewise.library.checks.block_fields import MISFITS
from sizewise.library.checks.blocks import _FAULTS
from sizewise.library.kinds import KINDS as FILE_KINDS
from sizewise.library.write.skeletons import FILES
from sizewise.sizing.missions.mission import Mission
from sizewise.sizing.missions.solve import _SOLVERS
from sizewise.ui.blocks import block_costs, kinds
from sizewise.ui.blocks.kinds import VIEWS
from sizewise.ui.printing import asked, page
from sizewise.ui.question.kinds import VIEWS as ITEM_VIEWS
from sizewise.ui.question.kinds import ItemView
from tests.code import nodes
from tests.learn import responses
from tests.ui.blocks.test_drawing import BLOCKS as DRAWN

ROOT = Path(__file__).parents[1]
PARTIAL = {
    "sizewise.sizing.plan.break_even._MOST",  # only a share has a largest value
    "sizewise.ui.question.start.OFFERED",  # the other modes have buttons of their own
}


def tags(union, field="kind"):
    """The fixed words by which the shapes of a union are told apart."""
    shapes = get_args(get_args(union)[0]) if get_origin(union) is Annotated else get_args(union)
    return {get_args(shape.model_fields[field].annotation)[0] for shape in shapes}


def words(key):
    """The words of a Literal, or of a union of Literals; none for another type."""
    if get_origin(key) is Literal:
        return set(get_args(key))
    if get_origin(key) in (Union, UnionType):
        return set().union(*map(words, get_args(key)))
    return set()


def registers():
    """Every mapping of the package whose type names the words of its keys."""
    for found in pkgutil.walk_packages(sizewise.__path__, "sizewise."):
        if ".migrations" in found.name or found.name == "sizewise.__main__":
            continue
        source = ROOT.joinpath(*found.name.split("."))
        file = source / "__init__.py" if found.ispkg else source.with_suffix(".py")
        if not _annotates_a_mapping(file):
            continue
        module = import_module(found.name)
        for name, kind in get_type_hints(module).items():
            origin, arguments = get_origin(kind), get_args(kind)
            if origin in (dict, Mapping) and words(arguments[0]):
                yield f"{found.name}.{name}", words(arguments[0]), set(getattr(module, name))


def _annotates_a_mapping(file):
    text = file.read_text("utf-8")
    return "Mapping" in text and any(
        isinstance(node, ast.AnnAssign) and "Mapping" in ast.unparse(node.annotation)
        for node in ast.parse(text).body
    )


REGISTERS = {name: (wanted, there) for name, wanted, there in registers()}


@pytest.mark.parametrize("name", sorted(REGISTERS.keys() - PARTIAL))
def test_a_register_has_an_entry_for_each_word_of_its_type(name):
    wanted, there = REGISTERS[name]
    assert wanted - there == set(), f"{name} lacks these"
    assert there - wanted == set(), f"{name} has these, and its type does not"


def test_an_exception_is_a_register_that_is_there():
    assert PARTIAL - REGISTERS.keys() == set()


def test_the_kinds_of_items_are_registered_by_type():
    named = {name.rsplit(".", 1)[1] for name in REGISTERS}
    assert {"KINDS", "VIEWS", "MODES", "SO_FAR", "TITLES", "BLOOM"} <= named


def _modules(package):
    """Its modules and folders, called as a block's `kind` is."""
    return {each.name.replace("_", "-") for each in pkgutil.iter_modules(package.__path__)}


def lacking(modules, contract):
    """What a module that stands for a word does not say."""
    wanted = {name for name in (*get_type_hints(contract), *vars(contract)) if name[0] != "_"}
    return [
        f"{module.__name__} lacks {name}"
        for module in modules.values()
        for name in sorted(wanted - vars(module).keys())
    ]


def test_every_kind_of_item_says_all_that_its_two_contracts_ask():
    """An item type is one module for teaching and one for the screen, and nothing besides."""
    assert lacking(KINDS, ItemKind) == []
    assert lacking(ITEM_VIEWS, ItemView) == []


def test_the_guide_speaks_of_every_type_of_item():
    """In words of its own: the tables between its marks are written from the types."""
    guide = (ROOT / "docs" / "authoring.md").read_text("utf-8")
    own = re.sub(r"<!-- begin (\S+) -->.*?<!-- end \1 -->", "", guide, flags=re.DOTALL)
    assert [each for each in get_args(ItemType) if f"`{each}`" not in own] == []


PAIRS = {
    "blocks on screen and on paper": (BLOCKS, VIEWS),
    "modules of blocks": (BLOCKS, _modules(blocks) - {"shape"}),
    "modules of blocks on screen": (BLOCKS, _modules(kinds)),
    "checks of blocks": (_FAULTS.keys() & BLOCKS.keys(), _FAULTS),
    "fields of blocks that must fit": (MISFITS.keys() & BLOCKS.keys(), MISFITS),
    "blocks that the tests draw": (BLOCKS, {each["kind"] for each in DRAWN}),
    "answers of a guess": (tags(GuessFirst.model_fields["answer"].annotation), block_costs.ANSWERS),
    "right answers of tests": (set(get_args(ItemType)), responses.RIGHT),
    "wrong answers of tests": (set(get_args(ItemType)), responses.WRONG),
    "missions": (tags(Mission.model_fields["check"].annotation), _SOLVERS),
    "sheets": (asked.WHAT, page.MAKERS),
}


@pytest.mark.parametrize("name", PAIRS)
def test_two_lists_that_must_agree_agree(name):
    wanted, there = PAIRS[name]
    assert set(wanted) - set(there) == set(), f"{name}: these are missing"
    assert set(there) - set(wanted) == set(), f"{name}: nothing says what these are"


def test_a_skeleton_belongs_to_a_kind_that_says_what_comes_next():
    assert FILES.keys() - {kind.name for kind in FILE_KINDS if kind.then} == set()


@pytest.mark.parametrize("kind", BLOCKS)
def test_a_block_says_in_each_room_what_its_others_say_too(kind):
    """The type checker sees the same; here the missing name is told beside its file."""
    assert "COMPUTES" in vars(BLOCKS[kind]), f"learn/lesson/blocks: {kind} does not say COMPUTES"
    assert kind in VIEWS, f"ui/blocks/kinds: nothing draws {kind}"
    lacking = {"MOVES", "draw", "on_paper"} - vars(VIEWS[kind]).keys()
    assert lacking == set(), f"ui/blocks/kinds: {kind} lacks these"


def test_nobody_asks_an_item_or_an_attempt_for_its_word_but_the_register():
    """`if item.type == "multiple"` would let the next type fall through."""
    asking = [
        f"{path.relative_to(ROOT)}:{node.lineno} {ast.unparse(node)}"
        for path in sorted((ROOT / "sizewise").rglob("*.py"))
        for node in nodes(path)
        if isinstance(node, ast.Compare) and _asks(node.left)
        for other in node.comparators
        if _spoken(other) & {*get_args(ItemType), *KINDS, "practice", "exam", "missed", "pretest"}
    ]
    assert asking == []


def _asks(node):
    return isinstance(node, ast.Attribute) and node.attr in {"type", "mode"}


def _spoken(node):
    return {each.value for each in ast.walk(node) if isinstance(each, ast.Constant)}
