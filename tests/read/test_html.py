"""Web pages: metadata and text, without what is around them."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.errors import SkipArticle
from kg.model import Article
from kg.read import read

STORY = """
GENEVA, May 21 (Lake Wire) — Five governments opened a third round of talks on the lake on Tuesday, and their ministers
traded accusations before the first coffee break of the morning.

“We came with a pen,” the foreign minister of Norland, Elin Varga, told reporters. “The others came with a list.”

A spokesman of the southern delegation rejected the charge. He said that the list had been agreed in March.

The talks are to go on until Friday, when the ministers will meet the president of the host country.
""".strip().split("\n\n")
HEAD = """<meta charset="{charset}"><title>Talks open | Lake Wire</title>
<meta property="og:title" content="Talks open on the lake"><meta property="og:site_name" content="Lake Wire">
<meta name="author" content="Jane Doe"><link rel="canonical" href="https://lake.example.org/2024/talks">"""


def page(*, head: str = "", charset: str = "utf-8", body: str | None = None) -> str:
    story = "".join(f"<p>{paragraph}</p>" for paragraph in STORY)
    return (
        f'<!DOCTYPE html><html lang="en"><head>{HEAD.format(charset=charset)}{head}</head><body>'
        "<nav><ul><li><a href='/'>Home</a></li><li><a href='/world'>World</a></li></ul></nav>"
        f"<article><h1>Talks open on the lake</h1>{story if body is None else body}"
        "<p>Follow us on Twitter.</p></article>"
        "<aside><h3>Most read</h3><a href='/x'>Another story</a></aside><footer>© 2024 Lake Wire</footer>"
        "<script>var x = 'The minister said nothing';</script></body></html>"
    )


def one(path: Path, content: str | bytes) -> Article | SkipArticle:
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    (found,) = read([str(path)])
    return found


def test_page(tmp_path: Path) -> None:
    article = one(tmp_path / "talks.html", page())
    assert isinstance(article, Article)
    assert article.text.split("\n\n") == [STORY[0].split(" — ")[1].replace("\n", " "), *STORY[1:]]
    assert (article.title, article.author, article.publisher) == ("Talks open on the lake", "Jane Doe", "Lake Wire")
    assert (article.url, article.dateline, article.language) == ("https://lake.example.org/2024/talks", "GENEVA", "en")


@pytest.mark.parametrize(
    "head",
    [
        '<meta property="article:published_time" content="2024-05-21T08:30:00+02:00">',
        """<script type="application/ld+json">{"@graph": [{"datePublished": "2024-05-21T08:30:00+02:00"}]}</script>""",
        """<script type="application/ld+json">{x</script><meta name="date" content="21 May 2024 08:30:00 +0200">""",
    ],
)
def test_time_of_publication(tmp_path: Path, head: str) -> None:
    article = one(tmp_path / "talks.htm", page(head=head))
    assert isinstance(article, Article)
    assert article.published == "2024-05-21T08:30:00+02:00"


def test_declared_charset_is_honoured(tmp_path: Path) -> None:
    text = page(charset="windows-1252").replace("Varga", "Vargå").replace("Lake Wire) —", "Lake Wire) –")
    article = one(tmp_path / "talks.html", text.encode("windows-1252"))
    assert isinstance(article, Article)
    assert "Elin Vargå, told reporters. “The others" in article.text


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("<html><head><title>Talks</title></head></html>", "no article in its HTML"),
        ("<html><body></body></html>", "no article in its HTML"),
        ("<!DOCTYPE html>", "HTML"),
        ("just some words", "is no HTML"),
        ("", "is empty"),
        (page().replace("Varga", "Vargå").encode("windows-1252"), "is not UTF-8"),
        (page(charset="klingon"), 'declares the encoding "klingon"'),
    ],
)
def test_pages_that_cannot_be_read(tmp_path: Path, content: str | bytes, reason: str) -> None:
    skipped = one(tmp_path / "page.html", content)
    assert isinstance(skipped, SkipArticle)
    assert reason in skipped.reason
