"""What pronouns stand for, and clusters of mentions."""

from __future__ import annotations

from pathlib import Path

import pytest
from spacy.tokens import Doc

from kg.errors import UsageError
from kg.evaluate import TASKS, Scores
from tests.evaluate.docs import NLP, Linked, Prepared, span_of

# Word, tag, head (from 1), label, brackets of GUM. Entities: a the envoy of Norland, b Norland, c the guild, d truce.
SENTENCES = """\
The DT 2 det (a-person-new
envoy NN 5 nsubj _
of IN 4 case _
Norland NNP 2 nmod (b-place-new)a)
met VBD 0 root _
the DT 7 det (c-organization-new
guild NN 5 obj c)
; : 10 punct _
he PRP 10 nsubj (a-person-giv)
praised VBD 5 parataxis _
its PRP$ 12 nmod:poss (d-abstract-new(c-organization-giv)
truce NN 10 obj d)

It PRP 2 nsubj (d-abstract-giv)
held VBD 0 root _
, , 5 punct _
he PRP 5 nsubj (a-person-giv)
said VBD 2 parataxis _
, , 2 punct _
though IN 9 mark _
it PRP 9 nsubj _
rained VBD 2 advcl _
"""
ENVOY, NORLAND, GUILD, HE, ITS, TRUCE, IT, HE_2 = 1, 3, 6, 8, 10, 11, 12, 15
RIGHT = {(HE, ENVOY): 4.0, (HE, GUILD): 1.0, (ITS, GUILD): 2.0, (IT, TRUCE): 3.0, (HE_2, HE): 5.0, (HE_2, ENVOY): 4.0}
A, C, D = [(0, 4, 1), (8, 9, 8), (15, 16, 15)], [(5, 7, 6), (10, 11, 10)], [(10, 12, 11), (12, 13, 12)]


def treebank(folder: Path, sentences: str = SENTENCES) -> Path:
    lines = ["# newdoc id = one", "# newpar"]
    for number, sentence in enumerate(sentences.strip().split("\n\n")):
        lines += ["", "# newpar"] if number else []
        for index, row in enumerate(sentence.splitlines(), start=1):
            word, tag, head, label, brackets = row.split()
            entity = "_" if brackets == "_" else f"Entity={brackets}"
            lines.append("\t".join([str(index), word, word, "X", tag, "_", head, label, "_", entity]))
    path = folder / "gum.conllu"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def parsed() -> Doc:
    rows = [row.split() for row in SENTENCES.splitlines() if row]
    first, heads = 0, []
    for sentence in SENTENCES.strip().split("\n\n"):
        size = len(sentence.splitlines())
        heads += [first + max(int(row.split()[2]) - 1, 0) for row in sentence.splitlines()]
        first += size
    tags, deps = ([row[i] for row in rows] for i in (1, 3))
    return Doc(NLP.vocab, words=[row[0] for row in rows], tags=tags, heads=heads, deps=deps)


def scores(folder: Path, linked: Linked) -> Scores:
    doc = parsed()
    doc.user_data["coreference"] = linked
    return TASKS["coreference"](treebank(folder), Prepared(doc))


def test_all_is_right(tmp_path: Path) -> None:
    found = scores(tmp_path, Linked(RIGHT, [A, C, D]))
    assert [row.name for row in found.rows] == ["pronouns", "MUC", "B3", "CEAF-e", "CoNLL", "CoNLL with heads"]
    assert [row.f1 for row in found.rows] == [1.0] * 6
    assert [row.count for row in found.rows] == [4, 4, 7, 3, 7, 7]  # the it of the weather is nobody
    assert (found.texts, found.words) == (1, 21)


@pytest.mark.parametrize(
    ("change", "right"),
    [
        ({(HE, GUILD): 6.0}, 3),  # another entity
        ({(HE, ENVOY): -1.0, (HE, GUILD): -2.0}, 3),  # nobody, although some are before it
        ({(HE, NORLAND): 6.0}, 3),  # in the right mention, but the name of another entity
        ({(HE_2, ENVOY): 9.0}, 4),  # an earlier one of the same entity will do
        ({(HE, HE_2): 9.0}, 4),  # what comes after is not asked
        ({(HE, 0): 9.0}, 4),  # nor what heads no mention
    ],
)
def test_the_best_antecedent_counts(tmp_path: Path, change: dict[tuple[int, int], float], right: int) -> None:
    row = scores(tmp_path, Linked(RIGHT | change))["pronouns"]
    assert row.recall * row.count == pytest.approx(right)
    assert row.precision == row.recall


def test_paragraphs_are_given_to_the_annotator(tmp_path: Path) -> None:
    doc = parsed()
    doc.user_data["coreference"] = Linked(RIGHT)
    annotator = Prepared(doc)
    TASKS["coreference"](treebank(tmp_path), annotator)
    assert annotator.paragraphs == [[0, 12]]


def test_borders_of_mentions_count_but_for_their_heads(tmp_path: Path) -> None:
    found = scores(tmp_path, Linked(RIGHT, [[(0, 2, 1), *A[1:]], C, D]))
    assert found["MUC"].f1 == pytest.approx(3 / 4)
    assert found["CoNLL"].f1 < 1.0
    assert found["CoNLL with heads"].f1 == 1.0


