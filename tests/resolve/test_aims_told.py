"""At whom statements of the news are aimed and what they do, read by the whole line. All people are invented."""

from __future__ import annotations

import pytest

from kg.line import Line
from kg.model import Article, Statement


def told(line: Line, text: str) -> list[Statement]:
    return list(line.extraction(Article(id="a", text=text, published="2024-05-09")).statements)


def said(line: Line, words: str, text: str) -> Statement:
    """The longest statement that has these words in it: the outermost."""
    return max((one for one in told(line, text) if words in one.text), key=lambda one: len(one.text))


def about(one: Statement) -> set[tuple[str | None, str]]:
    return {(item.mention.actor, item.role) for item in one.about}


def test_whom_somebody_takes_aim_at_is_criticised(line: Line) -> None:
    one = said(line, "Vestby", "Mara Ellingsen took aim at Chancellor Tor Vestby, too.")
    assert one.act == "criticise"
    assert about(one) == {("person/tor-vestby", "target")}


def test_who_is_challenged_to_do_something_is_to_do_it(line: Line) -> None:
    one = said(line, "to publish", "Mara Ellingsen challenged Tor Vestby to publish the letter.")
    assert (one.act, about(one)) == ("demand", {("person/tor-vestby", "target")})


def test_what_we_ask_and_expect_of_others_is_aimed_at_all_of_them(line: Line) -> None:
    one = said(line, "to talk", "“We ask Sudan and Chad to talk,” the envoy, Grace Mutesi, said.")
    assert about(one) == {("country/SDN", "target"), ("country/TCD", "target")}
    text = "“We expect the Georgian authorities to act within weeks,” said Lena Horvath, a spokeswoman."
    assert said(line, "to act", text).act == "demand"


def test_to_whom_somebody_is_grateful_is_praised(line: Line) -> None:
    text = "James Okello thanked Uganda. “We are grateful to the Kenyan parliament,” he added."
    assert ("organization/kenya-parliament", "target") in about(said(line, "grateful", text))
    text = "“Nurses deserve better from Norway,” Siv Moe said."
    one = said(line, "deserve", text)
    assert (one.act, about(one)) == ("criticise", {("country/NOR", "target")})


def test_the_possessor_of_an_act_is_not_whom_it_is_aimed_at(line: Line) -> None:
    text = "The ministers of Chad met. They expressed their gratitude to Switzerland for its hospitality."
    assert ("country/CHE", "target") in about(said(line, "Switzerland", text))


def test_who_is_sorry_admits_and_who_is_sorry_for_others_does_not(line: Line) -> None:
    assert said(line, "sorry", "Luc Barbier wrote that he was sorry.").act == "admit"
    assert said(line, "hurt", "“My words hurt our Italian friends,” Luc Barbier said.").act == "admit"
    assert said(line, "leaving", "“We are so sorry you are leaving,” Mara Ellingsen said.").act != "admit"


def test_they_whom_a_state_was_just_blamed_for_are_its_people(line: Line) -> None:
    text = "Yahya Mansour blamed Saudi Arabia for the hunger. “They bomb the bridges,” he said in a speech."
    assert about(said(line, "bomb", text)) == {("country/SAU", "target")}


def test_whoever_is_told_it_is_you(line: Line) -> None:
    one = said(line, "failed", "“You have failed us,” Mara Ellingsen told Defence Minister Anders Hjelm.")
    assert (one.act, about(one)) == ("accuse", {("person/anders-hjelm", "target")})


def test_who_is_bidden_to_do_something_for_the_speaker_is_demanded_it(line: Line) -> None:
    assert said(line, "figures", "“Give us the figures,” Mara Ellingsen said. “Then we will talk.”").act == "demand"
    assert said(line, "not vote", "Mara Ellingsen said that fish “do not vote and do not pay.”").act != "demand"


def test_the_charge_is_that_of_whoever_made_it(line: Line) -> None:
    text = (
        "“Chad must stop arming these men,” Foreign Minister Idris Wadalla of Sudan said. Chad denied that it was "
        "helping them. Mahamat Ouddei, a government spokesman, called the charge “a lie”."
    )
    assert ("person/idris-wadalla", "target") in about(said(line, "the charge", text))


def test_the_decision_of_the_day_is_not_of_who_only_says_something(line: Line) -> None:
    text = (
        "Mara Ellingsen said on Wednesday that she would not be lectured, a day after Denmark closed a bank.\n\n"
        "“We are nobody's yard,” Tor Vestby told a crowd. He called the decision arbitrary."
    )
    assert ("person/mara-ellingsen", "target") not in about(said(line, "arbitrary", text))


def test_where_something_is_said_nobody_is_blamed_by_it(line: Line) -> None:
    text = "At the Democrat debate on Wednesday night, Mara Ellingsen blamed the “fog of war” for the failure."
    assert about(said(line, "fog", text)) == set()


def test_whoever_wrote_the_letter_says_what_it_warns_of(line: Line) -> None:
    text = (
        "In a letter to the United Nations, Bolivia complained that Chile was draining a river. The letter asks the "
        "Security Council to send observers. It warns that the dispute could spread."
    )
    assert {one.speaker.entity for one in told(line, text)} == {"country/BOL"}


