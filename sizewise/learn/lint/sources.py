"""Who found out what the rules rest on."""

HALADYNA = (
    "Haladyna, Downing and Rodriguez (2002), A review of multiple-choice item-writing guidelines "
    "for classroom assessment, Applied Measurement in Education 15(3)"
)
TEST_WISE = (
    "Millman, Bishop and Ebel (1965), An analysis of test-wiseness, "
    "Educational and Psychological Measurement 25(3)"
)
NBME = (
    "Case and Swanson (2002), Constructing written test questions for the basic and clinical "
    "sciences, National Board of Medical Examiners"
)
POSITION = (
    "Attali and Bar-Hillel (2003), Guess where: the position of correct answers in multiple-choice "
    "test items as a psychometric variable, Journal of Educational Measurement 40(2)"
)
RODRIGUEZ = (
    "Rodriguez (2005), Three options are optimal for multiple-choice items, "
    "Educational Measurement: Issues and Practice 24(2)"
)
FEEDBACK = "Shute (2008), Focus on formative feedback, Review of Educational Research 78(1)"
BLOOM = "Anderson and Krathwohl (2001), A taxonomy for learning, teaching, and assessing"
TEMPLATES = "Gierl and Haladyna (2013), Automatic item generation: theory and practice"
GRADE = (
    "Kincaid, Fishburne, Rogers and Chissom (1975), Derivation of new readability formulas "
    "for Navy enlisted personnel"
)
STANDARDS = "AERA, APA and NCME (2014), Standards for educational and psychological testing"
WCAG = "W3C (2023), Web Content Accessibility Guidelines 2.2, success criterion 1.1.1"
PLAIN = "Cutts (2020), Oxford guide to plain English, fifth edition, Oxford University Press"
OWN = "Sizewise: every number says where it stands and when it was checked"
CLARK_MAYER = "Clark and Mayer (2016), E-learning and the science of instruction, fourth edition"
SWELLER = "Sweller, Ayres and Kalyuga (2011), Cognitive load theory"
REFUTATION = (
    "Tippett (2010), Refutation text in science education: a review of two decades of research, "
    "International Journal of Science and Mathematics Education 8(6)"
)
MAGER = "Mager (1997), Preparing instructional objectives, third edition"
