"""Names with something in them: a nickname ('Bobby "the Hat" Mazzola'), an editor's brackets ("[Mara] Vestby")."""

from __future__ import annotations

from spacy.tokens import Token

_OPENING, _CLOSING = frozenset('"“‘'), frozenset('"”’')
# Words of a nickname, at most: "the Iron Duke".
_LONGEST = 3


def around_nickname(given: list[Token]) -> list[Token]:
    """How a given name goes on over a nickname in quotation marks.

    Args:
        given: name before it, as far as the network saw it.

    Returns:
        The tokens of the nickname with its marks, and of the surname; none where no such nickname follows.
    """
    doc, opens = given[0].doc, given[-1].i + 1
    closes = next((i for i in range(opens + 2, min(opens + _LONGEST + 2, len(doc) - 1)) if doc[i].text in _CLOSING), 0)
    if not closes or doc[opens].text not in _OPENING:
        return []
    nickname, surname = [*doc[opens + 1 : closes]], doc[closes + 1]
    if any(token.is_sent_start for token in (*nickname[1:], doc[closes], surname)):
        return []
    words = nickname[1:] if nickname[0].lower_ == "the" else nickname
    if not words:
        return []
    named = all(token.tag_ == "NNP" and token.text[0].isupper() for token in (*words, surname))
    # Behind one word alone, which lacks a surname, it is one also where the network sees none.
    known = surname.ent_type_ == "PER" or surname.dep_ == "flat" or (len(given) == 1 and not surname.ent_type_)
    known = known or (words[-1].ent_type_ == "PER" and not surname.ent_type_)  # a nickname that is somebody's name
    if not named or not known:
        return []
    end = closes + 2
    while end < len(doc) and doc[end].ent_type_ == "PER" and doc[end].ent_iob_ == "I":
        end += 1
    return [*doc[opens:end]]


def after_bracket(given: list[Token]) -> list[Token]:
    """The bracket behind a given name that an editor put in and the surname, where the network parted them.

    Args:
        given: name in the brackets, as far as the network saw it.
    """
    doc, closes = given[0].doc, given[-1].i + 1
    behind = doc[closes : closes + 2]
    if len(behind) < 2 or behind[0].text != "]" or not behind[0].whitespace_ or behind[1].ent_type_ not in ("", "PER"):
        return []
    opened = any(token.text == "[" for token in doc[max(given[0].i - _LONGEST - 1, 0) : given[0].i])
    if not opened or behind[1].tag_ != "NNP" or not behind[1].text[0].isupper():
        return []
    end = closes + 2
    while end < len(doc) and doc[end].ent_type_ == "PER" and doc[end].ent_iob_ == "I":
        end += 1
    return [*doc[closes:end]]


def written(text: str) -> str:
    """A name as it is written, without the brackets that an editor put into it: "[Mara] Vestby".

    Nor with the end of brackets that begin before it: "the Guild of Lamp Makers (GLM) Congress".
    """
    text = text.replace("[", "").replace("]", "")
    return " ".join((text if "(" in text else text.replace(")", "")).split())