def test_who_tells_reporters_tells_nobody_whom_he_told_before(line: Line) -> None:
    text = (
        "Rahim Zadran told General Asif Durrani that the men had come from elsewhere. "
        "“We are blamed for others,” he told reporters after the meeting."
    )
    assert [one.actor for one in said(line, "had come", text).addressees] == ["person/asif-durrani"]
    assert not said(line, "for others", text).addressees


def test_a_day_alone_is_not_what_was_said(line: Line) -> None:
    assert not told(line, "Selim Karaca apologised the next day.")


def test_the_united_states_are_it(line: Line) -> None:
    assert said(line, "stood", "The United States said it stood by its ally.").act == "support"


def test_who_was_demanded_something_refuses_it(line: Line) -> None:
    text = "Health Minister Femke Visser spoke. Bas Vestby demanded that Visser step down. She refused."
    (refused,) = [one for one in told(line, text) if one.act == "refuse"]
    assert refused.speaker.entity == "person/femke-visser"


def test_what_nobody_is_too_big_for_is_no_criticism_and_what_we_did_is_owned_up_to(line: Line) -> None:
    assert said(line, "let them", "“We let them down,” Femke Visser said.").act == "admit"
    assert said(line, "happy", "“We are not happy with it,” Femke Visser said.").act == "criticise"
    assert said(line, "happy", "“We are happy with it,” Femke Visser said.").act == "praise"
    assert said(line, "regret", "“Those who gave the order will regret it,” Andrei Vestby said.").act == "threaten"
    assert said(line, "bullied", "Norwegian Minister Ida Dahl said Norway would not be bullied.").act == "refuse"


def test_who_said_what_is_called_shameful_or_too_late_is_criticised(line: Line) -> None:
    text = "Farai Gumbo suggested that Moyo had staged his own disappearance. Ida Dahl said the remark was shameful."
    assert ("person/farai-gumbo", "target") in about(said(line, "shameful", text))
    text = "Julia Otero promised to publish the contracts. Ignacio Vera said it was too little, too late."
    assert about(said(line, "too late", text)) == {("person/julia-otero", "target")}


def test_the_launch_is_of_whoever_fired_by_what_is_told_first(line: Line) -> None:
    text = (
        "North Korea fired two missiles into the sea on Thursday, the military of Japan said.\n\n"
        "Seoul condemned the launch as a provocation."
    )
    assert about(said(line, "provocation", text)) == {("country/PRK", "target")}


def test_all_who_could_turn_a_threat_away_are_its_targets(line: Line) -> None:
    text = "Iran spoke on Monday. It threatened further steps if Norway and Denmark went ahead with their drills."
    assert about(said(line, "further steps", text)) == {("country/NOR", "target"), ("country/DNK", "target")}


def test_each_warns_the_other_where_warnings_are_exchanged(line: Line) -> None:
    text = "The council met hours after Israel and Lebanon exchanged warnings over incidents along the border."
    aims = {(one.speaker.entity, frozenset(about(one))) for one in told(line, text) if one.act == "warn"}
    assert aims == {
        ("country/ISR", frozenset({("country/LBN", "target")})),
        ("country/LBN", frozenset({("country/ISR", "target")})),
    }


def test_she_is_no_state_that_spoke_before(line: Line) -> None:
    text = (
        "China's coast guard urged Manila to stop. President Isabel Cordero of the Philippines met her cabinet. "
        "She ruled out a military response."
    )
    assert about(said(line, "military response", text)) == set()


def test_who_has_somebodys_trust_is_supported_and_what_one_would_be_is_not_owned_up_to(line: Line) -> None:
    assert said(line, "trust", "The Greens left. “He has our trust,” said spokeswoman Carla Soto.").act == "support"
    assert said(line, "wrong", "“I would rather be wrong than sorry,” Hemi Walker said.").act != "admit"
    assert said(line, "when", "“We cannot say when, but the signs are there,” Hemi Walker said.").act != "refuse"
    assert said(line, "nothing", "“I sign nothing that I am ashamed of,” Goran Tadic said.").act != "agree"


def test_whose_example_others_should_follow_is_asked_for_nothing(line: Line) -> None:
    text = "Chad thanked the European Union for a payment. Hassan Abakar said that others should follow its example."
    assert ("organization/european-union", "target") not in about(said(line, "example", text))


def test_the_reproach_is_that_of_whoever_made_it(line: Line) -> None:
    text = "“They do nothing,” Hassan Abakar said of Gulf states. Norway rejected the reproach."
    assert about(said(line, "the reproach", text)) == {("person/hassan-abakar", "target")}


def test_who_is_challenged_to_a_debate_is_to_come(line: Line) -> None:
    text = "Rok Bevc left. Nik Oman described the law as a gift to spies, and challenged Bevc to a debate."
    one = said(line, "debate", text)
    assert (one.act, about(one)) == ("demand", {("person/rok-bevc", "target")})


def test_nobody_is_told_a_thing_at_a_party_dinner_and_standing_firm_is_no_company(line: Line) -> None:
    text = "The Green Party gathered. Hugh Penrose told a party dinner that the court was wrong."
    assert not said(line, "wrong", text).addressees
    text = "Ewa Lis stayed. The miners' union thanked Lis for standing firm."
    assert about(said(line, "firm", text)) == {("person/ewa-lis", "target")}


def test_such_language_is_that_of_whoever_spoke(line: Line) -> None:
    text = "Royd Kabwatha said that rioters would be shot. The bishops' conference said such language was unhelpful."
    assert ("person/royd-kabwatha", "target") in about(said(line, "unhelpful", text))


