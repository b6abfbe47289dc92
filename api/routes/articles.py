"""/api/articles: which articles there are, and one with its text and all that was read in it."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path, Request, Response

from api.rest import Cursor, Limit, Name, PageOf, Publisher, Since, Sort, Until, Words, answer, problems
from kg.query import articles
from kg.query.rows import ArticleRow, Source

router = APIRouter(prefix="/api", tags=["articles"])


@router.get("/articles", response_model=PageOf[Source], responses=problems())
async def list_articles(
    request: Request,
    q: Words = None,
    entity: Name = None,
    publisher: Publisher = None,
    since: Since = None,
    until: Until = None,
    sort: Sort = None,
    limit: Limit = 50,
    cursor: Cursor = None,
) -> Response:
    """Articles by date of publication (without one, last): by words of their title, by whom they speak of."""
    return await answer(
        request,
        articles.articles,
        words=q,
        entity=entity,
        publisher=publisher,
        since=since,
        until=until,
        sort=sort,
        limit=limit,
        cursor=cursor,
    )


@router.get("/articles/{article:path}", response_model=ArticleRow, responses=problems(404))
async def one_article(
    request: Request, article: Annotated[str, Path(max_length=500, description="Its id.")]
) -> Response:
    """One article with its text, mentions, statements, meetings and relations; offsets are code points in the text."""
    return await answer(request, articles.article, article)
