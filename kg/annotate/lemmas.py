"""Lemmas and coarse parts of speech, by word, Penn tag and UD label."""

from __future__ import annotations

from functools import lru_cache

from lemminflect.core.Lemmatizer import Lemmatizer  # type: ignore[import-untyped]  # it brings no types

_TAGS = {
    "SYM": "$ SYM",
    "PUNCT": "'' , -LRB- -RRB- . : HYPH NFP ``",
    "X": "ADD AFX FW GW LS",
    "CCONJ": "CC",
    "NUM": "CD",
    "DET": "DT PDT",
    "PRON": "EX PRP PRP$ WDT WP WP$",
    "ADP": "IN RP",
    "ADJ": "JJ JJR JJS",
    "AUX": "MD",
    "NOUN": "NN NNS",
    "PROPN": "NNP NNPS",
    "PART": "POS TO",
    "ADV": "RB RBR RBS WRB",
    "INTJ": "UH",
    "VERB": "VB VBD VBG VBN VBP VBZ",
    "SPACE": "_SP",
}
_COARSE = {tag: coarse for coarse, tags in _TAGS.items() for tag in tags.split()}
_AUXILIARY = frozenset({"aux", "aux:pass", "cop"})
_NEGATIONS = frozenset({"not", "n't", "n’t", "nt"})


def part_of_speech(word: str, tag: str, dep: str) -> str:
    """UPOS of a word by its Penn tag and its UD label."""
    coarse = _COARSE[tag]
    if coarse == "VERB" and dep in _AUXILIARY:
        return "AUX"
    if tag == "IN" and dep == "mark":
        return "SCONJ"
    if coarse == "DET" and not dep.startswith("det") and dep != "advmod":
        return "PRON"
    if tag == "RB" and word.lower() in _NEGATIONS:
        return "PART"
    return coarse


# Forms that the lexicon has not, or knows otherwise: clitics, pronouns, and plurals that are words of their own.
_AUXILIARIES = {
    "'s": "be", "'re": "be", "'m": "be", "'ve": "have", "'d": "would", "'ll": "will", "ca": "can", "wo": "will",
    "sha": "shall", "ai": "be", "am": "be", "is": "be", "are": "be", "was": "be", "were": "be", "been": "be",
    "being": "be", "has": "have", "had": "have", "having": "have", "does": "do", "did": "do", "done": "do",
    "doing": "do", "got": "get", "wan": "want", "gon": "go",
}  # fmt: skip
_PRONOUNS = {
    "me": "i", "us": "we", "'s": "we", "him": "he", "them": "they", "'em": "they",
    "these": "this", "those": "that", "an": "a", "n't": "not", "nt": "not", "'d": "have",
}  # fmt: skip
_PLURALS = {
    "people": "people", "peoples": "people", "troops": "troops", "media": "media", "data": "data", "thanks": "thanks",
    "regards": "regards", "headquarters": "headquarters", "forces": "force", "means": "means", "series": "series",
    "spokespeople": "spokesperson", "statistics": "statistics", "politics": "politics", "odds": "odds",
    "media’s": "media", "pants": "pants", "goods": "goods",
}  # fmt: skip


@lru_cache(maxsize=50_000)
def lemma(word: str, tag: str, dep: str) -> str:
    """Lower-case lemma of a word by its Penn tag and UD label: ("left", "VBD", "ROOT") gives "leave"."""
    lowered = word.lower().replace("’", "'")
    if tag.startswith("VB") or tag == "MD":
        if tag == "MD" or dep in _AUXILIARY or lowered.startswith("'"):
            known = _AUXILIARIES.get(lowered)
            if known == "would" and tag != "MD":
                known = "have"
            if known or tag == "MD":
                return known or lowered
        # A third person that the network tagged as a base form ("rejects" as VBP) is looked up all the same.
        base = tag in ("VB", "VBP") and lowered not in _AUXILIARIES
        if base and (not lowered.endswith("s") or lowered.endswith("ss")):
            return lowered
        return _looked_up(lowered, "VERB")
    if tag == "NNS":
        return _PLURALS.get(lowered) or _looked_up(lowered, "NOUN")
    if tag == "NNPS":
        return _looked_up(lowered, "NOUN")
    if tag in ("JJR", "JJS", "RBR", "RBS"):
        return _looked_up(lowered, "ADJ" if tag[0] == "J" else "ADV")
    if tag in ("PRP", "DT", "RB"):
        return _PRONOUNS.get(lowered, lowered)
    return lowered


@lru_cache(maxsize=50_000)  # a word has several labels
def _looked_up(lowered: str, upos: str) -> str:
    found = Lemmatizer().getLemma(lowered, upos)
    return str(found[0]).lower() if found else lowered