def test_who_calls_his_own_words_clumsy_owns_up(line: Line) -> None:
    assert said(line, "clumsy", "Hugh Penrose told reporters that his words had been clumsy.").act == "admit"


def test_whoever_is_trusted_is_whom_the_support_is_for(line: Line) -> None:
    one = said(line, "confidence", "Ida Dahl said Norway had full confidence in Denmark.")
    assert (one.act, about(one)) == ("support", {("country/NOR", "topic"), ("country/DNK", "target")})


def test_they_are_whom_the_body_of_the_speaker_has_just_accused(line: Line) -> None:
    text = (
        "The fishing union accused Norway of giving in over cod. “They have sold our waters,” said Ida Dahl, the "
        "union's leader."
    )
    assert about(said(line, "sold", text)) == {("country/NOR", "target")}


def test_people_told_of_by_the_way_are_nobody_to_be_accused(line: Line) -> None:
    text = "“This is not the budget we promised the voters,” said Nik Oman. “They are robbing the young,” said Ewa Lis."
    assert not about(said(line, "robbing", text))


def test_its_neighbour_is_the_other_state_that_is_spoken_of(line: Line) -> None:
    text = "The European Commission took Hungary to court. Poland expressed solidarity with its neighbour."
    assert about(said(line, "neighbour", text)) == {("country/HUN", "target")}
    text = (
        "Malaysia urged Indonesia to do more. “We expect our neighbour to put out its fires,” said the Malaysian "
        "minister Azmi Rahman."
    )
    assert ("country/IDN", "target") in about(said(line, "fires", text))
    text = "Norway, Denmark and Sweden met. Norway thanked its ally."
    assert not about(said(line, "ally", text))


def test_an_unnamed_counterpart_or_ambassador_is_his_state(line: Line) -> None:
    text = "The Polish prime minister, Ewa Lis, thanked her Ukrainian counterpart for his patience."
    assert about(said(line, "counterpart", text)) == {("country/UKR", "target")}


def test_who_is_dismayed_holds_it_against_whoever_has_just_refused(line: Line) -> None:
    text = "Iran rejected the plan to open the site. Germany said it was deeply disappointed."
    assert about(said(line, "disappointed", text)) == {("country/IRN", "target"), ("country/DEU", "topic")}


def test_who_deserves_better_is_not_to_blame(line: Line) -> None:
    assert ("country/SDN", "target") not in about(
        said(line, "deserve", "“The people of Sudan deserve better than this,” Ida Dahl said.")
    )


def test_the_verdict_is_nobodys_who_spoke_after_it(line: Line) -> None:
    text = "Harrow was fined. Tom Bell apologised to customers. Consumer groups welcomed the verdict."
    assert ("person/tom-bell", "target") not in about(said(line, "verdict", text))


def test_both_leaders_are_the_two_who_were_spoken_of_together(line: Line) -> None:
    text = (
        "Serbian President Goran Tadic met Kosovo's prime minister, Arben Hoxha. Both men smiled. Ida Dahl, the leader "
        "of the union, was there. The leader of the port, Rok Bevc, was not. The bridge is old. It needs paint. It is "
        "long. Community leaders waited. Hugh Penrose praised both leaders."
    )
    one = said(line, "both leaders", text)
    assert about(one) == {("person/goran-tadic", "target"), ("person/arben-hoxha", "target")}


def test_an_opposition_leader_does_not_speak_for_the_state_that_he_accuses(line: Line) -> None:
    for words in ("Catalan leader Jordi Puig", "Spanish lawmaker Ana Sol"):
        one = said(line, "lied", f"{words} said Madrid had lied for years.")
        assert (one.act, about(one)) == ("accuse", {("country/ESP", "target")})
    text = "Greenland's leader, Aqqaluk Petersen, said Greenland would not pay."
    assert said(line, "pay", text).act == "refuse"


def test_a_union_secretary_is_no_official_of_his_state(line: Line) -> None:
    text = (
        "Nigeria's oil workers suspended their strike after the government agreed to raise pay. The union's secretary, "
        "Chidi Okafor, hailed the decision."
    )
    assert ("country/NGA", "target") in about(said(line, "decision", text))


def test_what_an_earlier_sentence_tells_of_a_ruling_holds_however_far_away(line: Line) -> None:
    text = (
        "Norway's highest court ruled on Monday that the ferry was safe. Tor Vestby bought a ticket. The sea was calm. "
        "The bridge is old. It needs paint. Ewa Lis said she regretted the ruling."
    )
    (aim,) = [item for item in said(line, "ruling", text).about if item.role == "target"]
    assert aim.mention.kind == "organization"


def test_whom_a_wrong_is_done_to_has_not_done_it(line: Line) -> None:
    text = "The digging, Ida Dahl said, had destroyed the livelihood of the people of Niger."
    assert ("country/NER", "target") not in about(said(line, "livelihood", text))
    assert ("country/YEM", "target") not in about(
        said(line, "forgotten", "“The world has forgotten Yemen,” Ida Dahl said.")
    )


def test_who_has_no_right_to_object_is_criticised(line: Line) -> None:
    one = said(line, "right", "Denmark said Norway had no right to object.")
    assert (one.act, about(one)) == ("criticise", {("country/NOR", "target")})


