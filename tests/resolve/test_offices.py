"""Who holds the offices that a text describes, with the real network. All people are invented."""

from __future__ import annotations

from kg.line import Line
from kg.model import Article, Extraction


def found(line: Line, text: str) -> Extraction:
    return line.extraction(Article(id="a1", text=text, published="2026-03-12", language="en"))


def speakers(extraction: Extraction, words: str) -> set[str | None]:
    """Who says what contains these words."""
    return {one.speaker.entity for one in extraction.statements if words in one.text}


BRIDGE = (
    "The leaders of Serbia and Kosovo agreed on Monday to open the bridge at Jarinje.\n\n"
    "Talks between Serbian President Dragan Mirkovac and Kosovo's prime minister, Agron Gashnjani, took nine hours. "
    "Mirkovac denied that there was a secret annex. Kosovo's leader said the text would be published.\n\n"
    "NATO spokesman Jan Verhoevel praised both leaders."
)


def test_a_states_leader_is_its_prime_minister(line: Line) -> None:
    assert speakers(found(line, BRIDGE), "would be published") == {"person/agron-gashnjani"}


def test_the_leaders_of_two_states_are_both(line: Line) -> None:
    both = {"person/dragan-mirkovac", "person/agron-gashnjani"}
    extraction = found(line, BRIDGE)
    assert speakers(extraction, "to open the bridge") == both
    (praise,) = (one for one in extraction.statements if one.act == "praise")
    assert {one.mention.actor for one in praise.about} >= both


HOUSE = (
    "The House on Thursday passed a bill that would end the tariffs on grain, and the Senate may follow.\n\n"
    "Rep. Tom Harkavy of Kansas, who wrote the bill, thanked Congress.\n\n"
    "The Honduran president, Lidia Zelmara, said the United States had kept its word.\n\n"
    "Harkavy left Washington on Friday. Senators from Iowa and Ohio met him.\n\n"
    "The president told reporters that he would veto the bill. He promised to campaign in Kansas.\n\n"
    "Speaker Wendell Orrick called the vote a mistake. “They are voting their districts,” the Ohio Republican said."
)


def test_an_unnamed_president_is_of_the_articles_state_and_not_who_was_named_last(line: Line) -> None:
    extraction = found(line, HOUSE)
    assert speakers(extraction, "veto the bill") == {"group/a1/president-of-the-united-states"}
    assert speakers(extraction, "campaign in Kansas") == {"group/a1/president-of-the-united-states"}


def test_a_republican_is_a_person_and_not_the_party(line: Line) -> None:
    assert speakers(found(line, HOUSE), "voting their districts") == {"person/wendell-orrick"}


def test_who_is_named_with_the_post_further_down_goes_before_the_gazetteer(line: Line) -> None:
    extraction = found(
        line,
        "Australia's defence minister has ruled out buying more submarines.\n\n"
        "Defence Minister Brendan Thornwick told parliament in Canberra that the money was not there.",
    )
    assert speakers(extraction, "buying more submarines") == {"person/brendan-thornwick"}


def test_a_minister_of_another_state_is_not_the_articles(line: Line) -> None:
    extraction = found(
        line,
        "Russia will not sign the treaty, Foreign Minister Arkady Lopatnin said. He spoke of it in Moscow.\n\n"
        "The Fijian foreign minister said the text was clear.",
    )
    assert speakers(extraction, "not sign the treaty") == {"person/arkady-lopatnin"}
    assert "person/arkady-lopatnin" not in speakers(extraction, "the text was clear")


def test_of_two_ministers_the_one_who_is_no_deputy_is_the_minister(line: Line) -> None:
    extraction = found(
        line,
        "Interior Minister Zbigniew Kantorow closed two crossings in Poland on Monday. He had warned of it in May. "
        "Kantorow has spoken with Deputy Foreign Minister Uladzimir Kharkevich of Belarus. "
        "The minister said nothing would change.",
    )
    assert speakers(extraction, "nothing would change") == {"person/zbigniew-kantorow"}


def test_the_authorities_of_a_state_are_the_state(line: Line) -> None:
    extraction = found(line, "The Moldovan authorities refused to let the ambassador lay flowers.")
    assert speakers(extraction, "lay flowers") == {"country/MDA"}


def posts(extraction: Extraction) -> set[tuple[str | None, str | None]]:
    return {(one.subject.actor, one.post) for one in extraction.relations if one.predicate == "holds_post"}


def test_what_was_done_to_somebody_is_no_part_of_the_post(line: Line) -> None:
    extraction = found(line, "The move had surprised President Jens Vik. It has embarrassed Prime Minister Ada Roth.")
    assert posts(extraction) == {("person/jens-vik", "President"), ("person/ada-roth", "Prime Minister")}


def test_names_that_an_editor_completed_are_whole(line: Line) -> None:
    extraction = found(
        line,
        "“I will call Foreign Minister [Mara] Vestby,” Ada Roth said in Oslo. "
        "“Secretary [of State Jens] Holm said so, too,” she said.",
    )
    assert posts(extraction) == {("person/mara-vestby", "Foreign Minister"), ("person/jens-holm", "Secretary of State")}
    assert {one.label for one in extraction.entities if one.id.startswith("person/")} == {
        "Mara Vestby",
        "Jens Holm",
        "Ada Roth",
    }


MET = "Chadian Foreign Minister Tuva Dahl and her Malian counterpart Karl Moen met in Accra."


def test_two_who_serve_their_states_are_the_two_leaders_where_nobody_leads_one(line: Line) -> None:
    both = {"person/tuva-dahl", "person/karl-moen"}
    for text in (
        f"{MET} The two leaders condemned the raid in Peru.",
        f"{MET} Both leaders condemned the raid in Peru.",
    ):
        extraction = found(line, text)
        assert speakers(extraction, "the raid") == both
        targets = {item.mention.actor for one in extraction.statements for item in one.about if item.role == "target"}
        assert not targets & both  # neither condemns the other
    others = MET.replace("Chadian Foreign Minister", "Chadian singer").replace("counterpart", "drummer")
    assert not speakers(found(line, f"{others} The two leaders condemned the raid in Peru."), "the raid") & both
