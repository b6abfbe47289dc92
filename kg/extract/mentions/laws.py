"""Laws: names of laws, treaties, illnesses and the like, which the network takes for somebody's and are nobody."""

from __future__ import annotations

import re

from spacy.tokens import Token

# By their names, in small letters and without spaces.
_KNOWN = frozenset(
    """
    obamacare romneycare trumpcare medicare medicaid brexit grexit
    covid covid-19 coronavirus zika ebola sars mers h1n1 h5n1 hiv aids polio malaria cholera measles dengue mpox
    alzheimer parkinson internet wi-fi bitcoin newdeal greatrecession greatdepression billofrights
    constitution commoncore socialsecurity electoralcollege stateoftheunion freedomofinformation equalprotection
    dodd-frank glass-steagall gdpr daca jcpoa jointcomprehensiveplanofaction usmca
    deferredactionforchildhoodarrivals paycheckprotectionprogram
    beltandroad beltandroadinitiative buildbackbetter buildbackbetterworld makeamericagreatagain
    bible gospel koran quran qur'an torah airforceone keystonexl keystonepipeline
    medalofhonor goldenglobes grammys oscars emmys apprentice celebrityapprentice
    gdp ipo ipos nft nfts pcr mou mous sdgs ethereum atms dui pacs superpac superpacs wwi wwii
    """.split()
)
# With what the names of others end, and begin.
_ENDS = frozenset({"act", "treaty", "protocol", "amendment", "amendments", "clause", "agreement"})
_BEGINS = frozenset({"treaty", "convention", "protocol"})
# "GHS6.2billion", "Omicron", "the Omicron COVID-19 variant", "BA.5", "COP26", "Title IX".
_PATTERN = re.compile(
    r"[a-z]{2,3}[$€£]?\d[\d.,]* ?(?:billion|million|trillion|bn|mn)|"
    r"omicron\b.*|ba\.\d.*|cop ?\d\d|title [ivx]+|(?:hb|sb|h\.?r\.?|hjr|sjr) ?\d+",
    re.IGNORECASE,
)
# Before the number of a bill.
_BILLS = frozenset({"HB", "SB", "H.R.", "HR"})
# Before the letters of a committee for donations they make it any of them: "a pro-Vestby super PAC".
_ANY_PAC = frozenset({"super", "leadership", "hybrid", "political", "a", "an"})
# What a name is of that stands before these: a plane, games, a debt, pictures.
_BEFORE_THINGS = {
    "airforce": frozenset({"one", "two"}),
    "cctv": frozenset("camera cameras footage image images video videos recording system stills".split()),
    "treasury": frozenset("bill bills bond bonds note notes security securities yield yields".split()),
}
_GAMES = frozenset({"championship", "championships"})


def is_law(name: list[Token]) -> bool:
    """The words name nobody who could do or say anything: "Zika", "the Clean Air Act", "Treaty of Versailles"."""
    if not name:
        return False
    words = [token.lower_ for token in name]
    of = len(words) > 2 and words[0] in _BEGINS and words[1] in ("of", "on")
    known = "".join(words) in _KNOWN or of or (len(words) > 1 and words[-1] in _ENDS)
    return known or _PATTERN.fullmatch(" ".join(words)) is not None or _is_thing(name)


def _is_thing(name: list[Token]) -> bool:
    """The words beside the name tell that it is a thing's: "HB 1523", "a super PAC", "CCTV footage"."""
    doc, first, last = name[0].doc, name[0], name[-1]
    before = doc[first.i - 1].lower_ if first.i else ""
    behind = doc[last.i + 1] if last.i + 1 < len(doc) else last
    if len(name) == 1 and first.text in _BILLS:
        return behind.like_num
    if len(name) == 1 and first.text == "PAC":
        return before in _ANY_PAC
    noun = "".join(token.lower_ for token in name)
    return behind.lower_ in _BEFORE_THINGS.get(noun, frozenset()) or (len(name) > 1 and behind.lower_ in _GAMES)
