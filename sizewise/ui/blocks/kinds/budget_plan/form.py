"""The plan as a form to fill in by hand."""

from markupsafe import Markup

from sizewise.ground.written import dollars, exactly, grouped
from sizewise.learn.lesson.blocks.budget_plan import BudgetPlan
from sizewise.ui import house
from sizewise.ui.kit.author import line
from sizewise.ui.kit.paper import Form, line_to_write, tag, ticks_html


def on_paper(block: BudgetPlan) -> Form:
    """The plan as a form to fill in by hand."""
    profiles = [house.library().catalogue.model(model) for model in block.models]
    given = Markup(
        "<p>"
        "{} pupils, {} questions each on {} school days a month, {} tokens in and "
        "{} out for each. The budget is {} a month.</p>"
    ).format(
        grouped(block.pupils),
        exactly(block.questions),
        block.days,
        grouped(block.usage.input),
        grouped(block.usage.output),
        dollars(block.budget),
    )
    lines = ("Questions a month:", "Tokens in and out a month:", "Cost a month, with your working:")
    events = Markup().join(
        Markup("<li><b>{}</b>{}</li>").format(line(event.name), line_to_write("Then we"))
        for event in block.events
    )
    lessons = Markup().join(
        Markup("<li><b>{}:</b> {}</li>").format(line(event.name), line(event.lesson))
        for event in block.events
    )
    return Form(
        Markup(
            "{}<h4>{}</h4>{}<p>The model:</p>{}{}{}<p>What may happen, and what we do:</p>"
            "<ol>{}</ol>"
        ).format(
            tag("Your plan"),
            line(block.title),
            given,
            ticks_html((each.name for each in profiles), row=True),
            Markup().join(map(line_to_write, lines)),
            line_to_write("How a test will show that it is good enough:", 2),
            events,
        ),
        Markup("<ul>{}</ul>").format(lessons),
    )
