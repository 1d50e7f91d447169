"""French words that say what a number counts."""

from typing import Final

from summariser.lexicon.tongues import Table, phrases
from summariser.schemas.codebooks import DisplacementTerm as T
from summariser.schemas.codebooks import Measure as M

TOLLS: Final[Table] = {
    f"measure:{M.KILLED}": phrases(
        r"achev(?:é|ée|és|ées); pass(?:é|ée|és|ées) par les armes; battus? à mort; au tapis; gorges? tranchées?; (?:laissé|laissent|y ont laissé|y a laissé) (?:leur |la |sa )?(?:peau|vie); perdu la vie; (?:ont|a|avaient) péri; succomb(?:é|ée|ent); trouv(?:é|ent) la mort; criblé(?:s|e|es)? de balles; ôt(?:é|er) la vie; mortellement (?:touché|blessé|atteint)\w*; fait \S+ morts?; (?:sont|est) (?:restés?|tombés?) (?:sur le carreau|au champ)",
        r"tu(?:é|ée|és|ées|ant|er|ent); morts?; mortes?; mortel(?:s|le|les)?; décès; décéd(?:é|ée|és|ées); victimes?(?! de (?:viol|déplac|violences sexuelles|tortures)\w*); cadavres?; corps(?: sans vida| sans vie)?; dépouilles?; péri; ont péri; pertes? en vies humaines; perdu la vie; perdre la vie; perdent la vie",
        r"abatt(?:u|ue|us|ues); assassin(?:é|ée|és|ées|ats?|er); massacr(?:é|ée|és|ées); exécut(?:é|ée|és|ées); égorg(?:é|ée|és|ées); décapit(?:é|ée|és|ées); noy(?:é|ée|és|ées|ades?); enseveli(?:s|e|es)?; coût(?:é|er) la vie; trouvé la mort; fauch(?:é|ée|és|ées); carbonis(?:é|ée|és|ées); brûl(?:é|ée|és|ées) vi(?:f|fs|ve|ves); neutralis(?:é|ée|és|ées|er|ant); éliminé(?:s|e|es)?; mis(?:es)? hors de combat; lynché(?:s|e|es)?; fusillé(?:s|e|es)?; bilan; perte; tombés?|ôté la vie",
    ),
    f"measure:{M.DIED}": phrases(
        r"(?:est|sont) (?:décédé|mort|morte)(?:s|es)?; s'est éteint|rend(?:u|ent) l'âme",
        r"(?:est|sont|était|étaient) (?:mort|morts|morte|mortes); meur(?:t|ent); mourir; mouru\w*; décéd(?:é|ée|és|ées); succomb(?:é|ent|er); s'est éteint|rendu l'âme",
    ),
    f"measure:{M.INJURED}": phrases(
        r"touch(?:é|ée|és|ées)(?! par la| par le); éclop(?:é|és); commotionn(?:é|és)|estropi(?:é|és)|grièvement|poignard(?:é|ée|és|ées)(?! à mort)",
        r"bless(?:é|ée|és|ées|ant|er|ent|ures?); brûlures; hospitalis(?:é|ée|és|ées); mutil(?:é|ée|és|ées); atteints? par (?:balles?|des éclats); touch(?:é|ée|és|ées) par",
    ),
    f"measure:{M.MISSING}": phrases(
        r"manqu(?:e|ent|ait|aient) à l'appel; sans nouvelles; port(?:é|ée|és|ées) (?:disparu|manquant)\w*",
        r"disparu(?:s|e|es)?; portés? disparus?; portées? disparues?; manquants?; introuvables?; manque(?:nt)? à l'appel; coincé(?:s|e|es)?",
    ),
    f"measure:{M.ABDUCTED}": phrases(
        r"cagoul(?:é|ée|és|ées); (?:embarqu|emmen|saisi)\w* (?:de force|par des|par quatre|vers la); rapt(?:é|és)?; sans nouvelles; pris(?:e|es)? en otages?; retenu(?:e|s|es)? (?:captif|en otage)\w*",
        r"enlev(?:é|ée|és|ées|er|ant|ements?); enlèvements?; kidnapp(?:é|ée|és|ées|er|ant); otages?; séquestr(?:é|ée|és|ées); emmen(?:é|ée|és|ées|ant); en captivité; captifs?; captives?; ravi(?:e|s|es)",
    ),
    f"measure:{M.ARRESTED}": phrases(
        r"embarqu(?:é|ée|és|ées); appréhend(?:é|ée|és|ées); gardes? à vue; coffr(?:é|és); écrou(?:é|és); menott(?:é|és|ées); (?:a|ont) fait emmener; mis(?:e|es)? aux arrêts",
        r"arrêt(?:é|ée|és|ées|ant); arrestations?; interpell(?:é|ée|és|ées|ations?|ant); détenu(?:s|e|es)?; captur(?:é|ée|és|ées|ant|er); prisonniers?; incarcér(?:é|ée|és|ées); écrou(?:é|ée|és|ées); placé(?:s|e|es)? en (?:garde à vue|détention)",
    ),
    f"measure:{M.SURRENDERED}": phrases(
        r"se rend(?:re|ent|u|us); repentis?; ralli(?:é|és|ent)",
        r"se sont rendus?; s'est rendue?; rendues? à l'armée; redditions?; dépos(?:é|er|ent|ant) les armes; rendu les armes",
    ),
    f"measure:{M.DESTROYED}": phrases(
        r"(?:plastiqu|dynamit|souffl|pulvéris|ras|écras|anéant)(?:é|ée|és|ées|i|is|ie); abattu(?:s|es)?(?= (?:à l'explosif|à la dynamite))|réduit(?:es?|s)? (?:en|à) (?:cendres|néant|poussière)|part(?:i|ie|is|ies) en fumée; ont brûlé",
        r"détrui(?:t|ts|te|tes|re|sant|sent); ras(?:é|ée|és|ées); démoli(?:s|e|es)?; incendi(?:é|ée|és|ées); brûl(?:é|ée|és|ées)(?! vi); effondr(?:é|ée|és|ées|ement); réduit(?:e|s|es)? en cendres; calcin(?:é|ée|és|ées); emport(?:é|ée|és|ées) par; anéanti(?:s|e|es)?; dévast(?:é|ée|és|ées); écroul(?:é|ée|és|ées); ravag(?:é|ée|és|ées)",
    ),
    f"measure:{M.DAMAGED}": phrases(
        r"endommag(?:é|ée|és|ées|eant); dégâts?; abîm(?:é|ée|és|ées); détérior(?:é|ée|és|ées); dégrad(?:é|ée|és|ées)"
    ),
    f"measure:{M.STRIKES}": phrases(
        r"frappes?; raids?; bombardements?; attaques?; attentats?; explosions?; affrontements?; incidents?; incursions?; combats; accrochages?; assauts?; embuscades?; enlèvements?"
    ),
    f"measure:{M.MUNITIONS}": phrases(
        r"roquettes?; obus; missiles?; bombes?; grenades?; drones?; mines?; engins explosifs; projectiles?; fusils?; munitions; cartouches; kalachnikovs?"
    ),
    f"measure:{M.PARTICIPANTS}": phrases(
        r"manifestants?; défil(?:é|ent|er|aient); manifest(?:é|ent|er); rassembl(?:é|ée|és|ées); particip(?:é|ent|ants?|er); marché; déploy(?:é|ée|és|ées|er|ant); renforts?; assaillants?; hommes armés; descendu(?:s|es)? dans (?:la|les) rues?; pris part; réuni(?:s|es)?"
    ),
    f"term:{T.DISPLACED}": phrases(
        r"déplac(?:é|ée|és|ées|ements?|er|ent)(?! (?:les lignes|le débat)); PDI; personnes? déplacées?; nouveaux? arriv(?:ants?|ées?|és)|déracin(?:é|ée|és|ées)"
    ),
    f"term:{T.EVACUATED}": phrases(
        r"évacu(?:é|ée|és|ées|ations?|er|ent|ant|era|eront); mis(?:es)? (?:à l'abri|en sécurité); mise en sécurité; conduits? en lieu sûr"
    ),
    f"term:{T.FORCED_TO_FLEE}": phrases(
        r"fui(?:t|r|ent|te|es?)?; fuyant; fuyai(?:t|ent); s'enfui\w+; enfuis?; (?:contraint|forcé|obligé|poussé)\w* (?:\S+ ){0,8}?(?:à|de) (?:fuir|quitter|abandonner|partir|se déplacer|l'exode|la fuite); chass(?:é|ée|és|ées|ant) (?:\S+ ){0,4}de (?:leurs?|chez); (?:quitt|abandonn|désert|laiss)(?:é|er|ent|ant|aient) (?:leurs?|la|le|les) (?:maisons?|domiciles?|villages?|foyers?|localités?|habitations?|terres|ville|zone|logements?)",
        r"exode; traversé la frontière; franchi la frontière; cherché refuge; pris la fuite; pris le chemin; jetés? sur les routes; échapp(?:é|er) aux; vidé(?:s|e|es)? de (?:ses|leurs) habitants; expuls(?:é|ée|és|ées)",
    ),
    f"term:{T.RELOCATED}": phrases(
        r"relocalis(?:é|ée|és|ées|ation|er); réinstall(?:é|ée|és|ées|ation|er); relog(?:é|ée|és|ées|ement|er|era|eront); transfér(?:é|ée|és|ées|er); transfert; déménag(?:é|ée|és|ées)"
    ),
    f"term:{T.SHELTERED}": phrases(
        r"héberg(?:é|ée|és|ées|er|e|ent|eant|ement); log(?:é|ée|és|ées|ent|er|e)(?! dans un); abrit(?:é|ée|és|ées|er|ent|e); accueilli(?:s|e|es|t|ssent)?; réfugi(?:é|ée|és|ées) (?:dans|chez|à|au|en); trouvé refuge; (?:ont|a) trouvé abri; familles? d'accueil; mis à l'abri dans; se sont abrités?|centres? (?:d'hébergement|collectifs?)"
    ),
    f"term:{T.IN_RELIEF_CAMP}": phrases(
        r"camps? de (?:réfugiés|déplacés|fortune|toile); camps?(?! (?:militaire|rebelle|d'entraînement)\w*); dans (?:le|les|des|un) camps?"
    ),
    f"term:{T.DESTROYED_HOUSING}": phrases(
        r"détrui(?:t|ts|te|tes|re|sant|sent); destruction; ras(?:é|ée|és|ées); démoli(?:s|e|es)?; incendi(?:é|ée|és|ées); brûl(?:é|ée|és|ées); effondr(?:é|ée|és|ées|ement); écroul(?:é|ée|és|ées); réduit(?:e|s|es)? en cendres; emport(?:é|ée|és|ées); anéanti(?:s|e|es)?; perdu leurs? (?:maisons?|logements?|toits?|habitations?|abris?); calcin(?:é|ée|és|ées)"
    ),
    f"term:{T.PARTIALLY_DESTROYED_HOUSING}": phrases(
        r"endommag(?:é|ée|és|ées|eant); dégâts?; partiellement (?:détruit|endommagé|effondré)\w*; décoiff(?:é|ée|és|ées); toitures? (?:emporté|arraché|soufflé)\w*; abîm(?:é|ée|és|ées); fissur(?:é|ée|és|ées); détérior(?:é|ée|és|ées)"
    ),
    f"term:{T.UNINHABITABLE_HOUSING}": phrases(
        r"inhabitables?; inond(?:é|ée|és|ées|ant); sous les eaux; submerg(?:é|ée|és|ées); sous l'eau; envahi(?:s|e|es)? par les eaux; impropres? à l'habitation"
    ),
    f"term:{T.HOMELESS}": phrases(
        r"sans[ -]abris?; sans (?:toit|logement|domicile|foyer); sinistr(?:é|ée|és|ées); perdu leurs? (?:maisons?|logements?|toits?|habitations?); à la belle étoile"
    ),
    f"term:{T.RETURNED}": phrases(
        r"retourn(?:é|ée|és|ées|er|ent|ant|és); retours?; retourné(?:s|es)?; regagn(?:é|er|ent|ant); rentr(?:é|ée|és|ées|er|ent) (?:chez|dans|au|à|en); rentr(?:é|ée|és|ées); revenu(?:s|e|es)?; rapatri(?:é|ée|és|ées|ements?|er); (?:rentr|retourn|regagn)er(?:a|ont); reviendr(?:a|ont); (?:doi(?:t|vent)|v(?:a|ont)|devai(?:t|ent)|devrai(?:t|ent)|devr(?:a|ont)|pourr(?:a|ont)) (?:bientôt )?(?:rentrer|retourner|revenir); réintégr(?:é|ée|és|ées)|réinstallés? dans leurs?"
    ),
    f"term:{T.AFFECTED}": phrases(
        r"affect(?:é|ée|és|ées|ant|er|e|ent); touch(?:é|ée|és|ées|ant|e|ent); frapp(?:é|ée|és|ées) par; impact(?:é|ée|és|ées); isol(?:é|ée|és|ées); coupé(?:s|e|es)? du monde; bloqu(?:é|ée|és|ées)|sinistr(?:é|ée|és|ées)"
    ),
    "site:capacity": phrases(
        r"capacité(?: d'accueil)?(?: de| pour)?; (?:conçu|prévu|aménagé|construit|prévue|bâti|destiné)\w* pour; places? (?:aménagées|disponibles|prévues); peu(?:t|vent) (?:accueillir|héberger|abriter|contenir); places"
    ),
    "site:population": phrases(
        r"(?:accueill|hébergea?|abrita?)(?:e|ent|ait|aient|it) (?:désormais|actuellement|aujourd'hui|à ce jour|maintenant|déjà)?; vi(?:t|vent) (?:dans|à|au|en); séjournent; s'entassent; entass(?:é|ée|és|ées); occupants; résident(?:s|ent)?; habitants; peuplé(?:s|e)? de; compte (?:désormais|actuellement); population"
    ),
    "spared:saved": phrases(
        r"secouru(?:s|e|es)?; sauv(?:é|ée|és|ées|er|ant); libér(?:é|ée|és|ées|er|ation|ant); relâch(?:é|ée|és|ées|er); rescap(?:é|ée|és|ées); survivants?; survivantes?; surv(?:écu|ivre); indemnes?; retrouvé la liberté; sains? et saufs?; saines? et sauves?"
    ),
    "need:people": phrases(
        r"besoins?(?: de| d')?; ont besoin; a besoin; nécessit(?:e|ent|ant|é); manqu(?:e|ent)(?: de| d')?; privé(?:s|e|es)? d\S*; sans (?:eau|nourriture|accès|électricité|classe|soins|vivres|médicaments); insécurité alimentaire; malnutri(?:s|e|es)|malnutrition; cas (?:de|d'|suspects?|confirmés?); souffr(?:ent|e|ant) de"
    ),
    "response:reached": phrases(
        r"assist(?:é|ée|és|ées|ance); atteint(?:s|e|es)?; livr(?:é|ée|és|ées|er|aisons?); distribu(?:é|ée|és|ées|er|era|eront|tions?|ent); fourni(?:s|e|es|r|t|ssent)?; vaccin(?:é|ée|és|ées|ation|er); soign(?:é|ée|és|ées|er); trait(?:é|ée|és|ées|er)(?! d'eau); reçu; reçoivent; bénéfici(?:é|ent|aires?|er); remis(?:e|es)?; remett(?:re|ra|ront); fournir(?:a|ont); servi(?:s|e|es)?; pris(?:e|es)? en charge; achemin(?:é|ée|és|ées|er); touch(?:ait|aient)"
    ),
}
NOT_A_TOLL: Final = phrases(
    r"peines? de mort; condamn(?:é|ée|és|ées) à mort; menaces? de mort; escadrons? de la mort; mer morte; point mort; temps morts?; lettre morte; mort-né(?:e|s|es)?; morts? de (?:rire|peur|fatigue); nature morte; angles? morts?; corps (?:médical|enseignant|électoral|diplomatique|de métier|expéditionnaire); arrêt(?:s)? de mort; à corps perdu",
    r"ville morte; journée morte; bilan (?:de santé|carbone|financier|d'activités|moral|annuel); bless(?:é|ée)s? dans (?:son|leur) (?:orgueil|amour-propre|fierté); victimes? de (?:son|leur) succès; perte de (?:temps|poids|vitesse); eaux? mortes?",
)
