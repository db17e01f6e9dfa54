"""Blocks that simulate, check or judge, on paper: their first state, and something to find out."""

from html import escape

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
    said = window.verdict_html(call, escape(profile.name))
    picture = window.bar_html(call, pieces) + window.key_html(call, pieces)
    return Form(f"{tag('What fills the window')}{picture}{said}{stamp}")


def forgetting_chat(block: ForgettingChat) -> Form:
    """The whole chat with its tokens, to be crossed out from the top."""
    encoding = tokenizer_of(house.library().catalogue.model(block.model)).encoding
    sizes = [count(turn.text, encoding) for turn in block.turns]
    talk = chat.Talk(block.turns, sizes, count(block.question, encoding), block.window, block.needs)
    rows = "".join(
        f"<tr><td>{number}</td><td><b>{chat.WHO[turn.who]}:</b> {filled(turn.text)}</td>"
        f"<td>{size}</td></tr>"
        for number, (turn, size) in enumerate(zip(block.turns, sizes, strict=True), start=1)
    )
    ask = (
        f"<p>Now you ask, with {talk.question} tokens: <b>{filled(block.question)}</b> Only "
        f"{block.window} tokens fit in. Cross out messages from the top until the rest and the "
        "question fit.</p>"
    )
    table = (
        '<table class="turns"><thead><tr><th>No.</th><th>Message</th><th>Tokens</th></tr></thead>'
        f"<tbody>{rows}</tbody></table>"
    )
    return Form(
        f"{tag('A chat that forgets')}{table}{ask}<p>Can the model know the answer?</p>"
        f"{ticks_html(YES_NO, row=True)}",
        f"<p>{talk.forgotten} of {len(sizes)} messages are no longer sent.</p>"
        f"{chat.verdict_html(talk)}",
    )


def queue(block: QueueBlock) -> Form:
    """The first hour with the fewest workers."""
    service = Service(float(block.arrivals), float(block.seconds), block.workers[0])
    hour = simulate(service, 1)
    charts = f'<div class="queues">{queueing.chart_html(hour)}{queueing.bend_html(service)}</div>'
    said = queueing.verdict_html(service, hour)
    numbers = numbers_html(queueing.numbers(service, hour))
    return Form(f"{tag('An hour of calls that wait')}{said}{numbers}{charts}")


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
        f"{tag('Pass on what the small model fails at')}"
        f"{router.verdict_html(plan, step)}{numbers}{picture}"
    )


def break_the_json(block: BreakTheJson) -> Form:
    """The schema and the replies, to be judged by eye; the program's verdicts at the end."""
    schema = read_schema(block.schema_text)
    replies = [("As asked", block.reply), *((each.name, each.reply) for each in block.broken)]
    rows = "".join(
        f"<tr><th>{filled(name)}</th><td><pre>{escape(reply)}</pre></td>"
        f"<td>{BOX} yes<br>{BOX} no</td></tr>"
        for name, reply in replies
    )
    verdicts = "".join(
        f"<li>{filled(name)}: <b>{'no' if flaws else 'yes'}</b>"
        f"{escape('. ' + '; '.join(flaw.what for flaw in flaws)) if flaws else ''}</li>"
        for name, flaws in ((name, schema.flaws(reply)) for name, reply in replies)
    )
    return Form(
        f"{tag('Break the reply')}<p>The schema a program keeps to:</p>"
        f"<pre>{escape(block.schema_text)}</pre>"
        '<table class="replies"><thead><tr><th>Reply</th><th>What comes back</th>'
        f"<th>Can a program use it?</th></tr></thead><tbody>{rows}</tbody></table>",
        f"<ul>{verdicts}</ul>",
    )


def blind_rating(block: BlindRating) -> Form:
    """Both answers with a scale to circle; who they are stands at the end."""
    shown = blind.in_order(block.answers, "paper", block.question)
    cards = "".join(
        f'<article class="rated"><h4>Answer {letter}</h4>{told(answer.text)}'
        f'<p class="circle">Circle: {" ".join(f"<b>{mark}</b>" for mark in blind.MARKS)}</p>'
        "</article>"
        for letter, answer in zip(blind.LETTERS, shown, strict=True)
    )
    names = "".join(
        f"<li>Answer {letter}: <b>{filled(answer.name)}</b>. Others gave "
        f"{', '.join(map(str, answer.ratings))}; their median is "
        f"{blind.number_words(Ratings(answer.ratings).median)}.</li>"
        for letter, answer in zip(blind.LETTERS, shown, strict=True)
    )
    return Form(
        f'{tag("Rate before you know")}{blind.case_html(block)}<div class="pair">{cards}</div>',
        f"<ul>{names}</ul>{told(block.lesson)}",
    )


def spot_the_key(block: SpotTheKey) -> Form:
    """The code with its line numbers; the leaks stand at the end."""
    leaks = "".join(f"<li>Line {leak.line}: {filled(leak.why)}</li>" for leak in block.leaks)
    return Form(
        f"{tag('Find the leaks')}<p><b>{filled(block.question)}</b></p>"
        f"{code_html(block.code.rstrip().split(chr(10)), ())}"
        f"{line_to_write('Lines that leak:')}",
        f"<ul>{leaks}</ul><p><b>Instead:</b> {filled(block.fix)}</p>",
    )


def still_true(block: StillTrue) -> Form:
    """Each claim with its day and two boxes; what the catalogue says stands at the end."""
    facts = house.library().facts_on(house.today())
    judged = [(claim, judge(claim, facts)) for claim in block.claims]
    asked = "".join(
        f"<li>{claims.claim_html(claim, truth)}"
        f"{ticks_html((claims.STILL, claims.OUT), row=True)}</li>"
        for claim, truth in judged
    )
    said = "".join(
        f"<li><b>{claims.STILL if truth.still else claims.OUT}.</b> "
        f"{filled(claim.why.replace('{then}', truth.then).replace('{now}', truth.now))}</li>"
        for claim, truth in judged
    )
    return Form(
        f"{tag('Does it still hold today?')}<ol>{asked}</ol>",
        f"<ol>{said}</ol>",
    )


def budget_plan(block: BudgetPlan) -> Form:
    """The plan as a form to fill in by hand."""
    profiles = [house.library().catalogue.model(model) for model in block.models]
    given = (
        f"<p>{block.pupils:,} pupils, {block.questions.normalize():f} questions each on "
        f"{block.days} school days a month, {block.usage.input:,} tokens in and "
        f"{block.usage.output:,} out for each. The budget is {dollars(block.budget)} a month.</p>"
    )
    lines = ("Questions a month:", "Tokens in and out a month:", "Cost a month, with your working:")
    events = "".join(
        f"<li><b>{filled(event.name)}</b>{line_to_write('Then we')}</li>" for event in block.events
    )
    lessons = "".join(
        f"<li><b>{filled(event.name)}:</b> {filled(event.lesson)}</li>" for event in block.events
    )
    return Form(
        f"{tag('Your plan')}<h4>{filled(block.title)}</h4>{given}<p>The model:</p>"
        f"{ticks_html((escape(each.name) for each in profiles), row=True)}"
        f"{''.join(map(line_to_write, lines))}"
        f"{line_to_write('How a test will show that it is good enough:', 2)}"
        f"<p>What may happen, and what we do:</p><ol>{events}</ol>",
        f"<ul>{lessons}</ul>",
    )
