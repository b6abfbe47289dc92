"""Rapporteur: news articles in, a knowledge graph of who said what about whom out."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from kg.query.graph import Graph

__version__ = "0.1.0"

__all__ = ["__version__", "open"]


def open(store: str | Path = "kg-store") -> Graph:
    """Opens a store that `kg build` made, for questions: ``kg.open("kg-store").statements(about="Russia")``.

    The address of a SPARQL server opens the store there, with the credentials of the environment.
    """
    # Imported here: `import kg` is also what every stage of the line begins with, and need not wait for the store.
    from kg.config import settings
    from kg.query.graph import open_graph

    return open_graph(settings(store=store).place)
