"""/api/statements, /api/meetings, /api/timeline: what was said, who met, and when."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import APIRouter, Query, Request, Response

from api.rest import Cursor, Limit, Name, PageOf, Participants, Publisher, Since, Sort, Until, Words, answer, problems
from kg.model import Act, Stance, StatementForm
from kg.query import meetings, statements, timeline
from kg.query.rows import MeetingRow, StatementRow

router = APIRouter(prefix="/api", tags=["events"])


@router.get("/statements", response_model=PageOf[StatementRow], responses=problems())
async def list_statements(
    request: Request,
    speaker: Name = None,
    about: Name = None,
    addressee: Name = None,
    act: Annotated[Act | None, Query(description="The speech act.", examples=["accuse"])] = None,
    form: Annotated[StatementForm | None, Query(description="Quoted, told, or partly quoted.")] = None,
    q: Words = None,
    since: Since = None,
    until: Until = None,
    publisher: Publisher = None,
    stance: Annotated[Stance | None, Query(description="Towards `about`, else towards somebody.")] = None,
    sort: Sort = None,
    limit: Limit = 50,
    cursor: Cursor = None,
) -> Response:
    """Who said what about whom, by date (without one, last), article and position.

    A statement is dated by its own time where the article gives one, else by the article's date.
    """
    return await answer(
        request,
        statements.statements,
        speaker=speaker,
        about=about,
        addressee=addressee,
        act=act,
        form=form,
        text=q,
        since=since,
        until=until,
        publisher=publisher,
        stance=stance,
        sort=sort,
        limit=limit,
        cursor=cursor,
    )


@router.get("/meetings", response_model=PageOf[MeetingRow], responses=problems())
async def list_meetings(
    request: Request,
    participant: Participants = None,
    place: Name = None,
    since: Since = None,
    until: Until = None,
    sort: Sort = None,
    limit: Limit = 50,
    cursor: Cursor = None,
) -> Response:
    """Who met whom, where and when, by date (without one, last), article and position."""
    return await answer(
        request,
        meetings.meetings,
        participant=participant,
        place=place,
        since=since,
        until=until,
        sort=sort,
        limit=limit,
        cursor=cursor,
    )


@router.get("/timeline", response_model=PageOf[timeline.Bucket], responses=problems())
async def counts_over_time(
    request: Request,
    entity: Name = None,
    bucket: Annotated[Literal["day", "week", "month"], Query(description="A week begins on Monday.")] = "month",
    by: Annotated[
        Literal["act", "stance"] | None,
        Query(
            description="Tells the statements apart, in `parts`. By stance, a statement counts for each that it takes, "
            "and one that is about nobody does not."
        ),
    ] = None,
    act: Annotated[Act | None, Query(description="Only statements of this speech act, and no meetings.")] = None,
    stance: Annotated[
        Stance | None, Query(description="Only statements that take it towards somebody, and no meetings.")
    ] = None,
    publisher: Publisher = None,
    since: Since = None,
    until: Until = None,
) -> Response:
    """Statements and meetings by day, week or month: of an entity, or of all.

    One page has everything; days, weeks and months in which nothing happened are left out.
    """
    return await answer(
        request,
        timeline.timeline,
        entity=entity,
        bucket=bucket,
        by=by,
        act=act,
        stance=stance,
        publisher=publisher,
        since=since,
        until=until,
    )
