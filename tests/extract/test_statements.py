"""Who says what by which words, one construction of news English after another, read by the whole line.

The persons, papers and quotations are invented.
"""

from __future__ import annotations

import pytest

from kg.annotate import Annotator
from kg.line import Line
from kg.model import Article, Statement

# Text; speaker (what the id ends in, or the kind of one without), lemma of the cue and words of the content, of each
# statement. Where exactly cue and content begin and end is the network's affair, and scored on PolNeAR.
SAID: dict[str, tuple[str, list[tuple[str, str, str]]]] = {
    "before the cue": (
        "“The bridge is closed,” Mara Ellingsen said.",
        [("mara-ellingsen", "say", "“The bridge is closed,”")],
    ),
    "after the cue": (
        "Mara Ellingsen said: “The bridge is closed.”",
        [("mara-ellingsen", "say", "“The bridge is closed.”")],
    ),
    "around the cue": (
        "“The bridge,” Mara Ellingsen said, “is closed.”",
        [("mara-ellingsen", "say", "“The bridge,” ... “is closed.”")],
    ),
    "inverted": (
        "“The bridge is closed,” said Mara Ellingsen, the transport minister.",
        [("mara-ellingsen", "say", "“The bridge is closed,”")],
    ),
    "across sentences": (
        "“The bridge is closed,” Mara Ellingsen said. “It will open in May. We have no money.”",
        [("mara-ellingsen", "say", "“The bridge is closed,” ... “It will open in May.")],
    ),
    "across paragraphs": (
        "Mara Ellingsen told parliament: “The bridge is closed.\n\n“It will open again in May.”",
        [("mara-ellingsen", "tell", "“The bridge is closed.")],
    ),
    "according to": (
        "The bridge will open in May, according to Mara Ellingsen.",
        [("mara-ellingsen", "according to", "The bridge will open in May")],
    ),
    "an aside": (
        "The bridge will open in May, Mara Ellingsen told reporters, and will be free for everybody.",
        [("mara-ellingsen", "tell", "The bridge will open in May")],
    ),
    "a noun": (
        "Mara Ellingsen repeated her demand that Norway pay for the bridge.",
        [("mara-ellingsen", "demand", "that Norway pay for the bridge")],
    ),
    "written": (
        "“The bridge is closed,” Mara Ellingsen wrote on Twitter on Monday.",
        [("mara-ellingsen", "write", "“The bridge is closed,”")],
    ),
    "passive": (
        "Norway was accused by Sweden of closing the bridge.",
        [("SWE", "accuse", "of closing the bridge")],
    ),
    "two cues": (
        "Mara Ellingsen said that the bridge was closed and accused Norway of neglect.",
        [
            ("mara-ellingsen", "say", "that the bridge was closed"),
            ("mara-ellingsen", "accuse", "Norway of neglect"),
        ],
    ),
    "two speakers": (
        "Norway and Sweden said that the bridge was closed.",
        [("NOR", "say", "that the bridge was closed"), ("SWE", "say", "that the bridge was closed")],
    ),
    "a relative clause": (
        "Mara Ellingsen, who said that the bridge was closed, left on Monday.",
        [("mara-ellingsen", "say", "that the bridge was closed")],
    ),
    "the idea that is rejected": (
        "Sweden had proposed a toll, an idea that Norway rejected.",
        [("SWE", "propose", "a toll"), ("NOR", "reject", "an idea")],
    ),
    "nested": (
        "Mara Ellingsen said that Sweden had promised to pay for the bridge.",
        [
            ("mara-ellingsen", "say", "that Sweden had promised"),
            ("SWE", "promise", "to pay for the bridge"),
        ],
    ),
    "told by nobody": (
        "“We were told that the bridge would open in May,” Mara Ellingsen said.",
        [
            ("mara-ellingsen", "say", "“We were told that the bridge would open in May,”"),
            ("implicit", "tell", "that the bridge would open in May"),
        ],
    ),
    "negated": (
        "Mara Ellingsen did not say when the bridge would open.",
        [("mara-ellingsen", "say", "when the bridge would open")],
    ),
    "what it stands for": (
        "Sweden wants a toll on the bridge. Norway rejects it.",
        [("SWE", "want", "a toll on the bridge"), ("NOR", "reject", "it")],
    ),
    "described and named": (
        "A retired admiral, Osvaldo Quispeluna, said that the bridge was closed. He called it a disgrace.",
        [
            ("osvaldo-quispeluna", "say", "that the bridge was closed"),
            ("osvaldo-quispeluna", "call", "it a disgrace"),
        ],
    ),
    "promised by": (
        "Mara Ellingsen complained that the boats promised by Norway had not come.",
        [("mara-ellingsen", "complain", "that the boats promised by Norway"), ("NOR", "promise", "the boats")],
    ),
    "as somebody demanded": (
        "Mara Ellingsen promised that the bridge would open in May, as Sweden had demanded.",
        [
            ("mara-ellingsen", "promise", "that the bridge would open in May"),
            ("SWE", "demand", "the bridge would open in May"),
        ],
    ),
    "what somebody disputes is": (
        "“What I dispute is the calendar,” Mara Ellingsen said.",
        [("mara-ellingsen", "say", "“What I dispute is"), ("mara-ellingsen", "dispute", "the calendar")],
    ),
    "call on": (
        "Greenpeace noted that no country had answered and called on Norway to close the bridge.",
        [
            ("greenpeace", "note", "that no country had answered"),
            ("greenpeace", "call on", "Norway to close the bridge"),
        ],
    ),
    "the governments of two": (
        "The governments of Norway and Sweden have announced a new bridge.",
        [("NOR", "announce", "a new bridge"), ("SWE", "announce", "a new bridge")],
    ),
    "the government of whom the text speaks": (
        "Norway closed the bridge on Monday. The government said that it was unsafe.",
        [("NOR", "say", "that it was unsafe")],
    ),
    "an office written like a name": (
        "Mara Ellingsen, the Special Envoy for the North, met ministers in Oslo. The Special Envoy said she was tired.",
        [("mara-ellingsen", "say", "she was tired")],
    ),
    "both governments": (
        "Ministers of Norway and Sweden met in Oslo on Monday. Both governments said that the bridge would open.",
        [("NOR", "say", "that the bridge would open"), ("SWE", "say", "that the bridge would open")],
    ),
    "they who were named together": (
        "Norway and Sweden closed the bridge on Monday. They said that it was unsafe.",
        [("NOR", "say", "that it was unsafe"), ("SWE", "say", "that it was unsafe")],
    ),
    "what is agreed to and refused, said just before": (
        "The bank offered to lend Chad 40 million euros. Chad accepted within a week, but Niger refused.",
        [
            ("bank", "offer to", "to lend Chad 40 million euros"),
            ("TCD", "accept", "to lend Chad 40 million euros"),
            ("NER", "refuse", "to lend Chad 40 million euros"),
        ],
    ),
    "what falls where something was demanded": (
        "The union demanded a rise of 9 per cent. The price of oil declined in March.",
        [("union", "demand", "a rise of 9 per cent")],
    ),
    "who would agree": (
        "Norway asked for a meeting in June. If Chad agreed, talks could begin.",
        [("NOR", "ask for", "a meeting")],
    ),
    "the reporter's word on what was said": (
        "Khartoum shelled the camp, Chad said, a charge Khartoum denied hours before.",
        [("TCD", "say", "Khartoum shelled the camp"), ("SDN", "deny", "a charge")],
    ),
    "of what somebody is accused by others": (
        "Tor Vestby, accused by the Turkish government of planning the raid, left for Oslo.",
        [("TUR", "accuse", "of planning the raid")],
    ),
    "what is wanted done": (
        "Japan shut the port. “We want the ban lifted,” said its economy minister, Mara Torvald.",
        [("JPN", "want", "the ban lifted"), ("mara-torvald", "say", "“We want the ban lifted,”")],
    ),
    "some of many": (
        "Several diplomats said that the bridge was closed. They blamed Norway.",
        [("unnamed", "say", "that the bridge was closed"), ("unnamed", "blame", "Norway")],
    ),
    "an infinitive after a date": (
        "The European Commission threatened in 2024 to take back ninety million euros.",
        [("european-commission", "threaten to", "to take back ninety million euros")],
    ),
    "what is done by words meanwhile": (
        "Tanzania accepted this assurance, while requesting access to the radio logs.",
        [("TZA", "accept", "this assurance"), ("TZA", "request", "access to the radio logs")],
    ),
    "who is quoted by others": (
        "State media quoted President Karimbaev as saying the harvest was good.",
        [("unnamed", "quote", "the harvest was good"), ("karimbaev", "say", "the harvest was good")],
    ),
    "a list that the tree parts": (
        "In a joint statement, France, Germany and Italy condemned the attack.",
        [("FRA", "condemn", "the attack"), ("DEU", "condemn", "the attack"), ("ITA", "condemn", "the attack")],
    ),
    "a colon": (
        'Foreign Minister Mara Ellingsen: "We have no quarrel with Russia."',
        [("mara-ellingsen", ":", "We have no quarrel with Russia")],
    ),
    "a colon before a list": (
        "Three towns on the river: Ilo, Arica and Tacna.",
        [],
    ),
    "a deed": (
        "Mara Ellingsen named a cousin her deputy and cut a deal with the unions.",
        [],
    ),
    "how things look": (
        "The ferries appear to have ties to a shipping clan. They seemed subdued.",
        [],
    ),
    "what seems to show something": (
        "Letters seem to show a quarrel over the bridge.",
        [("unnamed", "show", "a quarrel over the bridge")],
    ),
    "what is on offer": (
        "The shop offers flexible hours for parents. It does not offer paid leave.",
        [],
    ),
    "what nobody is told to think": (
        "Tor Vestby is not known as a speaker. The bridge is increasingly seen as a burden.",
        [],
    ),
    "what is let be understood": (
        "Norway, through its ministry, let it be understood that it would rather wait for the inquiry.",
        [("NOR", "let it be understood", "that it would rather wait for the inquiry")],
    ),
    "an acquaintance": (
        "Mara Ellingsen had known him for years (Vestby has a flat in the tower).",
        [],
    ),
    "what is seen with the eyes": (
        "“We will see our harbour taken away,” Mara Ellingsen said.",
        [("mara-ellingsen", "say", "“We will see our harbour taken away,”")],
    ),
    "what is laughed off": (
        "Mara Ellingsen laughed off the report.",
        [("mara-ellingsen", "laugh off", "the report")],
    ),
    "what is shot down": (
        "Rebels claimed that they had shot down a helicopter.",
        [("rebels", "claim", "that they had shot down a helicopter")],
    ),
    "what is blamed on a thing": (
        "Mara Ellingsen admitted that the bridge was late but blamed the banks.",
        [("mara-ellingsen", "admit", "that the bridge was late"), ("mara-ellingsen", "blame", "the banks")],
    ),
    "what is sought, in a relative clause": (
        "The ministry refused to accept quotas, which Mara Ellingsen has long sought.",
        [("ministry", "refuse", "to accept quotas"), ("mara-ellingsen", "seek", "quotas")],
    ),
    "who is called on to do it": (
        "“We call on Sweden to open the bridge,” Mara Ellingsen said.",
        [
            ("mara-ellingsen", "call on", "Sweden to open the bridge"),
            ("mara-ellingsen", "say", "“We call on Sweden to open the bridge,”"),
        ],
    ),
    "what was asked by nobody": (
        "Mara Ellingsen said she had been told to wait for the inquiry.",
        [
            ("implicit", "tell to", "to wait for the inquiry"),
            ("mara-ellingsen", "say", "she had been told to wait for the inquiry"),
        ],
    ),
    "for what somebody is thanked": (
        "Mara Ellingsen thanked Finland for condemning the attack on the bridge.",
        [
            ("FIN", "condemn", "the attack on the bridge"),
            ("mara-ellingsen", "thank", "Finland for condemning the attack on the bridge"),
        ],
    ),
    "what it is called": (
        "Mara Ellingsen rejected what Sweden called a routine inspection.",
        [
            ("SWE", "call", "a routine inspection"),
            ("mara-ellingsen", "reject", "what Sweden called a routine inspection"),
        ],
    ),
    "at whose request": (
        "The Security Council will meet on Friday at the request of Norway, Mara Ellingsen said.",
        [
            ("NOR", "request", "The Security Council will meet on Friday"),
            ("mara-ellingsen", "say", "The Security Council will meet on Friday at the request of Norway"),
        ],
    ),
    "a will": (
        "Mara Ellingsen said Finland was willing to pay for the bridge.",
        [
            ("FIN", "willing", "to pay for the bridge"),
            ("mara-ellingsen", "say", "Finland was willing to pay for the bridge"),
        ],
    ),
    "what was told in a word": (
        "The bridge is unsafe, and Mara Ellingsen told the minister so.",
        [("mara-ellingsen", "tell", "The bridge is unsafe")],
    ),
    "for what one apologises": (
        "Mara Ellingsen said that Norway apologised for the delay.",
        [("NOR", "apologise", "the delay"), ("mara-ellingsen", "say", "that Norway apologised for the delay")],
    ),
    "what is put forward": (
        "Mara Ellingsen said Sweden had put forward a plan for the bridge.",
        [
            ("SWE", "put forward", "a plan for the bridge"),
            ("mara-ellingsen", "say", "Sweden had put forward a plan for the bridge"),
        ],
    ),
    "in a letter": (
        "A letter from Finland urging both sides to wait was ignored, Mara Ellingsen said.",
        [
            ("FIN", "urge", "both sides to wait"),
            ("mara-ellingsen", "say", "A letter from Finland urging both sides to wait was ignored"),
        ],
    ),
    "whose statement it is": (
        "The bridge has been closed, according to a statement issued on Monday by the Norwegian government.",
        [("NOR", "according to", "The bridge has been closed")],
    ),
    "a subject set apart": (
        "Norway, the host, then suggested closing the bridge.",
        [("NOR", "suggest", "closing the bridge")],
    ),
    "who will be named": (
        "Mara Ellingsen said that a new head of the port would be named this week.",
        [("mara-ellingsen", "say", "that a new head of the port would be named this week")],
    ),
    "who is accused speaks": (
        "A former mayor accused of stealing money from a relief fund told the court that he was innocent.",
        [("implicit", "accuse", "stealing money from a relief fund"), ("unnamed", "tell", "that he was innocent")],
    ),
    "who is blamed speaks": (
        "A former mayor blamed for the collapse of a flood wall told the court that he was innocent.",
        [("implicit", "blame", "the collapse of a flood wall"), ("unnamed", "tell", "that he was innocent")],
    ),
    "a lawyer by his part": (
        "He agreed with Mr Jon Tranmoor SC, defending, that horses are often sold for cash.",
        [("unnamed", "agree", "that horses are often sold for cash")],
    ),
    "what must be told": ("The West must tell Moscow, in plain words, that the next village is one too many.", []),
    "what a page shows": ("It shows a photo of Mara Ellingsen, the head of the port.", []),
    "a post with its account": (
        "The bridge is closed and will stay so. — Mara Ellingsen (@maraell) February 2, 2024",
        [("mara-ellingsen", "—", "The bridge is closed and will stay so.")],
    ),
    "a post above its account": (
        "“The bridge is closed.”\n\n— Mara Ellingsen (@maraell) February 2, 2024\n\nIt opened in May.",
        [("mara-ellingsen", "—", "“The bridge is closed.”")],
    ),
    "whose survey it is": (
        "Fifty percent would pay for the bridge, according to a survey published Thursday by the pollster Voxmeter.",
        [("voxmeter", "according to", "Fifty percent would pay for the bridge")],
    ),
    "whom the content names": (
        "Mara Ellingsen opened the hearing.\n\nSigne Damgaard will hold talks with the port, she said.",
        [("mara-ellingsen", "say", "Signe Damgaard will hold talks with the port")],
    ),
    "what is left open": ("It remains to be seen if Mara Ellingsen wants war or peace.", []),
    "a plain verb in a content": (
        "Mara Ellingsen said Sweden admires the bridge.",
        [("SWE", "admire", "the bridge"), ("mara-ellingsen", "say", "Sweden admires the bridge")],
    ),
}