def test_what_is_called_theft_is_criticised_and_who_recalls_his_envoy_says_nothing(line: Line) -> None:
    found = told(line, "Denmark recalled its ambassador and called the accord an act of theft.")
    assert [(one.act, one.cue.lemma) for one in found] == [("criticise", "call")]


def test_who_insists_that_aid_is_on_its_way_asks_for_nothing(line: Line) -> None:
    assert said(line, "aid", "Relief Minister Kamal Rana insisted that all aid was on its way.").act == "claim"


def test_the_judges_are_the_court_that_was_spoken_of(line: Line) -> None:
    text = "Spain's Supreme Court ruled on Tuesday that the law was void. Ana Sol thanked the judges for their courage."
    assert about(said(line, "judges", text)) == {("organization/supreme-court-of-spain", "target")}
    alone = said(line, "judges", "Ana Sol thanked the judges for their courage.")
    assert about(alone) == {("group/a/judges", "target")}


def test_whose_vote_or_behaviour_is_judged_is_who_is_criticised(line: Line) -> None:
    text = "Jon Dahl voted for the bill. Ewa Lis called his vote an irresponsible one."
    assert about(said(line, "vote an", text)) == {("person/jon-dahl", "target")}
    text = "Ewa Lis was alarmed. Rok Bevc said he was alarmed about Jon Dahl's behavior."
    assert ("person/jon-dahl", "target") in about(said(line, "behavior", text))


def test_what_the_court_ruled_is_its_own_also_where_it_is_called_names(line: Line) -> None:
    text = "Norway's highest court ruled that the ferry was safe. Ewa Lis called the ruling an invitation to thieves."
    (aim,) = [item for item in said(line, "invitation", text).about if item.role == "target"]
    assert aim.mention.kind == "organization"


def test_the_vote_is_that_of_the_parliament_which_passed_or_rejected_it(line: Line) -> None:
    text = "The European Parliament on Thursday rejected a plan. The farmers' group Terra called the vote a disaster."
    assert about(said(line, "the vote", text)) == {("organization/european-parliament", "target")}


def test_who_is_held_responsible_is_accused(line: Line) -> None:
    text = "“We hold the Ethiopian government fully responsible for this,” said Amina Wekesa, Kenya's foreign minister."
    one = said(line, "responsible", text)
    assert (one.act, about(one)) == ("accuse", {("country/ETH", "target")})
    one = said(line, "responsible", "Kenya holds Ethiopia responsible for the deaths, Amina Wekesa said.")
    assert (one.act, about(one)) == ("accuse", {("country/KEN", "topic"), ("country/ETH", "target")})
    text = "“We do not hold the Ethiopian government responsible,” said Amina Wekesa, Kenya's foreign minister."
    assert said(line, "responsible", text).act != "accuse"


def test_who_says_that_he_should_have_done_something_admits_it(line: Line) -> None:
    assert said(line, "sooner", "“We should have written sooner,” said the minister, Henrik Aalto.").act == "admit"
    assert said(line, "should", "Henrik Aalto said Oslo should have written sooner.").act != "admit"


def test_both_governments_that_trade_blame_blame_each_other(line: Line) -> None:
    text = "Serbia and Kosovo fought. Serbia's army called it a raid, and the two governments traded blame over it."
    aimed = {one.speaker.entity: about(one) for one in told(line, text) if one.act == "accuse"}
    blamed = {who: {each for each in whom if each[1] == "target"} for who, whom in aimed.items()}
    assert blamed == {
        "country/SRB": {("country/XKX", "target")},
        "country/XKX": {("country/SRB", "target")},
    }


def test_both_governments_are_those_who_acted_together_not_one_named_by_the_way(line: Line) -> None:
    text = (
        "Kenya and Ethiopia signed an accord. Kenya's minister, Wairimu Kanyotu, praised it. She smiled. It rained. "
        "Tadesse Worku Bekele, who was Ethiopia's ambassador to Djibouti until May, said that Addis Ababa paid.\n\n"
        "In Mogadishu, Guled Warsame Farole accused both governments of theft."
    )
    aimed = [one for one in told(line, text) if one.act == "accuse"]
    targets = {who for one in aimed for who, role in about(one) if role == "target"}
    assert len(aimed) == 1
    assert targets == {"country/KEN", "country/ETH"}


def test_who_would_call_a_meeting_threatens_nobody(line: Line) -> None:
    text = (
        "Tomas Lindqvist said he would call a summit of leaders next week if ambassadors could not settle the matter."
    )
    assert said(line, "summit", text).act != "threaten"


def test_he_is_who_asked_not_to_be_named_because_he_may_not_speak(line: Line) -> None:
    text = (
        "“They spoke a language we did not understand,” said Lokwang Ekal, 46. A "
        "police commander in Turkana, who asked not to be named because he was not authorised to speak to the press, "
        "said he doubted that soldiers had been involved."
    )
    assert [one.speaker.kind for one in told(line, text) if "doubted" in one.text or "soldiers" in one.text] == [
        "unnamed",
        "unnamed",
    ]


def test_the_administration_of_which_a_spokesman_speaks_is_his_own(line: Line) -> None:
    text = "Israel voted to expand its operation. Bill Harper, a State Department spokesman, said the administration "
    one = said(line, "committed", text + "remained committed to a deal.")
    assert ("country/USA", "topic") in about(one)
    assert ("country/ISR", "topic") not in about(one)


