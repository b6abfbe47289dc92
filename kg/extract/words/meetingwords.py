"""Words that tell of meetings: verbs with the roles of subject and object, nouns, and what surrounds them.

Lemmas, written down for this program from general knowledge of news English.
"""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from kg.model import MeetingFormat, ParticipantRole


@dataclass(frozen=True, slots=True)
class Frame:
    """A verb's subject meets its object, or whom it names after one of `cases`, in these roles.

    Attributes:
        together: the subject alone may be all who meet: "the ministers met", "the committee gathered".
        least: how many sides must be told; of a visit, the place counts as one.
    """

    format: MeetingFormat
    doing: ParticipantRole = "party"
    done: ParticipantRole = "party"
    cases: tuple[str, ...] = ("with",)
    together: bool = False
    least: int = 2


RECEIVING = Frame("visit", "host", "visitor", ())
_CALLING = Frame("call")
_WITH = Frame("talks", together=True)
VERBS: dict[str, Frame] = {
    "meet": Frame("meeting", together=True),
    "gather": Frame("meeting", together=True),
    "assemble": Frame("meeting", together=True),
    "convene": Frame("meeting", together=True),
    "reconvene": Frame("meeting", together=True),
    "huddle": Frame("meeting", together=True),
    "regroup": Frame("meeting", together=True),
    "reassemble": Frame("meeting", together=True),
    "adjourn": Frame("meeting", together=True),
    "confer": _WITH,
    "negotiate": _WITH,
    "parley": _WITH,
    "dine": Frame("meeting", together=True),
    "lunch": Frame("meeting", together=True),
    "breakfast": Frame("meeting", together=True),
    "embrace": Frame("meeting", cases=()),
    "hug": Frame("meeting", cases=()),
    "host": Frame("meeting", "host", "visitor", ()),
    "receive": RECEIVING,
    "welcome": RECEIVING,
    "greet": RECEIVING,
    "visit": Frame("visit", "visitor", "host", (), least=1),
    "tour": Frame("visit", "visitor", "host", (), least=1),
    "phone": _CALLING,
    "telephone": _CALLING,
    "ring": _CALLING,
    "call": _CALLING,
}
BRIEFING = frozenset({"brief", "tell", "address"})
#: Who tells somebody something in a call, at a meeting, or tells a conference, is there with those who are told.
TELLING = frozenset(
    """
    tell warn inform assure remind urge ask promise brief address congratulate thank reassure press apologise apologize
    complain
    """.split()
)
#: Several of whom this is told have spoken with each other.
AGREEING = frozenset(
    "agree discuss exchange clash disagree decide quarrel argue pledge review explore examine reaffirm".split()
)
#: The same after talks that were not told of before.
CONCLUDING = frozenset({"announce", "declare", "fail", "sign", "vow", "issue"})
#: Who does so to somebody "to a meeting" holds it.
ASKING = frozenset({"invite", "call", "summon"})
#: With these the place after "to" or "in" is visited.
JOURNEYS = frozenset({"travel", "fly", "arrive", "land", "head", "journey", "go", "come", "return"})
#: With these the place after "for" is.
DEPARTING = frozenset({"leave", "depart"})
#: They tell little by themselves: the journey must have a day or lie ahead.
PLAIN_JOURNEYS = frozenset({"go", "come", "return", "head", "leave", "depart"})
#: With one of `DEVICES` these are calls: "spoke by telephone with".
SPEAKING = frozenset({"speak", "talk", "consult", "converse", "chat", "discuss", "confer"})
DEVICES = frozenset(
    {"telephone", "phone", "video", "videolink", "teleconference", "videoconference", "skype", "hotline"}
)
#: What is signed where the parties come together.
ACCORDS = frozenset(
    """
    agreement accord treaty pact deal memorandum declaration protocol text communiqué communique convention charter
    contract truce armistice ceasefire framework roadmap
    """.split()
)

NOUNS: dict[str, MeetingFormat] = {
    "meeting": "meeting",
    "encounter": "meeting",
    "face-to-face": "meeting",
    "get-together": "meeting",
    "sit-down": "meeting",
    "rendezvous": "meeting",
    "banquet": "meeting",
    "gathering": "meeting",
    "session": "meeting",
    "dinner": "meeting",
    "lunch": "meeting",
    "breakfast": "meeting",
    "tea": "meeting",
    "coffee": "meeting",
    "bilateral": "meeting",
    "audience": "meeting",
    "interview": "meeting",
    "hearing": "meeting",
    "tête-à-tête": "meeting",
    "talk": "talks",
    "negotiation": "talks",
    "round": "talks",
    "consultation": "talks",
    "discussion": "talks",
    "dialogue": "talks",
    "conversation": "talks",
    "deliberation": "talks",
    "parley": "talks",
    "call": "call",
    "videoconference": "call",
    "teleconference": "call",
    "summit": "summit",
    "conference": "conference",
    "forum": "conference",
    "symposium": "conference",
    "seminar": "conference",
    "workshop": "conference",
    "roundtable": "conference",
    "retreat": "conference",
    "plenary": "conference",
    "signing": "conference",
    "visit": "visit",
    "stopover": "visit",
    "trip": "visit",
    "tour": "visit",
    "table": "talks",
}
#: The table at which one negotiates.
TABLES = frozenset({"negotiating", "bargaining", "negotiation", "peace"})
#: Before a hearing: those before whom one is heard; before a court nobody meets.
HEARERS = frozenset(
    "senate house congress congressional parliament parliamentary committee subcommittee council panel".split()
)
#: What is given for guests.
FEASTS = frozenset({"dinner", "lunch", "breakfast", "banquet", "reception"})
#: Meetings only with words that say who meets.
NEED_PARTIES = frozenset(
    """
    call conversation visit trip tour session consultation discussion dialogue dinner lunch breakfast audience interview
    encounter gathering forum face-to-face get-together sit-down rendezvous banquet deliberation parley teleconference
    symposium seminar workshop roundtable retreat plenary stopover
    """.split()
)
#: Of these two sides must be told: a dinner in Rome need not be a meeting.
NEED_BOTH = frozenset(
    """
    call conversation dinner lunch breakfast audience interview discussion banquet retreat seminar workshop
    symposium deliberation teleconference sit-down tea coffee bilateral hearing
    """.split()
)
#: What stands before a noun and makes it no meeting: "a news conference", "a town hall meeting".
NO_MEETINGS = frozenset(
    """
    news press town hall party wake-up roll close training media world concert bus book guided campaign sales
    shopping field robo trading jam recording photo
    """.split()
)


