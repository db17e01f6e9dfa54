"""What people ask for in requirements*.in and what requirements*.txt lock are the same."""

import hashlib
import re
from pathlib import Path
from typing import NamedTuple

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[1]
ASKED = sorted(ROOT.glob("requirements*.in"))
MEND = "type `make lock` and commit what it wrote"

each_file = pytest.mark.parametrize("asked", ASKED, ids=lambda path: path.name)


class Pin(NamedTuple):
    """One line of a lock."""

    asks: Requirement
    hashes: frozenset[str]

    @property
    def name(self):
        return canonicalize_name(self.asks.name)


def lock_of(asked):
    return asked.with_suffix(".txt")


def pins(lock):
    joined = lock.read_text("utf-8").replace("\\\n", " ")
    lines = [line.split(" --hash=") for line in joined.splitlines() if line[:1] not in ("", " ")]
    lines = [(head, hashes) for head, *hashes in lines if not head.startswith("#")]
    return [Pin(Requirement(head), frozenset(map(str.strip, hashes))) for head, hashes in lines]


def requirements(asked):
    lines = asked.read_text("utf-8").splitlines()
    return [Requirement(line) for line in lines if line and line[0] not in "#-"]


def unmet(asked, locked):
    """Each requirement that no line of a lock meets, or that some line breaks."""
    for one in asked:
        found = [pin.asks for pin in locked if pin.name == canonicalize_name(one.name)]
        versions = [spec.version for each in found for spec in each.specifier]
        if not versions or any(each.extras != one.extras for each in found):
            yield f"{one} is not locked"
        yield from (f"{one}, but locked {v}" for v in versions if v not in one.specifier)


def test_every_lock_has_the_file_it_is_compiled_from_beside_it():
    assert sorted(lock_of(asked) for asked in ASKED) == sorted(ROOT.glob("requirements*.txt"))
    assert ROOT / "requirements.in" in ASKED


@each_file
def test_a_file_has_not_changed_since_its_lock_was_compiled(asked):
    digest = hashlib.sha256(asked.read_text("utf-8").encode()).hexdigest()
    header = lock_of(asked).read_text("utf-8").split("\n", 2)[1]
    assert f"{asked.name} sha256:{digest}" in header, f"{asked.name} has changed: {MEND}"


@each_file
def test_each_package_asked_for_is_locked_at_a_version_asked_for(asked):
    assert list(unmet(requirements(asked), pins(lock_of(asked)))) == [], MEND


@each_file
def test_each_line_of_a_lock_is_one_exact_version_with_its_hashes(asked):
    locked = pins(lock_of(asked))
    assert locked
    loose = [
        str(pin.asks) for pin in locked if not re.fullmatch(r"==[^*,]+", str(pin.asks.specifier))
    ]
    bare = [str(pin.asks) for pin in locked if not pin.hashes]
    odd = [h for pin in locked for h in pin.hashes if not re.fullmatch(r"sha256:[0-9a-f]{64}", h)]
    assert (loose, bare, odd) == ([], [], [])


@each_file
def test_a_lock_says_nothing_about_where_packages_come_from(asked):
    """Everybody's installer looks where it is set up to look."""
    text = lock_of(asked).read_text("utf-8")
    assert [line for line in text.splitlines() if line.startswith("-") or "://" in line] == []


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-postgres.txt"])
def test_tests_run_on_the_same_files_as_the_app(name):
    tested, run = (
        {(pin.name, str(pin.asks.specifier), pin.hashes) for pin in pins(ROOT / lock)}
        for lock in ("requirements-dev.txt", name)
    )
    assert sorted(f"{package}{version}" for package, version, _ in run - tested) == [], MEND


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("pandas>=3", []),
        ("Pandas", []),
        ("pandas>=4", ["pandas>=4, but locked 3.1.1"]),
        ("polars", ["polars is not locked"]),
        ("pandas[excel]", ["pandas[excel] is not locked"]),
    ],
)
def test_a_lock_that_does_not_do_what_is_asked_is_named(asked, said):
    locked = [Pin(Requirement("pandas==3.1.1"), frozenset())]
    assert list(unmet([Requirement(asked)], locked)) == said
