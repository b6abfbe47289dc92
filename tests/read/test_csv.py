"""Tables of articles."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.errors import SkipArticle
from kg.model import Article
from kg.read import read

BODY = "The ministers of five states met, and nothing was agreed, a diplomat said."


def found(path: Path, content: str | bytes, **columns: str) -> list[Article | SkipArticle]:
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return list(read([str(path)], columns=columns))


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_usual_columns(tmp_path: Path, delimiter: str) -> None:
    rows = [
        ["ID", "Headline", "Link", "Byline", "Outlet", "Publication Date", "Lang", "Body", "Views"],
        [
            "7",
            "A title",
            "https://x.org/7",
            "Jane Doe",
            "Lake Wire",
            "19 Feb 2017",
            "en",
            f'"{BODY}\n\nThey left."',
            "3",
        ],
    ]
    (article,) = found(tmp_path / "a.csv", "\ufeff" + "\n".join(delimiter.join(row) for row in rows))
    assert isinstance(article, Article)
    assert article == Article(
        id="7",
        title="A title",
        url="https://x.org/7",
        author="Jane Doe",
        publisher="Lake Wire",
        published="2017-02-19",
        language="en",
        text=f"{BODY}\n\nThey left.",
        source=f"{tmp_path / 'a.csv'}:1",
    )


def test_named_columns(tmp_path: Path) -> None:
    (article,) = found(tmp_path / "a.csv", f'text,words\nnothing,"{BODY}"\n', text="words")
    assert isinstance(article, Article)
    assert article.text == BODY


def test_bad_rows_cost_only_themselves(tmp_path: Path) -> None:
    rows = [
        b"title,text",
        b'A,"%s"' % BODY.encode(),
        b"B,",
        b"C,one,two",
        b'D,"caf\xe9 %s"' % BODY.encode(),
        b"",
        b'E,"%s"' % BODY.encode(),
    ]
    kinds = found(tmp_path / "a.csv", b"\n".join(rows))
    assert [one.title if isinstance(one, Article) else one.reason.split(":")[0] for one in kinds] == [
        "A",
        "has no text",
        "has 3 fields for 2 columns",
        "is not UTF-8",
        "E",
    ]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("", "is empty"),
        ("title,url\na,b\n", "has no column for the text"),
        ("title,text\n", "has a header and no rows"),
        (b"PK\x03\x04abc", "ZIP"),
    ],
)
def test_tables_that_cannot_be_read(tmp_path: Path, content: str | bytes, reason: str) -> None:
    (skipped,) = found(tmp_path / "a.csv", content)
    assert isinstance(skipped, SkipArticle)
    assert reason in skipped.reason
