"""What an extraction depends on beside the article, and the reference data every store carries."""

from __future__ import annotations

import kg
from kg import annotate
from kg.ids import digest
from kg.model import Entity
from kg.resolve.gazetteer.gazetteer import Gazetteer


def versions() -> dict[str, str]:
    """Versions by name: of the program, the network and the gazetteer; told without loading any of them."""
    return {
        "program": kg.__version__,
        "network": annotate.fingerprint(),
        "gazetteer": Gazetteer.fingerprint_of(),
    }


def fingerprint(of: dict[str, str]) -> str:
    """16 hexadecimal digits of the versions: while they are the same, an article gives the same findings."""
    return digest(*(f"{name}={version}" for name, version in sorted(of.items())))


def reference() -> tuple[Entity, ...]:
    """The gazetteer's countries, organizations and office holders."""
    return Gazetteer.load().reference()
