"""Second readings: they are checked like the first, and stand beside it in the gold."""

from __future__ import annotations

import importlib
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

DATA = Path(__file__).parents[2] / "data"
Json = dict[str, Any]

SECOND = "article\tstatement\tact\tabout\ttime\n"


@pytest.fixture
def compiled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], list[Json]]:
    """Compiles a set of one article with this second reading; gives its statements."""
    monkeypatch.syspath_prepend(str(DATA / "gold"))
    compiler = importlib.import_module("compile")
    monkeypatch.setitem(compiler.ARTICLES, tmp_path, tmp_path / "articles")
    for name in ("articles", "annotations"):
        (tmp_path / name).mkdir()
    text = "Mara Ellingsen accused Chad of stalling. Jon Dahlby said Norway and Chad were late.\n"
    (tmp_path / "articles/a.txt").write_text(text, "utf-8")
    people = "mara | person | Mara Ellingsen\njon | person | Jon Dahlby\ntor | person | Tor Vestby\n"
    (tmp_path / "cast.txt").write_text(f"{people}tcd | country/TCD | Chad\nnor | country/NOR | Norway\n", "utf-8")
    (tmp_path / "annotations/01.txt").write_text(
        "article: a.txt\n"
        "s1 | mara = Mara Ellingsen | accused/accuse | accuse indirect | Chad#1 + of stalling"
        " | about tcd target negative\n"
        "s2 | jon = Jon Dahlby | said/say | say indirect | Norway~late\n",
        "utf-8",
    )

    def compile_with(reading: str) -> list[Json]:
        (tmp_path / "second.tsv").write_text(reading, "utf-8")
        (line,) = compiler.compiled(tmp_path).splitlines()
        return json.loads(line)["statements"]  # type: ignore[no-any-return]

    return compile_with


def test_a_second_reading_stands_beside_the_first(compiled: Callable[[str], list[Json]]) -> None:
    accused, said = compiled(
        f"{SECOND}01\ts1\tcriticise\ttcd target\n01\ts2\tclaim\tnor target negative, mara\t2024-W19\n"
    )
    assert (accused["act"], accused["about"][0]["stance"]) == ("accuse", "negative")
    chad = {"entity": "country/TCD", "role": "target", "stance": "neutral"}
    assert accused["second"] == {"act": "criticise", "about": [chad], "time": None}
    assert (said["act"], said["time"]) == ("say", None)
    assert (said["second"]["act"], said["second"]["time"]) == ("claim", "2024-W19")
    assert [(each["entity"], each["role"]) for each in said["second"]["about"]] == [
        ("country/NOR", "target"),
        ("person/mara-ellingsen", "topic"),
        ("country/TCD", "topic"),  # named in the content
    ]


@pytest.mark.parametrize(
    ("reading", "reason"),
    [
        ("01\ts1\tcriticise\n", "01: read by one annotator only: s2"),
        ("01\ts1\tsay\n01\ts2\tsay\n01\ts3\tsay\n", "01: read by one annotator only: s3"),
        ("01\ts1\tsay\n01\ts1\tsay\n", "01 s1 is read twice"),
        ("01\ts1\tmutter\n01\ts2\tsay\n", "01: s1: 'mutter' is none of say, claim"),
        ("01\ts1\tsay\tnobody\n01\ts2\tsay\n", "01: s1: no 'nobody' in the cast"),
        ("01\ts1\tsay\ttor\n01\ts2\tsay\n", "01: s1: 'person/tor-vestby' is none of country/NOR"),
        ("01\ts1\tsay\n01\ts2\tsay\t\tMonday\n", "01: s2: 'Monday' is no date"),
        ("01\ts1\tsay\n01\ts2\tsay\t\t2024-06-31\n", "01: s2: '2024-06-31' is no date"),
        ("01\ts1\tsay\n01\ts2\tsay\t\t2023-W53\n", "01: s2: '2023-W53' is no date"),
        ("01\ts1\tsay\n01\ts2\tsay\n02\ts1\tsay\n", "second.tsv: no annotation 02"),
    ],
)
def test_a_second_reading_is_checked(compiled: Callable[[str], list[Json]], reading: str, reason: str) -> None:
    with pytest.raises(Exception, match=reason):
        compiled(SECOND + reading)
