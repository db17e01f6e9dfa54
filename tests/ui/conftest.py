"""What tests of the screen share: no record of the test before, and the record's journal."""

import pytest
import streamlit as st

from sizewise.record import open_journal
from sizewise.ui import house


@pytest.fixture(autouse=True)
def forget_the_record():
    """Each test has a record of its own; the content stays read, for it is the same for all."""
    house.journal.clear()
    st.cache_data.clear()
    yield
    house.journal.clear()
    st.cache_data.clear()


@pytest.fixture
def other_content():
    """For a test with content of its own: nothing is kept of the real one, before and after."""
    st.cache_resource.clear()
    yield
    st.cache_resource.clear()


@pytest.fixture
def journal():
    """The test's own record, as another program would open it."""
    journal = open_journal()
    yield journal
    journal.close()
