"""The door for content: files become typed objects, or problems with file and line."""

from sizewise.library.facts import CatalogueFacts, FactUnknown
from sizewise.library.library import Library, NotInLibrary, open_library
from sizewise.library.problem import Problem

__all__ = ["CatalogueFacts", "FactUnknown", "Library", "NotInLibrary", "Problem", "open_library"]
