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
abidjan, abu dhabi, abuja, accra, addis ababa, aden, aleppo, alexandria, algiers, almaty, amman, andorra la vella,
ankara, antalya, antananarivo, apia, ashgabat, asmara, astana, asuncion, asunción, athens, auckland, baghdad, baku,
bamako, bandar seri begawan, bangkok, bangui, banjul, barcelona, basra, beijing, beirut, belfast, belgrade,
belmopan, bengaluru, benghazi, berlin, bern, berne, bishkek, bissau, bogota, bogotá, boston, brasilia, brasília,
bratislava, brazzaville, bridgetown, brussels, bucharest, budapest, buenos aires, bujumbura, bukavu, busan, cairo,
canberra, cape town, caracas, cardiff, casablanca, castries, cebu, chennai, chiang mai, chicago, chisinau,
chittagong, ciudad juárez, cochabamba, colombo, conakry, copenhagen, da nang, dakar, damascus, dar es salaam, davao,
davos, denpasar, dhaka, dili, djibouti, dodoma, doha, donetsk, dubai, dublin, durban, dushanbe, edinburgh, entebbe,
erbil, frankfurt, freetown, funafuti, gaborone, gaza, geneva, georgetown, gitega, glasgow, goma, guangzhou,
guatemala city, guayaquil, hamburg, hanoi, harare, hargeisa, havana, helsinki, hiroshima, ho chi minh city, hong
kong, honiara, houston, hyderabad, idlib, islamabad, istanbul, izmir, jakarta, jeddah, jerusalem, johannesburg,
johor baru, juba, kabul, kampala, kano, karachi, kathmandu, kazan, kharkiv, khartoum, kiev, kigali, kingston,
kinshasa, kisumu, kolkata, kota kinabalu, kuala lumpur, kuching, kuwait, kyiv, la paz, lagos, lahore, lausanne,
libreville, lilongwe, lima, lisbon, ljubljana, lome, lomé, london, los angeles, luanda, lusaka, luxembourg, lviv,
lyon, macau, madrid, majuro, malabo, malé, managua, manchester, manila, maputo, marseille, maseru, mbabane, mecca,
medan, medellin, medellín, melbourne, mexico city, miami, milan, minsk, mogadishu, mombasa, monaco, monrovia,
monterrey, montevideo, montreal, moroni, moscow, mosul, mumbai, munich, muscat, n'djamena, nairobi, naples, nassau,
naypyidaw, ndjamena, new delhi, new york, niamey, nicosia, nouakchott, nuku'alofa, nur-sultan, odesa, odessa, osaka,
oslo, ottawa, ouagadougou, panama city, paramaribo, paris, penang, peshawar, phnom penh, podgorica, port au prince,
port louis, port moresby, port of spain, port sudan, port vila, port-au-prince, porto-novo, prague, praia, pretoria,
pristina, putrajaya, pyongyang, quetta, quito, rabat, ramallah, rawalpindi, reykjavik, reykjavík, riga, rio de
janeiro, riyadh, rome, samarkand, san francisco, san josé, san marino, san salvador, sana'a, sanaa, santiago, santo
domingo, sao paulo, sarajevo, seoul, shanghai, sharjah, shenzhen, singapore, skopje, sochi, sofia, srinagar, st
petersburg, st. petersburg, stockholm, strasbourg, surabaya, suva, sydney, são paulo, taipei, tallinn, tarawa,
tashkent, tbilisi, tegucigalpa, tehran, tel aviv, the hague, thimphu, tijuana, tirana, tokyo, toronto, tripoli,
tunis, ulaanbaatar, united nations, vaduz, valletta, vancouver, vatican city, venice, vienna, vientiane, vilnius,
vladivostok, warsaw, washington, wellington, windhoek, yamoussoukro, yangon, yaounde, yaoundé, yerevan, zagreb,
zurich
"""
# Where reports and communiqués are dated from: capitals, seats of international bodies, the large cities of the news.
PLACES = frozenset(name.strip() for name in _PLACE_NAMES.replace("\n", " ").split(","))
ROLE = re.compile(
    r"\b(?:correspondent|reporter|editor|writer|columnist|contributor|staff|analyst|bureau|chief|producer|journalist|"
    r"photographer|desk|author|professor|fellow)\b",
    re.IGNORECASE,
)