@pytest.fixture(scope="module")
def line() -> Line:
    return Line(annotator=Annotator())


def article(text: str, **about: str) -> Article:
    return Article(id="a1", text=text, published="2024-05-16", language="en", **about)


def shown(statements: tuple[Statement, ...], text: str) -> list[tuple[str, str, str]]:
    return sorted(
        (
            (one.speaker.entity or one.speaker.kind).split("/")[-1],
            one.cue.lemma,
            " ... ".join(text[slice(*span)] for span in one.content),
        )
        for one in statements
    )


@pytest.mark.parametrize("construction", SAID)
def test_a_construction_is_read(construction: str, line: Line) -> None:
    text, wanted = SAID[construction]
    found = shown(line.extraction(article(text)).statements, text)
    assert [(speaker, lemma) for speaker, lemma, _ in found] == [
        (speaker, lemma) for speaker, lemma, _ in sorted(wanted)
    ]
    for (_, _, content), (_, _, words) in zip(found, sorted(wanted), strict=True):
        assert words in content


def test_a_nested_statement_knows_its_parent_and_a_negated_cue_says_so(line: Line) -> None:
    outer, inner = line.extraction(article(SAID["nested"][0])).statements
    assert (outer.parent, inner.parent) == (None, outer.id)
    (silent,) = line.extraction(article(SAID["negated"][0])).statements
    assert silent.cue.negated


