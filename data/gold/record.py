"""The record of an annotated article, in the form of ``kg extract``."""

from __future__ import annotations

import second
from annotation import Annotation
from notation import Json, NotationError, numbered, occurrences

from kg.model import Span


def mentions(annotation: Annotation) -> list[Json]:
    """Every place where a name of the cast stands, the longest name first, and every date.

    Of two persons with one surname the article's ``name`` lines say which of its occurrences is whose.
    """
    forms = [(form, key, "") for form, key in annotation.forms]
    for key, actor in annotation.actors.items():
        forms += [(form, key, "") for form in dict.fromkeys((actor.label, *actor.names))]
        forms += [(form, key, "nationality") for form in actor.nationality]
    found: dict[Span, Json] = {}
    taken = set(annotation.dates)
    for form, key, kind in sorted(forms, key=lambda item: -len(item[0])):
        bare, number = numbered(form)
        spans = occurrences(annotation.article.text, bare)
        for span in spans if number is None else spans[number - 1 : number]:
            if any(span[0] < end and start < span[1] for start, end in taken):
                continue
            taken.add(span)
            annotation.used.add(key)
            found[span] = {"type": kind or annotation.actors[key].kind, "entity": annotation.actors[key].id}
    for span, key in annotation.figurative.items():
        if span not in found:
            raise NotationError(f"{annotation.words[span]!r} is no mention that could be figurative")
        found[span] |= {"refers_to": annotation.actors[key].id, "figurative": True}
    found |= {span: {"type": "date", "entity": None} for span in annotation.dates}
    for mention in found.values():
        mention["form"] = "description" if mention["type"] == "group" else "name"
    blank = {"refers_to": None, "figurative": False}
    return [{"start": s, "end": e} | blank | found[s, e] for s, e in sorted(found)]


def entities(annotation: Annotation, named: list[Json]) -> list[Json]:
    """Everybody who is mentioned or referred to, with the names and posts that this article gives."""
    words: dict[str, set[str]] = {}
    for mention in named:
        if mention["type"] != "nationality":
            words.setdefault(mention["entity"], set()).add(annotation.words[mention["start"], mention["end"]])
    listed = {}
    for actor in (annotation.actors[key] for key in annotation.used):
        roles = [
            {"post": relation["post"], "organization": relation["object"]}
            for relation in annotation.relations
            if relation["subject"] == actor.id and relation["predicate"] == "holds_post"
        ]
        aliases = sorted(words.get(actor.id, set()) - {actor.label})
        basics = {"id": actor.id, "type": actor.kind, "label": actor.label, "aliases": aliases, "same_as": []}
        listed[actor.id] = basics | actor.facts | {"roles": roles}
    return [listed[identifier] for identifier in sorted(listed)]


def complete_topics(annotation: Annotation, named: list[Json]) -> None:
    """Every actor that is named in the content is a topic, also where the notation does not list it."""
    for statement in annotation.statements:
        inside = []
        for mention in named:
            entity = mention["refers_to"] or mention["entity"]
            within = any(start <= mention["start"] and mention["end"] <= end for start, end in statement["content"])
            if within and mention["type"] not in ("nationality", "date") and "place/" not in entity:
                inside.append(entity)
        for about in [reading["about"] for reading in (statement, statement.get("second")) if reading]:
            listed = {each["entity"] for each in about}
            about += [
                {"entity": entity, "role": "topic", "stance": "neutral"}
                for entity in dict.fromkeys(inside)
                if entity not in listed
            ]


def attributions(annotation: Annotation) -> list[Json]:
    """Source, cue and content of the outermost statements; one for two actors who speak together."""
    listed: list[Json] = []
    for statement in annotation.statements:
        span = statement["speaker"]["span"]
        attribution = {
            "source": [span] if span else [],
            "cue": [statement["cue"]["span"]],
            "content": statement["content"],
        }
        if statement["parent"] is None and attribution not in listed:
            listed.append(attribution)
    return listed


def record(annotation: Annotation, file: str, reading: second.Reading | None = None) -> Json:
    """The article in the form of ``kg extract``, with the file that it was read from and any second reading."""
    named = mentions(annotation)
    listed = entities(annotation, named)
    if reading is not None:
        second.add(annotation, reading, listed)
    complete_topics(annotation, named)
    metadata = {
        name: annotation.metadata.get(name) for name in ("url", "title", "author", "publisher", "published", "dateline")
    }
    return {
        "file": file,
        "article": {"id": annotation.article.id} | metadata | {"language": "en"},
        "text": annotation.article.text,
        "mentions": named,
        "attributions": attributions(annotation),
        "entities": listed,
        "statements": annotation.statements,
        "meetings": annotation.meetings,
        "relations": annotation.relations,
    }
