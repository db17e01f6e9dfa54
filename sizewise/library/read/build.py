"""From a tree to a content type: every wrong field at once, with its line, in plain words."""

import re
import types
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from functools import cache
from itertools import pairwise
from typing import Annotated, Any, Generic, Literal, TypeVar, Union, get_args, get_origin

from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo

from sizewise.ground.ids import MARKERS, ByKey
from sizewise.ground.written import shortened
from sizewise.library.read import leaf
from sizewise.library.read.place import BROKEN, Place, Said
from sizewise.library.read.tree import Key, Listing, Node, Page, Scalar, Table, line_of
from sizewise.library.read.words import Words, in_words, nearest

Shaped = TypeVar("Shaped", bound=BaseModel)

Reader = Callable[[Node, Place], Any]
"""Turns a node into a value, or reports why not and answers BROKEN."""

_LEAVES: Mapping[Any, Reader] = {
    str: leaf.text,
    int: leaf.whole,
    Decimal: leaf.number,
    bool: leaf.truth,
    date: leaf.day,
}


@dataclass(frozen=True)
class Built(Generic[Shaped]):
    """What came of a tree: the value, none when it is broken, and every text in it."""

    value: Shaped | None
    said: tuple[Said, ...]


def build(
    shape: type[Shaped], node: Node | None, page: Page, spoken: tuple[str, ...] = ()
) -> Built[Shaped]:
    """Read a tree as that shape. Every problem goes to the page; `spoken` starts each place."""
    place = Place(page, spoken=spoken)
    if node is None:
        return Built(None, ())
    value = reader_of(shape)(node, place)
    return Built(value if isinstance(value, shape) else None, tuple(place.said))


@cache
def reader_of(annotation: object) -> Reader:
    """How a field of that type is read. Raises TypeError for a type that no content has."""
    if annotation in _LEAVES:
        return _LEAVES[annotation]
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _marked(reader_of(arguments[0]), arguments[1:])
    if origin in (Union, types.UnionType):
        return _union(arguments)
    if origin is Literal:
        return _one_of(arguments)
    if origin is tuple:
        return _list_of(arguments[0])
    if origin is dict:
        return _table_of(arguments[1])
    return _class(annotation)


def _marked(read: Reader, metadata: Sequence[object]) -> Reader:
    """The reader, telling the texts it hears what their type says of them."""
    marker = next((each for each in metadata if isinstance(each, MARKERS)), None)
    return read if marker is None else lambda node, place: read(node, place.marked(marker))


def _class(annotation: Any) -> Reader:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return _shape(annotation)
    if isinstance(annotation, type) and issubclass(annotation, Enum):
        return _one_of(tuple(member.value for member in annotation))
    raise TypeError(f"no way to read {annotation!r} from a file")


def _union(arguments: tuple[Any, ...]) -> Reader:
    choices = tuple(each for each in arguments if each is not type(None))
    read = reader_of(choices[0]) if len(choices) == 1 else _one_shape_of(choices)
    return _maybe(read) if len(choices) < len(arguments) else read


def _maybe(read: Reader) -> Reader:
    def maybe(node: Node, place: Place) -> Any:
        return None if leaf.is_nothing(node) else read(node, place)

    return maybe


def _one_of(values: tuple[str, ...]) -> Reader:
    def one_of(node: Node, place: Place) -> Any:
        if leaf.is_nothing(node):
            return place.report(node.line, "is empty", nearest("", values))
        word = leaf.text(node, place)
        if isinstance(word, str) and word not in values:
            return place.report(
                node.line, f"`{word[:40]}` is not known here", nearest(word, values)
            )
        return word

    return one_of


def _list_of(annotation: Any) -> Reader:
    def list_of(node: Node, place: Place) -> Any:
        if not isinstance(node, Listing):
            fix = "write each entry on its own line after `- `, or all between [ and ]"
            return place.report(node.line, "is not a list", fix)
        read, heard = reader_of(annotation), len(place.said)
        entries = tuple(read(each, place.into(at, each)) for at, each in enumerate(node.items))
        if node.brackets and all(each.marker is None for each in place.said[heard:]):
            _warn_of_halves(node, place)
        return entries

    return list_of


