"""POST /api/articles: articles are taken in; /api/jobs: what becomes of them."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Annotated, Any

from fastapi import APIRouter, Request, Response
from fastapi import Path as InPath
from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError
from starlette.concurrency import run_in_threadpool

from api.access import TOKEN
from api.errors import Problem
from api.jobs import Jobs
from api.limits import read_body
from api.negotiation import media_type
from api.records import Record, State
from api.rest import Cursor, Limit, PageOf, problems, within
from api.uploads import MULTIPART, explained, files_of, form_of, keep, room, write_body
from kg.errors import UsageError
from kg.query.pages import read_cursor, write_cursor
from kg.read import READERS

router = APIRouter(prefix="/api", tags=["articles"])

_JSON = "application/json"
#: Media types of files that hold articles → the ending by which their format is known.
FILE_TYPES: dict[str, str] = {
    "application/x-ndjson": ".jsonl",
    "application/jsonl": ".jsonl",
    "text/csv": ".csv",
    "text/html": ".html",
    "text/markdown": ".md",
    "text/plain": ".txt",
}
_ENDINGS = tuple(ending for endings, _ in READERS for ending in endings)
# Bytes of JSON that are checked before they are acknowledged; what is larger comes as a file, or as JSON Lines.
_LARGEST_JSON = 8 << 20
# Failures, and articles, that the answer about a job lists.
_SHOWN = 1000

Text = Annotated[str, Field(min_length=1)]
Words = Annotated[str | None, Field(default=None)]


class NewArticle(BaseModel):
    """An article as it is sent. A field that is given wins over what the text says."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"title": "Talks resume", "text": "ANKARA — ..."}]})

    id: Words
    url: Words
    title: Words
    author: Words
    publisher: Words
    published: Annotated[str | None, Field(default=None, examples=["2017-02-19"])]
    language: Annotated[str | None, Field(default=None, examples=["en"])]
    dateline: Words
    text: Text


class Failure(BaseModel):
    """No article could be had from `source`, for this reason."""

    source: Annotated[str, Field(examples=["news.jsonl:12"], description="The file, with the record's number.")]
    reason: Annotated[str, Field(examples=["has no text: nothing is left after title, byline and boilerplate"])]


class Job(BaseModel):
    """Articles that were sent are being extracted.

    It is `queued`, `running`, `waiting` (for the store, which could not be written: see `error`), `done`, or `failed`
    as a whole.
    """

    id: Annotated[str, Field(examples=["9f86d081884c7d65"])]
    name: Annotated[str, Field(examples=["news.jsonl"])]
    state: State
    created: Annotated[str, Field(examples=["2026-01-31T12:00:00Z"])]
    finished: str | None
    expected: Annotated[int | None, Field(description="About how many articles there are, where that is known.")]
    articles: Annotated[int, Field(description="How many of them are done with: the next three together.")]
    stored: int
    unchanged: Annotated[int, Field(description="Stored before, with the same content.")]
    failed: int
    error: Annotated[str | None, Field(description="Why the job waits, or has failed.")]


class JobWithFailures(Job):
    """The same, with the reasons of the first failures, and the first of the articles."""

    failures: list[Failure]
    ids: Annotated[list[str], Field(description="Of the articles that were stored, now or before: the first 1000.")]


_Articles = TypeAdapter(NewArticle | Annotated[list[NewArticle], Field(min_length=1)])
_ARTICLE = NewArticle.model_json_schema()
_BODY: dict[str, Any] = {
    "requestBody": {
        "required": True,
        "content": {
            _JSON: {
                "schema": {"anyOf": [_ARTICLE, {"type": "array", "minItems": 1, "items": _ARTICLE}]},
            },
            **{type_: {"schema": {"type": "string", "minLength": 1}} for type_ in FILE_TYPES},
            MULTIPART: {"schema": {"type": "object", "additionalProperties": {"type": "string", "format": "binary"}}},
        },
    }
}
_REFUSED: dict[int | str, dict[str, Any]] = {
    status: {"description": "The token is missing or wrong."} for status in (401, 403)
}
_TAKEN: dict[int | str, dict[str, Any]] = {
    **problems(400),
    **_REFUSED,
    408: {"description": "The body was too slow."},
    415: {"description": "Articles can't be had from this type."},
}


