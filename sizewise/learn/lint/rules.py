"""The thirty rules of good questions, each with its reason and its source."""

from collections.abc import Mapping
from types import MappingProxyType

from sizewise.learn.finding import Rule

_HALADYNA = (
    "Haladyna, Downing and Rodriguez (2002), A review of multiple-choice item-writing guidelines "
    "for classroom assessment, Applied Measurement in Education 15(3)"
)
_TEST_WISE = (
    "Millman, Bishop and Ebel (1965), An analysis of test-wiseness, "
    "Educational and Psychological Measurement 25(3)"
)
_NBME = (
    "Case and Swanson (2002), Constructing written test questions for the basic and clinical "
    "sciences, National Board of Medical Examiners"
)
_POSITION = (
    "Attali and Bar-Hillel (2003), Guess where: the position of correct answers in multiple-choice "
    "test items as a psychometric variable, Journal of Educational Measurement 40(2)"
)
_RODRIGUEZ = (
    "Rodriguez (2005), Three options are optimal for multiple-choice items, "
    "Educational Measurement: Issues and Practice 24(2)"
)
_FEEDBACK = "Shute (2008), Focus on formative feedback, Review of Educational Research 78(1)"
_BLOOM = "Anderson and Krathwohl (2001), A taxonomy for learning, teaching, and assessing"
_TEMPLATES = "Gierl and Haladyna (2013), Automatic item generation: theory and practice"
_GRADE = (
    "Kincaid, Fishburne, Rogers and Chissom (1975), Derivation of new readability formulas "
    "for Navy enlisted personnel"
)
_STANDARDS = "AERA, APA and NCME (2014), Standards for educational and psychological testing"
_WCAG = "W3C (2023), Web Content Accessibility Guidelines 2.2, success criterion 1.1.1"
_OWN = "Sizewise: every number says where it stands and when it was checked"

RULES: Mapping[str, Rule] = MappingProxyType(
    {
        "L01": Rule(
            "The file has the right shape",
            "An item with a missing or misplaced field cannot be shown or scored as meant. "
            "The reader of the files enforces field names, types, strings and duplicate keys; "
            "here the fields must also agree with each other.",
            _STANDARDS,
        ),
        "L02": Rule(
            "Ids are unique",
            "Records name items by id, so two items under one id would share one history. "
            "That an id is not used again for a changed key shows in the item's version.",
            _STANDARDS,
        ),
        "L03": Rule(
            "The number of keys fits the type",
            "Scoring needs exactly one key for a single choice, and at least two keys and two "
            "distractors where several may be picked.",
            _HALADYNA,
        ),
        "L04": Rule(
            "Three to six options",
            "Two options make luck too easy; more than three seldom add a distractor that works.",
            _RODRIGUEZ,
        ),
        "L05": Rule(
            "Options differ",
            "Of two options that say the same, neither can be the key, so both can be crossed out.",
            _HALADYNA,
        ),
        "L06": Rule(
            "An explanation of readable length",
            "The idea behind the key is what the learner takes along; too short says nothing, "
            "too long is not read.",
            _FEEDBACK,
        ),
        "L07": Rule(
            "Every option has its own reason",
            "Feedback that speaks to the choice made teaches more than right or wrong.",
            _FEEDBACK,
        ),
        "L08": Rule(
            "The key is not the longest by far",
            "Authors qualify what is true, and learners know that the longest is often right.",
            _TEST_WISE,
        ),
        "L09": Rule(
            "Across the bank the longest option is right no more often than luck",
            "A single long key proves nothing; a bank full of them is a rule that beats knowing.",
            _TEST_WISE,
        ),
        "L10": Rule(
            "A robot that knows nothing does no better than luck",
            "What a rule of thumb earns without reading the lesson is not measured learning.",
            _TEST_WISE,
        ),
        "L11": Rule(
            "Keys stand in every position",
            "Authors hide keys in the middle, and a printed or exported quiz shows it.",
            _POSITION,
        ),
        "L12": Rule(
            "Absolute words do not mark distractors",
            "Little is always so, so learners cross out options with always, never, only or all.",
            _TEST_WISE,
        ),
        "L13": Rule(
            "Hedging words do not mark the key",
            "What is usually so is safer to pick than what is so.",
            _TEST_WISE,
        ),
        "L14": Rule(
            "No all or none of the above, no letters",
            "They reward partial knowledge, and shuffled options have no above and no letter B.",
            _HALADYNA,
        ),
        "L15": Rule(
            "Questions are asked positively",
            "A small not is overlooked, and two of them measure logic instead of the subject.",
            _HALADYNA,
        ),
        "L16": Rule(
            "The stem is a question of readable length",
            "The stem should hold the whole problem, and no more than the problem.",
            _HALADYNA,
        ),
        "L17": Rule(
            "The stem can be answered with the options covered",
            "A focused question tests one idea; an unfocused one is a row of true-or-false items.",
            _NBME,
        ),
        "L18": Rule(
            "No word of the stem sounds again in the key alone",
            "Such a clang association points at the key without any knowledge.",
            _HALADYNA,
        ),
        "L19": Rule(
            "Grammar gives nothing away",
            "An option that does not fit the stem's article or number can be crossed out unread.",
            _NBME,
        ),
        "L20": Rule(
            "Options are built alike",
            "The option that differs in form stands out; numbers out of order cost reading time.",
            _HALADYNA,
        ),
        "L21": Rule(
            "Every distractor is plausible",
            "A joke or another brand's name is never picked, so luck gets easier.",
            _HALADYNA,
        ),
        "L22": Rule(
            "Keys say different things",
            "When one answer is right again and again, learners learn it instead of the idea.",
            _TEST_WISE,
        ),
        "L23": Rule(
            "No item answers another",
            "A key that stands in another item's stem can be copied.",
            _HALADYNA,
        ),
        "L24": Rule(
            "The words are for the age",
            "An item should measure its subject, not reading.",
            _GRADE,
        ),
        "L25": Rule(
            "Facts that change are not typed",
            "A typed price is wrong one day and nobody notices; the catalogue knows its date.",
            _OWN,
        ),
        "L26": Rule(
            "The bank follows a plan",
            "One item cannot measure a skill, and remembering is not the aim.",
            _BLOOM,
        ),
        "L27": Rule(
            "Difficulty is given and varies",
            "Items that are all alike cannot tell beginners from experts.",
            _STANDARDS,
        ),
        "L28": Rule(
            "Every draw of a template is a sound item",
            "Numbers nobody looked at must not make two options equal or a wrong one right.",
            _TEMPLATES,
        ),
        "L29": Rule(
            "Pictures have words",
            "Who cannot see the picture must be able to answer.",
            _WCAG,
        ),
        "L30": Rule(
            "No trivia, few true-or-false items",
            "Names and years are looked up, and luck answers half of the true-or-false items.",
            _HALADYNA,
        ),
    }
)
"""Every rule by its name, `L01` to `L30`."""
