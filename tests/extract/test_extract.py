"""From an annotated Doc to findings: who speaks, by which words, what, to whom, about whom, when."""

from __future__ import annotations

from spacy.tokens import Doc, Span

from kg.extract import extract
from kg.extract.mentions import names
from kg.extract.mentions.acronyms import spelt_out
from kg.extract.mentions.equations import equate
from kg.extract.mentions.headlines import Headline
from kg.extract.mentions.mentions import Mentions
from kg.extract.relations.relations import relations
from kg.extract.syntax.quotes import Quotes
from kg.findings import Findings
from kg.model import Article, Statement
from tests.extract.docs import VOCAB, doc_of


def findings(doc_text: str, **marks: dict[str, str]) -> tuple[Findings, str]:
    doc = doc_of(doc_text, **marks)
    return extract(doc, Article(id="a", text=doc.text, published="2017-02-19")), doc.text


def words(text: str, *spans: tuple[int, int]) -> list[str]:
    return [text[start:end] for start, end in spans]


def only(found: Findings) -> Statement:
    (statement,) = found.statements
    return statement


ACCUSED = """
On IN on 2 case
Thursday NNP thursday 6 obl
Deputy NNP deputy 4 compound
Minister NNP minister 5 nmod:desc
Moen NNP moen 6 nsubj
accused VBD accuse 0 ROOT
Chad NNP chad 6 obj
of IN of 9 mark
stalling VBG stall 6 advcl
. . . 6 punct
"""


def test_an_accusation_has_speaker_target_and_day() -> None:
    found, text = findings(
        ACCUSED,
        names={"Thursday": "DATE", "Moen": "PER", "Chad": "LOC"},
        roles={"Deputy Minister Moen": "SOURCE", "accused": "CUE", "Chad of stalling": "CONTENT"},
    )
    statement = only(found)
    assert (statement.act, statement.form, statement.cue.lemma) == ("accuse", "indirect", "accuse")
    assert statement.speaker.mention is not None
    assert words(text, statement.speaker.mention.span, statement.speaker.span or (0, 0)) == [
        "Moen",
        "Deputy Minister Moen",
    ]
    assert [(text[one.mention.start : one.mention.end], one.role, one.stance) for one in statement.about] == [
        ("Chad", "target", "negative")
    ]
    assert statement.time is not None
    assert statement.time.value == "2017-02-16"
    assert words(text, *statement.evidence) == [text.strip()]


def test_a_title_gives_its_bearer_a_post() -> None:
    found, text = findings(ACCUSED, names={"Thursday": "DATE", "Moen": "PER", "Chad": "LOC"})
    (relation,) = found.relations
    assert (relation.predicate, relation.post, words(text, relation.subject.span)) == (
        "holds_post",
        "Deputy Minister",
        ["Moen"],
    )


def test_the_tree_alone_tells_a_statement_that_the_network_overlooked_with_less_confidence() -> None:
    found, text = findings(
        """
        Moen NNP moen 2 nsubj
        demanded VBD demand 0 ROOT
        that IN that 5 mark
        Chad NNP chad 5 nsubj
        withdraw VB withdraw 2 ccomp
        """,
        names={"Moen": "PER", "Chad": "LOC"},
    )
    statement = only(found)
    assert (statement.act, words(text, *statement.content)) == ("demand", ["that Chad withdraw"])
    assert [(text[one.mention.start : one.mention.end], one.role) for one in statement.about] == [("Chad", "target")]
    assert statement.confidence < 0.7


def test_a_quotation_around_its_cue_is_one_statement() -> None:
    found, _ = findings(
        """
        “_ `` “ 3 punct
        We PRP we 3 nsubj
        agree_ VBP agree 6 ccomp
        ,_ , , 3 punct
        ” '' ” 3 punct
        said VBD say 0 ROOT
        Moen_ NNP moen 6 nsubj
        . . . 6 punct
        """,
        names={"Moen": "PER"},
        roles={"“We agree,”": "CONTENT", "said": "CUE", "Moen": "SOURCE"},
    )
    statement = only(found)
    assert (statement.form, statement.text, statement.polarity) == ("direct", '"We agree,"', "positive")
    assert statement.about == ()  # "we" is the speaker


