"""The bar of a build: articles done, articles a second, time left. On a terminal only."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn, TimeRemainingColumn

from kg.cli.screen import Screen

# Formats with an article a line, roughly: the count only feeds the bar.
_ARTICLE_A_LINE = {".jsonl", ".ndjson", ".csv"}
_CHUNK = 1 << 20


def expected(paths: list[str]) -> int | None:
    """About how many articles the paths give; None where only reading them can tell."""
    count = 0
    for name in paths:
        path = Path(name)
        if name == "-":
            return None
        for file in _readable(path) if path.is_dir() else [path]:
            count += _lines(file) if file.suffix.lower() in _ARTICLE_A_LINE and file.is_file() else 1
    return count


def _readable(folder: Path) -> Iterator[Path]:
    from kg.read import READERS

    endings = tuple(ending for known, _ in READERS for ending in known)
    for file in folder.rglob("*"):
        if file.is_file() and file.name.lower().removesuffix(".gz").endswith(endings):
            yield file


def _lines(file: Path) -> int:
    with file.open("rb") as stream:
        return sum(chunk.count(b"\n") for chunk in iter(lambda: stream.read(_CHUNK), b"")) or 1


@contextmanager
def progress(screen: Screen, paths: list[str], *, shown: bool = True) -> Iterator[Callable[[], None]]:
    """A bar on stderr; what it yields is called once for each article done."""
    if not (shown and screen.level >= 0 and screen.errors.is_terminal):
        yield lambda: None
        return
    bar = Progress(
        SpinnerColumn(),
        TextColumn("{task.completed} of about {task.fields[wanted]} articles"),
        BarColumn(bar_width=None),
        TextColumn("{task.fields[rate]:.1f}/s"),
        TimeRemainingColumn(compact=True),
        console=screen.errors,
        transient=True,
    )
    total = expected(paths)
    start = time.monotonic()
    task = bar.add_task("", total=total, wanted="?" if total is None else total, rate=0.0)

    def advance() -> None:
        done = bar.tasks[0].completed + 1
        bar.update(task, advance=1, rate=done / max(time.monotonic() - start, 1e-3))

    with bar:
        yield advance
