"""/api/network: the network of actors, with who is central and who belongs together."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import APIRouter, Query, Request, Response

from api.rest import Kinds, Limit, Since, Until, answer, answer_file, problems
from kg.export.network import NETWORK_FORMATS, network_file
from kg.model import Act, Stance
from kg.query.counted import CountedNetwork, counted
from kg.query.network import Network, network
from kg.query.selection import Selection

router = APIRouter(prefix="/api", tags=["actors"])

_FILES = {type_: {"schema": {"type": "string"}} for type_, _ in NETWORK_FORMATS.values()}


@router.get(
    "/network",
    response_model=Network | CountedNetwork,
    responses={200: {"content": _FILES, "description": "The network."}, **problems()},
)
async def actor_network(
    request: Request,
    since: Since = None,
    until: Until = None,
    kinds: Kinds = None,
    publisher: Annotated[
        list[str] | None, Query(max_length=50, description="Names of publishers; may be given many times.")
    ] = None,
    entity: Annotated[
        list[str] | None,
        Query(max_length=50, description="Entities, one of which is an end of each tie; may be given many times."),
    ] = None,
    around: Annotated[
        bool, Query(description="With `entity`: also the ties among those whom they are tied to.")
    ] = False,
    act: Annotated[list[Act] | None, Query(description="Speech acts; may be given many times.")] = None,
    stance: Annotated[
        list[Stance] | None, Query(description="Stances of what is said about others; may be given many times.")
    ] = None,
    min_weight: Annotated[int, Query(ge=1, le=1 << 31, description="Events that tie two actors, at least.")] = 1,
    limit: Limit = 200,
    measures: Annotated[
        bool,
        Query(description="False: JSON without betweenness, participation and communities, in a tenth of the time."),
    ] = True,
    format: Annotated[Literal["json", "gexf", "graphml", "csv"], Query(description="CSV has the ties alone.")] = "json",
) -> Response:
    """Who speaks of whom and to whom and meets whom; centrality and communities are of all that is selected.

    Without `kinds`, the ties are what actors do: they speak of each other, to each other, and meet.
    """
    selection = Selection(
        since=since,
        until=until,
        publishers=tuple(publisher or ()),
        actors=tuple(entity or ()),
        kinds=tuple(kinds) if kinds else None,
        acts=tuple(act or ()),
        stances=tuple(stance or ()),
        around=around,
    )
    if format == "json" and not measures:
        return await answer(request, counted, selection=selection, min_weight=min_weight, limit=limit)
    if format == "json":
        return await answer(request, network, selection=selection, min_weight=min_weight, limit=limit)
    return await answer_file(
        request,
        NETWORK_FORMATS[format][0],
        network_file,
        format=format,
        selection=selection,
        min_weight=min_weight,
        limit=limit,
    )
