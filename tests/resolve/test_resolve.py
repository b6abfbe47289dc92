"""Who is who: names, descriptions, pronouns and metonyms of one article, from findings made by hand."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from kg.findings import Findings, Traits
from kg.ids import finding_id
from kg.model import About, Article, Cue, Extraction, Mention, MentionKind, Relation, Speaker, Statement
from kg.resolve import Gazetteer, resolve

KINDS: dict[str, MentionKind] = {"PER": "person", "ORG": "organization", "LOC": "place", "MISC": "nationality"}


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return Gazetteer.load()


class Draft:
    """An article's mentions, found in its text in the order in which they are given."""

    def __init__(self, text: str, *, published: str | None = "2017-02-19", author: str | None = None) -> None:
        self.article = Article(id="a1", text=text, published=published, author=author)
        self.mentions: list[Mention] = []
        self.traits: list[Traits] = []
        self.statements: list[Statement] = []
        self.relations: list[Relation] = []
        self._position = 0

    def _span(self, words: str) -> tuple[int, int]:
        start = self.article.text.index(words, self._position)
        self._position = start
        return start, start + len(words)

    def _add(self, mention: Mention, traits: Traits) -> Mention:
        sentence = self.article.text[: mention.start].count(".")
        paragraph = self.article.text[: mention.start].count("\n\n")
        self.mentions.append(mention)
        self.traits.append(replace(traits, sentence=sentence, paragraph=paragraph))
        return mention

    def name(self, words: str, label: str, **traits: Any) -> Mention:
        span = self._span(words)
        return self._add(Mention(*span, kind=KINDS[label], head=span), Traits(text=words, label=label, **traits))

    def described(self, words: str, noun: str, kind: MentionKind = "person", **traits: Any) -> Mention:
        span = self._span(words)
        text = words.removeprefix("the ").removeprefix("The ").removeprefix("a ")
        return self._add(
            Mention(*span, kind=kind, form="description", head=span), Traits(text=text, noun=noun, **traits)
        )

    def pronoun(self, words: str, kind: MentionKind = "person", **traits: Any) -> Mention:
        span = self._span(words)
        return self._add(
            Mention(*span, kind=kind, form="pronoun", head=span), Traits(text=words, noun=words.lower(), **traits)
        )

    def says(self, mention: Mention, content: str, about: tuple[Mention, ...] = ()) -> None:
        start = self.article.text.index(content)
        span = (start, start + len(content))
        self.statements.append(
            Statement(
                id=finding_id("a1", "statement", (mention.span, span)),
                speaker=Speaker(kind="person", mention=mention, span=mention.span),
                cue=Cue(span=mention.span, lemma="say"),
                act="say",
                form="direct",
                content=(span,),
                text=content,
                evidence=(span,),
                about=tuple(About(one) for one in about),
            )
        )

    def resolve(self, gazetteer: Gazetteer) -> Extraction:
        order = sorted(range(len(self.mentions)), key=lambda index: self.mentions[index].span)
        found = Findings(
            mentions=tuple(self.mentions[index] for index in order),
            traits=tuple(self.traits[index] for index in order),
            statements=tuple(self.statements),
            relations=tuple(self.relations),
        )
        return resolve(found, self.article, gazetteer)


def who(extraction: Extraction, mention: Mention) -> str | None:
    return next((one.actor for one in extraction.mentions if one.span == mention.span), None)


def test_a_surname_is_the_full_name_of_the_article_even_before_it(gazetteer: Gazetteer) -> None:
    draft = Draft("Moenberg left. Mara Ellingsen Moenberg came.")
    short, full = draft.name("Moenberg", "PER"), draft.name("Mara Ellingsen Moenberg", "PER")
    found = draft.resolve(gazetteer)
    assert who(found, short) == who(found, full) == "person/mara-ellingsen-moenberg"
    assert found.entities[0].aliases == ("Moenberg",)


def test_an_article_and_a_hyphen_are_no_other_name(gazetteer: Gazetteer) -> None:
    draft = Draft("Sami al-Jaziri spoke. Jaziri left.")
    full, short = draft.name("Sami al-Jaziri", "PER"), draft.name("Jaziri", "PER")
    found = draft.resolve(gazetteer)
    assert who(found, short) == who(found, full) == "person/sami-al-jaziri"


def test_two_with_one_surname_are_not_merged(gazetteer: Gazetteer) -> None:
    draft = Draft("Tor Vestby and Kari Vestby came.\n\nThere was rain.\n\nVestby spoke.")
    first, second, bare = (draft.name(name, "PER") for name in ("Tor Vestby", "Kari Vestby", "Vestby"))
    found = draft.resolve(gazetteer)
    assert who(found, first) == "person/tor-vestby"
    assert who(found, second) == "person/kari-vestby"
    assert who(found, bare) == "person/a1/vestby"  # somebody of this article, nobody knows which


