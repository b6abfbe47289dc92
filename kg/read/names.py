"""Names of people, publishers and places as bylines and date lines write them."""

from __future__ import annotations

import re

from kg.read import dates

_WORD = r"(?:[^\W\d_a-z][\w’'.-]*|d[eiu]|da|dos|del|della|der|den|van|von|bin|ibn|al|el|la|le|ter|ten|of|al-\w+)"
_NAME = rf"[^\W\d_a-z][\w’'.-]*(?:\s{_WORD}){{0,4}}"
# Two or three words and particles: without "By", more may be a headline ("Water Board Chief Resigns in Geneva").
_CAPITAL = r"[^\W\d_a-z][\w’'.-]*"
_PARTICLE = r"(?:de|di|du|da|dos|del|della|der|den|van|von|bin|ibn|al|el|la|le|ter|ten)"
_PERSON = (
    rf"(?!(?:{dates.MONTH}|{dates.WEEKDAY}|The\b|A\b|An\b))"
    rf"{_CAPITAL}(?:\s(?:{_PARTICLE}\s){{0,2}}{_CAPITAL}){{1,2}}?"
)
NAMES = rf"{_NAME}(?:(?:,\s(?:and\s)?|\s(?:and|&)\s){_NAME})*"
PEOPLE = rf"{_PERSON}(?:(?:,\s(?:and\s)?|\s(?:and|&)\s){_PERSON})*"
PLACE = (
    r"[^\W\d_a-z][\w’'-]*(?:\s[^\W\d_a-z][\w’'-]*)?(?:(?:,|\sand)\s[^\W\d_a-z][\w’'.-]*(?:\s[^\W\d_a-z][\w’'.-]*)?)?"
)
PUBLISHER = re.compile(
    r"(?:the\s)?[^\W_a-z][\w’'&.!-]*(?:\s(?:[^\W_a-z][\w’'&.!-]*|of|the|and|for|on|in|de|du|&)){0,6}"
)
PUBLISHER_WORD = re.compile(
    r"\b(?:news|times|post|press|agency|daily|herald|journal|courier|gazette|tribune|chronicle|observer|guardian|"
    r"telegraph|independent|mirror|standard|star|sun|mail|globe|monitor|review|report|reporter|record|register|"
    r"examiner|inquirer|dispatch|bulletin|bugle|sentinel|ledger|argus|echo|voice|weekly|today|magazine|radio|tv|television|"
    r"broadcasting|network|media|research|institute|foundation|wire|online|politico|economist|\w+\.(?:com|org|net|info))\b",
    re.IGNORECASE,
)

_PLACE_NAMES = """
abu dhabi, abuja, accra, addis ababa, algiers, almaty, amman, ankara, ashgabat, astana, athens, baghdad,
baku, bamako, bangkok, beijing, beirut, belgrade, berlin, bern, berne, bishkek, bogotá, bogota, brasília,
brasilia, bratislava, brussels, bucharest, budapest, buenos aires, cairo, canberra, caracas, chisinau,
copenhagen, dakar, damascus, dhaka, doha, dublin, dushanbe, geneva, hanoi, havana, helsinki, islamabad,
istanbul, jakarta, jerusalem, juba, kabul, kampala, kathmandu, khartoum, kiev, kyiv, kigali, kinshasa, kuala
lumpur, kuwait, lima, lisbon, ljubljana, london, luanda, luxembourg, madrid, manila, mexico city, minsk,
moscow, munich, muscat, nairobi, new delhi, new york, nicosia, nur-sultan, oslo, ottawa, paris, podgorica,
prague, pretoria, pristina, pyongyang, rabat, riga, riyadh, rome, san josé, sana'a, santiago, sarajevo,
seoul, singapore, skopje, sochi, sofia, st. petersburg, stockholm, strasbourg, tallinn, tashkent, tbilisi,
tehran, tel aviv, the hague, tirana, tokyo, tripoli, tunis, ulaanbaatar, valletta, vienna, vilnius, warsaw,
washington, yerevan, zagreb, zurich
"""
# Where communiqués and briefings are dated from: capitals, and seats of international bodies and conferences.
PLACES = frozenset(name.strip() for name in _PLACE_NAMES.replace("\n", " ").split(","))
ROLE = re.compile(
    r"\b(?:correspondent|reporter|editor|writer|columnist|contributor|staff|analyst|bureau|chief|producer|journalist|"
    r"photographer|desk|author|professor|fellow)\b",
    re.IGNORECASE,
)
