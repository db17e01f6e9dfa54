"""The keys to a class that a tab and a browser hold: a link, an account, and what closes them."""

import pytest
import streamlit as st

from sizewise.record.identity import account_digest, new_teacher_secret, secret_digest
from sizewise.ui import house
from sizewise.ui.class_room import account
from sizewise.ui.web.tabs import TabClosings
from tests.ui.app import opened
from tests.ui.class_room.test_screen import errors, notices, taught

NOT_OPEN = "not open here any more. Nothing was changed."


@pytest.fixture
def followed(journal):
    """A class that this browser does not remember, and the secret of its link."""
    secret = new_teacher_secret()
    return journal.make_class("Year 9", secret_digest(secret), house.now()), secret


def renewed(secret):
    """A tab that has followed a link and made a new one, which is on screen."""
    app = opened("class", teach=secret, view="close")
    app.checkbox(key="class_renew_sure").check().run()
    return app.button(key="class_renew").click().run()


def warned(app):
    return "\n".join(each.value for each in app.warning)


def test_a_new_link_that_was_on_screen_when_the_page_was_loaded_anew_loses_no_class(
    journal, followed
):
    group, secret = followed
    taught(journal, "Year 10")
    address = {"of": group.id, "link": "new"}
    app = renewed(secret)
    assert "whoever uses this browser" in app.caption[0].value
    anew = opened("class", **address)
    assert anew.title[0].value == "Year 9"
    assert "The link of “Year 9” was on screen" in warned(anew)
    app.button(key="class_secret_done").click().run()
    assert app.title[0].value == "Year 9"
    assert [each.title for each in journal.classes_taught_by(house.learner_id())] == ["Year 10"]


def test_a_browser_that_remembered_the_class_before_does_so_after_a_new_link(journal, followed):
    group, secret = followed
    journal.remember_teacher(group.id, house.learner_id(), house.now())
    renewed(secret).button(key="class_secret_done").click().run()
    assert opened("class").title[0].value == "Year 9"


def test_the_lost_link_of_one_class_is_not_told_of_another(journal):
    group = taught(journal)
    app = opened("class", of="f" * 32, link="new")
    assert app.title[0].value == "Year 9"
    assert "was on screen" not in warned(app) + warned(app.run())
    assert "was on screen" not in warned(opened("class", link="new"))
    assert "was on screen" in warned(opened("class", of=group.id, link="new"))


def test_a_class_that_is_closed_in_one_tab_is_closed_in_every_tab_of_the_browser(journal, followed):
    group, secret = followed
    code = journal.class_code(group.id).code
    first, second, third = (opened("class", teach=secret) for _ in range(3))
    first.button(key="class_close_here").click().run()
    second.button(key="class_new_code").click().run()
    assert NOT_OPEN in errors(second)
    assert second.title[0].value == third.run().title[0].value == "Class"
    assert journal.class_code(group.id).code == code
    again = opened("class", teach=secret)  # the link still opens it
    again.button(key="class_new_code").click().run()
    assert "new code" in notices(again)


def test_closing_one_class_leaves_another_open_by_its_link(journal, followed):
    _, secret = followed
    other = taught(journal, "Year 10")
    app = opened("class", teach=secret)
    app.selectbox(key="class_chosen").select(other.id).run()
    app.button(key="class_close_here").click().run()
    assert app.title[0].value == "Year 9"
    app.button(key="class_new_code").click().run()
    assert "new code" in notices(app)


def test_closing_one_class_leaves_the_new_link_of_another_on_screen(journal, followed):
    group, secret = followed
    other = taught(journal, "Year 10")
    app = renewed(secret)
    kept = app.session_state["class_secret"]
    app.query_params["of"] = other.id
    app.run()
    assert app.title[0].value == "Year 10"
    app.button(key="class_close_here").click().run()
    assert app.session_state["class_secret"] == kept
    assert group.title == app.title[0].value


def test_a_new_link_for_one_class_leaves_another_open_by_its_link(journal, followed):
    _, secret = followed
    other = taught(journal, "Year 10")
    app = opened("class", teach=secret, view="close")
    app.selectbox(key="class_chosen").select(other.id).run()
    app.checkbox(key="class_renew_sure").check().run()
    app.button(key="class_renew").click().run()
    app.button(key="class_secret_done").click().run()
    assert app.selectbox(key="class_chosen").options == ["Year 9", "Year 10"]


def test_who_signs_out_in_one_tab_has_signed_out_in_every_tab(journal, monkeypatch):
    user = {"is_logged_in": True, "iss": "https://id.school.example", "sub": "teacher-7"}
    monkeypatch.setattr(type(st.user), "to_dict", lambda _: user)
    monkeypatch.setattr(account.st, "logout", lambda: None)
    group = journal.make_class("Year 9", account_digest(user["iss"], user["sub"]), house.now())
    code = journal.class_code(group.id).code
    first, second = opened("class"), opened("class")
    elsewhere = opened("reading")  # a tab that began with the account, and has not asked for it yet
    first.button(key="class_sign_out").click().run()
    second.button(key="class_new_code").click().run()
    assert NOT_OPEN in errors(second)
    assert journal.class_code(group.id).code == code
    assert elsewhere.switch_page("../../../pages/class.py").run().title[0].value == "Class"
    assert opened("class").title[0].value == "Year 9"  # who has signed in again since


def test_what_is_closed_is_closed_for_one_browser_and_for_what_was_opened_before():
    closings = TabClosings(most=2)
    closings.close("fox", "year-9")
    assert closings.closed("fox", "year-9", since=0)
    assert not closings.closed("fox", "year-9", since=closings.count)
    assert not closings.closed("owl", "year-9", since=0)
    assert not closings.closed("fox", "year-10", since=0)
    for browser in ("elk", "bat"):
        closings.close(browser, "year-9")
    assert not closings.closed("fox", "year-9", since=0)  # the oldest is let go
    assert closings.closed("bat", "year-9", since=0)