def test_a_courtesy_title_tells_which_of_the_two(gazetteer: Gazetteer) -> None:
    draft = Draft("Thomas Vestby and Anna Vestby came. Ms Vestby spoke.")
    draft.name("Thomas Vestby", "PER")
    second = draft.name("Anna Vestby", "PER")
    draft._position = draft.article.text.index("Ms ")
    bare = draft.name("Vestby", "PER", gender="f")
    found = draft.resolve(gazetteer)
    assert who(found, bare) == who(found, second)


def test_a_surname_alone_means_who_holds_a_post_at_the_articles_date(gazetteer: Gazetteer) -> None:
    draft = Draft("Tillerson spoke.")
    bare = draft.name("Tillerson", "PER")
    assert who(draft.resolve(gazetteer), bare) == "person/rex-tillerson"
    later = Draft("Tillerson spoke.", published="2024-02-19")
    bare = later.name("Tillerson", "PER")
    assert who(later.resolve(gazetteer), bare) == "person/a1/tillerson"


def test_a_capital_that_acts_is_its_government_and_where_something_happens_a_place(gazetteer: Gazetteer) -> None:
    draft = Draft("Ankara protested. Talks were held in Ankara.")
    actor, place = draft.name("Ankara", "LOC", acting=True), draft.name("Ankara", "LOC", locative=True)
    draft.mentions[1] = place = replace(place, start=37, end=43, head=(37, 43))
    found = draft.resolve(gazetteer)
    literal = {one.span: (one.entity, one.refers_to, one.figurative) for one in found.mentions}
    assert literal[actor.span] == ("place/323786", "country/TUR", True)
    assert literal[place.span] == ("place/323786", None, False)


def test_brussels_is_the_union_and_a_building_its_government_unless_something_happens_in_it(
    gazetteer: Gazetteer,
) -> None:
    draft = Draft("Brussels agreed. A Kremlin envoy left. Guests met at the Kremlin.")
    union = draft.name("Brussels", "LOC", acting=True)
    state, place = draft.name("Kremlin", "ORG", function="modifier"), draft.name("the Kremlin", "LOC", locative=True)
    found = draft.resolve(gazetteer)
    assert who(found, union) == "organization/european-union"
    assert who(found, state) == "country/RUS"
    assert who(found, place) == "place/kremlin"


def test_an_organization_is_known_by_its_whole_name_although_the_network_cut_it(gazetteer: Gazetteer) -> None:
    draft = Draft("The Organization for Security and Co-operation in Europe will mediate.")
    draft.name("Organization for Security", "ORG")
    draft.name("Europe", "LOC")
    (mention,) = draft.resolve(gazetteer).mentions  # Europe is no place here
    assert mention.entity == "organization/organization-for-security-and-co-operation-in-europe"
    assert draft.article.text[mention.start : mention.end].startswith("Organization for Security and Co-operation in")


def test_the_minister_is_who_was_given_the_post(gazetteer: Gazetteer) -> None:
    draft = Draft("Foreign Minister Mara Ellingsen met Jon Dahlby. The minister smiled. She left.")
    minister = draft.name("Mara Ellingsen", "PER", post="Foreign Minister", function="subject")
    draft.name("Jon Dahlby", "PER", function="object")
    described = draft.described("The minister", "minister", post="minister", function="subject", acting=True)
    she = draft.pronoun("She", function="subject", gender="f")
    found = draft.resolve(gazetteer)
    assert who(found, described) == who(found, she) == who(found, minister) == "person/mara-ellingsen"


def test_a_post_with_a_country_is_its_holder_at_the_articles_date(gazetteer: Gazetteer) -> None:
    draft = Draft("The Russian president spoke.")
    russian = draft.name("Russian", "MISC")
    draft._position = 0
    described = draft.described("The Russian president", "president", post="president", within=(russian.span,))
    assert who(draft.resolve(gazetteer), described) == "person/vladimir-putin"


def test_a_spokesman_without_a_name_is_the_body_he_speaks_for(gazetteer: Gazetteer) -> None:
    draft = Draft("NATO met. A spokesman for NATO spoke.")
    draft.name("NATO", "ORG")
    draft._position = 10
    body = draft.name("NATO", "ORG")
    draft._position = 10
    spokesman = draft.described("A spokesman for NATO", "spokesman", definite=False, within=(body.span,), acting=True)
    assert who(draft.resolve(gazetteer), spokesman) == "organization/nato"


def test_a_government_is_its_country(gazetteer: Gazetteer) -> None:
    draft = Draft("The Turkish government agreed.")
    turkish = draft.name("Turkish", "MISC")
    draft._position = 0
    described = draft.described("The Turkish government", "government", "organization", within=(turkish.span,))
    assert who(draft.resolve(gazetteer), described) == "country/TUR"


