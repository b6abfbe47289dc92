"""Links: the addresses of entities, articles and data on this server."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote, urlencode


@dataclass(frozen=True, slots=True)
class Links:
    """Addresses on this server, below the path `root` where a proxy has put it."""

    root: str = ""

    def entity(self, id_: str) -> str:
        return f"{self.root}/entity/{quote(id_, safe='/-_.~', errors='replace')}"

    def article(self, id_: str, part: str = "") -> str:
        found = f"{self.root}/article/{quote(id_, safe='-_.~', errors='replace')}"
        return f"{found}#{quote(part, safe='=,-_.~', errors='replace')}" if part else found

    def api(self, what: str, **asked: str) -> str:
        return f"{self.root}/api/{what}" + (f"?{urlencode(asked, errors='replace')}" if asked else "")

    def static(self, name: str) -> str:
        return f"{self.root}/static/{name}"
