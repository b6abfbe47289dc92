"""What the gazetteer knows of the words of a text."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from kg.annotate import Annotator
from kg.annotate.known import FEATURES, KINDS, OF_WORD, Known
from kg.annotate.sequences import LabelledSpan
from kg.model import Article

FILES = {
    "countries.csv": "label,official,aliases\nTurkey,Republic of Türkiye,Türkiye\n",
    "demonyms.csv": "word\nTurkish\n",
    "regions.csv": "label,aliases\nBavaria,\n",
    "organizations.csv": "label,aliases\nIslamic State,Daesh;ISIL\nTurkish Airlines,\n",
    "people.csv": "label,aliases,surnames\nA. K. Antony,A.K. Antony,Antony\n",
    "offices.csv": "person\nÉdith O'Neill\n",
    "places.csv": "name,aliases,population,capital\nAnkara,Angora,5503985,TUR\nTurkey,,900,\nOf,,21000,\n",
}


@pytest.fixture
def known(tmp_path: Path) -> Known:
    for name, text in FILES.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return Known(tmp_path)


def found(known: Known, text: str) -> list[tuple[str, set[str]]]:
    words = text.split()
    return [
        (" ".join(words[begin:end]), {kind for i, kind in enumerate(KINDS) if kinds >> i & 1})
        for begin, end, kinds in known.names(words)
    ]


def test_the_longest_names_are_found(known: Known) -> None:
    assert found(known, "Turkish Airlines flies Turkish guests to Ankara") == [
        ("Turkish Airlines", {"organization"}),
        ("Turkish", {"demonym"}),
        ("Ankara", {"city"}),
    ]


def test_a_name_may_be_of_several_kinds(known: Known) -> None:
    assert found(known, "Turkey") == [("Turkey", {"country", "place"})]


def test_names_are_cut_as_words_of_texts_are(known: Known) -> None:
    assert found(known, "A. K. Antony , A.K. Antony and Édith O'Neill") == [
        ("A. K. Antony", {"person"}),
        ("A.K. Antony", {"person"}),
        ("Édith O'Neill", {"person"}),
    ]


def test_capitals_count_and_short_words_are_no_names(known: Known) -> None:
    assert found(known, "the turkey of Of is ISIL or isil") == [("ISIL", {"organization"})]


def test_a_name_that_the_text_cuts_off_is_none(known: Known) -> None:
    assert found(known, "the Islamic") == []


def test_a_word_has_the_features_of_its_neighbours(known: Known) -> None:
    features = known.features(["Islamic", "State", "denies"])
    assert features.shape == (3, FEATURES)
    own, before, after = (features[:, i * OF_WORD : (i + 1) * OF_WORD] for i in range(3))
    organization = KINDS.index("organization")
    assert own[:, organization].tolist() == [1, 0, 0]
    assert own[:, len(KINDS) + organization].tolist() == [0, 1, 0]
    assert np.array_equal(before[1:], own[:-1])
    assert np.array_equal(after[:-1], own[1:])
    assert not before[0].any()
    assert not after[-1].any()
    assert not own[2].any()


def test_a_name_beside_a_capital_may_be_a_part_of_a_longer_one(known: Known) -> None:
    city, beside = KINDS.index("city"), 2 * len(KINDS) + KINDS.index("city")
    for text, place, alone in (
        ("the Ankara Growers meet", 1, False),
        ("the new Radio Ankara says", 3, False),
        ("talks in Ankara today", 2, True),
        ("done . In Ankara today", 3, True),
        ("In Ankara", 1, True),
    ):
        features = known.features(text.split())
        assert (features[place, city], features[place, beside]) == (alone, not alone), text


def test_the_bundled_names_are_read_once() -> None:
    assert Known.bundled() is Known.bundled()
    assert [kinds for *_, kinds in Known.bundled().names(["Daesh"])] == [1 << KINDS.index("organization")]


def test_no_words_have_no_features(known: Known) -> None:
    assert known.features([]).shape == (0, FEATURES)


LABELS = ("O", "B-PER", "I-PER", "B-ORG", "I-ORG", "B-DATE", "I-DATE")


def kinds_of(known: Known, text: str, *spans: tuple[int, int, str]) -> list[str]:
    """The kinds that spans get, of which the network is sure by odds of e, where the gazetteer's word counts e³."""
    words = text.split()
    scores = np.zeros((len(words), len(LABELS)), np.float32)
    for begin, end, label in spans:
        scores[begin:end, LABELS.index(f"I-{label}")] = 1
        scores[begin, LABELS.index(f"B-{label}")] = 1
    table = np.zeros((FEATURES, len(LABELS)), np.float32)
    organization = KINDS.index("organization")
    for first in range(0, 4 * len(KINDS), len(KINDS)):  # begun, gone on, and both beside a capital
        table[first + organization, 3:5] = 3
    given = [LabelledSpan(begin, end, label, 0.7) for begin, end, label in spans]
    found = known.with_kinds(given, words, scores, LABELS, table)
    assert [(one.begin, one.end, one.score) for one in found] == [(one.begin, one.end, one.score) for one in given]
    return [one.label for one in found]


def test_a_name_that_the_gazetteer_knows_has_the_kind_it_says(known: Known) -> None:
    text = "Daesh met Anna near the Islamic State and Turkish Airlines on Monday"
    given = (0, 1, "PER"), (2, 3, "PER"), (4, 7, "PER"), (8, 10, "PER")
    assert kinds_of(known, text, *given) == ["ORG", "PER", "ORG", "ORG"]


def test_a_part_of_a_name_tells_not_its_kind(known: Known) -> None:
    assert kinds_of(known, "Daesh Nasser spoke", (0, 2, "PER")) == ["PER"]


def test_a_date_stays_one_and_nothing_becomes_one(known: Known) -> None:
    assert kinds_of(known, "Daesh", (0, 1, "DATE")) == ["DATE"]
    assert kinds_of(known, "Ankara", (0, 1, "PER")) == ["PER"]


def test_the_shipped_network_has_what_is_fitted_after_its_export(annotator: Annotator) -> None:
    """An export holds neutral tables until `training.known` and `training.mentions` have filled them in."""
    assert annotator.network.known.any()
    assert annotator.network.mentions.hidden.any()
    assert annotator.network.mentions.network[0] != 1


def test_a_name_of_the_gazetteer_has_its_kind_in_a_text(annotator: Annotator) -> None:
    doc = annotator.annotate(Article(id="x", text="GOP leaders told Dahl that Twitter and Alphabet had not paid."))
    assert [(name.text, name.label_) for name in doc.ents] == [
        ("GOP", "ORG"),
        ("Dahl", "PER"),
        ("Twitter", "ORG"),
        ("Alphabet", "ORG"),
    ]
