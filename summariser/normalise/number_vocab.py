"""Hand-made word lists that tell what a number counts.

There is no tagger here: a noun phrase ends at a word of these lists, or at the first plural. A word is
added when a real text needs it; a missing noun costs only its inheritance, a missing stop word makes
a noun phrase too long.
"""

from __future__ import annotations

from typing import Final


def words(*lines: str) -> frozenset[str]:
    """Read word lists written as running text."""
    return frozenset(word for line in lines for word in line.split())


def _plurals(singular: str) -> str:
    if singular.endswith("man") and singular not in ("human", "german"):
        return singular[:-3] + "men"
    if singular.endswith("y") and singular[-2] not in "aeiou":
        return singular[:-1] + "ies"
    return singular + ("es" if singular.endswith(("s", "ch", "sh", "x")) else "s")


PERSON: Final = words(
    "adult aide adolescent activist adviser advisor agent ambassador analyst assailant attacker author",
    "baby bishop bodyguard bomber boy brother businessman bystander candidate captain captive carabinero",
    "caretaker cattleman chairman chief child citizen civilian cleric clerk cleaner coach colonel",
    "commander commando commuter combatant conscript contractor convict cook cop corporal councillor",
    "councilman crewman customer daughter dealer defector defender delegate demonstrator deputy deserter",
    "detainee diplomat director doctor driver editor educator elder employee engineer evacuee",
    "executive expert extremist farmer father fatality fighter firefighter fireman fisherman foreigner",
    "friend fugitive gangster general gendarme girl governor grandchild grandfather grandmother guard",
    "guerrilla guest guide gunman herder hero hostage hijacker husband immigrant individual infant",
    "inhabitant inmate inspector insurgent interpreter intruder investigator islamist jihadi jihadist",
    "journalist judge kidnapper kid laborer labourer lawmaker lawyer leader legislator lieutenant",
    "magistrate major man marine marshal mayor mechanic medic member merchant mercenary midwife migrant",
    "militant militiaman miner minister minor monk mother motorist motorcyclist mourner neighbour",
    "neighbor newborn nomad nun nurse observer occupant officer official operative orphan outlaw owner",
    "paramedic paramilitary parent participant passenger passerby pastor patient peacekeeper peasant",
    "pedestrian pensioner perpetrator persecutor person photographer pilgrim pilot pirate player",
    "policeman policewoman politician preacher premier president priest prisoner professor prosecutor",
    "prostitute protester protestor pupil raider ranger rebel recruit refugee relative reporter rescuer",
    "researcher resident returnee rioter robber sailor schoolboy schoolchild schoolgirl schoolteacher",
    "scientist secretary senator sergeant serviceman settler shepherd shopkeeper shooter sister smuggler",
    "sniper soldier son speaker spokesman spokeswoman staffer student subscriber suspect survivor teacher",
    "teenager terrorist thief tourist trader trafficker trooper unionist user vendor veteran victim",
    "villager visitor voter volunteer warlord watchman wife witness woman worker worshipper writer youth",
    "youngster islander townsman officeholder evangelist missionary servant countryman clansman tribesman",
    "cameraman deminer sapper wounded toddler pensionist",
    # kin
    "aunt bride bridegroom cousin fiance fiancee fiancé fiancée granddaughter grandparent grandson",
    "guardian kinsman lad nephew niece sibling spouse stepfather stepmother stepson teen tot twin",
    "uncle widow widower lady gentleman matriarch minor newlywed",
    # trades and callings
    "accountant actor actress administrator advocate agronomist anthropologist apprentice architect artisan",
    "artist attendant auctioneer baker banker barber bartender beekeeper beggar biologist blacksmith",
    "boatman bodybuilder bookseller bricklayer builder butcher carer carpenter cartoonist cashier catechist",
    "chauffeur chef chemist clergyman coachman cobbler comedian compère conductor confectioner",
    "constable consultant cook coordinator coroner courier craftsman cyclist dancer dentist designer",
    "docker dockworker doorman draughtsman dressmaker economist electrician entertainer entrepreneur",
    "envoy escort farmhand farmworker ferryman fisher fisherwoman fishmonger footballer",
    "forester gardener goatherd goldsmith greengrocer grocer guitarist gunsmith hairdresser",
    "handyman hawker headmaster headmistress headteacher herdsman historian housekeeper housewife",
    "imam informer informant inspector instructor ironmonger janitor jeweller joiner juror",
    "landlord landlady landowner lecturer librarian lifeguard linesman logger lumberjack machinist maid",
    "manager mason masseuse matron mechanic milkman moneychanger motorman mullah musician",
    "nanny naturalist newspaperman nightwatchman novice nutritionist operator optician organiser",
    "organizer painter pastoralist paver peddler pedlar pharmacist philosopher physician physicist",
    "playwright plumber poacher poet porter postman prefect presenter printer producer",
    "promoter proprietor psychologist publisher quarryman rabbi railwayman rancher rapper receptionist",
    "referee registrar repairman restaurateur roofer salesman saleswoman scavenger",
    "scholar sculptor seamstress seller seminarian sheikh shepherdess shoemaker shopper singer",
    "statistician steward stewardess stoker stonemason storekeeper superintendent",
    "supervisor surgeon surveyor sweeper tailor technician trainee trainer tanner",
    "translator treasurer trucker tutor typist umpire undertaker usher vet veterinarian vicar waiter",
    "waitress warden warder watchmaker weaver welder woodcutter woodsman yardman zookeeper",
    # standing, part and fate
    "abductee accomplice agitator ally apostate backpacker bather camper cardinal churchgoer colleague",
    "collaborator compatriot comrade congressman congresswoman congregant councilwoman courtier dissident",
    "dweller émigré exile expatriate fan follower footman frontman heir hiker holidaymaker",
    "homesteader homeowner householder infantryman jogger princess loyalist looter",
    "monarchist mujahid neighbour nationalist newcomer onlooker opponent",
    "organiser partisan partygoer patriot picketer picnicker plainclothesman rambler reveller",
    "revolutionary rider runner runaway sympathiser sympathizer sympathist spectator squatter stowaway",
    "straggler stranger striker supporter swimmer tenant townswoman traveller traveler truant trustee",
    "vacationer vigilante wayfarer whistleblower",
    # ranks and offices
    "adjutant admiral alderman archbishop attaché attache bailiff brigadier cadet caliph chancellor",
    "chairwoman chairperson comptroller congressperson consul corporal councilor dean",
    "detective emir ensign guardsman gunner infantryman jailer justice lama legionnaire legionary",
    "magnate marshal mortician mp noncom nco nuncio ombudsman paratrooper patriarch",
    "patrolman pope premier ranger rector reservist rifleman",
    "serviceperson servicewoman sheriff squaddie strongman sultan undersecretary vizier viceroy warlord",
    "fusilier grenadier cavalryman artilleryman tankman lookout sentry sniper mercenary",
    "bandit brigand fedayee gangster goon gunslinger henchman hitman kingpin mobster mafioso pirate",
    "ringleader separatist saboteur spy triggerman vandal aggressor bandmaster militiawoman",
)
"""Singular nouns for a person: "a soldier was killed" is one."""

