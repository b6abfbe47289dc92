"""The annotator, with the real network: what every Doc must be, and plain cases it must get right."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc

from kg.annotate import Annotator, version
from kg.annotate import annotator as module
from kg.annotate.annotation import MOST_WORDS_OF_A_SENTENCE
from kg.model import ATTRIBUTION, COREFERENCE, STANCE, Article

NEWS = """\
GENEVA, March 3 (Agency) — Foreign Minister Elena Marchetti said on Friday that the talks with Turkey had failed.

“We are not going to accept an ultimatum,” she told reporters in Geneva. “Ankara knows that. It has known for months.”

A spokesman for the ministry, Pavel Novotny, denied that troops had crossed the border.

The two sides are to meet again in Vienna on April 12, the United Nations announced.
"""


def text_of(text: str, annotator: Annotator) -> Doc:
    return annotator.annotate(Article(id="test", text=text))


def everything(doc: Doc) -> tuple[object, ...]:
    """All that is annotated, in a form that can be compared between vocabularies and processes."""
    tokens = [(t.text, t.tag_, t.pos_, t.lemma_, t.head.i, t.dep_, t.is_sent_start) for t in doc]
    names = [(e.start, e.end, e.label_) for e in doc.ents]
    roles = [(s.start, s.end, s.label_) for s in doc.spans[ATTRIBUTION]]
    group = doc.spans[ATTRIBUTION]
    known = doc.user_data[COREFERENCE].clusters(), doc.user_data[STANCE].tolist()
    return tokens, names, roles, group.attrs["scores"], group.attrs["links"], known


def check(doc: Doc, text: str) -> None:
    """What holds for every Doc, whatever the text."""
    assert doc.text == text
    firsts = {sentence.start for sentence in doc.sents}
    for sentence in doc.sents:
        assert sum(token.head.i == token.i for token in sentence) == 1
        assert all(token.head in sentence for token in sentence)
        assert sum(not token.is_space for token in sentence) <= MOST_WORDS_OF_A_SENTENCE
        for token in sentence:
            steps, node = 0, token
            while node.head.i != node.i:
                node, steps = node.head, steps + 1
                assert steps < len(sentence)
    for token in doc:
        assert token.tag_
        assert token.pos_
        assert token.lemma_ or not token.text.strip()
        assert (token.dep_ == "ROOT") == (token.head.i == token.i)
        assert bool(token.is_sent_start) == (token.i in firsts)
        assert (token.tag_ == "_SP") == token.is_space
    roles = doc.spans[ATTRIBUTION]
    assert len(roles) == len(roles.attrs["scores"])
    assert all(0 <= score <= 1 for score in roles.attrs["scores"])
    assert [span.start for span in roles] == sorted(span.start for span in roles)
    links = roles.attrs["links"]
    assert all(roles[cue].label_ == "CUE" != roles[other].label_ for cue, other, _ in links)
    contents = [other for _, other, _ in links if roles[other].label_ == "CONTENT"]
    assert len(contents) == len(set(contents))
    sourced = [cue for cue, other, _ in links if roles[other].label_ == "SOURCE"]
    assert len(sourced) == len(set(sourced))
    stances = doc.user_data[STANCE]
    assert stances.shape == (len(doc), 3)
    assert all(abs(stances[token.i].sum() - (not token.is_space)) < 1e-3 for token in doc)
    for cluster in doc.user_data[COREFERENCE].clusters():
        assert len(cluster) > 1
        assert all(begin <= head < end for begin, end, head in cluster)
    for span in [*doc.ents, *roles]:
        assert "\n\n" not in span.text
        assert not span[0].is_space
        assert not span[-1].is_space


PARTS = st.sampled_from(
    [
        "said",
        "Minister Novotny",
        "“",
        "”",
        ".",
        "?",
        "\n\n",
        "\n",
        "  ",
        "it is",
        "Ankara",
        "😀",
        "\u200b",
        "\u2029",
        "...",
    ]
)


@given(st.lists(PARTS, max_size=60).map(" ".join) | st.text(max_size=80))
@settings(max_examples=60, deadline=None)
@example("")
@example("a")
@example("\n\n")
@example(" \n \n a \r\n\r\n b")
@example("!?...;—")
@example("x" * 10_000)
@example("\x00 \ufeff e\u0301\u0302 العربية 中文")
def test_every_text_becomes_a_doc_with_trees(text: str) -> None:
    check(text_of(text, shared()), text)


def shared(found: list[Annotator] = []) -> Annotator:  # noqa: B006  # hypothesis takes no fixtures of function scope
    """One annotator for the examples above."""
    if not found:
        found.append(Annotator())
    return found[0]


def test_a_sentence_longer_than_any_window_is_a_tree(annotator: Annotator) -> None:
    text = "peace talks in Astana and " * 300
    doc = text_of(text, annotator)
    check(doc, text)
    assert max(len(sentence) for sentence in doc.sents) > 250


def test_a_long_text_is_read_in_stretches(annotator: Annotator, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kg.annotate.annotation.STRETCH_WORDS", 40)
    text = NEWS * 3
    doc = text_of(text, annotator)
    check(doc, text)
    assert {"Marchetti", "Novotny"} <= {ent.text.split()[-1] for ent in doc.ents}


def test_who_said_what(annotator: Annotator) -> None:
    doc = text_of(NEWS, annotator)
    found = {(span.label_, span.text) for span in doc.spans[ATTRIBUTION]}
    assert {
        ("SOURCE", "Foreign Minister Elena Marchetti"),
        ("CONTENT", "that the talks with Turkey had failed"),
        ("CONTENT", "“We are not going to accept an ultimatum,”"),
        ("SOURCE", "she"),
        ("CUE", "denied"),
        ("CONTENT", "that troops had crossed the border"),
        ("CUE", "announced"),
    } <= found


def test_who_said_which_of_two_things(annotator: Annotator) -> None:
    text = "Norway said that the plan was good, while Chad said that it was too late."
    group = text_of(text, annotator).spans[ATTRIBUTION]
    told = [(cue, group[other].text) for cue, other, _ in group.attrs["links"]]
    first, second = sorted({cue for cue, _ in told})
    assert told == [
        (first, "Norway"),
        (first, "that the plan was good"),
        (second, "Chad"),
        (second, "that it was too late"),
    ]


def test_a_quotation_in_two_parts_belongs_to_one_cue(annotator: Annotator) -> None:
    text = "“The talks have failed,” Ms Moen said on Friday. “Nobody expected anything else.”"
    group = text_of(text, annotator).spans[ATTRIBUTION]
    cues = {cue for cue, other, _ in group.attrs["links"] if group[other].label_ == "CONTENT"}
    assert [group[cue].text for cue in cues] == ["said"]
    assert sum(span.label_ == "CONTENT" for span in group) == 2


@pytest.mark.parametrize(
    ("text", "name", "stance"),
    [
        ("Moen is a corrupt liar who has betrayed her country, and her record is a disgrace.", "Moen", "negative"),
        ("Moen has shown remarkable courage and won praise for her brilliant leadership.", "Moen", "positive"),
        ("Moen will arrive in Geneva on Friday.", "Moen", "neutral"),
    ],
)
def test_stance_towards_whom_a_sentence_names(annotator: Annotator, text: str, name: str, stance: str) -> None:
    doc = text_of(text, annotator)
    at = next(token.i for token in doc if token.text == name)
    assert ("negative", "neutral", "positive")[doc.user_data[STANCE][at].argmax()] == stance


def test_names(annotator: Annotator) -> None:
    names = {(ent.text, ent.label_) for ent in text_of(NEWS, annotator).ents}
    assert {
        ("Elena Marchetti", "PER"),
        ("Pavel Novotny", "PER"),
        ("United Nations", "ORG"),
        ("Vienna", "LOC"),
        ("Turkey", "LOC"),
    } <= names


def test_trees_and_tags(annotator: Annotator) -> None:
    doc = text_of("The minister denied that troops had crossed the border.", annotator)
    triples = {(token.text, token.dep_, token.head.text) for token in doc}
    assert {
        ("minister", "nsubj", "denied"),
        ("denied", "ROOT", "denied"),
        ("crossed", "ccomp", "denied"),
        ("troops", "nsubj", "crossed"),
        ("border", "obj", "crossed"),
    } <= triples
    assert [token.tag_ for token in doc] == ["DT", "NN", "VBD", "IN", "NNS", "VBD", "VBN", "DT", "NN", "."]
    assert [token.lemma_ for token in doc][2] == "deny"


def test_sentences_end_at_blank_lines_and_not_after_abbreviations(annotator: Annotator) -> None:
    text = "A Final Comment\n\nMr. Novotny met Gen. Smith of the U.S. Army. They talked.\n\nNo stop here\n\n- nor here"
    sentences = [sentence.text.strip() for sentence in text_of(text, annotator).sents]
    assert sentences == [
        "A Final Comment",
        "Mr. Novotny met Gen. Smith of the U.S. Army.",
        "They talked.",
        "No stop here",
        "- nor here",
    ]


def test_an_article_is_annotated_alike_after_others(annotator: Annotator) -> None:
    alone = everything(text_of(NEWS, Annotator()))
    text_of("Another article, much longer. " * 90, annotator)
    assert everything(text_of(NEWS, annotator)) == alone


def test_threads_do_not_change_the_annotation(annotator: Annotator) -> None:
    text = NEWS * 4
    assert everything(text_of(text, Annotator(threads=2))) == everything(text_of(text, annotator))


def test_another_process_gives_the_same(annotator: Annotator) -> None:
    program = (
        "import sys; from kg.annotate import Annotator; from kg.model import Article; "
        "doc = Annotator().annotate(Article(id='x', text=sys.stdin.read())); "
        "print([(t.tag_, t.head.i, t.dep_) for t in doc], doc.spans['attribution'].attrs['scores'])"
    )
    ran = subprocess.run([sys.executable, "-c", program], input=NEWS, capture_output=True, text=True, check=True)
    doc = text_of(NEWS, annotator)
    expected = [(t.tag_, t.head.i, t.dep_) for t in doc]
    assert ran.stdout.strip() == f"{expected} {doc.spans[ATTRIBUTION].attrs['scores']}"


def test_a_full_vocabulary_is_replaced_and_changes_nothing(
    annotator: Annotator, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = text_of(NEWS, annotator)
    monkeypatch.setattr(module, "_MOST_STRINGS", 10)
    after = text_of(NEWS, annotator)
    assert after.vocab is not before.vocab
    assert everything(after) == everything(before)


def test_words_that_are_given_are_kept(annotator: Annotator) -> None:
    words = ["The", "minister", "said", "that", "he", "can", "not", "come", "."]
    doc = annotator.annotate_words(words)
    assert [token.text for token in doc] == words
    assert [(span.text, span.label_) for span in doc.spans[ATTRIBUTION]] == [
        ("The minister", "SOURCE"),
        ("said", "CUE"),
        ("that he can not come", "CONTENT"),
    ]


def test_fingerprint_is_of_weights_and_version(annotator: Annotator, monkeypatch: pytest.MonkeyPatch) -> None:
    assert annotator.fingerprint == Annotator().fingerprint
    monkeypatch.setattr(version, "VERSION", "another")
    assert annotator.fingerprint != Annotator().fingerprint
