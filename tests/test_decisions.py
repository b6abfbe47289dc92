"""Decisions on who is who, with real builds: listed, accepted, respected by later builds, explained, taken back."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.conftest import Kg

FIRST = (
    "Foreign Minister Gennadiy Orlovsky of Estonia said on Monday that Turkey had refused to talk. "
    "Orlovsky met Mara Ellingsen in Geneva."
)
SECOND = (
    "Gennady Orlovsky, the foreign minister of Estonia, accused Turkey of delay. "
    "Mara Ellingsen, who met him, praised Orlovsky."
)
THIRD = "Turkey rejected the claim. Boris Vestby said the talks in Geneva would go on."

ONE, OTHER = "person/gennadiy-orlovsky", "person/gennady-orlovsky"


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    path = tmp_path / "news.jsonl"
    days = ("2024-05-13", "2024-05-14", "2024-05-15")
    records = [
        {"id": f"a{number}", "title": f"Talks {number}", "published": day, "text": text}
        for number, (day, text) in enumerate(zip(days, (FIRST, SECOND, THIRD), strict=True), 1)
    ]
    path.write_text("".join(json.dumps(record) + "\n" for record in records), encoding="utf-8")
    return path


def candidates(kg: Kg) -> list[dict[str, object]]:
    ran = kg("resolve", "--format", "json")
    assert ran.status == 0, ran.err
    found: list[dict[str, object]] = json.loads(ran.out)
    return found


def persons(kg: Kg) -> list[str]:
    ran = kg("query", "SELECT DISTINCT ?e WHERE { ?m oa:hasBody ?e . ?e a rap:Person } ORDER BY ?e", "--format", "csv")
    return [line.rpartition("entity/")[2] for line in ran.out.splitlines()[1:]]


def test_a_duplicate_is_listed_accepted_respected_explained_and_taken_back(kg: Kg, articles: Path) -> None:
    assert kg("build", articles, "--workers", "1").status == 0
    before = kg("export", "nquads").out
    assert persons(kg) == ["person/boris-vestby", ONE, OTHER, "person/mara-ellingsen"]
    (found,) = candidates(kg)
    assert {found["one"], found["other"]} == {ONE, OTHER}
    reasons = " ".join(found["reasons"])  # type: ignore[arg-type]
    assert "spelt alike" in reasons
    assert "both are foreign minister" in reasons
    assert "person/mara-ellingsen" in reasons

    accepted = kg("resolve", "--accept", ONE, OTHER)
    assert accepted.status == 0
    kept = Path("kg-store/decisions.txt").read_text(encoding="utf-8")
    assert kept.splitlines()[1:] == [f"{ONE} is {OTHER}"]
    assert persons(kg) == ["person/boris-vestby", ONE, OTHER, "person/mara-ellingsen"]  # as it was, until a build

    built = kg("build", articles, "--workers", "1")
    assert "2 unchanged" in built.err  # only the article that speaks of the first is extracted again
    assert persons(kg) == ["person/boris-vestby", OTHER, "person/mara-ellingsen"]
    assert candidates(kg) == []
    assert "3 unchanged" in kg("build", articles, "--workers", "1").err

    why = json.loads(kg("entity", "Gennady Orlovsky", "--why", "--format", "json").out)
    by_article = {(row["article"], row["words"]["text"]): row["why"] for row in why}
    assert by_article["a1", "Gennadiy Orlovsky"] == f"name: in full; decision: {ONE} is {OTHER}"
    assert by_article["a1", "Orlovsky"].startswith("part of a name: of the article's people only")
    assert by_article["a2", "Gennady Orlovsky"] == "name: in full"
    assert all(row["words"]["text"] in row["sentence"] for row in why)

    # The same articles with the same decisions give the same bytes, in one build or in two.
    merged = kg("export", "nquads").out
    assert kg("build", articles, "--store", "new", "--decisions", "kg-store/decisions.txt", "-w", "1").status == 0
    assert kg("export", "nquads", "--store", "new").out == merged

    undone = kg("resolve", "--undo", OTHER, ONE)
    assert undone.status == 0
    assert kg("build", articles, "--workers", "1").status == 0
    assert kg("export", "nquads").out == before


def test_a_rejected_pair_is_not_listed_again_and_can_be_again(kg: Kg, articles: Path) -> None:
    assert kg("build", articles, "--workers", "1").status == 0
    assert kg("resolve", "--reject", "Gennadiy Orlovsky", "Gennady Orlovsky").status == 0
    assert candidates(kg) == []
    assert kg("resolve", "--reject", ONE, OTHER).status == 0  # once more is no harm
    assert len(Path("kg-store/decisions.txt").read_text(encoding="utf-8").splitlines()) == 2
    assert kg("resolve", "--undo", ONE, OTHER).status == 0
    assert len(candidates(kg)) == 1


def test_wrong_decisions_are_told(kg: Kg, articles: Path) -> None:
    assert kg("build", articles, "--workers", "1").status == 0
    assert kg("resolve", "--accept", "Turkey", "Mara Ellingsen").status == 2
    assert "nothing was decided" in kg("resolve", "--undo", ONE, OTHER).err
    assert kg("resolve", "--accept", ONE, OTHER, "--reject", ONE, OTHER).status == 2
    assert kg("resolve", "--accept", ONE, OTHER).status == 0
    assert "one already" in kg("resolve", "--accept", ONE, OTHER).err
    Path("kg-store/decisions.txt").write_text("person/a equals person/b\n", encoding="utf-8")
    broken = kg("build", articles)
    assert broken.status == 1
    assert "decisions.txt:1" in broken.err