def test_a_party_chairman_who_speaks_is_not_the_party(line: Line) -> None:
    text = "Georgia's ruling party won on Monday. “This is transparency,” ruling party chairman Irakli Beridze told us."
    assert said(line, "transparency", text).speaker.entity == "person/irakli-beridze"


def test_what_is_pushed_through_is_not_demanded(line: Line) -> None:
    assert not told(
        line, "Georgia's ruling party pushed a disputed media bill through its second reading on Wednesday."
    )


def test_the_two_who_agree_are_who_met_in_the_sentence(line: Line) -> None:
    text = (
        "Peru's Congress rejected a motion to censure Prime Minister Rosa Quispe over a contract, sparing President "
        "Luis Tafur a crisis. Quispe denied any wrongdoing.\n\nTafur thanked lawmakers. The president met his "
        "Brazilian counterpart in Manaus and the two agreed to reopen a border post."
    )
    agreed = {one.speaker.entity for one in told(line, text) if one.act == "agree"}
    assert agreed == {"person/luis-tafur", "country/BRA"}


def test_each_side_is_of_the_two_in_the_sentence(line: Line) -> None:
    text = (
        "The United States and Japan will hold drills. The drills follow a collision in March between a Chinese coast "
        "guard ship and a Philippine supply boat, for which each side blamed the other."
    )
    assert {one.speaker.entity: about(one) for one in told(line, text)} == {
        "country/CHN": {("country/PHL", "target")},
        "country/PHL": {("country/CHN", "target")},
    }


def test_the_junta_is_that_of_the_state_with_military_rulers(line: Line) -> None:
    text = (
        "Mali's military rulers have ordered the United Nations to leave Mali. A diplomat in Dakar said the move had "
        "been expected. Bintu Sesay called on both the junta and the UN to keep talking."
    )
    assert about(said(line, "junta", text)) == {("country/MLI", "target"), ("organization/united-nations", "target")}


def test_who_regrets_a_decision_of_others_criticises_it(line: Line) -> None:
    assert said(line, "decision", "“We regret this decision,” the spokesman, Arun Mehta, said.").act == "criticise"
    assert said(line, "deaths", "“We regret the deaths,” the spokesman, Arun Mehta, said.").act == "admit"


def test_what_is_fought_as_it_is_no_enemy_and_asked_for_nothing(line: Line) -> None:
    text = (
        "The World Health Organization said that cholera had spread to Angola, and appealed for 40 million dollars to "
    )
    found = line.extraction(Article(id="a", text=text + "fight it.", published="2024-05-09"))
    assert not found.relations
    assert [about(one) for one in found.statements if one.act == "demand"] == [set()]


def test_what_others_must_do_is_demanded_in_quotation_marks_too(line: Line) -> None:
    text = "Meera Rao said Pakistan must “dismantle the camps from which these men are sent”."
    one = said(line, "dismantle", text)
    assert (one.act, about(one)) == ("demand", {("country/PAK", "target")})


def test_what_others_share_is_no_charge(line: Line) -> None:
    text = "Japan's minister, Haruki Tanabe, who chaired the talks, said members “share the concern, not the cure”."
    assert said(line, "share", text).act not in ("accuse", "criticise")


def test_who_said_nothing_denied_nothing(line: Line) -> None:
    text = "France condemned the coup. Benin and Ghana said nothing."
    found = [one for one in told(line, text) if one.text == "nothing"]
    assert {one.speaker.entity for one in found} == {"country/BEN", "country/GHA"}
    assert {(one.act, one.polarity, one.certainty) for one in found} == {("say", "negative", "unknown")}


def test_what_a_text_would_do_nobody_promises(line: Line) -> None:
    text = (
        "Prime Minister Petero Vuni refused. He said the text was secret and that its release would put men in danger."
    )
    assert said(line, "release", text).act not in ("promise", "announce")


def test_what_is_aimed_at_nobody_is_no_charge(line: Line) -> None:
    text = (
        "China's embassy in Suva called the concern a smear and said that the pact was not aimed at any third country."
    )
    assert said(line, "aimed", text).act == "deny"


def test_each_of_two_accuses_the_other(line: Line) -> None:
    text = "Chad and Sudan exchanged fire across their border on Monday, and each accused the other of starting it."
    assert {one.speaker.entity: ("country/TCD", "target") in about(one) for one in told(line, text)} == {
        "country/TCD": False,
        "country/SDN": True,
    }


def test_of_whom_it_is_said_beside_the_cue_it_speaks(line: Line) -> None:
    text = "“He is a coward and a liar,” Mara Ellingsen said of Ivo Marek."
    assert about(said(line, "coward", text)) == {("person/ivo-marek", "target")}
    text = "“It does not change much,” Mara Ellingsen said of Tor Vestby’s plan. “It came too late.”"
    one = said(line, "much", text)
    assert one.text == '"It does not change much," ... "It came too late."'
    assert {actor for actor, _ in about(one)} == {"person/tor-vestby"}


def test_who_is_named_behind_what_he_is_is_aimed_at(line: Line) -> None:
    text = "Mara Ellingsen dismissed NATO member Estonia as a suburb of Riga."
    assert ("country/EST", "target") in about(said(line, "suburb", text))
    text = "Mara Ellingsen condemned Bergen, Norway, police officer Kari Moen for shooting a dog."
    assert ("person/kari-moen", "target") in about(said(line, "dog", text))


