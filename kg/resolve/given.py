"""Given names that tell a gender, so that "she" is not the man who was named last.

Common names of the news of many countries, written down from general knowledge; names that both bear are left out.
"""

from __future__ import annotations

from typing import Literal

from kg.ids import fold

_FEMALE = frozenset(
    """
    adriana adrienne agnes aigul aileen ainur aisha alexandra alice alicia alina alison allison amal amanda amber
    amelia amina amira amy ana anastasia andrea angela anita ann anna annalena anne antonia ariana arlene asel asiya
    astrid audrey ayse barbara beatrice becky bernadette beth bethany betsy bettina betty beverly birgit bonnie brenda
    brianna bridget brigitte brittany camila candace carla carly carmen carol carolina caroline carolyn carrie
    cassandra catherine cathy cecilia celeste charlotte chelsea cheryl chloe christa christina christine cindy claire
    clara claudia colleen connie cora cristina crystal cynthia dalia dana danielle daria darlene debbie deborah debra
    denise diana diane dianne dilma dilnoza dinara dolores donna doreen doris dorothy ebba edith edna eileen ekaterina
    elaine elena eleni elif elisabeth elise elizabeth ella ellen ellie elsa elvira emily emine emma erica erika erin
    estelle esther ethel eva evelyn fatima fatma faye federica felicia feride fiona florence frances frieda gabriela
    gail galina gayle georgia geraldine gertrude gina ginny giorgia gladys glenda gloria grace greta gretchen gulnara
    gulnora gwen hala hanna hannah harriet heather heidi helen helena helga hilary hilda hillary hina holly ida ilhan
    imelda ingrid irene irina iris isabel isabella ivana ivanka jacinda jane janelle janet janice janine jasmine
    jeanette jeanne jeannie jenna jennifer jenny jessica jill joan joanna joanne jodi josephine josie joyce juanita
    judith judy julia julie kaja kamala kara karen karin karoline katarina kate katelyn katharina katherine kathleen
    kathryn kathy katie katja katrina kayla keiko kelly kellyanne kimberly kirsten kristalina kristen kristi kristin
    kristina lana lara laura laurel lauren layla leah leila lena lenka leyla lina linda lisa liz lois lola loretta
    lori lorraine louisa louise lucia lucille lucy ludmila luisa lydia mabel madeleine maggie maia malala malika mandy
    mara marcia margaret margarita margot margrethe maria mariam mariana marianne maribel marie marilyn marina marine
    marjorie marlene marsha marta martha mary maryam maureen maxine maya meg megan meghan melania melanie melinda
    melissa mercedes meryem mette michele michelle mildred milena millie mindy miriam molly mona monica monika monique
    muriel nadia nadine nancy naomi narges natalia natalie natasha nathalie nellie nicole nigora nikki nina nino
    noelle nora norma nour nuria nursel oksana olena olga olivia pam pamela patricia patty paula pauline peggy penny
    petra phyllis priscilla priya rachael rachel rana rania rebecca regina renata rhonda riikka rita roberta rosa
    rosalind rose rosemary rosie roxanne roza ruth sabine sadie sally salome samantha sandra sanna sara sarah saule
    seema selena selin sharon sheikha sheila shelley sherry sheryl shirin shirley sibel sigrid silvia simone sinem
    sofia sonia sophie stella stephanie susan suzanne svenja svetlana sylvia sylvie tabitha tamara tamika tammy tansu
    tara tatiana tatyana teresa theresa therese tina tracey trisha trudy tsai tulsi ursula valentina valeria valerie
    vanessa vera veronica vicki vicky victoria vigdis viktoria viola virginia vivian wanda wendy whitney wilma yael
    yasmin yekaterina yelena yolanda yulia yvette yvonne zarina zeynep zhanna zoe zsuzsanna zuzana
    """.split()
)
_MALE = frozenset(
    """
    aaron abdel abdul abdullah abe abiy abraham adam adel adnan adrian ahmad ahmed akbar alain alan alastair albert
    alberto alec aleksandar aleksander aleksandr aleksey alexander alexandre alexei alfred ali aliaksandr alisher
    allan allen alvaro alvin amir amos anatoly anders andre andrei andrej andres andrew andriy andrzej andy angus
    anthony antonio antony antti archie arkady arman arnold arthur artur arturo ashraf ashton askar atakan aziz barack
    barney barry bart bashar ben benjamin bennie benny bernard bernie bert beto bill billy binyamin bob bobby bogdan
    boris brad bradley brandon brendan brennan brent brett brian bruce bruno bryan burak byron caleb calvin carl
    carlos carlton cecil cedric charles charlie chester chris christian christoph christopher chuck clarence clark
    claude clayton clemens cliff clifford clint clive clyde cody colin colm conor craig curt curtis cyril dan daniel
    danny darius darrell darren darryl dave david davit dean denis dennis denny derek desmond dexter dick didier diego
    dieter dimitri dimitris dirk dmitri dmitry dmytro dominic dominique donald donatas donnie doug douglas duane
    duncan dustin dwayne dwight earl ebrahim eddie edgar edgars edmund eduard eduardo edward edwin ehud eli elias
    elijah elliot elliott elmar emil emmanuel emomali enrique erdem eric erik ernest ernie erzhan esmail ethan eugene
    evan evgeny farid fawzi felipe felix fergus fernando floyd fouad francis francisco francois frank frankie franz
    fraser fred frederick fumio gabriel gareth garrett gary gavin geert gennady geoff geoffrey george georgi gerald
    gerard gerhard gerry gianni gil gilbert giorgi giorgos giovanni giuseppe glen glenn gordon graham greg gregory
    guido guillaume gunther gus gustavo guy habib hadi hakan hamid hamish hamza hank hans haris harold harry harvey
    hasan hassan hector heiko heinz helmut henri henrik henry herbert herman herschel hikmet hisham hossein howard
    howie hubert hugh hugo hussein ian ibrahim idriss igor ilham ilya imran irving isaac isaiah ismail ivan ivo jack
    jacob jacques jaime jair jake jakob jalal jamal james jan janez janos jared jarvis jason javad javier jean jeb jed
    jeff jeffery jeffrey jens jeremiah jeremy jerome jerry jerzy jesus jim jimmie jimmy joachim joao joe joel joey
    johan johann johannes john johnny jon jonah jonas jonathan jorge jose josef josep joseph josh joshua juan jude
    juha julian julius jurgen justin kamal kareem karim karl kassym keegan keir keith kemal ken kendrick kenneth kenny
    kent kevin khaled khalid khalifa kiril kirk klaus kofi konstantin kurt kurtis kyle kyriakos lamar larry lars
    laurent lawrence lenny leo leon leonard leonid leroy lester levi lionel lloyd louis lowell luc luca lucas luigi
    luis luiz lukas luke luther lyle lyndon mahmoud maksim malcolm manuel marc marco marcus marek mario mark marko
    markus marshall martin marty marvin massoud mateusz matt matteo matthew maurice max maxim mehmet melvin mevlut
    micah michael michal michel mick miguel mihai mike mikhail milan miles milos miroslav mitch mitchell mitt mohamad
    mohamed mohammad mohammed moise moshe murat mustafa nabil naftali narendra nathan nayib ned neil nelson newt
    nicholas nick nicolae nicolas nigel nikol nikola nikolai nikolas nikos noah norbert norm norman nuri nursultan
    olaf oleg oleh oleksandr oliver olivier olusegun omar orrin oscar osman otis otto owen pablo pascal patrick paul
    paulo pavel pawel pedro per percy perry peter petr petro petteri phil philip philippe phillip pierre piotr preston
    pyotr qasem quentin rafael rajab ralf ralph ramon ramzan rand randall randy rashid rauf raul ravshan raymond recep
    reggie reginald reid reinhard rene rex ricardo richard rick rishi rob robert roberto rod roderick rodney rodrigo
    roger roland roman ron ronald ronnie rory roscoe ross roy ruben rudolf rudy rufus rupert ruslan russ russell
    rustam ruud ryan sadyr saeed saleh salman salvador sam samir samuel sauli scott seamus sean sebastian selim serdar
    serge sergei sergey sergio serhiy seth shane shaun shavkat shawn sheldon sherrod shimon sid simon spencer staffan
    stan stanley stefan stephen steve steven stewart stu stuart sultan sven taavi tamas tarek tareq tayyip ted teddy
    temur terrence terry thad theo theodor thomas thorbjorn tim timothy timur tobias toby todd tom tomas tommy tony
    travis trent trevor troy tucker tyler ulf umar urho uwe vaclav valdis valery vasily vernon victor viktor vince
    vincent virgil vitali vitaly vivek vladimir volker volodymyr wade walid walter warren wayne wendell werner wes
    wesley wilbur wilhelm will william willie willy winston wolfgang wyatt xavier yahya yair yaroslav yasser yerlan
    yevgeny yitzhak yoav yoshihide youssef yuri yury yusuf yves zach zachary zoran ömer
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
