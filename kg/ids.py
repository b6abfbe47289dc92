"""Ids and IRIs. They depend on content alone, never on order or time, so that every build gives the same graph."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from functools import lru_cache
from urllib.parse import quote, unquote

from kg.model import Span

DEFAULT_BASE = "http://localhost:8000/"

# Places elsewhere: https://www.geonames.org/ontology says that this form, with the slash, names the place itself.
_GEONAMES = "https://sws.geonames.org/"

#: Names of the XML vocabularies that graphs are written in.
GEXF = "http://gexf.net/1.3"
GRAPHML = "http://graphml.graphdrawing.org/xmlns"

# Letters that Unicode does not decompose into a base letter and a mark.
_LETTERS = str.maketrans(
    {
        "ø": "o",
        "ł": "l",
        "đ": "d",
        "ð": "d",
        "þ": "th",
        "ß": "ss",
        "æ": "ae",
        "œ": "oe",
        "ı": "i",
        "ə": "a",
        "’": "'",
        "‘": "'",
        "ʻ": "'",
        "ʿ": "",
        "ʾ": "",
    }
)


@lru_cache(maxsize=50_000)  # names come again and again
def fold(name: str) -> str:
    """The form in which names are compared: lower case, no accents, no typographic apostrophes, single spaces."""
    lowered = unicodedata.normalize("NFKC", name).casefold().translate(_LETTERS)
    bare = "".join(c for c in unicodedata.normalize("NFKD", lowered) if not unicodedata.combining(c))
    return " ".join(bare.split())


def slug(name: str) -> str:
    """A readable part of an id: "Recep Tayyip Erdoğan" → "recep-tayyip-erdogan"; a hash where nothing is left."""
    readable = re.sub(r"[^a-z0-9]+", "-", fold(name).replace("'", "")).strip("-")
    return readable or digest(name)


def digest(*parts: str | None) -> str:
    """16 hexadecimal digits (64 bits) of the SHA-256 of the parts.

    Among a million articles two collide in one of 37 million builds.
    """
    hashed = hashlib.sha256("\x1f".join(part or "" for part in parts).encode("utf-8", "surrogatepass"))
    return hashed.hexdigest()[:16]


def article_id(*, url: str | None, publisher: str | None, title: str | None, published: str | None, text: str) -> str:
    """Id of an article that brought none: of its url where it has one, else of what it says."""
    return digest("url", url) if url else digest("article", publisher, title, published, text)


def finding_id(article: str, kind: str, spans: tuple[Span, ...]) -> str:
    """Id of a finding: of its article, its kind and the spans that define it."""
    return digest(article, kind, *(f"{start}-{end}" for start, end in spans))


def geonames(number: str) -> str:
    """The IRI that GeoNames gives to the place with this number."""
    return f"{_GEONAMES}{number}/"


def is_local(entity: str) -> bool:
    """The id is of an entity that is known in one article only: it has the article's id in it."""
    return entity.count("/") > 1


class Iris:
    """IRIs of the data below one base; what `kg serve` serves there resolves.

    Args:
        base: absolute IRI that ends in a slash.
    """

    __slots__ = ("base",)

    def __init__(self, base: str = DEFAULT_BASE) -> None:
        self.base = base

    def entity(self, entity: str) -> str:
        return f"{self.base}entity/{quote(entity, safe='/-_.~', errors='surrogatepass')}"

    def article(self, article: str) -> str:
        """The article, which is also the name of its graph."""
        return f"{self.base}article/{quote(article, safe='-_.~', errors='surrogatepass')}"

    @staticmethod
    def base_of(article: str) -> str:
        """The base below which the article with this IRI lies."""
        return article.rpartition("article/")[0]

    def entity_of(self, iri: str) -> str:
        """Id of the entity that `iri` names."""
        return unquote(iri.removeprefix(f"{self.base}entity/"))

    def article_of(self, iri: str) -> str:
        """Id of the article that `iri`, or the article that it is a part of, names."""
        return unquote(iri.removeprefix(f"{self.base}article/").partition("#")[0])

    def part(self, article: str, name: str) -> str:
        """A finding or another node that belongs to one article."""
        return f"{self.article(article)}#{name}"

    def span(self, article: str, span: Span) -> str:
        """A stretch of an article's text, as an RFC 5147 character range."""
        return self.part(article, f"char={span[0]},{span[1]}")

    def publisher(self, name: str) -> str:
        return f"{self.base}publisher/{slug(name)}"

    def run(self, fingerprint: str) -> str:
        """A version of the extraction (program, weights, gazetteer); the provenance graph bears the name ``run``."""
        return f"{self.base}run/{fingerprint}"

    def graph(self, name: str) -> str:
        """A graph that is not an article's: ``reference`` (gazetteer), ``runs`` (provenance)."""
        return f"{self.base}graph/{name}"
