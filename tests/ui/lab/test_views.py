"""The choice of the lab's views."""

from importlib import import_module

import pytest

from sizewise import ROOT
from sizewise.ui.lab import views
from tests.ui.app import opened


def lab(**address):
    return opened("lab", **address)


def elsewhere_and_back(app, **address):
    app.switch_page("../../../pages/glossary.py").run()
    for name, value in address.items():
        app.query_params[name] = value
    return app.switch_page("../../../pages/lab.py").run()


def test_the_lab_opens_with_pricing_a_prompt():
    assert lab().pills[0].value == "price"


def test_the_address_chooses_the_view_before_the_memory_of_the_tab():
    app = lab(view="x-ray")
    assert elsewhere_and_back(app).pills[0].value == "x-ray"
    assert elsewhere_and_back(app, view="bill").pills[0].value == "bill"


@pytest.mark.parametrize("wrong", ["no-such-view", "<script>", "screen", "../you"])
def test_an_unknown_view_in_the_address_opens_the_first(wrong):
    app = lab(view=wrong)
    assert app.pills[0].value == "price"
    assert any("the lab has no such view" in each.proto.body for each in app.get("html"))
    assert not app.exception


@pytest.mark.parametrize("name", views.VIEWS)
def test_every_view_that_is_offered_can_be_drawn(name):
    assert callable(import_module(f"sizewise.ui.lab.{views.VIEWS[name][2]}.screen").draw)


@pytest.mark.parametrize("name", views.VIEWS)
def test_a_view_opens_from_its_address(name):
    app = lab(view=name)
    assert not app.exception
    assert name in app.query_params["view"]
    assert app.pills[0].value == name


@pytest.mark.parametrize("name", [each for each in views.VIEWS if each != "price"])
def test_another_view_leaves_nothing_of_the_last_one_in_the_address(name):
    app = lab(view="price", calls="7")
    app.pills[0].set_value(name).run()
    assert name in app.query_params["view"]
    assert "calls" not in app.query_params
    assert not app.exception
    app.pills[0].set_value("price").run()
    assert "7" in app.query_params["calls"]


def test_a_number_typed_just_before_another_view_opens_is_kept():
    app = lab()
    app.number_input(key="lab_calls").set_value(123)
    app.pills[0].set_value("plan").run()
    app.pills[0].set_value("price").run()
    assert app.number_input(key="lab_calls").value == 123
    assert "123" in app.query_params["calls"]


@pytest.mark.parametrize("name", views.VIEWS)
def test_the_manual_names_every_view_and_its_address(name):
    manual = (ROOT / "docs" / "lab.md").read_text("utf-8")
    assert f"| {views.VIEWS[name][0]} | `{name}` |" in manual
