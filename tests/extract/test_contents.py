"""Which words are said: read by the real network, one sentence each."""

from __future__ import annotations

import pytest
from spacy.tokens import Token

from kg.annotate import Annotator
from kg.extract import extract
from kg.extract.attributions.attributions import _is_of_listener, _so
from kg.extract.attributions.links import Link
from kg.extract.attributions.trees import link_by_tree
from kg.extract.attributions.unlinked import give_complements
from kg.extract.mentions.mentions import Mentions
from kg.extract.statements.anonymity import is_of_anonymity
from kg.extract.syntax.quotes import Quotes
from kg.model import ATTRIBUTION, Article
from tests.extract.docs import doc_of


@pytest.fixture(scope="module")
def annotator() -> Annotator:
    return Annotator()


def test_a_participle_after_the_cue_goes_on_where_it_quotes(annotator: Annotator) -> None:
    text = "The rebels left the hall early, he said, showing a “complete lack of respect” for the hosts."
    article = Article(id="a", text=text, published="2024-05-09")
    (found,) = [one for one in extract(annotator.annotate(article), article).statements if one.parent is None]
    assert [text[start:end].strip(" ,.") for start, end in found.content] == [
        "The rebels left the hall early",
        "showing a “complete lack of respect” for the hosts",
    ]


def test_a_day_that_is_quoted_is_said(annotator: Annotator) -> None:
    text = "Pessanha replied: “Not today.”"
    article = Article(id="a", text=text, published="2024-05-09")
    (found,) = extract(annotator.annotate(article), article).statements
    assert [text[start:end] for start, end in found.content] == ["“Not today.”"]


def test_where_it_is_said_is_not_at_whom_it_is_aimed(annotator: Annotator) -> None:
    text = (
        "His Moroccan counterpart, Salma Benkirane-Ouali, also invented, dismissed the charge, telling reporters at "
        "the Belém conference centre that it was Portugal that “moved the goalposts at midnight”."
    )
    article = Article(id="a", text=text, published="2024-05-09")
    rejected, *_ = extract(annotator.annotate(article), article).statements
    assert (rejected.act, rejected.about) == ("reject", ())


def test_a_quotation_beyond_somebody_elses_cue_is_whose_who_spoke_before_it(annotator: Annotator) -> None:
    text = (
        "Mara Ellingsen answered, saying the Brask campaign was lying.\n\n“I am so sick of it.”\n\n"
        "The Brask campaign responded, saying that shipowners had paid.\n\n“That is fine,” Jon Tranmoor said."
    )
    article = Article(id="a", text=text, published="2024-05-09")
    doc = annotator.annotate(article)
    group = doc.spans[ATTRIBUTION]
    (sick,) = [i for i, span in enumerate(group) if span.label_ == "CONTENT" and "sick" in span.text]
    (last,) = [i for i, span in enumerate(group) if span.label_ == "CUE" and span.text == "said"]
    links = [(last if other == sick else cue, other, score) for cue, other, score in group.attrs["links"]]
    group.attrs["links"] = links  # as the network once had it of such a text
    found = {one.cue.span[0]: one for one in extract(doc, article).statements}
    first, end = found[text.index("saying")], found[text.rindex("said")]
    assert [text[slice(*span)] for span in first.content] == ["the Brask campaign was lying", "“I am so sick of it.”"]
    assert [text[slice(*span)] for span in end.content] == ["“That is fine,”"]


@pytest.mark.parametrize(
    ("text", "contents"),
    [
        ("The agency said 14 people had died and blamed the rebels.", ["14 people had died", "the rebels"]),
        ("Brask said Chad had lied and accused Oman of spying.", ["Chad had lied", "Oman of spying"]),
        (
            "Brask, who leads the opposition, said the vote had been rigged and promised to go to court.",
            ["the vote had been rigged", "to go to court"],
        ),
    ],
)
def test_what_a_further_cue_reports_is_not_said_by_the_first(
    annotator: Annotator, text: str, contents: list[str]
) -> None:
    article = Article(id="a", text=text, published="2024-05-09")
    found = extract(annotator.annotate(article), article).statements
    assert [[text[start:end] for start, end in one.content] for one in found] == [[words] for words in contents]


