"""Nouns for those who act, those who suffer, what is hit, and with what: the heads of their noun phrases.

Singular forms; the plural is understood. A head of several words ("death squad") is listed with all of
them; what stands before a head ("hooded", "power") belongs to the phrase without being listed.
"""

from __future__ import annotations

import re
from typing import Final

from summariser.lexicon.function_words import words
from summariser.lexicon.people import GROUP_NOUNS
from summariser.schemas.codebooks import PopulationGroup as G


def _counted(*groups: G, without: str) -> frozenset[str]:
    """Single nouns that people of some groups are counted by."""
    found = {w for g in groups for w in GROUP_NOUNS[g] if w.isascii() and " " not in w}
    return frozenset(found) - words(without)


DOERS: Final = words(
    "terrorist guerrilla guerilla rebel insurgent subversive extremist radical militant militiaman militia "
    "paramilitary gunman gunwoman assassin murderer killer hitman sniper attacker assailant aggressor "
    "perpetrator kidnapper abductor captor hijacker raider robber thief bandit criminal delinquent outlaw "
    "gangster gang cartel mob mobster vigilante lynch-mob arsonist bomber looter rioter fighter combatant "
    "commando jihadist jihadi islamist separatist secessionist dissident contra mercenary narco trafficker "
    "hooligan squad cell column platoon firing-squad fanatic leftist rightist maoist senderista miliciano "
    "republican loyalist communist royalist supremacist fundamentalist mafia mafioso syndicate sicario intruder culprit suspect marauder pirate rustler poacher warlord "
    "motorcyclist individual stranger subjects "
    "thug goon tough henchman hoodlum ruffian brigand cutthroat enforcer triggerman knifeman axeman rapist "
    "torturer executioner infiltrator saboteur invader occupier pillager plunderer warrior impi janjaweed "
    "interahamwe peshmerga fedayee fedayeen talib naxalite mujahid mujahideen mujahedin mujahidin mujahedeen "
    "mujaheddin dozo mai-mai cultist ultra skinhead neo-nazi irregular partisan shooter"
) | _counted(G.FIGHTERS, without="cadre regular")
"""People (and small bodies) who are called by what they do to others."""

CRAFT: Final = words(
    "warplane plane jet aircraft helicopter gunship drone warship gunboat tank fighter-bomber artillery battery gun "
    "cannon howitzer mortar missile rocket interceptor armour armor"
)
"""What is steered acts for somebody: with whose it is ("coalition jets") it names a side, alone it does not."""

CALLINGS: Final = words("trucker miner resident local neighbour neighbor worker student squatter")
"""The unarmed who act as a crowd."""

MAY_DO: Final = (
    CRAFT
    | words(
        "man men woman youth person people member element supporter follower sympathizer sympathiser group crowd "
        "band party patrol unit force troop soldier policeman police officer agent guard guardsman gendarme "
        "army military navy commander leader chief boy teenager student settler herder herdsman tribesman "
        "militiamen ranger paratrooper marine airman "
        "government regime junta state authority authorities faction wing command front movement organization "
        "organisation brigade battalion regiment division corps alliance coalition tribe clan villager peasant "
        "stone-thrower demonstrator protester marcher striker prisoner inmate detachment squadron garrison contingent "
        "remnant column brotherhood sect gathering commune "
        "private corporal sergeant lieutenant captain major colonel general conscript recruit cadet reservist gunner "
        "cadre artilleryman rifleman infantryman constable trooper serviceman carabinero carabineer warder cop sapper "
        "legionnaire bodyguard peacekeeper bomber"
    )
    | CALLINGS
)
"""Nouns that may act as well as suffer: position decides."""