def test_a_quotation_that_runs_on_in_the_next_paragraph_is_one_statement(line: Line) -> None:
    text = SAID["across paragraphs"][0]
    (statement,) = line.extraction(article(text)).statements
    assert statement.form == "direct"
    assert statement.content[-1][1] == len(text)


def test_who_is_told_is_the_addressee(line: Line) -> None:
    (statement,) = line.extraction(article("Mara Ellingsen told Norway that the bridge was closed.")).statements
    assert [one.actor for one in statement.addressees] == ["country/NOR"]


def test_who_has_the_letter_is_the_addressee(line: Line) -> None:
    text = "Mara Ellingsen repeated the charge against Denmark in a letter to Norway on Monday."
    (statement,) = line.extraction(article(text)).statements
    assert [one.actor for one in statement.addressees] == ["country/NOR"]


INTERVIEW = """Mara Ellingsen, the transport minister, spoke to The Fjord Post on Monday.

Fjord Post: Is the bridge closed?

Ellingsen: It is, and I regret it.

Fjord Post: When will it open?

Ellingsen: In May."""


def test_a_paper_that_asks_is_no_person_and_each_turn_a_statement(line: Line) -> None:
    found = line.extraction(article(INTERVIEW, publisher="The Fjord Post")).statements
    turns = [one for one in found if one.cue.lemma == ":"]
    assert [(one.speaker.entity, one.speaker.kind, one.act == "ask") for one in turns] == [
        ("organization/the-fjord-post", "organization", True),
        ("person/mara-ellingsen", "person", False),
        ("organization/the-fjord-post", "organization", True),
        ("person/mara-ellingsen", "person", False),
    ]
    (regret,) = [one for one in found if one.cue.lemma == "regret"]
    assert (regret.speaker.entity, regret.parent) == ("person/mara-ellingsen", turns[1].id)


