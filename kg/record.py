"""The record of an extraction: the JSON object that `kg extract` prints, one for each article."""

from __future__ import annotations

from typing import Any

from kg.model import Entity, Extraction, Meeting, Relation, Role, Span, Statement, Time

Record = dict[str, Any]


def record(extraction: Extraction, *, tokens: bool = False) -> Record:
    """The extraction as JSON-ready values, as ``docs/interface.md`` describes them.

    Args:
        extraction: of one article.
        tokens: adds the tokens: start, end, Penn tag, index of the head, UD label, sentence.
    """
    article = extraction.article
    result: Record = {
        "article": {
            "id": article.id,
            "url": article.url,
            "title": article.title,
            "author": article.author,
            "publisher": article.publisher,
            "published": article.published,
            "language": article.language,
            "dateline": article.dateline,
        },
        "text": article.text,
    }
    if tokens:
        result["tokens"] = [
            [token.start, token.end, token.tag, token.head, token.label, token.sentence] for token in extraction.tokens
        ]
    result |= {
        "mentions": [
            {
                "start": mention.start,
                "end": mention.end,
                "type": mention.kind,
                "form": mention.form,
                "entity": mention.entity,
                "refers_to": mention.refers_to,
                "figurative": mention.figurative,
                "why": mention.why,
            }
            for mention in extraction.mentions
        ],
        "attributions": [
            {"source": _spans(one.source), "cue": _spans(one.cue), "content": _spans(one.content)}
            for one in extraction.attributions
        ],
        "entities": [_entity(entity) for entity in extraction.entities],
        "statements": [_statement(statement) for statement in extraction.statements],
        "meetings": [_meeting(meeting) for meeting in extraction.meetings],
        "relations": [_relation(relation) for relation in extraction.relations],
    }
    return result


def _spans(spans: tuple[Span, ...]) -> list[list[int]]:
    return [list(span) for span in spans]


def _time(time: Time | None) -> Record | None:
    return {"value": time.value, "granularity": time.granularity, "text": time.text} if time else None


def _role(role: Role) -> Record:
    found = {"post": role.post, "organization": role.organization, "since": role.since, "until": role.until}
    return {key: value for key, value in found.items() if value is not None}


def _entity(entity: Entity) -> Record:
    result: Record = {
        "id": entity.id,
        "type": entity.kind,
        "label": entity.label,
        "aliases": list(entity.aliases),
        "same_as": list(entity.same_as),
    }
    if entity.country is not None:
        result["country"] = entity.country
    if entity.latitude is not None and entity.longitude is not None:
        result |= {"lat": entity.latitude, "lon": entity.longitude}
    return result | {"roles": [_role(role) for role in entity.roles]}


def _statement(statement: Statement) -> Record:
    speaker, cue = statement.speaker, statement.cue
    return {
        "id": statement.id,
        "speaker": {
            "entity": speaker.entity,
            "kind": speaker.kind,
            "span": list(speaker.span) if speaker.span else None,
        },
        "cue": {"span": list(cue.span), "lemma": cue.lemma, "negated": cue.negated},
        "act": statement.act,
        "form": statement.form,
        "content": _spans(statement.content),
        "text": statement.text,
        "addressees": [mention.actor for mention in statement.addressees],
        "about": [{"entity": one.mention.actor, "role": one.role, "stance": one.stance} for one in statement.about],
        "polarity": statement.polarity,
        "certainty": statement.certainty,
        "deed": statement.deed,
        "time": _time(statement.time),
        "place": statement.place.entity if statement.place else None,
        "parent": statement.parent,
        "confidence": statement.confidence,
    }


def _meeting(meeting: Meeting) -> Record:
    return {
        "id": meeting.id,
        "participants": [{"entity": one.mention.actor, "role": one.role} for one in meeting.participants],
        "place": meeting.venue,
        "time": _time(meeting.time),
        "format": meeting.format,
        "topic": meeting.topic,
        "status": meeting.status,
        "span": list(meeting.evidence[0]),
        "confidence": meeting.confidence,
    }


def _relation(relation: Relation) -> Record:
    result: Record = {
        "subject": relation.subject.actor,
        "predicate": relation.predicate,
        "object": relation.object.actor if relation.object else None,
    }
    if relation.post is not None:
        result["post"] = relation.post
    return result | {"span": list(relation.evidence[0]), "confidence": relation.confidence}
