"""Keyword rules where a model could answer: at once, without tokens, and the score to beat."""

import json
import time
from collections.abc import Iterator
from dataclasses import dataclass

from sizewise.benchmark.classify.rules import KeywordRules
from sizewise.gateway.checked import fault_of
from sizewise.gateway.protocol import Delta, End, Event, Failed, FirstToken, Request, Started


@dataclass(frozen=True)
class Rules:
    """Sorts the last message, and answers with its label: as JSON where a schema asks for it."""

    rules: KeywordRules
    model: str = "keyword-rules"

    def send(self, request: Request) -> Iterator[Event]:
        """The events of one request."""
        if fault := fault_of(request):
            yield Failed(fault, 0.0)
            return
        text = request.messages[-1].content
        yield Started(time.time(), self.model, {"text": text}, "keyword rules, no model")
        began = time.perf_counter()
        label = self.rules.classify(text)
        reply = json.dumps({"label": label}) if request.schema else label
        at = time.perf_counter() - began
        yield FirstToken(at)
        yield Delta(reply, at)
        yield End("stop", at, response={"text": reply})
