"""People by the ending of the noun: whoever weaves is a weaver, whoever keeps bees a beekeeper.

Trades and standings have no end, so no list holds them all. What ends like one and is none (a tanker, a
committee, a poster) is listed instead.
"""

import re
from typing import Final

from summariser.lexicon.function_words import words

_ENDINGS: Final = re.compile(
    r"\w{2,}(?:[^e]er|[ctsdl]or|ist|[^e]eer|[^e]ee|[tc]ian|man|woman|smith|wright|herd|maid)"
)
_PLURALS: Final = re.compile(r"\w{2,}(?:men|women|folk|kin|children|people)")
_NO_PEOPLE: Final = words(
    "accelerator adapter adaptor after airliner alabaster alternator amplifier anger another answer "
    "atelier banner barrier barter batter beaver better bigger binder bitter blacklist bladder "
    "blaster blazer blender blister blockbuster bluster boiler bolster bomber booster border boulder "
    "brother buckler buffer bulldozer bumper bunker burger burner butter buzzer caiman calculator "
    "calender camper cancer canister capacitor caper career carrier caster center centimeter "
    "chandelier changeover chapter character charger charter chaser cheaper checklist chequer chopper "
    "cinder clever clipper cloister closer clover cluster coaster coffee colder color comber "
    "committee compressor computer connector conquer container converter cooker cooler copper corner "
    "corridor counter cover cracker crater cruiser crusher cursor cutter cylinder dagger danger "
    "daughter december decoder decree deeper degree destroyer detector diameter diaper digger diner "
    "dinner disaster disorder dispenser divider dossier drawer dryer dumper duster eager earlier "
    "easter either elevator ember encounter eraser escalator excavator exchequer factor fastener "
    "faster father feather feeder feeler fender fever fewer fiber filibuster filler filter finger "
    "flier flower fluster flyer flyover fodder folder former freezer freighter fresher fritter "
    "frontier further fuser gazer generator german geyser ginger girder glacier glider glitter "
    "goddaughter grader grater greater grinder grist guarantee gutter hammer hamster hanger harder "
    "harvester header headquarter heater heifer helicopter higher highlighter hinter holster hoover "
    "hotter hover human hunger incubator inner insulator interceptor inverter jamboree jubilee juicer "
    "jumper kilometer ladder larger laser later latter laughter launcher lavender layer leather "
    "ledger leftover lesser letter levee lever lighter liner liter litter liver lobster locker longer "
    "louder loudspeaker lower luster lychee maneuver manner manoeuver marker marquee master matter "
    "melee member merger meter mixer monitor monster mother motor mower multiplier murder nearer "
    "neither never newer newsletter newspaper norman notepaper november number october offer older "
    "opener order other otter ottoman outer oyster pacifier panther paper passer pedigree pepper "
    "pewter planter plaster platter playlist plougher plover poorer poster powder power prayer "
    "printer projector proper quarter quieter radiator rafter rather reactor receiver recorder "
    "refrigerator register reminder resistor retainer revolver richer ripper river roller roman "
    "rooster roster rotor router rubber rudder rupee sandpaper saucer scanner scatter schooner "
    "scooter screwdriver sector semester sensor september server settee sever sewer sharpener sharper "
    "shatter shelter shorter shortlist shoulder shower shredder shudder shutter silencer silver "
    "simulator sister skewer skyscraper slaughter slender slipper slower smaller sneaker sober softer "
    "spanner speaker spider sprayer spree sprinkler stapler starter steamer steeper sticker strainer "
    "streamer stretcher stronger subcommittee summer supper surrender sweater takeover talisman "
    "tanker taper teaser temper tender theater thermometer thruster thunder tiger tiller timber "
    "tipper toaster toffee together tower tracker tractor trailer transfer transformer transmitter "
    "trawler trigger trimester trimmer trouser tumbler tweeter twist twitter ulcer under upper vector "
    "veneer ventilator wafer waist wallpaper warmer washer water weaker whether whisper whitepaper "
    "wider winter wiper wonder wrist younger zipper "
)
"""Singulars that end like a calling, and are things, places, times or comparatives."""


def is_calling(noun: str) -> bool:
    """Whether a noun, in the singular or the plural, names people by what they do or are."""
    word = noun.casefold().rpartition("-")[2]
    if _PLURALS.fullmatch(word):
        return True
    one = word
    if word.endswith("ies") or len(word) < 5:
        return False
    if word.endswith("s") and not word.endswith("ss"):
        one = word[:-1]
    return one not in _NO_PEOPLE and _ENDINGS.fullmatch(one) is not None
