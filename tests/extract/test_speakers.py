"""Who speaks, by how the sentence and those before it name or describe them, read by the whole line.

The persons, papers and quotations are invented.
"""

from __future__ import annotations

import pytest

from kg.line import Line
from kg.model import Article, Extraction

# Text; of each statement, in text order, what the id of its speaker ends in, or the kind of one without.
SPEAKERS: dict[str, tuple[str, list[str]]] = {
    "the state of which members speak, by the verb's number": (
        "Members of the Norwegian government, which has strongly denied any involvement, met the families.",
        ["NOR"],
    ),
    "the police, one body in whatever number": (
        "Police said that they had no plans. The mayor called on police to wait. According to police, a man fled.",
        ["police", "unnamed", "police"],
    ),
    "a family": (
        "Tor Vestby was shot on Tuesday. Vestby's family called on Ivar Moen to leave. The family said it was late.",
        ["vestby-family", "vestby-family"],
    ),
    "nobody who only comes by what others say": (
        "For her part, Mara Brask has faced sharp criticism for failing to address the floods.",
        [],
    ),
    "nor a thing that it is of": (
        (
            "The group has faced occasional claims of racism in the past. The town is littered with unmet promises of "
            "better roads."
        ),
        [],
    ),
    "two without a name, once": ("While entrepreneurs and officials hail the gains, nobody else does.", ["unnamed"]),
    "nor whom others indicted": (
        "Tor Vestby was arrested on Monday. Vestby's indictment says he lied to the court.",
        ["unnamed"],
    ),
    "nor who has drawn praise": ("Mara Brask has drawn praise for her speech.", []),
    "people in a place, by the verb's number": (
        "The change will please nervous Democrats on Capitol Hill, who have argued that it helps.",
        ["democratic-party"],
    ),
    "not whom he ran against": (
        "Tor Vestby lost. Running against Ivar Brask in 2016, he barely mentioned the climate.",
        ["tor-vestby"],
    ),
    "a party by its people's name": (
        "Republicans and Democrats met the envoy. Republicans had called the hearing because they felt they were late.",
        ["republican-party", "republican-party"],
    ),
    "somebody else's lawyer": (
        "The panel heard Mara Brask's lawyer Tor Vestby. On Monday it summoned Ivar Moen. His lawyer said it was late.",
        ["unnamed"],
    ),
    "whoever made a film, by its other names": (
        "A web video by the Hauliers' Union mentions a case. The ad also mentions Tor Vestby. The clip says it is.",
        ["hauliers-union"] * 3,
    ),
    "who opens a paragraph and is named by the next": (
        (
            "The latest on the floods:\n\nOslo's tax commissioner says a review shows no one gave Mayor Mara Brask's "
            "papers away.\n\nTor Vestby says he instructed staff to check it."
        ),
        ["tor-vestby"] * 3,
    ),
    "those of many who are named": (
        "Several states, including Norway and Chile, condemned it. “No,” said unions such as the Fjordline Guild.",
        ["NOR", "CHL", "fjordline-guild"],
    ),
    "two with posts before their names": (
        "President Mara Brask and Prime Minister Tor Vestby condemned the attack.",
        ["tor-vestby", "mara-brask"],
    ),
    "a third, whatever the tree makes of him": (
        (
            "British Prime Minister Alan Reed, French President Luc Morel and German Chancellor Max Vogel said they "
            "were deeply concerned."
        ),
        ["max-vogel", "luc-morel", "alan-reed"],
    ),
    "the states of ministers in a list": (
        "The foreign ministers of Saudi Arabia, Jordan, Egypt and Qatar denounced the plan.",
        ["SAU", "JOR", "EGY", "QAT"],
    ),
    "a minister and his counterpart": (
        (
            "Kenyan President Peter Otieno and his Somali counterpart Abdi Warsame held talks in Nairobi. The two "
            "presidents pledged to reopen the border."
        ),
        ["peter-otieno", "abdi-warsame"],
    ),
    "who held the post before": (
        "Prime Minister Anita Rao met her predecessor Sunil Dev. The former prime minister denied wrongdoing.",
        ["sunil-dev"],
    ),
    "a body behind a noun in capitals": (
        "The NGO, Clean Rivers Watch, accused both sides of war crimes.",
        ["clean-rivers-watch"],
    ),
    "who was a minister, by a hyphen": (
        "Former Finance Minister Ivo Kralj was arrested. The ex-minister said he was innocent.",
        ["ivo-kralj"],
    ),
    "nobody named for an ex-minister": ("Ivo Kralj was arrested. An ex-minister said he was ill.", ["unnamed"]),
    "a person by a courtesy title": (
        "Ms. Tang, of the Liberty Party, said Chad would not bow.",
        ["tang"],
    ),
    "a body by two initials that others are known by": (
        "The Electoral Commission rejected the claims. The EC said voting was free.",
        ["electoral-commission"] * 2,
    ),
    "the Union by its own": (
        "The Ethical Unit rejected the claims. The EU said voting was free.",
        ["ethical-unit", "european-union"],
    ),
    "two of a group": (
        "A group of senators, among them Tor Vestby and Ingrid Holm, called for an open vote.",
        ["ingrid-holm", "tor-vestby"],
    ),
    "of a known body it and the member who is named": (
        "Republicans, including Senator Tor Vestby, rejected the bill.",
        ["republican-party", "tor-vestby"],
    ),
    "nobody for the towns where they are": (
        "Teachers in several towns, including Oslo and Bergen, said that schools were cold.",
        ["teachers"],
    ),
    "who has no name in the lead and is named in the next paragraph": (
        "A Norwegian lawmaker has urged Oslo to close the port.\n\n“We cannot wait,” Senator Tor Vestby told us.",
        ["tor-vestby", "tor-vestby"],
    ),
    "an official of the lead": (
        "The bridge will open in May, an official said.\n\nTor Vestby, head of the roads agency, said it was done.",
        ["tor-vestby", "tor-vestby"],
    ),
    "nobody of the lead by another's post": (
        "A fisherman said he had seen the ship.\n\nPolice Commissioner Tor Vestby said the crew was safe.",
        ["unnamed", "tor-vestby"],
    ),
    "nobody of the lead by another's state": (
        "A US official said the ship was lost.\n\nChadian Minister Tor Vestby said the crew was safe.",
        ["unnamed", "tor-vestby"],
    ),
    "nobody of the lead by the other gender": (
        "A woman said the ship was lost.\n\nPeter Vestby said the crew was safe.",
        ["unnamed", "peter-vestby"],
    ),
    "nobody of the lead in what he is told to have said": (
        "“The president asked me to stay,” Tor Vestby said.",
        ["unnamed", "tor-vestby"],
    ),
    "a body that has no name in the lead": (
        "A union of sailors has called off its strike.\n\nThe Quay Workers' League said the union was content.",
        ["quay-workers-league", "quay-workers-league"],
    ),
    "a party of the lead": (
        "Chad's main opposition party said votes had been lost.\n\nThe People's Covenant said it would go to court.",
        ["peoples-covenant", "peoples-covenant"],
    ),
    "no body of the lead by another sort of body": (
        "A union has called off its strike.\n\nFjordline Shipping said its ships would sail.",
        ["union", "fjordline-shipping"],
    ),
    "whose website a report is on": (
        "Half of the ships are late, according to a report on Fjordline Shipping's website. The report added it.",
        ["fjordline-shipping", "fjordline-shipping"],
    ),
    "whose website says so": (
        "The road is closed, according to the website of the Chadian Health Ministry.",
        ["chad-health-ministry"],
    ),
    "nobody whose website is not told": (
        "The road is closed, according to a post on Facebook.",
        ["unnamed"],
    ),
    "who holds the sign": (
        "Tor Vestby and his farmers marched. Vestby carried a banner that said: “Pay us.”",
        ["tor-vestby"],
    ),
    "nobody for a sign that hangs there": (
        "Tor Vestby came home. A sign near his door said: “No entry.”",
        ["unnamed"],
    ),
    "a government without an article": (
        "Marches in Chad were stopped on Friday. Government has announced the closure of two ports.",
        ["TCD"],
    ),
    "authorities without an article": (
        "Soldiers fired at a bus in Chad. Authorities said that the road was closed.",
        ["TCD"],
    ),
    "of two firms the one whose name has the other words": (
        "Boreal Ice Works sued Fjordline Shipping. The ice firm said that it had been cheated.",
        ["boreal-ice-works"],
    ),
    "whoever holds an office of which there is one": (
        "The Chadian energy minister said prices would fall. He was late. The minister said it had rained.",
        ["energy-minister-of-chad", "energy-minister-of-chad"],
    ),
    "the head of a body and of an army": (
        "The head of Fjordline Shipping said that it had rained. Chad's army chief said that it was late.",
        ["head-of-fjordline-shipping", "army-chief-of-chad"],
    ),
    "nobody of whom there are several or were others": (
        "Chad's ambassador said it had rained. The former Malian energy minister said that it was late.",
        ["unnamed", "unnamed"],
    ),
    "who is quoted behind a verb that takes objects": (
        "“They never asked us,” lamented the mayor of Bergen, Tor Vestby. He called it “absurd,” rejected it and left.",
        ["tor-vestby", "tor-vestby", "tor-vestby"],
    ),
    "a campaign, by whatever words, and not the candidate": (
        "Tor Vestby ran. Mr. Vestby's mayoral campaign, which was new, said it rained. The Vestby campaign denied it.",
        ["tor-vestby-campaign", "tor-vestby-campaign"],
    ),
    "a candidate, and not the manager who was named last": (
        "Tor Vestby announced his candidacy in May. Ivar Brask, his manager, left. The candidate denied the charge.",
        ["tor-vestby", "tor-vestby"],
    ),
    "two with courtesy titles": (
        "Mr. Vestby and Mr. Tranmoor cited the weather as the reason.",
        ["vestby", "tranmoor"],
    ),
    "a body and an officer of another": (
        "Fjordline sold it. The company and Norway's secretary for the islands, Mara Ellingsen, confirmed it was late.",
        ["company", "mara-ellingsen"],
    ),
    "a school's spokesman, and not the company's that was named last": (
        "Fjordline Shipping lost a cadet. He was in his second year, a school spokesman told reporters.",
        ["unnamed"],
    ),
    "a neighbour of a name": ("“We ran,” said a neighbour, Tor Vestby.", ["tor-vestby"]),
    "a lawmaker by the abbreviation and a detective without the rank": (
        "BJP MLA Rakesh Brask blamed the council. Det Ch Insp Mara Tranmoor said officers were searching.",
        ["rakesh-brask", "mara-tranmoor"],
    ),
    "a company beside what it does": (
        "Eleven people were hurt, its operator, Fjordline Shipping, said.",
        ["fjordline-shipping"],
    ),
    "a name that goes on after what the network took for it": (
        "The UN Interim Force in Lebanon (UNIFIL) said in a statement that a vehicle was hit.",
        ["un-interim-force-in-lebanon"],
    ),
    "a service": (
        "The Tajik customs service said two posts had been closed.",
        ["tajik-customs-service"],
    ),
    "a post and a name with its place between": (
        "Danish Ambassador to Riga Arne Westergaard said the port would stay open.",
        ["arne-westergaard"],
    ),
    "a description that is a name of the gazetteer": (
        "The Houthi movement said that the port was closed.",
        ["houthis"],
    ),
    "an army by its country": (
        "Lebanon's army said that the road was open.",
        ["lebanese-armed-forces"],
    ),
    "a neighbour who is no country": (
        "Latvia and Estonia met. The two neighbours agreed. Her neighbour, a farmer, said the bridge was closed.",
        ["unnamed"],
    ),
    "an office that several states have": (
        "Pakistan closed the crossing on Monday. The Foreign Office said that it would stay closed.",
        ["pakistan-foreign-ministry"],
    ),
    "a minister, not the prime minister": (
        "Norway's prime minister, Kari Brask, met Energy Minister Tor Vestby. Brask left. The minister said it rained.",
        ["tor-vestby"],
    ),
    "kin beside a name": (
        "Tor Vestby left early. His wife, Ingrid Solheim, called for an open vote.",
        ["ingrid-solheim"],
    ),
    "a noun that no list has, beside a name": (
        "Tor Vestby left. His flatmate, Livia Tranmoor, demanded an open vote.",
        ["livia-tranmoor"],
    ),
    "a holder beside the town": (
        "The keeper of Bergen, Tor Vestby, said that he was surprised.",
        ["tor-vestby"],
    ),
    "places that are coordinated do not speak": (
        "Fires in Patna and Mersin were put out on Monday. They said that nobody was hurt.",
        ["unnamed"],
    ),
    "some of a party": (
        "Some Democrats said they had doubts. Two Republicans said they were tired. Democrats said it was closed.",
        ["unnamed", "unnamed", "democratic-party"],
    ),
    "one of a party": (
        "A Republican said that the bridge was closed. The bridge is old, another Democrat said.",
        ["unnamed", "unnamed"],
    ),
    "a spokesman's principal does not speak": (
        "“The bridge is closed,” said Kari Brask, Vestby's spokeswoman.",
        ["kari-brask"],
    ),
    "a poll of a body": (
        "Nearly half of the voters are against the bridge, according to a new Reuters poll.",
        ["reuters"],
    ),
    "a statement spoken of again": (
        "Greenpeace said in a statement that the bridge was closed. The statement said that it would open in May.",
        ["greenpeace", "greenpeace"],
    ),
    "a report spoken of again": (
        "Work on a report by Greenpeace took a year. The report said that the bridge was unsafe.",
        ["greenpeace"],
    ),
    "an epithet": (
        "Tor Vestby arrived in the town on Monday. The businessman said that the bridge was closed.",
        ["tor-vestby"],
    ),
    "an epithet of who speaks on": (
        "Tor Vestby criticised the plan. “It is too dear,” the Republican nominee said at a rally.",
        ["tor-vestby", "tor-vestby"],
    ),
    "nobody's epithet: introduced without a name": (
        "Tor Vestby was there. “It is closed,” said a narrator. The narrator said that it would open in May.",
        ["unnamed", "unnamed"],
    ),
    "nobody's epithet: she is somebody else": (
        "Tor Vestby arrived on Monday. The actress said that the bridge was closed.",
        ["unnamed"],
    ),
    "who is named beside a verb is not its pronoun": (
        "Kari Brask opened it. President Firmo Zumbete, whom she met, told her that he would help. She said it ended.",
        ["firmo-zumbete", "kari-brask"],
    ),
    "a spokesman lends nobody his gender": (
        "A spokesman for Ngaire Tamihana said she had voiced alarm and had urged the president to stop it.",
        ["ngaire-tamihana", "ngaire-tamihana"],
    ),
    "the bloc that was named last": (
        "Tor Vestby has left the European Union behind. ECOWAS met in Abuja. The bloc said that the border was closed.",
        ["economic-community-of-west-african-states"],
    ),
    "the agency": (
        "The World Food Programme has stopped its flights to Kalma. The agency said that the road was unsafe.",
        ["world-food-programme"],
    ),
    "an office is whose it is": (
        "President Firmo Zumbete has called off his visit. His office said that he was ill.",
        ["firmo-zumbete", "firmo-zumbete"],
    ),
    "a mission is whose it is": (
        "The European Union's observer mission said the count was slow.",
        ["european-union"],
    ),
    "a spokeswoman of the body named last": (
        "Karuma Upper Hydro runs the dam. On Monday, a spokeswoman said that its records were lost.",
        ["karuma-upper-hydro"],
    ),
    "some of whom the text never speaks again": (
        "The market was shut. Residents said that soldiers had closed the road.",
        ["unnamed"],
    ),
    "a group that comes up again": (
        "Fishermen said that the port was closed. The fishermen said that they would wait.",
        ["fishermen", "fishermen"],
    ),
    "an embassy that is written like a name": (
        "The Panamanian Embassy said that no decision had been made.",
        ["panama-embassy"],
    ),
    "an embassy in the capital of another": (
        "Denmark's Embassy in Panama City warned that the canal was for all.",
        ["danish-embassy-in-panama"],
    ),
    "an embassy whose state is told by an adjective": (
        "The Danish Embassy in Panama City warned that the canal was for all.",
        ["danish-embassy-in-panama"],
    ),
    "a post with what it is for before the name": (
        "In a letter on Monday, Undersecretary of State Victoria Penhallow wrote that the staff had a briefing.",
        ["victoria-penhallow"],
    ),
    "a name that the text says a body is known by": (
        "A party in the north, known as the Northern Front, said that the vote was rigged.",
        ["northern-front"],
    ),
    "an unknown spokeswoman named after a body and a town": (
        "A spokeswoman for the foreign ministry in Addis Ababa, Mihret Gebrehana, said that Oslo was informed.",
        ["mihret-gebrehana"],
    ),
    "initials that no brackets tell": (
        "The Northern Guild of Lamp Makers met in Oslo. The NGLM said that oil was dear.",
        ["northern-guild-of-lamp-makers"],
    ),
    "whom a passive is done to, and not by whom": (
        "The UAE, which has been accused by the Sudanese government of arming it and denies doing so, left.",
        ["SDN", "ARE"],
    ),
    "an apposition that begins with the name of a state": (
        "China, North Korea's main ally, urged all parties to remain calm.",
        ["CHN"],
    ),
    "who gave way, and not who told it": (
        "Mara Ellingsen softened her tone, according to two officials in the room, and told the others she would pay.",
        ["unnamed", "mara-ellingsen"],
    ),
    "who welcomes it, and not who said so in between": (
        "Minister Tor Vestby left. Norway welcomes investment, he added, but expects its cod to be treated well.",
        ["NOR", "tor-vestby", "NOR"],
    ),
    "by whom somebody is asked": (
        "Tor Vestby and Mara Ellingsen were asked by the Norwegian presidency to look for a compromise.",
        ["norway-presidency"],
    ),
    "whose statement it is": (
        "The ministers agreed to meet, according to a statement issued by the Uzbek side.",
        ["ministers", "UZB"],
    ),
    "some leaders, whose first word has its capital from the sentence": (
        "Opposition leaders accused Mara Ellingsen of being too close to the palace.",
        ["opposition-leaders"],
    ),
    "a ministry in small letters": (
        "The US sent a reply. The state department denied that anything had been suspended.",
        ["us-department-of-state"],
    ),
    "the second of two": (
        "Senator Lyle Brannock and Governor Dede Achterhof met in Boise. The latter said it would flood two towns.",
        ["dede-achterhof"],
    ),
    "the first of two, who is named beside it": (
        "The minister for energy and the minister for mines differ. The former, Pia Lundqvist, wants to go.",
        ["pia-lundqvist"],
    ),
    "who was accused, where the charge is dismissed": (
        "Opposition leader Qasi Farouzeh accused the president, Ruvi Aliyarov, of fraud. He dismissed the charge.",
        ["qasi-farouzeh", "ruvi-aliyarov"],
    ),
    "a state by its government's spokesman": (
        "The Hungarian government said it would block the aid. A government spokesman said talks would go on.",
        ["HUN", "HUN"],
    ),
    "a minister who is no woman, for somebody is his colleague": (
        "Defence Minister Torv Nyquist met his colleague, Aiva Lehto, in Turku. She said the two had discussed it.",
        ["aiva-lehto"],
    ),
    "a movement, as the group": (
        "Anwar Siddiq, a spokesman for the Taliban, left. The group has promised to free the prisoners.",
        ["taliban"],
    ),
    "a ministry by its city": (
        "The Interior Ministry in Tbilisi said three people had been detained.",
        ["georgia-interior-ministry"],
    ),
    "a ministry of the only state that is spoken of": (
        "The Nigerian senate rejected it. Its president, Tor Vestby, left. The finance ministry said it was late.",
        ["nigerian-senate", "nigeria-finance-ministry"],
    ),
    "a party that is somebody's partner": (
        "His coalition partner, the National Union, said there was no money.",
        ["national-union"],
    ),
    "two leaders who are not one and his state": (
        "When the two leaders met in Doha, the Qatari emir left. Both said they needed time.",
        ["unnamed"],
    ),
    "each of two that it was": (
        "It was Canada that proposed the deal, and it was Mexico that rejected it, the mediator, Tor Vestby, said.",
        ["CAN", "MEX", "tor-vestby"],
    ),
    "whom the lead describes, and not the state's unnamed head": (
        "The prime minister said no. “I was elected to do a job,” Dragan Milosavac told reporters in Nis.",
        ["dragan-milosavac", "dragan-milosavac"],
    ),
    "lawyers, who are no firm": (
        "Lawyers for the general said he was ill.",
        ["lawyers"],
    ),
    "nobody, where the police question somebody": (
        "Tor Vestby, who heads the customs service, was questioned for six hours on Monday.",
        [],
    ),
    "the top diplomat, who was named": (
        "Iran's Foreign Minister Kiu Farahvash left. The top Iranian diplomat criticised France.",
        ["kiu-farahvash"],
    ),
    "an official, who was named": (
        "Qatari Minister Rash Ghurairi met Kiu Farahvash. The Qatari official said that the talks were useful.",
        ["rash-ghurairi"],
    ),
    "an official who was not named": (
        "A senior Saudi official said it was late. The official, who declined to be identified, said it was dear.",
        ["unnamed", "unnamed"],
    ),
    "the spokesperson of a ministry, who was named": (
        "Norwegian Foreign Ministry spokesperson Kari Brask left. The Foreign Ministry spokesperson said it was late.",
        ["kari-brask"],
    ),
    "one of them, by the name beside it": (
        "Several were there. One of them, the former prime minister Tor Vestby, said it was late.",
        ["tor-vestby"],
    ),
    "he, after the office of whom he is": (
        "Prime Minister Tor Vestby met Selim Borak. According to the prime minister's office, he told him it was late.",
        ["tor-vestby", "tor-vestby"],
    ),
    "each government of two": (
        "Norway and Chad agreed to pull back, but each government accused the other of shooting first.",
        ["TCD", "NOR", "NOR", "TCD"],
    ),
    "a minister's ministry, of the state whose capital stands there": (
        "In Dushanbe, Foreign Minister Fird Hojibek received the Kyrgyz ambassador. His ministry said it was late.",
        ["tajikistan-foreign-ministry"],
    ),
    "half of a land": (
        "South Korea said North Korea had fired a missile. The North has long described the drills as a rehearsal.",
        ["KOR", "PRK"],
    ),
    "a party and a ministry of the state whose parties are named": (
        "Labour and the Conservatives met. The Liberal Democrats denied the report. The Treasury disputed the figure.",
        ["liberal-democrats", "hm-treasury"],
    ),
    "an envoy within what a ministry says": (
        "The Tajik foreign ministry said the envoy had told the Kyrgyz side that Dushanbe wanted a joint inquiry.",
        ["tajikistan-foreign-ministry", "unnamed", "TJK"],
    ),
    "a brigadier by his name": (
        "In a statement, the army's spokesman, Brigadier Tor Vestby, says the delegation will discuss corridors only.",
        ["tor-vestby"],
    ),
    "a committee's Democrat, and not the party": (
        "The House committee has set no date. The panel's top Democrat, Mara Brask, said she was undecided.",
        ["mara-brask"],
    ),
    "a company, which is no ministry": (
        "The US Treasury said on Tuesday that Gulf Brask Lines had moved oil.\n\nThe company denied the allegations.",
        ["us-department-of-the-treasury", "gulf-brask-lines"],
    ),
    "an official of no name within what somebody says": (
        "Mara Brask said an official had told her client two days before the vote that the servers would be shut down.",
        ["mara-brask", "unnamed"],
    ),
    "somebody who asks that her name not be used, which is no statement": (
        "A member of the panel, who asked that her name not be used, said the votes had been checked.",
        ["unnamed"],
    ),
    "nobody who has informed somebody of nothing": (
        "Tiedemann said the ministry knew, and had informed the prosecutors.",
        ["tiedemann"],
    ),
    "nobody where a condition is no content, and nobody who shows it": (
        (
            "Opposition member Yaw Tetteh told the envoy that he should have asked. “If you do not ask, they do not "
            "tell,” he said. The panel had been shown a summary, he said."
        ),
        ["yaw-tetteh", "yaw-tetteh", "yaw-tetteh"],
    ),
    "by whom a participle is done, and not the verb that it stands beside": (
        "It rained. The plan, rejected by Norway, was welcomed by Sweden.",
        ["NOR", "SWE"],
    ),
    "who wrote a letter": (
        "It rained. According to a letter Tor Vestby wrote to Sweden, the tax is unfair.",
        ["tor-vestby"],
    ),
    "a town hall": ("The town hall said last week that it had found three such cases.", ["town-hall"]),
    "unions, and no name, in a heading": (
        (
            "As it happened: Kenya strikes\n\n11.40am Unions reject offer\n\n"
            "Union leader Joab Mutiso says his members have rejected the offer."
        ),
        ["unnamed", "joab-mutiso", "members"],
    ),
}


