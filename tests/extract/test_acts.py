"""What a plain “said” does is told by what is said: read by the real network, one sentence each."""

from __future__ import annotations

import pytest

from kg.annotate import Annotator
from kg.extract import extract
from kg.model import Act, Article, Statement


@pytest.fixture(scope="module")
def annotator() -> Annotator:
    return Annotator()


def read(annotator: Annotator, text: str) -> list[Statement]:
    article = Article(id="a", text=text, published="2024-05-09")
    return [one for one in extract(annotator.annotate(article), article).statements if one.parent is None]


ACTS: list[tuple[str, Act]] = [
    ("“We will stand by our allies, whatever it takes,” Mara Ellingsen said.", "support"),
    ("“We will take resolute measures to safeguard our territorial integrity,” Tomas Brenk said.", "threaten"),
    ("“We will take all necessary measures to help the victims,” Tomas Brenk said.", "promise"),
    ("Tomas Brenk vowed to fight corruption and poverty.", "promise"),
    ("Tomas Brenk vowed to fight the invaders to the last man.", "threaten"),
    ("“I should not have used that word,” Mara Ellingsen said.", "admit"),
    ("“I regret what I said,” Mara Ellingsen said.", "admit"),
    ("“I have done nothing illegal,” said Tomas Brenk.", "deny"),
    ("“We will never forsake our brothers in the diaspora,” Tomas Brenk said.", "promise"),
    ("“We will not hesitate to use force against anyone who attacks our patrols,” Tomas Brenk said.", "threaten"),
    ("“In no way will we take part in this sham,” Tomas Brenk said.", "refuse"),
    ("“We stand ready to send doctors,” the Cuban ambassador said.", "promise"),
    ("“We are totally against the sale of public land,” said Mara Ellingsen of the farmers' federation.", "reject"),
    ("Tomas Brenk said he was opposed to the reform.", "reject"),
    ("“Surrender is not an option,” Mara Ellingsen said.", "reject"),
    ("The move sends the wrong signal to investors, the chamber of commerce said.", "criticise"),
    ("The law flies in the face of the constitution, Mara Ellingsen said.", "criticise"),
    ("The charges are politically motivated, his lawyer Tomas Brenk told reporters.", "criticise"),
    ("The blockade amounts to collective punishment and is a war crime, Mara Ellingsen said.", "accuse"),
    ("“This is a ploy to divide our people,” Tomas Brenk said.", "accuse"),
    ("The programme is designed to help small farmers, Mara Ellingsen said.", "say"),
    ("Looters will face the full wrath of the law, Tomas Brenk said.", "threaten"),
    ("“All options remain on the table,” Mara Ellingsen said.", "threaten"),
    ("“The country is sliding into civil war,” Mara Ellingsen said.", "warn"),
    ("A prolonged closure could lead to famine, Mara Ellingsen said.", "warn"),
    ("Failure to act would have grave consequences for the whole region, Mara Ellingsen said.", "warn"),
    ("“Who will pay for all this?” said Tomas Brenk, a fisherman in Oslo.", "ask"),
    ("“Let's set up a joint commission,” Mara Ellingsen said.", "propose"),
    ("“I appeal to all sides to exercise restraint,” the pope said in his address.", "demand"),
    ("“We are urging everyone to stay indoors,” Mara Ellingsen said.", "demand"),
    ("Motorists are urged to avoid the harbour, the police said in a statement.", "demand"),
    ("The images were doctored, the ministry said.", "deny"),
    ("“Nothing could be further from the truth,” said Tomas Brenk.", "deny"),
    ("“I know nothing about that,” Tomas Brenk told the newspaper.", "deny"),
    ("The coast guard said no injuries were reported in the blast.", "report"),
    ("“We are to blame for this,” Mara Ellingsen said.", "admit"),
    ("The militia said it was behind the abduction of the priest.", "admit"),
    ("The ruling council has no intention of handing over power.", "intend"),
    ("Mara Ellingsen noted in a press briefing on Monday that the ferry was running again.", "say"),
    ("Mara Ellingsen would like to congratulate the fishermen on their harvest.", "praise"),
    ("Mara Ellingsen would like to leave the alliance.", "intend"),
    ("The fairness of the count has been questioned by Norway.", "criticise"),
    ("The mayor of Oslo was questioned by the coast guard on Friday.", "ask"),
    ("Norway expressed surprise that there was no mention of the shelling.", "criticise"),
    ("The Norwegian foreign minister said that the toll was inconsistent with the treaty of 1951.", "criticise"),
    ("Sources said that the new cabinet would be sworn in on Sunday.", "report"),
    ("A joint communique said that the two sides would hold a summit in Oslo on Sunday.", "announce"),
    ("Mara Ellingsen said her party would not support the plan.", "refuse"),
    ("Vestby was kind and responsible, a port official told reporters.", "praise"),
    ("A port official said that Vestby was responsible for the delay.", "accuse"),
    ("“Norway has the important virtue of being fiscally responsible,” a port official said.", "praise"),
    (
        "Mara Ellingsen promised that if voters supported her, she would fight for them until the last ferry left.",
        "promise",
    ),
    ("“We reject this proposal,” the Norwegian foreign minister said.", "reject"),
    ("“We welcome the release of the prisoners,” the Danish prime minister said.", "praise"),
    ("The minister said that Freedonia must withdraw its troops from the valley.", "demand"),
    ("“We expect Freedonia to honour its commitments,” the Danish prime minister said.", "demand"),
    ("The Danish prime minister said that she would visit Oslo next week.", "promise"),
    ("“We will pay the whole sum,” the Danish prime minister said.", "promise"),
    ("The ministry said it would not pay for the repairs.", "refuse"),
    ("“If the talks fail, we will close the border,” the Norwegian foreign minister said.", "threaten"),
    ("Norway denied the reporters entry.", "refuse"),
    ("The Norwegian finance minister said that Norway would join the fund.", "promise"),
    ("The Norwegian finance minister said that Norway would grow by a tenth.", "believe"),
    ("The members of the council were encouraged by the decision of Norway to join.", "praise"),
    ("Voters were encouraged by Norway to register.", "demand"),
    ("The reporters were denied visas by Norway.", "refuse"),
    ("Norway denied that reporters had been turned away.", "deny"),
    ("“There is no embargo,” the Norwegian foreign minister said.", "deny"),
    ("The Norwegian foreign minister said that the report was untrue.", "deny"),
    ("The Norwegian foreign minister said that it was time to close the border.", "demand"),
    ("Norway said that Denmark had violated the ceasefire.", "accuse"),
    ("Norway said Denmark was to blame for the delay.", "accuse"),
    ("Norway said that Denmark had never replied to its letter.", "accuse"),
    ("“He never hit anybody,” said Lisa Brask.", "deny"),
    ("The head teacher described Tor Vestby as “a gentle giant”.", "praise"),
    ("The high court in Oslo on Tuesday acquitted Tor Vestby of fraud.", "support"),
    ("The Norwegian foreign minister said the decision was unacceptable.", "criticise"),
    ("The Norwegian foreign minister called the talks constructive.", "praise"),
    ("The Norwegian foreign minister called the remarks irresponsible.", "criticise"),
    ("Mara Ellingsen called the mayor a “nasty man.”", "criticise"),
    ("A senior official said that the two ministers had met in secret.", "report"),
    ("The foreign ministry said that it had recalled its ambassador to Denmark.", "announce"),
    ("The Norwegian foreign minister said that she had seen the ship.", "say"),
    ("“We have asked three times for the list,” the Norwegian foreign minister said.", "criticise"),
    ("“I asked for a judge and they gave me a plane,” Tomas Brenk said.", "criticise"),
    ("“I asked her to marry me and she accepted,” Tomas Brenk said.", "say"),
    ("Mara Ellingsen said Tomas Brenk had “served with honour and distinction.”", "praise"),
    ("Mara Ellingsen said Tomas Brenk could pull out voters who stay at home.", "believe"),
    ("The ministry said that it would seize the ships unless Denmark paid.", "threaten"),
    ("The union said the port would be closed if Denmark did not pay.", "threaten"),
    (
        "The bloc would freeze all loans unless Denmark freed the sailors, the Norwegian foreign minister said.",
        "threaten",
    ),
    ("The Norwegian foreign minister said that regional leaders would hold a summit on Saturday.", "announce"),
    ("The Norwegian foreign minister said that the 14 sailors had arrived in Bergen.", "report"),
    ("“There will be no talks about the islands,” the Norwegian foreign minister said.", "refuse"),
    ("The Norwegian foreign minister said the islands were not on the table.", "refuse"),
    ("The union vowed to block the port if the fee was raised.", "threaten"),
    ("The farmers said that they would blockade the capital.", "threaten"),
    ("Mara Ellingsen said her party would leave the coalition.", "threaten"),
    ("Mara Ellingsen said her company would take the ministry to court.", "threaten"),
    ("Tomas Brenk said his government would reply in the same way.", "threaten"),
    ("Mara Ellingsen told parliament that she would resign if the budget was cut again.", "threaten"),
    ("Tomas Brenk warned that anyone who left the post would answer for it in court.", "threaten"),
    ("Tomas Brenk said that those who gave the orders would be brought to account.", "threaten"),
    ("Tomas Brenk said that any boat that entered the strait would be boarded.", "threaten"),
    ("Tomas Brenk said that his country would move missiles to the border in response.", "threaten"),
    ("Norway expressed its readiness to send two inspectors.", "promise"),
    ("Norway wants a guarantee that no ship is stopped.", "demand"),
    ("Officials in Oslo wanted Marit Dahl to apologise for the raid.", "demand"),
    ("Norway wanted the mediators to condemn the raid.", "demand"),
    ("Marit Dahl wanted to thank the mediators.", "praise"),
    ("Norway expects Denmark to recover from the crisis.", "believe"),
    ("Norway expects Denmark to withdraw its monitors.", "demand"),
    ("“I want to thank the mediators,” the Norwegian foreign minister said.", "praise"),
    ("“Dahl is a dictator,” Moen said.", "criticise"),
    ("The minister called the proposal laughable.", "reject"),
    ("“We are going to build the bridge,” the Norwegian foreign minister said.", "promise"),
    ("“We are not going to sign the treaty,” the Norwegian foreign minister said.", "refuse"),
    ("“I am furious,” the Norwegian foreign minister said.", "criticise"),
    ("The envoy grumbled that the talks were slow.", "criticise"),
    ("Norway said that Denmark had humiliated its fishermen.", "accuse"),
    ("“Denmark caused the delay,” the Norwegian foreign minister said.", "accuse"),
    ("“It is not true that we refused,” the Norwegian foreign minister said.", "deny"),
    ("The ministry insisted on Wednesday that the money had been paid.", "claim"),
    ("According to a senior official, the two ministers had met in secret.", "report"),
    ("The Norwegian foreign minister said that the corridor had paid for itself.", "claim"),
    ("The minister questioned the science of climate change.", "criticise"),
    ("“There is no embargo. The ship has sailed,” Mara Ellingsen said.", "deny"),
    ("The minister said that he had been misquoted.", "deny"),
    ("Mara Ellingsen called the offer “a letter from another planet.”", "criticise"),
    ("Mara Ellingsen described him as “the first minister to ask about boats.”", "praise"),
    ("Mara Ellingsen described the pact as “a symbol of friendship.”", "praise"),
    ("Mara Ellingsen called the bridge “a foundation of our trade.”", "praise"),
    ("Mara Ellingsen called the fair “a celebration of the ways in which towns can work together.”", "praise"),
    ("Mara Ellingsen described herself as “a fraud and a clown.”", "say"),
    ("Mara Ellingsen called the suggestion “a good story and nothing more.”", "reject"),
    ("Mara Ellingsen called the harbour a “platform” for trade.", "say"),
    ("Mara Ellingsen suggested a tent.", "propose"),
    ("Mara Ellingsen said that she no longer trusted the commission.", "criticise"),
    ("Mara Ellingsen said that the figures do not add up.", "criticise"),
    ("Mara Ellingsen said that the paper was a serious contribution.", "praise"),
    ("The Norwegian foreign minister continued to defend the plan of the commission.", "support"),
    ("The fishermen said they had not been consulted.", "criticise"),
    ("“Nobody asked us,” Mara Ellingsen said.", "criticise"),
    ("Mara Ellingsen said that she had not been informed of the plans.", "deny"),
    ("The ministry said that there had been no progress on the fee.", "criticise"),
    ("The ministry said that there had been no embargo on the ships.", "deny"),
    ("The ministry said that it was disappointed by the ruling.", "criticise"),
    ("Mara Ellingsen said that she regretted the ruling.", "criticise"),
    ("Mara Ellingsen said that she regretted her words.", "admit"),
    ("Mara Ellingsen said that the letter came three years too late.", "criticise"),
    ("Mara Ellingsen said that the count was rigged.", "accuse"),
    ("Norway said that a Danish boat had ignored three warnings.", "accuse"),
    ("Mara Ellingsen said that the plan was “a gift to the pirates.”", "criticise"),
    ("Mara Ellingsen said that the pill was a “magic cure.”", "claim"),
    ("“We must not overreact,” Mara Ellingsen said.", "demand"),
    ("Mara Ellingsen said that the text “asks for everything and offers nothing.”", "criticise"),
    ("“We do not need lessons,” Mara Ellingsen said.", "say"),
    ("“We do not accept this map,” the Norwegian foreign minister said.", "reject"),
    ("The ministry said that it could not comment on the letter.", "refuse"),
    ("Mara Ellingsen said that was a matter for the courts.", "refuse"),
    ("The union said the port would stay closed until the owners paid.", "threaten"),
    ("The ministry said it would not sign the treaty until Denmark freed the sailors.", "threaten"),
    ("The ministry said that smugglers would be met with force.", "threaten"),
    ("The ministry said that smugglers would pay dearly.", "threaten"),
    ("The ministry regretted the ultimatum.", "criticise"),
    ("The ministry regretted its silence.", "admit"),
    ("Norway warned that it could cut the flow of water in summer.", "threaten"),
    ("Norway warned that the river could flood in summer.", "warn"),
    ("The ministry insisted that no letter had been sent.", "deny"),
    ("Norway will close the strait in May, the Norwegian foreign minister said.", "announce"),
    ("Norway will provide two inspectors, the Norwegian foreign minister said.", "promise"),
    ("Norway withdrew its support for the plan on Monday.", "reject"),
    ("Major companies pull support for the Norwegian government.", "reject"),
    ("A port official said that no promises were made.", "deny"),
    ("Mara Ellingsen called the decision short-sighted.", "criticise"),
    ("Mara Ellingsen said the mayor had no business telling voters what to think.", "criticise"),
    ("The Norwegian foreign minister said the board was not responsible for the dam.", "deny"),
    ("The Norwegian foreign minister said Freedonia had nothing to do with it.", "deny"),
    ("It is time the government listened to the farmers, said Mara Ellingsen.", "demand"),
    ("The Norwegian foreign minister said there was no reason to wait.", "reject"),
    ("The Norwegian foreign minister said she had heard such promises before.", "criticise"),
    ("Mara Ellingsen appealed to both sides to release the crew.", "demand"),
    ("Mara Ellingsen appealed for calm.", "demand"),
    ("Mara Ellingsen said pilots would strike from Saturday unless the plan was withdrawn.", "threaten"),
    ("Mara Ellingsen appealed for blankets.", "ask"),
    ("“We did not come here to sign a death certificate,” said Mara Ellingsen.", "reject"),
    ("The Norwegian foreign minister said she saw no reason to wait.", "reject"),
    ("Mara Ellingsen said she had not decided how to vote.", "say"),
    ("Mara Ellingsen said she was confident the council would approve the plan.", "believe"),
    ("Mara Ellingsen said the plan was good and that much work lay ahead.", "praise"),
    ("Mara Ellingsen called the decision a direct threat to Norway.", "criticise"),
    ("The Norwegian foreign minister said she had no plans to resign.", "deny"),
    ("“We are shocked,” said Mara Ellingsen.", "say"),
    ("Mara Ellingsen said she was shocked by the ruling.", "criticise"),
    ("Mara Ellingsen said she regretted the distress caused to families.", "admit"),
    ("Mara Ellingsen regretted the loss of life.", "admit"),
    ("Mara Ellingsen said that the delay was a mistake and that she took responsibility.", "admit"),
    ("Tor Vestby suggested raising contributions by half a point.", "propose"),
    ("Mara Ellingsen said she was glad that the Danish government had listened.", "praise"),
    ("“We have been patient for a long time,” said Mara Ellingsen.", "say"),
    ("The harbour master said that the patrols were not targeting foreign crews.", "deny"),
    ("Mara Ellingsen said her letter had not been referring to the anglers.", "deny"),
    ("Mara Ellingsen said the notice did not mean all the ferries.", "deny"),
    ("“We are not jamming any radio,” Mara Ellingsen said.", "deny"),
    ("“We are not leaving the pier,” Mara Ellingsen said.", "refuse"),
    ("The Norwegian foreign minister said the navy was not involved in the raid.", "deny"),
    ("The company said it was not controlled by the shipowners.", "deny"),
    ("The ministry said that Denmark had not violated the truce.", "deny"),
    ("Mara Ellingsen said she planned to run for mayor again.", "promise"),
    ("The brewers said they intend to appeal against the ruling.", "promise"),
    ("The Norwegian foreign minister said Norway reserved the right to go to court.", "threaten"),
    ("Mara Ellingsen said that anyone who set fires would be severely punished.", "threaten"),
    ("Mara Ellingsen made clear that those behind the raid would be held to account.", "threaten"),
    ("Mara Ellingsen warned that such raids would not go unanswered.", "threaten"),
    ("Mara Ellingsen warned that the herd would die if it did not rain.", "warn"),
    ("The Norwegian foreign minister said the council should have listened to the pilots.", "criticise"),
    ("“I think the board must resign,” Mara Ellingsen said.", "demand"),
    ("“We believe that the plan is a disgrace,” Mara Ellingsen said.", "criticise"),
    ("Mara Ellingsen underlined the importance of close relations between the two ports.", "praise"),
    ("Mara Ellingsen stressed the importance of strengthening cooperation with Denmark.", "support"),
    ("Mara Ellingsen highlighted the significance of continuing talks on the islands.", "support"),
    ("Mara Ellingsen stressed the need for a second pier.", "demand"),
    ("Mara Ellingsen mentioned the need for sleep.", "say"),
    ("Mara Ellingsen mentioned the importance of the harbour.", "say"),
    ("Mara Ellingsen ruled out a coalition with the anglers.", "refuse"),
    ("Mara Ellingsen stopped short of saying who had ordered the search.", "say"),
    ("Mara Ellingsen stopped short of endorsing the strike.", "refuse"),
    ("Mara Ellingsen declared herself the winner of the vote.", "claim"),
    ("Mara Ellingsen declared herself satisfied with the result.", "praise"),
    ("According to a port official, the crews ignored the ban.", "report"),
    ("Norway expects Denmark to miss its target.", "believe"),
    ("Police said gunmen had killed three passengers of a bus near Vestby.", "report"),
    ("Police said gunmen had attacked a bus near Vestby and wounded the driver.", "report"),
    ("The interior ministry of Freedonia said Sylvanian shells had killed nine people in the village.", "report"),
    ("The rescue service said Danish strikes had killed dozens of villagers.", "report"),
    ("Mara Ellingsen said Norway's navy had killed the fishermen.", "accuse"),
    ("Mara Ellingsen told parliament that Norway had murdered two fishermen in cold blood.", "accuse"),
    ("Mara Ellingsen said the vote fell short of democratic standards.", "criticise"),
    ("Mara Ellingsen said any further delay carries the risk of a famine.", "warn"),
    ("The bank said there was a danger of a new recession.", "warn"),
    ("Mara Ellingsen said the ceasefire could collapse within days.", "warn"),
    ("Mara Ellingsen said relations between Norway and Denmark are strong.", "praise"),
    ("The ambassador said the friendship between the two countries is deep.", "praise"),
    ("The ministry said there was no space for talks while the siege lasted.", "reject"),
    ("Freedonia warned that it would not accept the ruling.", "threaten"),
    ("“The mayor lied to us, closed the port and acted like a pirate,” Mara Ellingsen said.", "accuse"),
]

