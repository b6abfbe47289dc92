"""Valence: words that say whether what is told of somebody is a wrong, a harm, good or bad, or untrue.

Lemmas, written down for this program from general knowledge of news English. Words that as often mean nothing of the
kind ("good morning", "poor countries", "hold", "take") are left out: what a statement does is decided by one of them.
"""

from __future__ import annotations

from spacy.tokens import Token

from kg.extract.syntax import grammar
from kg.extract.words.modality import is_negated
from kg.model import Act

#: What somebody is blamed for having done: verbs whose subject does wrong.
WRONGS = frozenset(
    """
    abandon abduct abuse aggravate annex arm assassinate attack backslide bankroll besiege betray blackmail block
    blockade bomb bombard breach break bribe bully bungle butcher cheat circumvent coerce collude conceal conspire
    contravene corrupt cripple damage deceive default defraud derail desert destabilise destabilize destroy detain
    disregard disrupt distort divert dodge drag embezzle encroach endanger entrap escalate evade execute exploit expel
    fabricate fail falsify flout fuel gas hamper harass harbour harbor hide hijack hinder hoard ignore impede
    imprison incite inflame infringe infiltrate instigate interfere intervene intimidate invade jail jeopardise
    jeopardize kidnap kill launder lie loot manipulate massacre meddle mishandle mislead mistreat mock murder
    neglect obstruct occupy overstep persecute plot plunder poison politicise politicize pollute prevent prolong
    provoke quash rape renege repress rig rob sabotage scupper seize shell shield silence slaughter smuggle sow spread
    spy squander stall starve steal stifle stoke suppress target terrorise terrorize thwart torment torpedo torture
    trample trick undercut undermine usurp violate weaponise weaponize whitewash wreck ambush antagonise antagonize
    assault bait bankrupt cause cave capitulate censor confiscate contaminate demonise demonize deport
    discriminate disenfranchise
    dismantle dither erode evict expropriate fleece gag gerrymander goad gut harm hack humiliate
    hurt imperil insult lynch
    marginalise marginalize menace miscalculate misinform misjudge mismanage misuse molest muzzle
    offend oppress overreach
    pander plagiarise plagiarize pocket poach ransack rile ruin sap scapegoat shirk siphon slander smear squeeze stab
    stalk stonewall strangle subjugate subvert swindle traffic vandalise vandalize vilify waste weaken wiretap
    """.split()
) | frozenset(
    {
        "walk out",
        "walk away",
        "go back",
        "back out",
        "pull out",
        "break off",
        "turn back",
        "drag feet",
        "cover up",
        "sell out",
    }
    | {"rip off", "take over", "gang up", "cosy up", "cozy up", "lash out", "stir up", "prey on", "prey upon"}
)
#: What somebody is threatened with: verbs of what the speaker would do to others.
HARMS = frozenset(
    """
    abandon annex attack ban bar block blockade bomb boycott cancel close crush cut destroy downgrade eliminate expel
    fight freeze halt hit impeach impose invade leave penalise penalize prosecute punish quit reconsider respond
    retaliate sanction seize sever shoot shut stop strike sue suspend terminate veto walk withdraw withhold
    """.split()
)
#: Harms that are a threat without any "if": "we will boycott the talks".
BLOWS = frozenset(
    """
    annihilate attack avenge blockade bomb boycott crush destroy fight hunt invade obliterate punish raze retaliate
    sanction seize shoot smash strike
    """.split()
)
#: What somebody is blamed for not having done.
DUTIES = frozenset(
    """
    abide act address adhere answer apologise apologize compensate comply condemn consult cooperate deliver disclose
    explain fulfil fulfill honor honour implement inform investigate keep live notify observe pay protect publish
    reply respect respond stick stop uphold
    """.split()
)
#: Predicates of blame: "Ankara is to blame", "has itself to blame", "is responsible for", "is behind the attack".
BLAME = frozenset({"blame", "responsible", "guilty", "complicit", "culpable", "behind", "fault", "accountable"})
#: What is no praise: adjectives, nouns and adverbs that judge.
BAD = frozenset(
    """
    abhorrent abominable absurd abysmal aggression aggressive aggressor alarming amateurish appalled appalling arbitrary
    arrogant atrocious authoritarian autocratic awful bankrupt barbaric bellicose belligerent betrayal biased bigot
    bigoted bigotry blackmail blatant bloated blunder brazen brutal bullying callous catastrophic chaotic charade
    charlatan childish circus clueless clumsy coercive condescending confrontational contemptible corrupt
    counterproductive coward cowardice cowardly crime criminal crooked crude cruel cynical dangerous debacle deceitful
    deception delusional demagogue deplorable deranged despicable despotic destabilising destabilizing destructive
    devastating dictatorial dire disappointing disappointment disaster disastrous discredited discriminatory disgrace
    disgraceful disgusting dishonest dishonorable dishonourable disloyal disproportionate disqualifying disrespectful
    disturbing divisive draconian dreadful duplicitous dysfunctional egregious embarrassment erratic evasive evil
    excessive extortion failure farce farcical feeble fiasco flagrant flawed flimsy folly foolish genocidal gimmick
    grotesque half-baked hateful heavy-handed heinous hollow horrible horrific horrifying hostage-taking hostile
    humiliating hypocrisy hypocrite hypocritical hysterical idiotic ignorant ill-advised ill-conceived ill-timed illegal
    illegitimate immoral imperialist impractical improper inadequate inadmissible inappropriate incoherent incompatible
    incompetence incompetent inconsistent indefensible ineffective ineffectual inept inexcusable infantile inflammatory
    inhumane insane insanity insensitive insufficient insult insulting intolerable irrational irresponsible lamentable
    laughable lawless liar ludicrous lunacy madness malicious meaningless misguided misplaced mistake mockery monstrous
    murder naive narcissistic nasty nightmare nonsensical obscene odious offensive one-sided oppressive outrage
    outrageous paranoid pathetic patronising patronizing petty phony piracy ploy pointless preposterous presumptuous
    provocation provocative racism racist reckless regrettable repressive repugnant ridiculous robbery rude ruthless
    sabotage scandal scandalous selfish senseless sham shambles shameful shameless shocking short-sighted sickening
    simplistic sinister slap sloppy smear stunt stupid stupidity tasteless terrible terrorism theft tone-deaf toothless
    toxic tragic travesty treacherous treason tyrannical tyranny unacceptable unconscionable unconstitutional
    unconstructive undemocratic unelectable unethical unfair unfit unforgivable unfortunate unfriendly unhelpful
    unhinged unilateral unjust unjustifiable unjustified unlawful unprecedented unproductive unprofessional unqualified
    unrealistic unreasonable unreliable unsatisfactory unscrupulous untenable untrustworthy unwarranted unwise
    unworkable useless vandalism vicious vile vindictive vulgar wasteful weak wicked witch-hunt worrying worthless wrong
    xenophobia xenophobic
    """.split()
)
#: What is blame where somebody is said to be it, and of a thing ("the drought is a threat") a mere finding.
BAD_OF_ACTORS = frozenset(
    """
    bully burden cancer clown con crook criminal danger despot dictator dinosaur disgrace extremist
    fanatic fascist fool
    fraud gangster hardliner idiot imposter impostor invader isolationist joke loser madman menace mess monster nazi
    obstacle opportunist oppressor phoney plague problem puppet pawn stooge terrorist thief threat thug traitor tyrant
    villain warmonger weakling
    """.split()
)
#: What a speaker who says it of himself feels about what others did; other bad words of oneself are owned up to.
EMOTIONS = frozenset(
    """
    alarmed angry appalled astonished betrayed disappointed dissatisfied disgusted dismayed frustrated furious indignant
    insulted offended outraged sad saddened disturbed shocked stunned sickened troubled upset
    """.split()
)
#: Of them what a death or a disaster makes one feel, too, where nobody did wrong.
GRIEF = frozenset({"disturbed", "sad", "saddened", "shocked", "stunned", "troubled", "upset"})
#: What befalls people: who regrets it, blames nobody.
MISFORTUNES = frozenset(
    """
    accident anguish casualty confusion damage death disaster discomfort disruption distress error fatality grief harm
    hurt illness inconvenience injury killing loss mistake misunderstanding pain passing suffering tragedy upset victim
    worry
    """.split()
)
#: What happens to somebody, or what nobody can be asked to do: "expects her to recover" foresees it.
HAPPENING = frozenset(
    """
    achieve appear arise be become begin bounce climb collapse continue decline decrease die disappear
    dominate drop emerge end
    exceed expand fail fall feel flow get grow happen have improve increase last lead lose miss narrow occur outperform
    perform persist prevail prosper reach rebound recover remain rise run seem shrink slow stabilise stabilize stay
    succeed suffer surge survive swell thrive top turn widen win worsen
    """.split()
)
#: Of it what nobody sets out to do: a state that "will shrink" promises nothing.
SUFFERED = frozenset(
    """
    collapse contract decline default die drop fail fall grow lose rebound recover shrink slow stagnate struggle suffer
    worsen
    """.split()
)
#: What is praise.
GOOD = frozenset(
    """
    admirable amazing beautiful beneficial blessing brave breakthrough brilliant businesslike celebration cheerful
    commendable constructive contribution cooperative cordial courageous decent delighted dignified encouraging
    excellent exceptional exemplary extraordinary fair fantastic friendly fruitful generous gentle glad good grateful
    great happy helpful hero heroic historic honest honor honorable honour honourable impressive indispensable
    inspiration inspiring invaluable magnificent marvellous masterpiece milestone noble outstanding patience patient
    pleased positive praiseworthy productive promising proud reasonable reliable remarkable responsible sincere skilful
    smart splendid statesmanlike success successful superb terrific thankful tireless tremendous triumph useful valuable
    victory warm welcome wise wonderful worthy
    """.split()
)
# What is blame where it is said not to be: "that is not acceptable".
_DUE = frozenset("acceptable adequate appropriate compatible consistent credible justified right".split())
#: What says that something is not so.
FALSE = frozenset(
    """
    baseless bogus concocted conspiracy defamatory disinformation erroneous fabricated fabrication fairytale fake
    false falsehood fantasy fiction fictitious groundless hoax inaccurate incorrect invented invention libellous
    lie misinformation misleading myth nonsense rubbish rumour rumor slander slanderous speculation unfounded
    unsubstantiated untrue untruth
    """.split()
)
#: What says that something is so.
TRUE = frozenset({"true", "so", "correct", "accurate", "case"})
#: What happened to whom has not said or done what others say; who did it himself admits it.
MISTAKES = frozenset({"misquote", "misunderstand", "misinterpret", "misrepresent", "misspeak", "err", "overreact"})
#: What whoever did it owns up to by saying so.
FAILINGS = frozenset(
    {"fail", "hurt", "let down", "lie", "miscalculate", "misjudge", "mishandle", "mislead", "neglect", "offend"}
)
#: Acts of bodies that become known by being told: "the ministry said it had recalled its ambassador".
DECISIONS = frozenset(
    """
    adopt agree appoint approve award ban call cancel close create cut decide deploy dismiss downgrade establish expel
    extend freeze halt impose issue launch lift name open order postpone raise ratify recall reject release replace
    resume sanction schedule send sign summon suspend withdraw
    """.split()
)
#: What is done at an appointed time: who says that it will be, announces it.
GOINGS = frozenset(
    """
    arrive attend begin convene deploy depart fly gather host inaugurate launch leave meet open publish reconvene
    release reopen resume return send start take travel unveil visit vote
    """.split()
)
#: What is done for the good of others, or goes on: who says that it will be, promises it.
GIVINGS = frozenset(
    """
    abide accept assist back comply continue cooperate defend deliver do donate ensure fight fulfil fulfill give
    guarantee help honor honour pay protect provide remain respect stand stay support work
    """.split()
)
#: Who says what people say, and who takes a side by what he is called.
PEOPLE = frozenset({"they", "some", "many", "others", "people", "everyone", "everybody", "most"})
PARTISANS = frozenset({"critic", "opponent", "supporter", "sceptic", "skeptic", "proponent", "detractor", "advocate"})
#: Who tells what he saw: whom nobody accuses, so that he denies nothing.
WITNESSES = frozenset(
    """
    bystander doctor eyewitness medic motorist neighbour neighbor nurse onlooker passenger passerby relative rescuer
    resident shopkeeper survivor teacher villager witness
    """.split()
)


def judged(groups: list[list[Token]]) -> Act | None:
    """What is judged good or bad by a predicate: "the remarks were regrettable"."""
    words = [token for group in groups for token in group if token.pos_ in ("ADJ", "NOUN", "VERB", "ADV")]
    for token in words:
        lemma = token.lower_ if token.pos_ == "ADJ" else token.lemma_.lower()
        lemma = _hyphenated(token) or lemma
        negated = grammar.negated(token)
        if lemma in BAD or lemma in FALSE:
            return None if negated else "criticise"
        if any(child.lower_ == "too" for child in token.children) and token.pos_ == "ADJ":
            return None if is_negated(token) else "criticise"  # "nobody is too big to be questioned"
        if lemma in _DUE and negated:
            return "criticise"
        if lemma in GOOD:
            return "criticise" if negated else "praise"
    return None


def _hyphenated(last: Token) -> str | None:
    """The whole of a word that is several for the network: "short-sighted"."""
    if last.i < 2 or last.nbor(-1).text != "-" or last.nbor(-1).whitespace_ or last.nbor(-2).whitespace_:
        return None
    return f"{last.nbor(-2).lower_}-{last.lower_}"
