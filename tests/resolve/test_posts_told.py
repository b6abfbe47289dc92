"""Who holds which post, and by what name, as the news tell it; read by the whole line. All but one are invented."""

from __future__ import annotations

import pytest

from kg.line import Line
from kg.model import Article, Extraction


def found(line: Line, text: str) -> Extraction:
    return line.extraction(Article(id="a1", text=text, published="2026-03-12", language="en"))


def told(extraction: Extraction) -> set[tuple[str | None, str, str | None, str | None]]:
    """Whom, how, to whom and as what the relations tie."""
    return {
        (one.subject.actor, one.predicate, one.object.actor if one.object else None, one.post)
        for one in extraction.relations
    }


def test_of_two_bodies_behind_a_post_it_is_of_the_first(line: Line) -> None:
    relations = told(
        found(
            line, "Tor Brask, director of the National Center for Harbour Safety at Columbia University, was surprised."
        )
    )
    assert (
        "person/tor-brask",
        "holds_post",
        "organization/national-center-for-harbour-safety",
        "director",
    ) in relations


def test_a_state_office_is_not_the_partys_whose_member_holds_it(line: Line) -> None:
    relations = told(found(line, "Republican Gov. Kari Vestby vetoed the bill in Washington on Monday."))
    assert ("person/kari-vestby", "member_of", "organization/republican-party", None) in relations
    assert ("person/kari-vestby", "holds_post", None, "Governor") in relations


def test_an_office_without_a_state_is_of_the_one_in_whose_capital_the_sentence_begins(line: Line) -> None:
    text = (
        "Kenya and Ethiopia signed the deal on Tuesday, and Somalia protested.\n\n"
        "Dawit Moen warned that Addis Ababa would not tolerate new fees at the border.\n\n"
        "In Mogadishu, Foreign Minister Abdi Warfaa Brask accused both of going behind Somalia's back."
    )
    assert ("person/abdi-warfaa-brask", "holds_post", "country/SOM", "Foreign Minister") in told(found(line, text))
    visit = "Kenya waits. In Mogadishu, Foreign Minister Wanjiru Brask met traders."  # of Somalia nothing was said
    assert ("person/wanjiru-brask", "holds_post", "country/SOM", "Foreign Minister") not in told(found(line, visit))


def test_the_country_whose_envoy_somebody_was_is_his_own(line: Line) -> None:
    text = (
        "Kenya's transport minister, Wanjiru Brask, and her Ethiopian counterpart, Dawit Moen, signed the deal.\n\n"
        "Moen, who was the country's ambassador to Djibouti until last year, praised Kenya."
    )
    assert ("person/dawit-moen", "holds_post", "country/ETH", "ambassador") in told(found(line, text))


def test_who_would_be_something_is_not(line: Line) -> None:
    relations = told(found(line, "Voters may leave if Kari Vestby is the nominee. Tor Brask is the nominee."))
    assert {one[0] for one in relations if one[3] == "nominee"} == {"person/tor-brask"}


def test_who_runs_a_campaign_against_somebody_heads_no_body(line: Line) -> None:
    extraction = found(line, "Kari Vestby ran a spirited campaign against Tor Brask.")
    assert not [one for one in told(extraction) if one[1] == "holds_post"]


def test_a_place_behind_another_name_is_not_that_of_the_post(line: Line) -> None:
    text = "Among them are Kari Vestby of Missouri and former Pennsylvania environmental secretary Tor Brask."
    brask = next(one for one in found(line, text).entities if one.id == "person/tor-brask")
    assert [one.organization for one in brask.roles] == ["place/6254927"]


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        ("Former Norwegian ambassador to Chad Tor Brask said no.", False),
        ("Norway's ousted prime minister, Tor Brask, said no.", False),
        ("The former spokesman of the Harbour Union, Tor Brask, said no.", False),
        ("Norway declared war. Deposed President Tor Brask said no.", False),
        ("Soldiers in Oslo deposed President Tor Brask.", True),
        ("Norway's exiled opposition leader, Tor Brask, said no.", True),
        ("Norwegian Prime Minister Tor Brask met a former minister.", True),
    ],
)
def test_who_held_a_post_before_does_not_hold_it(line: Line, text: str, holds: bool) -> None:
    extraction = found(line, text)
    assert bool({one for one in told(extraction) if one[0] == "person/tor-brask"}) == holds
    assert [one.roles for one in extraction.entities if one.id == "person/tor-brask"] != [()]