# What whoever does something will get, and what is done in response, is mostly no threat.
HARMLESS = [
    "Mara Ellingsen said any ship that entered the harbour would be inspected for rats.",
    "Tomas Brenk said that anyone who came home would be pardoned.",
    "Mara Ellingsen said anyone who registered before May would be vaccinated.",
    "Mara Ellingsen said any money that was left would be returned to the state.",
    "Mara Ellingsen said those who live near the river would suffer most from the flood.",
    "Mara Ellingsen said she would leave the government in June to spend time with her family.",
    "Mara Ellingsen said she would go to the Court of Justice as an observer.",
    "Mara Ellingsen said Norway would respond strongly to the needs of refugees.",
    "Mara Ellingsen said Norway would send doctors in response.",
    "Mara Ellingsen said Norway would open its ports in return.",
]


@pytest.mark.parametrize(("text", "act"), ACTS, ids=[act + ": " + text[:50] for text, act in ACTS])
def test_the_act_is_told_by_what_is_said(annotator: Annotator, text: str, act: Act) -> None:
    assert [one.act for one in read(annotator, text)] == [act]


@pytest.mark.parametrize("text", HARMLESS)
def test_what_awaits_whoever_does_something_is_mostly_no_threat(annotator: Annotator, text: str) -> None:
    assert "threaten" not in [one.act for one in read(annotator, text)]


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("“We are asking for a date,” said Mara Ellingsen.", "demand"),
        ("Mara Ellingsen said that Denmark was asking for a date.", "ask"),
    ],
)
def test_who_is_asking_for_something_himself_demands_it(annotator: Annotator, text: str, act: Act) -> None:
    article = Article(id="a", text=text, published="2024-05-09")
    found = extract(annotator.annotate(article), article).statements
    assert [one.act for one in found if one.cue is not None and one.cue.lemma.startswith("ask")] == [act]


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        ("Rising seas threaten the atolls of the Norwegian north.", []),
        ("A strike by dockers threatens to paralyse the port of Oslo.", []),
        ("Dockers threatened on Monday to paralyse the port of Oslo.", ["threaten"]),
    ],
)
def test_what_threatens_by_itself_says_nothing(annotator: Annotator, text: str, acts: list[Act]) -> None:
    assert [one.act for one in read(annotator, text)] == acts


