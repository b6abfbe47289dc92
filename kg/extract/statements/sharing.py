"""Sharing: which clauses tell the time and the place of one another's sayings, and which only their own."""

from __future__ import annotations

from spacy.tokens import Token

from kg.extract.attributions.links import Link
from kg.extract.syntax import grammar, nouns, subjects
from kg.extract.syntax.sides import case_of

# Clauses that share what opens the clause they hang on: "On Monday X met Y and said ...".
_SHARING = frozenset({"conj", "advcl", "xcomp", "parataxis", "ccomp"})
# Clauses and names beside a noun, whose dates are its own: "Ann Rowe, chairman in 2000, agreed, but she said".
_BESIDE_NOUN = frozenset({"acl", "acl:relcl", "appos"})
#: What people speak at or in: its time is when it is said.
OCCASIONS = frozenset(
    """
    conference news meeting summit talk session hearing rally debate call visit ceremony event gathering forum dinner
    appearance broadcast programme program show podcast conversation discussion lecture sermon vote tour trip inspection
    """.split()
)
# Who speaks so, or does this, speaks then and there: "speaking in Oslo on Friday, she said", "visiting troops in Oslo".
_SPEAKING = frozenset(
    """
    addressing answering appearing arguing briefing commenting lecturing preaching presenting replying responding
    delivering reading speaking talking telling testifying tweeting writing
    announcing attending campaigning chairing closing greeting hosting inaugurating launching opening receiving
    standing touring unveiling visiting welcoming
    arriving beginning concluding emerging ending entering inspecting kicking landing leading leaving meeting returning
    signing starting wrapping
    """.split()
)
# Who is asked so answers then and there: "asked in Oslo on Friday whether, she said"; and what he did who spoke:
# "Moen, who addressed a rally in Oslo on Friday, said".
_ASKED = frozenset("asked grilled pressed questioned quizzed".split())
_WHAT = frozenset("about concerning how if over regarding to what when whether which who why".split())
_SPOKE = frozenset(
    "address appear brief chair host inaugurate launch open preside react respond speak talk testify unveil".split()
)
# What is done, or not, on a day between the verb and its infinitive.
_ATTEMPTING = frozenset("fail refuse decline try seek begin start continue attempt hasten move rush manage use".split())
# What is said at the same time.
_MEANWHILE = frozenset({"while", "as", "though", "although"})
_AFTER = frozenset({"after", "on", "upon"})
# Who has just come speaks there; who is about to leave does so on that day: "said after arriving in Oslo".
_COMING = frozenset({"arrive", "land", "return"})
_MEETING = frozenset("meet hold visit tour attend receive host speak talk confer sign address inspect".split())
_PERFECT = frozenset({"has", "have", "had", "'ve", "’ve"})
_LEAVING = frozenset({"attend", "board", "depart", "enter", "fly", "leave", "head", "set"})
# How what is said gets out: "in a letter dated 4 January", "in a report published on Monday".
_ISSUING = frozenset(
    """
    adopt air broadcast carry circulate conduct date deliver distribute file give hand hold issue lodge make post
    present print publish read record release send share sign stream submit table tape televise unveil write
    """.split()
)
#: Texts, and what is no document elsewhere: "a ruling published on Monday", "according to a log of Monday".
TEXTS = (
    nouns.DOCUMENTS
    | OCCASIONS
    | frozenset(
        """
        affidavit bill chart circular decision decree diary dispatch judgement judgment log minutes motion note opinion
        order petition questionnaire record register ruling schedule verdict
        """.split()
    )
)
# Before an occasion; "at the end of" one, "during the week" tell none.
_AT_IT = frozenset({"at", "during"})
_MEASURES = frozenset(
    """
    end beginning start time point rate level height age day week month year weekend moment stage expense request
    behest hand odds risk cost price least heart root centre center
    """.split()
)
# Texts that say what they say as they are issued.
_SAYINGS = frozenset(
    "statement letter message video tweet post communiqué communique declaration email memo recording note".split()
)


def _sharing(verb: Token) -> set[int]:
    """The verbs with which it shares what opens their clause: "On Monday they met, shook hands and said"."""
    found: set[int] = set()
    while verb.dep_ in _SHARING and not _has_subject(verb) and verb.head.i not in found:
        conj = verb.dep_ == "conj"
        verb = verb.head
        found.add(verb.i)
        if not conj:
            break
    return found if verb.dep_ == "conj" else found | {subjects.coordinated_with(verb).i}


def _has_subject(verb: Token) -> bool:
    """The clause is told of somebody by itself: "the talks begin today, and I believe" tells no day of believing."""
    return verb.dep_ == "conj" and any(child.i > verb.head.i for child in grammar.children(verb, "nsubj"))


def main_of(cue: Token) -> Token:
    """The verb beside which a cue stands: "asked" in "asked them on Tuesday to order ..., saying"."""
    main = cue.head
    while cue.tag_ == "VBG" and cue.dep_ == "advcl" and main.dep_ == "xcomp":
        main = main.head
    if _is_loose(cue):
        return next((above for above in grammar.ancestors(cue) if above.pos_ == "VERB"), main)
    return main