def test_a_negated_cue_is_kept_and_says_so() -> None:
    found, _ = findings(
        """
        Moen NNP moen 4 nsubj
        did VBD do 4 aux
        not RB not 4 advmod
        say VB say 0 ROOT
        whether IN whether 7 mark
        Chad NNP chad 7 nsubj
        agreed VBD agree 4 ccomp
        """,
        names={"Moen": "PER", "Chad": "LOC"},
        roles={"Moen": "SOURCE", "did not say": "CUE", "whether Chad agreed": "CONTENT"},
    )
    outer = found.statements[0]
    assert (outer.cue.negated, outer.polarity) == (True, "negative")


def test_a_denial_within_a_report_is_its_child() -> None:
    found, text = findings(
        """
        Moen NNP moen 2 nsubj
        said VBD say 0 ROOT
        Chad NNP chad 5 nsubj
        had VBD have 5 aux
        denied VBN deny 2 ccomp
        the DT the 7 det
        charge NN charge 5 obj
        """,
        names={"Moen": "PER", "Chad": "LOC"},
        roles={"Moen": "SOURCE", "said": "CUE", "Chad had denied the charge": "CONTENT"},
    )
    outer, inner = found.statements
    assert (outer.act, inner.act, inner.parent) == ("say", "deny", outer.id)
    assert words(text, *inner.content) == ["the charge"]


def test_two_who_speak_together_are_two_statements() -> None:
    found, text = findings(
        """
        Chad NNP chad 4 nsubj
        and CC and 3 cc
        Norway NNP norway 1 conj
        rejected VBD reject 0 ROOT
        it PRP it 4 obj
        """,
        names={"Chad": "LOC", "Norway": "LOC"},
        roles={"Chad and Norway": "SOURCE", "rejected": "CUE", "it": "CONTENT"},
    )
    speakers = [one.speaker.mention.span for one in found.statements if one.speaker.mention]
    assert words(text, *sorted(speakers)) == ["Chad", "Norway"]
    assert len({one.id for one in found.statements}) == 2


def test_a_question_of_the_author_is_no_statement() -> None:
    found, _ = findings(
        """
        Is VBZ be 3 aux
        Moen NNP moen 3 nsubj
        saying VBG say 0 ROOT
        one CD one 5 nummod
        thing_ NN thing 3 obj
        ? . ? 3 punct
        """,
        names={"Moen": "PER"},
        roles={"Moen": "SOURCE", "saying": "CUE", "one thing": "CONTENT"},
    )
    assert found.statements == ()


def test_who_meets_whom_where_and_when() -> None:
    found, text = findings(
        """
        Moen NNP moen 3 nsubj
        will MD will 3 aux
        meet VB meet 0 ROOT
        Dahl NNP dahl 3 obj
        in IN in 6 case
        Oslo NNP oslo 3 obl
        on IN on 8 case
        Friday NNP friday 3 obl
        """,
        names={"Moen": "PER", "Dahl": "PER", "Oslo": "LOC", "Friday": "DATE"},
    )
    (meeting,) = found.meetings
    assert words(text, *(one.mention.span for one in meeting.participants)) == ["Moen", "Dahl"]
    assert meeting.place is not None
    assert meeting.time is not None
    assert (text[meeting.place.start : meeting.place.end], meeting.time.value, meeting.status) == (
        "Oslo",
        "2017-02-24",
        "planned",
    )


def test_a_place_before_the_talks_is_where_they_are() -> None:
    found, text = findings(
        """
        Three CD three 4 nummod
        previous JJ previous 4 amod
        Geneva NNP geneva 4 compound
        rounds NNS round 5 nsubj
        failed VBD fail 0 ROOT
        """,
        names={"Geneva": "LOC"},
    )
    (meeting,) = found.meetings
    assert meeting.place is not None
    assert (text[meeting.place.start : meeting.place.end], meeting.status) == ("Geneva", "held")