_PERSON_IRREGULAR = words(
    "people persons peoples men women children grandchildren schoolchildren police troops personnel staff",
    "crew idps idp pdi refugees returnees souls lives inhabitants forces policemen wives thieves",
    "casualties cadres populace cattlemen passersby guerillas militiamen jihadis dead wounded taliban",
    "mujahideen peshmerga iraqis syrians afghans colombians israelis palestinians kurds turks yazidis",
    "brus rohingya hindus muslims christians chinese sudanese ukrainians russians somalis yemenis libyans",
    "nigerians peruvians salvadorans nicaraguans chileans americans asylum-seekers displaced-persons",
    "gendarmes peole",
    # French, Spanish, Arabic
    "muchacho muchacha campesino campesina joven menor guerrillero maestro maestra profesor profesora",
    "sacerdote periodista líder alcalde concejal dirigente militar agente trabajador minero estudiante bebé",
    "adolescente anciano anciana vecino vecina comerciante pasajero indígena policier gendarme militaire",
    "adolescente garçon fillette berger éleveur chauffeur conducteur journaliste manifestant étudiant",
    "étudiante élève écolier enseignant prêtre villageois paysan passager jeune",
    "personnes personne gens hommes homme femmes femme enfants enfant civils soldats soldat policiers",
    "militaires habitants réfugiés réfugié déplacés blessés morts tués disparus combattants terroristes",
    "otages victimes personas hombres hombre mujeres mujer niños niñas niño niña civiles soldados soldado",
    "policías policía militares habitantes refugiados desplazados heridos muertos fallecidos",
    "desaparecidos evacuados damnificados guerrilleros combatientes víctimas mineros campesinos pessoas",
    "أشخاص شخص شخصا شخصاً مدنيين مدنيا جندي جنود قتلى جرحى نازح لاجئ طفل أطفال امرأة نساء رجل قتيل قتيلا",
    "جريح جريحا مسلح مسلحين",
)
PERSONS: Final = PERSON | frozenset(map(_plurals, PERSON)) | _PERSON_IRREGULAR

