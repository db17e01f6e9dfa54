"""A kind of content file is one entry: everything that handles content follows the entries."""

import json

import pytest

from sizewise.ground.ids import Id, ModelId
from sizewise.ground.shape import Shape, Text
from sizewise.library import open_library
from sizewise.library.checks.prose import no_typed_prices
from sizewise.library.kind import Kind, yaml
from sizewise.library.kinds import KINDS
from sizewise.library.write.schema import schema_text
from tests.library.files import DAY, LESSON, QUIZ, content, said


class Recipe(Shape):
    """How to do something with a model."""

    id: Id
    """The file's name."""
    place: int
    """Its place among the recipes."""
    model: ModelId
    """The model that it is for."""
    text: Text
    """What to do."""


RECIPE = Kind(
    name="recipe",
    place="content/recipes/*.yaml",
    form=yaml(Recipe),
    wish="tell how something is done",
    checks=(no_typed_prices,),
    ordered=True,
)
STIR = "id: stir-well\nplace: 2\nmodel: gpt-4o-mini\ntext: Stir.\n"
BAKE = "id: bake-well\nplace: 1\nmodel: gpt-4o-mini\ntext: Bake.\n"


def with_recipes(root, **texts):
    files = {f"content/recipes/{name.replace('_', '-')}.yaml": text for name, text in texts.items()}
    return open_library(content(root, files), DAY, (*KINDS, RECIPE))


def test_files_of_a_new_kind_are_read_in_the_order_of_their_places(tmp_path):
    library = with_recipes(tmp_path, stir_well=STIR, bake_well=BAKE)
    assert said(library) == []
    assert [each.text for each in library.all(RECIPE).values()] == ["Bake.", "Stir."]


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("gpt-4o-mini", "gpt-4o-mni", "there is no model `gpt-4o-mni`, did you mean gpt-4o-mini?"),
        ("Stir.", "It costs $5.", "the amount $5. is typed by hand"),
        ("Stir.", "Stir<br>.", "<br> is HTML"),
        ("Stir.", "A {{price gpt-4o-mini inptu}}", "did you mean input?"),
        ("Stir.", '"[fill in: what to do]"', "is still to be filled in: what to do"),
        ("stir-well", "stir-wel", "`stir-wel` is not the file's name, write stir-well"),
        ("text: Stir.\n", "", "text: is missing"),
        ("place: 2", "place: 1", "bake-well has the place 1 too"),
    ],
)
def test_files_of_a_new_kind_are_checked_like_all_others(tmp_path, old, new, words):
    assert old in STIR
    library = with_recipes(tmp_path, bake_well=BAKE, stir_well=STIR.replace(old, new))
    assert [words in each for each in said(library)] == [True], said(library)


def test_a_file_of_a_new_kind_with_another_ending_is_missed(tmp_path):
    content(tmp_path, {"content/recipes/stir-well.yml": STIR})
    problems = said(open_library(tmp_path, DAY, (*KINDS, RECIPE)))
    assert problems == [
        "content/recipes/stir-well.yml:1: whole file: warning: is not read, end its name in .yaml"
    ]


@pytest.mark.parametrize(
    ("file", "fix"),
    [
        ("content/glosary.yaml", "did you mean glossary.yaml?"),
        ("content/model/gpt-4o-mini.yaml", "move it to content/models"),
        ("content/missions/ten.json", "end its name in .yaml"),
        ("content/lessons/unit-1/deep/ten.md", "move it to content/lessons"),
        ("content/quiz/ten.yml", "move it to quizzes and end its name in .yaml"),
        ("content/ten.md", "move it to content/lessons"),
        ("quizzes/ten.md", "move it to content/lessons"),
        ("content/lessons/ten.yaml", "move it to quizzes; a lesson ends in .md"),
        ("content/lessons/ten.MD", "end its name in .md, in small letters"),
        ("quizzes/TEN.YAML", "end its name in .yaml, in small letters"),
        ("content/lessons/ten.odt", "save it as plain text in UTF-8 and end its name in .md"),
    ],
)
def test_a_file_that_no_kind_reads_is_told_with_where_it_may_belong(tmp_path, file, fix):
    library = open_library(content(tmp_path, {file: "words: []"}), DAY)
    (problem,) = said(library)
    assert problem == f"{file}:1: whole file: warning: is not read, {fix}"


@pytest.mark.parametrize(
    ("file", "text", "folder"),
    [
        ("lessons/ten.md", LESSON, "content/lessons"),
        ("ten.md", LESSON, "content/lessons"),
        ("Quizzes/ten.yaml", QUIZ, "quizzes"),
        ("quiz/ten.yaml", QUIZ, "quizzes"),
    ],
)
def test_a_file_beside_the_folders_of_content_is_told_when_it_begins_like_one(
    tmp_path, file, text, folder
):
    (problem,) = said(open_library(content(tmp_path, {file: text}), DAY))
    assert problem == f"{file}:1: whole file: warning: is not read, move it to {folder}"


@pytest.mark.parametrize(
    "file",
    [
        *("README.md", "compose.yaml", "models/config.json", "quizzes/README.md"),
        *("quizzes/.ten.yaml", "quizzes/ten.yaml~", "content/lessons/~$ten.docx"),
    ],
)
def test_notes_and_what_editors_and_other_programs_keep_are_not_told(tmp_path, file):
    assert said(open_library(content(tmp_path, {file: "name: ten\n"}), DAY)) == []


def test_a_link_that_leads_nowhere_is_told_once(tmp_path):
    root = content(tmp_path)
    (root / "quizzes/ten.yaml").symlink_to("nowhere.yaml")
    assert not any("is not read" in each for each in said(open_library(root, DAY)))


def test_a_folder_that_is_read_by_another_name_is_told_of_nothing(tmp_path):
    root = content(tmp_path)
    (root / "Quizzes").symlink_to(root / "quizzes")  # as where large letters count for small ones
    assert said(open_library(root, DAY)) == []


def test_the_schema_of_a_new_kind_is_written_from_its_type():
    schema = json.loads(schema_text(RECIPE))
    assert list(schema["properties"]) == ["id", "place", "model", "text"]
    assert schema["properties"]["text"]["type"] == "string"


def test_no_two_kinds_have_one_name_or_one_place():
    assert len({kind.name for kind in KINDS}) == len({kind.place for kind in KINDS}) == len(KINDS)