def _warn_of_halves(node: Listing, place: Place) -> None:
    """A comma between brackets begins a new entry; a small letter there goes on with a sentence."""
    plain = [each for each in node.items if isinstance(each, Scalar) and not each.quoted]
    for one, two in pairwise(plain):
        sentence = " " in one.text or " " in two.text
        if sentence and one.text[:1].isupper() and two.text[:1].islower():
            what = f"`{shortened(two.text)}` is an entry of its own, behind a comma"
            fix = "put a text that holds a comma in quotes"
            place.page.report(two.line, place.name, what, fix, "W")
            return


def _table_of(annotation: Any) -> Reader:
    def table_of(node: Node, place: Place) -> Any:
        if not isinstance(node, Table):
            return place.report(node.line, "has no keys", "write `name: value` on each line")
        read = reader_of(annotation)
        names = place.marker.names if isinstance(place.marker, ByKey) else {}
        return {
            key.text: read(each, place.into(key.text, each).marked(names.get(key.text)))
            for key, each in node.entries
            if leaf.text(key, Place(place.page, spoken=(*place.spoken, key.text))) is not BROKEN
        }

    return table_of


def _shape(shape: type[BaseModel]) -> Reader:
    def read_shape(node: Node, place: Place) -> Any:
        if place.type_word and (said := _in_another_form(shape, node, place.type_word)):
            return place.report(node.line, *said)
        if not isinstance(node, Table):
            return _no_fields(shape, node, place)
        values, suggested = _fields(shape, node, place.inside(node))
        value = _checked(shape, values, node, place, suggested)
        return value if len(values) == len(node.entries) else BROKEN

    return read_shape


def _in_another_form(shape: type[BaseModel], node: Node, type_word: str) -> Words | None:
    # Imported here: the course map, which a first page waits for, holds nothing that has a type.
    from sizewise.library.read.item_forms import other_form

    return other_form(shape, node, type_word)


def _no_fields(shape: type[BaseModel], node: Node, place: Place) -> Any:
    what = "is a list, and fields are meant" if isinstance(node, Listing) else "has no fields"
    fix = f"write `key: value` lines: {', '.join(list(shape.model_fields)[:6])}"
    return place.report(node.line, what, fix)


def _other_than(key: Scalar, value: Node, before: Node | None, unused: Collection[str]) -> str:
    """What to write in place of a field that is none. With nothing behind it, and on the line of
    the value `before` it, it is the rest of that value, which a comma has cut in two.
    """
    if isinstance(value, Scalar) and not value.text and not value.quoted:
        whole = _WHOLE_AT_END.search(before.text) if isinstance(before, Scalar) else None
        if whole and key.text.isdecimal():
            thousands = f" or {whole[0]}{key.text}" if len(key.text) == 3 else ""
            return f"write the number without a comma: {whole[0]}.{key.text}{thousands}"
        beside = before is not None and before.line == key.line
        fix = nearest(key.text, unused) if unused and " " not in key.text else ""
        if " " in key.text or (beside and not fix.startswith("did")):
            return "put a text that holds a comma in quotes"
    return nearest(key.text, unused) if unused else "leave it out"


_WHOLE_AT_END = re.compile(r"(?<![\d.])\d+$")


def _fields(shape: type[BaseModel], node: Table, place: Place) -> tuple[dict[str, Any], set[str]]:
    """The fields as read, and those that an unknown key probably means."""
    values: dict[str, Any] = {}
    suggested: set[str] = set()
    readers, required = _readers(shape)
    for before, (key, each) in zip((None, *node.by_key.values()), node.entries, strict=False):
        read = readers.get(key.text)
        if read is None:
            unused = shape.model_fields.keys() - node.by_key.keys()
            fix = _other_than(key, each, before, unused)
            place.report(key.line, f"`{key.text}` is no field here", fix)
            suggested.update(name for name in shape.model_fields if f"mean {name}?" in fix)
        else:
            values[key.text] = read(each, place.into(key.text, each, key.text in required))
    return values, suggested


@cache
def _readers(shape: type[BaseModel]) -> tuple[Mapping[str, Reader], Collection[str]]:
    """How each field is read, and which fields cannot be left out."""
    fields = shape.model_fields
    readers = {name: _field(known) for name, known in fields.items()}
    return readers, {name for name, known in fields.items() if known.is_required()}