HOUSEHOLDS: Final = words(
    "family families household households familles famille ménages ménage familias familia hogares",
    "famílias عائلة أسرة عائلات أسر",
)
"""Units that can be counted both as people (displaced) and as homes."""

HOUSE: Final = words(
    "house home hut tent shelter building dwelling apartment flat structure school hospital clinic mosque",
    "church shop store warehouse factory bridge market bakery kindergarten university station checkpoint",
    "outpost villa cabin residence classroom tower truck vehicle car bus boat tank helicopter aircraft",
    "business seminary convent chapel monastery temple cathedral barn granary mill farm farmhouse kiosk",
    "stall garage hotel restaurant cafe café pharmacy library museum prison jail courthouse barracks depot",
    "silo pylon pipeline ferry ship vessel train lorry minibus motorcycle motorbike pickup ambulance",
    "tractor jeep plane jet warplane tanker trailer canoe precinct shrine synagogue orphanage substation",
    "refinery dam plant transmitter antenna greenhouse workshop sawmill hangar bungalow shack post van",
    "bulldozer locomotive taxi gunboat trawler frigate embassy consulate nursery dormitory marketplace",
)
HOUSES: Final = (
    HOUSE
    | frozenset(map(_plurals, HOUSE))
    | words(
        "housing logements logement maisons maison viviendas vivienda casas casa kuće kuća منزل منازل بيوت",
        "بيت",
    )
)

OTHER_NOUNS: Final = words(
    "air aid arms army ammunition relief rescue rights police peace child hand land car truck bomb",
    "suicide mortar rocket missile artillery shell drone oil fuel gas road rail power water food health",
    "human school government state party union company militia gang guard border security intelligence",
    "media news radio television bus train plane boat ship fishing mining farm coffee drug weapons women",
    "opposition raids strikes attacks airstrikes blasts explosions bombs rockets missiles shells villages",
    "towns cities districts provinces departments states regions communities municipalities camps centres",
    "centers sites deaths injuries casualties fatalities kidnappings abductions clashes battles incidents",
    "cases events murder morning weekend evening night afternoon operation assembly ally monopoly bully",
)
"""Nouns that may stand inside a phrase, or that look like something else."""

# --- where a noun phrase ends ------------------------------------------------------------------------

