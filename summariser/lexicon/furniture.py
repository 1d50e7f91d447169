"""Words with which lines begin that speak of a table, a list or the document, and count nothing in it."""

import re
from typing import Final

_WORDS = (
    # English
    r"sources?", r"credits?", r"notes?", r"n\.? ?b", r"remarks?", r"footnotes?", r"methodology", r"disclaimer", r"legend",
    r"contacts?", r"(?:tele)?phones?", r"tel", r"mobile", r"e-?mails?", r"fax", r"pages?", r"rounds?", r"version", r"issue",
    r"(?:total |overall |estimated |host )?population", r"data (?:source|collection|as of)",
    # French
    r"remarques?", r"légende", r"méthodologie", r"crédits?", r"téléphones?", r"courriels?", r"population (?:totale|estimée)",
    # Spanish
    r"fuentes?", r"notas?", r"observaciones", r"leyenda", r"metodología", r"contactos?", r"teléfonos?", r"correos?",
    r"páginas?", r"rondas?", r"población(?: total| estimada)?",
    # Arabic
    r"المصدر", r"المصادر", r"مصدر", r"ملاحظة", r"ملاحظات", r"هاتف", r"الهاتف", r"للاتصال", r"للتواصل", r"صفحة", r"(?:عدد |إجمالي )?السكان",
)  # fmt: skip
FURNITURE: Final = re.compile(
    rf"(?:{'|'.join(_WORDS)})(?![^\W_])(?=\s*(?:[:：.–—-]|[+(#]?\d|n[°o]\b|$))"
    r"|for (?:more|further) information\b|pour plus d['’]informations?\b|para más información\b|لمزيد من المعلومات",
    re.IGNORECASE,
)
"""The beginning of such a line: "Source: the camp managers, round 7", "Contact +967 1", "Page 3 of 12".

A colon, a number or the end of the line stands behind the word: "Source communities: 300 families" counts.
"""

COMPARED_ROW: Final = re.compile(
    r"[*_\s]*(?:%|(?:net )?(?:difference|change|variation|increase|decrease)|previous|prior|last (?:month|week|round|year)|baseline|target"
    r"|écart|différence|évolution|hausse|baisse|mois dernier|semaine dernière|cible|variación|diferencia|aumento|disminución|mes pasado|meta"
    r"|الفرق|التغيير|التغير|الزيادة)(?![^\W_])|.*(?<![^\W_])(?:précédente?|antérieure?|anterior|السابقة?)(?![^\W_])",
    re.IGNORECASE,
)
"""The head of a row that compares the rows over it with another time, or tells that time's number."""
