"""The gradebook: the best attempt of each learner at each quiz, and files of it to take along."""

from collections.abc import Sequence
from fractions import Fraction

import streamlit as st
from markupsafe import Markup

from sizewise.ground.written import day_words, whole_percent
from sizewise.learn.class_room.gradebook import (
    GradeColumn,
    GradeRow,
    QuizGrade,
    Taken,
    columns_taken,
    gradebook,
)
from sizewise.learn.class_room.gradebook_csv import GradeFile, gradebook_csv
from sizewise.learn.class_room.membership import Class
from sizewise.learn.class_room.small_cells import FEWEST, parts
from sizewise.ui import house, session
from sizewise.ui.class_room.report.frame import TOO_FEW, counts_of, members, on_projector
from sizewise.ui.kit.html import show_html
from sizewise.ui.kit.table import Row, stacked_html
from sizewise.ui.you.attempts import WAYS

FILES: dict[GradeFile, str] = {
    "spreadsheet": "For a spreadsheet",
    "moodle": "For Moodle",
    "canvas": "For Canvas",
}
HOW: dict[GradeFile, str] = {
    "spreadsheet": "Points of 100, one row a learner.",
    "moodle": (
        "Write each learner’s ID number or email address beside the pseudonym, then import it "
        "under Grades, Import, CSV file. Map that column to your users, and each quiz to a grade "
        "item."
    ),
    "canvas": (
        "Write each learner’s ID, SIS User ID or SIS Login ID beside the pseudonym, then import it "
        "in the gradebook. A quiz becomes an assignment worth 100 points, or the one of that name."
    ),
}


def draw(group: Class) -> None:
    """Draw the table, and the files."""
    learners = members(group)
    if not learners:
        return
    projector = on_projector()
    taken, quizzes = house.journal().taken(*counts_of(group)), house.library().quizzes
    columns = _columns(group, taken)
    if not columns:
        st.markdown("Nothing is assigned, and nobody has begun a quiz since joining.")
        return
    names, zone = [each.pseudonym for each in learners], session.zone()
    rows = gradebook(names, columns, taken, quizzes, zone)
    titles = [_title(each) for each in columns]
    show_html(_totals(columns, titles, rows) if projector else _table(columns, titles, rows))
    st.caption(
        "The best finished attempt counts, of those begun since joining; for an assignment only "
        "one taken as assigned. Late: first finished after the due day, in the time zone of your "
        f"browser ({zone})."
    )
    if not projector:
        _files(titles, rows)


def _columns(group: Class, taken: Sequence[Taken]) -> tuple[GradeColumn, ...]:
    """What is assigned, by due day; without assignments whatever was begun."""
    given = house.journal().assignments(group.id)
    if given:
        return tuple(GradeColumn(each.lesson, each.mode, each.due_on) for each in given)
    return columns_taken(taken, [entry.id for entry in house.library().course.lessons])


def _title(column: GradeColumn) -> str:
    known = {entry.id: entry.title for entry in house.library().course.lessons}
    title = known.get(column.quiz_id, f"{column.quiz_id} (not in the course any more)")
    return f"{title} ({WAYS[column.mode].lower()})" if column.mode else title


def _heads(columns: Sequence[GradeColumn], titles: Sequence[str]) -> list[str]:
    return [
        f"{title}, due {day_words(column.due_on)}" if column.due_on else title
        for column, title in zip(columns, titles, strict=True)
    ]


def _table(
    columns: Sequence[GradeColumn], titles: Sequence[str], rows: Sequence[GradeRow]
) -> Markup:
    lines = [
        Row(
            Markup('<span class="name">{}</span>').format(row.pseudonym),
            [_cell(g) for g in row.grades],
        )
        for row in rows
    ]
    return stacked_html(["Learner", *_heads(columns, titles)], lines, css="grades")


def _cell(grade: QuizGrade) -> Markup:
    if grade.share is None:
        return Markup('<span class="none">{}</span>').format(grade.state)
    late = Markup('<span class="pill now">late</span>') if grade.late else Markup()
    return Markup("<b>{}</b> {}").format(whole_percent(grade.share), late)


def _totals(
    columns: Sequence[GradeColumn], titles: Sequence[str], rows: Sequence[GradeRow]
) -> Markup:
    heads = ("Quiz", "Finished", "Begun", "Not begun", "Mean")
    lines = [
        _total(title, [row.grades[n] for row in rows])
        for n, title in enumerate(_heads(columns, titles))
    ]
    return stacked_html(heads, lines, css="grades")


def _total(title: str, grades: Sequence[QuizGrade]) -> Row:
    """How many are how far, and the mean of all who have finished."""
    states = [each.state for each in grades]
    cells = parts([states.count("finished"), states.count("begun"), states.count("not begun")])
    shares = [each.share for each in grades if each.share is not None]
    few = len(shares) < FEWEST
    mean = "not told" if few else whole_percent(Fraction(sum(shares)) / len(shares))
    return Row(title, [*(cell.words for cell in cells), mean] if cells else [], why=TOO_FEW)


def _files(titles: Sequence[str], rows: Sequence[GradeRow]) -> None:
    st.header("Take it along", anchor=False)
    kind = st.segmented_control(
        "Whom the file is for",
        tuple(FILES),
        format_func=FILES.__getitem__,
        default="spreadsheet",
        required=True,
        key="class_grade_file",
        label_visibility="collapsed",
    )
    st.markdown(HOW[kind])
    st.download_button(
        "Download the gradebook",
        gradebook_csv(kind, titles, rows).encode(),
        file_name=f"gradebook-{kind}-{house.now_here().date().isoformat()}.csv",
        mime="text/csv",
        icon=":material/download:",
        key="class_grades_csv",
        on_click="ignore",
    )