def test_a_leader_of_one_side_of_a_chamber_is_of_the_chamber(line: Line) -> None:
    relations = told(found(line, "“It is shameful,” said Senate Minority Leader Tor Brask in Washington, D.C."))
    posts = [one for one in relations if one[1] == "holds_post"]
    assert posts == [("person/tor-brask", "holds_post", "organization/us-senate", "Minority Leader")]


def test_short_and_full_given_names_are_one_persons(line: Line) -> None:
    extraction = found(line, "Ken Vestby praised the port. Kenneth Vestby said it was safe. Karl Vestby left.")
    people = {one.id for one in extraction.entities if one.kind == "person"}
    assert people == {"person/kenneth-vestby", "person/karl-vestby"}


def test_a_politician_is_known_with_an_initial_that_the_gazetteer_leaves_out(line: Line) -> None:
    extraction = found(line, "The U.S. Senate met in Washington. “It is shameful,” said Harry M. Reid.")
    assert "person/harry-reid" in {one.id for one in extraction.entities}


@pytest.mark.parametrize(
    ("text", "post", "state"),
    [
        ("Tonga's Deputy Prime Minister, Viliami Brask, suggested a way out.", "Deputy Prime Minister", "TON"),
        ("The Solomon Islands Minister for Mines, Tor Brask, hit back.", "Minister for Mines", "SLB"),
        ("Tonga's minister for mines and energy, Tor Brask, agreed.", "minister for mines and energy", "TON"),
        ("Kenya's Minister of Foreign Affairs, Tor Brask, said he was ready.", "Minister of Foreign Affairs", "KEN"),
        ("Belgium, whose foreign minister, Tor Brask, arrived on Monday, will pay.", "foreign minister", "BEL"),
    ],
)
def test_a_post_has_its_rank_its_matter_and_its_state(line: Line, text: str, post: str, state: str) -> None:
    posts = {one[2:] for one in told(found(line, text)) if one[1] == "holds_post"}
    assert posts == {(f"country/{state}", post)}


def test_the_second_of_two_who_hold_posts_keeps_his_state(line: Line) -> None:
    text = "Kenya's president, Amina Vestby, and Ghana's finance minister, Tor Brask, said they had agreed."
    relations = told(found(line, text))
    assert ("person/tor-brask", "holds_post", "country/GHA", "finance minister") in relations


def test_nobody_is_a_state(line: Line) -> None:
    relations = told(found(line, "Kari Vestby won in May. Vestby's foreign minister, Tor Brask, left for Oslo."))
    assert ("person/tor-brask", "holds_post", None, "foreign minister") in relations


def test_whose_chief_justice_somebody_is_does_not_belong_to_the_post(line: Line) -> None:
    relations = told(found(line, "The country's Chief Justice, Wanda Vestby, refused to comment."))
    assert {one[3] for one in relations} == {"Chief Justice"}


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("Nepalese minister Tor Brask told India that his country was spilling water.", "NPL"),
        ("His Beninese counterpart, Tor Brask, said on Monday that his country would wait.", "BEN"),
        ("Nepal was less diplomatic. Energy Secretary Tor Brask told reporters that his country was patient.", "NPL"),
        ("Sudan's ambassador, Tor Brask, left Oslo. He said his country had never closed the road.", "SDN"),
        # Small states, which the network takes for people.
        ("The foreign minister of Andorra, Kari Vestby, said in Madrid that her country would join.", "AND"),
        ("Tuvalu's foreign minister, Tor Brask, said in Suva that his country would vote.", "TUV"),
    ],
)
def test_his_country_is_that_of_whoever_speaks(line: Line, text: str, state: str) -> None:
    said = found(line, text).statements
    assert [one.mention.actor for one in said[0].about] == [f"country/{state}"]


def test_the_government_of_an_ambassador_is_that_which_sent_him(line: Line) -> None:
    text = "Sudan's ambassador, Tor Brask, left Oslo. He said his government had never closed the road."
    assert [one.mention.actor for one in found(line, text).statements[0].about] == ["country/SDN"]


def test_whoever_has_something_keeps_his_post(line: Line) -> None:
    text = "Former President Tor Brask came to Oslo. Kari Vestby praised the former president's patience."
    said = found(line, text).statements
    assert [one.mention.actor for one in said[0].about] == ["person/tor-brask"]