PREPOSITIONS: Final = words(
    "of in on at by to from for with without within into onto over under above below between among amid",
    "amidst across along around near behind beyond beside besides against after before during since until",
    "till through throughout towards toward upon via per about off out up down inside outside despite as",
    "than like except following including excluding involving involved plus minus versus vs regarding",
    "concerning aboard alongside",
)
_FUNCTION = words(
    "and or but nor so yet if when while where because although though whereas whether unless that which",
    "who whom whose what why how then also too either neither both each every all any no not nearly",
    "almost some the a an this these those there here i you he she it we they me him her us them his its",
    "our their your my mine himself herself itself themselves themself another such same only just even",
    "still already again ago now today yesterday tomorrow tonight later earlier soon once twice never",
    "always often perhaps respectively total altogether overall apiece alike alone together away back",
    "daily weekly monthly yearly annually monday tuesday wednesday thursday friday saturday sunday",
    "january february march april may june july august september october november december et al etc ie",
    "eg is",
)
AUXILIARIES: Final = words(
    "was were is are am be been being has have had having do does did done get gets got gotten getting",
    "wasn't weren't isn't aren't hasn't haven't hadn't remain remains remained become becomes became",
)
MODALS: Final = words("will would can could may might must shall should cannot can't won't ought")
_VERBS = words(
    "say says said tell tells told die dies died flee flees fled go goes went gone come comes came leave",
    "leaves left take takes took taken give gives gave given make makes made find finds found know knows",
    "knew known think thinks thought see sees saw seen live lives stay stays stayed hold holds held keep",
    "keeps kept begin begins began begun run runs ran fall falls fell fallen rise rises rose risen lose",
    "loses lost win wins won fight fights fought shoot shoots kill kills hit hits burn strike struck",
    "break broke cut put set send sent bring brought buy bought build built catch caught drive drove",
    "driven eat ate fly flew meet met pay paid read ride rode ring sell sold show showed shown shut sing",
    "sit sat sleep slept speak spoke spend spent stand stood steal stole swim swam teach taught throw",
    "threw wake wear wore write wrote blow blew hide hid feel felt forget forgot forgive forgave freeze",
    "froze hear heard lead led lie lay mean meant seek sought shake shook sink sank stick stuck tear tore",
    "require requires need needs want wants claim claims report reports receive receives face faces",
    "suffer suffers participate participates include includes demand demands believe believes belong",
    "belongs carry carries cause causes continue continues enter enters escape escapes join joins move",
    "moves open opens plan plans reach reaches refuse refuses return returns seem seems serve serves",
    "support supports try tries use uses wait waits walk walks work works worth amount amounts comprise",
    "exist exists appear appears sustain sustained arrive arrives tend become await awaits add adds",
    "according due able unable likely unlikely ready thanks because depending",
)
VERBS: Final = _VERBS | AUXILIARIES | MODALS
_ROMANCE = words(
    "de des du d' l' la le les et ou où à au aux en dans par pour sur sous avec sans chez entre contre",
    "vers qui que dont est sont était étaient ont a été avait se s' ne n' pas plus il elle ils elles ce",
    "cette ces son sa ses leur leurs soit comme mais donc selon après avant depuis pendant lors el los",
    "las del al y e o u con sin por para desde hasta hacia según durante tras ante bajo sobre contra",
    "quien cuyo es era eran fue fueron ha han había habían hay su sus no más pero como cuando donde está",
    "están este esta estos estas lo da do das dos foi em um uma na nas nos",
)
STOP: Final = PREPOSITIONS | _FUNCTION | VERBS
STOP_ROMANCE: Final = STOP | _ROMANCE
ROMANCE_PRENOMINAL: Final = words(
    "autres autre nouveaux nouvelles nouveau nouvelle jeunes petits petites grands grandes premier première",
    "premiers premières deuxième troisième second seconde présumés primer primera segundo segunda",
    "tercer tercera",
    "derniers dernières otros otras otro otra nuevos nuevas jóvenes presuntos supuestos primeros primeras",
    "pequeños últimos últimas outras outros",
)

FILLERS: Final = words("more other others further additional extra new such")
"""Words between a number and its noun that are not part of the noun."""

# --- participles that can stand for the people or houses they speak of -------------------------------

