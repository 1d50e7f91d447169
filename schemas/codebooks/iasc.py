"""The humanitarian clusters of the IASC, with the codes that OCHA uses for them."""

from enum import StrEnum
from typing import Final


class Cluster(StrEnum):
    """IASC cluster (value: OCHA's short code)."""

    CAMP_COORDINATION = "CCM"
    EARLY_RECOVERY = "ERY"
    EDUCATION = "EDU"
    TELECOMMUNICATIONS = "TEL"
    FOOD_SECURITY = "FSC"
    HEALTH = "HEA"
    LOGISTICS = "LOG"
    NUTRITION = "NUT"
    PROTECTION = "PRO"
    CHILD_PROTECTION = "PRO-CPN"
    GENDER_BASED_VIOLENCE = "PRO-GBV"
    HOUSING_LAND_PROPERTY = "PRO-HLP"
    MINE_ACTION = "PRO-MIN"
    SHELTER = "SHL"
    WASH = "WSH"


CLUSTER_NAMES: Final[dict[Cluster, str]] = {
    Cluster.CAMP_COORDINATION: "Camp coordination and camp management",
    Cluster.EARLY_RECOVERY: "Early recovery",
    Cluster.EDUCATION: "Education",
    Cluster.TELECOMMUNICATIONS: "Emergency telecommunications",
    Cluster.FOOD_SECURITY: "Food security",
    Cluster.HEALTH: "Health",
    Cluster.LOGISTICS: "Logistics",
    Cluster.NUTRITION: "Nutrition",
    Cluster.PROTECTION: "Protection",
    Cluster.CHILD_PROTECTION: "Child protection",
    Cluster.GENDER_BASED_VIOLENCE: "Gender-based violence",
    Cluster.HOUSING_LAND_PROPERTY: "Housing, land and property",
    Cluster.MINE_ACTION: "Mine action",
    Cluster.SHELTER: "Shelter",
    Cluster.WASH: "Water, sanitation and hygiene",
}
"""The clusters' names for people."""
