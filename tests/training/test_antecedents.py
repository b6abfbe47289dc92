"""Whom pronouns and descriptions take up: read from our table, joined into chains."""

from __future__ import annotations

from pathlib import Path

from kg.ids import digest
from training import antecedents

TEXT = "Anna Moen came. An agent saw her.\n\nMoen said he lied to the mayor. She knew them."


def span_of(words: str, after: int = 0) -> str:
    start = TEXT.index(words, after)
    return f"{start} {start + len(words)}"


def test_a_table_tells_what_is_taken_up(tmp_path: Path) -> None:
    rows = [f"{span_of('her')} {span_of('Anna Moen')}", f"{span_of('he lied')} -"]
    path = tmp_path / "antecedents.tsv"
    path.write_text("\t".join(["one", *rows]) + "\n", encoding="utf-8")
    her, he = antecedents.read(path)["one"]
    assert (TEXT[slice(*her[0])], TEXT[slice(*her[1] or (0, 0))]) == ("her", "Anna Moen")
    assert he[1] is None


def test_an_article_has_chains_and_what_is_asked(tmp_path: Path) -> None:
    rows = [
        f"{span_of('her')} {span_of('Anna Moen')}",
        f"{span_of('he lied').split()[0]} {int(span_of('he lied').split()[0]) + 2} {span_of('An agent')}",
        f"{span_of('the mayor')} -",
        f"{span_of('She')} {span_of('Moen', TEXT.index('said') - 6)}",
    ]
    table = tmp_path / "antecedents.tsv"
    table.write_text("\t".join([digest("one"), *rows]) + "\n" + digest("other") + "\n", encoding="utf-8")
    (document,) = antecedents.documents({digest("one"): TEXT}, table)
    found = [[document.words[i] for i in chain] for chain in document.clusters]
    assert sorted(found) == [["Moen", "her", "Moen", "She"], ["agent", "he"]]
    assert [document.words[i] for i in document.mentions or ()] == ["her", "he", "mayor", "She"]
    assert document.tags[document.words.index("Moen")] == "NNP"


def test_a_surname_of_two_is_no_ones_alone() -> None:
    words = "Anna Moen met Olav Moen ; she saw him and Moen left . She said".split()
    pairs = [(6, [0, 1]), (8, [3, 4]), (13, [0, 1])]
    assert sorted(antecedents.chains(words, pairs)) == [[1, 6, 13], [4, 8]]
