"""The library's door: every name it promises is behind it, and the course map waits for nothing."""

import subprocess
import sys
from pathlib import Path

import pytest

import sizewise.library as door

ROOT = Path(__file__).parents[2]
COURSE_MAP = """
import sys
from pathlib import Path
from sizewise.library.course_file import open_course
assert open_course(Path.cwd())
print(*sorted({"sqlalchemy", "genai_prices", "sizewise.learn.lesson.blocks"} & set(sys.modules)))
"""


@pytest.mark.parametrize("name", sorted(door._STANDS_IN))
def test_every_name_of_the_door_is_behind_it(name):
    assert getattr(door, name).__module__ == f"sizewise.library.{door._STANDS_IN[name]}"


def test_a_name_that_is_not_behind_the_door_is_told():
    with pytest.raises(ImportError, match="opne_library"):
        from sizewise.library import opne_library  # noqa: F401


def test_the_course_map_is_read_without_prices_blocks_and_record():
    """They take longer than all that stands between the start and the first page."""
    command = [sys.executable, "-c", COURSE_MAP]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert (run.returncode, run.stdout.strip()) == (0, ""), run.stderr
