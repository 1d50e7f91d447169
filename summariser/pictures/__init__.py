"""Summaries as pictures: tolls over time, displacement by place, a map.

    from pathlib import Path
    from summariser.pictures import picture, save_picture

    svg = picture(summaries, "tolls")
    report = save_picture(summaries, "map", Path("map.png"))

They need the extra ``pictures`` (matplotlib). What each shows stands in docs/pictures.md.
"""

from summariser.pictures.extra import FORMS
from summariser.pictures.picturing import (
    KINDS,
    Kind,
    Pictured,
    PictureReport,
    picture,
    pictured,
    save_picture,
)

__all__ = ["FORMS", "KINDS", "Kind", "PictureReport", "Pictured", "picture", "pictured", "save_picture"]
