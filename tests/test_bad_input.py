"""Bad input: one clear line for each, the rest of the run goes on, and nothing stored is lost."""

from __future__ import annotations

import json
import resource
import subprocess
import sys
from pathlib import Path

import pytest

from kg.graph.reader import open_reader
from kg.graph.store import Store
from tests.conftest import Kg

GOOD = "Russia's foreign minister said on Monday that the talks had failed.\n\nTurkey denied it, the ministry said.\n"
PROGRAM = Path(sys.executable).with_name("kg")

# File → its content, and what the user is told.
BAD: dict[str, tuple[bytes, str]] = {
    "empty.txt": (b"", "empty"),
    "blank.md": (b" \n\n ", "empty"),
    "binary.txt": (b"\x7fELF\x02\x01\x01\x00" + bytes(range(256)), "program"),
    "latin.txt": ("Der Präsident sagte nichts.".encode("latin-1"), "UTF-8"),
    "huge.txt": (b"Russia said nothing. " * 2_500_000, "larger than"),
    "broken.jsonl": (b'{"text": "Russia said no\n', "JSON"),
    "no-text.jsonl": (b'{"title": "A headline"}\n', "text"),
    "bad-date.jsonl": (json.dumps({"published": "the day before", "text": GOOD}).encode(), "YYYY-MM-DD"),
    "no-body.html": (b"<html><head><title>Nothing</title></head></html>", ""),
    "german.txt": (
        b"Der Minister sagte am Montag, dass die Verhandlungen gescheitert sind und nicht mehr aufgenommen werden.\n"
        * 2,
        "English",
    ),
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    for name, (content, _) in BAD.items():
        (folder / name).write_bytes(content)
    (folder / "good.txt").write_text(GOOD, encoding="utf-8")
    return folder


def test_each_is_told_and_the_rest_goes_on(kg: Kg, folder: Path, tmp_path: Path) -> None:
    ran = kg("build", folder, tmp_path / "missing.txt", "--report", "report.json", "--workers", "1")
    assert ran.status == 3
    report = json.loads((tmp_path / "report.json").read_text(encoding="utf-8"))
    assert (report["seen"], report["stored"], report["skipped"]) == (len(BAD) + 2, 1, 0)
    told = {Path(failure["path"].partition(":")[0]).name: failure["error"] for failure in report["failed"]}
    assert told.keys() == {*BAD, "missing.txt"}
    for name, (_, message) in {**BAD, "missing.txt": (b"", "does not exist")}.items():
        assert message in told[name], told[name]
        (line,) = [line for line in ran.err.splitlines() if name in line]
        assert told[name] in line
    assert json.loads(kg("statements", "--format", "json").out)


def test_where_everything_failed_the_status_is_1(kg: Kg, folder: Path) -> None:
    for command in ("build", "extract"):
        ran = kg(command, folder / "empty.txt")
        assert (ran.status, ran.out) == (1, "")
        assert "empty.txt: is empty" in ran.err


def test_a_report_that_cannot_be_written_is_told_before_the_work(kg: Kg, folder: Path, tmp_path: Path) -> None:
    ran = kg("build", folder, "--report", "nowhere/report.json")
    assert ran.status == 2
    assert "there is no folder nowhere" in ran.err
    assert not (tmp_path / "kg-store").exists()


def test_a_fault_of_the_program_is_traced_when_asked(
    kg: Kg, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kg.line.extract", lambda doc, article, **options: 1 / 0)
    plain = kg("build", folder / "good.txt", "--workers", "1", "--report", "report.json")
    assert plain.status == 1
    assert "ZeroDivisionError" in plain.err
    assert "Traceback" not in plain.err
    assert "Traceback" in json.loads((tmp_path / "report.json").read_text(encoding="utf-8"))["failed"][0]["trace"]
    assert "Traceback" in kg("build", folder / "good.txt", "--workers", "1", "-v").err


def test_extract_goes_on_too(kg: Kg, folder: Path) -> None:
    ran = kg("extract", folder, "--workers", "1")
    assert ran.status == 3
    assert len(ran.out.splitlines()) == 1
    assert len(ran.err.splitlines()) == len(BAD)


def test_a_store_that_is_being_written(kg: Kg, folder: Path, tmp_path: Path) -> None:
    assert kg("build", folder / "good.txt", "--workers", "1").status == 0
    with Store.create_or_open(tmp_path / "kg-store"):
        ran = kg("build", folder / "good.txt")
        asked = kg("statements", "--format", "json")
    assert ran.status == 1
    assert "kg: kg-store is being written by process" in ran.err
    assert ran.err.count("\n") == 1
    assert json.loads(asked.out)


def test_a_store_of_a_newer_version(kg: Kg, folder: Path, tmp_path: Path) -> None:
    assert kg("build", folder / "good.txt", "--workers", "1").status == 0
    settings = tmp_path / "kg-store" / "store.json"
    now = settings.read_text(encoding="utf-8")
    settings.write_text(json.dumps({**json.loads(now), "format": 99, "program": "rapporteur 9.0"}), encoding="utf-8")
    for words in (["build", folder / "good.txt"], ["statements"]):
        ran = kg(*words)
        assert ran.status == 1
        assert "newer version (rapporteur 9.0)" in ran.err
    settings.write_text(now, encoding="utf-8")
    assert json.loads(kg("statements", "--format", "json").out)


def test_a_folder_that_is_no_store(kg: Kg, folder: Path) -> None:
    ran = kg("build", folder / "good.txt", "--store", folder)
    assert ran.status == 1
    assert "not a store" in ran.err
    assert (folder / "good.txt").exists()


def test_a_full_disk_stops_the_run_and_loses_nothing(kg: Kg, folder: Path, tmp_path: Path) -> None:
    """A limit on the size of files, in place of a disk that is full: RocksDB fails in the same way."""
    assert kg("build", folder / "good.txt", "--workers", "1").status == 0
    before = kg("export", "nquads").out
    many = [{"id": str(n), "text": f"Russia said that it would send {n} ships.\n\n{GOOD * 10}"} for n in range(16)]
    (tmp_path / "many.jsonl").write_text("".join(json.dumps(one) + "\n" for one in many), encoding="utf-8")
    done = subprocess.run(
        [PROGRAM, "build", "many.jsonl", "--workers", "1"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (300_000, 300_000)),
    )
    assert done.returncode == 1, done.stderr
    assert "no space left" in done.stderr
    assert "Traceback" not in done.stderr
    after = kg("export", "nquads")
    assert after.status == 0, after.err
    assert set(before.splitlines()) <= set(after.out.splitlines())
    assert kg("build", "many.jsonl", "--workers", "1").status == 0
    with open_reader(tmp_path / "kg-store") as reader:
        assert reader.counts().articles == 17
