"""Every name that content uses leads somewhere: the types know which texts are names."""

import re
import shutil
from pathlib import Path
from typing import Annotated, get_args, get_origin

import pytest
from pydantic import BaseModel, StringConstraints

from sizewise.ground.ids import ByKey, Names, Own
from sizewise.learn.lesson.blocks import BLOCKS
from sizewise.library import open_library
from sizewise.library.checks.references import known_names
from sizewise.library.kinds import KINDS
from sizewise.library.shelf import fill
from tests.library.files import COURSE, GLOSSARY, LESSON, MODEL, QUIZ, opened, said

ROOT = Path(__file__).parents[3]
CONTENT = (*(kind.form.shape for kind in KINDS), *BLOCKS.values())
PROSE = {
    "BlindRating.lesson",
    "Contender.model",  # as whoever runs it writes it
    "Mission.lesson",
    "Mission.task",
    "TryIt.task",  # what to do
    "PlanEvent.lesson",  # what to learn from it
    "Misconception.title",
    "PairedTrials.small",
    "PairedTrials.large",  # names as a publication writes them
}
"""Texts that are no names, though fields of that name are elsewhere."""


def leaves(shape, seen=None):
    """Every text of a content type and the shapes inside it: its place, and what the type says."""
    seen = set() if seen is None else seen
    if shape in seen:
        return
    seen.add(shape)
    for name, field in shape.model_fields.items():
        for kind, metadata in _inside(field.annotation, tuple(field.metadata)):
            if isinstance(kind, type) and issubclass(kind, BaseModel):
                yield from leaves(kind, seen)
            elif kind is str:
                yield f"{shape.__name__}.{name}", metadata


def _inside(annotation, metadata):
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        yield from _inside(arguments[0], arguments[1:])
    elif arguments and not isinstance(arguments[0], str):
        outer = tuple(each for each in metadata if isinstance(each, ByKey))
        for each in arguments:
            yield from ((kind, more + outer) for kind, more in _inside(each, ()))
    else:
        yield annotation, metadata


TEXTS = dict(pair for shape in CONTENT for pair in leaves(shape))


def says(metadata, *markers):
    return any(isinstance(each, markers) for each in metadata)


def looks_like_a_name(metadata):
    patterns = [each.pattern for each in metadata if isinstance(each, StringConstraints)]
    patterns += [each.pattern for each in metadata if getattr(each, "pattern", None)]
    return any(re.fullmatch(each, "abc-def") for each in patterns if each)


def test_what_is_spelt_like_a_name_is_one_of_its_own_or_leads_somewhere():
    silent = [
        place
        for place, metadata in TEXTS.items()
        if looks_like_a_name(metadata) and not says(metadata, Own, Names)
    ]
    assert silent == []


def test_a_field_called_like_a_reference_is_one():
    called = {place.split(".")[1] for place, metadata in TEXTS.items() if says(metadata, Names)}
    plain = {
        place
        for place, metadata in TEXTS.items()
        if place.split(".")[1] in called and not says(metadata, Names)
    }
    assert plain - PROSE == set()


def test_the_walk_sees_the_references_of_every_kind():
    leads = {m.what for metadata in TEXTS.values() for m in metadata if isinstance(m, Names)}
    assert leads == {
        "model",
        "player",
        "skill",
        "misconception",
        "lesson",
        "part",
        "word",
        "trials",
        "task",
    }
    assert {"RouterBlock.small", "RouterBlock.large", "ThinkingRoom.versus"} <= TEXTS.keys()


def test_a_text_that_is_the_name_of_something_is_typed_as_one():
    """Looks at all real content, so that a new field with a plain text type is found too."""
    shelf = fill(ROOT, KINDS)
    known = known_names(shelf, {}).names
    names = {
        name
        for kind, those in known.items()
        if kind not in ("word", "player")
        for name in those or ()
    }
    untyped = {
        f"{opened.page.file}:{each.line}: {each.place}"
        for opened in shelf.opened()
        for each in opened.said
        if each.text in names and not isinstance(each.marker, Own | Names)
    }
    # What a maker calls its model may be spelt like our file's name.
    assert {each for each in untyped if not each.endswith((" api_name", ": name"))} == set()


# A name that leads nowhere, wherever it stands


