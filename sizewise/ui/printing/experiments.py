"""Blocks that simulate, check or judge, on paper: their first state, and something to find out."""

from markupsafe import Markup

from sizewise.ground.money import dollars
from sizewise.learn.lesson.agreement import Ratings
from sizewise.learn.lesson.experiment import (
    BlindRating,
    BreakTheJson,
    BudgetPlan,
    ContextWindowBlock,
    ForgettingChat,
    QueueBlock,
    RouterBlock,
    SpotTheKey,
    StillTrue,
)
from sizewise.learn.lesson.json_schema import read_schema
from sizewise.library.checks.claims import judge
from sizewise.sizing.plan.waiting import (
    Service,
    simulate,
)
from sizewise.sizing.tokens.tokenizer import tokenizer_of
from sizewise.sizing.tokens.tokens import count
from sizewise.sizing.tokens.window import Filled
from sizewise.ui import house
from sizewise.ui.blocks import blind, chat, claims, queueing, router, window
from sizewise.ui.blocks.leaks import code_html
from sizewise.ui.blocks.sums import priced
from sizewise.ui.blocks.told import numbers_html
from sizewise.ui.kit.paper import (
    BOX,
    Form,
    line_to_write,
    tag,
    ticks_html,
)
from sizewise.ui.kit.provenance import checked_html
from sizewise.ui.printing.forms import filled, told

YES_NO = ("Yes", "No")


def context_window(block: ContextWindowBlock) -> Form:
    """The window as it is filled at first."""
    profile = house.library().catalogue.model(block.model)
    limits = profile.file.limits
    sent = sum(piece.tokens for piece in block.pieces)
    call = Filled(limits.context_window, sent, block.reply, limits.max_output)
    pieces = [
        (filled(piece.name), piece.tokens, f"w{number}")
        for number, piece in enumerate(block.pieces)
    ]
    stamp = checked_html("limits", limits.checked_on, house.today())
    said = window.verdict_html(call, profile.name)
    picture = window.bar_html(call, pieces) + window.key_html(call, pieces)
    return Form(Markup("{}{}{}{}").format(tag("What fills the window"), picture, said, stamp))


def forgetting_chat(block: ForgettingChat) -> Form:
    """The whole chat with its tokens, to be crossed out from the top."""
    encoding = tokenizer_of(house.library().catalogue.model(block.model)).encoding
    sizes = [count(turn.text, encoding) for turn in block.turns]
    talk = chat.Talk(block.turns, sizes, count(block.question, encoding), block.window, block.needs)
    rows = Markup().join(
        Markup("<tr><td>{}</td><td><b>{}:</b> {}</td><td>{}</td></tr>").format(
            number, chat.WHO[turn.who], filled(turn.text), size
        )
        for number, (turn, size) in enumerate(zip(block.turns, sizes, strict=True), start=1)
    )
    ask = Markup(
        "<p>Now you ask, with {} tokens: <b>{}</b>"
        " Only {} tokens fit in. Cross out messages from the top until the rest and the "
        "question fit.</p>"
    ).format(talk.question, filled(block.question), block.window)
    table = Markup(
        '<table class="turns"><thead><tr><th>No.</th><th>Message</th><th>Tokens</th>'
        "</tr></thead><tbody>{}</tbody></table>"
    ).format(rows)
    return Form(
        Markup("{}{}{}<p>Can the model know the answer?</p>{}").format(
            tag("A chat that forgets"), table, ask, ticks_html(YES_NO, row=True)
        ),
        Markup("<p>{} of {} messages are no longer sent.</p>{}").format(
            talk.forgotten, len(sizes), chat.verdict_html(talk)
        ),
    )


def queue(block: QueueBlock) -> Form:
    """The first hour with the fewest workers."""
    service = Service(float(block.arrivals), float(block.seconds), block.workers[0])
    hour = simulate(service, 1)
    charts = Markup('<div class="queues">{}{}</div>').format(
        queueing.chart_html(hour), queueing.bend_html(service)
    )
    said = queueing.verdict_html(service, hour)
    numbers = numbers_html(queueing.numbers(service, hour))
    return Form(Markup("{}{}{}{}").format(tag("An hour of calls that wait"), said, numbers, charts))


