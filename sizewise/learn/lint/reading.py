"""How hard a text is to read: the Flesch-Kincaid school grade, with our own syllable count."""

import re
from functools import lru_cache

_WORD = re.compile(r"[A-Za-z]+(?:['’][A-Za-z]+)*")
_SENTENCE_END = re.compile(r"[.!?:]+(?=\s|$)|\n+")
_VOWELS = re.compile(r"[aeiouy]+")

_SILENT = re.compile(
    r"(?<![aeiouyl])es?$"  # cause, rates
    r"|(?<=[aeiouy])les?$"  # scale, rules; but not table
    r"|(?<=[gq])ues?$"  # catalogue, technique
    r"|(?<=[aeiouy])(?:[^aeiouy]{0,2}[^aeiouytd]|tch)(?<![^aeiouyl]l)ed$"  # called; not enabled
    r"|yed$"  # played
    r"|[aeiouy][^aeiouy]e(?=(?:ly|less|ness|ful|ty)$)"  # safely, useful
    r"|[aeiouy][^aeiouyl]e(?=ments?$)"  # statement; but not element
    r"|[aeiouy][^aeiouy]e(?=(?:where|thing|times?|works?|lines?|base|book|page|names?|zone|fully)$)"
)
_HEARD = re.compile(
    r"(?:[sxzg]|[cs]h|c)es$"  # prices, batches
    r"|(?<![ct])ia|(?<=[dvnlr])ious|ium|iety|ier$"  # material, various, medium, easier
    r"|io(?=ts?$)|(?<=[dr])io"  # patriot, audio
    r"|(?<![ct])ien(?=[ct])|(?<=sc)ien"  # client, experience; but not efficient
    r"|[aeouy]ing|(?<=[bp])eo(?=[^u])|(?<=d)eo|(?<=cr)ea|ea(?=$|s$)|(?<=id)ea"  # seeing, video
    r"|(?<![qg])ua|(?<=fl)ue(?=n)"  # usual, fluent
    r"|sms?$|thms?$"  # mechanism, algorithm
    r"|(?<=[sd])n['’]t$"  # doesn't
)
_EXCEPTIONS = {"every": 2, "people": 2, "business": 2, "area": 3, "being": 2, "idea": 3, "ideas": 3}


@lru_cache(maxsize=20_000)
def syllables(word: str) -> int:
    """The number of syllables of an English word, by rules of thumb; at least 1.

    Capitals are read letter by letter: API is 3, and a W is 3 by itself.
    """
    if word.isupper():
        return len(word) + 2 * word.count("W")
    low = re.sub("['’]s$", "", word.lower())
    if low in _EXCEPTIONS:
        return _EXCEPTIONS[low]
    heard = len(_VOWELS.findall(low)) + len(_HEARD.findall(low)) - len(_SILENT.findall(low))
    return max(1, heard)


def grade(text: str) -> float | None:
    """The school grade that reads a text with ease; none when it has no words.

    Flesch-Kincaid: 0.39 words per sentence + 11.8 syllables per word - 15.59 (Kincaid, Fishburne,
    Rogers and Chissom, 1975). A line break ends a sentence; numbers are not words.
    """
    said = _WORD.findall(text)
    if not said:
        return None
    sentences = sum(1 for each in _SENTENCE_END.split(text) if _WORD.search(each))
    return 0.39 * len(said) / sentences + 11.8 * sum(map(syllables, said)) / len(said) - 15.59


def word_count(text: str) -> int:
    """How many words the grade counts."""
    return len(_WORD.findall(text))
