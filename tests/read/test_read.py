"""Reading paths: every kind of file, folders, standard input, and what can't be read."""

from __future__ import annotations

import gzip
import importlib
import io
import json
import pkgutil
from pathlib import Path

import pytest

import kg.read
from kg.errors import SkipArticle
from kg.model import Article
from kg.read import READERS, read

BODY = (
    "The foreign minister of Norland, Elin Varga, said on Tuesday that the talks would go on.\n\n"
    "She added that no date had been set for the next round, and that the hosts would be told first."
)
REAL = Path(__file__).parents[3] / "shared" / "articles" / "000_10d7cd864ddea161.txt"


def write(path: Path, content: str | bytes) -> str:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return str(path)


def articles(*paths: str, **options: object) -> list[Article]:
    found = list(read(paths, **options))  # type: ignore[arg-type]
    skipped = [one for one in found if isinstance(one, SkipArticle)]
    assert not skipped
    return [one for one in found if isinstance(one, Article)]


def reason(path: str | Path) -> str:
    """The one line that `path` gives instead of an article."""
    (found,) = read([str(path)])
    assert isinstance(found, SkipArticle)
    assert "\n" not in str(found)
    assert str(found).startswith(str(path))
    return found.reason


def test_every_format_is_listed() -> None:
    """A module of kg.read with records() is an input format, and READERS has it."""
    listed = {reader.__module__ for _, reader in READERS}
    formats = {
        module.name
        for module in pkgutil.iter_modules(kg.read.__path__, "kg.read.")
        if hasattr(importlib.import_module(module.name), "records")
    }
    assert formats == listed


@pytest.mark.skipif(not REAL.exists(), reason="needs the real article beside the checkout")
def test_real_article() -> None:
    (article,) = articles(str(REAL))
    assert article.title == "Defense Secretary Mattis Rules Out US-Russia Military Cooperation in Syria"
    assert (article.author, article.publisher, article.published) == (
        "Stephen Lendman",
        "Global Research",
        "2017-02-19",
    )
    assert article.text.startswith("Trump said he wants to cooperate")
    assert article.text.endswith("Early signs aren’t encouraging.")
    assert "\n\nA Final Comment\n\n" in article.text
    assert article.text.count("\n\n") == 20


def test_json_lines(tmp_path: Path) -> None:
    """A broken line is one article lost; the others keep their ids and fields."""
    lines = [
        json.dumps({"id": "a1", "title": "Talks go on", "text": BODY, "published": "2017-02-19"}),
        "{",
        "",
        json.dumps({"text": BODY}),
    ]
    path = write(tmp_path / "news.jsonl", "\n".join(lines))
    first, broken, second = read([path])
    assert isinstance(first, Article)
    assert (first.id, first.title, first.published, first.source) == ("a1", "Talks go on", "2017-02-19", f"{path}:1")
    assert isinstance(broken, SkipArticle)
    assert broken.source == f"{path}:2"
    assert "broken JSON" in broken.reason
    assert isinstance(second, Article)
    assert second.source == f"{path}:4"
    assert second.text == first.text == BODY


def test_folder_is_read_in_order(tmp_path: Path) -> None:
    write(tmp_path / "b.txt", BODY)
    write(tmp_path / "a" / "z.jsonl", json.dumps({"text": BODY}))
    write(tmp_path / "c.jpg", b"\xff\xd8\xff")
    write(tmp_path / ".hidden" / "x.txt", BODY)
    names = [Path(article.source).name for article in articles(str(tmp_path))]
    assert names == ["z.jsonl:1", "b.txt"]


def test_standard_input() -> None:
    (article,) = articles("-", stdin=io.BytesIO(json.dumps({"text": BODY}).encode()))
    assert article.source == "-:1"


def test_gzip(tmp_path: Path) -> None:
    (article,) = articles(write(tmp_path / "news.jsonl.gz", gzip.compress(json.dumps({"text": BODY}).encode())))
    assert article.text == BODY