@pytest.mark.parametrize(
    ("text", "who", "post", "of"),
    [
        (
            "Tor Brask, the Republican attorney general of Ohio, said on Monday that the rules went too far.",
            "person/tor-brask",
            "attorney general",
            "place/5165418",
        ),
        (
            "“It was late,” said Marit Moen, a chief of staff to President Jon Vestby.",
            "person/marit-moen",
            "chief of staff",
            None,
        ),
        (
            "Marit Moen, a professor of constitutional law at Princeton University, said the court was slow.",
            "person/marit-moen",
            "professor of constitutional law",
            "organization/princeton-university",
        ),
        (
            "Marit Moen spoke in Oslo. Moen campaign spokesman Tor Brask said that she would return.",
            "person/tor-brask",
            "campaign spokesman",
            None,
        ),
        (
            "Someone asked how Moen could inspire young people the way Sen. Tor Brask had.",
            "person/tor-brask",
            "Senator",
            None,
        ),
        (
            "A poll shows that voters have left the Fishery Guild, led by Tor Brask, in favor of Marit Moen.",
            "person/tor-brask",
            "leader",
            "organization/fishery-guild",
        ),
        (
            "Marit Moen, who led Tor Brask's transition team, considers him her mentor.",
            "person/marit-moen",
            "leader",
            "organization/a1/tor-brask-transition-team",
        ),
    ],
)
def test_a_post_has_all_its_words_and_what_it_is_of(line: Line, text: str, who: str, post: str, of: str | None) -> None:
    assert (who, "holds_post", of, post) in told(found(line, text))


def test_whose_campaign_somebody_chairs_has_not_his_post(line: Line) -> None:
    text = "Tor Brask met Marit Moen. (Mr. Brask is now the chairman of Mrs. Moen's presidential campaign.)"
    assert {who for who, how, _, _ in told(found(line, text)) if how == "holds_post"} == {"person/tor-brask"}


def test_a_nominee_is_of_the_party_that_he_is_called_by(line: Line) -> None:
    text = (
        "Democratic candidate Kari Vestby and Republican candidate Tor Brask met in Ohio on Monday. The Republican "
        "nominee said the plan was weak. The Democratic nominee called it strong, and the Democrat said that was all."
    )
    said = [(one.text, one.speaker.entity) for one in found(line, text).statements]
    assert said == [
        ("the plan was weak", "person/tor-brask"),
        ("it strong", "person/kari-vestby"),
        ("that was all", "person/kari-vestby"),
    ]


def test_no_democrat_is_the_republican_nominee(line: Line) -> None:
    text = (
        "Kari Vestby, the Democratic candidate, met Tor Brask in Ohio. The Republican nominee said the plan was weak."
    )
    assert found(line, text).statements[0].speaker.entity != "person/kari-vestby"


@pytest.mark.parametrize(
    ("text", "post", "state"),
    [
        (
            "Ghana closed two border posts on Monday. Roads Minister Kofi Dahl said lorries would have to wait.",
            "Roads Minister",
            "country/GHA",
        ),
        # What he says tells of another state, which he speaks against.
        (
            "Kenya was angry. Uganda had ignored four letters, Water Minister Ruth Brask said, accusing it of theft.",
            "Water Minister",
            "country/KEN",
        ),
        # Of the state of whoever speaks of her.
        (
            "Norwegian Prime Minister Tor Vestby said Energy Minister Anna Moen would travel to Chad.",
            "Energy Minister",
            "country/NOR",
        ),
        # The state has another one.
        (
            "Chad rejected the offer of Norway. Chadian Trade Minister Omar Dahl met Trade Minister Kari Brask.",
            "Trade Minister",
            "country/NOR",
        ),
        ("In Lusaka, President Mara Ellingsen, who leads Zambia, said nothing.", "President", "country/ZMB"),
        ("Zambia was calm. Vice-President Mara Ellingsen said nothing.", "Vice-President", "country/ZMB"),
        ("Prime Minister Aster Moen of Ethiopia told reporters so.", "Prime Minister", "country/ETH"),
    ],
)
def test_an_office_without_its_state_is_of_the_one_that_is_spoken_of(
    line: Line, text: str, post: str, state: str
) -> None:
    offices = [(how, whose, what) for _, how, whose, what in told(found(line, text))]
    assert ("holds_post", state, post) in offices