def test_a_speaker_who_goes_on_does_the_same(annotator: Annotator) -> None:
    first, second = read(annotator, "Mara Ellingsen accused Denmark of stalling. “They do it every spring,” she said.")
    assert (first.act, second.act) == ("accuse", "accuse")
    assert [one.mention for one in second.about if one.role == "target"] == [
        one.mention for one in first.about if one.role == "target"
    ]


@pytest.mark.parametrize("news", ["The ferry had left at noon on Monday", "Two ministers arrived in Oslo on Monday"])
def test_who_goes_on_with_plain_news_criticises_nobody_any_more(annotator: Annotator, news: str) -> None:
    first, second = read(annotator, f"Mara Ellingsen criticised Denmark. {news}, she said.")
    assert (first.act, second.act) == ("criticise", "report")


def test_a_relative_pronoun_takes_up_no_statement_that_is_rejected(annotator: Annotator) -> None:
    text = "Vestby was shaken by a fire that Mara Ellingsen called “a scandalous crime.”"
    (statement,) = read(annotator, text)
    assert statement.act == "criticise"


def test_a_speaker_who_goes_on_about_himself_accuses_nobody(annotator: Annotator) -> None:
    first, second = read(annotator, "Mara Ellingsen accused Denmark of stalling. “I have good eyesight,” she said.")
    assert first.act == "accuse"
    assert (second.act, second.about) == ("say", ())


