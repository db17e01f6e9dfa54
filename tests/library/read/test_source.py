import os

import pytest

from sizewise.library.read.problem import NotRead
from sizewise.library.read.source import MOST_BYTES, content_files, read_text


def problem(path):
    with pytest.raises(NotRead) as error:
        read_text(path, path.name)
    return str(error.value)


def written(folder, raw):
    path = folder / "x.yaml"
    path.write_bytes(raw)
    return path


def test_a_mark_at_the_start_and_windows_line_ends_do_no_harm(tmp_path):
    assert read_text(written(tmp_path, b"\xef\xbb\xbfa: 1\r\nb: 2\r\n"), "x") == "a: 1\nb: 2\n"


def test_bytes_that_are_no_utf_8_are_said_with_their_line(tmp_path):
    assert problem(written(tmp_path, b"a: 1\nb: caf\xe9\n")) == (
        "x.yaml:2: whole file: is not UTF-8: byte 0xe9 means nothing there, save it as UTF-8"
    )


def test_utf_16_is_called_by_its_name(tmp_path):
    assert "is saved as UTF-16" in problem(written(tmp_path, "a: 1".encode("utf-16")))


@pytest.mark.parametrize("start", [b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"{\\rtf1"])
def test_a_document_of_a_word_processor_is_called_by_its_name(tmp_path, start):
    assert "word processor" in problem(written(tmp_path, start + b"\x80"))


def test_control_characters_are_said_with_their_line(tmp_path):
    assert problem(written(tmp_path, b"a: 1\nb: \x00\n")).startswith("x.yaml:2: whole file: holds")


def test_a_file_of_five_megabytes_is_refused_unread(tmp_path):
    assert "5,000,000 bytes" in problem(written(tmp_path, b"x" * 5_000_000))


def test_the_largest_file_is_still_read(tmp_path):
    assert len(read_text(written(tmp_path, b"x" * MOST_BYTES), "x")) == MOST_BYTES


def test_a_folder_is_no_file(tmp_path):
    (tmp_path / "x.yaml").mkdir()
    assert "is a folder" in problem(tmp_path / "x.yaml")


def test_a_loop_of_links_ends(tmp_path):
    (tmp_path / "x.yaml").symlink_to(tmp_path / "y.yaml")
    (tmp_path / "y.yaml").symlink_to(tmp_path / "x.yaml")
    assert "cannot be found" in problem(tmp_path / "x.yaml")


def test_a_pipe_is_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "x.yaml")
    assert "no ordinary file" in problem(tmp_path / "x.yaml")


def test_a_missing_file_is_named(tmp_path):
    assert problem(tmp_path / "x.yaml") == "x.yaml:1: whole file: does not exist, write it"


def test_hidden_files_and_other_endings_are_left_out(tmp_path):
    for name in ("b.yaml", "a.yaml", ".#a.yaml", "a.yaml~", "note.md"):
        (tmp_path / name).touch()
    assert [path.name for path in content_files(tmp_path, ".yaml")] == ["a.yaml", "b.yaml"]


def test_a_missing_folder_has_no_files(tmp_path):
    assert list(content_files(tmp_path / "nowhere", ".yaml")) == []
