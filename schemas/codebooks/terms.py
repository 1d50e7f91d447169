"""Closed lists that the project needs beside the codebooks: statuses, qualifiers, units, groups."""

from enum import StrEnum


class EventStatus(StrEnum):
    """Whether the event took place, as the article tells it."""

    OCCURRED = "occurred"
    ONGOING = "ongoing"
    THREATENED = "threatened"
    ATTEMPTED = "attempted"
    """Begun and foiled, or failed."""
    PLANNED = "planned"
    DENIED = "denied"
    """The article reports that it is denied, and does not itself assert it."""


class ActorRole(StrEnum):
    """An actor's part in an event."""

    SIDE_A = "side_a"
    """The perpetrator, or the side that acts. (ACLED's actor1 implies no direction; this does.)"""
    SIDE_B = "side_b"
    """The target, or the side that is acted upon."""
    SUPPORT_A = "support_a"
    """Supports side A: air cover, arms, an ally at its side."""
    SUPPORT_B = "support_b"


class DatePrecision(StrEnum):
    """How exactly the time is known (after ACLED's time_precision and UCDP's date_prec)."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"
    UNKNOWN = "unknown"


class GeoPrecision(StrEnum):
    """How exactly the place is known (after ACLED's geo_precision and UCDP's where_prec)."""

    PLACE = "place"
    """The named town, village or camp itself (ACLED 1, UCDP 1)."""
    NEAR = "near"
    """Near a named place (ACLED 2, UCDP 2)."""
    ADMIN = "admin"
    """A province or region (ACLED 3, UCDP 3 to 4)."""
    COUNTRY = "country"
    """Only the country (UCDP 6)."""
    UNRESOLVED = "unresolved"
    """Not found; `Place.reason` says why."""


class Qualifier(StrEnum):
    """How the article hedges a number."""

    EXACTLY = "exactly"
    ABOUT = "about"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    BETWEEN = "between"
    SEVERAL = "several"
    TENS = "tens"
    DOZENS = "dozens"
    HUNDREDS = "hundreds"
    THOUSANDS = "thousands"
    TENS_OF_THOUSANDS = "tens_of_thousands"
    HUNDREDS_OF_THOUSANDS = "hundreds_of_thousands"
    MILLIONS = "millions"


class Unit(StrEnum):
    """What is counted."""

    PEOPLE = "people"
    HOUSEHOLDS = "households"
    """Families or households: never multiplied into people."""
    HOMES = "homes"
    BUILDINGS = "buildings"
    VEHICLES = "vehicles"
    SETTLEMENTS = "settlements"
    """Villages, towns, camps, districts."""
    INCIDENTS = "incidents"
    """Strikes, raids, attacks, clashes."""
    MUNITIONS = "munitions"
    """Rockets, shells, bombs, mines, weapons."""
    SUPPLIES = "supplies"
    """Aid in tonnes, trucks, kits, rations, doses."""
    OTHER = "other"


class PopulationGroup(StrEnum):
    """Who the counted people are, as far as the article says."""

    PEOPLE = "people"
    """Not said."""
    CIVILIANS = "civilians"
    WOMEN = "women"
    CHILDREN = "children"
    WOMEN_AND_CHILDREN = "women_and_children"
    MEN = "men"
    ELDERLY = "elderly"
    FIGHTERS = "fighters"
    """Members of a non-state armed group."""
    SOLDIERS = "soldiers"
    """Members of a state's military, or of a foreign force."""
    POLICE = "police"
    PEACEKEEPERS = "peacekeepers"
    AID_WORKERS = "aid_workers"
    HEALTH_WORKERS = "health_workers"
    JOURNALISTS = "journalists"
    OFFICIALS = "officials"
    """Politicians, officials, judges, mayors, community leaders."""
    PROTESTERS = "protesters"
    DISPLACED = "displaced"
    """Internally displaced people."""
    REFUGEES = "refugees"
    RETURNEES = "returnees"
    PRISONERS = "prisoners"
    DISABLED = "disabled"
    MINORITIES = "minorities"


class Certainty(StrEnum):
    """How sure the text is of a figure."""

    STATED = "stated"
    """In the article's own voice, nobody named."""
    CONFIRMED = "confirmed"
    """The text says that it is confirmed or verified."""
    CLAIMED = "claimed"
    """Somebody says so."""
    ESTIMATED = "estimated"
    """The source itself calls it an estimate, unofficial or preliminary."""
    DISPUTED = "disputed"
    DENIED = "denied"


class Measure(StrEnum):
    """What a figure in an event measures."""

    KILLED = "killed"
    """Killed by violence, an accident or a disaster."""
    DIED = "died"
    """Dead of illness, cold, hunger or age, or the text does not say of what."""
    INJURED = "injured"
    MISSING = "missing"
    ABDUCTED = "abducted"
    ARRESTED = "arrested"
    SURRENDERED = "surrendered"
    DESTROYED = "destroyed"
    DAMAGED = "damaged"
    STRIKES = "strikes"
    """Attacks, raids, strikes counted."""
    MUNITIONS = "munitions"
    """Rockets, shells, bombs fired or found."""
    PARTICIPANTS = "participants"
    """People who took part: marchers, attackers, troops sent."""
    OTHER = "other"


class SiteKind(StrEnum):
    """What kind of place shelters people."""

    CAMP = "camp"
    SHELTER = "shelter"
    RECEPTION_CENTRE = "reception_centre"
    INFORMAL_SETTLEMENT = "informal_settlement"
    OTHER = "other"


class Severity(StrEnum):
    """How bad the text's own words call it; `unstated` where it uses none."""

    CRITICAL = "critical"
    """catastrophic, extremely dire, life-threatening, famine, outbreak..."""
    SEVERE = "severe"
    """dire, severe, acute, desperate, urgent..."""
    MODERATE = "moderate"
    """lacking, short of, limited, in need..."""
    UNSTATED = "unstated"


class AccessKind(StrEnum):
    """What keeps help from people, or people from help."""

    DENIED = "denied"
    """Permission refused, convoys turned back."""
    HOSTILITIES = "hostilities"
    """Fighting, siege, insecurity."""
    ROADS_CUT = "roads_cut"
    """Roads, bridges, airports or crossings closed or destroyed."""
    BUREAUCRATIC = "bureaucratic"
    """Permits, visas, customs."""
    ATTACKS_ON_AID = "attacks_on_aid"
    MINES = "mines"
    WEATHER = "weather"
    MOVEMENT_OF_PEOPLE = "movement_of_people"
    """People may not leave or reach services."""
    OTHER = "other"


class ResponseStatus(StrEnum):
    """How far an act of help has come."""

    DELIVERED = "delivered"
    ONGOING = "ongoing"
    PLANNED = "planned"
    """Promised, appealed for, or due."""
    SUSPENDED = "suspended"
    REFUSED = "refused"
