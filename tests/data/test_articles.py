"""The sample articles: all can be read, cover the input formats, and say of themselves that they are invented."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from kg import read
from kg.model import Article

DATA = Path(__file__).parents[2] / "data"
FILES = sorted((DATA / "articles").iterdir())


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_every_file_can_be_read(path: Path) -> None:
    articles = list(read.read([str(path)]))
    assert articles
    for article in articles:
        assert isinstance(article, Article), article
        assert article.title
        assert article.publisher
        assert re.fullmatch(r"2024-0[56]-\d\d", article.published or "")
        assert article.language == "en"


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_every_file_is_marked_as_invented(path: Path) -> None:
    marks = path.read_text("utf-8").lower().count("this article is invented")
    assert marks >= len(list(read.read([str(path)])))


@pytest.mark.parametrize("name", ["development", "heldout"])
def test_the_other_articles_are_twenty_of_a_usual_length_and_marked_as_invented(name: str) -> None:
    files = sorted((DATA / f"gold/{name}/articles").iterdir())
    articles = [article for article in read.read([str(path) for path in files]) if isinstance(article, Article)]
    assert len(articles) == len(files) == 20
    for path, article in zip(files, articles, strict=True):
        assert "this article is invented" in path.read_text("utf-8").lower()
        assert 250 <= len(article.text.split()) <= 600
        assert article.title
        assert article.publisher
        assert article.language == "en"


def test_the_formats_and_an_article_at_length_are_there() -> None:
    assert {path.suffix for path in FILES} == {".txt", ".md", ".html", ".json", ".jsonl"}
    (long_read,) = read.read([str(DATA / "articles/07-long-read.md")])
    assert isinstance(long_read, Article)
    assert len(long_read.text.split()) > 1200


def test_the_reprint_says_the_same_under_another_publisher() -> None:
    first, reprint = read.read(
        [str(DATA / "articles" / name) for name in ("09-geneva-opens.txt", "12-geneva-opens-reprint.md")]
    )
    assert isinstance(first, Article)
    assert isinstance(reprint, Article)
    assert first.publisher != reprint.publisher
    straight = first.text.translate(str.maketrans("“”", '""'))
    paragraphs = reprint.text.split("\n\n")
    assert sum(paragraph in straight for paragraph in paragraphs) >= len(paragraphs) - 2


def test_the_page_of_a_newspaper_is_read_without_what_surrounds_the_article() -> None:
    (page,) = read.read([str(DATA / "articles/10-geneva-deal.html")])
    assert isinstance(page, Article)
    for foreign in ("Subscribe", "Photo:", "Related", "Road closures", "All rights reserved"):
        assert foreign not in page.text


def test_the_cast_list_names_every_file() -> None:
    listed = re.findall(r"`articles/([^`]+)`", (DATA / "README.md").read_text("utf-8"))
    assert listed == [path.name for path in FILES]
