"""Nouns that describe actors: what tells that "the minister" may be somebody, and of which kind.

Lemmas, written down for this program from general knowledge of news English.
"""

from __future__ import annotations

#: Posts: offices and functions a person holds for an organization or a state.
POSTS = frozenset(
    """
    president vice-president premier chancellor minister secretary ambassador envoy negotiator mediator diplomat
    taoiseach tánaiste tanaiste garda
    consul attaché spokesman spokeswoman spokesperson leader chief head chairman chairwoman chairperson chair
    director commissioner governor mayor senator congressman congresswoman lawmaker legislator deputy representative
    delegate member general colonel major captain commander admiral marshal lieutenant sergeant judge justice
    prosecutor procurator attorney coordinator rapporteur adviser advisor aide undersecretary under-secretary
    speaker king queen prince princess emir sultan sheikh pope patriarch archbishop bishop ayatollah imam founder
    manager editor ceo
    executive officer inspector treasurer co-chair co-chairman official counsel candidate nominee strategist
    economist analyst researcher fellow professor correspondent reporter journalist columnist lawyer monitor observer
    delegate vice-chancellor owner boss deputy-minister councillor councilor parliamentarian mp whip sheriff marshal
    advocate barrister solicitor ombudsman ombudswoman
    brigadier commodore constable corporal superintendent
    controller administrator trustee interpreter facilitator hydrologist engineer captain skipper
    anchor liaison staffer frontbencher backbencher mla msp mep
    councilman councilwoman assemblyman assemblywoman alderman comptroller magistrate nuncio cardinal monsignor mullah
    maulana prefect rector consul-general
    rep. sen. gov. gen. lt. col. maj. capt. adm. del.
    """.split()
)
#: Posts that news abbreviate before a name.
ABBREVIATED = frozenset(
    {"Rep.", "Reps.", "Sen.", "Sens.", "Gov.", "Govs.", "Gen.", "Lt.", "Col.", "Maj.", "Capt.", "Adm.", "Del."}
)
#: What a "general" behind it is no officer of, but the same post: "the attorney general", "Director-General".
GENERALS = frozenset(
    """
    attorney auditor consul director governor inspector postmaster secretary solicitor surgeon advocate accountant
    commissioner registrar comptroller controller ombudsman prosecutor procurator
    """.split()
)
#: Ranks of which the tokens part the full stop: "Lt. Col. X", "Brig. Gen. X", "Maj-Gen. X".
RANKS_CUT = frozenset("Adm Brig Capt Cmdr Col Comdr Cpl Gen Lt Maj Sgt Supt Insp".split())
#: Ranks that British and Indian newspapers abbreviate before a name, without a full stop: "Det Ch Insp X".
POLICE_RANKS = frozenset({"Det", "Ch", "Insp", "Supt", "Sgt", "Const", "PC", "DC", "DI", "DCI", "DS", "Cllr", "Cdr"})
#: People who are described by what they are and not by a post.
PEOPLE = POSTS | frozenset(
    """
    activist protester demonstrator critic supporter opponent rebel fighter militant soldier refugee migrant resident
    citizen civilian voter farmer worker expert scientist scholar historian author writer witness source insider
    doctor student teacher businessman businesswoman investor trader driver victim man woman person statesman
    dissident politician predecessor successor counterpart colleague ally rival host guest participant speaker
    democrat republican conservative liberal islamist separatist insurgent terrorist hardliner moderate reformist
    observer monitor campaigner fisherman villager elder leader cleric priest mufti minister lobbyist pollster
    investigator detective guerrilla guerilla militiaman gunman jihadist detainee prisoner extremist
    paramilitary hostage peacekeeper
    actor actress singer rapper musician artist comedian filmmaker documentarian narrator athlete
    billionaire millionaire mogul magnate tycoon entrepreneur banker financier
    surgeon neurosurgeon physician nurse psychologist psychiatrist pastor rabbi preacher
    speechwriter consultant operative contender hopeful frontrunner front-runner incumbent challenger
    newcomer outsider novice veteran firebrand socialist libertarian anchor pundit commentator blogger
    wife husband spouse widow widower father mother son daughter brother sister uncle aunt cousin nephew niece
    grandfather grandmother grandson granddaughter friend employee staffer superintendent principal
    accountant anthropologist archaeologist astronomer biologist boxer chef chemist choreographer
    climatologist coach composer criminologist curator cyclist dancer dentist ecologist educator environmentalist
    epidemiologist footballer geographer geologist geophysicist goalkeeper golfer headteacher
    immunologist industrialist influencer jurist lecturer librarian linguist mathematician meteorologist
    microbiologist midfielder midwife novelist oceanographer paediatrician painter paramedic pediatrician
    philanthropist philosopher photographer physicist pilot playwright poet psychotherapist quarterback
    screenwriter sculptor seismologist shepherd sociologist specialist sportsman sportswoman sprinter swimmer
    theologian therapist toxicologist trainer vaccinologist virologist whistleblower wrestler youtuber zoologist
    """.split()
)
#: Members of a party, one of whom is a person: "the Ohio Republican".
PARTISANS = frozenset("republican democrat conservative liberal socialist tory".split())
ORGANIZATIONS = frozenset(
    """
    government ministry department administration cabinet parliament legislature congress senate assembly council
    commission committee court tribunal agency authority bureau office secretariat directorate bank fund party
    opposition coalition alliance bloc union federation league organization organisation association group movement
    militia army military navy police force guard coastguard regime junta delegation mission embassy consulate company
    firm corporation
    institute university newspaper magazine broadcaster channel network ngo charity foundation syndicate watchdog
    regulator lobby airline insurer campaign team panel board body institution kremlin side presidency chancellery
    monarchy palace
    """.split()
)
#: What an article calls what it stands in: "told this newspaper".
PUBLISHED = frozenset("newspaper paper magazine website site blog agency publication weekly daily".split())
#: What services serve that say something.
SERVICES = frozenset(
    """
    border intelligence security police prison fire weather meteorological customs guard news rescue emergency secret
    immigration migration health prosecution diplomatic
    """.split()
)
#: Whose is no country's: "her neighbour".
PERSONAL = frozenset({"my", "his", "her"})
#: What the names of companies end in, and no person's.
COMPANIES = frozenset(
    """
    energy healthcare coal oil petroleum mining motors airlines airways holdings industries technologies systems
    electric pharmaceuticals petrochemicals electronics foods stores inc corp ltd plc inc. corp. ltd. corporation
    gmbh sdn bhd llc llp n.v. b.v. s.p.a. s.a. s.r.l. oyj asa kgaa pjsc tbk ehf ltda pty pte
    """.split()
)
#: The same as they are written, for what is a word or a name in small letters.
COMPANY_FORMS = frozenset("A/S AB AG AS BV Co Co. KK NV OAO Oy SA SE SRL SpA hf".split())
NEIGHBOURS = frozenset({"neighbour", "neighbor"})
#: What a state may call another, and people each other.
ALLIES = frozenset({"ally", "partner"})
COUNTRIES = NEIGHBOURS | {"country", "nation", "state", "kingdom", "republic", "emirate", "sultanate", "homeland"}
#: Texts that "say" something on behalf of whoever made them.
DOCUMENTS = frozenset(
    """
    statement report letter communiqué communique declaration document memo memorandum note notice tweet post message
    speech interview remark comment article editorial study survey poll paper book release resolution text draft
    transcript email e-mail book op-ed briefing address testimony filing indictment complaint lawsuit
    readout tracker reporting guideline summary review assessment bulletin advisory cable memoir column missive suit
    transcript disclosure count tally
    result story data finding research figure evidence statistic news analysis audit headline video advertisement
    ad clip spot commercial
    """.split()
)
#: What somebody said before.
SAID = frozenset(
    """
    accusation account allegation announcement argument assertion assessment assurance call charge claim comment
    complaint contribution criticism decision demand denial figure finding idea initiative invitation judgment move
    notion offer opinion pledge plan position promise proposal remark report request statement step suggestion
    threat version view warning word appeal objection characterisation characterization conclusion rumour rumor story
    reproach rebuke slur jibe apology
    estimate interpretation comparison number calculation verdict reading
    """.split()
)
#: What a minister may be minister of.
PORTFOLIOS = frozenset(
    """
    foreign defence defense interior finance justice health energy trade economy agriculture environment transport
    labour labor education culture information development security home treasury ecology fisheries water industry
    commerce tourism sports and &
    """.split()
)
#: Adjectives that a post has by its rank or its matter, capitals or not.
RANKS = PORTFOLIOS | frozenset(
    """
    deputy vice prime first second third assistant associate acting interim senior chief principal special permanent
    supreme general junior shadow former high grand international federal national royal public social military naval
    political economic diplomatic presidential parliamentary ministerial humanitarian environmental external internal
    """.split()
)
#: Courtesy titles with the gender they tell.
COURTESY = {
    **dict.fromkeys(
        """
        dr dr. prof prof. hon hon. honourable honorable rt rev rev. fr. h.e. h.e engr engr. engr eng. atty atty. adv.
        ven. ven cde cde. comrade comr. barr. ustaz ustadz ustadh pst pst. hajj amb amb. pdt. arc. tpl. mwalimu
        """.split(),
        "",
    ),
    **dict.fromkeys(
        """
        señor monsieur herr datuk encik alhaji malam mallam hojjatoleslam hojatoleslam hojatolislam allama ato mzee
        bwana bapak tuan kyai otunba shri thiru
        """.split(),
        "m",
    ),  # not "Don", "Dom", "Pak", "Sri", "Haji", "Nana": names too
    **dict.fromkeys("ibu doña señora frau puan mme mlle daw alhaja hajiya hajia smt smt. woizero begum".split(), "f"),
    "mr": "m",
    "mr.": "m",
    "sir": "m",
    "lord": "m",
    "king": "m",
    "prince": "m",
    "mrs": "f",
    "mrs.": "f",
    "ms": "f",
    "ms.": "f",
    "miss": "f",
    "lady": "f",
    "dame": "f",
    "queen": "f",
    "princess": "f",
    "madame": "f",
    "spokesman": "m",
    "spokeswoman": "f",
    "chairwoman": "f",
    "congresswoman": "f",
    "councilwoman": "f",
    "assemblywoman": "f",
    "businesswoman": "f",
}
#: Courtesies of states, in capitals alone: "HE the Foreign Minister", "HRH Prince X".
EXCELLENCIES = frozenset({"HE", "HRH", "HH", "HM"})
#: Other nouns that tell a gender, which are no titles.
GENDERS = {
    **dict.fromkeys(
        "wife mother daughter sister aunt niece grandmother granddaughter widow actress woman".split(), "f"
    ),
    **dict.fromkeys(
        "husband father son brother uncle nephew grandfather grandson widower businessman man".split(), "m"
    ),
}
