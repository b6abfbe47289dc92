"""Reading the file that an evaluation is given."""

from __future__ import annotations

import gzip
import hashlib
from pathlib import Path

import pytest

from kg.errors import UsageError
from kg.evaluate.corpus import Corpus, runs


def test_plain_and_gzip_files_give_the_same_lines(tmp_path: Path) -> None:
    plain, packed = tmp_path / "a.txt", tmp_path / "a.txt.gz"
    plain.write_bytes("Říjen\r\n\r\nx\n".encode())
    packed.write_bytes(gzip.compress(plain.read_bytes()))
    assert Corpus.read(plain).lines == Corpus.read(packed).lines == ("Říjen", "", "x", "")


def test_the_digest_is_of_the_file_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "a.gz"
    path.write_bytes(gzip.compress(b"x"))
    assert Corpus.read(path).digest == hashlib.sha256(path.read_bytes()).hexdigest()


def test_blocks_know_their_lines(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_text("\na\nb\n\n\nc", encoding="utf-8")
    assert list(Corpus.read(path).blocks()) == [(2, ["a", "b"]), (6, ["c"])]


@pytest.mark.parametrize(
    ("content", "says"),
    [(b"\xff\xfe\x00x", "UTF-8"), (b"\x1f\x8bnothing", "damaged"), (gzip.compress(b"long" * 99)[:-9], "damaged")],
)
def test_a_file_that_is_no_text_is_refused(tmp_path: Path, content: bytes, says: str) -> None:
    path = tmp_path / "bad"
    path.write_bytes(content)
    with pytest.raises(UsageError, match=says):
        Corpus.read(path)


def test_a_path_that_is_missing_or_a_folder_is_refused(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "missing"):
        with pytest.raises(UsageError, match="one file"):
            Corpus.read(path)


@pytest.mark.parametrize(("line", "says"), [("{", "2: not JSON"), ("[1]", "2: not a JSON object")])
def test_a_line_that_is_no_record_is_named(tmp_path: Path, line: str, says: str) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text("{}\n" + line, encoding="utf-8")
    with pytest.raises(UsageError, match=says):
        list(Corpus.read(path).records())


def test_runs_of_labels() -> None:
    labels = ["B-cue", "I-cue", "O", "I-cue", "B-cue", "B-cue", "I-source"]
    assert runs(labels) == {(0, 2, "cue"), (4, 5, "cue"), (5, 6, "cue")}
