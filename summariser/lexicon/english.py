"""Telling whether a line is English at all: the words of this field are English, and digits are written in its way."""

import re
from typing import Final

ENGLISH: Final = re.compile(
    r"\b(?:the|of|and|were|was|have|has|had|been|are|by|with|from|at|that|said|they|their|after|some|about|more|than|this"
    r"|not|but|who|which|when|where|into|out|over|during|people|persons|houses|homes|families|displaced|evacuated|affected)\b",
    re.IGNORECASE,
)
"""Words that hold English together, or that its reports of this field are made of."""
FEWEST_WORDS: Final = 4
"""A shorter line may be a label of any language."""
