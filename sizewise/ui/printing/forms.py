"""Blocks of a lesson on paper: still pictures of how they begin, and questions with boxes."""

from markupsafe import Markup

from sizewise.learn.lesson.block import (
    CostSlider,
    GuessFirst,
    ImageTokens,
    MistakeOrBetter,
    ProfileCard,
    ReceiptBlock,
    TokenChips,
    TryIt,
)
from sizewise.sizing.tokens.chips import chips
from sizewise.sizing.tokens.tokenizer import tokenizer_of
from sizewise.ui import house
from sizewise.ui.blocks.image import photo_bill_html, picture_html
from sizewise.ui.blocks.money import job_html, slider_bill_html
from sizewise.ui.blocks.sums import amount_words, guess_answer, pictured, surprise
from sizewise.ui.blocks.words import mistake_html
from sizewise.ui.kit.card import card_html
from sizewise.ui.kit.chips import view_html
from sizewise.ui.kit.markdown import (
    html,
    inline,
)
from sizewise.ui.kit.paper import (
    BOX,
    Form,
    line_to_write,
    tag,
    ticks_html,
)


def filled(text: str) -> Markup:
    """One line of an author's text, facts filled in, as HTML."""
    return inline(house.facts().text(text))


def told(text: str) -> Markup:
    """An author's paragraphs, facts filled in, as HTML."""
    return html(house.facts().text(text))


def token_chips(block: TokenChips) -> Form:
    """The text as tokens, with its count."""
    profile = house.library().catalogue.model(block.model)
    cut = chips(block.text, tokenizer_of(profile).encoding)
    tokens = "1 token" if cut.total == 1 else f"{cut.total:,} tokens"
    words = len(block.text.split())
    tally = Markup("<b>{}</b> for {:,} {}").format(tokens, words, "word" if words == 1 else "words")
    return Form(
        Markup('{}{}<p class="tally">{} on {}</p>').format(
            tag("How a model reads it"), view_html(cut), tally, profile.name
        )
    )


def receipt(block: ReceiptBlock) -> Form:
    """The receipt as it stands on screen."""
    return Form(job_html(block))


def cost_slider(block: CostSlider) -> Form:
    """The receipt where the slider starts, and a sum to do by hand."""
    preset = block.presets[0]
    bill = slider_bill_html(block, block.start, preset)
    sent, written = preset.usage.input, preset.usage.output
    words = Markup("<p>{}: <b>{:,}</b>. Each takes {:,} tokens in and {:,} out{}.</p>").format(
        filled(block.label), block.start, sent, written, _named(block)
    )
    ask = line_to_write(f"Your turn: what would {block.maximum:,} of them cost?")
    return Form(Markup('<div class="beside"><div>{}{}</div>{}</div>').format(words, ask, bill))


def _named(block: CostSlider) -> str:
    return f" ({block.presets[0].name})" if len(block.presets) > 1 else ""


def guess_first(block: GuessFirst) -> Form:
    """The question and its choices; what is right stands at the end of the sheet."""
    answer = guess_answer(house.library().catalogue, house.today(), block.answer)
    choices = [amount_words(guess, block.unit) for guess in block.guesses]
    said = told(block.reveal.replace("{answer}", f"**{amount_words(answer, block.unit)}**"))
    why = line_to_write("Why do you think so?")
    return Form(
        Markup('{}<div class="asking">{}</div>{}{}').format(
            tag("Guess first"), told(block.question), ticks_html(choices, row=True), why
        ),
        said,
    )


def profile_card(block: ProfileCard) -> Form:
    """The model's card; its sources stay on screen."""
    profile = house.library().catalogue.model(block.model)
    return Form(card_html(profile, house.today()))


def mistake_or_better(block: MistakeOrBetter) -> Form:
    """Both thoughts side by side."""
    return Form(mistake_html(block))


def image_tokens(block: ImageTokens) -> Form:
    """The picture at its first size, cut up and priced."""
    width, height = block.width, block.height
    rows = pictured(house.library().catalogue, house.today(), block.models, width, height)
    said = surprise(rows)
    note = Markup('<p class="surprise">{}</p>').format(said) if said else Markup()
    picture, bill = picture_html(rows, width, height), photo_bill_html(rows, width, height)
    left = Markup("<div>{}{}</div>").format(tag("What a picture costs"), picture)
    return Form(Markup('<div class="beside">{}{}</div>{}').format(left, bill, note))


def try_it(block: TryIt) -> Form:
    """The task as a checklist."""
    steps = [filled(step) for step in block.steps] or [Markup("I have done this")]
    numbered = Markup().join(
        Markup("<li>{}<span>{}</span></li>").format(BOX, each) for each in steps
    )
    return Form(
        Markup('{}<p class="asking"><b>{}</b></p><ol class="ticks" role="list">{}</ol>').format(
            tag("Your turn"), filled(block.task), numbered
        )
    )
