"""Who is learning, without an account: this machine's learner, a browser's, or a resume code's."""

from sizewise.record.identity.certificates import certificate_code, certified
from sizewise.record.identity.codes import new_resume_code, resume
from sizewise.record.identity.learners import browser_learner, machine_learner
from sizewise.record.identity.tickets import exchange, new_ticket

__all__ = [
    "browser_learner",
    "certificate_code",
    "certified",
    "exchange",
    "machine_learner",
    "new_resume_code",
    "new_ticket",
    "resume",
]