PEOPLE: Final = words(
    # by office
    "president vice-president minister vice-minister secretary undersecretary governor mayor councilman "
    "councilwoman councillor councilor alderman congressman congresswoman senator deputy legislator lawmaker "
    "parliamentarian representative politician candidate official functionary commissioner prefect magistrate "
    "judge justice prosecutor attorney lawyer jurist ombudsman registrar "
    "ambassador consul diplomat attache envoy adviser advisor delegate director manager executive chairman "
    "rector dean principal chief head leader spokesman spokeswoman spokesperson activist organizer organiser "
    "unionist trade-unionist dignitary monarch king prince sheikh imam cleric elder chieftain administrator "
    # by calling
    "priest bishop archbishop cardinal nun monk missionary pastor minister preacher catechist jesuit seminarian "
    "friar rabbi mullah religious clergyman churchman layman parishioner worshipper worshiper pilgrim "
    "teacher professor lecturer student pupil schoolchild schoolboy schoolgirl educator academic scholar "
    "scientist researcher engineer technician geologist doctor physician surgeon nurse midwife paramedic medic "
    "pharmacist dentist journalist reporter correspondent editor columnist newsman newspaperman cameraman "
    "photographer broadcaster announcer publisher writer poet singer actor actress artist "
    "businessman businesswoman industrialist banker merchant trader shopkeeper storekeeper vendor employee "
    "worker laborer labourer miner farmer peasant campesino rancher cattleman cattle-rancher landowner "
    "planter herder fisherman driver chauffeur conductor pilot crew crewman sailor passenger commuter motorist "
    "cyclist watchman caretaker gardener cook maid housekeeper servant housewife butcher baker mechanic "
    "carpenter bricklayer electrician plumber accountant clerk cashier nightwatchman "
    "athlete footballer referee coach player "
    # by rank
    "soldier conscript recruit cadet private corporal sergeant lieutenant captain major colonel general admiral "
    "commander officer serviceman policeman policewoman patrolman detective inspector sheriff guard bodyguard "
    "guardsman gendarme marine escort sentry watchman agent investigator peacekeeper veteran ex-soldier "
    "troop troops police constable trooper warden jailer "
    # by family, age, place
    "man woman person people child boy girl baby infant youth youngster teenager adult minor orphan "
    "wife husband son daughter brother sister father mother grandmother grandfather grandson granddaughter "
    "nephew niece cousin uncle aunt relative family widow couple parent in-law sibling "
    "civilian resident inhabitant villager townspeople townsfolk citizen native local neighbor neighbour "
    "bystander passerby passer-by passersby pedestrian shopper customer guest tourist foreigner traveler "
    "traveller visitor vacationer american spaniard frenchman german "
    "refugee idp returnee migrant evacuee settler colonist indian indigenous demonstrator protester protestor "
    "marcher striker prisoner inmate detainee hostage victim captive survivor defector deserter informer "
    "informant collaborator witness sympathizer supporter member militant volunteer humanitarian aid-worker "
    "aide assistant secretary associate colleague companion friend reveller reveler patient mourner voter "
    "crowd group staff personnel delegation "
    "trader herdsman nomad monk schoolteacher headmaster ambulance-man rescuer firefighter fireman lifeguard "
    "cadre aspirant fan comunero devotee asylum-seeker seeker loader drinker bather beggar compatriot countryman "
    "kinsman clansman dependant intellectual officeholder pallbearer stevedore pensioner evangelist deacon acolyte abbot"
) | _counted(
    *(G.CIVILIANS, G.WOMEN, G.CHILDREN, G.ELDERLY, G.SOLDIERS, G.POLICE, G.AID_WORKERS, G.HEALTH_WORKERS),
    *(G.JOURNALISTS, G.OFFICIALS, G.PROTESTERS, G.REFUGEES, G.PRISONERS),
    without="author owner runner client user caller exile guide guardian regular orderly anchor producer underage "
    "elderly faithful landless presenter ensign logger believer spectator graduate",
)
"""People who can be victims."""

