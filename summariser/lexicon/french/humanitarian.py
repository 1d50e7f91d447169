"""French words of need, access, response, sites, severity, risk and cause."""

from typing import Final

from summariser.lexicon.tongues import Table, phrases
from summariser.schemas.codebooks import AccessKind as A
from summariser.schemas.codebooks import Cause, Severity, SiteKind
from summariser.schemas.codebooks import Cluster as C
from summariser.schemas.codebooks import ResponseStatus as R

FACTS: Final[Table] = {
    f"cluster:{C.FOOD_SECURITY}": phrases(
        r"vivres; nourriture; alimentaires?; alimentation; faim; famine; rations?; récoltes?; cultures vivrières; bétail; céréales; denrées?; repas"
    ),
    f"cluster:{C.NUTRITION}": phrases(
        r"nutrition; malnutrition; malnutri(?:s|e|es)?; nutritionnel\w*; (?:aliments|intrants) thérapeutiques"
    ),
    f"cluster:{C.WASH}": phrases(
        r"eau(?: potable| salubre)?; assainissement; latrines?; toilettes?; hygiène; forages?; eaux usées; points? d'eau; douches?"
    ),
    f"cluster:{C.HEALTH}": phrases(
        r"santé; soins?; médical(?:e|es)?; médicaux; médicaments?; hôpital; hôpitaux; clinique; choléra; rougeole; paludisme; diarrhées?; maladies?; épidémies?; vaccin\w*; sérum; sang; méningite; ebola; fièvre; médecins"
    ),
    f"cluster:{C.SHELTER}": phrases(
        r"abris?; tentes?; bâches?; couvertures; toits?; logements?; nattes?; matelas; articles non alimentaires; AME; NFI; belle étoile; dorment (?:dans|sur|à|dehors|sous)"
    ),
    f"cluster:{C.EDUCATION}": phrases(
        r"écoles?; éducation; élèves; salles? de classe; classes?; enseignants; scolarisation; scolaires?; scolarité"
    ),
    f"cluster:{C.PROTECTION}": phrases(
        r"protection; droits humains; droits de l'homme; traite; documents d'identité"
    ),
    f"cluster:{C.CHILD_PROTECTION}": phrases(
        r"enfants? (?:non accompagnés?|séparés?|soldats?); mineurs non accompagnés; orphelins; recrutement d'enfants"
    ),
    f"cluster:{C.GENDER_BASED_VIOLENCE}": phrases(
        r"violences? (?:sexuelles?|basées? sur le genre|sexistes?); VBG; viols?"
    ),
    f"cluster:{C.HOUSING_LAND_PROPERTY}": phrases(
        r"fonciers?; foncières?; titres de propriété; expulsions?; litiges fonciers"
    ),
    f"cluster:{C.MINE_ACTION}": phrases(
        r"déminage; mines antipersonnel; engins non explosés; munitions non explosées; lutte antimines"
    ),
    f"cluster:{C.LOGISTICS}": phrases(r"carburant; logistique; entrepôts?; essence"),
    f"cluster:{C.TELECOMMUNICATIONS}": phrases(
        r"télécommunications?; réseau (?:téléphonique|mobile); internet; communications coupées"
    ),
    f"cluster:{C.CAMP_COORDINATION}": phrases(
        r"surpeupl\w+; promiscuité; gestion (?:du|des) (?:site|camp)s?; surpopulation"
    ),
    f"cluster:{C.EARLY_RECOVERY}": phrases(
        r"moyens de subsistance; reconstruction; déblaiement; électricité; courant électrique; relèvement"
    ),
    "lack:any": phrases(
        r"besoins?; manqu\w+; pénuries?; sans; insuffisan\w+; faute d\S*; rupture (?:de|d'|en); urgen(?:t|te|ts|tes|ce); urgemment; nécessit\w+; rares?; privé(?:s|e|es)? d\S*; dépourvu(?:s|e|es)?; n'(?:a|ont|avait) (?:plus|pas|aucun)\w*; ni\b (?:\w+) ni; épuisé(?:s|e|es)?; ne fourni(?:t|ssent) que; précaires?",
        r"cas (?:de|suspects?|confirmés?|d')|épidémies?; malnutrition; famine; surpeupl\w+; hors (?:service|d'usage); débord(?:é|ée|és|ées); contamin(?:é|ée|és|ées); clos(?:e|es)?; fermé(?:s|e|es)?; inaccessibles?; alarmant\w*; critiques?; aucun(?:e)? (?:aide|eau|abri|soin|accès); réclam\w+; une latrine pour",
    ),
    f"severity:{Severity.CRITICAL}": phrases(
        r"catastroph(?:e|ique|iques); critiques?; famine; inhumain\w*; insoutenables?; extrêmement; vital(?:e|es)?; mortel(?:s|le|les)?; dramatiques?"
    ),
    f"severity:{Severity.SEVERE}": phrases(
        r"graves?; gravement; urgen(?:t|te|ts|tes|ce); sévères?; aigu(?:ë|s|ës)?; aiguë; alarmant\w*; désespér\w+; épidémies?; précaires?; déplorables?; préoccupant\w*; difficiles"
    ),
    f"severity:{Severity.MODERATE}": phrases(
        r"pénuries?; insuffisan\w+; limité(?:s|e|es)?; manqu\w+; faibles?"
    ),
    f"access:{A.DENIED}": phrases(
        r"(?:interdi|refus|bloqu|empêch|entrav)\w* (?:\S+ ){0,8}?(?:accès|passage|entrée|convois?|camions?|aide)\w*; (?:accès|passage|convois?) (?:\S+ ){0,4}(?:refus|interdi|bloqu|entrav)\w+; refoul(?:é|ée|és|ées); ferm(?:é|ée|és|ées) aux convois; reste(?:nt)? fermée?s? aux"
    ),
    f"access:{A.HOSTILITIES}": phrases(
        r"(?:à cause|en raison|du fait|suite|à la suite) (?:des|de la|de l'|d'|aux|de) ?(?:affrontements|combats|insécurité|violences|hostilités|bombardements|opérations)\w*; (?:insécurité|combats|affrontements|violences) (?:\S+ ){0,6}(?:empêch|entrav|limit|compliqu|rend)\w+"
    ),
    f"access:{A.ROADS_CUT}": phrases(
        r"(?:routes?|pistes?|ponts?|axes?|voies?|nationale \d+|tronçons?) (?:\S+ ){0,6}(?:coup|bloqu|ferm|impraticab|inutilisab|détrui|effondr|barr|emport|inaccessib)\w+; (?:coup|bloqu|barr|emport)\w+ (?:\S+ ){0,4}(?:route|piste|pont|axe|voie)s?"
    ),
    f"access:{A.BUREAUCRATIC}": phrases(
        r"(?:autorisations?|visas?|permis|douanes?|formalités|procédures|laissez-passer) (?:\S+ ){0,6}(?:retard|attente|refus|exig|bloqu|tard)\w*; tracasseries; lourdeurs administratives"
    ),
    f"access:{A.ATTACKS_ON_AID}": phrases(
        r"(?:humanitaires|travailleurs humanitaires|convois?|ambulances?|agents (?:\S+ ){0,5}(?:médicale|humanitaire|nationale)) (?:\S+ ){0,5}(?:attaqu|tu|enlev|pill|pris pour cible|braqu|agress)\w+; (?:attaqu|pill|braqu)\w+ (?:\S+ ){0,4}(?:convois?|ambulances?|entrepôts?|humanitaires?)"
    ),
    f"access:{A.MINES}": phrases(
        r"(?:mines|engins explosifs|munitions non explosées) (?:\S+ ){0,6}(?:route|piste|champ|accès|empêch|retour|bloqu)\w*"
    ),
    f"access:{A.WEATHER}": phrases(
        r"(?:pluies?|crues?|inondations?|boue|neige|tempêtes?|intempéries) (?:\S+ ){0,6}(?:empêch|entrav|coup|bloqu|rend|retard|compliqu)\w+; (?:impraticables?|inutilisables?) (?:depuis|à cause|en raison) (?:\S+ ){0,2}(?:pluies|inondations|crues)"
    ),
    f"access:{A.MOVEMENT_OF_PEOPLE}": phrases(
        r"couvre-feu; (?:bloqu|pris au piège|piég|coinc)\w+ (?:\S+ )?(?:dans|entre|à|par|sans); ne peu(?:t|vent) (?:plus |pas )?(?:sortir|quitter|fuir|circuler|rentrer); interdi\w+ de (?:sortir|quitter|circuler); boucliers humains; restrictions? de (?:mouvement|circulation); sous blocus; encerclé(?:s|e|es)?"
    ),
    f"help:{R.DELIVERED}": phrases(
        r"distribu(?:é|ée|és|ées|tions?); livr(?:é|ée|és|ées|aisons?); remis(?:e|es)?(?! (?:en cause|à plus tard|en question)); fourni(?:s|e|es|t)?; (?:a|ont) (?:ouvert|soigné|assisté|envoyé|installé|vacciné|servi|déployé|achemin\w+|pris en charge|apporté|mis en place|logé); pris(?:e|es)? en charge; achemin(?:é|ée|és|ées); vaccin(?:é|ée|és|ées); dépêch(?:é|ée|és|ées)|octroy(?:é|ée|és|ées)|servi (?:\S+ ){0,3}(?:plats|repas)"
    ),
    f"help:{R.ONGOING}": phrases(
        r"(?:distribue|fourni|assiste|soigne|apporte|prend en charge|soutien|appuie|dispense)(?:t|nt|ent|ssent)?; en train de (?:distribuer|fournir|soigner); opérations? de (?:secours|recherche|sauvetage); équipes? de (?:secours|sauvetage); aide humanitaire en cours; secouristes; poursui(?:t|vent) (?:\S+ ){0,3}(?:distribution|assistance|aide)s?"
    ),
    f"help:{R.PLANNED}": phrases(
        r"(?:prévoi(?:t|ent)|compte(?:nt)?|promet(?:tent)?|envisage(?:nt)?) (?:d'|de )?(?:achemin|envo|distribu|ouvr|livr|fourn|construi|install|assist|déploy)\w*; (?:distribuera|livrera|enverra|fournira|ouvrira|remettra|acheminera|installera|apportera|creusera|construira)(?:it|ent|ient)?; (?:distribueront|livreront|enverront|fourniront|remettront|achemineront); distributions? (?:\S+ ){0,3}(?:prévue|programmée|planifiée|attendue)s?; doi(?:t|vent) (?:acheminer|distribuer|livrer|remettre|envoyer|installer); promis; lancé un appel; appel(?:le|lent|lé) à (?:l'aide|une aide|la solidarité); a demandé l'envoi"
    ),
    f"help:{R.SUSPENDED}": phrases(
        r"suspend(?:u|ue|us|ues|re|ent) (?:\S+ ){0,5}(?:aide|activit\w+|opération\w*|distribution\w*|assistance|services?); (?:aide|distributions?|opérations?|activités|assistance|missions?) (?:\S+ ){0,12}?(?:suspendu|interromp|arrêté|annulé)\w*; faute de financement; missions? (?:\S+ ){0,4}annulées?"
    ),
    f"help:{R.REFUSED}": phrases(r"(?:refus|rejet|déclin)\w+ (?:\S+ ){0,3}(?:aide|assistance)"),
    "aid:any": phrases(
        r"aide; humanitaires?; vivres; nourriture; eau; médic\w+; médecins; assistance; kits?; couvertures; bâches; tentes?; vaccin\w*; santé; rations?; cliniques?; secours; fournitures?; tonnes; plats; repas; soins?; traitement; colis; cartons?; lits; prises? en charge; aliments; distribution; missions?; déplacés; sinistrés"
    ),
    f"sitekind:{SiteKind.CAMP}": phrases(
        r"camps? de (?:réfugiés|déplacés|fortune|toile); camps?(?! (?:militaire|rebelle|d'entraînement)\w*)"
    ),
    f"sitekind:{SiteKind.OTHER}": phrases(
        r"sites?(?! (?:web|internet|minier|aurifère|touristique|archéologique)\w*)"
    ),
    f"sitekind:{SiteKind.SHELTER}": phrases(
        r"centres? (?:d'hébergement|collectifs?|d'évacuation); abris? (?:provisoires?|temporaires?|collectifs?|d'urgence); stade; gymnase; lycée; salle (?:des fêtes|paroissiale|polyvalente)"
    ),
    f"sitekind:{SiteKind.RECEPTION_CENTRE}": phrases(
        r"centres? (?:d'accueil|de transit|d'enregistrement|de réception)"
    ),
    f"sitekind:{SiteKind.INFORMAL_SETTLEMENT}": phrases(
        r"(?:sites?|camps?|installations?|campements?) (?:spontané|informel|improvisé)\w*"
    ),
    "risk:any": phrases(
        r"en danger; à risque; inquiets? pour; inquiètes? pour; craignons pour; vulnérables?; craign(?:ent|ait|aient) (?:pour|des|les|une) ?(?:leur|représailles|nouvelles?|attaques?|vie)?; exposé(?:s|e|es)? (?:à|aux); menacé(?:s|e|es)? d\S*; persécut(?:é|ée|és|ées|ions?); stigmatis\w+; soupçonn(?:é|ée|és|ées) d\S*; particulièrement (?:les|des|aux) (?:femmes|enfants|personnes)"
    ),
    f"cause:{Cause.DISASTER}": phrases(
        r"inondations?; inond(?:é|ée|és|ées); crues?; séismes?; tremblements? de terre; secousses?; répliques?; cyclones?; ouragans?; typhons?; tempêtes?; glissements? de terrain; éboulements?; coulées? de boue; sécheresses?; volcans?; volcanique; éruptions?; incendies?(?! criminels?); feux? de (?:forêt|brousse); avalanches?; tsunamis?; raz-de-marée; pluies?; précipitations; orages?; intempéries; torrentiel\w*; tornades?; débord(?:é|ement)s?; grêle; canicule"
    ),
    f"cause:{Cause.CONFLICT}": phrases(
        r"conflits?; combats?; affrontements?; violences?; guerre; attaques?; rebelles?; insurgés; milic(?:e|es|iens?); jihadistes?; djihadistes?; offensive; armé(?:s|e|es)?; armées?; troupes; hostilités; bombardements?; groupes armés; exactions; gangs?; bandits; terroristes?; incursions?; assaillants; insécurité; État islamique"
    ),
}
