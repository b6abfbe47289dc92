"""Resolution: who is who. Findings of one article in, the same with entity ids out."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from kg.findings import Findings
from kg.model import Article, Extraction
from kg.resolve.assembly import Assembly
from kg.resolve.cast import metonymy
from kg.resolve.cast.cast import Cast
from kg.resolve.cast.kinds import unified
from kg.resolve.cast.names import Names
from kg.resolve.decisions import Decisions
from kg.resolve.gazetteer.gazetteer import Gazetteer
from kg.resolve.references.postings import posted
from kg.resolve.references.posts import held
from kg.resolve.references.references import References

__all__ = ["Decisions", "Gazetteer", "resolve"]


def resolve(
    findings: Findings, article: Article, gazetteer: Gazetteer, decisions: Decisions | None = None
) -> Extraction:
    """Identifies the mentions of one article, by the article, the gazetteer and people's decisions alone.

    Args:
        findings: what ``kg.extract`` read off the article.
        article: gives the id of local entities and the date at which posts are held.
        gazetteer: the names the world knows.
        decisions: which entities are one, as people have said.
    """
    published = date.fromisoformat(article.published[:10]) if article.published else None
    cast = Cast()
    findings = unified(findings, gazetteer)
    Names(findings, gazetteer, cast, article, published).resolve()
    metonymy.resolve(findings, gazetteer, cast)
    told = article.author, article.publisher, article.title, article.text
    References(findings, gazetteer, cast, published, *told).resolve()
    findings = posted(findings, gazetteer, cast, article.text, published)
    found = Assembly(findings, article, gazetteer, cast, published, decisions or Decisions()).extraction()
    return replace(found, relations=held(found.relations))