def test_another_word_as_the_head_of_the_same_words_is_no_matter(tmp_path: Path) -> None:
    found = scores(tmp_path, Linked(RIGHT, [[(0, 4, 3), *A[1:]], C, D]))
    assert found["CoNLL"].f1 == found["CoNLL with heads"].f1 == 1.0


def test_wrong_clusters_are_wrong_by_any_measure(tmp_path: Path) -> None:
    found = scores(tmp_path, Linked(RIGHT, [[*A, *C], D]))
    for name in ("MUC", "B3", "CEAF-e", "CoNLL", "CoNLL with heads"):
        assert 0 < found[name].f1 < 1


HEADER = "ID\tText\tPronoun\tPronoun-offset\tA\tA-offset\tA-coref\tB\tB-offset\tB-coref\tURL\n"
PASSAGE = "Mara Quist met Tove Ilves. She smiled and she left."
MARA, TOVE, SHE, SHE_2 = 0, 3, 6, 9


def gap(folder: Path, *, pronoun: str = "she", meant: str = "A", text: str = PASSAGE) -> Path:
    columns = ["x", text, pronoun, span_of(text, pronoun)[0]]
    for letter, name in (("A", "Mara Quist"), ("B", "Tove Ilves")):
        columns += [name, span_of(text, name)[0], str(letter == meant).upper()]
    path = folder / "gap.tsv"
    path.write_text(HEADER + "\t".join(map(str, [*columns, "u"])) + "\n", encoding="utf-8")
    return path


def passage(text: str = PASSAGE) -> Doc:
    doc = NLP(text)
    tags = ["PRP" if token.lower_ in ("she", "he") else "NNP" if token.is_title else "VBD" for token in doc]
    deps = ["flat" if token.text in ("Quist", "Ilves") else "dep" for token in doc]
    heads = [token.i - 1 if token.text in ("Quist", "Ilves") else token.i for token in doc]
    words, spaces = [token.text for token in doc], [bool(token.whitespace_) for token in doc]
    return Doc(NLP.vocab, words=words, spaces=spaces, tags=tags, deps=deps, heads=heads)


def answer(
    folder: Path, odds: dict[tuple[int, int], float], *, pronoun: str = "she", meant: str = "A", text: str = PASSAGE
) -> Scores:
    doc = passage(text)
    doc.user_data["coreference"] = Linked(odds)
    return TASKS["coreference"](gap(folder, pronoun=pronoun, meant=meant, text=text), Prepared(doc))


@pytest.mark.parametrize(
    ("odds", "chosen"),
    [
        ({(SHE_2, MARA): 3.0, (SHE_2, TOVE): 1.0}, "A"),
        ({(SHE_2, MARA): 1.0, (SHE_2, TOVE): 3.0}, "B"),
        ({(SHE_2, MARA): -3.0, (SHE_2, TOVE): -1.0}, ""),
        ({(SHE_2, SHE): 4.0, (SHE, TOVE): 4.0}, "B"),  # over the other pronoun
        ({(SHE_2, SHE): 4.0, (SHE, TOVE): -4.0, (SHE_2, MARA): 1.0}, ""),  # the other pronoun is somebody else
        ({(SHE_2, SHE): 2.0, (SHE, TOVE): 2.0, (SHE_2, MARA): 1.5}, "B"),  # likelier on the whole
        ({(SHE_2, MARA): 900.0}, "A"),
        ({}, ""),
    ],
)
def test_at_most_one_of_the_names_is_the_answer(
    tmp_path: Path, odds: dict[tuple[int, int], float], chosen: str
) -> None:
    for meant in ("A", "B", ""):
        row = answer(tmp_path, odds, meant=meant)["pronouns"]
        assert row.count == bool(meant)
        assert row.recall == row.precision == bool(meant and chosen == meant)


def test_a_name_may_come_after_the_pronoun(tmp_path: Path) -> None:
    text = "When she left, Mara Quist saw Tove Ilves."
    found = answer(tmp_path, {(1, 4): 2.0}, text=text)
    assert found["pronouns"].f1 == 1.0


def test_genders_have_their_rows(tmp_path: Path) -> None:
    odds = {(SHE_2, MARA): 3.0}
    feminine = answer(tmp_path, odds)
    assert [(row.name, row.f1, row.count) for row in feminine.rows] == [
        ("pronouns", 1.0, 1),
        ("masculine", 0.0, 0),
        ("feminine", 1.0, 1),
    ]
    masculine = answer(tmp_path, odds, pronoun="he", text=PASSAGE.replace("She", "He").replace("she", "he"))
    assert [row.count for row in masculine.rows] == [1, 1, 0]


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ("", "nothing to score"),
        ("1\tNo\tno\tX\tDT\t_\t0\troot\t_\t_\n", "nothing to score: no text whose last column has entities"),
        (HEADER, "nothing to score: no passage"),
        ("ID\tText\n", "1: not GAP"),
        ("word\n", "1: not CoNLL-U"),
    ],
)
def test_a_file_in_another_form_is_refused(tmp_path: Path, content: str, says: str) -> None:
    path = tmp_path / "corpus"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(UsageError, match=says):
        TASKS["coreference"](path, Prepared())