#: Verbs whose subject takes part in what their object names: "held talks", "attended the summit".
HOLDING = frozenset(
    """
    hold have begin start open resume conduct continue attend conclude end close finish reopen enter join launch
    convene complete pursue leave quit seek request plan schedule arrange need want propose undertake make pay wind
    wrap kick break suspend co cancel postpone call cut abandon scrap delay interrupt restart take do enjoy address
    reconvene adjourn prolong extend relaunch renew stage give throw grant answer receive get accept
    """.split()
)
#: The same with a preposition: "took part in the talks", "arrived for the summit", "walked out of the meeting".
ATTENDING = frozenset(
    """
    take participate engage sit go return come arrive travel fly gather walk leave depart represent participate appear
    be stay head meet speak prepare join due assemble convene land address spend
    """.split()
)
#: Verbs that make their subject the host, or the mediator.
HOSTING = frozenset({"host", "organise", "organize", "chair", "preside", "hold", "convene", "lead"})
MEDIATING = frozenset(
    {"mediate", "broker", "facilitate", "moderate", "oversee", "sponsor", "mediation", "facilitation"}
)

CALLING_OFF = frozenset(
    {
        "cancel",
        "postpone",
        "call",
        "suspend",
        "scrap",
        "abandon",
        "shelve",
        "abort",
        "put",
        "push",
        "drop",
        "defer",
        "nix",
        "axe",
    }
)
#: Verbs and participles that set a meeting in the future.
PLANNING = frozenset(
    """
    plan schedule due expect set propose arrange await prepare invite slate intend hope seek want agree promise expect
    decide request aim upcoming forthcoming future planned scheduled proposed possible expected next coming tomorrow
    slated
    """.split()
)
#: What is told after "is scheduled to meet" tells of the meeting, on whichever verb the tree hangs it.
SCHEDULING = frozenset({"schedule", "expect", "plan", "set", "slate", "arrange", "agree"})
#: What is only proposed or demanded is not arranged.
PROPOSING = frozenset(
    "offer propose suggest ask urge demand want wish hope encourage implore beg exhort advise recommend press".split()
)
PAST = frozenset({"previous", "last", "earlier", "recent", "past", "former", "initial", "yesterday"})
#: Of what lies behind this is known, whatever is planned after it: "is set to close after failed talks".
FAILED = frozenset({"failed", "fruitless", "unsuccessful", "abortive", "inconclusive"})
#: Prepositions that say whether the meeting lies behind what the clause tells.
AFTER = frozenset({"after", "following", "since", "during"})
#: What is told after these is not done at the meeting: "her first visit since taking office".
NOT_THEN = frozenset({"before", "after", "since", "following", "ahead"})
#: Prepositions of what is done at a meeting.
DURING = frozenset({"at", "in", "during"})
BEFORE = frozenset({"ahead", "before", "until", "pending", "till"})
#: Who is so meets some day: it is told where he says when.
OPEN = frozenset({"ready", "willing", "prepared", "readiness", "willingness"})
#: Who refuses to meet does not meet.
REFUSING = frozenset({"refuse", "decline", "fail", "avoid", "rule", "stop", "prevent", "ban", "honored"})
#: After "on" or "over" these are no topic.
NO_TOPICS = frozenset(
    """
    sidelines sideline margin margins basis condition invitation occasion eve behalf part level hill phone telephone
    line date day table weekend course week month year tour visit trip time tuesday monday wednesday thursday friday
    saturday sunday floor record ground schedule terms breakfast lunch dinner coffee tea drink drinks
    podcast broadcast
    career lifetime decade radio television tv stage campus assignment side sides
    """.split()
)
#: Where those who are at one meeting have another.
SIDELINES = frozenset({"sideline", "sidelines", "margin", "margins"})
ORDINALS = frozenset(
    """
    first second third fourth fifth sixth seventh eighth ninth tenth next last final previous new latest opening
    another two three four several earlier further fresh similar separate
    """.split()
)


def noun_of(token: Token) -> str | None:
    """The noun of a meeting that a word is, also where its plural was taken for a singular ("meetings")."""
    lemma = token.lemma_.lower()
    if lemma not in NOUNS and token.tag_ == "NN":
        lemma = lemma.removesuffix("s")
    return lemma if lemma in NOUNS else None