def _is_loose(cue: Token) -> bool:
    """A participle behind a comma, which the tree hangs on a noun: "spoke of it at a meeting in Oslo, saying"."""
    return cue.tag_ == "VBG" and cue.dep_ == "acl" and cue.i > 0 and cue.nbor(-1).text == ","


def belongs(token: Token, one: Link, said: set[int]) -> bool:
    """The token hangs on the cue; or on the verb that the cue is coordinated with or subordinate to."""
    if of_speaker(token, one) or _is_of_text(token, one):
        return True
    cue = {each.i for each in one.cue}
    told = cue | _said_by(one.head)
    within = token.dep_ in _BESIDE_NOUN
    for above in grammar.ancestors(token):
        if above.i in cue or _tells(above, told) or _is_asked(token, above, one.head):
            return True
        if above.i in said:
            return False
        if above.pos_ in ("VERB", "AUX") or any(grammar.children(above, "cop")):  # "on Friday she was milder, saying"
            return not within and _shares(token, above, one.head)
        within = within or above.dep_ in _BESIDE_NOUN
    return False


def _said_by(cue: Token) -> set[int]:
    """The verb that a participle goes with: "in a statement released on Friday, she reacted to it, saying"."""
    with_it = cue.dep_ == "advcl" and cue.tag_ == "VBG" and not any(grammar.children(cue, "nsubj", "mark"))
    return {main_of(cue).i} if (with_it and cue.head.pos_ == "VERB") or _is_loose(cue) else set()


def is_occasion(noun: Token) -> bool:
    """What is said "at the opening of the plant" or "during the funeral" is said then and there."""
    return (
        noun.pos_ == "NOUN" and not noun.ent_type_ and case_of(noun) in _AT_IT and noun.lemma_.lower() not in _MEASURES
    )


def is_doing(noun: Token) -> bool:
    """It is what the speaker does as he speaks: "leading the march on Friday, she urged"."""
    return noun.dep_ == "obj" and noun.head.dep_ == "advcl" and noun.head.lower_ in _SPEAKING


def _tells(verb: Token, cue: set[int]) -> bool:
    """The verb tells how what the cue reports was said: "speaking on Friday", "in a letter dated 4 January"."""
    if verb.dep_ == "advcl" and (verb.lower_ in _SPEAKING or _is_meanwhile(verb)):
        return verb.head.i in cue
    noun = verb.head
    if verb.lemma_ not in _ISSUING or verb.tag_ not in ("VBN", "VBD") or verb.i < noun.i:
        return False
    while noun.dep_ == "nmod" and case_of(noun) == "of" and noun.lemma_.lower() not in nouns.DOCUMENTS:
        noun = noun.head  # "a survey of voters released on Friday"
    if noun.lemma_.lower() not in TEXTS and not is_occasion(noun):
        return False
    if verb.lemma_ == "make" and not any(child.lower_ == "public" for child in verb.children):
        return False
    # "According to a report dated 4 January" dates what the report says, not what it is said of.
    according = next((child.i for child in noun.children if child.lower_ == "according"), noun.head.i)
    return according in cue


def _is_asked(token: Token, verb: Token, cue: Token) -> bool:
    """The word tells when or where somebody is asked who answers: "asked on Friday about the raid", "when asked at"."""
    if verb.lower_ not in _ASKED or any(grammar.labelled(verb, "nsubj")):
        return False
    answers = {cue.i, cue.head.i} if cue.dep_ == "conj" else {cue.i}  # "asked on Friday whether, she nodded and said"
    beside = (verb.dep_ == "advcl" and verb.head.i in answers) or (cue.dep_ == "parataxis" and cue.head.i == verb.i)
    if not beside:
        return False
    between = verb.doc[verb.i + 1 : token.i]
    return not any(each.lower_ in _WHAT or (each.lower_ == "on" and not each.head.ent_type_) for each in between)


def _is_meanwhile(verb: Token) -> bool:
    """What the speaker is told to do as he speaks, or just did: "as she packed her stall", "after landing in Oslo"."""
    marks = _marks(verb)
    when = any(child.lower_ == "when" for child in grammar.labelled(verb, "advmod", "mark"))
    if marks & _MEANWHILE or when:
        if grammar.tense(verb) != "past" or any(child.lower_ in _PERFECT for child in grammar.children(verb, "aux")):
            return False
        if verb.i < verb.head.i and (when or "as" in marks):
            return True  # "when the result was announced on Monday, she said"
        who = next(grammar.children(verb, "nsubj"), None)
        they = {"he", "she", "they", "it"} if when else {"he", "she", "they"}
        return verb.tag_ == "VBD" and verb.lemma_ != "do" and who is not None and who.lower_ in they
    if "while" in marks and verb.tag_ in ("VBG", "VBN") and not any(grammar.labelled(verb, "nsubj", "nsubj:pass")):
        return True  # "while campaigning in Oslo on Friday, she said"
    if verb.tag_ != "VBG":
        return False
    if "after" in marks and verb.i < verb.head.i and verb.lemma_ in _MEETING:
        return True  # "after meeting Moen on Friday, she said"
    return bool(marks & _AFTER and verb.lemma_ in _COMING) or ("before" in marks and verb.lemma_ in _LEAVING)


