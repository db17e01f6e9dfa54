"""The page of the class: made, opened by its link, joined, left, ended, deleted."""

from datetime import date, timedelta

import pytest

from sizewise.ground.written import day_words
from sizewise.learn.class_room import membership
from sizewise.learn.class_room.membership import LONGEST, TITLE_CHARACTERS, Assignment
from sizewise.record import identity
from sizewise.record.identity import new_teacher_secret, secret_digest
from sizewise.ui import house
from sizewise.ui.class_room.views import VIEWS
from tests.ui.app import html, opened, said

LESSON = "ai-and-gpt-4o-mini"


def me(journal):
    return identity.machine_learner(journal, house.now())


def errors(app):
    return "\n".join(each.value for each in app.error)


def notices(app):
    return "\n".join(each.value for each in app.success)


def made(title="Year 9", **address):
    """The page right after its class was made."""
    app = opened("class", **address)
    app.text_input(key="class_title").input(title)
    return app.button(key="FormSubmitter:class_make_form-Make the class").click().run()


def taught(journal, title="Year 9", ends_on=None):
    """A class of this browser's teacher that was made some time ago."""
    group = journal.make_class(title, secret_digest(new_teacher_secret()), house.now(), ends_on)
    journal.remember_teacher(group.id, me(journal), house.now())
    return group


# The teacher


def test_a_class_is_made_without_an_account_and_its_key_is_shown_once(journal):
    app = made()
    assert app.title[0].value == "Year 9"
    (link,) = [each.value for each in app.code]
    secret = link.partition("teach=")[2]
    assert len(secret) * 6 >= 128
    (group,) = journal.classes_opened_by(secret_digest(secret))
    assert group.ends_on == house.today() + LONGEST
    assert "to be scanned" in html(app)
    assert html(app).count('class="qr"') == 1  # nobody scans the wrong square
    app.button(key="class_secret_done").click().run()
    assert not app.code
    assert not app.warning
    assert "join-code" in html(app)
    assert not opened("class").code


def test_a_class_that_is_past_its_days_is_gone_before_the_page_is_drawn(journal):
    old = journal.make_class("Long ago", "d" * 64, house.now() - timedelta(days=366))
    new = journal.make_class("Year 9", "d" * 64, house.now() - timedelta(days=360))
    for group in (old, new):
        journal.remember_teacher(group.id, me(journal), house.now())
    page = opened("class", view="close")
    assert page.title[0].value == "Year 9"
    assert journal.class_of(old.id) is None
    assert day_words(new.ends_on + timedelta(days=30)) in said(page)


def test_a_link_that_was_on_screen_when_the_page_was_loaded_anew_is_not_lost_without_a_word(
    journal,
):
    address = made().query_params
    anew = opened("class", **address)
    assert not anew.code
    assert "It is shown once" in anew.warning[0].value
    assert not opened("class", of=address["of"]).warning


def test_the_link_opens_the_class_anywhere_and_leaves_the_address_bar(journal):
    secret = new_teacher_secret()
    group = journal.make_class("Year 10", secret_digest(secret), house.now())
    app = opened("class", teach=secret)
    assert app.title[0].value == "Year 10"
    assert dict(app.session_state["address_untold"])["of"] == group.id
    assert secret not in str(app.session_state["address_untold"])
    assert opened("class").title[0].value == "Class"  # another tab knows nothing of it
    app.button(key="class_memory").click().run()
    assert opened("class").title[0].value == "Year 10"
    app.button(key="class_close_here").click().run()
    assert app.title[0].value == opened("class").title[0].value == "Class"


@pytest.mark.parametrize("secret", ["x", "x" * 32, "x" * 10_000, "' OR 1=1 --", "🦊"])
def test_a_link_that_is_no_key_says_so_and_shows_nothing(journal, secret):
    journal.make_class("Year 10", secret_digest(new_teacher_secret()), house.now())
    app = opened("class", teach=secret)
    assert "This link opens no class" in errors(app)
    assert "Year 10" not in said(app)


def test_the_id_of_a_class_opens_nothing(journal):
    group = journal.make_class("Year 10", "d" * 64, house.now())
    app = opened("class", of=group.id)
    assert "does not open the class" in said(app)
    assert "Year 10" not in said(app)


@pytest.mark.parametrize(
    ("title", "sentence"),
    [("", "Give the class a title"), (" " * 10_000, "Give the class a title"),
     ("x" * 10_000, f"more than {TITLE_CHARACTERS} characters")],
    ids=["nothing", "spaces", "no end"],
)  # fmt: skip
def test_a_title_that_is_none_is_told_beside_its_field_and_stays_there(title, sentence):
    app = made(title)
    assert sentence in errors(app)
    assert app.text_input(key="class_title").value == title


