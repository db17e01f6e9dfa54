"""Blocks of a lesson on paper: still pictures of how they begin, and questions with boxes."""

from html import escape

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


def filled(text: str) -> str:
    """One line of an author's text, facts filled in, as HTML."""
    return inline(house.facts().text(text))


def told(text: str) -> str:
    """An author's paragraphs, facts filled in, as HTML."""
    return html(house.facts().text(text))


def token_chips(block: TokenChips) -> Form:
    """The text as tokens, with its count."""
    profile = house.library().catalogue.model(block.model)
    cut = chips(block.text, tokenizer_of(profile).encoding)
    tokens = "1 token" if cut.total == 1 else f"{cut.total:,} tokens"
    words = len(block.text.split())
    tally = f"<b>{tokens}</b> for {words:,} {'word' if words == 1 else 'words'}"
    return Form(
        f"{tag('How a model reads it')}{view_html(cut)}"
        f'<p class="tally">{tally} on {escape(profile.name)}</p>'
    )


def receipt(block: ReceiptBlock) -> Form:
    """The receipt as it stands on screen."""
    return Form(job_html(block))


def cost_slider(block: CostSlider) -> Form:
    """The receipt where the slider starts, and a sum to do by hand."""
    preset = block.presets[0]
    bill = slider_bill_html(block, block.start, preset)
    sent, written = preset.usage.input, preset.usage.output
    words = (
        f"<p>{filled(block.label)}: <b>{block.start:,}</b>. Each takes {sent:,} tokens in and "
        f"{written:,} out{_named(block)}.</p>"
    )
    ask = line_to_write(f"Your turn: what would {block.maximum:,} of them cost?")
    return Form(f'<div class="beside"><div>{words}{ask}</div>{bill}</div>')


def _named(block: CostSlider) -> str:
    return f" ({escape(block.presets[0].name)})" if len(block.presets) > 1 else ""


def guess_first(block: GuessFirst) -> Form:
    """The question and its choices; what is right stands at the end of the sheet."""
    answer = guess_answer(house.library().catalogue, house.today(), block.answer)
    choices = [escape(amount_words(guess, block.unit)) for guess in block.guesses]
    said = told(block.reveal.replace("{answer}", f"**{amount_words(answer, block.unit)}**"))
    why = line_to_write("Why do you think so?")
    return Form(
        f'{tag("Guess first")}<div class="asking">{told(block.question)}</div>'
        f"{ticks_html(choices, row=True)}{why}",
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
    note = f'<p class="surprise">{escape(said)}</p>' if said else ""
    picture, bill = picture_html(rows, width, height), photo_bill_html(rows, width, height)
    left = f"<div>{tag('What a picture costs')}{picture}</div>"
    return Form(f'<div class="beside">{left}{bill}</div>{note}')


def try_it(block: TryIt) -> Form:
    """The task as a checklist."""
    steps = [filled(step) for step in block.steps] or ["I have done this"]
    numbered = "".join(f"<li>{BOX}<span>{each}</span></li>" for each in steps)
    return Form(
        f'{tag("Your turn")}<p class="asking"><b>{filled(block.task)}</b></p>'
        f'<ol class="ticks" role="list">{numbered}</ol>'
    )
