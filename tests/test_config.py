"""Settings come from the caller, then the environment, then kg.toml, then the defaults."""

from __future__ import annotations

from pathlib import Path

import pytest
from pydantic import ValidationError

from kg.config import processors, settings
from kg.errors import UsageError
from kg.place import Remote


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name in ("STORE", "WORKERS", "BASE_IRI", "TIME_LIMIT", "GAZETTEER"):
        monkeypatch.delenv(f"KG_{name}", raising=False)
    return tmp_path


def test_defaults() -> None:
    chosen = settings()
    assert chosen.store == Path("kg-store")
    assert chosen.workers == processors() >= 1
    assert chosen.base_iri is None


def test_the_users_gazetteer_lies_among_the_users_data(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", "/home/oda")
    monkeypatch.delenv("XDG_DATA_HOME", raising=False)
    assert settings().gazetteer == Path("/home/oda/.local/share/rapporteur/gazetteer")
    monkeypatch.setenv("XDG_DATA_HOME", "/data/oda")
    assert settings().gazetteer == Path("/data/oda/rapporteur/gazetteer")
    (folder / "kg.toml").write_text('gazetteer = "names"\n')
    assert settings().gazetteer == Path("names")


def test_precedence(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "kg.toml").write_text('store = "from-file"\nworkers = 3\ntime_limit = 5\n')
    monkeypatch.setenv("KG_STORE", "from-environment")
    monkeypatch.setenv("KG_WORKERS", "4")
    chosen = settings(store=Path("from-caller"), workers=None)
    assert (chosen.store, chosen.workers, chosen.time_limit) == (Path("from-caller"), 4, 5.0)


def test_settings_do_not_change() -> None:
    with pytest.raises(ValidationError):
        settings().workers = 9  # type: ignore[misc]


def test_a_base_ends_in_a_slash() -> None:
    assert settings(base_iri="https://example.org/data").base_iri == "https://example.org/data/"


@pytest.mark.parametrize(
    "base", ["example.org", "ftp://example.org/", "http://", "http://a b/", "http://a.b/?q", "x:y"]
)
def test_a_base_that_is_no_absolute_iri_is_refused(base: str) -> None:
    with pytest.raises(UsageError, match=r"base_iri .*absolute|base_iri .*character"):
        settings(base_iri=base)


@pytest.mark.parametrize("workers", ["0", "many", "-1", "1000"])
def test_a_bad_value_names_where_it_came_from(workers: str, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(UsageError, match=f"--workers {workers}"):
        settings(workers=workers)
    monkeypatch.setenv("KG_WORKERS", workers)
    with pytest.raises(UsageError, match=f"environment KG_WORKERS={workers}"):
        settings()


@pytest.mark.parametrize(
    ("content", "message"),
    [("workers = 0", r"workers \(in kg.toml\)"), ("wokers = 2", "no such setting.*workers"), ("store = ", "kg.toml")],
)
def test_a_bad_file_is_named(content: str, message: str, folder: Path) -> None:
    (folder / "kg.toml").write_text(content)
    with pytest.raises(UsageError, match=message):
        settings()


def test_a_store_may_be_an_address(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", "/data/oda")
    monkeypatch.setenv("KG_STORE", "https://sparql.example/query")
    monkeypatch.setenv("KG_STORE_GRAPHS", "https://sparql.example/store")
    monkeypatch.setenv("KG_STORE_USER", "oda")
    monkeypatch.setenv("KG_STORE_PASSWORD", "a secret")
    place = settings(time_limit=5).place
    assert isinstance(place, Remote)
    assert (str(place), place.graphs, place.update) == (
        "https://sparql.example/query",
        "https://sparql.example/store",
        None,
    )
    assert (place.user, place.password, place.time_limit) == ("oda", "a secret", 5.0)
    assert place.kept.parent == Path("/data/oda/rapporteur/stores")
    assert "a secret" not in repr(settings()) + repr(place)
    assert settings(store="a-folder").place == Path("a-folder")


def test_an_address_that_holds_a_password_is_refused_and_not_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KG_STORE", "https://oda:secret@sparql.example/query")
    with pytest.raises(UsageError, match="set KG_STORE_USER and KG_STORE_PASSWORD") as caught:
        settings()
    assert "secret@" not in str(caught.value)
    with pytest.raises(UsageError, match=r"store_graphs .*must be the http"):
        settings(store="https://sparql.example/query", store_graphs="sparql.example/store")
