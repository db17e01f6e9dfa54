"""The same call as a short Python program."""

from sizewise.gateway.protocol import Request
from sizewise.gateway.wire.body import limit_name
from sizewise.sizing.catalogue.catalog import ModelProfile
from sizewise.ui.catalogue.python_call import GATEWAY, GATEWAY_KEY, KEY, OPENAI

_HERE = """from sizewise.gateway.local import local_model
from sizewise.gateway.protocol import Request
from sizewise.sizing.tokens.messages import Message

request = Request(
    ({messages},),
{options})
for event in local_model().send(request):
    if event.kind == "delta":
        print(event.text, end="", flush=True)
"""
_THERE = """import os

from openai import OpenAI

client = OpenAI({client})
reply = client.chat.completions.create(
    model={model!r},
    messages=[
{messages}    ],
{temperature}    {limit_name}={limit},{schema}
)
print(reply.choices[0].message.content)
print(reply.usage)  # the tokens you pay for
"""
_SCHEMA = """
    response_format={{
        "type": "json_schema",
        "json_schema": {{"name": "reply", "schema": json.loads({schema!r})}},
    }},"""


def here(request: Request) -> str:
    """On the local model, through the gateway."""
    messages = ", ".join(f"Message({each.role!r}, {each.content!r})" for each in request.messages)
    options = {"temperature": request.temperature, "limit": request.limit, "schema": request.schema}
    lines = (f"    {name}={each!r},\n" for name, each in options.items() if each is not None)
    return _HERE.format(messages=messages, options="".join(lines))


def there(request: Request, profile: ModelProfile) -> str | None:
    """At a provider, by the official client; none when its address or the model's name is unknown.

    There is never a key in it, and no temperature for a model that thinks unasked: many such models
    refuse every one.
    """
    file = profile.file
    if file.api_name is None or file.api_base is None:
        return None
    key = "OPENAI_API_KEY" if file.api_base == OPENAI else KEY
    return _there(request, profile, file.api_name, file.api_base, key)


def through_gateway(request: Request, profile: ModelProfile) -> str | None:
    """The same through a gateway; none when it does not list the model."""
    name = profile.file.gateway_name
    return name and _there(request, profile, name, GATEWAY, GATEWAY_KEY)


def _there(request: Request, profile: ModelProfile, model: str, base: str, key: str) -> str:
    address = "" if base == OPENAI else f"base_url={base!r}, "
    messages = "".join(
        f"        {{'role': {each.role!r}, 'content': {each.content!r}}},\n"
        for each in request.messages
    )
    unset = profile.file.thinks_unasked
    program = _THERE.format(
        client=f'{address}api_key=os.environ["{key}"]',
        model=model,
        messages=messages,
        temperature="" if unset else f"    temperature={request.temperature},\n",
        limit_name=limit_name(base),
        limit=request.limit,
        schema="" if request.schema is None else _SCHEMA.format(schema=request.schema),
    )
    return program if request.schema is None else f"import json\n{program}"
