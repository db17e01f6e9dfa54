"""Words that nobody says to a learner of fifteen, each with what people say today."""

import re
from collections.abc import Iterator, Mapping

OLD_WORDS: Mapping[str, str] = {
    "albeit": "though",
    "alas": "sadly",
    "amongst": "among",
    "anew": "again",
    "betwixt": "between",
    "dearer": "more expensive",
    "dearest": "most expensive",
    "ere": "before",
    "for ever": "forever",
    "for it asks": "because it asks",
    "for it is": "because it is",
    "for otherwise": "or else",
    "for they": "because they",
    "forthwith": "at once",
    "half as large again": "one and a half times as large",
    "half as long again": "one and a half times as long",
    "half as many again": "one and a half times as many",
    "half as much again": "one and a half times as much",
    "hence": "so",
    "henceforth": "from now on",
    "hither": "here",
    "hitherto": "so far",
    "lest": "so that ... not",
    "likewise": "too",
    "mend": "repair",
    "mended": "repaired",
    "mending": "repairing",
    "mends": "repairs",
    "naught": "nothing",
    "nought": "nothing",
    "oft": "often",
    "ought": "should",
    "shall": "will",
    "thence": "from there",
    "thereby": "by that",
    "therein": "in it",
    "thereof": "of it",
    "thither": "there",
    "thrice": "three times",
    "thus": "so",
    "twofold": "twice",
    "unto": "to",
    "upon": "on",
    "whence": "from where",
    "whereby": "by which",
    "wherein": "in which",
    "whilst": "while",
    "whither": "where",
    "whosoever": "whoever",
}
"""An old word -> a plain one. One more is one more line."""

_ANY = re.compile(rf"\b(?:{'|'.join(sorted(OLD_WORDS, key=len, reverse=True))})\b")
"""In small letters, which is found in a third of the time that letters of any size take."""


def old_words(text: str) -> Iterator[tuple[str, str]]:
    """Every old word of a text, each once, with a plain one."""
    for word in dict.fromkeys(found[0] for found in _ANY.finditer(text.lower())):
        yield word, OLD_WORDS[word]
