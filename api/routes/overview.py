"""/api/overview, and counts beside the lists: how much there is, how much meets conditions, who is named together."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from api.rest import EntityId, Limit, Name, PageOf, Participants, Publisher, Since, Until, Words, answer, problems
from kg.model import Act, Stance, StatementForm
from kg.query import overview
from kg.query.overview import Companion, Counts, MeetingCounts, Overview

router = APIRouter(prefix="/api", tags=["overview"])


@router.get("/overview", response_model=Overview, responses=problems())
async def whole(request: Request) -> Response:
    """What the store holds: how many articles, statements, meetings, entities of each kind, from which publishers."""
    return await answer(request, overview.overview)


@router.get("/statements/counts", response_model=Counts, responses=problems())
async def counts_of_statements(
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
) -> Response:
    """How many statements meet the conditions of /api/statements: in all, by act, by publisher."""
    return await answer(
        request,
        overview.statement_counts,
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
    )


@router.get("/meetings/counts", response_model=MeetingCounts, responses=problems())
async def counts_of_meetings(
    request: Request,
    participant: Participants = None,
    place: Name = None,
    since: Since = None,
    until: Until = None,
) -> Response:
    """How many meetings meet the conditions of /api/meetings: in all, by publisher."""
    return await answer(
        request, overview.meeting_counts, participant=participant, place=place, since=since, until=until
    )


# Comes before the route of one entity, whose id has slashes in it.
@router.get("/entities/{entity:path}/companions", response_model=PageOf[Companion], responses=problems(404))
async def named_together(
    request: Request, entity: EntityId, since: Since = None, until: Until = None, limit: Limit = 20
) -> Response:
    """With whom articles name an entity, most often first."""
    return await answer(request, overview.companions, entity, since=since, until=until, limit=limit)
