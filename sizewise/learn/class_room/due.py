"""What is due in a class, and what of it is done."""

from collections.abc import Iterable, Mapping

from sizewise.learn.class_room.membership import Assignment, Member
from sizewise.learn.quiz.attempt import Standing
from sizewise.learn.quiz.item import Quiz


def is_done(
    assignment: Assignment,
    member: Member,
    standings: Iterable[Standing],
    quizzes: Mapping[str, Quiz],
) -> bool:
    """Whether a member has finished what is asked, in the way that is asked, since joining.

    `standings` are those of attempts that were made here: what was brought counts for no class.
    """
    quiz = quizzes.get(assignment.lesson)
    return quiz is not None and any(
        each.attempt.quiz_id == assignment.lesson
        and each.attempt.mode == assignment.mode
        and each.attempt.started_at >= member.joined_at
        and each.finished(quiz)
        for each in standings
    )