def test_a_title_that_the_network_took_into_the_name_is_no_part_of_it() -> None:
    found, text = findings(
        "Ms NNP ms 2 nmod:desc\nMoen NNP moen 3 nsubj\nleft VBD leave 0 ROOT", names={"Ms Moen": "PER"}
    )
    (mention,) = found.mentions
    assert (text[mention.start : mention.end], found.traits[0].gender) == ("Moen", "f")


def test_an_empty_text_gives_nothing() -> None:
    assert extract(Doc(VOCAB, words=[]), Article(id="a", text="")) == Findings()


def test_who_was_equal_to_a_name_that_is_dropped_is_equal_to_nobody() -> None:
    doc = doc_of(
        """
        Moen  NNP Moen  5 nsubj
        ,     ,   ,     4 punct
        the   DT  the   4 det
        envoy NN  envoy 1 appos
        left  VBD leave 0 root
        """,
        names={"Moen": "PER"},
    )
    mentions = Mentions(doc, Quotes(doc.text, ()))
    equate(mentions)
    envoy = next(mention for mention in mentions if mention.form == "description")
    assert mentions.traits(envoy).equals == (0, 4)
    mentions.drop([doc[0]])
    assert mentions.traits(envoy).equals is None
    assert relations(mentions) == []


def test_a_name_in_a_title_case_first_line_goes_as_far_as_the_text_below_has_it() -> None:
    words = "Jane Moen Hammers Oslo Bank Over Sham Loans \n\n Jane Moen left . Guild Leader Corners Berg Now".split(" ")
    doc = Doc(VOCAB, words=words)
    doc.set_ents([Span(doc, 0, 4, "PER"), Span(doc, 9, 11, "PER")])
    headline = Headline(doc)
    assert headline.name(list(doc[0:4]), "PER") == (list(doc[0:2]), "PER")
    assert headline.name(list(doc[3:6]), "ORG") == ([], "ORG")  # a body that is not named below
    assert headline.name(list(doc[13:17]), "ORG") == (list(doc[13:17]), "ORG")  # below, all stays as it is


def test_a_first_line_that_is_a_sentence_leaves_names_as_they_are() -> None:
    doc = Doc(VOCAB, words="Jane Moen Hammers met Oslo Bank and Guild Leaders \n\n Jane Moen left .".split(" "))
    doc.set_ents([Span(doc, 0, 3, "PER"), Span(doc, 10, 12, "PER")])
    assert Headline(doc).name(list(doc[0:3]), "PER") == (list(doc[0:3]), "PER")


def test_an_acronym_is_of_the_body_that_the_text_spells_out() -> None:
    doc = Doc(VOCAB, words="the Alliance to Mend Our Roofs ( AMOR ) and Jane Moen ( AMO ) came".split())
    assert {letters: [token.text for token in words] for letters, words in spelt_out(doc).items()} == {
        "AMOR": ["Alliance", "to", "Mend", "Our", "Roofs"]
    }
    doc.set_ents([Span(doc, 1, 6, "ORG"), Span(doc, 7, 8, "LOC")])
    assert [name.label for name in names.found(doc)] == ["ORG", "ORG"]


def _equal_of_minister(head: int, label: str) -> tuple[int, int] | None:
    doc = doc_of(
        f"""
        When     WRB when     2 advmod
        asked    VBN ask      10 advcl
        about    IN  about    7 case
        the      DT  the      7 det
        new      JJ  new      7 amod
        old      JJ  old      7 amod
        minister NN  minister 2 obl
        ,        ,   ,        10 punct
        Moen     NNP Moen     {head} {label}
        nodded   VBD nod      0 root
        """,
        names={"Moen": "PER"},
    )
    mentions = Mentions(doc, Quotes(doc.text, ()))
    equate(mentions)
    return mentions.traits(next(mention for mention in mentions if mention.form == "description")).equals


def test_who_begins_a_clause_is_not_who_was_spoken_of_before_it() -> None:
    assert _equal_of_minister(10, "nsubj") is None
    assert _equal_of_minister(7, "appos") is not None
