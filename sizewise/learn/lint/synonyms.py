"""Words that say the same in keys about cost, size and speed."""

from collections.abc import Mapping

from sizewise.learn.lint.words import content_words, word_set, words

_SYNONYMS: Mapping[str, frozenset[str]] = {
    "cheap": word_set("cheap cheaper cheapest inexpensive affordable"),
    "costly": word_set("costly costlier costliest dear dearer dearest expensive pricey"),
    "small": word_set("small smaller smallest little tiny"),
    "large": word_set("large larger largest big bigger biggest huge"),
    "fast": word_set("fast faster fastest quick quicker quickest quickly"),
    "slow": word_set("slow slower slowest slowly"),
}
_MEANT = {word: meaning for meaning, said in _SYNONYMS.items() for word in said}

_AMOUNT = word_set("bill bills charge charges cost costs fee fees money price prices rate rates")
_LESS = word_set("less least low lower lowest fewer save saves") | _SYNONYMS["small"]
_MORE = word_set("more most high higher highest") | _SYNONYMS["large"]


def meanings(text: str) -> frozenset[str]:
    """Its content words, each as the first of its synonyms; a low price is cheap, too."""
    said = frozenset(words(text))
    meant = {_MEANT.get(word, word) for word in content_words(text)}
    if said & _AMOUNT:
        meant |= {"cheap"} if said & _LESS else set()
        meant |= {"costly"} if said & _MORE else set()
    return frozenset(meant)
