"""``python -m summariser.evals.practice.words``: the ordinary words of the practice sentences, as JSON.

What stands in small letters inside a sentence is no name. The library carries the list
(``normalise/ordinary.json``) to put small letters into articles that are all in capitals.
"""

from __future__ import annotations

import json
import re
import sys
from collections import defaultdict
from typing import Final

from summariser.evals.practice.material import sentences

_WORD: Final = re.compile(r"(?<![\w’'-])[^\W\d_]+(?![\w-])")
ABOUT: Final = (
    "Words that stand in small letters in the sentences of evals/practice, by language. Made by "
    "python -m summariser.evals.practice.words."
)


def ordinary_words() -> dict[str, str]:
    """The words of each language, in order and with blanks between."""
    found: dict[str, set[str]] = defaultdict(set)
    for line in sentences():
        if line.lang in {"en", "es", "fr"}:
            found[line.lang] |= {w for w in _WORD.findall(line.text) if w.islower() and len(w) > 1}
    return {"about": ABOUT, **{lang: " ".join(sorted(words)) for lang, words in sorted(found.items())}}


if __name__ == "__main__":
    json.dump(ordinary_words(), sys.stdout, ensure_ascii=False, indent=1)
    sys.stdout.write("\n")
