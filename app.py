"""Serves Sizewise: `streamlit run app.py`.

The screen itself is sizewise/ui/frame/shell.py. Naming it here, and not drawing in this file, makes
Streamlit show the whole app even when the very first request is a deep link such as /quiz.
"""

import streamlit as st

from sizewise.ui.server import LIFESPAN, MIDDLEWARE, ON_FAILURE, ROUTES, SHELL, sorry

app = st.App(
    SHELL,
    routes=ROUTES,
    middleware=MIDDLEWARE,
    lifespan=LIFESPAN,
    exception_handlers=ON_FAILURE,
    on_script_error=sorry,
)
