"""/api/entities: who and what articles speak of, and what surrounds them; /api/paths: how two are connected."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import APIRouter, Query, Request, Response

from api.rest import (
    Cursor,
    EntityId,
    From,
    Kinds,
    Limit,
    PageOf,
    Since,
    To,
    Until,
    Words,
    answer,
    problems,
)
from kg.graph.name_index import EntityHit
from kg.query import entities, neighbours, paths
from kg.query.rows import BareNeighbourhood, Connection, EntityRow, Neighbourhood

router = APIRouter(prefix="/api", tags=["actors"])

Type = Literal["person", "organization", "country", "group", "place"]


@router.get("/entities", response_model=PageOf[EntityHit], responses=problems())
async def list_entities(
    request: Request,
    q: Words = None,
    type: Annotated[Type | None, Query(description="Only entities of this type.")] = None,
    sort: Annotated[
        Literal["mentions", "id"] | None,
        Query(
            description="Best known first, as is usual with `q`, or by id, as is usual without: counts grow while "
            "articles are added, so only a list by id has everybody once, whatever happens between two pages."
        ),
    ] = None,
    limit: Limit = 50,
    cursor: Cursor = None,
) -> Response:
    """Entities by the words of their names, the last of which may be unfinished; misspelt names find what is near."""
    return await answer(
        request,
        entities.entities,
        words=q,
        kind=type,
        sort=sort,
        limit=limit,
        cursor=cursor,
    )


# Before the route of one entity, whose id has slashes in it.
@router.get(
    "/entities/{entity:path}/neighbourhood", response_model=Neighbourhood | BareNeighbourhood, responses=problems(404)
)
async def neighbourhood(
    request: Request,
    entity: EntityId,
    depth: Annotated[int, Query(ge=1, le=neighbours.MAX_DEPTH, description="Steps away.")] = 1,
    kinds: Kinds = None,
    since: Since = None,
    until: Until = None,
    limit: Limit = 50,
    evidence: Annotated[
        bool, Query(description="False: edges without `date`, `article` and `evidence`: half of the time and bytes.")
    ] = True,
) -> Response:
    """Who and what is tied to an entity, the strongest ties first; each edge shows one of its events."""
    return await answer(
        request,
        neighbours.neighbours if evidence else neighbours.bare_neighbours,
        entity,
        depth=depth,
        limit=limit,
        kinds=kinds,
        since=since,
        until=until,
    )


@router.get("/entities/{entity:path}", response_model=EntityRow, responses=problems(404))
async def one_entity(request: Request, entity: EntityId) -> Response:
    """Names, roles with their time, counts, first and last seen."""
    return await answer(request, entities.entity, entity)


@router.get("/paths", response_model=PageOf[Connection], responses=problems())
async def shortest_paths(
    request: Request,
    start: From,
    end: To,
    max_length: Annotated[int, Query(ge=1, le=paths.MAX_LENGTH, description="At most so many hops.")] = 4,
    kinds: Kinds = None,
    limit: Limit = 5,
) -> Response:
    """The shortest connections of two entities, the strongest first; each hop shows its ties with their evidence."""
    return await answer(
        request,
        paths.paths,
        start=start,
        end=end,
        max_length=max_length,
        limit=limit,
        kinds=kinds,
    )