@router.post(
    "/articles", status_code=202, response_model=Job, responses=_TAKEN, openapi_extra=_BODY, dependencies=[TOKEN]
)
async def take_articles(request: Request, response: Response) -> Job:
    """Takes articles in: JSON (one, or a list), JSON Lines, CSV, HTML, Markdown, text, or a form with such files.

    They are extracted one job after the other; each is seen a few seconds after it is stored.
    """
    store = request.app.state.settings.store
    with room(store) as folder:
        name, expected = await _received(request, folder, store)
        jobs: Jobs = request.app.state.jobs
        job = jobs.accept(folder, name, expected)
    response.headers["Location"] = f"/api/jobs/{job}"
    return _shown(jobs, job)


@router.get("/jobs", responses=problems())
async def list_jobs(request: Request, limit: Limit = 50, cursor: Cursor = None) -> PageOf[Job]:
    """Jobs, the newest first."""
    within(request, limit)
    try:
        before = read_cursor(cursor, int)[0] if cursor else None
    except UsageError as error:
        raise Problem(422, str(error)) from error
    found = request.app.state.jobs.records.newest(limit + 1, before=before)
    page = [_job(record) for record in found[:limit]]
    return PageOf(items=page, next=write_cursor(found[limit - 1].number) if len(found) > limit else None)


@router.get("/jobs/{job}", responses=problems(404))
async def one_job(request: Request, job: Annotated[str, InPath(max_length=100)]) -> JobWithFailures:
    """How a job stands, and why articles failed."""
    records = request.app.state.jobs.records
    record = records.get(job)
    if record is None:
        raise Problem(404, f"there is no job {job}")
    failures = [Failure(source=each.source, reason=each.error) for each in records.failures(record.number, _SHOWN)]
    ids = records.articles(record.number, _SHOWN)
    return JobWithFailures(**_job(record).model_dump(), failures=failures, ids=ids)


def _shown(jobs: Jobs, job: str) -> Job:
    record = jobs.records.get(job)
    if record is None:
        raise Problem(404, f"there is no job {job}")
    return _job(record)


def _job(record: Record) -> Job:
    fields = {name: getattr(record, name) for name in Job.model_fields}
    return Job(**fields)


async def _received(request: Request, folder: Path, store: Path) -> tuple[str, int | None]:
    """Writes the body into files; returns what the job is called, and about how many articles it has."""
    type_ = media_type(request.headers.get("content-type"))
    if type_ == _JSON:
        return "articles.json", await _json(request, folder / "articles.json", store)
    if type_ == MULTIPART:
        return await _form(request, folder, store)
    if type_ not in FILE_TYPES:
        raise Problem(415, f"articles can be sent as {', '.join((_JSON, *FILE_TYPES, MULTIPART))}")
    name = f"articles{FILE_TYPES[type_]}"
    lines, size = await write_body(request, folder / name, store)
    if not size:
        raise Problem(400, "the body is empty")
    return name, max(lines, 1) if type_ in {"application/x-ndjson", "application/jsonl"} else None


async def _json(request: Request, path: Path, store: Path) -> int:
    body = await read_body(request, _LARGEST_JSON)
    try:
        found = await run_in_threadpool(_Articles.validate_json, body)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        status = 400 if first["type"] == "json_invalid" else 422
        raise Problem(status, f"{'.'.join(map(str, first['loc'])) or 'the body'}: {first['msg']}") from error
    with explained(store):
        path.write_bytes(body)
    return len(found) if isinstance(found, list) else 1


async def _form(request: Request, folder: Path, store: Path) -> tuple[str, int | None]:
    names = []
    async with form_of(request, store) as form:
        for number, file in enumerate(files_of(form), start=1):
            name = re.sub(r"[^\w.-]+", "_", Path(file.filename or "").name).lstrip(".")[-100:]
            if not name.lower().endswith(_ENDINGS):
                raise Problem(415, f"{name or 'a file'}: articles are read from {' '.join(_ENDINGS)}")
            names.append(name)
            await run_in_threadpool(keep, file, folder / (f"{number}-{name}" if name in names[:-1] else name), store)
    single = len(names) == 1
    return names[0] if single else f"{names[0]} and {len(names) - 1} more", None
