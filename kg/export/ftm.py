"""FollowTheMoney entities, one JSON object a line, for OpenAleph and whatever else reads that model.

    Article      each article: title, publisher, date, URL
    Event        each statement and each meeting; who is involved; what was said as its summary; proof is the article
    UnknownLink  from the speaker to whomever a statement is about: FollowTheMoney's Event has no directions
    Person, Organization, PublicBody, LegalEntity, Address   the actors and places

What has no place in that model goes into keywords ("act:accuse") or is lost; docs/exports.md lists it.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime
from itertools import islice
from typing import BinaryIO

from kg.export.format import Format
from kg.graph.reader import Reader
from kg.graph.terms import nodes, values
from kg.ids import digest
from kg.query.names import label_of
from kg.query.rows import MeetingRow, Named, Source, StatementRow
from kg.query.selection import EVERYTHING, Selection
from kg.query.stream import meeting_rows, statement_rows
from kg.resources import folder
from kg.vocabulary import GEO, OWL, RAP, RDF, SKOS

Properties = Mapping[str, Iterable[str | None]]

_SCHEMATA = {"person": "Person", "organization": "Organization", "country": "PublicBody", "place": "Address"}
_WIKIDATA = "wikidata.org/entity/"
_CHUNK = 500
# A name is for lists; the whole of it is in the summary.
_NAME = 200


def _write(reader: Reader, output: BinaryIO, selection: Selection = EVERYTHING) -> None:
    for record in _records(reader, selection):
        output.write(json.dumps(record, ensure_ascii=False, separators=(",", ":")).encode() + b"\n")


def _records(reader: Reader, selection: Selection) -> Iterator[dict[str, object]]:
    articles: dict[str, Source] = {}
    entities: dict[str, Named] = {}
    for statement in statement_rows(reader, selection):
        articles.setdefault(statement.article.id, statement.article)
        entities |= {one.id: one for one in _named(statement)}
        yield from _statement(statement)
    for meeting in meeting_rows(reader, selection):
        articles.setdefault(meeting.article.id, meeting.article)
        named = [*(part.entity for part in meeting.participants), *([meeting.place] if meeting.place else [])]
        entities |= {one.id: one for one in named}
        yield _meeting(meeting)
    for _, article in sorted(articles.items()):
        yield _article(article)
    yield from _entities(reader, sorted(entities))


def _entity(id_: str, schema: str, properties: Properties) -> dict[str, object]:
    known = {name: sorted({value for value in found if value}) for name, found in properties.items()}
    return {"id": id_, "schema": schema, "properties": {name: found for name, found in known.items() if found}}


def _key(id_: str) -> str:
    """An id as FollowTheMoney allows it: letters, digits, dots and dashes."""
    return f"rapporteur-{digest(id_)}"


def _named(row: StatementRow) -> list[Named]:
    found = (row.speaker, *row.addressees, *(about.entity for about in row.about), row.place)
    return [named for named in found if named]


def _is_actor(named: Named) -> bool:
    return not named.id.startswith("place/")


def _statement(row: StatementRow) -> Iterator[dict[str, object]]:
    key, speaker = _key(row.iri), row.speaker
    who = speaker.label if speaker else row.speaker_words.text if row.speaker_words else row.speaker_kind
    act = f"does not {row.act}" if row.negated else row.act
    yield _entity(
        key,
        "Event",
        {
            "name": [f"{who} ({act}): {' '.join(row.text.split())}"[:_NAME]],
            "summary": [row.text],
            "keywords": [
                *("statement", f"act:{act}", f"form:{row.form}", f"polarity:{row.polarity}"),
                *(f"certainty:{row.certainty}", f"confidence:{row.confidence}"),
            ],
            "involved": [_key(named.id) for named in _named(row) if _is_actor(named)],
            **_circumstances(row),
        },
    )
    for about in row.about:
        if speaker and speaker.id != about.entity.id:
            yield _entity(
                _key(f"{row.iri} {about.entity.id}"),
                "UnknownLink",
                {
                    "subject": [_key(speaker.id)],
                    "object": [_key(about.entity.id)],
                    "role": [f"{act} ({about.stance})"],
                    "summary": [row.text],
                    "date": [row.date],
                    "recordId": [key],
                    "proof": [_key(row.article.id)],
                },
            )


def _meeting(row: MeetingRow) -> dict[str, object]:
    hosts = [part.entity for part in row.participants if part.role == "host"]
    labels = ", ".join(part.entity.label for part in row.participants)
    return _entity(
        _key(row.iri),
        "Event",
        {
            "name": [f"{row.format} ({row.status.replace('_', ' ')}): {labels}"[:_NAME]],
            "summary": [row.topic],
            "keywords": ["meeting", f"format:{row.format}", f"status:{row.status}", f"confidence:{row.confidence}"],
            "involved": [_key(part.entity.id) for part in row.participants if _is_actor(part.entity)],
            "organizer": [_key(one.id) for one in hosts if _is_actor(one)],
            **_circumstances(row),
        },
    )


def _circumstances(row: StatementRow | MeetingRow) -> Properties:
    time = row.time
    return {
        "description": [one.text for one in row.evidence],
        "date": [] if time else [row.date],
        "startDate": [time.begin] if time else [],
        "endDate": [time.end] if time else [],
        "location": [row.place.label] if row.place else [],
        "addressEntity": [_key(row.place.id)] if row.place and not _is_actor(row.place) else [],
        "recordId": [row.iri],
        "publisher": [row.article.publisher],
        "sourceUrl": [row.article.url],
        "proof": [_key(row.article.id)],
    }


def _article(article: Source) -> dict[str, object]:
    return _entity(
        _key(article.id),
        "Article",
        {
            "title": [article.title],
            "name": [article.title or article.id],
            "publisher": [article.publisher],
            "publishedAt": [_universal(article.published)],
            "sourceUrl": [article.url],
        },
    )


def _universal(published: str | None) -> str | None:
    """A day as it is, a time in UTC: FollowTheMoney keeps no offset."""
    if not published or "T" not in published:
        return published
    time = datetime.fromisoformat(published)
    return (time.astimezone(UTC) if time.tzinfo else time).strftime("%Y-%m-%dT%H:%M:%S")


def _entities(reader: Reader, ids: Iterable[str]) -> Iterator[dict[str, object]]:
    codes = _country_codes()
    rest = iter(ids)
    # itertools.batched came with Python 3.12.
    while chunk := list(islice(rest, _CHUNK)):
        facts = _facts(reader, chunk)
        for id_ in chunk:
            yield _described(id_, label_of(reader, id_), facts.get(id_, {}), codes)


def _described(id_: str, label: str, facts: Mapping[str, list[str]], codes: Mapping[str, str]) -> dict[str, object]:
    kind = id_.partition("/")[0]
    schema = "PublicBody" if RAP.GovernmentBody in facts.get(RDF.type, ()) else _SCHEMATA.get(kind, "LegalEntity")
    countries = [one.rpartition("/")[2] for one in (*facts.get(RAP.isoCode, ()), *facts.get(RAP.country, ()))]
    wikidata = [one.rpartition("/")[2] for one in facts.get(OWL.sameAs, ()) if _WIKIDATA in one]
    properties: dict[str, Iterable[str | None]] = {
        "name": [label],
        "alias": [name for name in facts.get(SKOS.altLabel, ()) if name != label],
        "country": [codes.get(code) for code in countries],
        "wikidataId": wikidata,
    }
    if schema == "Address":
        properties |= {"full": [label], "latitude": facts.get(GEO.lat, ()), "longitude": facts.get(GEO.long, ())}
    return _entity(_key(id_), schema, properties)


def _facts(reader: Reader, ids: Iterable[str]) -> dict[str, dict[str, list[str]]]:
    """What the store says of these entities, by property."""
    subjects = values("s", nodes(reader.iris.entity(id_) for id_ in ids))
    predicates = values("p", nodes((RDF.type, SKOS.altLabel, OWL.sameAs, RAP.isoCode, RAP.country, GEO.lat, GEO.long)))
    found: dict[str, dict[str, list[str]]] = {}
    for row in reader.select(f"SELECT DISTINCT ?s ?p ?o WHERE {{ {subjects} {predicates} ?s ?p ?o }}"):
        found.setdefault(reader.iris.entity_of(row["s"]), {}).setdefault(row["p"], []).append(row["o"])
    return found


def _country_codes() -> dict[str, str]:
    """FollowTheMoney's codes of two letters by ours of three."""
    with (folder("gazetteer") / "countries.csv").open(encoding="utf-8", newline="") as file:
        return {row["iso3"]: row["iso2"].lower() for row in csv.DictReader(file)}


FTM = Format("ftm", ".ftm.json", "application/json+ftm", _write)
