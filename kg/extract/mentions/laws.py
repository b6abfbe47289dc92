"""Laws: names of laws, treaties, illnesses and the like, which the network takes for somebody's and are nobody."""

from __future__ import annotations

from spacy.tokens import Token

# By their names, in small letters and without spaces.
_KNOWN = frozenset(
    """
    obamacare romneycare trumpcare medicare medicaid brexit grexit
    covid covid-19 coronavirus zika ebola sars mers h1n1 h5n1 hiv aids polio malaria cholera measles dengue mpox
    alzheimer parkinson internet wi-fi bitcoin newdeal greatrecession greatdepression billofrights
    """.split()
)
# With what the names of others end, and begin.
_ENDS = frozenset({"act", "treaty", "protocol", "amendment", "amendments"})
_BEGINS = frozenset({"treaty", "convention", "protocol"})


def is_law(name: list[Token]) -> bool:
    """The words name nobody who could do or say anything: "Zika", "the Clean Air Act", "Treaty of Versailles"."""
    words = [token.lower_ for token in name]
    of = len(words) > 2 and words[0] in _BEGINS and words[1] in ("of", "on")
    return "".join(words) in _KNOWN or of or (len(words) > 1 and words[-1] in _ENDS)
