"""A short Python program that calls a model with the package openai. There is never a key in it."""

from sizewise.sizing.catalogue.catalog import ModelProfile

OPENAI = "https://api.openai.com/v1"
KEY = "PROVIDER_API_KEY"
GATEWAY = "https://openrouter.ai/api/v1"
GATEWAY_KEY = "OPENROUTER_API_KEY"
_PROGRAM = """{imports}from openai import OpenAI

client = OpenAI({client}){note}
reply = client.chat.completions.create(
    model="{model}",
    messages=[{{"role": "user", "content": "Is this about billing? My card was declined."}}],
)
print(reply.choices[0].message.content)
print(reply.usage)  # the tokens you pay for
"""


def program(profile: ModelProfile) -> str | None:
    """The program; none when the name or the address of the model's API is not known."""
    file = profile.file
    if file.api_name is None or file.api_base is None:
        return None
    if file.api_base == OPENAI:
        note = "  # reads the key from the environment variable OPENAI_API_KEY"
        return _PROGRAM.format(imports="", client="", note=note, model=file.api_name)
    client = f'\n    base_url="{file.api_base}",\n    api_key=os.environ["{KEY}"],\n'
    imports = "import os\n\n"
    return _PROGRAM.format(imports=imports, client=client, note="", model=file.api_name)


def why_none(profile: ModelProfile) -> str:
    """Why there is no program: a sentence for the learner."""
    file = profile.file
    if file.api_name is None:
        return "No source gives the name that a program writes to call this model."
    return (
        f"Its API name is `{file.api_name}`. No address is known at which the package openai can "
        "call it; use the package of its provider."
    )


def gateway_words(profile: ModelProfile) -> str:
    """What the model is called at a gateway: sentences for the learner."""
    name = profile.file.gateway_name
    if name is None:
        return "No gateway is known that lists it."
    return (
        f"The gateway OpenRouter calls it `{name}`. A gateway has one address and one key for the "
        "models of many makers; it may charge other prices, and hand a call to another host."
    )
