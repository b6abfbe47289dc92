"""Bodies that are kept in files, for they may be larger than memory is for them."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path

from fastapi import Request
from starlette.datastructures import FormData, UploadFile
from starlette.exceptions import HTTPException
from starlette.formparsers import MultiPartException

from api.errors import Problem
from kg.graph.folder import Layout, gone, stop

MULTIPART = "multipart/form-data"

# Files in one request, and fields beside them.
_FILES = 1000


def folder_of(store: Path) -> Path:
    """Where uploads are kept while they are used: beside the store, which has the room that they will need.

    Raises:
        StopRun: it can't be made; the store is gone.
    """
    if not Layout(store).settings.exists():
        raise gone(store)
    folder = store / "uploads"
    with explained(store):
        folder.mkdir(mode=0o700, exist_ok=True)
    return folder


@contextmanager
def explained(store: Path) -> Iterator[None]:
    """Turns a failure of the disk into a reason."""
    try:
        yield
    except OSError as error:
        raise stop(Layout(store), error) from error


async def write_body(request: Request, path: Path, store: Path) -> tuple[int, int]:
    """Writes the body of a request to a file; returns how many lines it ends, and how many bytes it has.

    Raises:
        Problem: it is too large or too slow.
        StopRun: the disk is full.
    """
    lines = size = 0
    failure: OSError | None = None
    with explained(store), path.open("wb") as file:
        async for part in request.stream():
            lines += part.count(b"\n")
            size += len(part)
            try:
                if failure is None:
                    file.write(part)
            except OSError as error:
                # The rest is read all the same: a client that is cut off while it sends does not see the answer.
                failure = error
        if failure:
            raise failure
    return lines, size


@asynccontextmanager
async def form_of(request: Request, store: Path) -> AsyncIterator[FormData]:
    """The form in a request.

    Raises:
        Problem: it is malformed, or has too many parts.
        StopRun: the disk is full.
    """
    try:
        with explained(store):
            form = await request.form(max_files=_FILES, max_fields=_FILES)
    except (MultiPartException, HTTPException) as error:
        if isinstance(error, Problem):
            raise
        reason = error.message if isinstance(error, MultiPartException) else error.detail
        raise Problem(400, f"the form is malformed: {reason}") from error
    try:
        yield form
    finally:
        await form.close()


def files_of(form: FormData) -> list[UploadFile]:
    """The files in a form, in order.

    Raises:
        Problem: there is none.
    """
    files = [value for _, value in form.multi_items() if isinstance(value, UploadFile)]
    if not files:
        raise Problem(400, "the form has no file: send the parts with a file name")
    return files


def keep(file: UploadFile, path: Path, store: Path) -> None:
    """Writes a file of a form to where it stays; blocks.

    Raises:
        StopRun: the disk is full.
    """
    with explained(store), path.open("wb") as kept:
        shutil.copyfileobj(file.file, kept)


@contextmanager
def room(store: Path) -> Iterator[Path]:
    """A folder for the files of one request, removed afterwards.

    Raises:
        StopRun: the disk is full, or the store gone.
    """
    folder = folder_of(store)
    with explained(store):
        path = Path(tempfile.mkdtemp(prefix="request-", dir=folder))
    try:
        yield path
    finally:
        shutil.rmtree(path, ignore_errors=True)
