"""Codes of certificates: signed by the server that made them, so that it can check them.

Nothing is stored: a code says what it certifies and bears a signature of 64 bits. It still holds
after its learner has deleted everything, and leads to nobody.
"""

import hmac
import re
from base64 import b32decode, b32encode
from hashlib import sha256

from sizewise.record.database import Database
from sizewise.record.identity.secret import fingerprint

_OWN, _SIGNED = 3, 8
"""Bytes that differ from learner to learner, and bytes of the signature."""
_ALIKE = str.maketrans("018", "OIB")
"""Digits that are no signs of a code, and the letters they are mistaken for."""
_LONGEST = 100
"""Characters of a typed code that are looked at."""


def certificate_code(database: Database, learner_id: str, told: bytes) -> str:
    """The code of what is told of a learner, such as `ABCD-EFGH-...`. Raises RecordUnavailable."""
    payload = told + sha256(f"certificate {learner_id}".encode()).digest()[:_OWN]
    signs = b32encode(payload + _signature(database, payload)).decode().rstrip("=")
    return "-".join(signs[start : start + 4] for start in range(0, len(signs), 4))


def certified(database: Database, code: str, length: int) -> bytes | None:
    """What a code tells, in so many bytes; none when this server has not made it.

    Case, spaces and hyphens do not matter. Raises RecordUnavailable.
    """
    typed = code[:_LONGEST].upper().translate(_ALIKE)
    signs = re.sub("[^A-Z2-7]", "", typed)
    try:
        raw = b32decode(signs + "=" * (-len(signs) % 8))
    except ValueError:
        return None
    payload, signature = raw[: length + _OWN], raw[length + _OWN :]
    right = hmac.compare_digest(signature, _signature(database, payload))
    return payload[:length] if right else None


def _signature(database: Database, payload: bytes) -> bytes:
    return bytes.fromhex(fingerprint(database, "certificate", payload.hex()))[:_SIGNED]