def _field(known: FieldInfo) -> Reader:
    """How a field is read; pydantic keeps what its type says of the text beside the type."""
    return _marked(reader_of(known.annotation), known.metadata)  # type: ignore[arg-type]  # types are hashable


def _checked(
    shape: type[BaseModel], values: dict[str, Any], node: Table, place: Place, suggested: set[str]
) -> Any:
    try:
        return shape.model_validate(values)
    except ValidationError as errors:
        for error in () if place.page.full else errors.errors(include_url=False):
            field = str(error["loc"][0]) if error["loc"] else ""
            if not _told(error["input"]) and field not in suggested and not _long_enough(error):
                _report(error, node, place, shape)
    return BROKEN


def _told(value: object) -> bool:
    """Whether the real problem lies inside and is reported already."""
    return value is BROKEN or (isinstance(value, tuple) and BROKEN in value)


def _long_enough(error: Mapping[str, Any]) -> bool:
    """Whether a list is called too short only because an entry of it does not fit."""
    least = int(error["ctx"]["min_length"]) if error["type"] == "too_short" else None
    return least is not None and len(error["input"]) >= least


def _report(error: Mapping[str, Any], node: Table, place: Place, shape: type[BaseModel]) -> None:
    keys = _way(error["loc"], node)
    for key in keys:
        place = place.into(key)
    what, fix = in_words(error)
    if error["type"] == "missing":
        fix = f"write `{error['loc'][-1]}:` and its value"
    known = shape.model_fields.get(str(error["loc"][0])) if len(error["loc"]) == 1 else None
    if error["type"] == "string_too_short" and known is not None and known.is_required():
        fix = leaf.WRITE
    place.report(line_of(node, *keys), what, fix)


def _way(loc: tuple[Key, ...], node: Table) -> tuple[Key, ...]:
    """The keys of a finding; a type's name, which pydantic puts in between, is no key.

    None when the whole shape contradicts itself.
    """
    if not loc:
        return ()
    named = node.by_key.get(str(loc[0]))
    if isinstance(named, Listing):
        return tuple(key for key in loc[:2] if key == loc[0] or isinstance(key, int))
    return loc[:2] if isinstance(named, Table) else loc[:1]


def _one_shape_of(shapes: tuple[Any, ...]) -> Reader:
    """Several shapes: the one whose fixed words fit and that shares most fields with the node."""

    def one_shape_of(node: Node, place: Place) -> Any:
        if not isinstance(node, Table):
            return reader_of(shapes[0])(node, place)
        best = max(shapes, key=lambda shape: _likeness(shape, node))
        if _likeness(best, node) <= 0:
            return _none_fits(shapes, node, place)
        return reader_of(best)(node, place)

    return one_shape_of


def _likeness(shape: type[BaseModel], node: Table) -> int:
    fixed = _fixed_words(shape)
    for name, word in fixed.items():
        given = node.by_key.get(name)
        if isinstance(given, Scalar) and given.text != word:
            return -1
    return len(shape.model_fields.keys() & node.by_key.keys())


def _fixed_words(shape: type[BaseModel]) -> dict[str, str]:
    return {
        name: get_args(known.annotation)[0]
        for name, known in shape.model_fields.items()
        if get_origin(known.annotation) is Literal and len(get_args(known.annotation)) == 1
    }


def _none_fits(shapes: tuple[type[BaseModel], ...], node: Table, place: Place) -> Any:
    tags = {name: word for shape in shapes for name, word in _fixed_words(shape).items()}
    known = {word for shape in shapes for word in _fixed_words(shape).values()}
    for name in tags:
        given = node.by_key.get(name)
        if isinstance(given, Scalar):
            what = f"`{given.text}` is not known here"
            return place.into(name).report(given.line, what, nearest(given.text, known))
    fields = sorted({name for shape in shapes for name in shape.model_fields})
    given_keys = ", ".join(node.by_key) or "nothing"
    return place.report(
        node.line, f"`{given_keys}` fits nothing known here", nearest(given_keys, fields)
    )
