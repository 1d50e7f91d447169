"""The folder of labels: articles and what readers found in them, in the form of the newsroom suite.

::

    FOLDER/articles/ID.txt              the article, below a short header
    FOLDER/readings/first/ID.json       one reader's label
    FOLDER/readings/second/ID.json      another's
    FOLDER/gold/ID.json                 the label that counts

``summariser eval --suite newsroom --data FOLDER`` reads it as it is.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Folder:
    """A folder of labels.

    Attributes:
        root: Where it is; made when the first label is saved.
    """

    root: Path