@pytest.fixture(scope="module")
def line() -> Line:
    return Line()


def _read(line: Line, text: str, **about: str) -> Extraction:
    return line.extraction(Article(id="a1", text=text, published="2024-05-12", **about))


def _speakers(found: Extraction) -> list[str]:
    return [(one.speaker.entity or one.speaker.kind).rpartition("/")[2] for one in found.statements]


@pytest.mark.parametrize(("text", "speakers"), SPEAKERS.values(), ids=SPEAKERS)
def test_the_speaker_is(line: Line, text: str, speakers: list[str]) -> None:
    assert _speakers(_read(line, text)) == speakers


def test_we_is_who_says_so_where_nobody_knows_for_whom(line: Line) -> None:
    found = _read(line, "“It is an embargo,” Mara Ellingsen said. “We have asked three times for a reason.”")
    assert set(_speakers(found)) == {"mara-ellingsen"}


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("Japan shut the port. “We want an end of the ban,” said its economy minister, Mara Torvald.", "JPN"),
        ("Guyana's president, Tor Vestby, left. “We demand an apology,” he said.", "GUY"),
        ("Norwegian Foreign Ministry spokesman Tor Vestby left. “We demand an apology,” he said.", "NOR"),
        ("Norwegian senator Tor Vestby said: “We demand an apology.”", "tor-vestby"),
        ("“We demand higher wages,” said Tor Vestby, the president of the Dockers' Union.", "dockers-union"),
    ],
)
def test_we_of_who_holds_an_office_is_whom_they_hold_it_for(line: Line, text: str, state: str) -> None:
    assert state in _speakers(_read(line, text))[:1]


def test_we_of_a_communique_is_the_body_that_issues_it(line: Line) -> None:
    text = "The ministers met in Oslo on Monday.\n\nWe welcome the release of the wagons."
    assert _speakers(_read(line, text, publisher="Northern Council of Ports")) == ["northern-council-of-ports"]
    assert _speakers(_read(line, text, publisher="Northern Wire", author="Mara Ellingsen")) == []


def test_two_towns_are_not_they(line: Line) -> None:
    found = _read(line, "There were fires in Patna and Mersin. They said that nobody was hurt.")
    assert all(not (one.speaker.entity or "").startswith("place/") for one in found.statements)


@pytest.mark.parametrize(
    "text",
    [
        "Norway would veto any text that prepared the ground for sanctions, he said.",
        "Tor Vestby said Norway would support any request for a study.",
        "Finland summoned the Russian ambassador on Tuesday.",
    ],
)
def test_what_a_state_would_do_or_whom_it_calls_in_is_nothing_it_said(line: Line, text: str) -> None:
    assert not {"NOR", "FIN"} & set(_speakers(_read(line, text)))