HARMED: Final = words(
    "killed dead wounded injured hurt missing deceased abducted kidnapped arrested detained captured",
    "executed beheaded shot drowned murdered hospitalised hospitalized slain martyred buried assassinated",
    "imprisoned jailed massacred slaughtered maimed poisoned tués tué tuées morts mort mortes blessés",
    "blessé blessées disparus disparu muertos muerto muertas heridos herido heridas fallecidos fallecidas",
    "desaparecidos secuestrados detenidos قتلى جرحى قتيلا جريحا مصابين",
)
MOVED: Final = words(
    "displaced evacuated relocated homeless affected rescued sheltered stranded trapped returned",
    "resettled uprooted unaccounted registered released freed saved accommodated repatriated deported",
    "evicted expelled déplacés déplacées évacués évacuées sinistrés desplazados desplazadas evacuados",
    "evacuadas damnificados damnificadas afectados afectadas desalojados desalojadas",
)
HARMING: Final = words(
    "killed killing kills wounded wounding wounds injured injuring injures murdered murdering",
    "assassinated assassinating executed executing kidnapped kidnapping kidnaps abducted abducting",
    "arrested arresting arrests detained detaining captured capturing beheaded beheading stabbed",
    "stabbing shot shooting maimed maiming lynched slain hanged raped claimed down",
    "kills murders hurting slaying slew massacred massacring slaughtered slaughtering decapitated",
    "decapitating strangled strangling hospitalising apprehended apprehending nabbed nabbing snatched",
    "snatching beating knifed knifing poisoned poisoning crushed crushing trampled trampling drowned",
    "drowning burying electrocuting crippled crippling gunning",
    "clubbed clubbing hacked hacking speared spearing bayoneted bayoneting bludgeoned bludgeoning flogged",
    "flogging stoned stoning grazing scalding blinding seizing seized",
)
"""Active verbs of harm before their object: "killed a soldier", "wounding 20"."""
RUINED: Final = words(
    "destroyed damaged burned burnt collapsed flattened razed demolished flooded inundated looted torched",
    "gutted submerged détruites détruits endommagées endommagés destruidas destruidos dañadas dañados",
    "effondrées effondrés écroulées écroulés inondées inondés incendiées incendiés brûlées brûlés",
    "rasées rasés décoiffées décoiffés emportées emportés colapsadas colapsados derrumbadas derrumbados",
    "inundadas inundados anegadas anegados quemadas quemados incendiadas incendiados",
    "arrasadas arrasados averiadas averiados",
)
PARTICIPLES: Final = HARMED | MOVED | RUINED
NOT_PARTICIPLES: Final = words(
    "red bed shed seed weed breed feed need speed hundred sacred naked wicked rugged kindred"
)
ING_NOUNS: Final = words(
    "building buildings bombing bombings killing shelling crossing dwelling wedding meeting training",
    "housing being hearing shooting landing kidnapping stabbing hanging beating fighting looting thing",
    "morning evening king",
)

# --- plurals -----------------------------------------------------------------------------------------

IRREGULAR_PLURALS: Final = words(
    "men women children people police troops personnel staff crew teeth feet oxen mice geese cattle sheep",
    "fish poultry livestock aircraft spacecraft media criteria data lives wives thieves knives halves",
    "policemen gunmen fishermen servicemen civilians taliban dead",
)
NOT_PLURALS: Final = words(
    "series species gas bus press congress crisis basis analysis tennis isis paris emphasis mass loss",
    "class business progress access process address express virus campus census status focus versus plus",
    "thus tries has was is this us as his its yes less unless across towards perhaps always besides",
    "christmas news politics islamic suspicious serious various previous religious dangerous numerous",
    "precious enormous famous indigenous anonymous autonomous furious generous glorious hazardous",
    "mountainous poisonous rebellious tremendous vicious continuous homeless defenceless defenseless",
    "stateless jobless overseas laos texas kansas",
)
MODIFIER_PLURALS: Final = words(
    "arms sports communications operations news relations weapons rights drugs services systems",
    "goods munitions explosives affairs savings species series customs media staff troops aircraft",
    "headquarters states nations security data",
)
"""Plurals that often stand before the noun: arms dealers, communications officers."""
MODIFIER_PEOPLE: Final = words("women children police crew")
"""People that stand before other people: women protesters."""

# --- units -------------------------------------------------------------------------------------------

TIME_UNITS: Final = words(
    "second seconds minute minutes hour hours day days night nights week weeks month months year years",
    "decade decades century centuries fortnight weekend weekends hrs mins secs yr yrs generations heure",
    "heures jour jours semaine semaines mois an ans année années hora horas día días semana semanas mes",
    "meses año años minutos segundos anos ساعة ساعات يوم أيام يوما أسبوع أسابيع شهر أشهر سنة سنوات عام",
    "أعوام",
)
UNITS: Final = TIME_UNITS | words(
    "km kms kilometre kilometres kilometer kilometers metre metres meter meters cm mm centimetre",
    "centimetres centimeter centimeters millimetre millimetres millimeter millimeters mile miles foot",
    "feet ft inch inches yard yards hectare hectares ha acre acres tonne tonnes ton tons kg kgs kilo",
    "kilos kilogram kilograms kilogramme kilogrammes gram grams litre litres liter liters gallon gallons",
    "barrel barrels mw kw gw megawatt megawatts watts volts mph kph kmh degree degrees celsius fahrenheit",
    "knot knots magnitude richter caliber calibre times storey storeys story stories quintals sqkm mb gb",
    "hz mhz kilómetros kilómetro metros hectáreas toneladas kilomètres kilomètre mètres كيلومترا كيلومتر",
    "كيلومترات متر أمتار طن",
)
GLUED_UNITS: Final = words(
    "m g l t h s c f km cm mm kg ha ft mw kw kv mph kph hrs hr min sec am pm gb mb db in x"
)
UNIT_PREFIXES: Final = words(
    "square cubic nautical metric sq consecutive straight full whole long successive past last"
)
AFTER_METRES: Final = words(
    "high tall deep wide long thick away below above apart of from off in by and or to north south east",
    "west tsunami",
)
"""After "2.5m": these make it metres, anything else makes it millions."""

