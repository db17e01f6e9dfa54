"""Uploaded files never fill the server's memory."""

import pytest
from streamlit.runtime.memory_uploaded_file_manager import MemoryUploadedFileManager
from streamlit.runtime.uploaded_file_manager import UploadedFileRec

from sizewise.ground import limits
from sizewise.ui.web.uploads import OF_ALL, OF_PAGE, make_room

LARGEST = limits.PICTURE_MEGABYTES * limits.BYTES
ZEROS = bytes(LARGEST)


@pytest.fixture
def files():
    return MemoryUploadedFileManager("/_stcore/upload_file")


def put(files, page, name, size=LARGEST):
    room = make_room(files, page, size)
    if room:
        files.add_file(page, UploadedFileRec(name, name, "text/csv", ZEROS[:size]))
    return room


def kept(files, page):
    return [each.file_id for each in files.file_storage[page].values()]


def test_a_page_keeps_its_newest_files_whatever_it_sends(files):
    assert all(put(files, "a", f"file-{number}") for number in range(10))
    assert kept(files, "a") == ["file-8", "file-9"]


def test_small_files_stay_side_by_side(files):
    assert all(put(files, "a", f"file-{number}", 1000) for number in range(10))
    assert len(kept(files, "a")) == 10


def test_the_files_of_one_page_never_push_out_those_of_another(files):
    put(files, "a", "mine")
    for number in range(10):
        put(files, "b", f"file-{number}")
    assert kept(files, "a") == ["mine"]


def test_all_pages_together_have_a_limit_and_what_is_there_stays(files):
    pages = [f"page-{number}" for number in range(2 * OF_ALL // LARGEST)]
    assert sum(put(files, page, "file") for page in pages) == OF_ALL // LARGEST
    assert kept(files, pages[0]) == ["file"]


def test_the_largest_file_fits_beside_the_one_before_it():
    assert 2 * LARGEST <= OF_PAGE < OF_ALL
