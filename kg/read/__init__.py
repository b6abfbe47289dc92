"""Read: paths and streams to articles. One input format per file; `READERS` lists them all."""

from __future__ import annotations

import gzip
import os
import stat
import sys
import zlib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import BinaryIO, cast

from kg.errors import SkipArticle
from kg.model import Article
from kg.read import csv, html, json, jsonl, markdown, text
from kg.read.article import article
from kg.read.record import Reader
from kg.resources import STORE_FILES

__all__ = ["READERS", "read"]

#: Endings of file names, and what reads such files. Each may be followed by ``.gz``.
READERS: tuple[tuple[tuple[str, ...], Reader], ...] = (
    ((".txt",), text.records),
    ((".md",), markdown.records),
    ((".html", ".htm"), html.records),
    ((".json",), json.records),
    ((".jsonl",), jsonl.records),
    ((".csv",), csv.records),
)
_ENDINGS = " ".join(ending for endings, _ in READERS for ending in endings)
STDIN = "-"


def read(
    paths: Sequence[str], *, columns: Mapping[str, str] | None = None, stdin: BinaryIO | None = None
) -> Iterator[Article | SkipArticle]:
    """The articles of files and folders, one after the other; only one record is held at a time.

    Args:
        paths: files, folders (read recursively, in sorted order; what has another ending and what begins with a dot is
            passed over, links to folders aren't followed), or ``-`` for JSON Lines on standard input.
        columns: names of columns or fields that differ from the usual: ``{"text": "body"}``.
        stdin: read for ``-``; standard input by default.

    Yields:
        An article, or why there is none: a path, a file or a record that can't be used is yielded, never raised.
    """
    for path in paths:
        if path == STDIN:
            yield from _articles(jsonl.records, stdin or sys.stdin.buffer, STDIN, columns or {})
        elif os.path.isdir(path):
            yield from _folder(path, columns or {})
        else:
            yield from _file(path, columns or {})


def _reader(path: str) -> Reader | None:
    name = os.path.basename(path).lower().removesuffix(".gz")
    return next((reader for endings, reader in READERS if name.endswith(endings)), None)


def _folder(path: str, columns: Mapping[str, str]) -> Iterator[Article | SkipArticle]:
    empty = True
    for found in _files(path):
        empty = False
        if isinstance(found, SkipArticle):
            yield found
        else:
            yield from _file(found, columns)
    if empty:
        yield SkipArticle(path, f"holds no file that can be read ({_ENDINGS}): give another folder")


def _files(folder: str) -> Iterator[str | SkipArticle]:
    """The files below `folder` that some reader takes, sorted within each folder."""
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as error:
        yield SkipArticle(folder, _reason(error))
        return
    if {entry.name for entry in entries} >= STORE_FILES:
        return  # `kg build .` made it here the last time
    for entry in entries:
        if entry.name.startswith("."):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _files(entry.path)
        elif _reader(entry.name) and not entry.is_dir() and (entry.is_file() or entry.is_symlink()):
            yield entry.path


def _file(path: str, columns: Mapping[str, str]) -> Iterator[Article | SkipArticle]:
    reader = _reader(path)
    try:
        mode = os.stat(path).st_mode
    except (OSError, ValueError) as error:
        yield SkipArticle(path, _reason(error))
        return
    if reader is None:
        ending = Path(path).suffix or "no ending"
        yield SkipArticle(path, f"is of no kind that can be read ({ending}): convert it to one of {_ENDINGS}")
        return
    if not stat.S_ISREG(mode) and not stat.S_ISFIFO(mode):
        yield SkipArticle(path, "is no file: give a file or a folder")
        return
    try:
        file = _opened(path)
    except OSError as error:
        yield SkipArticle(path, _reason(error))
        return
    with file:
        yield from _articles(reader, file, path, columns)


def _opened(path: str) -> BinaryIO:
    return cast("BinaryIO", gzip.open(path)) if path.lower().endswith(".gz") else Path(path).open("rb")


def _articles(
    reader: Reader, file: BinaryIO, source: str, columns: Mapping[str, str]
) -> Iterator[Article | SkipArticle]:
    records = reader(file, source, columns=columns)
    while True:
        try:
            record = next(records, None)
        except SkipArticle as skipped:
            yield skipped
            return
        except (OSError, EOFError, zlib.error) as error:
            yield SkipArticle(source, _reason(error))
            return
        if record is None:
            return
        if isinstance(record, SkipArticle):
            yield record
            continue
        try:
            yield article(record)
        except SkipArticle as skipped:
            yield skipped


def _reason(error: Exception) -> str:
    if isinstance(error, FileNotFoundError):
        return "does not exist: check the path"
    if isinstance(error, PermissionError):
        return "may not be read: give yourself permission (chmod u+r)"
    if isinstance(error, (gzip.BadGzipFile, EOFError, zlib.error)):
        return "is broken gzip data: compress it anew"
    detail = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return f"can't be read ({detail}): check the path and the disk"
