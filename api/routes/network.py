"""/api/network: the network of actors, with who is central and who belongs together, or as the lines of a picture."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import APIRouter, Depends, Query, Request, Response

from api.rest import Kinds, Limit, Since, Until, answer, answer_file, problems
from kg.export.network import NETWORK_FORMATS, network_file
from kg.model import Act, Stance
from kg.query.counted import CountedNetwork, counted
from kg.query.lines import LineNetwork, lines
from kg.query.network import Network, network
from kg.query.selection import Selection

router = APIRouter(prefix="/api", tags=["actors"])

_FILES = {type_: {"schema": {"type": "string"}} for type_, _ in NETWORK_FORMATS.values()}


def _selection(
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
) -> Selection:
    """What both routes take."""
    return Selection(
        since=since,
        until=until,
        publishers=tuple(publisher or ()),
        actors=tuple(entity or ()),
        kinds=tuple(kinds) if kinds else None,
        acts=tuple(act or ()),
        stances=tuple(stance or ()),
        around=around,
    )


Selected = Annotated[Selection, Depends(_selection)]
MinWeight = Annotated[int, Query(ge=1, le=1 << 31, description="Events that tie two actors, at least.")]


@router.get(
    "/network",
    response_model=Network | CountedNetwork,
    responses={200: {"content": _FILES, "description": "The network."}, **problems()},
)
async def actor_network(
    request: Request,
    selection: Selected,
    min_weight: MinWeight = 1,
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


@router.get("/network/lines", response_model=LineNetwork, responses=problems())
async def lines_of_network(
    request: Request,
    selection: Selected,
    min_weight: MinWeight = 1,
    limit: Limit = 200,
    most: Annotated[int, Query(ge=1, le=100_000, description="At most so many lines.")] = 500,
) -> Response:
    """The same network for a picture: what one said of and to another is one line, their meetings another.

    Where there are more, first the lines of each `entity`, then those of the most events are kept.
    """
    return await answer(request, lines, selection=selection, min_weight=min_weight, limit=limit, most=most)
