"""Every kind of content file. One more of them is one more entry here.

`tests/test_registers.py` names what an entry lacks: its table in docs/authoring.md, its schema.
"""

import re
from pathlib import Path

from sizewise.benchmark.plan import BenchmarkPlan
from sizewise.benchmark.task import Task
from sizewise.ground.ids import ID
from sizewise.learn.lesson.course import Course, Glossary
from sizewise.learn.lesson.lesson import LessonHead
from sizewise.learn.lookup.checklist import Checklist
from sizewise.learn.lookup.faq import Faq
from sizewise.learn.quiz.item import Quiz
from sizewise.library import course_file
from sizewise.library.checks.benchmarks import gradable, runnable
from sizewise.library.checks.blocks import sound_blocks
from sizewise.library.checks.braces import braces_filled
from sizewise.library.checks.cast import held_to_the_end, no_model_is_called_so
from sizewise.library.checks.freshness import as_listed, checked_by_now, checked_lately
from sizewise.library.checks.general_claims import no_refuted_claims
from sizewise.library.checks.glossary import acronyms_explained, each_term_once_and_in_order
from sizewise.library.checks.items import answerable, asked_today, variables_known
from sizewise.library.checks.life import as_its_life
from sizewise.library.checks.missions import solvable
from sizewise.library.checks.named_once import each_name_once
from sizewise.library.checks.old_words import words_of_today
from sizewise.library.checks.prose import no_typed_prices
from sizewise.library.checks.references import as_long_as_mapped, on_the_map, promises_kept
from sizewise.library.kind import MODEL_NAMES, AnyKind, FileForm, Kind, yaml
from sizewise.library.mission_file import open_mission
from sizewise.library.opened import Opened, open_yaml, text_of
from sizewise.library.read.lesson_file import LessonFile, read_lesson
from sizewise.library.read.tree import Page
from sizewise.library.task_file import open_task
from sizewise.sizing.catalogue.cast import Cast
from sizewise.sizing.catalogue.catalog import ModelFile
from sizewise.sizing.choose.decision import DecisionTable
from sizewise.sizing.missions.mission import Mission
from sizewise.sizing.plan.route import PairedTrials


def _open_lesson(root: Path, path: Path) -> Opened[LessonFile]:
    page = Page(path.relative_to(root).as_posix())
    text = text_of(path, page)
    if text is None or not re.fullmatch(ID, path.stem):
        return Opened(page)
    file = read_lesson(path.stem, text, page)
    return Opened(page, file, said=file.said, text=text)


def _open_cast(root: Path, path: Path) -> Opened[Cast]:
    """The cast; before anybody asks who holds a role, each has a name of its own."""
    opened = open_yaml(root, path, Cast)
    each_name_once(opened)
    return opened


COURSE = Kind(
    name="course",
    place=course_file.COURSE,
    form=yaml(Course),
    wish="announce or order lessons, name a skill or a mistake",
    checks=(no_typed_prices, words_of_today, promises_kept, each_name_once),
    needed=True,
    used_broken=True,
    defines={
        "lesson": lambda course: (entry.id for entry in course.lessons),
        "skill": lambda course: (skill.id for skill in course.skills),
        "misconception": lambda course: (each.id for each in course.misconceptions),
    },
)
LESSON = Kind(
    name="lesson",
    place=course_file.LESSONS,
    form=FileForm(LessonHead, _open_lesson),
    wish="write a lesson",
    checks=(no_typed_prices, acronyms_explained, sound_blocks, on_the_map, as_long_as_mapped),
    referents=("lesson",),
    then=(
        "Then announce it in a unit of content/course.yaml:\n"
        "      - {id: NAME, title: …, summary: …, minutes: 6, status: coming}\n"
        "Once the lesson and its quiz are there, `- id: NAME` is enough."
    ),
)
QUIZ = Kind(
    name="quiz",
    place="quizzes/*.yaml",
    form=yaml(Quiz),
    wish="write its quiz, with the lesson's name",
    checks=(answerable, variables_known, braces_filled, asked_today, no_refuted_claims, on_the_map),
    beside="lesson",
    then="Then write at least 22 items like this one; an attempt draws 15 of them.",
)
MODEL = Kind(
    name="model",
    place="content/models/*.yaml",
    form=yaml(ModelFile),
    wish="describe a model",
    checks=(checked_lately, checked_by_now, as_listed, as_its_life),
    naming=MODEL_NAMES,
    referents=("model", "player"),
    then="Then look every figure up at its maker's page, and note the page under sources.",
)
CAST = Kind(
    name="cast",
    place="content/cast.yaml",
    form=FileForm(Cast, _open_cast),
    wish="say which model is the small one today, and who follows it",
    checks=(no_model_is_called_so, held_to_the_end),
    defines={"player": lambda cast: (role.id for role in cast.roles)},
)
GLOSSARY = Kind(
    name="glossary",
    place="content/glossary.yaml",
    form=yaml(Glossary),
    wish="explain a word",
    checks=(no_typed_prices, words_of_today, each_term_once_and_in_order),
    needed=True,
    used_broken=True,
    defines={"word": lambda glossary: (word.term for word in glossary.words)},
)
FAQ = Kind(
    name="faq",
    place="content/faq.yaml",
    form=yaml(Faq),
    wish="answer what people ask",
    checks=(no_typed_prices, words_of_today, acronyms_explained, each_name_once),
)
CHECKLIST = Kind(
    name="checklist",
    place="content/checklists/*.yaml",
    form=yaml(Checklist),
    wish="say what must not be forgotten",
    checks=(no_typed_prices, words_of_today, acronyms_explained, each_name_once),
    ordered=True,
)
CHOOSE = Kind(
    name="choose",
    place="content/choose.yaml",
    form=yaml(DecisionTable),
    wish="change how a model is chosen",
)
MISSION = Kind(
    name="mission",
    place="content/missions/*.yaml",
    form=FileForm(Mission, open_mission),
    wish="give learners something to find out in the lab",
    checks=(no_typed_prices, words_of_today, solvable, each_name_once),
    ordered=True,
)
TRIALS = Kind(
    name="trials",
    place="content/runs/*.json",
    form=yaml(PairedTrials),
    referents=("trials",),
)
TASK = Kind(
    name="task",
    place="content/tasks/*.yaml",
    form=FileForm(Task, open_task),
    wish="ask models something, many times, and grade what they say",
    checks=(gradable,),
    referents=("task",),
    then="Then name it in a plan, and try it: python -m sizewise bench PLAN --samples 2",
)
PLAN = Kind(
    name="plan",
    place="content/plans/*.yaml",
    form=yaml(BenchmarkPlan),
    wish="measure models at tasks",
    checks=(runnable,),
    then="Then run it: python -m sizewise bench NAME, or on the page Benchmark lab.",
)

KINDS: tuple[AnyKind, ...] = (
    COURSE,
    LESSON,
    QUIZ,
    MODEL,
    CAST,
    GLOSSARY,
    FAQ,
    CHECKLIST,
    CHOOSE,
    MISSION,
    TRIALS,
    TASK,
    PLAN,
)
"""All of them, in the order of the guide."""