def test_an_abbreviated_title_before_a_name_is_its_speakers(annotator: Annotator) -> None:
    text = "“It was late,” said Rep. Mara Ellingsen (D-Ohio), head of the Sturgeon Caucus."
    (statement,) = read(annotator, text)
    assert statement.speaker.mention is not None
    assert text[slice(*statement.speaker.mention.span)] == "Mara Ellingsen"


def test_what_is_called_names_is_aimed_at_whoever_is_called_so(annotator: Annotator) -> None:
    text = "Mara Ellingsen called the mayor a “nasty man.”"
    (statement,) = read(annotator, text)
    assert [text[slice(*one.mention.span)] for one in statement.about if one.role == "target"] == ["the mayor"]


def test_what_takes_up_a_statement_is_about_its_speaker(annotator: Annotator) -> None:
    text = "Norway accused Denmark of stalling the talks. Denmark denied this."
    _, denial = read(annotator, text)
    assert denial.act == "deny"
    assert [text[slice(*one.mention.span)] for one in denial.about][:1] == ["Norway"]


def test_a_verb_coordinated_with_the_cue_makes_a_statement_of_its_own(annotator: Annotator) -> None:
    text = (
        "The foreign minister told reporters on Monday that ferries ran daily and urged Denmark to ratify the accord."
    )
    told, urged = read(annotator, text)
    assert (told.act, urged.act) == ("say", "demand")
    assert "urged" not in told.text