BRIEFING = """MS ELLINGSEN: Good morning. The bridge is closed.

REPORTER: Jon Dahlby, Northern Wire. When will it open?

MS ELLINGSEN: Mr Dahlby has said that he likes ferries.

REPORTER: Is that an answer?"""


def test_who_asks_may_say_for_whom_and_a_turn_ends_with_its_paragraph(line: Line) -> None:
    found = line.extraction(article(BRIEFING)).statements
    asked = [one for one in found if one.act == "ask"]
    assert [one.speaker.entity for one in asked] == ["person/jon-dahlby", None]
    assert BRIEFING[slice(*asked[0].content[0])] == "When will it open?"
    (told,) = [one for one in found if one.cue.lemma == "say"]
    assert [BRIEFING[slice(*span)] for span in told.content] == ["that he likes ferries"]


def test_initials_and_posts_in_labels_are_those_who_were_named(line: Line) -> None:
    text = (
        "Mara Ellingsen: The bridge is closed.\n\nJon Tranmoor: When will it open?\n\nME: In May.\n\n"
        "PRIME MINISTER TRANMOOR: So we wait.\n\nME: We do."
    )
    turns = [one for one in line.extraction(article(text)).statements if one.cue.lemma == ":"]
    mara, jon = "person/mara-ellingsen", "person/jon-tranmoor"
    assert [one.speaker.entity for one in turns] == [mara, jon, mara, jon, mara]