def still_router(block: RouterBlock) -> Form:
    """Routing where its slider starts: a fifth of the subjects go to the large model."""
    trials = house.library().recorded(block.recorded)
    models = (block.small, block.large)
    rows = priced(house.library().catalogue, house.today(), models, block.usage, 1)
    plan = router.Plan(trials, rows[0], rows[1], block.calls)
    step = plan.steps[len(trials.subjects) // 5]
    numbers = numbers_html(router.numbers(plan, step))
    picture = router.chart_html(plan, step) + router.whose_html(plan)
    return Form(
        Markup("{}{}{}{}").format(
            tag("Pass on what the small model fails at"),
            router.verdict_html(plan, step),
            numbers,
            picture,
        )
    )


def break_the_json(block: BreakTheJson) -> Form:
    """The schema and the replies, to be judged by eye; the program's verdicts at the end."""
    schema = read_schema(block.schema_text)
    replies = [("As asked", block.reply), *((each.name, each.reply) for each in block.broken)]
    rows = Markup().join(
        Markup("<tr><th>{}</th><td><pre>{}</pre></td><td>{} yes<br>{} no</td></tr>").format(
            filled(name), reply, BOX, BOX
        )
        for name, reply in replies
    )
    verdicts = Markup().join(
        Markup("<li>{}: <b>{}</b>{}</li>").format(
            filled(name),
            "no" if flaws else "yes",
            ". " + "; ".join(flaw.what for flaw in flaws) if flaws else "",
        )
        for name, flaws in ((name, schema.flaws(reply)) for name, reply in replies)
    )
    return Form(
        Markup(
            '{}<p>The schema a program keeps to:</p><pre>{}</pre><table class="replies">'
            "<thead><tr><th>Reply</th><th>What comes back</th><th>Can a program use it?"
            "</th></tr></thead><tbody>{}</tbody></table>"
        ).format(tag("Break the reply"), block.schema_text, rows),
        Markup("<ul>{}</ul>").format(verdicts),
    )


def blind_rating(block: BlindRating) -> Form:
    """Both answers with a scale to circle; who they are stands at the end."""
    shown = blind.in_order(block.answers, "paper", block.question)
    cards = Markup().join(
        Markup(
            '<article class="rated"><h4>Answer {}</h4>{}<p class="circle">Circle: {}</p></article>'
        ).format(
            letter,
            told(answer.text),
            Markup(" ").join(Markup("<b>{}</b>").format(mark) for mark in blind.MARKS),
        )
        for letter, answer in zip(blind.LETTERS, shown, strict=True)
    )
    names = Markup().join(
        Markup("<li>Answer {}: <b>{}</b>. Others gave {}; their median is {}.</li>").format(
            letter,
            filled(answer.name),
            ", ".join(map(str, answer.ratings)),
            blind.number_words(Ratings(answer.ratings).median),
        )
        for letter, answer in zip(blind.LETTERS, shown, strict=True)
    )
    return Form(
        Markup('{}{}<div class="pair">{}</div>').format(
            tag("Rate before you know"), blind.case_html(block), cards
        ),
        Markup("<ul>{}</ul>{}").format(names, told(block.lesson)),
    )


def spot_the_key(block: SpotTheKey) -> Form:
    """The code with its line numbers; the leaks stand at the end."""
    leaks = Markup().join(
        Markup("<li>Line {}: {}</li>").format(leak.line, filled(leak.why)) for leak in block.leaks
    )
    return Form(
        Markup("{}<p><b>{}</b></p>{}{}").format(
            tag("Find the leaks"),
            filled(block.question),
            code_html(block.code.rstrip().split(chr(10)), ()),
            line_to_write("Lines that leak:"),
        ),
        Markup("<ul>{}</ul><p><b>Instead:</b> {}</p>").format(leaks, filled(block.fix)),
    )


def still_true(block: StillTrue) -> Form:
    """Each claim with its day and two boxes; what the catalogue says stands at the end."""
    facts = house.library().facts_on(house.today())
    judged = [(claim, judge(claim, facts)) for claim in block.claims]
    asked = Markup().join(
        Markup("<li>{}{}</li>").format(
            claims.claim_html(claim, truth), ticks_html((claims.STILL, claims.OUT), row=True)
        )
        for claim, truth in judged
    )
    said = Markup().join(
        Markup("<li><b>{}.</b> {}</li>").format(
            claims.STILL if truth.still else claims.OUT,
            filled(claim.why.replace("{then}", truth.then).replace("{now}", truth.now)),
        )
        for claim, truth in judged
    )
    return Form(
        Markup("{}<ol>{}</ol>").format(tag("Does it still hold today?"), asked),
        Markup("<ol>{}</ol>").format(said),
    )


def budget_plan(block: BudgetPlan) -> Form:
    """The plan as a form to fill in by hand."""
    profiles = [house.library().catalogue.model(model) for model in block.models]
    given = Markup(
        "<p>"
        "{:,} pupils, {:f} questions each on {} school days a month, {:,} tokens in and "
        "{:,} out for each. The budget is {} a month.</p>"
    ).format(
        block.pupils,
        block.questions.normalize(),
        block.days,
        block.usage.input,
        block.usage.output,
        dollars(block.budget),
    )
    lines = ("Questions a month:", "Tokens in and out a month:", "Cost a month, with your working:")
    events = Markup().join(
        Markup("<li><b>{}</b>{}</li>").format(filled(event.name), line_to_write("Then we"))
        for event in block.events
    )
    lessons = Markup().join(
        Markup("<li><b>{}:</b> {}</li>").format(filled(event.name), filled(event.lesson))
        for event in block.events
    )
    return Form(
        Markup(
            "{}<h4>{}</h4>{}<p>The model:</p>{}{}{}<p>What may happen, and what we do:</p>"
            "<ol>{}</ol>"
        ).format(
            tag("Your plan"),
            filled(block.title),
            given,
            ticks_html((each.name for each in profiles), row=True),
            Markup().join(map(line_to_write, lines)),
            line_to_write("How a test will show that it is good enough:", 2),
            events,
        ),
        Markup("<ul>{}</ul>").format(lessons),
    )
