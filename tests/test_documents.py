"""The documents cannot lie: what they must name is in them, and what they name is in the code."""

import ast
import re

from sizewise.__main__ import main
from sizewise.learn.lint.reading import grade
from sizewise.ui.frame.pages import PAGES
from tests.code import nodes
from tests.test_house import ROOT, _files, _name, _python
from tests.test_words import EVERY_TYPE


def _docs():
    pages = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").glob("*.md")]
    return "\n".join(page.read_text("utf-8") for page in pages)


def test_docs_name_every_page_of_the_app():
    assert [page.title for page in PAGES if page.title not in _docs()] == []


def test_docs_name_every_command_in_a_section_and_in_the_table():
    guide = (ROOT / "docs" / "cli.md").read_text("utf-8")
    heads = re.findall(r"[\w-]+", " ".join(re.findall(r"^## (.*)$", guide, re.MULTILINE)))
    assert [name for name in main.commands if name not in heads] == []
    assert [name for name in main.commands if f"| `python -m sizewise {name} " not in guide] == []


def _picture():
    """What CONTRIBUTING.md says of each room."""
    guide = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    drawn = guide.split("\nsizewise/\n")[1].split("\ntests/")[0]
    rooms = re.split(r"^  (\w+)/ +", drawn, flags=re.MULTILINE)[1:]
    return dict(zip(rooms[::2], rooms[1::2], strict=True))


def test_the_picture_of_the_house_shows_every_room_and_its_folders():
    package, pictured = ROOT / "sizewise", _picture()
    rooms = {path.relative_to(package).parts[0] for path in _python("sizewise")}
    assert {room for room in rooms if (package / room).is_dir()} == pictured.keys()
    missing = [
        f"{room}/{folder}/"
        for room, said in pictured.items()
        for folder in sorted({path.parts[0] for path in _inside(package / room)})
        if f"{folder}/" not in said
    ]
    assert missing == []


def _inside(room):
    python = [path.relative_to(room) for path in _python("sizewise") if room in path.parents]
    return [path for path in python if len(path.parts) > 1]


def test_the_words_of_the_code_that_are_types_are_there():
    ideas = (ROOT / "docs" / "glossary.md").read_text("utf-8").partition(EVERY_TYPE)[0]
    rows = re.findall(r"^\| ([^|]+) \|", ideas, re.M)
    named = {word for row in rows for word in re.findall(r"\b[A-Z][a-z]+[A-Z]\w+", row)}
    types = {
        node.name
        for path in _python("sizewise")
        for node in nodes(path)
        if isinstance(node, ast.ClassDef)
    }
    assert named
    assert named - types == set()


def test_docs_name_every_target_of_the_makefile():
    makefile = (ROOT / "Makefile").read_text("utf-8")
    targets = re.search(r"^\.PHONY: (.*)$", makefile, re.MULTILINE).group(1).split()
    assert [name for name in targets if f"make {name}" not in _docs()] == []


def test_the_privacy_note_is_easy_to_read_and_speaks_of_every_kind_of_fact():
    written = (ROOT / "PRIVACY.md").read_text("utf-8")
    note = re.sub(r"(?<=[^\n])\n(?=\w)| +", " ", written)  # a line that goes on ends no sentence
    assert grade(note) <= 7
    kinds = "answer, hints, parts, missions, resume code, cookie, how sure, how long"
    assert [kind for kind in kinds.split(", ") if kind not in note.lower()] == []


def test_docs_name_every_setting():
    spoken = {
        word
        for path in _python("app.py", "sizewise")
        for word in re.findall(r"SIZEWISE_[A-Z_]+", path.read_text("utf-8"))
    }
    assert [word for word in sorted(spoken) if word not in _docs()] == []


def test_links_between_our_documents_lead_somewhere():
    pages = [path for path in _files() if path.suffix == ".md" and path.parent.name != "lessons"]
    broken = [
        f"{_name(page)}: {target}"
        for page in pages
        for target in re.findall(r"\]\(([^)#:\s]+)(?:#[^)]*)?\)", page.read_text("utf-8"))
        if not (page.parent / target).exists()
    ]
    assert broken == []


def test_a_decision_fits_on_a_page_and_decisions_are_numbered():
    notes = sorted((ROOT / "docs" / "decisions").glob("*.md"))
    assert [int(note.name[:4]) for note in notes] == list(range(1, len(notes) + 1))
    assert [note.name for note in notes if len(note.read_text("utf-8").splitlines()) > 40] == []
