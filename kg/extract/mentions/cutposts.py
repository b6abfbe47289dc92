"""Posts that papers cut short and take up like a noun: "the PM", "Oslo's FM"."""

from __future__ import annotations

from spacy.tokens import Token

#: What they are in full.
CUT = {
    "PM": "prime minister",
    "FM": "foreign minister",
    "CM": "chief minister",
    "DPM": "deputy prime minister",
    "DCM": "deputy chief minister",
    "CFO": "chief financial officer",
    "COO": "chief operating officer",
    "IGP": "police chief",
    "DIG": "deputy police chief",
    "DGP": "police chief",
    "OC": "police officer",
    "ASI": "police officer",
    "DAG": "deputy attorney",
}
# With "the" before them they may be a body's: "the ASI", Archaeological Survey of India.
_OF_ONE = frozenset({"ASI"})
#: Who sit in a parliament, written so.
MEMBERS = {"MPs": "mp", "MEPs": "mep"}
# What is on air, or measured, stands in other places.
_BEFORE = frozenset({"the", "a", "an", "this", "former", "ex", "then", "new", "deputy", "his", "her", "its", "our"})


def is_cut_post(token: Token) -> bool:
    """A post for whoever holds it, and not the time of day nor a title before a name: "the PM", "the Latvian PM"."""
    if token.text not in CUT or token.i == token.sent.start:
        return False
    before, behind = token.nbor(-1), token.nbor() if token.i + 1 < len(token.doc) else token
    if behind.ent_type_ == "PER" and behind.ent_iob_ == "B":
        return False  # "the then PM Nora Lind"
    if token.text in _OF_ONE and before.lower_ not in ("a", "an"):
        return False
    held = before.text == "," and behind.lower_ == "of"  # "Tor Vestby, OC of Moen Police Station"
    return held or before.lower_ in _BEFORE or before.tag_ == "POS" or before.ent_type_ in ("MISC", "LOC")


def in_full(words: str, head: Token) -> str:
    """The words of a description with its post in full."""
    return words.replace(head.text, CUT[head.text]) if head.text in CUT else words


def noun_of(head: Token) -> str:
    """The noun of a description: "minister" of "the PM", "mp" of "MPs"."""
    return CUT[head.text].split()[-1] if head.text in CUT else MEMBERS.get(head.text, head.lemma_.lower())