PEOPLES: Final = words(
    "kurd rohingya hazara tutsi hutu fulani peul dinka nuer tuareg tebu mapuche yazidi druze alawite shiite sunni "
    "christian muslim hindu sikh jew copt serb croat bosniak chechen tamil karen kachin uighur uyghur oromo amhara "
    "tigrayan masai maasai turkana pokot samburu misseriya zaghawa masalit hema lendu basque catalan corsican maronite "
    "bedouin gypsy roma maya quechua aymara pashtun tajik uzbek baluch sindhi punjabi kashmiri bengali assamese naga "
    "manipuri meitei kuki bodo ijaw igbo yoruba hausa ashanti zulu xhosa"
)
"""Peoples and faiths whose members are called by their name; with a capital only."""

BODIES_BY_NAME: Final = words(
    "organization organisation group movement faction gang militia cartel front network outfit sect party"
)
"""Nouns that stand before the name of a body."""

TITLES: Final = words(
    "president vice-president minister governor mayor councilman councilwoman congressman congresswoman senator "
    "deputy judge prosecutor attorney ambassador consul father sister brother monsignor msgr bishop archbishop "
    "cardinal reverend pastor rev fr rabbi imam sheikh private corporal sergeant lieutenant captain major colonel "
    "general admiral commander inspector lt col gen maj capt sgt cpl adm brig brigadier mr mrs ms miss dr doctor "
    "professor prof engineer eng lawyer don dona comandante journalist reporter officer agent detective "
    "commissioner chief chancellor premier businessman industrialist teacher priest"
)
"""Words before a person's name."""

THINGS: Final = words(
    # premises
    "building block part office headquarters hq branch premises facility installation embassy consulate residence mission "
    "legation ambassador's-residence home house mansion apartment flat dwelling hut shack room bedroom "
    "hotel motel inn restaurant cafe cafeteria bar nightclub discotheque club cinema theater theatre museum "
    "library store shop supermarket mall market marketplace bakery pharmacy drugstore bookstore kiosk bank "
    "agency outlet branch showroom warehouse storehouse depot silo granary factory mill plant refinery "
    "distillery brewery workshop garage laboratory mine quarry sawmill farm ranch plantation estate hacienda "
    "cooperative crop field coffee-plantation orchard greenhouse barn stable "
    "school college university campus classroom faculty kindergarten orphanage institute academy "
    "church cathedral chapel temple mosque synagogue convent monastery seminary shrine cemetery "
    "hospital clinic dispensary ambulance "
    "courthouse court palace congress parliament ministry city-hall hall municipality townhall "
    "station post barracks garrison fort base outpost checkpoint watchtower armory arsenal precinct prison jail "
    "camp command-post "
    "airport airfield airstrip runway hangar terminal port dock pier wharf customs-house "
    # networks
    "bridge road highway railroad railway track rail tunnel viaduct overpass culvert dam reservoir "
    "pylon tower pole post powerline line cable transformer substation generator turbine grid wire antenna "
    "transmitter relay repeater exchange junction-box switchboard telephone-booth booth streetlight "
    "pipeline aqueduct well oilwell rig tank tanker pump pumping-station valve terminal meter "
    "waterworks plant hydrant "
    # vehicles
    "vehicle car automobile taxi cab bus minibus microbus van truck lorry trailer pickup jeep motorcycle "
    "motorbike bicycle tractor bulldozer grader crane locomotive train wagon railcar streetcar subway metro "
    "ship boat vessel ferry freighter yacht barge launch trawler aircraft plane airplane airliner helicopter "
    "jet convoy motorcade caravan patrol-car "
    # other
    "property monument statue bust memorial billboard sign window door wall gate fence facade roof garden "
    "machinery equipment machine computer ballot-box file archive document stall kiosk stand newsstand "
    "cargo shipment fuel harvest cattle livestock herd bodywork windshield "
    "system network infrastructure center centre complex compound structure tent shelter"
)
"""What can be hit."""

SETTLED: Final = words(
    "village hamlet town township suburb neighborhood neighbourhood quarter district slum ghetto settlement homestead "
    "encampment kraal manyatta kibbutz barrio favela shantytown city community"
)
"""Where people live: who shells it shells them."""

