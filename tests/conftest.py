"""What the tests of the command line share: a way to call it, and a store built from the sample articles."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from kg.build import Report, build
from kg.cli import main
from kg.graph.store import Store
from kg.read import read

ROOT = Path(__file__).parent.parent
ARTICLES = ROOT / "data" / "articles"


@dataclass(frozen=True)
class Ran:
    """`kg` ended with `status` and wrote `out` and `err`."""

    status: int
    out: str
    err: str


@pytest.fixture(autouse=True, scope="session")
def bundled_gazetteer(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Names that a developer has added to their own gazetteer change no result here."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("KG_GAZETTEER", str(tmp_path_factory.mktemp("gazetteer")))
        yield


Kg = Callable[..., Ran]


@pytest.fixture
def kg(capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Kg:
    """Calls `kg` with these words, in an empty folder."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("KG_STORE", raising=False)

    def call(*words: str | Path) -> Ran:
        monkeypatch.setattr(sys, "argv", ["kg", *map(str, words)])
        capfd.readouterr()
        with pytest.raises(SystemExit) as ended:
            main()
        out, err = capfd.readouterr()
        assert isinstance(ended.value.code, int)
        return Ran(ended.value.code, out, err)

    return call


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with the sample articles, for tests that only read it."""
    folder = tmp_path_factory.mktemp("demo") / "store"
    report = Report()
    with Store.create_or_open(folder) as store:
        build(read([str(ARTICLES)]), store, report)
    assert not report.failed
    return folder
