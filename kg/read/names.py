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
abbottabad, abeokuta, abidjan, abu dhabi, abuja, acapulco, accra, adana, addis ababa, aden, agadez, agartala, agra,
ahmedabad, ahvaz, aizawl, akure, aleppo, alexandria, algiers, almaty, alor setar, amaravati, amman, amritsar, andorra
la vella, ankara, antalya, antananarivo, apia, arequipa, arusha, ashgabat, asmara, astana, asuncion, asunción, aswan,
athens, auckland, baghdad, baguio, bahawalpur, bahir dar, baidoa, baku, bamako, bamenda, banda aceh, bandar seri
begawan, bandung, bangkok, bangui, banjul, bannu, barcelona, barishal, basra, batticaloa, batumi, beijing, beira,
beirut, belem, belfast, belgrade, belmopan, belém, bengaluru, benghazi, benin city, bentiu, berlin, bern, berne,
bethlehem, bhopal, bhubaneswar, biratnagar, bishkek, bissau, blantyre, bloemfontein, bogota, bogotá, bosaso, boston,
bouake, bouaké, brasilia, brasília, bratislava, brazzaville, bridgetown, brussels, bucaramanga, bucharest, budapest,
buenos aires, bujumbura, bukavu, bulawayo, bunia, bursa, busan, cairo, calabar, cali, canberra, cap-haitien,
cap-haïtien, cape town, caracas, cardiff, casablanca, castries, cebu, chaman, chandigarh, chattogram, chengdu,
chennai, chernihiv, chiang mai, chicago, chisinau, chittagong, chongqing, ciudad juárez, cochabamba, coimbatore,
colombo, conakry, constantine, copenhagen, cotabato, cox's bazar, cucuta, culiacan, culiacán, curitiba, cusco,
córdoba, cúcuta, da nang, daegu, dakar, damascus, dar es salaam, daraa, davao, davos, dehradun, deir ezzor, denpasar,
dera ghazi khan, dera ismail khan, dhaka, diffa, dili, dire dawa, dispur, diyarbakir, djibouti, dnipro, dodoma, doha,
donetsk, douala, dubai, dublin, duhok, durban, dushanbe, east london, edinburgh, el fasher, el obeid, eldoret,
entebbe, enugu, erbil, faisalabad, fortaleza, frankfurt, freetown, fukuoka, funafuti, gaborone, gandhinagar, gangtok,
gao, garissa, garoua, garowe, gaza, gaza city, gaziantep, geneva, george town, georgetown, gilgit, gitega, glasgow,
goma, gondar, gqeberha, grozny, guadalajara, guangzhou, guatemala city, guayaquil, gujranwala, gulu, gurugram,
guwahati, gwadar, gwangju, haifa, hama, hamburg, hangzhou, hanoi, harare, hargeisa, havana, hebron, helsinki, herat,
hiroshima, ho chi minh city, hodeidah, homs, hong kong, honiara, houston, huambo, hyderabad, ibadan, idlib, imphal,
ipoh, isfahan, islamabad, ismailia, istanbul, itanagar, izmir, jaffna, jaipur, jakarta, jalalabad, jalandhar, jammu,
jamshedpur, jayapura, jeddah, jenin, jerusalem, jodhpur, johannesburg, johor bahru, johor baru, juba, kabul, kaduna,
kampala, kananga, kandahar, kandy, kano, kanpur, kaohsiung, karachi, karbala, kathmandu, katsina, kazan, khabarovsk,
khan younis, kharkiv, khartoum, kherson, khujand, khulna, khuzdar, kidal, kiev, kigali, kingston, kinshasa, kirkuk,
kismayo, kisumu, kochi, kohat, kohima, kolkata, korhogo, kota bharu, kota kinabalu, kozhikode, kuala lumpur, kuala
terengganu, kuching, kumasi, kunduz, kunming, kuwait, kyiv, la paz, laayoune, lagos, lahore, landi kotal, larkana,
latakia, lausanne, leh, lhasa, libreville, lilongwe, lima, lisbon, ljubljana, lome, lomé, london, los angeles, luanda,
lubumbashi, lucknow, ludhiana, luhansk, lusaka, luxembourg, luxor, lviv, lyon, macau, madrid, madurai, maiduguri,
majuro, makassar, makhachkala, makurdi, malabo, malakal, malé, managua, manaus, manchester, mandalay, mangaluru,
manila, maputo, maracaibo, maradi, mardan, marib, mariupol, marrakech, marseille, maseru, mashhad, mazar-i-sharif,
mbabane, mbarara, mecca, medan, medellin, medellín, mekelle, melaka, melbourne, mexico city, miami, milan, mingora,
minsk, misrata, mogadishu, mombasa, monaco, monrovia, monterrey, montevideo, montreal, mopti, moroni, moscow, mosul,
mukalla, multan, mumbai, munich, muscat, muzaffarabad, mykolaiv, mysuru, n'djamena, nablus, nagoya, nagpur, naha,
nairobi, najaf, nakuru, nampula, nanjing, naples, nashik, nassau, naypyidaw, ndjamena, new delhi, new york, niamey,
nicosia, noida, nouakchott, novosibirsk, nuku'alofa, nur-sultan, nyala, odesa, odessa, okinawa, omdurman, oran, osaka,
osh, oslo, ottawa, ouagadougou, panaji, panama city, parachinar, paramaribo, paris, patna, pemba, penang, peshawar,
petaling jaya, phnom penh, podgorica, pokhara, polokwane, port au prince, port harcourt, port louis, port moresby,
port of spain, port sudan, port vila, port-au-prince, porto alegre, porto-novo, prague, praia, pretoria, pristina,
puducherry, pune, putrajaya, pyongyang, qamishli, quetta, quito, rabat, rafah, raipur, rajshahi, ramallah, ranchi,
rangpur, raqqa, rawalpindi, recife, reykjavik, reykjavík, riga, rio branco, rio de janeiro, riyadh, rome, rosario,
rostov-on-don, samarkand, san francisco, san josé, san marino, san pedro sula, san salvador, sana'a, sanaa, sandakan,
santa cruz, santiago, santiago de cuba, santo domingo, sanya, sao paulo, sapporo, sarajevo, secunderabad, seoul,
seremban, sevastopol, sfax, shah alam, shanghai, sharjah, shenzhen, shillong, shimla, shiraz, sialkot, sidon,
siliguri, simferopol, singapore, sirte, sittwe, skardu, skopje, sochi, sofia, sokoto, srinagar, st petersburg, st.
petersburg, stepanakert, stockholm, strasbourg, sukhumi, sukkur, sulaimani, sulaymaniyah, sumy, surabaya, surat, suva,
sydney, sylhet, são paulo, ségou, tabriz, taipei, taiz, tallinn, tamale, tamanrasset, tangier, tarawa, tashkent,
tbilisi, tegucigalpa, tehran, tel aviv, the hague, thimphu, thiruvananthapuram, tianjin, tijuana, timbuktu, tirana,
tiruchirappalli, tobruk, tokyo, torkham, toronto, trincomalee, tripoli, tskhinvali, tunis, turbat, udaipur,
ulaanbaatar, united nations, urumqi, vadodara, vaduz, valletta, vancouver, varanasi, vatican city, venice, vienna,
vientiane, vijayawada, vilnius, visakhapatnam, vladivostok, warsaw, washington, wau, wellington, windhoek, wuhan,
xiamen, yamoussoukro, yangon, yaounde, yaoundé, yekaterinburg, yerevan, yogyakarta, yola, zagreb, zamboanga, zanzibar,
zaporizhzhia, zinder, zurich
"""
# Where reports and communiqués are dated from: capitals, seats of international bodies, the large cities of the news.
PLACES = frozenset(name.strip() for name in _PLACE_NAMES.replace("\n", " ").split(","))
ROLE = re.compile(
    r"\b(?:correspondent|reporter|editor|writer|columnist|contributor|staff|analyst|bureau|chief|producer|journalist|"
    r"photographer|desk|author|professor|fellow)\b",
    re.IGNORECASE,
)
