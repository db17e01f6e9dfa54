"""The page: the rungs on top, then what was taken for what, then the cascade."""

import streamlit as st
from markupsafe import Markup

from sizewise.benchmark.classify.ladder import LABELS
from sizewise.ground.written import grouped, left_words
from sizewise.library.library import NotInLibrary
from sizewise.sizing.catalogue.catalog import ModelProfile
from sizewise.sizing.catalogue.price import Price, PriceUnknown
from sizewise.sizing.cost.thinking_notes import unthought_note
from sizewise.ui import house, session
from sizewise.ui.blocks.mails.climbed import Climbed, climbed, recorded
from sizewise.ui.blocks.mails.markup import (
    WORDS,
    confusion_html,
    replies_html,
    rungs_html,
    source_html,
)
from sizewise.ui.frame.address import Parameter, one_of, whole
from sizewise.ui.frame.draft import Draft
from sizewise.ui.frame.notice import lost
from sizewise.ui.kit.html import show_html
from sizewise.ui.kit.provenance import prices_html
from sizewise.ui.lab.inputs import draft as lab_draft
from sizewise.ui.lab.tokenized import choose_model
from sizewise.ui.ladder import cascade
from sizewise.ui.ladder.live import Climb, climbs
from sizewise.ui.playground.who import why_not_local

CLIMB = "ladder_climb_id"
LOOK = 0.5
"""Seconds between two looks at a run under way."""
FEWEST, USUAL = 12, 24
"""How many mails a run of one's own asks about: at least, and while nobody asks for more."""
REPLIES = 20
"""So many mails are shown with what came out."""
_LEDE = Markup(
    '<p class="lede wide-lede">Mails to a help desk, three labels, and one model of 135 million '
    "parameters, a thousandth of a large one. It stays the same on every rung. What changes is "
    "how it is asked.</p>"
)


def draw() -> None:
    """Draw the page."""
    try:
        shown = recorded()
    except NotInLibrary as lack:
        lost("The ladder is being repaired", f"Nothing can be shown today: {lack}.")
        return
    if not house.library().catalogue.profiles:
        lost("The ladder is being repaired", "No model of the catalogue can be read.")
        return
    st.title("The small-model ladder", anchor=False)
    show_html(_LEDE)
    asked, own = _draft(), _own()
    asked.begin()
    model = lab_draft("model", prefix="ladder")
    model.begin()
    if own is not None and own.over:
        shown = climbed(own.trials)
    show_html(source_html(shown, own=own is not None and own.over))
    left, right = st.columns(2, gap="large", vertical_alignment="bottom")
    with left:
        profile = choose_model("ladder", "Price the job as if on")
    with right:
        _run_here(asked, own)
    asked.draw_notices()
    model.draw_notices()
    if own is not None and not own.over:
        st.fragment(_climbing, run_every=LOOK)(own, profile)
    else:
        _results(asked, shown, profile)


def _draft() -> Draft:
    return Draft(
        "ladder",
        {
            "way": Parameter(
                "the way", one_of(tuple(WORDS), "nothing sorts that way here."), "calibration"
            ),
            "mails": Parameter("a run with mails", whole(FEWEST, _most()), USUAL),
            **cascade.parameters(),
        },
    )


def _own() -> Climb | None:
    return climbs().climb(session.get(CLIMB) or "")


def _run_here(asked: Draft, own: Climb | None) -> None:
    """Run the ladder on this machine, stop it, or go back to the recorded run."""
    if why_not := why_not_local():
        st.info(f"{why_not} Until then the recorded run is shown.")
        return
    if own is not None and own.trouble:
        st.error(own.trouble, icon=":material/error:")
    with st.container(key="ladder_buttons", horizontal=True):
        if own is not None and not own.over:
            st.button("Stop", key="ladder_stop", on_click=own.stop)
            return
        st.number_input("Mails", FEWEST, _most(), step=12, width=150, **asked.widget("mails"))
        st.button("Run it here", key="ladder_run", icon=":material/play_arrow:", on_click=_begin)
        if own is not None:
            st.button("Back to the recorded run", key="ladder_back", on_click=_back)


def _most() -> int:
    mails = recorded().mails
    return len(mails.samples) - len(mails.kept_back)


def _begin() -> None:
    session.put(CLIMB, climbs().begin(_draft().held("mails")))


def _back() -> None:
    session.drop(CLIMB)


def _climbing(own: Climb, profile: ModelProfile) -> None:
    """A run under way: how far it is, and the rungs as they stand."""
    if own.over:
        st.rerun()
    left = own.seconds_left
    told = f"{grouped(own.done)} of {grouped(own.total)} replies" if own.done else "Getting ready …"
    told += f", {left_words(left)}" if left else ""
    st.progress(own.done / own.total, text=told)
    so_far = climbed(own.trials)
    show_html(rungs_html(so_far, _price(profile), profile.name, cascade.waiting()))


def _results(asked: Draft, shown: Climbed, profile: ModelProfile) -> None:
    price = _price(profile)
    passed_on = cascade.passed_on(asked, shown, price)
    row = cascade.row(passed_on) if passed_on else cascade.waiting()
    show_html(rungs_html(shown, price, profile.name, row))
    if price:
        _price_note(price, profile)
    if shown.ways:
        _taken_for(asked, shown)
    if passed_on:
        cascade.draw(asked, shown, passed_on, profile)


def _price(profile: ModelProfile) -> Price | None:
    try:
        return profile.price_on(house.today())
    except PriceUnknown:
        return None


def _price_note(price: Price, profile: ModelProfile) -> None:
    unthought = unthought_note([profile])
    st.caption(
        "The tokens are those of the model that answered, on average; the bill is at the list "
        "price, without a cache or a batch. Calibration asks once for each label here; a provider "
        "that tells probabilities needs one request. On your own computer it is electricity."
        + (f" {unthought}" if unthought else "")
    )
    show_html(prices_html([price], house.today()))


def _taken_for(asked: Draft, shown: Climbed) -> None:
    st.header("What was taken for what", anchor=False)
    way = asked.value("way")
    st.pills(
        "Way to sort",
        tuple(shown.ways),
        format_func=lambda name: WORDS[name][0],
        required=True,
        label_visibility="collapsed",
        **asked.widget("way"),
    )
    rung = shown.ways.get(way) or next(iter(shown.ways.values()))
    show_html(confusion_html(rung, LABELS))
    with st.expander("Mails and what came out", icon=":material/mail:"):
        st.caption(f"At most {REPLIES} of them, the wrong ones first.")
        show_html(replies_html(shown, rung, REPLIES))
