"""Given names that women bear, and those that men do.

Common names of the news of many countries, written down from general knowledge; names that both bear are left out.
"""

from __future__ import annotations

FEMALE = frozenset(
    """
    abeba abena abigail abla achieng adela adele adelina adjoa adriana adriane adrienne afaf afua agata agathe agnes
    agneta agnieszka aigul aileen ailsa aina aino ainur aisha aissatou aizada akie akosua akua alba albina alejandra
    alejandrina aleksandra alena alenka alessandra alevtina alexandra alexandrina alfreda alice alicia alina alison
    aliya alla allison alma almudena altynai alyssa amal amanda amber amelia amelie amina aminata aminatou amira amna
    amparo amy ana anahit anais anastasia anastasiya andrea andreea androulla aneta angela angeles angelica angelina
    angelique angie anika anisa anita anja anjali anka anke ann anna annalena anne anneke annelise annette annick annika
    anouk antje antoinette antonella antonia anu anush apolonia arabella araceli aracely arantxa ariana arlene arlette
    armine arpita arwa asel asha asiya asma asmaa assiatou asta astrid asuncion aude audrey augusta aurelia aurelie
    aurora avril awa aya ayelet aygul aynur ayse aysegul aysel azadeh aziza babette bahar bahia barbara barbora basma
    bea beata beatrice beatriz becky begona belen belinda benazir benedetta benedicte berenice berit bernadette berta
    bertha beth bethany betsy bettina betty beverly bianca bibi bintou birgit birgitta birgitte bjork blanca blanche
    blandine blessing bogdana boglarka bojana bonnie branislava brenda brianna bridget brigid brigita brigitte britt
    britta brittany brittney brooke bruna brunhilde bushra busisiwe camila camilla candace carla carlota carly carme
    carmela carmen carol carolien carolina caroline carolyn carrie cassandra catalina catarina caterina catherine cathy
    catia catriona cecile cecilia celeste celia celine cemile chantal charlene charlotte charo chelsea cheryl chiara
    chidinma chiho chinwe chioma chloe christa christelle christiana christiane christina christine ciara cindy cintia
    claire clara clare clarissa claudette claudia claudine clelia clementine clotilde colette colleen concepcion
    concetta connie consuelo cora cordelia corinna corinne cosima cosmina costanza cristina crystal cynthia dagmar dagny
    dalia dana daniela danielle danuta daphne daria dariga darina darlene dawn debbie deborah debra delfina delia
    delphine denisa denise despina diana diane dianne diletta dilma dilnoza dina dinah dinara dolly dolores dominga
    dominika domitila donna dora doreen doria doris dorota dorothea dorothy dorthe draga dragana droupadi dubravka dunja
    durdica dusanka ebba edita edite edith edna edwige efrat efua eglantine eileen eilidh eirini ekaterina elaine elba
    eleanor elena eleni elif elisa elisabeth elisabetta elise elizabeth elizaveta elke ella ellen ellie elodie eloisa
    eloise elsa elsbeth elvira elvire elzbieta emanuela emiko emilia emiliana emilie emily emine emma enrica erica erika
    erin erna ernestine ersilia esperanza esra estela estelle esther estrella ethel etta eugenia eugenie eulalia eunice
    euphemia eva evangelia evelien evelina evelyn evgenia ewa fabienne fabiola fadia fadwa faiza fanny fanta farah
    farida fariha farzana fatemeh fathia fatima fatma fatou fatoumata fatuma fawzia faye federica felicia felicitas
    felicite feride fernanda filippa filiz fiona fiorella flavia fleur flora florence florencia floriane fortuna franca
    frances francesca francisca francoise franziska freda frederique freja frida frieda friederike fulvia funmilayo
    gabriela gabriella gabrielle gail galia galina gayle gemma genevieve georgette georgia georgina geraldina geraldine
    gerda germaine gertrude gesine ghada ghislaine giada gianna gilda gillian gina ginny giorgia giovanna gisela gisele
    gita gitte giulia giuliana giuseppina gladys glenda glenys gloria glynis gorana gordana grace grazia graziella greta
    gretchen gro guadalupe gudlaug gudrun guiomar gulbahar guler gulmira gulnara gulnora gulsen gunilla gunvor guro gwen
    gwyneth gyongyi hadiza hafsa hajar hala haley halima halina halla hamida hanan hanane hanife hanna hannah hanne
    harriet harriette haruko hasina hayat heather hebe hedda hedvig hedwig heidi heike helen helena helga hellen heloise
    hena henriette henrike herlinde hermine hermione hiba hilary hilda hilde hildegard hillary hina hind hiroko hjordis
    holly honorata honorine hortensia houda huda hulda huma ibolya ida ilaria ildiko ilhan ilona ilse ilze imane imelda
    imke ina inaam indira ines inese inge ingeborg inger ingibjorg ingrid ingrida inma inna ioana iolanda iphigenia
    irena irene irina irini iris irma iryna isabel isabella isadora isatou isaura iseult isolde itziar iva ivana ivanka
    iveta ivona ivone iwona izabela jacinda jacinta jacqui jadranka jadwiga jagoda jamila jana jane janelle janet janice
    janina janine janna jarmila jasmina jasmine jasna javiera jeanette jeanine jeanne jeannette jeannie jelena jelica
    jemima jenna jenni jennifer jenny jerusha jessica jill jillian jimena joan joana joanna joanne jodi joelle johanna
    jolanda jolanta jolie joni jordana jorunn josefa josefina josephine josie joumana jovana jovita joyce juanita judit
    judita judith juditha judy julia juliana juliane julianna julie juliet julieta juliette julija juliya jumana justina
    justine justyna jutta jyoti jytte kadiatou kadija kadri kaisa kaja kamala kamila kamilla kanako kanchana kara karen
    karima karin karina karla karolina karoline katalin katarina kate katelyn katerina kateryna katharina katherine
    kathleen kathrin kathrine kathryn kathy katie katja katri katrin katrina katy katya kayla kazuko keiko kelly
    kellyanne kelsey kemi kersti ketevan keti khadidja khadija khadijatou khaleda khalida khatia khatuna kiki kimberly
    kinga kira kirsi kirsten kirsty klara klaudia klavdia konstantina koraljka kornelia kristalina kristen kristi
    kristin kristina kriszta krisztina krystyna ksenia kseniya kunigunde kylie kyoko laetitia laila laima lamia lana
    lara larisa larissa latifa latoya laura laurel lauren laurentina lauriane lavinia laxmi layla leah leanne leda leena
    leila lena lene lenka lenore leonie leonor leonora leopoldina leticia letizia leyla lidia lidija lidiya liesbeth
    liesel liga lili lilia lilian liliana liliane lilit lilla lilly limor lina linda lindiwe linnea lioba lisa lisbeth
    lise lisette liv livia liz ljiljana ljubica lois lola lone lorena loreto loretta lori lorna lorraine lotta lotte
    louisa louise lourdes lubna lucia luciana lucie lucienne lucilla lucille lucinda lucrecia lucy ludivine ludmila
    ludmilla luigia luisa lujain luna luz lydia lyubomira lyubov lyudmila mabel mabelle madalena madeleine mafalda
    magali magda magdalena magdalene maggie magnolia maha mahnaz maia maija maike maimouna maira mairead maja makiko
    malala malgorzata malika malin manal manana mandy manon manuela mara marcela marcelina marcella marcia maren marga
    margaret margareta margarete margarida margarita margaux margherita margit margot margrethe marguerite mari maria
    mariam mariama mariana mariane marianna marianne maribel marie marieke mariella marielle mariem mariia marija
    marijana marijke marika marilena marilou marilyn marilyne marina marine mariola marisa marisela marisol marit marita
    mariya marja marjatta marjorie marlena marlene marlies marloes marsha marta marte martha marthe martina martine mary
    maryam maryna maryse maryvonne masako masha mathilda mathilde matilda matilde maud maura maureen mavis maxine maya
    mayra maysa maysoon mbali meena meg megan meghan mehbooba melania melanie melina melinda melissa melita meral merav
    mercedes merete meri meryem meta mette mia micaela michaela michela michele michelle michiko mieke mihaela mila
    milada milagros mildred milena milica milka millie mina mindy mine minna miora mira mirabela miranda mireille mirela
    mireya miriam mirjam mirjana mirka mirna moira molly mona monica monika monique montserrat morag moriah munira
    muriel myriam myrna myrtle nabila nada nadege nadezhda nadia nadine nadiya nadja nafisa nagisa nahla naima najat
    najla najwa nancy naoko naomi narges nasreen nasrin natacha natalia natalie natalija nataliya natalya natasa natasha
    nathalie nawal nayeli nazanin nazira nazli neda neelam neema nele nellie nelly neringa nesrine neus nevena ngozi nia
    nicole nicoletta nicolette nieves nigora nikki nilda nilufar nina ninette nino ninotchka nives nkechi nobuhle nodira
    noelia noelle noemi noemie nomvula nona nora norah noreen norma nouhad noura ntombi nurgul nuria nursel nursen
    nusrat oana octavia odalys odette odile ofelia oksana olena olga olha olimpia olive olivera olivia olympe ona oona
    orly ornella orsola orsolya ottilie ottoline ouafa oumou palmira paloma pam pamela paola parisa parvin patience
    patricia patrizia patty paula paulina pauline paz peggy pelin penelope penny perla petra petrina petronella petya
    philippa philomena phoebe phyllis pia pilar piroska polina polly portia pramila praskovia preeti priscilla priya
    priyanka purificacion rabia rachael rachel rachele rachida radka radmila rafaela raghad rahel rahma raisa ramona
    rana rania ranya raquel rasa rasha rashida raziya rebeca rebecca rebekah reem regina regine reham reidun reinhild
    remedios renata renate renee rhoda rhonda ria ricarda rieko rihanna riikka rima rina rita ritva roberta rocio romina
    romy ronit rosa rosalia rosalie rosalind rosalinda rosaline rosalyn rosamund rosana rosanna rosanne rosaria rosaura
    rose roseanne roseline rosella roselyne rosemarie rosemary rosetta rosie rosina rosita roswitha rowena roxana roxane
    roxanne roya roza rukhsana rumyana runa ruta ruth ruzica rym saadia saara sabina sabine sabrina sadia sadie safia
    safiya sahar saida saila sakina salima sally salma salome salwa samantha samia samira sandra sandrine sangeetha
    sanja sanjida sanna sanne saoirse sara sarah saskia satu saule sawsan seda seema segolene selena selin selma semiha
    senka seraphina serena severine sevgi sevil shabana shabnam shahida shaima shaista shakira shamima shari sharifa
    sharon shauna shazia sheikha sheila shelley shereen sherry sheryl shiho shira shireen shirin shirley shqipe sibel
    sibylle sidonie signe sigrid sigrun siham siiri silja silke silvana silvia simona simone sinem sini siobhan sissel
    sive sladjana slavica smilja snezana snezhana sofia sofie sofija sofya soheila solange soledad solene solveig sona
    sonia sonja sophia sophie soraya sorina souad soumaya stana stanislava stefania stefanie steffi stella stephania
    stephanie stina suad subhadra sumaya sumayya sunita sunniva susan susana susanna susanne suzan suzana suzanna
    suzanne suzette svenja svetlana svitlana swati sybil sylvia sylvie synnove tabea tabitha tahira taina taisiya tamar
    tamara tamika tamila tammy tania tanja tansu tanya tara tarja tasneem tatiana tatjana tatyana teresa terese tereza
    terhi terri tessa tetiana thandi thandiwe thekla thelma thembeka theodora theresa therese theresia thora thorbjorg
    thordis tihana tilda tina tinatin tineke tiphaine titilayo tomoko tonje torill tove tracey trine trinidad trisha
    trudy tsai tsitsi tulsi tuula tuva tytti tzipi uljana ulla ulrika ulrike umida una urmila ursula urszula uta ute
    uzma valborg valentina valeria valerie valerija vanda vanessa varvara vasiliki vassiliki veera vendela vera verena
    verica verona veronica veronika veronique vesna vibeke vicki vicky victoire victoria victorine vida vigdis viktoria
    viktoriya vilma viola violet violeta violetta virginia virginie virve viveca vivian viviana vivianne vivienne vlasta
    voula vuokko wafa wafaa wahida waltraud wanda wangari wanida wanjiku wassila wenche wendy whitney wiebke wiktoria
    wilhelmina wilma winifred winnie xenia ximena xiomara yael yamina yana yanina yasmin yasmina yasmine yekaterina
    yelena yelizaveta yesenia yetunde yevgenia yevheniya yingluck ylva yoana yoko yolanda yolande yordanka yosra ysabel
    yuka yukiko yulia yuliia yuliya yumi yumna yvette yvonne zahia zahra zaina zainab zakia zala zandile zanele zarema
    zarina zaynab zdenka zehra zeina zeinab zelda zeliha zenaida zenobia zeynep zhanar zhanna ziba zineb zipporah zita
    zlata zoe zofia zoja zora zorica zoya zsofia zsuzsanna zuleikha zulema zuraida zuzana zvezdana
    """.split()
)
MALE = frozenset(
    """
    aage aamir aaron abbas abdallah abdel abdelaziz abdelhakim abdelhamid abdelilah abdelkader abdelkrim abdellatif
    abdelmadjid abdelmajid abdelmalek abderrahmane abdirahman abdiweli abdou abdoul abdoulaye abdourahmane abdul
    abdulaziz abdulhadi abdulkarim abdullah abdullahi abdulrahman abdurrahman abe abebe abel abelardo abhishek abiodun
    abiy abraham absalom abubakar abubakr achille achim achmad adalberto adam adan adel adem ademola adewale adil adlai
    adnan adolf adolfo adolph adrian adrien aecio afonso agim agostinho agus agustin ahmad ahmed ahmet ahsan aidan aidar
    aidyn aimar aime aitor ajay ajit ajmal akaki akbar akhilesh akio akira akram alaa alain alan alasdair alastair
    albert alberto albrecht alcides aldo aldous alec alejandro aleksandar aleksander aleksandr aleksei aleksey alen
    alessandro alessio alexander alexandr alexandre alexandros alexei alexey alfonso alfred alfredo algirdas alhaji
    alhassan ali aliaksandr aliko alioune alireza alisher alistair alkan allal allan allen almazbek almir alois alonso
    aloysius alphonse altaf alvaro alvin amado amadou amar amarinder ambroise ambrose amedeo amir amit amjad ammar amos
    amr amrullah anand anatole anatoli anatoliy anatoly anders andis andre andreas andrei andrej andres andrew andrey
    andrias andrii andrija andris andrius andriy andrus andrzej andy angelino angelo angus anibal anil ansgar anson
    antal anthony antoine anton antonio antonis antonius antony antti anwar apolinar aram arash aravind arben archie
    ardian arend arif aristide arjan arkadi arkady arman armand armando armen armin arnaldo arnaud arnd arne arnold
    arnoldo arpad arsen arsene arseniy art artan artem arthur artur arturo arun arvid arvind arvo asad asen asghar ashok
    ashot ashraf ashton asif asim askar aslan aslanbek atakan atal atanas atanasije athanasios atif attila august
    auguste augustin augustine augusto aulis aurel aurelien aurelio avi avram axel ayman ayoub azam azamat azat azim
    aziz babacar babatunde bachir badr bahadir bajram bakary baker bakhtiyor bakir balazs baldwin balint baltasar barack
    barak baris barna barnabas barnaby barney barry bart bartholomew bartlomiej bartolome bartosz baruch bashar basil
    basile basim bassam bassem bastian bastien batyr baudouin baurzhan bayram bayu bechir bedrich behrouz bekim bela ben
    benedek benedict benedikt bengt beniamino benigno benito benjamin bennie benny benoit beppe berat berhanu bernard
    bernardo bernd bernhard bernie bernt bert berthold bertil bertrand besnik beto bhupesh bilal bill billy binyamin
    birger birk bjarne bjoern bjorn blaise blas blaz bo bob bobby bogdan bohdan bohumil bojan bolat boleslaw bonaventure
    boniface boris borislav borja borys bostjan boubacar boubaker bozidar bozo brad bradley brahim brandon branislav
    branko brendan brennan brent bretislav brett brian brice bronislaw bruce bruno bryan bujar bulent burak burhan byron
    caleb calixto callum calvin camilo carel carl carlo carlos carlton carsten casimir casper cecil cedric celestin
    celso cem cemal cemil cenk cesar cevdet cezary chandrasekhar charalambos charbel charles charlie cheikh chester
    chetan chidi chinedu chris christiaan christian christof christoffer christoph christophe christopher christos chuck
    chukwuemeka chukwuma ciaran cillian ciprian ciriaco ciro claes clarence clark claude claudio claus clayton clemens
    clement cleto cliff clifford clint clinton clive clotaire clovis clyde cody colin colm connor conor conrad constant
    constantin constantine constantinos corey cornelis cornelius corrado cosme cosmin costas craig crispin cristian
    cristiano cristobal cristovao curt curtis cuthbert cyprian cyril cyrille cyrus czeslaw daan dacian dafydd dag
    dagfinn daisuke dalibor damian damien damir damjan dan danail daniel daniele danilo danis danny dante danyal daoud
    darby darius dariusz darko darrell darren darryl dashiell dastan dave david davit dawid dawit dean declan delano
    denis dennis denny denys deodato derek dermot derrick desmond detlef devendra dexter diarmuid dick didier diederik
    diego dieter dietmar dietrich dilip dimitar dimitri dimitrij dimitrios dimitris dinesh dino diogo dionisio dirk
    dmitri dmitriy dmitro dmitry dmytro dobromir domingo domingos dominic dominik dominique donal donald donatas
    donatien donnie dorian doru doug douglas dragan drago dragomir dragoslav dragutin driss drissa duane duncan dusan
    dusko dustin dwayne dwight dylan dzmitry eamon earl ebenezer ebrahim eckart eckhard ed eddie eddy edgar edgardo
    edgars edin edison edmond edmund edmundo edoardo edouard eduard eduardo edvard edvin edward edwin efrain efren
    egbert egidio egil egon ehsan ehud einar eirik eivind ekrem eladio eleuterio eli elias eliezer elijah elio eliot
    elkin elliot elliott elmar elmer eloy elvis emad emanuel emanuele emeka emerson emil emile emilian emiliano emilio
    emin emir emmanuel emmet emomali emre endre enis ennio enrico enrique enver enzo eoin ephraim erdal erdem erdogan
    erhan eric erich erick erik erkki erland erlend erling ermal ernest ernesto ernie erno ernst erol errol ersin erwan
    erwin erzhan esben esko esmail essam esteban estevao ethan ethelbert etienne eugen eugene eugenio eusebio evan
    evaristo evgeni evgeny ewald ewan eyal ezequiel ezio ezra fabian fabiano fabien fabio fabrice fabricio fabrizio
    fadel fadi fahad fahd fahrettin faisal farhad farhod farid faris farooq farouk farrukh faruk faruq fatih fatmir
    faustin faustino fausto fawaz fawzi faysal federico fedor feliciano felip felipe felix ferdinand ferenc fergus
    ferhat fermin fernand fernando fethullah fidel fikret filip filipe filippo finlay finn fintan fiorenzo firas firmin
    fiston fjodor flavien flavio flemming florent florentin florentino florian floyd folke fons fouad foued francesc
    francesco francis francisco franck franco francois franjo frank frankie franklin frans franz fraser fred freddy
    frede frederic frederick frederik fredrik friedhelm friedrich fritz fuad fulgence fulgencio fumio gabor gabriel
    gaetan gaetano galo gamal ganesh ganjar gareth garfield garrett garry gary gaspar gaspard gaston gaurav gavin gavril
    gavrilo gebhard gebran gediminas geert geir genaro gennadi gennadiy gennady geoff geoffrey geoffroy georg george
    georges georgi georgios georgiy georgy gerald geraldo gerard gerardo gerbrand gerd gergely gerhard germain german
    gernot gerrit gerry gert gervais gevorg ghassan gheorghe gholam ghulam giacomo gian giancarlo gianluca gianni gideon
    gil gilad gilbert gilberto gilles gino giorgi giorgio giorgos giovanni girolamo giuliano giulio giuseppe glen glenn
    godfred godwin gonzalo goran gordan gorden gordon gottfried gotthard graeme graham grant greg gregoire gregor
    gregorio gregory grigol grigor grigori grigory grzegorz guenter guenther guglielmo guido guilherme guillaume
    guillermo gunnar gunter gunther gurbanguly gus gustaf gustav gustave gustavo guus guy gyorgy gyula haakon habib hadi
    hafiz hagen haidar haider haile haitham hakan hakim hal haluk hamad hamdan hamdi hamid hamish hamza hank hannes
    hannu hans hansjorg harald hari haris harish harold haroun harry haruki harun haruna harvey hasan hashim hassan
    hassane hatem havard haydar haytham hazem hector heikki heiko heiner heinrich heinz hektor helge hellmut helmut
    helmuth hendrik henning henri henrik henrique henry henryk herbert herbie heribert heriberto herman hermann hernan
    hernando herschel herve heydar hichem hidehiko hideki hikmet hilario hilarion hilmar hippolyte hiroaki hirofumi
    hirokazu hiroshi hiroyuki hisham holger homer horacio horst hossam hossein houari howard howie hristo hubert
    hubertus hugh hugo humaid humbert humberto humphrey huseyin hussain hussein iain ian ibrahim ibrahima ichiro idris
    idriss ignace ignacio ignacy ignas ignazio igor ihab ihor iker ilan ildefonso ilham ilia ilir ilja ilkka ilya imad
    imran imre indrek ingmar ingo ingolf ingvar inigo inocencio ioan ioannis ion ionel ionut ioseb iosif iqbal irakli
    irfan irving irwin isaac isaak isaiah isaias isak isam isamu ishaq ishmael isidor isidore isidoro isidro iskander
    ismael ismail ismet israel issa issam istvan itamar iulian ivan ivar ivica ivo iwan iyad izz izzat jaak jaakko jaan
    jaber jabir jacek jacinto jack jackson jacob jacopo jacques jafar jaime jair jairo jake jakob jakov jakub jalal
    jalil jamal james jamil jan janez janko jano janos janusz jared jarkko jarl jarle jarno jaromir jaroslav jaroslaw
    jarrod jarvis jason jasper javad javed javid javier javor jawad jay jean jeb jed jeff jefferson jeffery jeffrey
    jelle jens jeppe jeremiah jeremias jeremy jeroen jerome jerry jerzy jesper jesse jesus jevgeni jibril jim jimmie
    jimmy jiri jirka joachim joakim joao joaquim joaquin jochen joe joel joerg joey johan johann johannes john johnny
    jon jonah jonas jonathan jongwoo joost jordi jorg jorge jorgen joris jorma jose josef josep joseph josh joshua josip
    josue joszef joubert jouko jovan jozef jozsef juan jude juha juhani julen jules julian julien julio julius juma
    juozas jure jurgen juri jurij juris justas justin justinas justo juvenal kaare kaarel kacper kaj kaleb kamal kamel
    kamil kamran kanat kareem karel karim karl karlheinz karlis karlo karoly karsten kaspar kaspars kasper kassym
    kastriot kazimierz kazimir kazuo keegan kees keijo keir keith kelvin kemal ken kenan kendrick kenji kenneth kenny
    kent kerem kevin khaled khalid khalifa khalil khamis kieran kiril kirill kirk kjell kjetil klaas klaudijus klaus
    klemen klemens kliment knut koen kofi koichi koichiro koji kojo konrad konstantin konstantinos konstantyn korhan
    kornel koshi kosta kostas kostyantyn kouame kresimir kristaps krister kristian kristijan kristjan kristof kristoffer
    kristoph krsto krzysztof kunal kunihiko kurt kurtis kwabena kwaku kwame kwasi kyaw kyle kyriakos kyrylo labinot
    ladislao ladislas ladislau ladislav lajos lakhdar lamar lambert lamin lamine lancelot larry lars lasha lasse laszlo
    latif laureano laurens laurent laurentino laurentiu laurentius lauri lauritz lawrence lazar lazaro lech leif leland
    lennart lennox lenny leo leon leonard leonardo leonel leonid leonidas leonti leopold leopoldo leroy lester leszek
    lev levan levente levi lew liam licinio linus lionel livio ljubo ljubomir llewellyn lloyd loic longin lorenz lorenzo
    lothar louis loukas lowell luan luc luca lucas lucian luciano lucien lucio ludek ludger ludovic ludovico ludvig
    ludwig ludwik luigi luis luiz luka lukas lukasz luke luther lutz lyle lyndon lyubomir maarten maciej madhav magne
    magnus mahamadou mahamane mahamat mahamudu mahathir mahdi maher mahesh mahfoud mahinda mahmood mahmoud mahmud mahmut
    mainul majed maksim maksym malachi malcolm malik mamadou mamoru mamuka manfred mannfred manny manohar manoj mansour
    mansur manuel marat marc marcel marcelino marcello marcelo marcin marcio marco marcos marcus marek mariano marijan
    marin marinko marino mario marios marius mariusz mark markku marko markos markus marlon marouane maroun marshall
    martin martino marton martti marty marvin marwan marzouq masahiro masashi masato masoud massimiliano massimo massoud
    masud matej mateo mateus mateusz mathias mathieu mathis matias matija matis matko matt matteo matthaus matthew
    matthias matthieu matti mattia matus maurice mauricio maurizio mauro max maxim maxime maximilian maximiliano maximo
    maxwell maynard mbaye medard mehdi mehmet meinhard meir melchior melvin menachem merab mert mervyn meshach mesut
    metin metodi mevlut micah michael michail michal michalis michel michelangelo mick miguel mihai mihail mihails
    mihaly mihir mikael mike mikel mikhael mikhail mikheil mikkel mikko miklos mikolaj mikulas milan milciades milenko
    miles milivoj milorad milos miloslav milovan milton milutin mircea mirko mirlan miro miron miroslav miroslaw mirza
    mislav mitch mitchell mitja mitt mizanur mladen moctar mohamad mohamed mohammad mohammed mohamud mohan mohsen mohsin
    moise moises mojibur mojtaba momcilo momir mongi monther mordechai morris morten moses moshe mostafa mouin mourad
    moussa moustapha muammar mubarak mubariz muhammad muhammadu muhammed muhibur mukesh mukhtar muktar mukul munir
    munther muqtada murad murat murdo murray musa musallam mustafa mustapha mutaz muzaffar mykhailo mykola myles myron
    nabil nacer nader nadim naeem naftali naguib nahum naim najib najibullah naoki napoleon narcis narek narendra nasir
    nasser natalio nathan nathanael nathaniel naveed navid nawaf nayef nayib nazar nazim nazrul neal nebojsa ned nedim
    neil nejat nelson nenad nestor nevil neville newt niall nicanor niccolo nicholas nick nico nicodemus nicolae nicolai
    nicolas nicolo nidal niels nigel nihad nihat nikol nikola nikolai nikolaj nikolaos nikolas nikolaus nikolay nikolos
    nikos nils nisim nitin nizar noah nobuo noe noel nolan norbert norberto norm norman norodom noureddine nouri nuno
    nuri nurlan nursultan obaidul odd oddvar oded odilo odin odon ognjen okan okechukwu olaf olafur olav ole oleg oleh
    oleksandr oleksii oleksiy olexandr oliver oliverio olivier olle olli olof oluf olusegun omar omid omurbek onesime
    onesimo onur orest orfeo orhan orlando orlin orrin osama oscar oskar oskari osman osvaldo oswald oswaldo othmane
    othmar otis otmar ottavio otto ottokar ousmane ousseynou overton owain owen ozan paavo pablo paco paddy pal
    panagiotis panayiotis pancho paolo pascal pascoal pasquale patricio patrick patrik paul pauli paulino paulo paulus
    pavao pavel pavle pavlo pavlos pawel pedja pedro peeter pekka pelle per percival percy pere peregrine peretz perry
    pervez petar pete peter petr petri petro petros petru petrus petter petteri petur phil philip philipp philippe
    philippos phillip phineas pier pierluigi piero pierre piers piet pieter pietro pinchas piotr pius placido poul
    pradeep prakash pranab prashant praveen pravin prawit prayut predrag preston priit primitivo primo primoz prosper
    pyotr qasem qasim qassem qubad quentin quim quincy quintin rabah rachid radek radislav radko radmilo rado radomir
    radoslav radoslaw radovan radu rafael rafal raffaele rafi rafik rafiq ragnar rahim rahul raila raimo raimon raimonds
    raimund rainer raivo rajab rajesh rajiv rajko rajnath rakesh ralf ralph ram ramadan rameau ramesh rami ramin ramiro
    ramiz ramon ramses ramtane ramush ramzan ramzi rand randall randolph randy raoul raphael rashad rashid rasim rasmus
    rastislav ratko rauf raul rauno ravi ravshan ray raymond raymundo razvan recep redouane reggie reginald reid reijo
    reiner reinhard reinhold reinier reinis reino reinout rembert remigio remigiusz remo renaldo renato renaud rene
    renzo reuben reuven rex reza riad ricard ricardo riccardo richard rick rickard rico rifaat rigathi rigoberto rik
    rinaldo rinat rishi riyad rizwan roald rob robbert robert roberto rocco rod roddy roderick rodion rodney rodolfo
    rodrigo rodrigue roelof rogelio roger rogerio rohan roland rolando rolf romain roman romano romeo romesh romuald
    romulo ron ronald ronaldo ronan ronen ronnie roque rory roscoe rosen ross rostam rostislav rostyslav roustam roy
    royce royd ruben rudi rudolf rudolfo rudolph rudy rufino rufus ruhul rui runar rune rupert ruslan russ russell
    rustam rustem rustum ruud ryan ryszard saad saadi sabri saddam sadiq sadyr saeb saeed safet said saif saifuddin
    sajid sakari salah salahuddin saleh salem salif salih salim salman salomon salvador salvatore sam sami samir sampo
    samson samuel samuele samvel samy sander sandor sandro sandu sanjay sanjin santiago santino santo santos sanzhar
    sargis sasho satoshi saul sauli saulius savas savva scott seamus sean sebastian sebastiano sebastien sebastijan
    sefer seifeddine sekou selahattin selcuk selim selmo semyon senad senan sepp seppo serafim serafin serdar serge
    sergei sergejs sergey sergi sergio sergiu serhat serhii serhiy seth severin severino seydou seyed seyfi shabir
    shafiq shahbaz shahid shahzad shakir shane sharad sharif shaukat shaun shavkat shawki shawn shehu sheldon sherif
    sherrod sherzod shigeru shimon shinji shinzo shivraj shlomo shota shyam sid siddharth sidi siegfried siegmar sigfrid
    sigismund sigmund sigurd sigurdur silas silvan silvano silvester silvestre silvio simao simen simeon simo simon
    sinan sindre sinisa sipho sirajuddin sixto slaven slavko slavomir slawomir slobodan smail sobhi socrates sofus
    soheil solomon soren sorin sotiris souleymane soumaila spas spencer spiro spyridon spyros srdjan srecko sridhar
    staffan stan stanislas stanislaus stanislav stanislaw stanley stefan stefano stefanos stefen steffen stein steinar
    stelian stelios stellan sten stepan stephan stephane stephanos stephen steve steven stewart stig stipe stjepan
    stoyan stu stuart styrbjorn sufyan suhail sukumar sulaiman suleiman suleyman sultan sunil suresh svante svein sven
    svend sverre sylvain sylvester taavi tadao tadas tadashi tadeas tadeus tadeusz taha tahar taher tahir taisto takashi
    takeo takeshi takuya talal talgat talib tamas tamir tancredi tancredo tanel taner tapani tapio taras tarcisio tarek
    tareq tarik tariq tarmo taro tarquin tassos tatsuo tauno tawfik tayfun taylan tayyip ted teddy teemu telesphore
    temirlan temur teodor teodoro teodosio teresio terje tero terrence terry tetsuya tevfik tevita thabo thad thaddeus
    thaksin themba theo theodor theodore theodoros theophile thibault thibaut thierry thilo thomas thor thorbjorn
    thorsten thorvald tiago tiberio tiberiu tibor tihomir tijani till tim timo timofei timotheus timothy timur tiziano
    tobias toby todd toivo tom tomas tomasz tomaz tomi tomislav tommaso tommy tomos tomoyuki tonio tony toomas tor tord
    tore torgeir torstein torsten torvald toshihiro traian travis trent trevor tristan tristram trond troy trygve
    tsvetan tucker tudor tugrul tuomas tuomo ture turgut turki ty tyler tymofiy tyrone tzvi uberto udo ueli ugo ugur
    uhuru uladzimir ulf ulises ulisses ulrich ulrik ulysses umar umaru umberto umut unai upendra urban urbano urho urmas
    uros usama usman uwe uzair vaclav vadim vadym vagif vagn vahan vaidotas vakhtang valdas valdemar valdimar valdis
    valentin valentino valentyn valerian valerio valeriu valeriy valery valtteri vangelis varlam varoujan vartan vasco
    vasil vasile vasilij vasilios vasilis vasily vaso vassilis vasyl velimir velizar velko venceslas venkat vernon vesa
    veselin veton vicenc vicente victor vidal vidar vidkun vidmantas viggo vijay vikas vikram viktor viktoras vilhelm
    viljo ville villy vilmos vinay vincas vince vincent vincente vincenzo vinicius vinko vinod virgil virgile virgilio
    vishal vitali vitalij vitalijs vitaliy vitaly vitautas vito vitor vittore vittorio vivek vjekoslav vlad vladan
    vladas vladimir vladimirs vladislav vladislavs vlado vladyslav vlatko vojin vojislav vojtech volkan volker volodymyr
    vratislav vsevolod vuk vyacheslav vytautas wade wael wahid waldemar waleed wali walid wallace walter waltteri warren
    wasim wayne webster wenceslao wendell werner wes wesley wieland wieslaw wiktor wilbert wilbur wilfred wilfredo
    wilfrid wilfried wilhelm will willem william willibald willie willis willy wilson wim winfried winston witold
    wladimir wladyslaw wlodzimierz wojciech wolf wolfgang wolfram wout wouter wyatt xabier xander xavi xavier xhevdet
    yaacov yaakov yacine yacouba yahya yair yakov yakub yakubu yalcin yandry yanis yannick yannis yaroslav yasar yaser
    yasin yasir yasser yassine yasuo yavuz yaw yefim yegor yehuda yerlan yermek yevgeni yevgeniy yevgeny yevhen
    yiannakis yiannis yigal yigit yitzhak yoav yohannes yonas yonatan yoram yordan yorgos yoshiaki yoshihide yoshimasa
    yoshiro yossi youcef youness younis yousef youssef youssouf yrjo yukio yuri yurii yuriy yury yusef yusuf yusuke yvan
    yves yvon zacarias zach zachariah zacharias zachary zafer zaher zahid zaid zakaria zaki zakir zalmay zaur zaven zayd
    zbigniew zbynek zdenek zdravko zdzislaw zeev zef zeferino zeljko zenel zeno zenon zhelyu zhivko ziad zied ziga
    zigmas zijad ziyad zlatan zlatko zoltan zoran zsolt zubin zuhair zulfiqar zurab zvi zviad zvonimir zydrunas zygmunt
    ömer
    """.split()
)
