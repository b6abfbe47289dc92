"""Which entity a name means."""

from __future__ import annotations

from pyoxigraph import NamedNode
from rapidfuzz import fuzz, process

from kg.errors import AmbiguousName, Unknown
from kg.graph.reader import Reader
from kg.graph.search import EntityHit
from kg.graph.terms import well_formed
from kg.ids import fold, is_local

# Names closer than this (0 to 100) are offered: "Lavrow" → "lavrov" scores 83, "Putin" → "purdue" 55.
_NEAR = 75
_OFFERED = 3


def resolve_name(reader: Reader, name: str) -> str:
    """Id of the entity with this id, IRI, label or alias, whatever the case and the accents.

    A label wins over an alias: who asks for "Jordan" means the country, though somebody is also called so. Entities
    that are local to one article come last.

    Raises:
        AmbiguousName: several entities bear the name.
        Unknown: none does.
    """
    asked = reader.iris.entity_of(well_formed(name.strip()))
    if reader.index.knows(asked):
        return asked
    hits = reader.index.entities_named(asked)
    # Somebody known by a surname in one article only is meant only where nobody else bears it.
    hits = [(hit, is_label) for hit, is_label in hits if not is_local(hit.id)] or hits
    by_label = [hit for hit, is_label in hits if is_label]
    candidates = by_label or [hit for hit, _ in hits]
    # The gazetteer knows many places of one name: those that articles speak of come before those that none does.
    candidates = [hit for hit in candidates if hit.articles] or candidates
    if len(candidates) == 1:
        return candidates[0].id
    if candidates:
        raise AmbiguousName(name, tuple((hit.id, hit.label) for hit in candidates))
    raise _unknown(reader, name)


def entity_node(reader: Reader, name: str) -> NamedNode:
    """The entity's IRI as a term; see ``resolve_name``."""
    return NamedNode(reader.iris.entity(resolve_name(reader, name)))


def label_of(reader: Reader, entity: str) -> str:
    """The entity's best name; its id where the index does not know it yet."""
    hit = reader.index.entity(entity)
    return hit.label if hit else entity


def called_nearly(reader: Reader, name: str, *, limit: int = _OFFERED) -> list[EntityHit]:
    """Entities whose names differ from this one by little, as by a slip of the pen; the nearest first."""
    near = process.extract(fold(name), reader.index.folded_names(), scorer=fuzz.ratio, limit=limit, score_cutoff=_NEAR)
    found: dict[str, EntityHit] = {}
    for close, _, _ in near:
        for hit, _ in reader.index.entities_named(close):
            found.setdefault(hit.id, hit)
    return list(found.values())[:limit]


def _unknown(reader: Reader, name: str) -> Unknown:
    # Else whose name holds the words: a surname that no article gives alone is no name of its own.
    offered = called_nearly(reader, name)
    if not offered and any(letter.isalnum() for letter in name):
        offered = reader.index.entities(well_formed(name), limit=_OFFERED)
    if not offered:
        return Unknown(f"nobody and nothing in the store is called “{name}”: `kg search WORDS` finds names")
    listed = ", ".join(f"{hit.label} ({hit.id})" for hit in offered)
    return Unknown(
        f"nobody and nothing in the store is called “{name}”; did you mean {listed}?",
        tuple((hit.id, hit.label) for hit in offered),
    )
