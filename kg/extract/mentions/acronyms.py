"""Acronyms: names of bodies that the text spells out before them, "Guild of Lamp Makers (GLM)", also "(Golam)"."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from kg.extract.mentions.firms import marks

_SMALL = frozenset({"of", "to", "for", "the", "and", "in", "on", "&"})
# Two letters are the initials of too many people and places.
_LETTERS = 3


def spelt_out(doc: Doc) -> dict[str, list[Token]]:
    """The acronyms that stand in brackets after the words whose initials they are, and these words.

    Of another language's words the letters are other ones: the name before them is then one that the network sees.
    """
    found: dict[str, list[Token]] = {}
    bodies = {ent.end: list(ent) for ent in doc.ents if ent.label_ == "ORG" and len(ent) > 1}
    for i in marks(doc, "("):
        token = doc[min(i + 1, len(doc) - 1)]
        letters = token.text
        several = len(letters) > _LETTERS and letters.endswith("s") and letters[:-1].isupper()  # "(VDGs)"
        written = letters.isupper() or several or (letters.istitle() and token.ent_type_ != "LOC")
        if written and len(letters) >= _LETTERS and letters.isalpha() and i + 2 < len(doc):
            closed = token.nbor(1).text == ")"
            initials = (letters[:-1] if several else letters).upper()
            words = _words_before(doc, token.i - 2, initials) if closed else []
            if several and not all(word.text[0].isupper() or word.text in _SMALL for word in words):
                continue  # "improvised explosive devices (IEDs)"
            if closed and (letters.isupper() or several or token.ent_type_ == "ORG"):
                words = words or bodies.get(token.i - 1, [])
            if words:
                found.setdefault(letters, words)
    return found


def _words_before(doc: Doc, last: int, letters: str) -> list[Token]:
    """The words up to this one that begin with the letters; small words between them count for nothing."""
    left, first = letters, last
    while first >= 0:
        word = doc[first].text
        if word[0] == left[-1]:
            left = left[:-1]
            if not left:
                return list(doc[first : last + 1])
        elif word not in _SMALL:
            return []
        first -= 1
    return []