def test_the_media_of_a_state_are_not_the_state(line: Line) -> None:
    text = "Mara Ellingsen blasted the American media for being dishonest."
    assert about(said(line, "media", text)) == set()
    text = "In an interview with the network, he blasted the American media for being “unbelievably dishonest.”"
    assert about(said(line, "media", text)) == set()


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("Malawi called for Minister Karl Moen to be released at once.", None),
        ("Malawi demanded that Karl Moen be freed.", None),
        ("Malawi demanded Karl Moen's release.", None),
        ("Malawi asked for Karl Moen to be sent home.", None),
        ("Malawi called for Karl Moen to resign.", "person/karl-moen"),
        ("Malawi demanded the resignation of Karl Moen.", "person/karl-moen"),
        ("Malawi called on Karl Moen to be patient.", "person/karl-moen"),
    ],
)
def test_to_whom_something_is_to_be_done_it_is_not_demanded_from(line: Line, text: str, target: str | None) -> None:
    (one,) = told(line, text)
    assert {who for who, role in about(one) if role == "target"} == ({target} if target else set())
    assert "person/karl-moen" in {who for who, _ in about(one)}


@pytest.mark.parametrize(
    ("text", "words", "whom"),
    [
        ("Siv Moe said that the pro-reform camp needed to respect the court.", "reform", "pro-reform-camp"),
        ("Siv Moe accused the far right of wrecking the talks.", "wrecking", "far-right"),
        ("“The Left has betrayed the nurses,” Siv Moe said.", "betrayed", "left"),
        ("Siv Moe blamed the Vestby clan for the shortage.", "shortage", "vestby-clan"),
    ],
)
def test_camps_and_clans_are_aimed_at(line: Line, text: str, words: str, whom: str) -> None:
    assert about(said(line, words, text)) == {(f"group/a/{whom}", "target")}


@pytest.mark.parametrize("place", ["refugee camp", "right bank", "army camp"])
def test_other_camps_and_what_is_right_of_something_are_not(line: Line, place: str) -> None:
    assert about(said(line, "leave", f"Siv Moe said Norway must leave the {place}.")) == {("country/NOR", "target")}


def test_whom_others_are_against_or_for_is_not_aimed_at(line: Line) -> None:
    one = said(line, "groups", "Siv Moe said Norway must punish anti-China groups.")
    assert ("country/CHN", "target") not in about(one)
    assert "target" not in {
        role for _, role in about(said(line, "stop", "Siv Moe said anti-Israel riots had to stop."))
    }
    one = said(line, "lawmakers", "Siv Moe criticised the pro-Russian lawmakers.")
    assert ("country/RUS", "target") not in about(one)


def test_who_has_or_does_something_is_spoken_of(line: Line) -> None:
    text = "Anders Hjelm arrived late. {} said that nobody had noticed his absence."
    assert about(said(line, "noticed", text.format("Mara Ellingsen"))) == {("person/anders-hjelm", "topic")}
    assert about(said(line, "noticed", text.format("Later he"))) == set()
    text = "Mara Ellingsen met Anders Hjelm. She said that his {} was late."
    assert about(said(line, "late", text.format("counterpart"))) == set()
    assert about(said(line, "left", "Peru denied that its ships had left the port.")) == {("country/PER", "topic")}
    assert about(said(line, "offer", "Peru repeated its offer of grain.")) == set()


@pytest.mark.parametrize(
    "what",
    [
        "hailed the distinguished relations with Oman",
        "praised the ties between Kenya and Oman",
        "said on Monday that he was proud of the friendship with Oman",
    ],
)
def test_with_whom_ties_are_praised(line: Line, what: str) -> None:
    one = said(line, "Oman", f"Kenya's foreign minister, James Okello, {what}.")
    assert (one.act, {each for each in about(one) if each[1] == "target"}) == ("praise", {("country/OMN", "target")})


def test_greetings_and_wishes_are_to_all_who_get_them_and_not_to_whose_they_are(line: Line) -> None:
    text = "James Okello conveyed the greetings of Mara Ellingsen and her wishes of prosperity to Oman."
    assert about(said(line, "greetings", text)) == {("person/mara-ellingsen", "topic"), ("country/OMN", "target")}
    text = "James Okello offered his condolences to Mara Ellingsen and to Norway."
    told_to = {each.actor for each in said(line, "condolences", text).addressees}
    assert told_to == {"person/mara-ellingsen", "country/NOR"}


def test_who_is_glad_of_others_is_not_praised(line: Line) -> None:
    one = said(line, "thankful", "Chad is thankful to the Danish coast guard, James Okello said.")
    assert about(one) == {("country/TCD", "topic"), ("organization/denmark-coast-guard", "target")}
    one = said(line, "grateful", "“We are grateful to Norway and Kenya,” James Okello of Chad said.")
    assert about(one) == {("country/NOR", "target"), ("country/KEN", "target")}


@pytest.mark.parametrize(
    ("text", "words", "whom"),
    [
        ("Norway summoned the Danish ambassador on Tuesday and demanded a full explanation.", "full", "country/DNK"),
        ("Tor Vestby phoned Mara Ellingsen on Monday and asked for a joint inquiry.", "joint", "person/mara-ellingsen"),
        ("Siv Moe spoke with President Musa Bello and asked for ten planes.", "planes", "person/musa-bello"),
        ("Chad wrote to Kenya and demanded that Sudan withdraw.", "withdraw", "country/SDN"),
        ("Mara Ellingsen met Tor Vestby and demanded an end to the war.", "war", None),
        ("Norway summoned the Danish envoy and called for restraint.", "restraint", None),
    ],
)
def test_whom_one_turns_to_is_asked_in_the_same_breath(line: Line, text: str, words: str, whom: str | None) -> None:
    assert {who for who, role in about(said(line, words, text)) if role == "target"} == ({whom} if whom else set())