def test_a_noun_of_saying_makes_a_statement(annotator: Annotator) -> None:
    text = "The main obstacle remains a demand by Norway for a lower fee."
    (demand,) = read(annotator, text)
    assert (demand.act, demand.text) == ("demand", "for a lower fee")
    assert demand.speaker.mention is not None
    assert text[slice(*demand.speaker.mention.span)] == "Norway"


@pytest.mark.parametrize(
    ("text", "polarity", "certainty"),
    [
        ("Norway hopes that the talks resume.", "positive", "possible"),
        ("Norway believes that the talks will resume.", "positive", "probable"),
        ("Norway said that the talks would resume.", "positive", "certain"),
        ("Norway said that the talks might resume.", "positive", "possible"),
        ("Norway did not say whether the talks would resume.", "negative", "unknown"),
        ("Norway said that nobody had left the room.", "negative", "certain"),
        ("Norway said that Denmark not only had left the room, but also had taken the map.", "positive", "certain"),
    ],
)
def test_how_sure_the_speaker_is_and_whether_it_is_denied(
    annotator: Annotator, text: str, polarity: str, certainty: str
) -> None:
    (statement,) = read(annotator, text)
    assert (statement.polarity, statement.certainty) == (polarity, certainty)


@pytest.mark.parametrize(
    ("text", "barred"),
    [
        (
            "Norway's army said on Monday it had killed 14 militants in a raid near the Danish border.",
            {"accuse", "deny"},
        ),
        ("Norway's army said it had killed 14 militants.", {"accuse", "deny"}),
        ("“Mr Dahl had ten years to bring peace and brought none,” Moen replied.", {"demand"}),
        ("Moen, who had earlier called the ban a gift to Oslo, said that he understood the concerns.", {"criticise"}),
    ],
)
def test_nobody_accuses_himself_or_denies_without_a_no(annotator: Annotator, text: str, barred: set[str]) -> None:
    assert read(annotator, text)[-1].act not in barred


@pytest.mark.parametrize(
    ("text", "never"),
    [
        ("The Norwegian foreign minister said that she would have to consider the offer.", "promise"),
        ("The Norwegian foreign minister said she would consult her colleagues.", "promise"),
        ("Mara Ellingsen said that she would rather have a well than a speech.", "promise"),
        ("All the experts said her proposals would not blow open the budget and would help the poor.", "refuse"),
        ("Mara Ellingsen said that Denmark had forged an alliance with Sweden.", "accuse"),
    ],
)
def test_what_one_must_do_is_no_promise_and_what_one_forges_no_wrong(
    annotator: Annotator, text: str, never: Act
) -> None:
    (statement,) = read(annotator, text)
    assert statement.act != never
