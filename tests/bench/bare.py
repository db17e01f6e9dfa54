"""The smallest Streamlit app that answers a click: the measure for ours."""

import streamlit as st

st.title("Bare")
st.session_state.setdefault("clicks", 0)


def count():
    st.session_state.clicks += 1


st.button("Check answer", key="go", on_click=count)
st.html(f'<p class="answer" data-place="{st.session_state.clicks}">{st.session_state.clicks}</p>')
