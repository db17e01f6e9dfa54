"""Who teaches a class, without an account: whoever has its secret. Or with one: OpenID Connect.

A secret has 192 bits: nobody guesses it, so no key is needed to keep a copy of the database from
being tried, and nobody has to count tries.
"""

import secrets
from hashlib import sha256

_BYTES = 24


def new_teacher_secret() -> str:
    """What opens a class for its teacher: 32 characters that can stand in an address."""
    return secrets.token_urlsafe(_BYTES)


def secret_digest(secret: str) -> str:
    """What the record keeps of a secret."""
    return sha256(secret.encode("utf-8", "replace")).hexdigest()


def account_digest(issuer: str, subject: str) -> str:
    """What the record keeps of a teacher's account at a provider."""
    return sha256(f"{issuer}\n{subject}".encode("utf-8", "replace")).hexdigest()
