"""No meetings: where verbs of meeting tell of nobody who meets: "calling her his friend", "gathered statistics"."""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Token

from kg.extract.mentions.mentions import Mentions
from kg.extract.syntax import grammar, nounphrases, nouns
from kg.extract.syntax.sides import after, case_of, is_passive
from kg.extract.words import meetingwords as words
from kg.extract.words.contests import is_contest
from kg.extract.words.envoys import FOLK, envoys_of
from kg.model import Mention

_CALLS = frozenset({"call", "ring"})
# Who does so to something has collected it: "gathered signatures", "assembled a team".
_COLLECTING = frozenset({"gather", "assemble", "regroup"})
_COLLECTED = frozenset({"gather", "assemble", "regroup", "convene", "huddle"})
# Whom so many go to see, or where, is told of no visit that anybody received: "families travel to visit relatives".
_SEEING = frozenset({"visit", "tour"})
# One takes somebody in one's arms; an idea, not at any meeting.
_EMBRACING = frozenset({"embrace", "hug"})
# Who does so to another does it in a match or bout, when others "meet" beside them.
_PLAYING = frozenset({"face", "play", "fight", "box", "beat", "defeat"})
# With these one collects, takes in or shows what is no guest: "hosted refugees", "hosting a new program".
_TAKING_IN = frozenset({"host", "receive", "welcome", "greet"})
_NO_GUESTS = frozenset(
    """
    migrant refugee immigrant asylum-seeker seeker company firm brand business tourist visitor traveller traveler troop
    base facility show program programme event series podcast contract equipment aid fund
    """.split()
)
# Many who come together and do not meet anybody: "thousands of fans gathered in the square".
_CROWDS = frozenset(
    """
    spectator fan supporter protester protestor demonstrator crowd mourner worshipper worshiper believer resident
    villager voter customer people thousand hundred dozen family relative audience onlooker marcher reveller reveler
    well-wisher mob troop force soldier army faithful
    """.split()
)
# Nor does anybody receive those who go somewhere as such people do: "citizens who visit the United States".
_TRAVELLERS = frozenset(
    "citizen tourist traveller traveler visitor national immigrant migrant pilgrim patient holidaymaker student".split()
)
_THOUSANDS, _DIGITS = frozenset({"thousand", "million", "billion"}), 3
_NAMED_BY = frozenset({"DT", "PRP$", "JJ", "JJS", "NN", "NNS", "NNP", "CD", "``"})
_QUOTES = ("“", "”", '"', "‘", "''", "``")
# Where whoever comes somewhere for life is welcomed: "with open arms".
_FIGURATIVE = frozenset({"arm", "contract", "relief", "chant", "bullet", "applause"})


def is_none(verb: Token, mentions: Mentions) -> bool:
    """Nobody meets by what the verb tells, whatever it means elsewhere."""
    if verb.dep_ == "amod" or is_contest(verb) or _is_match(verb) or _is_last_time(verb):
        return True  # "on the receiving side"; "the teams met in Nairobi", "Chad will meet Mali in the final"
    if verb.tag_ in ("VB", "VBP") and verb.i == grammar.sentence_start(verb) and not _subjects(verb):
        return True  # "Meet the new ministers"
    objects = [child for child in verb.rights if child.dep_ == "obj" and not case_of(child)]
    if verb.lemma_ in _CALLS:
        return _names(verb, objects, mentions)
    if verb.lemma_ in _COLLECTING:
        guests = any(envoys_of(one) or one.ent_type_ == "PER" for one in objects)  # "gathered European leaders"
        return not guests and (bool(objects) or is_passive(verb) or any(child.lower_ == "by" for child in verb.rights))
    if verb.lemma_ in _EMBRACING:
        who = list(after(verb, "by")) if is_passive(verb) else objects  # "was embraced by the party"
        return any(after(verb, "as")) or (bool(who) and not any(_is_somebody(one, mentions) for one in who))
    if verb.lemma_ in _TAKING_IN:
        figurative = any(child.lemma_.lower() in _FIGURATIVE and case_of(child) == "with" for child in verb.rights)
        return figurative or any(one.lemma_.lower() in _NO_GUESTS for one in objects[:1]) or _is_taken(verb)
    return verb.lemma_ == "meet" and bool(objects) and all(is_thing(one, mentions) for one in objects)


def is_crowd(verb: Token, who: Iterable[Mention], mentions: Mentions) -> bool:
    """All of those who gather are many of whom nobody meets anybody."""
    if verb.lemma_ not in _COLLECTED | _SEEING:
        return False
    many = _CROWDS | _TRAVELLERS if verb.lemma_ in _SEEING else _CROWDS
    return _are_such(who, many, mentions)


def are_travellers(who: Iterable[Mention], mentions: Mentions) -> bool:
    """All of those who make a visit are people whom nobody receives."""
    return _are_such(who, _TRAVELLERS, mentions)


def _are_such(who: Iterable[Mention], nouns_: frozenset[str], mentions: Mentions) -> bool:
    found = list(who)
    return bool(found) and all(nouns_ & {mentions.traits(one).noun, mentions.head(one).lemma_.lower()} for one in found)


