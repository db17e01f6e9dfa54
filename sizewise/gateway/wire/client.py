"""The official client, told all that it would otherwise take from the environment."""

from openai import OpenAI

from sizewise.gateway.api_key import ApiKey
from sizewise.gateway.wire.address import Judge
from sizewise.gateway.wire.transport import http_client

_NO_KEY = "kept-by-the-transport"


def client(base_url: str, key: ApiKey, judge: Judge, connect: float, read: float) -> OpenAI:
    """A client that never tries again by itself, and does not hold the key."""
    return OpenAI(
        base_url=base_url,
        api_key=_NO_KEY,
        admin_api_key="",
        organization="",
        project="",
        webhook_secret="",
        max_retries=0,
        http_client=http_client(judge, key, connect, read),
    )
