"""`kg doctor`: is everything there, does it work, and what to do where it does not."""

from __future__ import annotations

import importlib.metadata
import platform
import shutil
import sqlite3
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Annotated

import typer
from rich.text import Text

from kg.cells import harmless
from kg.cli import server_checks
from kg.cli.options import Quiet, StoreFolder, Verbose, screen_of
from kg.cli.screen import Format
from kg.cli.tables import View
from kg.errors import RapporteurError
from kg.place import Place

_FAILED = 1
_INSTALL = "install it again: pip install --force-reinstall rapporteur"
# A build of ten thousand articles takes a few gigabytes; below one, the next one is likely to stop half way.
_LEAST_SPACE = 1_000_000_000
_SENTENCE = "Mara Ellingsen, whom we invented, said on Thursday that the talks in Geneva would go on."
_LIBRARIES = ("spacy", "onnxruntime", "pyoxigraph", "rdflib", "pyshacl", "trafilatura")


@dataclass(frozen=True, slots=True)
class _Finding:
    """The check `name` went well or not; `detail` says what was found, or what is wrong and what to do."""

    name: str
    ok: bool
    detail: str


_FINDINGS: View[_Finding] = View(
    (), {"name": lambda found: found.name, "ok": lambda found: found.ok, "detail": lambda found: found.detail}, ""
)


class _Wrong(Exception):
    """A check that failed: what is wrong, and what to do."""


def doctor(
    context: typer.Context,
    store: StoreFolder = None,
    url: Annotated[
        str | None, typer.Option(metavar="URL", help="Check the server that runs there, and nothing else.")
    ] = None,
    form: Annotated[
        Format, typer.Option("--format", "-f", help="table for people, json or csv for programs.")
    ] = Format.table,
    verbose: Verbose = False,
    quiet: Quiet = False,
) -> int:
    """Check the installation: one line each, and what to do where something is wrong."""
    from kg.config import settings

    screen = screen_of(context)
    place = settings(store=store).place
    checks = server_checks.checks(url) if url else _installation(place)
    findings = [_check(name, check) for name, check in checks]
    if form is Format.table:
        for finding in findings:
            mark = ("ok   ", "green") if finding.ok else ("WRONG", "bold red")
            screen.draw(Text.assemble(mark, f"  {finding.name:<11} ", harmless(finding.detail)))
    else:
        screen.show(findings, _FINDINGS, form)
    return 0 if all(finding.ok for finding in findings) else _FAILED


def _installation(place: Place) -> tuple[tuple[str, Callable[[], str]], ...]:
    folder = place if isinstance(place, Path) else place.kept
    return (
        ("versions", _versions),
        ("ontology", _ontology),
        ("gazetteer", _gazetteer),
        ("weights", _weights),
        ("extraction", _extraction),
        ("workers", _workers),
        ("search", _full_text),
        ("store", partial(_store, place)),
        ("disk", partial(_disk, folder)),
    )


def _check(name: str, check: Callable[[], str]) -> _Finding:
    try:
        return _Finding(name, True, check())
    except (_Wrong, RapporteurError) as error:
        return _Finding(name, False, str(error))
    except Exception as error:  # noqa: BLE001  # whatever is broken, the other checks are still to be made
        return _Finding(name, False, f"{type(error).__name__}: {error}; {_INSTALL}")


def _versions() -> str:
    if sys.version_info < (3, 11):  # noqa: UP036  # what is checked is the installation
        raise _Wrong(f"Python is {platform.python_version()}: Rapporteur needs 3.11 or newer")
    libraries = ", ".join(f"{name} {importlib.metadata.version(name)}" for name in _LIBRARIES)
    return f"rapporteur {importlib.metadata.version('rapporteur')}, Python {platform.python_version()}, {libraries}"


def _ontology() -> str:
    from kg.resources import folder

    found = sorted(path.name for path in folder("ontology").glob("*.ttl"))
    if len(found) < 2:
        raise _Wrong(f"the ontology is not complete: {_INSTALL}")
    return ", ".join(found)


def _gazetteer() -> str:
    from kg.resolve.gazetteer.gazetteer import Gazetteer

    start = time.monotonic()
    gazetteer = Gazetteer.load()
    if not gazetteer.lookup("Geneva"):
        raise _Wrong(f"the gazetteer does not know Geneva: {_INSTALL}")
    return f"version {gazetteer.fingerprint}, loaded in {time.monotonic() - start:.1f} s"


def _weights() -> str:
    from kg.annotate import Annotator

    start = time.monotonic()
    annotator = Annotator()
    return f"version {annotator.fingerprint}, loaded in {time.monotonic() - start:.1f} s"


def _extraction() -> str:
    from kg.line import Line
    from kg.model import Article

    line = Line()
    start = time.monotonic()
    found = line.extraction(Article(id="doctor", text=_SENTENCE, published="2017-02-19", language="en"))
    if not found.statements:
        raise _Wrong(f"a plain sentence gave no statement: {_INSTALL}")
    spoken = found.statements[0]
    milliseconds = 1000 * (time.monotonic() - start)
    return f"{spoken.speaker.entity or spoken.speaker.kind}, {spoken.cue.lemma}: {milliseconds:.0f} ms for a sentence"


def _workers() -> str:
    from kg.config import processors
    from kg.workers import each

    answers = [answer for _, answer in each(["1", "2"], partial(partial, int), workers=2)]
    if sorted(map(str, answers)) != ["1", "2"]:
        raise _Wrong("worker processes don't answer: build with --workers 1")
    return f"{processors()} processors"


def _full_text() -> str:
    connection = sqlite3.connect(":memory:")
    try:
        connection.execute("CREATE VIRTUAL TABLE words USING fts5(text)")
    except sqlite3.OperationalError as error:
        raise _Wrong("this Python's SQLite has no FTS5, which `kg search` needs: use another Python") from error
    finally:
        connection.close()
    return f"SQLite {sqlite3.sqlite_version} with FTS5"


def _store(place: Place) -> str:
    from kg.graph.access import reading

    if isinstance(place, Path) and not (place / "store.json").exists() and not any(place.glob("*")):
        return f"none in {place} yet: kg build PATH --store {place}"
    with reading(place) as reader:
        counts = reader.counts()
    return f"{place} opens: {counts.articles:,} articles, {counts.quads:,} quads"


def _disk(folder: Path) -> str:
    there = next(path for path in (folder.absolute(), *folder.absolute().parents) if path.exists())
    free = shutil.disk_usage(there).free
    held = sum(path.stat().st_size for path in (folder / "oxigraph").glob("*"))
    if free < max(_LEAST_SPACE, held):
        raise _Wrong(
            f"{free / 1e9:.1f} GB free at {there}, the store has {held / 1e9:.1f}: make room before a build, for a "
            "snapshot that readers keep open may need as much again"
        )
    return f"{free / 1e9:.0f} GB free at {there}, the store has {held / 1e9:.1f}"


COMMANDS: dict[str, Callable[..., int]] = {"doctor": doctor}