# --- other contexts ----------------------------------------------------------------------------------

MONTHS: Final = words(
    "january february march april may june july august september october november december jan feb mar",
    "apr jun jul aug sep sept oct nov dec janvier février mars avril mai juin juillet août septembre",
    "octobre novembre décembre enero febrero marzo abril mayo junio julio agosto septiembre setiembre",
    "octubre noviembre diciembre يناير فبراير مارس أبريل إبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر",
    "نوفمبر ديسمبر آذار نيسان أيار حزيران تموز آب أيلول شباط",
)
WEEKDAYS: Final = words(
    "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thurs fri sat sun",
    "lundi mardi mercredi jeudi vendredi samedi dimanche lunes martes miércoles jueves viernes sábado",
    "domingo",
)
CURRENCY_SIGNS: Final = frozenset("$€£¥₹₦₺₽₴₪฿")
CURRENCY_CODES: Final = words(
    "us usd eur gbp inr rs pkr ngn kes ugx aud cad afn php idr bdt npr lkr a c hk nz"
)
CURRENCY_WORDS: Final = words(
    "dollar dollars euro euros pound pounds rupee rupees peso pesos yuan franc francs dinar dinars lira",
    "ruble rubles rouble roubles naira shilling shillings cents usd eur gbp dólares soles colones dinares",
    "rial rials riyals dirhams taka kyat yen rand birr afghanis hryvnia hryvnias دولار يورو ليرة دينار",
    "ريال",
)
TIMEZONES: Final = words(
    "gmt utc est edt cst cdt pst pdt cet cest bst ist eat wat msk local zulu o'clock o’clock"
)
YEAR_LEADS: Final = words(
    "in since by of until till from during before after early late mid around about circa year years",
    "between through spring summer autumn winter fall en de desde hacia año depuis vers année pre post",
    "عام سنة منذ في años années عامي عامين العام العامين سنوات السنوات سنتي",
)
LABELS: Final = words(
    "milepost mileposts milestone junction no nos number nº n° route highway resolution resolutions",
    "article articles section sections chapter paragraph page pages flight phase stage level grade",
    "category class channel room gate block sector kilometre mile zone unit brigade battalion",
    "regiment division squadron platoon front area bus boeing airbus lot annex appendix act bill law",
    "decree order case docket figure table box part book volume version type model mark day week",
    "group checkpoint camp kilometer km plate plates precinct carretera ward apartment cell tower",
    "hill point station interstate ley ruta nro núm art loi décret resolución artículo round",
    "phone telephone téléphone teléfono tel fax pillar pillars priority objective outcome indicator",
    "footnote covid",
)
ALWAYS_LABELS: Final = words(
    "no nos number nº route highway resolution resolutions article articles section paragraph phase",
    "chapter page pages flight channel interstate ruta ley artículo kilometer nro version boeing airbus",
    "day category phone telephone téléphone teléfono tel fax footnote covid",
)
STREETS: Final = words("street st avenue ave road rd boulevard blvd lane drive square plaza way highway")

CLAUSE_HARM: Final = HARMED | words(
    "died die dies harmed displaced evacuated arrested survived hurt killing injuries",
    "affected homeless escaped perished",
)
ZERO_NOUNS: Final = words(
    "casualty casualties death deaths injury injuries fatality fatalities victim victims survivor",
    "survivors arrests abductions kidnappings displacement deceased wounded dead losses victime victimes",
    "mort morts blessé blessés víctima víctimas muerto muertos herido heridos",
)