def of_speaker(token: Token, one: Link) -> bool:
    """It tells where the speaker speaks, in commas behind his name: "the envoy, visiting Oslo on Monday, said"."""
    above = next((each for each in grammar.ancestors(token) if each.pos_ == "VERB"), None)
    if above is None or one.speaker is None or above.head.i not in names_of(one.speaker):
        return False
    # "who met them in Oslo last week" speaks today
    occasion = above.lemma_ in _SPOKE or (above.lemma_ in _MEETING and token.text.endswith("day"))
    if above.dep_ == "acl:relcl" and occasion and grammar.tense(above) == "past":
        who = next(grammar.children(above, "nsubj"), None)
        return who is not None and who.lower_ == "who" and who.nbor(-1).text == ","
    spoken = above.dep_ == "acl" and above.lower_ in _SPEAKING
    return spoken and above.nbor(-1).text == "," and token.i < one.head.i


def names_of(speaker: Token) -> set[int]:
    """The words of the speaker: his own, and what is put equal to them: "its director in Haiti, Ann Rowe, speaking"."""
    same = {speaker.i, *(each.i for each in grammar.labelled(speaker, "appos", "nmod:desc"))}
    return same | {speaker.head.i} if speaker.dep_ == "appos" else same


def is_issued(token: Token, one: Link) -> bool:
    """The word hangs on what tells when the text that speaks was issued: "a statement released on Monday accuses".

    A study that was published on Monday disputes on any day what it disputes; what it found it found then.
    """
    verb = token.head
    told = verb.head.lemma_.lower() in _SAYINGS or one.head.lower_ == "according"
    source = grammar.head_of(list(one.source)) if one.source and one.head.tag_ == "VBD" else None
    if _is_of_text(token, one):
        return True
    if source is not None and source.lemma_.lower() in nouns.DOCUMENTS:
        if token.head.i in (source.i, one.head.i):
            return True  # "a 2019 report found", "a survey on Friday showed", "a letter this month urged"
        told = True
    return told and _tells(verb, {each.i for each in one.cue})


def _is_of_text(token: Token, one: Link) -> bool:
    """It is the day of what somebody refers to: "according to a coast guard log of Saturday"."""
    text = token.head
    named = one.head.lower_ == "according" and text.pos_ == "NOUN" and text.lemma_.lower() in TEXTS
    return named and text.i in {each.i for each in one.source} and case_of(token) in ("of", "on", "from")


def _shares(token: Token, verb: Token, cue: Token) -> bool:
    """The cue shares what stands with the verb: what opens its clause, and where nobody else begins to act the rest.

    "On Monday X met Y and said", "told parliament on Tuesday that ... and urged", "said on Tuesday that ..., blaming";
    not "parliament condemned it on Friday, and the bishop demanded", "conceded on Thursday ... but maintained".
    """
    main = _first_of(cue, verb) if cue.dep_ == "conj" else main_of(cue)
    if token.i < min(verb.i, cue.i) and verb.i in _sharing(cue):
        return True
    if main.i != verb.i or not (cue.dep_ in _SHARING or _is_loose(cue)):
        return False
    if token.i < min(verb.i, cue.i):
        return True
    if token.i > cue.i:  # "came out and endorsed Moen on Friday"
        return cue.dep_ == "conj" and not any(each.pos_ in ("VERB", "AUX") for each in cue.doc[cue.i + 1 : token.i])
    if cue.dep_ in ("advcl", "acl") and cue.tag_ == "VBG":  # "with diplomats saying" too
        return "with" in _marks(cue) or not any(grammar.children(cue, "nsubj"))
    if cue.dep_ in ("xcomp", "advcl") and cue.tag_ == "VB" and verb.lemma_ in _ATTEMPTING:
        return True  # "failed on Wednesday to agree", "used his speech on Sunday to call for"
    if cue.dep_ == "advcl" and cue.tag_ == "VB" and verb.tag_ == "VBD":
        return True  # "blocked a bridge on Tuesday to demand"
    if cue.dep_ == "conj" and any(
        child.lower_ == "that" and child.i > verb.i for child in grammar.labelled(cue, "mark")
    ):
        return False  # "said she had met them on Friday and that they had refused"
    joined = next((child.i for child in grammar.children(cue, "cc")), 0)
    if any(child.i > joined for child in grammar.children(cue, "nsubj")):
        return False
    adversative = any(child.lower_ == "but" for child in cue.children)
    return cue.dep_ == "conj" and not adversative and grammar.tense(cue) == grammar.tense(verb)


def _first_of(cue: Token, verb: Token) -> Token:
    """The verb that a cue is coordinated with, up to the verb: "met in Oslo, shook hands and announced"."""
    main = subjects.coordinated_with(cue)
    while main.i != verb.i and not any(grammar.children(main, "nsubj")):
        above = subjects.coordinated_with(main)
        if above.i == main.i:
            break
        main = above
    return main


def _marks(cue: Token) -> set[str]:
    return {child.lower_ for child in grammar.children(cue, "mark", "case")}
