"""Given names that tell a gender, so that "she" is not the man who was named last.

Common names of the news of many countries, written down from general knowledge; names that both bear are left out.
"""

from __future__ import annotations

from typing import Literal

from kg.ids import fold

_FEMALE = frozenset(
    """
    aisha aigul ainur alexandra alice alina amal amina amira ana anastasia andrea angela anita ann anna anne annalena
    antonia asel asiya astrid audrey ayse barbara beatrice bettina birgit brigitte carla carmen carol caroline
    catherine cecilia charlotte christina christine claire claudia cristina dalia dana danielle daria deborah diana
    dilma dinara dilnoza dorothy ebba ekaterina elena eleni elif elisabeth elizabeth ella ellen elvira emily emine
    emma erika esther eva evelyn fatima fatma federica feride fiona florence frances gabriela galina gayle georgia
    gertrude giorgia gloria grace greta gulnara gulnora hala hanna hannah heather heidi helen helena helga hilary
    hillary hina ingrid irene irina isabel isabella ivana jacinda jane janet jeanne jennifer jessica joan joanna
    josephine joyce judith julia julie kaja karen karin karoline katarina katharina katherine kathryn katja keiko
    kelly kristalina kristina lana laura layla leila lena lenka leyla lina linda lisa liz louise lucia lucy ludmila
    luisa lydia madeleine maia malala malika mara marcia margaret margarita margrethe maria mariam marianne marie
    marina marine marta martha mary maryam maya melania melanie mercedes meryem mette michelle milena miriam mona
    monica monika nadia nana nancy narges natalia natalie nathalie nigora nikki nina nino nora nour nuria nursel
    olena olga olivia oksana patricia pauline penny petra priya rachel rana rania rebecca renata riikka rita rosa
    rosalind rose roza ruth sabine salome sanna sara sarah saule selin seema sheikha sheila shirin sibel sigrid
    silvia simone sinem sofia sonia sophie stella stephanie susan suzanne svetlana svenja sylvia tamara tansu tatiana
    tatyana teresa theresa therese tsai tulsi ursula valentina valerie vanessa vera veronica victoria viktoria vigdis
    viola virginia wendy yael yasmin yelena yekaterina yulia yvette yvonne zarina zeynep zhanna zsuzsanna zuzana
    """.split()
)
_MALE = frozenset(
    """
    abdel abdul abdullah abiy adam adel adnan ahmad ahmed akbar alain alan albert aleksandar aleksander aleksandr
    aleksey alexander alexandre alexei alfred ali aliaksandr alisher alberto alvaro amir amos anatoly anders andre
    andrei andrej andres andrew andriy andrzej anthony antonio antony antti arkady arman arthur artur arturo ashraf
    ashton askar atakan aziz barack bart bashar benjamin benny bernard bill binyamin bob bogdan boris brian bruno
    burak carl carlos charles chris christian christoph christopher claude clemens colin cyril daniel darius dave
    david davit denis dennis dick didier diego dieter dimitri dimitris dirk dmitri dmitry dmytro dominic dominique
    donald donatas ebrahim edgars eduard eduardo edward edwin ehud elmar emil emmanuel emomali enrique eric erdem
    erik ernest erzhan esmail evgeny farid fawzi felipe felix fernando fouad francis francisco francois frank franz
    fred frederick fumio gabriel gavin geert gennady geoffrey george georgi gerald gerard gerhard gianni giorgi
    giorgos giovanni giuseppe glenn gordon greg gregory guido guillaume gunther gustavo guy habib hadi hakan hamid
    hamza hans haris harold harry hasan hassan heiko heinz helmut henri henrik henry herbert herman hikmet hisham
    hossein howard hubert hugo hussein ian ibrahim idriss igor ilham ilya imran isaac ismail ivan ivo jack jacob
    jacques jaime jair jake jakob jalal jamal james jan janez janos jared jason javad javier jean jeff jeffrey jens
    jeremy jerome jerzy jesus jim jimmy joachim joao joe joel johan johann johannes john jonas jonathan jorge jose
    josef joseph josep juan juha julian julius jurgen justin kamal karim karl kassym keir keith kemal ken kenneth
    kevin khaled khalid khalifa kiril klaus kofi konstantin kurt kyriakos lars laurent lawrence leo leon leonid lloyd
    louis luc luca lucas luigi luis lukas luiz mahmoud maksim manuel marc marco marcus marek mario mark marko markus
    martin massoud mateusz matteo matthew maurice max maxim mehmet mevlut michael michal michel miguel mihai mike
    mikhail milan milos miroslav mohamad mohamed mohammad mohammed moise moshe murat mustafa nabil naftali nana
    narendra nathan nayib nelson nicholas nick nicolae nicolas nigel nikol nikola nikolai nikolas nikos noah norbert
    nuri nursultan olaf oleg oleh oleksandr olivier olusegun omar oscar osman otto ömer pablo pascal patrick paul
    paulo pavel pawel pedro per peter petr petro petteri philip philippe pierre piotr pyotr qasem rafael rajab ralf
    ralph ramon ramzan rashid rauf raul ravshan raymond recep reinhard rene rex ricardo richard rick rishi robert
    roberto rodrigo roger roland roman ron ronald ruben rudolf ruslan rustam ruud sadyr saeed saleh salman salvador
    sam samir samuel sauli sebastian selim serdar serge sergei sergey sergio serhiy shavkat shimon simon staffan
    stefan stephen steve steven sultan sven taavi tamas tareq tarek tayyip ted temur terry theodor thomas thorbjorn
    tim timothy timur tobias tom tomas tony ulf umar urho uwe vaclav valdis valery vasily viktor victor vincent
    vitali vitaly vivek vladimir volker volodymyr walid walter werner wilhelm will william willy winston wolfgang
    xavier yahya yair yaroslav yasser yerlan yevgeny yitzhak yoav yoshihide youssef yuri yury yusuf yves zoran
    """.split()
)
# What people of these names are called, of whom the news write in both ways.
_CALLED = dict(
    pair.split("/")[::-1]
    for pair in """
    kenneth/ken william/bill william/will robert/bob robert/rob james/jim michael/mike thomas/tom joseph/joe
    richard/dick richard/rick christopher/chris steven/steve stephen/steve daniel/dan david/dave edward/ed jeffrey/jeff
    gregory/greg matthew/matt andrew/andy nicholas/nick timothy/tim samuel/sam benjamin/ben peter/pete ronald/ron
    anthony/tony donald/don lawrence/larry patrick/pat philip/phil raymond/ray alexander/alex charles/charlie
    rudolph/rudy elizabeth/liz katherine/kate kathleen/kathy susan/sue deborah/debbie margaret/maggie jennifer/jen
    """.split()
)


def is_short_for(short: str, name: str) -> bool:
    """Somebody of that given name may be called by the short one, both folded: "ken" and "kenneth"."""
    return _CALLED.get(short) == name


def gender_of(name: str) -> Literal["f", "m"] | None:
    """The gender that the first given name tells, "f" or "m"; None where it tells none."""
    words = fold(name).replace("-", " ").split()
    if len(words) < 2:
        return None
    return "f" if words[0] in _FEMALE else "m" if words[0] in _MALE else None