def _is_last_time(verb: Token) -> bool:
    """A meeting that was told of was that: "her visit was the last time a minister visited the islands"."""
    time = verb.head
    told = verb.dep_.startswith("acl") and time.lemma_ == "time" and any(grammar.children(time, "cop"))
    return told and any(words.noun_of(one) is not None for one in grammar.children(time, "nsubj"))


def _is_match(verb: Token) -> bool:
    """Sides of a match: "when Mali meet Chad in Toyota", a state told of as of several; "X will face Y, Z meet W"."""
    if verb.lemma_ != "meet":
        return False
    who, whom = _subjects(verb), [child for child in verb.rights if child.dep_ == "obj" and not case_of(child)]
    states = [one for one in (*who, *whom) if one.ent_type_ == "LOC" and not any(grammar.children(one, "conj"))]
    if verb.tag_ == "VBP" and who and whom and len(states) == len(who) + len(whom):
        return True
    beside = (verb.head, *grammar.children(verb.head, "conj", "advcl"), *grammar.children(verb, "conj", "advcl"))
    others = (one for one in beside if one.pos_ == "VERB" and one.lemma_ in _PLAYING)
    return any(child.ent_type_ == "PER" for one in others for child in grammar.children(one, "obj")) and any(
        one.ent_type_ == "PER" for one in whom
    )


def _is_somebody(token: Token, mentions: Mentions) -> bool:
    """A person, a pronoun for one, or people by what they are."""
    mention = mentions.of(token)
    person = (mention is not None and mention.kind in ("person", "group")) or token.ent_type_ == "PER"
    return person or token.tag_ == "PRP" or token.lower_ in ("each", "another") or bool(envoys_of(token))


def _subjects(verb: Token) -> list[Token]:
    return [child for child in verb.children if child.dep_ in grammar.SUBJECTS]


def _names(verb: Token, objects: list[Token], mentions: Mentions) -> bool:
    """Somebody is called something: "called her his friend", "calling Chad an “ally”", "the man she called father"."""
    if (verb.dep_ == "acl:relcl" and not objects) or _is_so_called(verb):
        return True  # "over what she called a campaign to frighten them"
    for one in objects[:1]:
        mention = mentions.of(one)
        base = nounphrases.base_phrase(one)[-1]
        end = max(base.i, mentions.head(mention).i if mention is not None else one.i)
        while end + 1 < grammar.sentence_end(verb) and verb.doc[end + 1].dep_ == "flat":
            end += 1
        behind = verb.doc[end + 1] if end + 1 < grammar.sentence_end(verb) else None
        if behind is None or behind.ent_type_ in ("DATE", "PER"):
            return False
        day = mentions.of(behind)
        if day is not None and day.kind == "date":
            return False
        return behind.text in _QUOTES or (behind.tag_ in _NAMED_BY and behind.lower_ not in ("last", "next", "this"))
    return False


def _is_so_called(verb: Token) -> bool:
    """The words for something follow: "over what Minister Dahl called a campaign"."""
    for token in reversed(verb.doc[grammar.sentence_start(verb) : verb.i]):
        if token.lower_ == "what":
            return True
        if token.pos_ in ("VERB", "AUX") or token.text in (",", ";"):
            break
    return False


def is_in_court(noun: Token) -> bool:
    """A hearing before no council or chamber, where nobody meets: "at a hearing on Monday", not "a Senate hearing"."""
    before = (token.lower_ for token in nounphrases.noun_phrase(noun) if token.i < noun.i)
    return noun.lemma_ == "hearing" and not words.HEARERS & set(before)


def is_demand(noun: Token) -> bool:
    """What somebody wants is called for: "her call for a truce", "calls from lawmakers to shut it down"."""
    wanted = (child for each in (noun, *after(noun, "from", "by")) for child in each.rights)
    return noun.lemma_ == "call" and any(
        case_of(child) == "for" or (grammar.is_infinitive(child) and child.dep_ in ("acl", "xcomp", "ccomp", "advcl"))
        for child in wanted
    )


def is_throng(token: Token) -> bool:
    """So many travel that nobody is a guest: "two million Chadians visited Oman", "30,000 of them cancelled trips"."""
    numbers = (token, *grammar.children(token, "nummod"))
    return any(each.ent_type_ != "DATE" and _is_thousand(each) for each in numbers)


def _is_thousand(number: Token) -> bool:
    digits = number.text.replace(",", "")
    return number.lower_.removesuffix("s") in _THOUSANDS or (digits.isdigit() and len(digits) > _DIGITS)


def _is_taken(verb: Token) -> bool:
    """What somebody received, told of a noun: "the backing that she received"; but "the envoy whom she received"."""
    if verb.lemma_ != "receive" or verb.dep_ != "acl:relcl" or is_passive(verb):
        return False
    if envoys_of(verb.head) or verb.head.ent_type_ == "PER":
        return False  # "the delegation that she received"
    return all(child.lower_ not in ("who", "whom") for child in verb.lefts)


def is_thing(token: Token, mentions: Mentions) -> bool:
    """What is met is a requirement or the like: "meet that threshold and the minister's terms"; not "the families"."""
    people = envoys_of(token) or token.lemma_.lower() in FOLK | nouns.PEOPLE
    return token.pos_ == "NOUN" and mentions.of(token) is None and not people