def test_a_spokesman_is_whom_the_words_above_name(line: Line) -> None:
    text = "Jon Tranmoor, deputy spokesman for the Fjord Council, gave a briefing.\n\n" + BRIEFING.replace(
        "MS ELLINGSEN:", "Spokesman:"
    ).replace("Mr Dahlby has said", "Norway has said")
    found = line.extraction(article(text)).statements
    turns = [one for one in found if one.cue.lemma == ":" and one.act != "ask"]
    assert [one.speaker.entity for one in turns] == ["person/jon-tranmoor"] * 2


@pytest.mark.parametrize(
    ("text", "lemma", "value"),
    [
        ("Mara Ellingsen accused Norway of neglect in March.", "accuse", "2024-03"),
        ("Mara Ellingsen accused Norway last week of closing the bridge.", "accuse", "2024-W19"),
        ("On Monday the ministers met, shook hands and announced a new bridge.", "announce", "2024-05-13"),
        ("The spokesman said by telephone on Tuesday evening that no one was hurt.", "say", "2024-05-14"),
        ("Mara Ellingsen, speaking in Oslo on Friday, said that the bridge would close.", "say", "2024-05-10"),
        ("Testifying before parliament on Monday afternoon, Mara Ellingsen denied it.", "deny", "2024-05-13"),
        ("In a letter dated 4 January, Mara Ellingsen complained about delays.", "complain", "2024-01-04"),
        ("The bank said in its report, published on Monday, that growth would slow.", "say", "2024-05-13"),
        ("A statement issued late on Tuesday night accused Norway of neglect.", "accuse", "2024-05-14"),
        ("Super Tuesday voters said that the bridge was closed.", "say", None),
        ("Mara Ellingsen accepted an invitation to meet in Oslo on June 18.", "accept", None),
        ("The bridge opened on Monday, and Mara Ellingsen believes that it will last.", "believe", None),
    ],
)
def test_a_date_is_when_it_was_said_or_is_not(text: str, lemma: str, value: str | None, line: Line) -> None:
    times = {one.cue.lemma: one.time and one.time.value for one in line.extraction(article(text)).statements}
    assert times[lemma] == value