def test_a_title_is_text_and_nothing_else(journal):
    taught(journal, "<b>$x$</b> *9*")
    app = opened("class")
    assert app.title[0].value == r"\<b\>\$x\$\</b\> \*9\*"
    assert "x$" not in html(app)


@pytest.mark.parametrize("view", [each.name for each in VIEWS])
def test_every_view_draws_for_a_class_without_learners_and_for_one_with(journal, view):
    group = taught(journal)
    assert not opened("class", view=view).exception
    journal.join_class(journal.class_code(group.id).code, "ann", house.now())
    journal.assign(Assignment(group.id, LESSON, "exam", house.today()))
    journal.assign(Assignment(group.id, "a-lesson-that-is-gone", "exam", house.today()))
    assert not opened("class", view=view).exception


def test_a_new_code_takes_the_old_ones_place(journal):
    group = taught(journal)
    old = journal.class_code(group.id).code
    app = opened("class")
    assert f"{old[:3]} {old[3:]}" in html(app)
    app.button(key="class_new_code").click().run()
    new = journal.class_code(group.id).code
    assert new != old
    assert f"{new[:3]} {new[3:]}" in html(app)


def test_how_many_have_joined_is_told_without_their_names(journal):
    group = taught(journal)
    app = opened("class", view="join")
    assert "<b>0</b> have joined" in html(app)
    ann = journal.join_class(journal.class_code(group.id).code, "ann", house.now())
    assert "<b>1</b> has joined" in html(app.run())
    assert ann.pseudonym not in html(app)


def test_a_code_that_has_run_out_is_not_shown(journal, on):
    group = taught(journal)
    code = journal.class_code(group.id).code
    on(house.today() + timedelta(days=20))
    app = opened("class")
    assert "has run out" in said(app)
    assert code[:3] not in html(app)
    assert "no code to print" in said(opened("class", view="slips"))


# Two weeks after 29 November 2026 are 13 December.
@pytest.mark.parametrize(
    ("last", "told"),
    [(date(2026, 12, 2), "2 December"), (date(2026, 12, 13), "13 December"),
     (date(2027, 6, 1), "13 December")],
)  # fmt: skip
def test_no_paper_promises_a_code_for_longer_than_its_class(journal, last, told):
    taught(journal, ends_on=last)
    assert f">good until {told} 2026<" in html(opened("class", view="join"))
    assert f">Good until {told} 2026<" in html(opened("class", view="slips"))


@pytest.mark.parametrize("view", ["join", "slips"])
def test_a_class_that_has_ended_has_no_code_and_is_offered_none(journal, view):
    journal.end_class(taught(journal).id, house.now())
    page = said(opened("class", view=view))
    assert "The class has ended: nobody can join it any more." in page
    assert "Make a new one" not in page


@pytest.mark.parametrize("view", ["glance", "people"])
def test_an_empty_class_that_has_ended_asks_for_no_code_to_be_shown(journal, view):
    journal.end_class(taught(journal).id, house.now())
    page = said(opened("class", view=view))
    assert "Nobody has joined this class, and it has ended." in page


def test_slips_hold_the_code_and_lines_to_write_on(journal):
    group = taught(journal)
    code = journal.class_code(group.id).code
    app = opened("class", view="slips")
    app.number_input(key="class_slips").set_value(7).run()
    assert html(app).count(f"{code[:3]} {code[3:]}</p>") == 7
    assert html(app).count("<span>Name</span>") == 7


def test_a_member_is_taken_out(journal):
    group = taught(journal)
    ann = journal.join_class(journal.class_code(group.id).code, "ann", house.now())
    app = opened("class", view="people")
    assert ann.pseudonym in html(app)
    assert "ann<" not in html(app)
    app.selectbox(key="class_who").select(ann.pseudonym).run()
    app.button(key="class_remove").click().run()
    assert "Nobody has joined yet" in said(app)
    assert journal.members(group.id) == ()


def test_a_quiz_is_assigned_and_taken_back(journal):
    group = taught(journal)
    app = opened("class", view="work")
    app.selectbox(key="class_lesson").select(LESSON)
    app.radio(key="class_mode").set_value("exam")
    assert app.date_input(key="class_due").value == house.today() + timedelta(days=7)
    app.date_input(key="class_due").set_value(date(2026, 12, 4))
    app.button(key="FormSubmitter:class_assign-Assign").click().run()
    assert journal.assignments(group.id) == (
        Assignment(group.id, LESSON, "exam", date(2026, 12, 4)),
    )
    app.button(key=f"class_back_{LESSON}_exam").click().run()
    assert journal.assignments(group.id) == ()


