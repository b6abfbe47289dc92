"""/api/places: where, for a map."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response

from api.rest import Limit, Name, Publisher, Since, Until, answer, problems
from kg.model import Act, Stance
from kg.query.places import Places, places

router = APIRouter(prefix="/api", tags=["events"])


@router.get("/places", response_model=Places, responses=problems())
async def places_on_a_map(
    request: Request,
    entity: Name = None,
    publisher: Publisher = None,
    since: Since = None,
    until: Until = None,
    act: Act | None = None,
    stance: Stance | None = None,
    limit: Limit = 500,
) -> Response:
    """Places and countries with coordinates, most mentioned first; how many meetings were held there.

    With `entity`, those of articles that speak of it, and the meetings it took part in. With `act` or `stance`, those
    that such statements (of `entity`) are about, and how many of these there are.
    """
    asked = {"entity": entity, "publisher": publisher, "since": since, "until": until, "act": act, "stance": stance}
    return await answer(request, places, **asked, limit=limit)