@pytest.mark.parametrize(
    ("text", "cue", "stray", "contents"),
    [
        (
            "“Hands off,” read a sign. “Enough is enough,” the Varsk Clarion wrote.",
            "wrote",
            "“Hands off,”",
            ["“Enough is enough,”"],
        ),
        (
            "“He lied,” Brask said. Does he regret it? “Every day.” He pauses.",
            "said",
            "Does he regret it? “Every day.”",
            ["“He lied,”", "“Every day.”"],
        ),
    ],
)
def test_what_another_sentence_reports_or_asks_is_not_said(
    annotator: Annotator, text: str, cue: str, stray: str, contents: list[str]
) -> None:
    article = Article(id="a", text=text, published="2024-05-09")
    doc = annotator.annotate(article)
    group = doc.spans[ATTRIBUTION]
    (head,) = [i for i, span in enumerate(group) if span.label_ == "CUE" and span.text == cue]
    taken = doc.char_span(text.index(stray), text.index(stray) + len(stray), label="CONTENT")
    assert taken is not None
    kept = [link for link in group.attrs["links"] if not taken.start <= group[link[1]].start < taken.end]
    group.append(taken)
    group.attrs["scores"] = [*group.attrs["scores"], 0.9]
    group.attrs["links"] = [*kept, (head, len(group) - 1, 0.9)]  # as the network once had it of such texts
    said = next(one for one in extract(doc, article).statements if text[slice(*one.cue.span)] == cue)
    assert [text[slice(*span)] for span in said.content] == contents


@pytest.mark.parametrize(
    ("text", "lemma", "said"),
    [
        (
            "She told me: “The river does not read your reports.” She is right.",
            "tell",
            ["“The river does not read your reports.”"],
        ),
        (
            "Under cross-examination by Ms Orla Tynan SC, prosecuting, Mr Tranmoor was asked why he had sold the boat.",
            "ask",
            ["why he had sold the boat"],
        ),
        ("“A horse?” Ms Tynan asked.\n\n“A mare. Ask my brother.”", "ask", ["“A horse?”"]),
    ],
)
def test_what_stands_beside_it_is_not_said(text: str, lemma: str, said: list[str], annotator: Annotator) -> None:
    """Neither who is asked, nor the answer, nor how the next sentence begins."""
    article = Article(id="a", text=text, published="2024-05-09")
    found = [one for one in extract(annotator.annotate(article), article).statements if one.cue.lemma == lemma]
    assert [[text[start:end] for start, end in one.content] for one in found] == [said]


def test_a_quotation_of_nobody_is_whose_who_was_quoted_just_before_it(annotator: Annotator) -> None:
    text = (
        "“It is late,” said Mara Ellingsen, a close aide in 2012. “I hope we see more of that.”\n\n"
        "Jon Tranmoor said it was early, arguing that the tide had turned."
    )
    article = Article(id="a", text=text, published="2024-05-09")
    doc = annotator.annotate(article)
    group = doc.spans[ATTRIBUTION]
    (more,) = [i for i, span in enumerate(group) if span.label_ == "CONTENT" and "more of that" in span.text]
    (last,) = [i for i, span in enumerate(group) if span.label_ == "CUE" and span.text == "arguing"]
    links = [(last, other, 0.002) if other == more else (cue, other, odds) for cue, other, odds in group.attrs["links"]]
    group.attrs["links"] = links  # as the network once had it of such a text
    first = min(extract(doc, article).statements, key=lambda one: one.cue.span)
    assert [text[slice(*span)] for span in first.content] == ["“It is late,”", "“I hope we see more of that.”"]


