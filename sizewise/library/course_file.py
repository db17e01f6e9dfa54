"""The course map: the first file that is read, and all that a first page must know."""

from pathlib import Path

from sizewise.learn.lesson.course import Course
from sizewise.library.opened import Opened, open_yaml

PLACE = "content/course.yaml"
"""The course map, below the root."""


def open_course(root: Path) -> Opened[Course]:
    """Read the course map below `root`, and nothing else."""
    return open_yaml(root, root / PLACE, Course)
