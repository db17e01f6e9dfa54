"""Who answers a plan, and why somebody cannot."""

import pytest

from sizewise import ROOT
from sizewise.gateway.contenders import AtHand, NotReady, key_name, on_this_machine, provider_of
from sizewise.gateway.local import LocalModel
from sizewise.gateway.machine import weights
from sizewise.gateway.machine.process import Process, Setup
from sizewise.library.rules_file import keyword_rules
from tests.benchmark.builders import contender
from tests.gateway.talk import ask

RULES = keyword_rules(ROOT)
NOTHING = AtHand({}, RULES)
FAR = contender("far-away", source="endpoint", model="big", address="https://models.example/v1")


def test_each_endpoint_has_a_key_of_its_own():
    keys = {"SIZEWISE_KEY_FAR_AWAY": "sk-of-far-away", "SIZEWISE_KEY_OTHER": "sk-of-another"}
    far = provider_of(FAR, AtHand(keys, RULES))
    assert (key_name(FAR), far.key.reveal()) == ("SIZEWISE_KEY_FAR_AWAY", "sk-of-far-away")
    assert (far.base_url, far.model) == ("https://models.example/v1", "big")


def test_an_endpoint_without_a_key_is_asked_without_one():
    assert provider_of(FAR, NOTHING).key.reveal() == ""


def test_keyword_rules_answer_by_the_name_of_their_file():
    one = contender("rules", source="rules", model="support-rules")
    assert provider_of(one, NOTHING).model == "support-rules"


def test_on_a_server_for_many_an_address_of_its_own_network_is_not_asked():
    near = contender("near", source="endpoint", address="http://127.0.0.1:9/v1")
    far_from_it = provider_of(near, AtHand({}, RULES, shared=True))
    [*_, last] = far_from_it.send(ask("Hello"))
    assert last.failure.name == "address-refused"


@pytest.mark.parametrize(
    ("one", "said"),
    [
        (contender("far", source="endpoint", address="ftp://models"), "far cannot answer. Its add"),
        (contender("old", source="recorded"), "No run recorded old-135m. There are: none."),
        (contender("words", source="rules"), "There are no rules words-135m. There are: support-"),
        (contender("large"), "The model on this machine is smollm2-135m-instruct, and the plan"),
    ],
)
def test_who_cannot_answer_says_why(one, said):
    with pytest.raises(NotReady) as refused:
        provider_of(one, NOTHING)
    assert said in str(refused.value)


def test_without_a_local_model_the_way_to_one_is_told():
    small = contender("small", model=weights.MODEL)
    with pytest.raises(NotReady, match=r"small cannot answer\..*is not installed.*make run"):
        on_this_machine(small, LocalModel(Process(Setup(file=None))))
