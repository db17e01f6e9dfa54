"""Whether a quiz can be shown and scored at all. Quality is the linter's matter."""

from sizewise.ground.written import number_of
from sizewise.learn.quiz.faults import faults
from sizewise.learn.quiz.item import LimitVariable, PriceVariable, Quiz, Variable
from sizewise.library.asked import at_rest
from sizewise.library.checks.findings import problem_of
from sizewise.library.checks.readable import readable
from sizewise.library.fact import FactUnknown
from sizewise.library.facts import CatalogueFacts
from sizewise.library.kind import Desk
from sizewise.library.opened import Opened
from sizewise.library.read.tree import line_of


def answerable(opened: Opened[Quiz], _desk: Desk) -> None:
    """Report every item that has no clear answer, and a draw that the bank cannot serve."""
    read = readable(opened)
    for finding in faults(read.quiz) if read else ():
        if read and read.speaks_of(finding):
            opened.page.add(problem_of(finding, opened.page.file, opened.root))


def variables_known(opened: Opened[Quiz], desk: Desk) -> None:
    """Report variables whose price or limit the catalogue does not have for a model it has."""
    for at, item in enumerate(opened.value.items if opened.value else ()):
        for name, variable in item.variables.items():
            if error := _no_value(variable, desk.facts):
                line = line_of(opened.root, "items", at, "variables", name)
                place = f"items > {item.id} > variables > {name}"
                told = opened.page.report_once if error.innocent else opened.page.report
                told(line, place, error.what, error.fix)


def asked_today(opened: Opened[Quiz], desk: Desk) -> None:
    """Warn of items that are not asked because a fact they rest on was not checked lately.

    Conditions that do not hold are told where they stand.
    """
    old = [each for each in at_rest(opened.value, desk.facts) if each.old] if opened.value else []
    if opened.value and old:
        line = line_of(opened.root, "items", opened.value.items.index(old[0].item))
        what = f"{number_of(len(old), 'item')} of {len(opened.value.items)} not asked: {old[0].why}"
        opened.page.report(line, f"items > {old[0].item.id}", what, _CHECK, "W")


_CHECK = "hold it against its source and write today's date: in last_verified or the model's file"


def _no_value(variable: Variable, facts: CatalogueFacts) -> FactUnknown | None:
    try:
        if isinstance(variable, PriceVariable) and _known(variable.price.model, facts):
            facts.price(variable.price.model, variable.price.field)
        if isinstance(variable, LimitVariable) and _known(variable.limit.model, facts):
            facts.limit(variable.limit.model, variable.limit.field)
    except FactUnknown as error:
        return error
    return None


def _known(model: str, facts: CatalogueFacts) -> bool:
    catalogue = facts.catalogue
    return model in {*catalogue.profiles, *catalogue.cast.by_name, *catalogue.broken}
