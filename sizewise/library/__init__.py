"""The door for content: files become typed objects, or problems with file and line.

What stands in this door is fetched when somebody asks for it: the first page of a fresh server
needs the course map alone, and must not wait for the rest.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sizewise.library.fact import FactUnknown as FactUnknown
    from sizewise.library.facts import CatalogueFacts as CatalogueFacts
    from sizewise.library.library import Library as Library
    from sizewise.library.library import NotInLibrary as NotInLibrary
    from sizewise.library.library import open_library as open_library
    from sizewise.library.read.problem import Problem as Problem

_STANDS_IN = {
    "CatalogueFacts": "facts",
    "FactUnknown": "fact",
    "Library": "library",
    "NotInLibrary": "library",
    "Problem": "read.problem",
    "open_library": "library",
}


def __getattr__(name: str) -> object:
    if name not in _STANDS_IN:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_STANDS_IN[name]}"), name)