def test_what_is_laid_is_no_foundation_that_acts(line: Line) -> None:
    text = "Siv Moe said the accord was the foundation for better relations with Chad."
    assert about(said(line, "accord", text)) == {("country/TCD", "topic")}
    text = "Siv Moe criticised the foundation for refugees, which said it would appeal."
    assert about(said(line, "refugees", text)) == {("organization/a/foundation-for-refugees", "target")}


@pytest.mark.parametrize(("who", "act"), [("a Norwegian navy spokesperson", "say"), ("a Norwegian author", "accuse")])
@pytest.mark.parametrize(
    "did", ["pushed the Danish boats out of the bay", "used water cannon against the boats and chased them away"]
)
def test_a_spokesman_does_not_blame_the_navy_of_his_state_as_others_may(
    line: Line, did: str, who: str, act: str
) -> None:
    one = said(line, did, f"“The Norwegian Navy {did},” said Ida Dahl, {who}.")
    assert one.act == act
    assert (("organization/norway-navy", "target") in about(one)) == (act == "accuse")


def test_whose_support_or_rejection_is_voiced_is_not_whom_it_is_aimed_at(line: Line) -> None:
    text = "Speaking after the talks, Ayman Saleh underlined Egypt's rejection of Ethiopia's measures on the Nile."
    one = said(line, "measures", text)
    assert (one.act, about(one)) == ("reject", {("country/EGY", "topic"), ("country/ETH", "target")})
    text = "The Iraqi foreign minister reiterated Baghdad's rejection of Turkish military incursions into the north."
    assert ("country/TUR", "target") in about(said(line, "incursions", text))


def test_who_does_something_for_his_part_does_it_to_others(line: Line) -> None:
    text = "Tajikistan's border service, for its part, blamed Kyrgyz soldiers for the clash."
    assert about(said(line, "clash", text)) == {("country/KGZ", "target")}


def test_with_whom_responsibility_rests_and_who_bears_it_is_accused(line: Line) -> None:
    text = "The responsibility for the failure of the talks lies squarely with Pyongyang, the delegate, Siv Moe, said."
    one = said(line, "failure", text)
    assert (one.act, about(one)) == ("accuse", {("country/PRK", "target")})
    one = said(line, "harm", "The Houthis said Saudi Arabia carried responsibility for any harm to the pilgrims.")
    assert (one.act, about(one)) == ("accuse", {("country/SAU", "target")})
    one = said(line, "civilians", "Chad bears responsibility for protecting civilians, Mara Ellingsen said.")
    assert one.act != "accuse"


def test_to_whom_it_is_up_is_to_do_it(line: Line) -> None:
    one = said(
        line, "goodwill", "It is now up to Belgrade to show goodwill, Mara Ellingsen told reporters in Pristina."
    )
    assert (one.act, about(one)) == ("demand", {("country/SRB", "target")})
    one = said(line, "border", "“It is not up to Warsaw to decide what we do on our border,” Mara Ellingsen said.")
    assert (one.act, about(one)) == ("reject", {("country/POL", "target")})
    assert said(line, "reply", "Mara Ellingsen said it was for Iran to reply.").act != "demand"


def test_critics_of_somebody_are_not_he(line: Line) -> None:
    text = "“Critics of Tor Vestby are enemies of the nation,” Mara Ellingsen told a rally."
    assert ("person/tor-vestby", "target") not in about(said(line, "nation", text))


def test_who_charges_somebody_to_do_something_accuses_nobody(line: Line) -> None:
    text = "President Kofi Agbeko has charged the Ghana Armed Forces to remain neutral."
    assert said(line, "neutral", text).act == "demand"


def test_what_is_called_something_is_told_behind_it(line: Line) -> None:
    text = "Siv Moe described as “regrettable” the decision of the Czech government to expel two diplomats."
    assert about(said(line, "decision", text)) == {("country/CZE", "target")}
    text = "Pakistan dismissed as baseless India's claims that militants had crossed the line."
    assert ("country/IND", "target") in about(said(line, "baseless", text))


def test_what_will_be_met_with_a_harsh_answer_is_threatened(line: Line) -> None:
    text = "Mara Ellingsen vowed that any Israeli attack on Lebanon would be met with a “crushing response”."
    one = said(line, "crushing", text)
    assert (one.act, ("country/ISR", "target") in about(one)) == ("threaten", True)


def test_both_brothers_are_thanked_and_leaders_are_their_states(line: Line) -> None:
    text = "Issa Sawadogo thanked his Saudi and Emirati brothers for the fuel."
    assert about(said(line, "brothers", text)) == {("country/SAU", "target"), ("country/ARE", "target")}
    text = "Venezuela's leaders “should not mistake our calm for weakness”, Siv Moe said."
    assert about(said(line, "weakness", text)) == {("country/VEN", "target")}


def test_what_is_missing_on_the_part_of_somebody_is_held_against_him(line: Line) -> None:
    one = said(line, "Seoul", "Siv Moe denounced a lack of cooperation on the part of Seoul.")
    assert about(one) == {("country/KOR", "target")}


