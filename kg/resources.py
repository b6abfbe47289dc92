"""Where the data lie that the product carries: in the wheel beside the code, in a checkout in their own folders.

Beside them the user's own gazetteer, which every process that loads the line must find.
"""

from __future__ import annotations

from pathlib import Path

#: What the folder of a store holds (see ``kg.graph.folder``), by which a reader of folders tells it from articles.
STORE_FILES = frozenset({"store.json", "oxigraph"})

_PACKAGE = Path(__file__).resolve().parent
_CHECKOUT = {
    "ontology": _PACKAGE.parent / "ontology",
    "gazetteer": _PACKAGE.parent / "data" / "gazetteer",
    "queries": _PACKAGE.parent / "docs" / "queries",
}


def folder(name: str) -> Path:
    """The folder of bundled data of this name: "ontology", "gazetteer" or "queries".

    Raises:
        FileNotFoundError: the installation is incomplete.
    """
    for candidate in (_PACKAGE / "resources" / name, _CHECKOUT[name]):
        if candidate.is_dir():
            return candidate
    raise FileNotFoundError(f"the data folder “{name}” is missing: install Rapporteur again")


def own_gazetteer() -> Path:
    """The folder of the user's own gazetteer, by the settings; it need not be there."""
    # Imported here: who asks for bundled data need not wait for pydantic.
    from kg.config import settings

    return settings().gazetteer
