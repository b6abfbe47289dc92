"""The line from an article to its extraction, with the real network: plain cases, the real article, the sample gold."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.extract.syntax.quotes import fold
from kg.line import Line
from kg.model import Article, Extraction, Statement
from kg.read import read
from kg.record import Record, record

ROOT = Path(__file__).parent.parent
REAL = ROOT.parent / "shared" / "articles" / "000_10d7cd864ddea161.txt"


@pytest.fixture(scope="module")
def line() -> Line:
    return Line()


def article(text: str) -> Article:
    return Article(id="a1", text=text, published="2024-05-16", language="en")


def speaker(found: Extraction, words: str) -> str | None:
    """Who says what contains these words."""
    (statement,) = (one for one in found.statements if words in one.text and one.parent is None)
    return statement.speaker.entity


def overlap(one: tuple[int, int], other: tuple[int, int]) -> int:
    return max(0, min(one[1], other[1]) - max(one[0], other[0]))


def test_plain_statements_are_found_with_their_speakers(line: Line) -> None:
    found = line.extraction(
        article(
            "Foreign Minister Mara Ellingsen said on Tuesday that Norway would not sign the treaty. "
            "“We were promised a harbour,” she told reporters in Oslo. “We got a puddle.”\n\n"
            "Turkey rejected the criticism. Ankara accused Norway of delaying the talks in Geneva.\n\n"
            "According to Jon Dahlby, a spokesman for NATO, both sides will meet next week."
        )
    )
    assert speaker(found, "would not sign") == "person/mara-ellingsen"
    assert speaker(found, "puddle") == "person/mara-ellingsen"
    assert speaker(found, "the criticism") == "country/TUR"
    assert speaker(found, "both sides will meet") == "person/jon-dahlby"
    (accusation,) = (one for one in found.statements if one.act == "accuse")
    assert accusation.speaker.entity == "country/TUR"
    assert ("country/NOR", "target", "negative") in [
        (one.mention.actor, one.role, one.stance) for one in accusation.about
    ]
    (first,) = (one for one in found.statements if "would not sign" in one.text)
    assert first.time is not None
    assert first.time.value == "2024-05-14"
    assert ("person/jon-dahlby", "spokesperson_for", "organization/nato") in [
        (one.subject.actor, one.predicate, one.object and one.object.actor) for one in found.relations
    ]


def test_the_record_has_every_field_of_the_interface(line: Line) -> None:
    text = "Mara Ellingsen met Jon Dahlby in Oslo on Monday. She said talks had failed."
    found = line.extraction(article(text), tokens=True)
    result = record(found, tokens=True)
    assert set(result) == {
        *("article", "text", "tokens", "mentions", "attributions", "entities", "statements", "meetings", "relations")
    }
    assert set(result["statements"][0]) == {
        *("id", "speaker", "cue", "act", "form", "content", "text", "addressees", "about", "polarity"),
        *("certainty", "deed", "time", "place", "parent", "confidence"),
    }
    assert set(result["meetings"][0]) >= {
        "id",
        "participants",
        "place",
        "time",
        "topic",
        "status",
        "span",
        "confidence",
    }
    assert len(result["tokens"]) == len(result["text"].split()) + result["text"].count(".")


def test_text_without_words_gives_nothing(line: Line) -> None:
    for text in ("", "...", "—\n\n—", "12"):
        found = line.extraction(article(text))
        assert (found.statements, found.meetings, found.entities) == ((), (), ())


@pytest.mark.parametrize("name", ["07-long-read.md", "05-wire-snippets.jsonl", "06-interview-mediator.md"])
def test_what_is_said_to_be_found_is_in_the_text_and_described(line: Line, name: str) -> None:
    for one in read([str(ROOT / "data" / "articles" / name)]):
        assert isinstance(one, Article)
        _check(record(line.extraction(one)))


def _check(result: Record) -> None:
    entities = {entity["id"] for entity in result["entities"]}
    length = len(result["text"])
    for mention in result["mentions"]:
        assert 0 <= mention["start"] < mention["end"] <= length
        assert {mention["entity"], mention["refers_to"]} <= {None, *entities}
    ids = [statement["id"] for statement in result["statements"]]
    assert len(set(ids)) == len(ids)
    for statement in result["statements"]:
        assert {statement["speaker"]["entity"], statement["place"]} <= {None, *entities}
        assert {one["entity"] for one in statement["about"]} | set(statement["addressees"]) <= entities
        assert statement["parent"] in {None, *ids}
        assert all(0 <= start < end <= length for start, end in statement["content"])
        pieces = statement["text"].split(" ... ") if len(statement["content"]) > 1 else [statement["text"]]
        assert all(piece in fold(result["text"]) for piece in pieces)
    for meeting in result["meetings"]:
        assert {one["entity"] for one in meeting["participants"]} <= entities
    for relation in result["relations"]:
        assert {relation["subject"], relation["object"]} <= {None, *entities}


def test_an_article_gives_the_same_alone_and_after_others(line: Line) -> None:
    one, other = (
        next(iter(read([str(ROOT / "data" / "articles" / name)])))
        for name in ("01-astana-accuses-ankara.txt", "08-opinion.md")
    )
    assert isinstance(one, Article)
    assert isinstance(other, Article)
    first = line.extraction(one)
    line.extraction(other)
    assert line.extraction(one) == first


# ---- the real article of the specification

# Speaker, cue, some of the content's words: the rows of the table of what is to be found.
ROWS = [
    ("person/donald-trump", "said", "he wants to cooperate with Russia in combating terrorism in Syria"),
    ("person/jim-mattis", "rejects", "the idea"),
    ("person/jim-mattis", "claimed", "(w)e are not in a position right now to collaborate on a military level"),
    ("person/rex-tillerson", "said", "we expect Russia to honor its commitments to the Minsk agreements"),
    ("country/RUS", "hope", "two rounds of Syria peace talks in Astana, Kazakhstan boost chances"),
    ("person/gennady-gatilov", "called", "Astana a “platform” for continuing dialogue next week"),
    (
        "person/bashar-al-jaafari",
        "accused",
        "Ankara and opposition representatives of “disrupt(ing) the Astana meetings",
    ),
    ("person/bashar-al-jaafari", "said", "They prevented adoption of a final communique"),
    ("person/bashar-al-jaafari", "demanded", "Erdogan withdraw Turkish troops operating illegally in Syrian territory"),
    (
        "person/bashar-al-jaafari",
        "saying",
        "his regime “cannot simultaneously start fires and then act like a firefighter.”",
    ),
]


@pytest.fixture(scope="module")
def real(line: Line) -> Extraction:
    if not REAL.exists():
        pytest.skip("the real article is not part of the project")
    (one,) = read([str(REAL)])
    assert isinstance(one, Article)
    return line.extraction(one)


def test_the_real_article_is_read_with_its_head_and_without_its_tail(real: Extraction) -> None:
    head = real.article
    assert head.title == "Defense Secretary Mattis Rules Out US-Russia Military Cooperation in Syria"
    assert (head.author, head.publisher, head.published) == ("Stephen Lendman", "Global Research", "2017-02-19")
    assert "Chicago" not in head.text
    labels = {entity.label for entity in real.entities}
    assert not {label for label in labels if "Progressive" in label or "Centre" in label}


def _row_found(real: Extraction, row: tuple[str, str, str]) -> bool:
    who, cue, words = row
    text = real.article.text
    start = text.index(words)
    span = (start, start + len(words))

    def fits(one: Statement) -> bool:
        said = sum(overlap(span, content) for content in one.content)
        return one.speaker.entity == who and cue in text[slice(*one.cue.span)] and said * 2 >= len(words)

    return any(fits(one) for one in real.statements)


def test_all_statements_of_the_real_article_are_found(real: Extraction) -> None:
    missing = [row for row in ROWS if not _row_found(real, row)]
    assert missing == []


def test_the_meetings_and_the_metonym_of_the_real_article(real: Extraction) -> None:
    places = {(one.place.entity, one.status) for one in real.meetings if one.place}
    assert {place for place, _ in places} == {"place/1526273", "place/2660646"}
    assert any(
        one.time is not None and one.time.value == "2017-02-23" and one.status == "planned" for one in real.meetings
    )
    ankara = next(one for one in real.mentions if real.article.text[one.start : one.end] == "Ankara")
    assert (ankara.entity, ankara.refers_to, ankara.figurative) == ("place/323786", "country/TUR", True)
