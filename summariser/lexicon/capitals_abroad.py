"""What stands around names of places in Spanish and French text that is all in capitals, without accents.

Accents are left off capitals as often as written, so all words here are without them.
"""

import re
from typing import Final


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


INTO_PLACES: Final = {
    "es": _words("en desde hacia hasta rumbo"),
    "fr": _words("vers depuis"),
}
"""Words after which a word that is none of the language's is a place."""
MAYBE_INTO_PLACES: Final = {
    "es": _words("a de del entre por sobre contra y e o cerca"),
    "fr": _words("a d' de du en dans entre sur par contre pres et ou"),
}
"""Words after which a name of the gazetteer is meant as one, if it is no word of the language."""
ARTICLES: Final = {"es": _words("el la los las"), "fr": _words("le la les l'")}
SORTS: Final = {
    "es": _words(
        "municipio ciudad pueblo aldea vereda caserio corregimiento departamento provincia region estado localidad barrio "
        "comuna canton distrito parroquia comunidad poblacion puerto norte sur este oeste noreste noroeste sureste "
        "suroeste cabecera afueras alrededores alcalde gobernador habitantes vecinos pobladores carretera cerca"
    ),
    "fr": _words(
        "ville village commune localite province region departement cercle prefecture territoire district quartier "
        "secteur cite bourgade agglomeration nord sud est ouest maire gouverneur habitants villageois environs "
        "alentours peripherie route axe pres hopital camp site"
    ),
}
""" "El municipio de X": with "de" between, X is a place."""
FORE_NAMES: Final = {
    "es": _words("san santa santo puerto villa ciudad nueva nuevo alto rio"),
    "fr": _words("saint sainte port fort nouvelle mont"),
}
"""First words of places' names that are words of the language as well."""
TITLES: Final = _words("general coronel colonel alcalde maire")
"""Words after which a word that is none of the language's is somebody's name."""
LINKS: Final = _words("de del du des la las los el le les y et d' l' sur en")
"""Small words inside a name."""
NO_NAMES: Final = {
    "es": _words(
        "enero febrero marzo abril mayo junio julio agosto septiembre setiembre octubre noviembre diciembre ene feb mar "
        "abr jun jul ago sep sept oct nov dic lunes martes miercoles jueves viernes sabado domingo cero uno dos tres "
        "cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciseis diecisiete dieciocho "
        "diecinueve veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa cien ciento doscientos trescientos "
        "cuatrocientos quinientos mil millon millones este esta estos estas ese esa eso esos esas aquel aquella ello "
        "ellos ellas su sus mi tu nuestro cuyo cuya cuyos cuyas donde cuando cual cuales quien quienes otro otra otros "
        "otras todo toda todos todas cada algun alguna varios varias ambos total general parte manos medio torno caso "
        "vez veces horas dias vispera visperas tanto tanta cambio frente favor realidad manana tarde noche orden unos unas "
        "peligro riesgo crisis busca zona vilo alerta duelo guerra paz camino proceso apoyo respuesta resguardo contra"
    ),
    "fr": _words(
        "janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre janv fevr avr juil sept oct "
        "nov dec lundi mardi mercredi jeudi vendredi samedi dimanche zero un deux trois quatre cinq six sept huit neuf dix "
        "onze douze treize quatorze quinze seize vingt trente quarante cinquante soixante cent mille million millions ce "
        "cet cette ces son sa ses leur leurs mon notre votre lequel laquelle eux elle elles lui dont ou qui que quoi "
        "quand autre autres tout toute tous toutes chaque quelques plusieurs certains certaines cause partir propos peine "
        "peu travers cote tort bord pied nouveau nouvelle part fin soir matin midi nuit aube aujourd'hui hier demain"
    ),
}
"""Words that are no names wherever they stand: months, days, numbers, and those that stand for others."""
ENDINGS: Final = {
    "es": re.compile(
        r"\w{2}(?:cion(?:es)?|siones|mente|dad(?:es)?|ando|iendo|ado|ados|adas|ido|idos|idas|aron|ieron|aban|ian|miento"
        r"|mientos|aje|ajes|encia|encias|ancia|ancias|ismo|ista|istas|arse|erse|irse|arlos|arlas|arios|arias|[a-z]s)$"
    ),
    "fr": re.compile(
        r"\w{2}(?:tion|tions|sions?|ments?|ees|eurs?|euses?|aient|erent|irent|iques?|istes?|ismes?|ances?|ences?|ants?|antes?"
        r"|ites?|ages|elles?|aux|ives?|eux|iers|ieres?|uees?|tees?|nees?|[eio]r|re)$"
    ),
}
"""How words end that are hardly names; a name that the gazetteer has may end so as well."""
ELIDED: Final = re.compile(r"(?:[cdjlmnst]|qu|jusqu|lorsqu)['’](?=\w)", re.IGNORECASE)
"""What French writes onto the front of a word."""