def test_a_body_below_the_state_may_call_on_it(line: Line) -> None:
    text = "The Kurdistan Regional Government called on Baghdad to find and punish the perpetrators."
    assert about(said(line, "perpetrators", text)) == {("country/IRQ", "target")}


def test_for_whom_money_is_wanted_is_asked_for_none(line: Line) -> None:
    text = "The World Health Organization has appealed for $90 million to help Sudan fight an outbreak."
    assert about(said(line, "outbreak", text)) == {("country/SDN", "topic")}


def test_who_is_said_to_have_done_it_with_stress_is_accused(line: Line) -> None:
    one = said(line, "invaded", "It was Kigali who invaded us, not the other way round, Patrick Mbala said.")
    assert (one.act, about(one)) == ("accuse", {("country/RWA", "target")})


def test_of_whom_somebody_warns_is_not_whom_he_urged(line: Line) -> None:
    text = "Siv Moe said NATO must send a brigade, warning that Moscow “only understands strength”."
    assert ("organization/nato", "target") not in about(said(line, "strength", text))


@pytest.mark.parametrize(
    "text",
    [
        "Mara Ellingsen urged employers to register their workers with Norway.",
        "Mara Ellingsen urged the public to wait for Norway's account of what had happened.",
        "Mara Ellingsen urged those calling for Norway's withdrawal to give her time.",
        "Mara Ellingsen called for Norway's readmission to the club of seven.",
        "Mara Ellingsen voiced support for boycotting Norway.",
        "Mara Ellingsen supported the closure of Norway.",
        "Mara Ellingsen blamed greed for Norway's troubles.",
        "Norway's killer should be in prison, Mara Ellingsen said.",
    ],
)
def test_who_only_undergoes_it_is_no_target(line: Line, text: str) -> None:
    assert about(said(line, "Norway", text)) == {("country/NOR", "topic")}


def test_what_is_done_to_one_beside_another_is_aimed_at_him_alone(line: Line) -> None:
    text = "Mara Ellingsen backed Norway against Denmark."
    assert about(said(line, "Norway", text)) == {("country/NOR", "target"), ("country/DNK", "topic")}


def test_on_whom_something_is_blamed_is_accused(line: Line) -> None:
    text = "Mara Ellingsen blamed Norway's troubles on Denmark."
    assert about(said(line, "Norway", text)) == {("country/NOR", "topic"), ("country/DNK", "target")}


def test_to_whom_one_complains_hears_it(line: Line) -> None:
    one = said(line, "harbour", "Mara Ellingsen complained to Jon Dahlby that the harbour was closed.")
    assert not one.about
    assert [each.actor for each in one.addressees] == ["person/jon-dahlby"]


def test_whom_somebody_praised_he_need_not_want_anything_of(line: Line) -> None:
    text = "Mara Ellingsen praised Jon Dahlby in March. On Monday she called for heavy tolls on ships."
    assert not said(line, "tolls", text).about


def test_whose_passports_are_requested_is_asked_for_nothing(line: Line) -> None:
    assert not said(line, "visas", "Norwegian visas were requested by 4,000 fishermen.").about


def test_what_others_denounced_the_speaker_tells_and_does_not_do(line: Line) -> None:
    assert said(line, "both leaders", "Mara Ellingsen said both leaders had denounced the raid.").act == "say"


def test_a_government_may_threaten_somebody_of_its_own_state(line: Line) -> None:
    text = "Norway's government had issued a threat to Jon Dahlby, the Norwegian opposition leader."
    assert ("person/jon-dahlby", "target") in about(said(line, "Dahlby", text))


def test_of_an_ambassador_without_a_name_the_state_is_thanked(line: Line) -> None:
    text = "China has paid in full, and Mara Ellingsen thanked its ambassador for it."
    assert about(said(line, "ambassador", text)) == {("country/CHN", "target")}


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Jon Dahlby faced criticism from Norway over the deal.", "criticise"),
        ("Jon Dahlby won praise from Norway for the deal.", "praise"),
        ("Jon Dahlby won the backing of Norway.", "support"),
        ("Jon Dahlby, who has the support of Norway, wants the post.", "support"),
        ("Jon Dahlby has won overwhelming support from Norway.", "support"),
        ("Jon Dahlby, a former official who recently received key backing from Norway, is standing.", "support"),
    ],
)
def test_of_whom_one_gets_it_says_it_of_him(line: Line, text: str, act: str) -> None:
    one = next(each for each in told(line, text) if each.act == act)
    assert (one.speaker.entity, about(one)) == ("country/NOR", {("person/jon-dahlby", "target")})


def test_what_one_has_yet_to_get_nobody_gave(line: Line) -> None:
    assert not told(line, "Jon Dahlby must win the backing of Norway.")


@pytest.mark.parametrize(
    "judged",
    ["dismissed this as “an old song”", "called it a mockery of the treaty", "described that as an act of piracy"],
)
def test_whoever_calls_it_something_bad_means_who_has_just_said_it(line: Line, judged: str) -> None:
    text = f"Chile promised on Monday to send ships. Norway {judged}."
    assert about(told(line, text)[-1]) == {("country/CHL", "target")}


def test_what_somebody_calls_it_who_has_said_it_himself_is_aimed_at_nobody(line: Line) -> None:
    text = "Chile promised to send ships and called it a great shame."
    assert not about(told(line, text)[-1])
