"""What a class has done since its learners joined, added up by the database.

Nothing counts from before a learner joined, after the class was over, or from a file that was
brought: that may be anybody's. `until` is the moment when the class's last day is over for whoever
looks: the record knows no time zones.
"""

from sizewise.record.facts.class_report.attempts import ClassAttempts
from sizewise.record.facts.class_report.glance import ClassGlance
from sizewise.record.facts.class_report.tries import ClassTries


class ClassReport(ClassGlance, ClassTries, ClassAttempts):
    """What the members of a class did. Names are pseudonyms."""