def occurrences():
    """For each place where content can name something, one line that does: file, line, name."""
    used = set()
    for read in fill(ROOT, KINDS).opened():
        file = read.page.file
        folder = file if file.count("/") == 1 else file.rsplit("/", 1)[0]
        for each in read.said:
            keys = tuple("*" if isinstance(key, int) else key for key in each.keys)
            block = each.place.split(" > ")[1:2] if folder == "content/lessons" else []
            way = (folder, keys, *block)
            if isinstance(each.marker, Names) and way not in used:
                used.add(way)
                yield file, each.line, each.text, each.marker


ONE_OF_EACH = list(occurrences())
NOWHERE = "no-such-thing"


@pytest.fixture(scope="module")
def astray(tmp_path_factory):
    """What is said of real content in which each of those names leads nowhere."""
    found = {}
    rounds = [ONE_OF_EACH]
    while rounds[-1]:
        root = tmp_path_factory.mktemp("astray")
        for name in ("content", "quizzes"):
            shutil.copytree(ROOT / name, root / name)
        rest, lines = [], set()
        for file, line, name, marker in rounds[-1]:
            if (file, line) in lines:
                rest.append((file, line, name, marker))
                continue
            lines.add((file, line))
            rewrite(root / file, line, name)
        told = {(each.file, each.line): str(each) for each in open_library(root).problems}
        found |= {each: told.get(each[:2], "") for each in rounds[-1] if each not in rest}
        rounds.append(rest)
    return found


def rewrite(file, line, name):
    lines = file.read_text("utf-8").split("\n")
    start = line - 1
    pattern = rf"(?<![\w.-]){re.escape(name)}(?![\w.-])"
    # The last one on the line: `{model: gpt-4o, versus: gpt-4o}` is a reference each.
    found = list(re.finditer(pattern, lines[start]))[-1]
    lines[start] = lines[start][: found.start()] + NOWHERE + lines[start][found.end() :]
    file.write_text("\n".join(lines), "utf-8")


@pytest.mark.parametrize("one", ONE_OF_EACH, ids=lambda one: f"{one[0]}:{one[1]}:{one[2]}")
def test_a_name_that_leads_nowhere_is_told_with_its_line(astray, one):
    assert f"`{NOWHERE}`" in astray[one]
    assert " > " in astray[one]


ROUTER = """
```sizewise router
small: gpt-4o-mini
large: gpt-4o-mini
usage: {input: 800, output: 200}
calls: 1000
```
"""


@pytest.mark.parametrize("field", ["small", "large"])
def test_a_router_names_models_of_the_catalogue(tmp_path, field):
    text = LESSON + ROUTER.replace(f"{field}: gpt-4o-mini", f"{field}: gpt-4o-mni")
    line = 1 + text[: text.index("gpt-4o-mni")].count("\n")
    problems = said(opened(tmp_path, {"content/lessons/match-size.md": text}))
    assert (
        f"content/lessons/match-size.md:{line}: what-you-pay-for > router > {field}: "
        "there is no model `gpt-4o-mni`, did you mean gpt-4o-mini?"
    ) in problems


def test_a_successor_without_a_file_is_worth_a_look_and_hides_nothing(tmp_path):
    heir = MODEL.replace("shutdown: 2027-01-14,", "shutdown: 2027-01-14, replacement: gpt-9,")
    library = opened(tmp_path, {"content/models/gpt-4o-mini.yaml": heir})
    assert [each.level for each in library.problems] == ["W"]
    assert "gpt-4o-mini" in library.catalogue.profiles


def test_with_a_broken_course_nobody_can_know_its_skills(tmp_path):
    problems = said(opened(tmp_path, {"content/course.yaml": COURSE + "nonsense: [\n"}))
    assert len(problems) == 1


def test_with_a_broken_glossary_nobody_can_know_its_words(tmp_path):
    lesson = LESSON.replace("minutes: 7", "minutes: 7\nwords: [Tokens]", 1)
    files = {"content/lessons/match-size.md": lesson}
    assert "there is no word of the glossary `Tokens`" in said(opened(tmp_path, files))[0]
    files["content/glossary.yaml"] = GLOSSARY + "nonsense: [\n"
    assert len(said(opened(tmp_path / "broken", files))) == 1


def test_a_lesson_that_is_only_announced_may_be_referred_to(tmp_path):
    ahead = QUIZ.replace("{lesson: match-size, anchor: the-big-idea}", "{lesson: fast-or-lots}")
    assert said(opened(tmp_path, {"quizzes/match-size.yaml": ahead})) == []