@pytest.mark.parametrize(
    "text",
    [
        "Ghana sent a letter. Union president Kofi Dahl said dockers in Tema would strike.",
        "Ghana sent a letter. Press Secretary Kofi Dahl had no comment.",
        "Ghana sent a letter. Former Roads Minister Kofi Dahl was not surprised.",
        "Ghana sent a letter. The league met, and its president, Kofi Dahl, resigned.",
        "ACCRA, Nov 25 - Ghana sent a letter. Lusen's water minister, Abel Daro, said it had come.",
        "Minister Abel Daro received the ambassador of Ghana on Tuesday. The two sides discussed trade.",
    ],
)
def test_what_is_no_office_of_a_state_or_of_a_body_unknown_is_of_no_state(line: Line, text: str) -> None:
    assert all(whose != "country/GHA" for _, how, whose, _ in told(found(line, text)) if how == "holds_post")


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        (
            "The Norwegian Foreign Ministry rejected the report on Monday. “It is wrong,” spokesman Tor Brask told us.",
            ("person/tor-brask", "spokesperson_for", "organization/norway-foreign-ministry"),
        ),
        (
            "NAIROBI - Kenya was calm. Government spokesman Tor Brask said so.",
            ("person/tor-brask", "spokesperson_for", "country/KEN"),
        ),
        (
            "The United States left the treaty. President Barack Obama had signed it years before.",
            ("person/barack-obama", "holds_post", "country/USA"),
        ),
        (
            "The United States was calm. US Treasury Secretary Tor Brask denied it.",
            ("person/tor-brask", "holds_post", "country/USA"),
        ),
        (
            "Danish Foreign Minister Jon Moen was in Muscat. He met his Omani counterpart, Ali Roth, on Monday.",
            ("person/ali-roth", "holds_post", "country/OMN"),
        ),
        (
            "Tuva Dahl, an analyst at the Institute for Harbour Studies, was surprised.",
            ("person/tuva-dahl", "member_of", "organization/institute-for-harbour-studies"),
        ),
        (
            "Republican nominee Tor Vestby spoke in Ohio.",
            ("person/tor-vestby", "member_of", "organization/republican-party"),
        ),
    ],
)
def test_ministers_are_the_states_their_equals_have_their_posts_and_nominees_belong_to_a_party(
    line: Line, text: str, relation: tuple[str, str, str]
) -> None:
    assert relation in {(who, how, whose) for who, how, whose, _ in told(found(line, text))}


def test_who_works_for_a_ministry_or_is_an_equal_of_nobody_known_is_no_minister(line: Line) -> None:
    relations = told(found(line, "Tor Brask, an undersecretary at the Danish Trade Ministry, denied it."))
    assert all(whose != "country/DNK" for _, how, whose, _ in relations if how == "holds_post")
    assert not told(found(line, "Tor Brask met his Omani counterpart, Ali Roth, on Monday."))


@pytest.mark.parametrize(
    ("text", "state"),
    [
        (
            (
                "Chadian President Karl Dahl said that the war must end. The opposition in Caracas agreed.\n\n"
                "Foreign Minister Kari Vestby has kept in constant touch with Venezuela's government, aides said."
            ),
            "country/TCD",
        ),
        (
            (
                "Chadian President Karl Dahl said that the war must end. The opposition in Caracas agreed.\n\n"
                "Venezuela will not yield. Foreign Minister Kari Vestby said that prices had risen."
            ),
            "country/VEN",
        ),
        ("Venezuela will hold talks with Chad, Foreign Minister Kari Vestby said.", "country/VEN"),
    ],
)
def test_a_minister_is_not_of_the_state_he_deals_with(line: Line, text: str, state: str) -> None:
    assert ("person/kari-vestby", "holds_post", state, "Foreign Minister") in told(found(line, text))


@pytest.mark.parametrize(
    ("text", "words", "who"),
    [
        (
            (
                "Envoys praised the talks between the Russian president and the prime minister with their Indian "
                "counterparts."
            ),
            "the prime minister",
            "person/mikhail-mishustin",
        ),
        ("The Russian president and the prime minister said no.", "the prime minister", "person/mikhail-mishustin"),
        ("The Russian president and the Indian prime minister said no.", "the Indian", "person/narendra-modi"),
        ("The Russian president and the secretary-general said no.", "the secretary", None),
    ],
)
def test_posts_that_stand_beside_each_other_are_of_one_state(line: Line, text: str, words: str, who: str) -> None:
    mentions = line.extraction(Article(id="a", text=text, published="2022-07-24", language="en")).mentions
    start = text.index(words)
    assert next((one.actor for one in mentions if one.start == start), None) == who


def test_a_post_that_the_gazetteer_knows_is_of_whom_it_says(line: Line) -> None:
    text = "Joe Biden was the U.S. president. His national security adviser, Jake Sullivan, knew an envoy, Tor Brask."
    relations = told(line.extraction(Article(id="a", text=text, published="2022-07-24", language="en")))
    assert ("person/jake-sullivan", "holds_post", "country/USA", "national security adviser") in relations
    assert ("person/tor-brask", "holds_post", None, "envoy") in relations
