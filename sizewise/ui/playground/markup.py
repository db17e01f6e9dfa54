"""A reply as HTML: its text, what it took, its tokens and how likely each of them was."""

from math import exp

from markupsafe import Markup

from sizewise.gateway.protocol import TokenProbability
from sizewise.ground.written import grouped, noun_for, number, number_of, whole_percent
from sizewise.sizing.tokens.chips import Chip
from sizewise.ui.kit.chips import COLOURS, LONG, shown_html
from sizewise.ui.kit.table import table_html
from sizewise.ui.lab.tokenized import counts_html
from sizewise.ui.playground.reply import StreamedReply

UNSURE = 0.5
"""Below this probability a token was less likely than all others together."""
MILLISECOND = 0.001
_REASONS = {
    "stop": "The reply ended by itself.",
    "length": "The reply was cut: it reached the limit of tokens out.",
    "content_filter": "The provider's filter ended the reply.",
}


def so_far_html(reply: StreamedReply, css: str = "pg-counts") -> Markup:
    """How far the call is, what came, what it took, who answers; a failure is told elsewhere."""
    status = Markup() if reply.failure else status_html(reply)
    text = text_html(reply) if reply.text else Markup()
    source = Markup('<p class="fine">Answered by: {}</p>').format(reply.source)
    return status + text + figures_html(reply, css) + (source if reply.source else Markup())


def status_html(reply: StreamedReply) -> Markup:
    """How far the call is, in words that are also read aloud."""
    return Markup('<p class="pg-status" role="status">{}</p>').format(_status(reply))


def _status(reply: StreamedReply) -> str:
    if reply.stopped:
        return "Stopped. What had come stays."
    if reply.finish_reason:
        ended = _REASONS.get(reply.finish_reason, f"It ended: {reply.finish_reason}.")
        return " ".join(filter(None, (ended, _beside(reply))))
    if reply.place:
        others = number_of(reply.place, "other")
        return f"{others} {noun_for(reply.place, 'is', 'are')} served before you."
    if reply.text:
        return "Writing …"
    if reply.first is not None:
        return "Thinking …" if reply.thought else "Writing …"
    return "Reading your prompt …" if reply.source else "Getting ready …"


def _beside(reply: StreamedReply) -> str:
    """What else there is to say of a reply that is whole."""
    if not reply.text:
        thought = reply.thought or (reply.usage and reply.usage.reasoning)
        return "It is empty: there was only thinking." if thought else "It is empty."
    if reply.refused:
        return "The provider marks it as a refusal."
    if reply.first is None:
        return "It came in one piece, so nobody knows when its first token was there."
    if reply.thought:
        return "Its first token was one of thinking."
    if hidden := reply.usage.reasoning if reply.usage else 0:
        return (
            f"{number_of(hidden, 'token')} of hidden thinking came first and are not in its speed."
        )
    return ""


def text_html(reply: StreamedReply) -> Markup:
    """The words of the reply."""
    css = "pg-reply" if reply.over else "pg-reply open"
    return Markup('<div class="{}" dir="auto">{}</div>').format(css, reply.text)


def figures_html(reply: StreamedReply, css: str = "pg-counts") -> Markup:
    """What the call took: times as vLLM's `bench serve` defines them, tokens as reported."""
    usage, about = reply.usage, "about " if reply.estimated else ""
    told = {
        "First token": "–" if reply.first is None else _seconds(reply.first),
        "Tokens per second": "–" if reply.speed is None else number(reply.speed, 0),
        "Tokens in": f"{about}{grouped(usage.input)}" if usage else "–",
        "of them cached": grouped(usage.cached) if usage else "–",
        "Tokens out": f"{about}{grouped(usage.output)}" if usage else "–",
    }
    return counts_html(told, css)


def _seconds(wait: float) -> str:
    return f"{number(wait)} s" if wait >= MILLISECOND else "under 0.001 s"


def tokens_html(tokens: tuple[TokenProbability, ...]) -> Markup:
    """The reply's tokens, each with its probability; unsure ones have a dashed edge."""
    drawn = Markup("<wbr>").join(_token(place, each) for place, each in enumerate(tokens))
    words = ", ".join(f"{each.text} {_percent(each)}" for each in tokens[:50])
    label = f"{number_of(len(tokens), 'token')} with probabilities: {words}"
    view = Markup(
        '<div class="view pg-tokens" role="img" aria-label="{}">'
        '<span class="tks" aria-hidden="true">{}</span></div>'
    ).format(label, drawn)
    return (_reel(view) if len(tokens) > LONG else view) + _table(tokens)


def _reel(view: Markup) -> Markup:
    return Markup(
        '<div class="reel" tabindex="0" role="region" aria-label="All tokens">{}</div>'
    ).format(view)


def _token(place: int, token: TokenProbability) -> Markup:
    unsure = " multi" if exp(token.logprob) < UNSURE else ""
    return Markup('<span class="tk tk%s%s">%s<small>%s</small></span>') % (
        place % COLOURS,
        unsure,
        shown_html(_chip(token)),
        _percent(token),
    )


def _table(tokens: tuple[TokenProbability, ...]) -> Markup:
    rows = [_row(place, each) for place, each in enumerate(tokens[:LONG], 1)]
    heads = ("Place", "Token", "Probability", "What else it might have been")
    table = table_html("Tokens and probabilities", heads, rows)
    return Markup(
        '<details class="more"><summary>The same as a table, with the other candidates</summary>'
        "{}</details>"
    ).format(table)


def _row(place: int, token: TokenProbability) -> tuple[str, ...]:
    others = Markup(" · ").join(
        Markup("%s %s") % (shown_html(_chip(each)), _percent(each))
        for each in token.others
        if each.text != token.text
    )
    return (str(place), shown_html(_chip(token)), _percent(token), others)


def _chip(token: TokenProbability) -> Chip:
    text = token.raw.decode(errors="backslashreplace") if token.raw else token.text
    return Chip(text, (0,), token.raw or token.text.encode())


def _percent(token: TokenProbability) -> str:
    return whole_percent(min(1.0, exp(token.logprob)))
