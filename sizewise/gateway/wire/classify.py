"""What the client's errors mean."""

import re
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any

import httpx2
import openai

from sizewise.gateway.api_key import ApiKey
from sizewise.gateway.failure import Failure
from sizewise.gateway.wire.body import LIMITS, SPARE
from sizewise.gateway.wire.transport import EndlessReply, NotAllowed

LineBroken = httpx2.RequestError
"""What the client lets through as it is when the line breaks while it reads a refusal."""
_BY_STATUS = {
    401: "authentication",
    403: "permission",
    404: "not-found",
    405: "not-found",
    408: "read-timeout",
    413: "context-too-long",
    429: "rate-limit",
    504: "read-timeout",
}
_BY_CODE = {
    "context_length_exceeded": "context-too-long",
    "exceed_context_size_error": "context-too-long",
    "insufficient_quota": "quota",
    "rate_limit_exceeded": "rate-limit",
    "invalid_api_key": "authentication",
    "authentication_error": "authentication",
    "invalid_request_error": "refused",
}
_SETTINGS = re.compile(rf"\b(?:{'|'.join((*SPARE, *LIMITS))})\b")
_NOT_TAKEN = re.compile(
    "unsupported|not support|incompatible|deprecated|not permitted|unrecognized|unknown name", re.I
)
"""How a setting is refused where only the message says which.
Sources: https://github.com/caozhiyuan/copilot-api/issues/164,
https://github.com/raycast/extensions/issues/18038,
https://github.com/langchain-ai/langchain-azure/issues/82"""
_DEEPEST = 5
"""Levels of an error's JSON in which its reason is looked for."""
_LONGEST = 300
"""Characters of a provider's message that are shown."""


def meaning(error: openai.OpenAIError, key: ApiKey) -> Failure:
    """The failure behind an error of the client. Raises what is none of the provider's."""
    if isinstance(error, openai.APIStatusError):
        return _of_status(error, key)
    if isinstance(error, openai.APITimeoutError):
        connecting = isinstance(error.__cause__, httpx2.ConnectTimeout)
        return Failure("connect-timeout" if connecting else "read-timeout")
    if isinstance(error, openai.APIConnectionError):
        return of_line(error.__cause__, key)
    if isinstance(error, openai.APIError):
        return Failure(_by_code(error.body) or "server", _said(error, key))
    raise error


def of_page(response: httpx2.Response) -> Failure | None:
    """A failure where the answer is no stream of events, though its status says all is well."""
    kind = response.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind in {"text/html", "application/xhtml+xml"}:
        return Failure("html", status=response.status_code)
    if 300 <= response.status_code < 400:
        return Failure("redirected", response.headers.get("location", "")[:_LONGEST])
    return None


def _of_status(error: openai.APIStatusError, key: ApiKey) -> Failure:
    status = error.status_code
    if page := of_page(error.response):
        return page
    if setting := _unsupported(error, key):
        return Failure("unsupported", _said(error, key), 0.0, status, setting)
    fallback = "server" if status >= 500 else "refused"
    name = _by_code(error.body, error.code) if status in {400, 422, 429} else None
    name = name or _BY_STATUS.get(status, fallback)
    return Failure(name, _said(error, key), _retry_after(error.response), status)


def _unsupported(error: openai.APIStatusError, key: ApiKey) -> str:
    """The setting that the model does not take and that can be left out, or renamed as the limit
    can; empty when none is named.

    `code` is `unsupported_value` or `unsupported_parameter`, as OpenAI's models that reason answer
    to a temperature: https://github.com/microsoft/vscode/issues/253673. Others name it in their
    message only.
    """
    if error.status_code not in {400, 422}:
        return ""
    if error.param:
        refused = str(error.code or "").startswith("unsupported_")
        return next((name for name in (*SPARE, *LIMITS) if refused and name == error.param), "")
    said = _said(error, key)
    named = _SETTINGS.search(said) if _NOT_TAKEN.search(said) else None
    return named[0] if named else ""


def of_line(cause: BaseException | None, key: ApiKey) -> Failure:
    """The failure behind an error of the connection."""
    if isinstance(cause, NotAllowed):
        return Failure("address-refused", str(cause))
    if isinstance(cause, EndlessReply):
        return Failure("endless")
    if isinstance(cause, httpx2.TimeoutException):
        return Failure("read-timeout")
    if isinstance(cause, httpx2.ConnectError):
        return Failure("unreachable", key.blank(str(cause))[:_LONGEST])
    return Failure("disconnected")


def _by_code(body: object, code: str | None = None) -> str | None:
    """By the provider's own word for it, whichever of its fields holds it."""
    fields = body if isinstance(body, dict) else {}
    words = (code, fields.get("code"), fields.get("type"))
    return next(
        (_BY_CODE[word] for word in words if isinstance(word, str) and word in _BY_CODE), None
    )


def _said(error: openai.APIError, key: ApiKey) -> str:
    return reason(error.body, key)


def reason(body: Any, key: ApiKey) -> str:
    """What the JSON of an error says in words, without any key, and not too long; or nothing."""
    return key.blank(" ".join(_words(body).split()))[:_LONGEST]


def _words(body: Any, deep: int = _DEEPEST) -> str:
    """The reason where providers write it: {"error": {"message": …}} as OpenAI, the same in a list
    as Gemini, {"error": "…"} as Ollama, {"detail": …} with the place of each fault as FastAPI.

    Sources: https://github.com/Simpleyyt/ai-manus/issues/101,
    https://github.com/ollama/ollama/pull/718,
    https://github.com/langchain-ai/langchain-azure/issues/82
    """
    match body if deep else None:
        case str(text):
            return text
        case [*some]:
            return "; ".join(filter(None, (_words(each, deep - 1) for each in some)))
        case {"loc": [*place], "msg": str(fault)}:
            return f"{'.'.join(map(str, place))}: {fault}"
        case {}:
            told = (_words(body.get(name), deep - 1) for name in ("message", "error", "detail"))
            return next(filter(None, told), "")
    return ""


def _retry_after(response: httpx2.Response) -> float | None:
    """Seconds to wait, from either header, a number or a date."""
    headers = response.headers
    try:
        if milliseconds := headers.get("retry-after-ms"):
            return _seconds(float(milliseconds) / 1000)
        return _seconds(float(headers["retry-after"]))
    except KeyError:
        return None
    except ValueError:
        return _until(headers.get("retry-after", ""))


def _until(date: str) -> float | None:
    try:
        moment = parsedate_to_datetime(date)
    except (TypeError, ValueError):
        return None
    return _seconds((moment - datetime.now(UTC)).total_seconds())


def _seconds(wait: float) -> float | None:
    return wait if 0 <= wait < float("inf") else None
