"""The corpora as documents to train on, from small files in their forms."""

from __future__ import annotations

import json
import random
from itertools import repeat
from pathlib import Path

import pytest

from kg.annotate.pieces import PARAGRAPH
from kg.evaluate import stance
from kg.ids import digest
from kg.model import ACTS
from training import antecedents, corpora, sentiments
from training.corpora import NAMES, ROLES
from training.documents import IGNORE, Attribution, Document, Saying

TEXT = "Anna Moen said the deal is dead.\n\n“It is over,” she told Chad."
LABELS = {"tags": ("NN", "NNP", "VBD", "."), "deps": ("ROOT", "nsubj", "punct")}


def span_of(words: str, text: str = TEXT) -> list[int]:
    start = text.index(words)
    return [start, start + len(words)]


@pytest.fixture
def article(tmp_path: Path) -> Document:
    attributions = [
        {"source": [span_of("Anna Moen")], "cue": [span_of("said")], "content": [span_of("the deal is dead")]},
        {"source": [span_of("she")], "cue": [span_of("told Chad")], "content": [span_of("“It is over,”")]},
    ]
    silver = {"id": "1", "sentences": [[0, 32], [34, 62]], "spans": [[*span_of("Anna Moen"), "PERSON"]]}
    marked = {"id": "1", "text": TEXT, "attributions": attributions}
    (tmp_path / "gold.jsonl").write_text(json.dumps(marked) + "\n" + json.dumps(marked) + "\n")
    (tmp_path / "silver.jsonl").write_text(json.dumps(silver) + "\n")
    found = corpora.news(tmp_path / "gold.jsonl", tmp_path / "silver.jsonl")
    assert len(found) == 1  # two people annotated it
    return found[0]


def test_attributions_are_labels_and_links(article: Document) -> None:
    told = dict(zip(article.words, (ROLES[label] for label in article.labels["roles"]), strict=True))
    assert (told["Anna"], told["Moen"], told["said"], told["dead"]) == ("B-SOURCE", "I-SOURCE", "B-CUE", "I-CONTENT")
    assert told[PARAGRAPH] == "O"
    links = [[[article.words[i] for i in part] for part in (one.cue, one.source)] for one in article.attributions]
    assert links == [[["said"], ["Anna", "Moen"]], [["told", "Chad"], ["she"]]]


def test_names_and_sentences_are_those_of_the_silver_annotation(article: Document) -> None:
    names = [NAMES[label] for label in article.labels["names"]]
    assert names[:3] == ["B-PER", "I-PER", "O"]
    starts = [word for word, start in zip(article.words, article.labels["starts"], strict=True) if start == 1]
    assert starts == ["Anna", "“"]
    assert article.labels["starts"][article.words.index(PARAGRAPH)] == IGNORE


def test_our_own_articles_have_names_and_attributions(tmp_path: Path) -> None:
    said = {"source": [span_of("Anna Moen")], "cue": [span_of("said")], "content": [span_of("the deal is dead")]}
    start, end = span_of("Chad")
    done = {"cue": {"span": said["cue"][0]}, "content": said["content"], "act": "claim", "about": []}
    named = {"start": start, "end": end, "type": "country", "entity": "country/TCD"}
    record = {"text": TEXT, "attributions": [said], "mentions": [named], "statements": [done]}
    (tmp_path / "a").mkdir()
    (tmp_path / "a/gold.jsonl").write_text(json.dumps(record) + "\n")
    (found,) = corpora.own(tmp_path)
    names = dict(zip(found.words, (NAMES[name] for name in found.labels["names"]), strict=True))
    assert (names["Chad"], names["Anna"]) == ("B-LOC", "O")
    assert [[found.words[i] for i in one.source] for one in found.attributions] == [["Anna", "Moen"]]
    assert "starts" not in found.labels
    assert [ACTS[one.act] for one in found.sayings] == ["claim"]


def test_a_window_tells_nothing_of_a_span_that_began_before_it(article: Document) -> None:
    window = article.window(1, len(article.words))
    assert window.labels["names"][0] == IGNORE
    assert window.labels["names"][1] == NAMES.index("O")
    assert [len(one.source) for one in window.attributions] == [1, 1]  # "Moen", and "she"
    assert not article.window(0, 1).attributions


def test_windows_end_where_sentences_do_and_cover_all(article: Document) -> None:
    mark = article.words.index(PARAGRAPH)
    assert article.cut(repeat(12)) == [(0, mark), (mark, len(article.words))]
    rng = random.Random(1)
    spans = article.cut(iter(lambda: rng.randint(2, 9), None))
    assert [begin for begin, _ in spans] == [0, *(end for _, end in spans[:-1])]
    assert spans[-1][1] == len(article.words)


def test_a_treebank_gives_trees_and_who_is_who(tmp_path: Path) -> None:
    rows = [
        "# newdoc\n# newpar",
        "1\tMoen\tMoen\tPROPN\tNNP\t_\t2\tnsubj\t_\tEntity=(1-person-new-sgl)",
        "2\tleft\tleave\tVERB\tVBD\t_\t0\troot\t_\t_",
        "3\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_\n",
        "# newpar",
        "1\tShe\tshe\tPRON\tNN\t_\t2\tnsubj\t_\tEntity=(1-person-giv-ana)",
        "2\twon\twin\tVERB\tVBD\t_\t0\troot\t_\t_\n",
    ]
    (tmp_path / "x.conllu").write_text("\n".join(rows))
    (document,) = corpora.trees(tmp_path / "x.conllu", LABELS)
    assert document.words == ["Moen", "left", ".", PARAGRAPH, "She", "won"]
    assert document.labels["heads"].tolist() == [1, 1, 1, IGNORE, 5, 5]
    assert document.labels["starts"].tolist() == [1, 0, 0, IGNORE, 1, 0]
    assert document.clusters == [[0, 4]]
    assert document.window(3, 6).labels["heads"].tolist() == [IGNORE, 2, 2]