@pytest.mark.parametrize(("label", "told"), [("conj", ["it", "was", "late"]), ("advcl", ["so"])])
def test_so_is_what_the_verb_before_says(label: str, told: list[str]) -> None:
    doc = doc_of(f"""
    He PRP he 2 nsubj
    said VBD say 0 ROOT
    it PRP it 5 nsubj
    was VBD be 5 cop
    late JJ late 2 ccomp
    and CC and 7 cc
    told VBD tell 2 {label}
    them PRP they 7 iobj
    so RB so 7 advmod
    """)
    said, so = (
        Link(cue=[doc[i]], head=doc[i], score=1.0, contents=[list(of)]) for i, of in ((1, doc[2:5]), (6, doc[8:]))
    )
    assert [token.text for tokens in _so(so, [said, so]) for token in tokens] == told


@pytest.mark.parametrize(("negation", "terms"), [("not RB not 4 advmod", True), ("even RB even 4 advmod", False)])
def test_who_does_not_want_to_be_named_tells_his_terms(negation: str, terms: bool) -> None:
    doc = doc_of(f"""
    who WP who 4 nsubj
    did VBD do 4 aux
    {negation}
    want VB want 0 ROOT
    to TO to 7 mark
    be VB be 4 xcomp
    named VBN name 4 xcomp
    """)
    one = Link(cue=[doc[3]], head=doc[3], score=1.0, contents=[list(doc[5:])])
    assert is_of_anonymity(one, doc[5]) is terms


@pytest.mark.parametrize(("label", "who"), [("iobj", True), ("obj", False)])
def test_who_is_told_is_not_what(label: str, who: bool) -> None:
    doc = doc_of(f"""
    I PRP I 2 nsubj
    told VBD tell 0 ROOT
    the DT the 4 det
    army NN army 2 {label}
    so RB so 2 advmod
    """)
    one = Link(cue=[doc[1]], head=doc[1], score=1.0)
    assert _is_of_listener(list(doc[2:4]), one) is who
    assert not _is_of_listener(list(doc[2:]), one)


@pytest.mark.parametrize(("joined", "said"), [("and CC and 6 cc", False), ("that IN that 6 mark", True)])
def test_what_is_said_does_not_begin_at_and(joined: str, said: bool) -> None:
    doc = doc_of(f"""
    They PRP they 2 nsubj
    told VBD tell 0 ROOT
    me PRP I 2 iobj
    {joined}
    Moen NNP moen 6 nsubj
    offered VBD offer 2 ccomp
    it PRP it 6 obj
    """)
    one = link_by_tree(doc[1], set(range(len(doc))), 1.0, Mentions(doc, Quotes(doc.text)))
    assert (one is not None) is said


def test_a_comma_that_hangs_on_the_cue_does_not_part_the_clause_that_is_its_complement() -> None:
    doc = doc_of(
        """
        Chad NNP Chad 2 nsubj
        hopes VBZ hope 0 root
        talks NNS talk 6 nsubj
        , , , 2 punct
        soon RB soon 6 advmod
        help VBP help 2 ccomp
        . . . 2 punct
        """
    )
    contents: list[list[Token]] = []
    give_complements([([doc[1]], doc[1], contents)], {0, 1})
    assert [[token.text for token in words] for words in contents] == [["talks", ",", "soon", "help"]]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Tromso, Norway – The bakers have left the port, a harbour official said.", "The bakers have left the port"),
        ("NAIROBI, Kenya (Agence Libre) – Two ships left, a harbour official said.", "Two ships left"),
        ("The ships came. But the port is full of rust, a harbour official said.", "the port is full of rust"),
        ("Lagos – But the fuel is gone, a harbour official said.", "the fuel is gone"),
        ("“But the port is full,” a harbour official said.", "“But the port is full"),
        ("The port - the largest of all - is full, a minister said.", "The port - the largest of all - is full"),
    ],
)
def test_neither_a_dateline_nor_the_conjunction_that_opens_is_said(annotator: Annotator, text: str, said: str) -> None:
    article = Article(id="a", text=text, published="2024-05-09")
    found = extract(annotator.annotate(article), article).statements[-1]
    assert " ".join(text[start:end] for start, end in found.content).rstrip(",”") == said
