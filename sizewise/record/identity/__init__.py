"""Who is learning, without an account: this machine's learner, a browser's, or a resume code's.
And who teaches: whoever has the secret of a class.
"""

from sizewise.record.identity.certificates import certificate_code, certified
from sizewise.record.identity.codes import new_resume_code, resume
from sizewise.record.identity.joining import join
from sizewise.record.identity.learners import browser_learner, machine_learner
from sizewise.record.identity.teachers import account_digest, new_teacher_secret, secret_digest
from sizewise.record.identity.tickets import exchange, new_ticket

__all__ = [
    "account_digest",
    "browser_learner",
    "certificate_code",
    "certified",
    "exchange",
    "join",
    "machine_learner",
    "new_resume_code",
    "new_teacher_secret",
    "new_ticket",
    "resume",
    "secret_digest",
]