def test_a_pronoun_means_one_of_two_names(tmp_path: Path) -> None:
    header = "ID\tText\tPronoun\tPronoun-offset\tA\tA-offset\tA-coref\tB\tB-offset\tB-coref\tURL"
    row = "1\tAnna Moen met Eva Ruud. She left.\tShe\t24\tAnna Moen\t0\tTRUE\tEva Ruud\t14\tFALSE\thttp://x"
    (tmp_path / "gap.tsv").write_text(f"{header}\n{row}\n")
    (document,) = corpora.pronouns(tmp_path / "gap.tsv")
    (choice,) = document.choices
    assert [document.words[i] for i in (choice.pronoun, *choice.names)] == ["She", "Moen", "Ruud"]
    assert choice.right == 0


def test_stances_that_we_annotated_are_of_sentences_of_articles(tmp_path: Path) -> None:
    table = tmp_path / "stances.tsv"
    table.write_text("one\t0 32 0 9 negative\t33 51 46 50 neutral\nlacking\t0 5 0 5 positive\n")
    text = "Anna Moen lost, and so did Chad. Nobody asked Chad."
    found = list(sentiments.read({"one": text}, table))
    assert [(one.text, one.targets) for one in found] == [
        (text[:32], (stance.Target((0, 9), "negative"),)),
        (text[33:], (stance.Target((13, 17), "neutral"),)),
    ]
    assert len(corpora.stances(found)) == 2


def test_names_of_the_wide_world_are_found_in_the_articles_as_written(tmp_path: Path) -> None:
    rows = [
        ("Anna", "B-Person"), ("Moen", "I-Person"), ("of", "O"), ("al", "B-Organization"), ("-", "I-Organization"),
        ("Moon", "I-Organization"), ("left", "O"), ("Norway", "B-Location"), (".", "O"), ("In", "O"), ("May", "O"),
        ("Flu", "B-Misc"), ("came", "O"), (".", "O"),
    ]  # fmt: skip
    (tmp_path / "nor_1.txt").write_text(
        "https://example.org\n\nAnna Moen of al-Moon left Norway.\n\nIn May Flu came.\n"
    )
    (tmp_path / "nor_1.txt.tsv").write_text("\n".join("\t".join(row) for row in rows))
    (tmp_path / "nor_2.txt").write_text("Anna Möen left.")
    (tmp_path / "nor_2.txt.tsv").write_text("Anna\tB-Person\nMen\tI-Person\nleft\tO\n.\tO")  # a letter was lost
    (found,) = corpora.worldwide(tmp_path)
    assert found.words == [
        "Anna",
        "Moen",
        "of",
        "al",
        "-",
        "Moon",
        "left",
        "Norway",
        ".",
        PARAGRAPH,
        *"In May Flu came .".split(),
    ]
    names = {found.words[i]: label for i, label in enumerate(found.labels["names"].tolist()) if label}
    assert {word: NAMES[label] for word, label in names.items() if label != IGNORE} == {
        "Anna": "B-PER", "Moen": "I-PER", "al": "B-ORG", "-": "I-ORG", "Moon": "I-ORG", "Norway": "B-LOC",
    }  # fmt: skip
    assert [word for word, label in names.items() if label == IGNORE] == ["May", "Flu"]


def test_worldwide_news_have_the_attributions_that_our_table_tells(tmp_path: Path) -> None:
    (tmp_path / "nor_1.txt").write_text("By a reporter\n\nAnna Moen said Oslo lied.")
    (tmp_path / "nor_1.txt.tsv").write_text("Anna\tB-Person\nMoen\tI-Person\nsaid\tO\nOslo\tB-Location\nlied.\tO")
    table = tmp_path / "attributions"
    table.write_text(f"{digest('nor_1.txt')}\t0-9 10-14 15-24 accuse 15-19\n")  # counted from "Anna" on
    (found,) = corpora.worldwide(tmp_path, table)
    assert [ROLES[label] for label in found.labels["roles"].tolist()] == [
        "B-SOURCE", "I-SOURCE", "B-CUE", "B-CONTENT", "I-CONTENT", "O",
    ]  # fmt: skip
    assert found.attributions == [Attribution([2], [0, 1], [3, 4])]
    assert found.sayings == [Saying([2], [3, 4], ACTS.index("accuse"), [3])]
    assert NAMES[int(found.labels["names"][3])] == "B-LOC"


def test_novels_tell_who_is_who_of_what_is_marked_alone(tmp_path: Path) -> None:
    marks = {0: "(0)", 3: "(0)", 5: "(1|(0)", 6: "1)"}
    words = "Moen sat . She read her letter .".split()
    lines = [f"novel\t0\t{i}\t{word}\t" + "_\t" * 8 + marks.get(i, "") for i, word in enumerate(words)]
    (tmp_path / "novel.conll").write_text("\n".join(["#begin document (novel)", *lines[:3], "", *lines[3:], ""]))
    (novel,) = antecedents.fiction(tmp_path)
    assert [[novel.words[i] for i in chain] for chain in novel.clusters] == [["Moen", "She", "her"]]
    assert [novel.words[i] for i in novel.mentions or ()] == ["Moen", "She", "her", "letter"]  # no other word is asked
    assert 3 in novel.cuts
    assert novel.tags[3] == "PRP"