WEAPONS: Final = words(
    "bomb car-bomb truck-bomb time-bomb letter-bomb parcel-bomb carbomb dynamite explosive explosives charge device "
    "tnt anfo gelignite gelatin c-4 semtex gunpowder powder nitroglycerine fuse detonator "
    "grenade handgrenade mine landmine rocket missile shell mortar howitzer cannon artillery bazooka torpedo "
    "rpg projectile warhead drone "
    "gun handgun machinegun submachinegun machine-gun submachine-gun rifle pistol revolver shotgun carbine "
    "firearm weapon carabine uzi ak-47 ak47 m-16 m16 galil g-3 r-15 ar-15 kalashnikov m-60 m-79 ingram "
    "knife dagger machete sword axe hatchet club stick stone rock spear arrow bayonet razor hammer "
    "molotov cocktail gasoline petrol acid firebomb incendiary ied vest belt booby-trap boobytrap "
    "gas poison napalm phosphorus chlorine sarin"
)
"""What it is done with."""

BURSTS: Final = words(
    "bomb explosion blast charge device mine grenade rocket missile shell dynamite shot bullet "
    "fire attack assault raid ambush bombing shooting"
)
"""What kills without being who did it: "a bomb killed", "the attack injured"."""

MODIFIERS: Final = words(
    "unemployed unionized unionised affiliated armed unarmed unidentified unknown masked hooded hired suspected alleged presumed so-called uniformed "
    "retired elected appointed wounded injured murdered slain kidnapped abducted dead homemade home-made "
    "fabricated parked loaded packed wanted organised organized trained displaced detained disabled "
    "abandoned occupied destroyed damaged united associated red motorized armored armoured "
    "high-powered high-caliber sophisticated heavily-armed left-wing right-wing u.s.-made czechoslovak-made "
    "privately-owned state-owned government-owned improvised rocket-propelled self-described disguised "
    "shaped unexploded limited high-tension high-voltage"
)
"""Words in -ed that qualify a noun and are no verbs there."""

ARMED_PEOPLE: Final = words(
    "soldier conscript recruit cadet private corporal sergeant lieutenant captain major colonel general admiral "
    "commander serviceman policeman policewoman patrolman detective inspector sheriff guardsman gendarme marine "
    "sentry troop police constable trooper patrol ranger paratrooper airman sailor garrison army military navy "
    "battalion regiment brigade division platoon"
)
"""People who are armed by their calling, on the side of a state."""

PARTS: Final = words(
    "window door wall roof gate facade fence windshield bodywork glass garden entrance front side rest ceiling lobby "
    "doorway part section body hood floor"
)
"""Parts of a thing: what is hit is what they belong to."""

BURSTING: Final = re.compile(
    r"bomb|dynamit|explos|charge|device|\bTNT\b|anfo|gelign|gelatin|\bc-4\b|semtex|powder|grenade|mine\b|mines\b|rocket|missile"
    r"|shell|mortar|howitzer|artillery|cannon|bazooka|projectile|warhead|drone|molotov|gasoline|petrol|incendiar|\bIEDs?\b|vest|belt"
    r"|booby|gas\b|napalm|phosphorus|chlorine|sarin|torpedo|\brpg|nitro|detonator|m-79|fuse|phosphor|plane|jet|helicopter",
    re.IGNORECASE,
)
"""Weapons that explode, burn or fly."""

COLLECTIONS: Final = words(
    "remnant remnants group band crowd party gang column cell squad pair couple handful number dozens hundreds thousands scores team "
    "unit mob series"
)
"""Of "a group of terrorists" the terrorists count."""

IRREGULAR: Final[dict[str, str]] = {
    "people": "person", "children": "child", "schoolchildren": "schoolchild", "wives": "wife", "thieves": "thief",
    "knives": "knife", "buses": "bus", "churches": "church", "men": "man", "women": "woman",
}  # fmt: skip
"""Plurals that no rule makes singular; compounds in -men and -women follow their last part."""
