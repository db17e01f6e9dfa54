"""What tests of the screen share: nothing cached from the test before, and the record's journal."""

import pytest
import streamlit as st

from sizewise.record import open_journal


@pytest.fixture(autouse=True)
def forget_what_is_cached():
    """The record of the test before is gone: nothing may be kept of it."""
    st.cache_resource.clear()
    st.cache_data.clear()
    yield
    st.cache_resource.clear()
    st.cache_data.clear()


@pytest.fixture
def journal():
    """The test's own record, as another program would open it."""
    journal = open_journal()
    yield journal
    journal.close()