def test_somebody_described_and_not_named_stays_unnamed_and_he_may_mean_him(gazetteer: Gazetteer) -> None:
    draft = Draft("A diplomat spoke. He said “yes”.")
    diplomat = draft.described("A diplomat", "diplomat", definite=False, acting=True, function="subject")
    he = draft.pronoun("He", function="subject", gender="m")
    draft.says(he, "“yes”")
    found = draft.resolve(gazetteer)
    assert who(found, diplomat) is None
    assert (found.statements[0].speaker.kind, found.statements[0].speaker.entity) == ("unnamed", None)
    assert found.entities == ()


def test_a_group_that_acts_is_local_to_its_article(gazetteer: Gazetteer) -> None:
    draft = Draft("Opposition representatives left. The opposition representatives came back.")
    first = draft.described("Opposition representatives", "representative", "group", acting=True, definite=False)
    again = draft.described("The opposition representatives", "representative", "group", acting=True)
    draft.traits[1] = replace(draft.traits[1], text="opposition representatives")
    found = draft.resolve(gazetteer)
    assert who(found, first) == who(found, again) == "group/a1/opposition-representatives"


def test_the_order_of_other_articles_changes_nothing(gazetteer: Gazetteer) -> None:
    def once() -> Extraction:
        draft = Draft("Mara Ellingsen met Sami al-Jaziri in Ankara. She left.")
        draft.name("Mara Ellingsen", "PER", function="subject", acting=True)
        draft.name("Sami al-Jaziri", "PER", function="object")
        draft.name("Ankara", "LOC", locative=True)
        draft.pronoun("She", function="subject", gender="f")
        return draft.resolve(gazetteer)

    first = once()
    Draft("Jon Dahlby spoke.").resolve(gazetteer)
    assert once() == first


def test_whom_the_lead_describes_is_named_in_the_next_sentence(gazetteer: Gazetteer) -> None:
    draft = Draft("The Norwegian envoy left the talks. Mara Ellingsen spoke. The envoy smiled.")
    norwegian = draft.name("Norwegian", "MISC")
    draft._position = 0
    lead = draft.described(
        "The Norwegian envoy", "envoy", post="envoy", within=(norwegian.span,), acting=True, function="subject"
    )
    name = draft.name("Mara Ellingsen", "PER", function="subject", acting=True)
    again = draft.described("The envoy", "envoy", post="envoy", acting=True, function="subject")
    found = draft.resolve(gazetteer)
    assert who(found, lead) == who(found, name) == who(found, again) == "person/mara-ellingsen"


def test_whom_the_lead_describes_is_not_somebody_with_another_post(gazetteer: Gazetteer) -> None:
    draft = Draft("The Norwegian envoy left the talks. Mara Ellingsen spoke.")
    lead = draft.described("The Norwegian envoy", "envoy", post="envoy", acting=True, function="subject")
    draft.name("Mara Ellingsen", "PER", function="subject", acting=True, post="mayor")
    assert who(draft.resolve(gazetteer), lead) is None


def test_a_body_without_a_name_is_taken_up_by_its_noun_alone(gazetteer: Gazetteer) -> None:
    draft = Draft("A trade panel ruled. The court agreed. The three judges left.")
    first = draft.described("A trade panel", "panel", "organization", acting=True, definite=False)
    again = draft.described("The court", "court", "organization", acting=True, antecedents=((first.span, 1.5),))
    found = draft.resolve(gazetteer)
    assert who(found, again) == who(found, first) == "organization/a1/a-trade-panel"


def test_a_post_of_another_party_or_a_lesser_one_is_not_meant(gazetteer: Gazetteer) -> None:
    draft = Draft("Green nominee Jon Dahlby spoke. Red vice nominee Tor Vestby spoke. The Red nominee left.")
    draft.name("Jon Dahlby", "PER", post="Green nominee", function="subject")
    draft.name("Tor Vestby", "PER", post="Red vice nominee", function="subject")
    described = draft.described("The Red nominee", "nominee", post="Red nominee", function="subject", acting=True)
    assert who(draft.resolve(gazetteer), described) is None


def test_the_same_noun_with_another_name_is_another_body(gazetteer: Gazetteer) -> None:
    draft = Draft("The Dahlby campaign spoke. The Vestby campaign replied. The campaign went on.")
    first = draft.described("The Dahlby campaign", "campaign", "organization", acting=True)
    second = draft.described("The Vestby campaign", "campaign", "organization", acting=True)
    again = draft.described("The campaign", "campaign", "organization", acting=True)
    found = draft.resolve(gazetteer)
    assert who(found, first) == "organization/a1/dahlby-campaign"
    assert who(found, second) == who(found, again) == "organization/a1/vestby-campaign"