def test_an_emptied_day_assigns_nothing_and_says_so(journal):
    group = taught(journal)
    app = opened("class", view="work")
    app.date_input(key="class_due").set_value(None)
    app.button(key="FormSubmitter:class_assign-Assign").click().run()
    assert "Choose a lesson and the day" in errors(app)
    assert journal.assignments(group.id) == ()


def test_nothing_is_asked_of_a_class_that_has_ended(journal):
    journal.end_class(taught(journal).id, house.now())
    app = opened("class", view="work")
    assert "nothing more is asked of it" in said(app)
    assert len(app.date_input) == 0


def test_a_lost_link_is_replaced_by_another_which_is_shown_once(journal):
    old = new_teacher_secret()
    group = journal.make_class("Year 9", secret_digest(old), house.now())
    app = opened("class", teach=old, view="close")
    app.checkbox(key="class_renew_sure").check().run()
    app.button(key="class_renew").click().run()
    (link,) = [each.value for each in app.code]
    new = link.partition("teach=")[2]
    assert journal.classes_opened_by(secret_digest(new))[0].id == group.id
    app.button(key="class_secret_done").click().run()
    assert app.title[0].value == "Year 9"  # this tab has the class open by the new link
    assert "opens no class" in errors(opened("class", teach=old))


def test_ending_and_deleting_want_a_yes(journal):
    group = taught(journal)
    app = opened("class", view="close")
    assert app.button(key="class_end").disabled
    assert app.button(key="class_delete").disabled
    app.checkbox(key="class_end_sure").check().run()
    app.button(key="class_end").click().run()
    assert journal.class_of(group.id).ended_at
    app.checkbox(key="class_delete_sure").check().run()
    app.button(key="class_delete").click().run()
    assert journal.class_of(group.id) is None
    assert "The class is deleted." in notices(app)
    assert app.title[0].value == "Class"


def test_a_tab_that_was_left_open_changes_nothing_when_the_class_is_closed(journal):
    group = taught(journal)
    app = opened("class")
    code = journal.class_code(group.id).code
    journal.forget_teacher(group.id, me(journal))
    app.button(key="class_new_code").click().run()
    assert "not open here any more" in errors(app)
    assert journal.class_code(group.id).code == code


def test_one_of_several_classes_is_chosen(journal):
    first, second = taught(journal, "9a"), taught(journal, "9b")
    app = opened("class")
    assert app.title[0].value == "9b"
    app.selectbox(key="class_chosen").select(first.id).run()
    assert app.title[0].value == "9a"
    assert opened("class", of=second.id).title[0].value == "9b"


def test_two_classes_of_one_title_are_told_apart_and_both_opened(journal):
    first, second = taught(journal), taught(journal)
    app = opened("class")
    assert app.selectbox(key="class_chosen").options == ["Year 9 (1)", "Year 9 (2)"]
    for group in (first, second):
        app.selectbox(key="class_chosen").select(group.id).run()
        assert journal.class_code(group.id).code[:3] in html(app)


def test_the_address_of_a_class_that_is_gone_says_so_and_is_no_other_class_in_silence(journal):
    taught(journal)
    app = opened("class", of="f" * 32)
    assert app.title[0].value == "Year 9"
    assert "does not open the class of this address" in said(app)
    assert "does not open" not in said(opened("class", of="none"))


def test_a_browser_has_room_for_some_classes_and_not_for_any_number(journal, monkeypatch):
    monkeypatch.setattr(membership, "MOST_CLASSES", 2)
    taught(journal, "9a")
    assert made("9b", of="mine").title[0].value == "9b"
    assert "2 classes are open here" in errors(made("9c", of="mine"))
    assert [each.title for each in journal.classes_taught_by(me(journal))] == ["9a", "9b"]


def test_from_ones_own_side_a_teacher_finds_the_way_back(journal):
    group = taught(journal)
    app = opened("class")
    app.button(key="class_others").click().run()
    assert app.title[0].value == "Class"
    app.button(key=f"class_open_{group.id}").click().run()
    assert app.title[0].value == "Year 9"


def test_without_the_record_the_page_says_so_and_keeps_what_was_typed(journal, monkeypatch):
    app = opened("class")
    app.text_input(key="class_title").input("Year 9")
    monkeypatch.setenv("SIZEWISE_DATABASE_URL", "nowhere://")
    house.journal.forget()
    app.button(key="FormSubmitter:class_make_form-Make the class").click().run()
    assert "SIZEWISE_DATABASE_URL is not an address" in said(app)
    assert app.button(key="class_again")
