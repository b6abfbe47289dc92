"""Where a store is: a folder of this machine, or a SPARQL server."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Remote:
    """The store is kept by a SPARQL 1.1 server.

    Attributes:
        query: URL of its queries; its default graph there has to be the union of all graphs.
        graphs: URL of its Graph Store Protocol; None where nothing is to be written.
        update: URL of its updates; None where there are to be none.
        user, password: for HTTP authentication, Basic or Digest as the server asks.
        time_limit: seconds that a query may take.
        kept: folder of this machine for what is kept beside the store: the search index, and which file holds which
            article.
    """

    query: str
    kept: Path
    graphs: str | None = None
    update: str | None = None
    user: str | None = None
    password: str | None = field(default=None, repr=False)
    time_limit: float = 60.0

    def __str__(self) -> str:
        return self.query


Place = Path | Remote
