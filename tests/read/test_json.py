"""JSON and JSON Lines: the fields of an article, their types, and what is broken."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kg.errors import SkipArticle
from kg.ids import article_id
from kg.model import Article
from kg.read import read
from kg.read.source import PAGE_LIMIT, TEXT_LIMIT

BODY = "The ministers of five states met, and nothing was agreed, a diplomat said."


def found(path: Path, value: object) -> list[Article | SkipArticle]:
    path.write_text(value if isinstance(value, str) else json.dumps(value))
    return list(read([str(path)]))


def one(path: Path, value: object) -> Article:
    (article,) = found(path, value)
    assert isinstance(article, Article)
    return article


def test_one_object(tmp_path: Path) -> None:
    article = one(tmp_path / "a.json", {"text": BODY, "id": "x/1", "language": "en-GB", "dateline": "GENEVA"})
    assert (article.id, article.text, article.language, article.dateline) == ("x/1", BODY, "en", "GENEVA")


@pytest.mark.parametrize("wrap", [lambda rows: rows, lambda rows: {"status": "ok", "articles": rows}])
def test_lists(tmp_path: Path, wrap: object) -> None:
    rows = [{"text": BODY}, 7, {"title": "no text"}, {"content": BODY, "source": {"id": None, "name": "Lake Wire"}}]
    assert callable(wrap)
    first, number, without, last = found(tmp_path / "a.json", wrap(rows))
    assert isinstance(first, Article)
    assert first.source.endswith("a.json#1")
    assert isinstance(number, SkipArticle)
    assert "is no object" in number.reason
    assert isinstance(without, SkipArticle)
    assert "has no text" in without.reason
    assert isinstance(last, Article)
    assert last.publisher == "Lake Wire"


def test_fields_of_other_shapes(tmp_path: Path) -> None:
    article = one(
        tmp_path / "a.json",
        {
            "id": 12,
            "published": 20170219,
            "author": ["Jane Doe", {"name": "John Smith"}],
            "title": None,
            "url": "",
            "text": BODY,
        },
    )
    assert (article.id, article.published, article.author) == ("12", "2017-02-19", "Jane Doe, John Smith")
    assert (article.title, article.url) == (None, None)


def test_an_article_without_id_has_that_of_what_it_says(tmp_path: Path) -> None:
    values = {"title": "A title", "publisher": "P", "published": "2017-02-19", "url": None, "text": BODY}
    assert one(tmp_path / "a.json", values).id == article_id(**values)  # type: ignore[arg-type]
    assert one(tmp_path / "b.json", {**values, "url": "https://x.org"}).id == article_id(
        **{**values, "url": "https://x.org"}
    )  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("value", "reason"),
    [
        ("", "is empty: nothing to read"),
        (" \n ", "is empty: nothing to read"),
        ("{", "is broken JSON at column"),
        ('{\n"text": "a",\n}', "is broken JSON at line 3, column 1"),
        ("[" * 100_000, "is JSON that no article needs"),
        ([], "is an empty list"),
        ("words", "is broken JSON"),
        ('"words"', "is no object"),
        ({"title": "A"}, 'has no text: put it into "text", or name the field with --column text=NAME'),
        ({"text": ""}, "has no text"),
        ({"text": 7}, '"text" is a number: it must be text in quotation marks'),
        ({"text": ["a"]}, '"text" is a list: it must be text'),
        ({"text": BODY, "title": {"a": 1}}, '"title" is an object'),
        ({"text": BODY, "published": "32 Feb"}, 'published "32 Feb" is no date: write YYYY-MM-DD or leave it out'),
        ({"text": BODY, "published": "03/04/2017"}, 'published "03/04/2017" may mean two days: write YYYY-MM-DD'),
        ({"text": BODY, "published": True}, '"published" is true or false'),
        ({"text": BODY, "language": "fr"}, 'is marked as language "fr": Rapporteur reads English'),
        ({"text": "Le ministre a dit que la réunion aurait lieu et que nous étions là."}, "looks like French"),
        ({"text": "12 34 --- 5"}, "has no text: nothing is left"),
        ({"text": "Follow us on Twitter."}, "has no text: nothing is left"),
    ],
)  # fmt: skip
def test_what_cannot_be_read(tmp_path: Path, value: object, reason: str) -> None:
    (skipped,) = found(tmp_path / "a.json", value)
    assert isinstance(skipped, SkipArticle)
    assert reason in skipped.reason
    assert "\n" not in str(skipped)


def test_lines_too_long_cost_only_themselves(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    with path.open("w") as file:
        file.write(json.dumps({"text": "a " * (PAGE_LIMIT // 2)}) + "\n")
        file.write(json.dumps({"text": "a " * (TEXT_LIMIT // 2 + 1)}) + "\n")
        file.write("\xe9".encode("latin-1").decode("latin-1") + "\n")
        file.write(json.dumps({"text": BODY}))
    long, large, broken, good = read([str(path)])
    assert isinstance(long, SkipArticle)
    assert "is longer than 30 MB" in long.reason
    assert isinstance(large, SkipArticle)
    assert "has over 5 million characters" in large.reason
    assert isinstance(broken, SkipArticle)
    assert isinstance(good, Article)
    assert good.source == f"{path}:4"


def test_half_characters_are_replaced(tmp_path: Path) -> None:
    article = one(tmp_path / "a.json", '{"id": "a\\ud800", "text": "The minister \\ud83d said \\u0000no, and left."}')
    assert article.text == "The minister \ufffd said no, and left."
    assert article.id == "a\ufffd"
