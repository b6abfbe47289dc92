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


def test_front_matter(tmp_path: Path) -> None:
    head = '---\ntitle: "Talks: day two"\nauthors:\n  - Jane Doe\n  - John Smith\ndate: 2017-02-19 # Sun\n---\n'
    (article,) = articles(write(tmp_path / "a.md", f"{head}\n# Talks: day two\n\n{BODY}"))
    assert (article.title, article.author, article.published) == (
        "Talks: day two",
        "Jane Doe, John Smith",
        "2017-02-19",
    )
    assert article.text == BODY


def test_a_rule_is_no_front_matter(tmp_path: Path) -> None:
    (article,) = articles(write(tmp_path / "a.md", f"---\n\n{BODY}\n\n---\n\nThe end came soon."))
    assert article.text == f"{BODY}\n\nThe end came soon."


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_byte_order_marks(tmp_path: Path, encoding: str) -> None:
    (article,) = articles(write(tmp_path / "a.txt", BODY.encode(encoding)))
    assert article.text == BODY


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("a.txt", "", "is empty: nothing to read"),
        ("a.txt", " \n\t\n", "is empty: nothing to read"),
        ("a.txt", b"words\0words", "is binary: Rapporteur reads text"),
        ("a.txt", b"%PDF-1.4 ...", "is a PDF: convert it to text first (pdftotext)"),
        ("a.md", b"PK\x03\x04...", "is a ZIP archive or an office document"),
        ("a.txt", "The café said".encode("latin-1"), "is not UTF-8 (byte 0xE9 at 7): convert it to UTF-8, e.g. iconv"),
        ("a.txt", "a" * 5_000_001, "is larger than 5 MB: split it into single articles"),
        ("a.txt", "A title\n\nBy Jane Doe", "has no text: nothing is left after title, byline and boilerplate"),
        ("a.pdf", b"%PDF", "is of no kind that can be read (.pdf): convert it to one of .txt .md .html"),
        ("noending", "words", "is of no kind that can be read (no ending)"),
        ("a.txt.gz", b"\x1f\x8bbroken", "is broken gzip data: compress it anew"),
        ("a.jsonl.gz", b"not gzip", "is broken gzip data: compress it anew"),
        ("a.jsonl", "", "is empty: nothing to read"),
    ],
)
def test_files_that_cannot_be_read(tmp_path: Path, name: str, content: str | bytes, said: str) -> None:
    assert reason(write(tmp_path / name, content)).startswith(said)


def test_fifty_megabytes_are_refused_unread(tmp_path: Path) -> None:
    """A compressed bomb likewise: no more than the limit is ever held."""
    assert "is larger than 5 MB" in reason(write(tmp_path / "a.txt", b"word " * 10_000_000))
    assert "is larger than 5 MB" in reason(write(tmp_path / "b.txt.gz", gzip.compress(b"word " * 10_000_000)))


def test_paths_that_are_not_there(tmp_path: Path) -> None:
    good = write(tmp_path / "a.txt", BODY)
    missing, article, odd = read([str(tmp_path / "none.txt"), good, "a\0b.txt"])
    assert isinstance(missing, SkipArticle)
    assert missing.reason == "does not exist: check the path"
    assert isinstance(article, Article)
    assert isinstance(odd, SkipArticle)


def test_a_folder_without_articles(tmp_path: Path) -> None:
    write(tmp_path / "in" / "a.jpg", b"x")
    assert reason(tmp_path).startswith("holds no file that can be read (.txt .md")


def test_links_in_folders(tmp_path: Path) -> None:
    """A loop of folders ends; a link that leads nowhere is told."""
    write(tmp_path / "a.txt", BODY)
    (tmp_path / "loop").symlink_to(tmp_path)
    (tmp_path / "z.txt").symlink_to(tmp_path / "gone.txt")
    article, broken = read([str(tmp_path)])
    assert isinstance(article, Article)
    assert isinstance(broken, SkipArticle)
    assert broken.reason == "does not exist: check the path"


def test_a_file_that_may_not_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Permissions do not bind root, so the refusal is played."""

    def refuse(path: str) -> io.BytesIO:
        raise PermissionError(13, "Permission denied", path)

    monkeypatch.setattr(kg.read, "_opened", refuse)
    assert reason(write(tmp_path / "a.txt", BODY)).startswith("may not be read: give yourself permission")


def test_records_are_read_one_by_one(tmp_path: Path) -> None:
    """The first article is there before the second line is looked at."""

    class Lines(io.BytesIO):
        def readline(self, size: int | None = -1) -> bytes:
            seen.append(self.tell())
            return super().readline(size)

    seen: list[int] = []
    found = read(["-"], stdin=Lines((json.dumps({"text": BODY}) + "\n").encode() * 3))
    assert isinstance(next(found), Article)
    assert seen == [0]
