"""The gold: up to date, of the form of ``kg extract``, and sound: spans, ids, names."""

from __future__ import annotations

import csv
import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import pytest

from kg import read
from kg.ids import slug
from kg.model import (
    ACTS,
    PREDICATES,
    AboutRole,
    Article,
    Certainty,
    EntityKind,
    Granularity,
    MeetingFormat,
    MeetingStatus,
    MentionKind,
    ParticipantRole,
    SpeakerKind,
    Stance,
    StatementForm,
)

DATA = Path(__file__).parents[2] / "data"
DEVELOPMENT, HELDOUT = DATA / "gold/development", DATA / "gold/heldout"
Json = dict[str, Any]


def records(folder: Path) -> list[Json]:
    return [json.loads(line) for line in (folder / "gold.jsonl").read_text("utf-8").splitlines()]


RECORDS = records(DATA / "gold")
#: The annotated articles of each set, and where they stand.
SETS = {
    "sample": (RECORDS, DATA / "articles"),
    "development": (records(DEVELOPMENT), DEVELOPMENT / "articles"),
    "heldout": (records(HELDOUT), HELDOUT / "articles"),
}
TRAINING = {f"training-{folder.name}": folder for folder in sorted((DATA / "gold/training").glob("[a-z]"))}
PLAIN = TRAINING | {name: DATA / "gold" / name for name in ("news", "wire")}
READMES = {"sample": DATA / "README.md", "development": DEVELOPMENT / "README.md", "heldout": HELDOUT / "README.md"}
READMES |= {name: folder / "README.md" for name, folder in PLAIN.items()}
IDS = {
    "person": r"person/[a-z0-9]+(-[a-z0-9]+)+",
    "organization": r"organization/[a-z0-9-]+",
    "country": r"country/[A-Z]{3}",
    "place": r"place/(\d+|[a-z-]+)",
    "group": r"group/[a-z0-9-]+/[a-z0-9-]+",
}

every_article = pytest.mark.parametrize(
    "record",
    [record for annotated, _ in SETS.values() for record in annotated],
    ids=lambda record: record["article"]["title"][:40],
)
# Of the sets in the plain language of news, spans and names must be right, facts of places need not.
SETS |= {name: (records(folder), folder / "articles") for name, folder in PLAIN.items()}
every_set = pytest.mark.parametrize("name", SETS)


def spans(record: Json) -> Iterator[list[int]]:
    """Every span of the record."""
    for mention in record["mentions"]:
        yield [mention["start"], mention["end"]]
    for attribution in record["attributions"]:
        yield from attribution["source"] + attribution["cue"] + attribution["content"]
    for statement in record["statements"]:
        yield statement["cue"]["span"]
        yield from statement["content"]
        if statement["speaker"]["span"]:
            yield statement["speaker"]["span"]
    for finding in record["meetings"] + record["relations"]:
        yield finding["span"]


def referenced(record: Json) -> Iterator[str | None]:
    """Every id that the record uses."""
    for mention in record["mentions"]:
        yield from (mention["entity"], mention["refers_to"])
    for entity in record["entities"]:
        yield from (role["organization"] for role in entity["roles"])
    for statement in record["statements"]:
        yield from (statement["speaker"]["entity"], statement["place"], *statement["addressees"])
        for reading in (statement, statement.get("second", {"about": []})):
            yield from (about["entity"] for about in reading["about"])
    for meeting in record["meetings"]:
        yield from (meeting["place"], *(participant["entity"] for participant in meeting["participants"]))
    for relation in record["relations"]:
        yield from (relation["subject"], relation["object"])


