"""The smallest page with a slider that redraws a Plotly chart: the measure for ours."""

import plotly.graph_objects as go
import streamlit as st

MONTHS = list(range(1, 13))

st.title("Bare")


@st.fragment
def chart():
    growth = st.slider("Growth", -50, 100, 10)
    ours = [100 * (1 + growth / 100) ** (month - 1) for month in MONTHS]
    theirs = [3 * each for each in ours]
    lines = [go.Scatter(x=MONTHS, y=each, mode="lines") for each in (ours, theirs)]
    st.plotly_chart(go.Figure(lines))


chart()