def test_who_is_meant_by_she_after_a_long_quotation_is_who_the_network_is_sure_of(line: Line) -> None:
    quotation = "“The bridge is closed. It was built in a hurry. Nobody asked the engineers. We will open it in May.”"
    text = f"Mara Ellingsen, a minister, spoke in Oslo. {quotation} She said she was sorry."
    said = [one for one in line.extraction(article(text)).statements if one.cue.lemma == "say"]
    assert [one.speaker.entity for one in said] == ["person/mara-ellingsen"]


def test_where_somebody_is_invited_to_is_not_told(line: Line) -> None:
    article = Article(
        id="a", text="Tor Vestby has invited the ministers to Prague in September.", published="2024-05-09"
    )
    (one,) = line.extraction(article).statements
    assert (one.text, [who.actor for who in one.addressees if who.actor == "country/CZE"]) == ("the ministers", [])


def test_an_idea_is_of_whom_it_was_spoken_of(line: Line) -> None:
    text = "Mara Brask said on Monday she wants to work with Norway in the Arctic. Tor Vestby rejected the idea."
    article = Article(id="a", text=text, published="2024-05-09")
    (one,) = (each for each in line.extraction(article).statements if each.act == "reject")
    assert {item.mention.actor: item.role for item in one.about} == {
        "person/mara-brask": "target",
        "country/NOR": "topic",
    }


@pytest.mark.parametrize(
    "text",
    [
        "Addressing the United Nations, Mara Ellingsen denounced the raid.",
        "Mara Ellingsen denounced the raid while speaking to the United Nations.",
        "Mara Ellingsen, speaking to the United Nations by phone, denounced the raid.",
        "In a speech to the United Nations, Mara Ellingsen said the bridge was closed.",
        "The bridge is closed, Mara Ellingsen said at a meeting with the United Nations.",
    ],
)
def test_who_is_faced_is_spoken_to(line: Line, text: str) -> None:
    article = Article(id="a", text=text, published="2024-05-09", language="en")
    said = line.extraction(article).statements[-1]
    assert [one.actor for one in said.addressees] == ["organization/united-nations"]


@pytest.mark.parametrize(
    "text",
    [
        "Mara Ellingsen accused the minister of meeting the United Nations.",
        "After speaking to the United Nations, Mara Ellingsen denounced the raid.",
    ],
)
def test_who_is_only_told_to_be_met_is_not_spoken_to(line: Line, text: str) -> None:
    article = Article(id="a", text=text, published="2024-05-09", language="en")
    assert line.extraction(article).statements[-1].addressees == ()