def test_it_is_what_the_notation_says() -> None:
    command = [sys.executable, str(DATA / "gold/compile.py"), "--check"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


@every_set
def test_every_article_is_annotated_over_its_text_as_read(name: str) -> None:
    annotated, folder = SETS[name]
    articles = {a.id: a for a in read.read([str(folder)]) if isinstance(a, Article)}
    assert {record["article"]["id"] for record in annotated} == set(articles)
    for record in annotated:
        assert record["text"] == articles[record["article"]["id"]].text


@every_article
def test_the_reader_finds_the_metadata_that_was_written_by_hand(record: Json) -> None:
    folder = next(folder for annotated, folder in SETS.values() if record in annotated)
    found = {a.id: a for a in read.read([str(folder / record["file"])]) if isinstance(a, Article)}
    article = found[record["article"]["id"]]
    for name, value in record["article"].items():
        assert getattr(article, name) == value, name


@every_article
def test_every_span_is_within_the_text_and_trimmed(record: Json) -> None:
    for start, end in spans(record):
        assert 0 <= start < end <= len(record["text"])
        words = record["text"][start:end]
        assert words == words.strip()


@every_article
def test_every_id_is_well_formed_and_described_once(record: Json) -> None:
    listed = [entity["id"] for entity in record["entities"]]
    assert len(set(listed)) == len(listed)
    assert {entity for entity in referenced(record) if entity} <= set(listed)
    for entity in record["entities"]:
        assert entity["type"] in get_args(EntityKind)
        assert re.fullmatch(IDS[entity["type"]], entity["id"]), entity["id"]
        assert ("lat" in entity) == bool(re.fullmatch(r"place/\d+", entity["id"]))


@every_article
def test_statements_have_the_form_of_the_interface(record: Json) -> None:
    seen: set[str] = set()
    for statement in record["statements"]:
        speaker, cue = statement["speaker"], statement["cue"]
        assert statement["act"] in ACTS
        assert statement["form"] in get_args(StatementForm)
        assert statement["certainty"] in get_args(Certainty)
        assert speaker["kind"] in get_args(SpeakerKind)
        assert (speaker["entity"] is None) == (speaker["kind"] in ("unnamed", "implicit"))
        assert (speaker["span"] is None) <= (speaker["kind"] == "implicit")
        assert statement["polarity"] == "negative" or (statement["polarity"] == "positive" and not cue["negated"])
        assert re.fullmatch(r"[a-z]+|:", cue["lemma"])
        assert all(about["role"] in get_args(AboutRole) for about in statement["about"])
        assert all(about["stance"] in get_args(Stance) for about in statement["about"])
        assert statement["parent"] is None or statement["parent"] in seen
        assert statement["id"] not in seen
        seen.add(statement["id"])


@every_article
def test_the_text_of_a_statement_is_its_content_with_straight_quotes(record: Json) -> None:
    for statement in record["statements"]:
        stretches = [record["text"][start:end] for start, end in statement["content"]]
        straight = [re.sub("[“”]", '"', re.sub("[‘’]", "'", stretch)) for stretch in stretches]
        assert statement["text"] == " ... ".join(straight)
        assert statement["content"] == sorted(statement["content"])
        if statement["form"] == "mixed":
            assert re.search("[\"']", statement["text"])


@every_article
def test_times_meetings_mentions_and_relations_have_the_form_of_the_interface(record: Json) -> None:
    shapes = {"day": r"\d{4}-\d\d-\d\d", "week": r"\d{4}-W\d\d", "month": r"\d{4}-\d\d", "year": r"\d{4}"}
    assert set(shapes) == set(get_args(Granularity))
    for finding in record["statements"] + record["meetings"]:
        if finding["time"]:
            assert re.fullmatch(shapes[finding["time"]["granularity"]], finding["time"]["value"])
            assert finding["time"]["text"] in record["text"]
    for meeting in record["meetings"]:
        assert meeting["status"] in get_args(MeetingStatus)
        assert meeting["format"] in get_args(MeetingFormat)
        assert all(participant["role"] in get_args(ParticipantRole) for participant in meeting["participants"])
        assert meeting["topic"] is None or meeting["topic"] in record["text"]
    for mention in record["mentions"]:
        assert mention["type"] in get_args(MentionKind)
        assert mention["figurative"] == (mention["refers_to"] is not None)
    assert all(relation["predicate"] in PREDICATES for relation in record["relations"])


def people(annotated: list[Json]) -> set[str]:
    return {entity["id"] for record in annotated for entity in record["entities"] if entity["type"] == "person"}


@every_set
def test_every_person_is_invented_and_in_the_cast_list(name: str) -> None:
    listed = re.findall(r"^\| ([^|`]+?) \| [^|]+ \|$", READMES[name].read_text("utf-8"), re.MULTILINE)
    assert people(SETS[name][0]) <= {f"person/{slug(person)}" for person in listed}


def test_nobody_is_in_two_sets_or_in_the_gazetteer() -> None:
    with (DATA / "gazetteer/people.csv").open(encoding="utf-8", newline="") as file:
        real = {
            f"person/{slug(person)}"
            for row in csv.DictReader(file)
            for person in [row["label"], *row["aliases"].split(";")]
        }
    sets = [people(annotated) for annotated, _ in SETS.values()]
    assert len(set.union(*sets)) == sum(map(len, sets))
    assert not set.union(*sets) & real


def test_the_five_questions_of_the_readme_have_answers() -> None:
    statements = [statement for record in RECORDS for statement in record["statements"]]
    accused = {(s["speaker"]["entity"], a["entity"]) for s in statements if s["act"] == "accuse" for a in s["about"]}
    assert ("country/KAZ", "country/TUR") in accused
    assert ("country/KAZ", "country/TUR") in {
        (about["entity"], s["speaker"]["entity"]) for s in statements if s["act"] == "deny" for about in s["about"]
    }
    assert sum(len(meeting["participants"]) > 1 for record in RECORDS for meeting in record["meetings"]) > 20
    spoken = {
        relation["object"]
        for record in RECORDS
        for relation in record["relations"]
        if relation["predicate"] == "spokesperson_for"
    }
    assert "organization/european-commission" in spoken
    about_turkey = {
        record["article"]["published"]
        for record in RECORDS
        for statement in record["statements"]
        if statement["speaker"]["entity"] == "person/aigerim-sadykova"
        and any(about["entity"] in ("country/TUR", "person/tugrul-senbaykal") for about in statement["about"])
    }
    assert len(about_turkey) >= 4
