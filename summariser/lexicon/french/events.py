"""French words that report violent and political events, by ACLED sub-event type."""

from typing import Final

from summariser.lexicon.tongues import Table, phrases
from summariser.schemas.codebooks import SubEventType as S

EVENTS: Final[Table] = {
    f"event:{S.ARMED_CLASH}": phrases(
        r"affrontements?; s'affrontent; se sont affronté[es]*; combats?; accrochages?; échanges? de (?:tirs|coups de feu); fusillades?; escarmouches?; heurts? (?:armés?|entre)",
        r"embuscades?; offensives?; contre-offensives?; batailles?; assauts?; repouss(?:é|ée|és|ées|ent|ant|er); hostilités; assiég(?:é|ée|és|ées|er|ent|eant); prise? sous le feu; pris sous le feu; riposte",
        r"(?:ont|a) (?:investi|attaqué|pris d'assaut) (?:\S+ ){0,3}(?:position|base|camp militaire|poste|caserne|garnison)s?; mis(?:es?)? hors de combat",
    ),
    f"event:{S.GOVERNMENT_REGAINS_TERRITORY}": phrases(
        r"(?:repris|reprend|reprendre|reprennent|reconquis\w*|libéré|libérée) (?:le contrôle|la (?:ville|localité|base|cité)|le village)"
    ),
    f"event:{S.NON_STATE_OVERTAKES_TERRITORY}": phrases(
        r"(?:pris|prend|prendre|prennent) (?:le contrôle|possession) d\S*; se s(?:ont|'est) empar[ée]\w* d\S*; s'empar\w+ d\S*; emparé(?:s|e|es)? d\S*; (?:tombé|tombée) aux mains"
    ),
    f"event:{S.CHEMICAL_WEAPON}": phrases(
        r"armes? chimiques?; attaques? chimiques?; gaz (?:sarin|moutarde|toxique|innervant)s?; chlore"
    ),
    f"event:{S.AIR_STRIKE}": phrases(
        r"frappes? (?:aériennes?|de drones?); raids? aériens?; bombardements? aériens?; attaques? aériennes?; (?:drones?|avions|chasseurs|hélicoptères?) (?:\S+ ){0,6}(?:frapp|bombard|mitraill|visé|attaqu|largu|tiré)\w*; mitraill(?:é|ée|és|ées|er); barils? (?:explosifs?|d'explosifs); frappes?"
    ),
    f"event:{S.SUICIDE_BOMB}": phrases(
        r"attentats?[ -]suicides?; kamikazes?; s'(?:est|était|sont) fait (?:exploser|sauter); ceintures? d'explosifs?; attaques? suicides?"
    ),
    f"event:{S.SHELLING}": phrases(
        r"bombardements?; bombard(?:é|ée|és|ées|er|ent|ait); pilonn\w+; obus; tirs? d(?:e |')(?:mortiers?|artillerie|roquettes?|missiles?|obus); artillerie; mortiers?; roquettes?; missiles?; orgues de staline; katiouchas?"
    ),
    f"event:{S.REMOTE_EXPLOSIVE}": phrases(
        r"engins? explosifs?(?: improvisés?)?; EEI; bombes?; voitures? piégées?; véhicules? piégés?; motos? piégées?; colis piégés?; mines? (?:antipersonnel|terrestre|antichar|artisanale)s?; mines(?! d'or| de (?:cobalt|cuivre|charbon|diamant)); sauté sur; saut(?:é|ée|ent) sur",
        r"explosions?; explos(?:é|ée); déflagrations?; détonations?; explosifs?; attentats? à la (?:bombe|voiture piégée); dynamit\w+; munitions? non explosées?; fait exploser",
    ),
    f"event:{S.GRENADE}": phrases(r"grenades?(?! lacrymogènes?)"),
    f"event:{S.PEACEFUL_PROTEST}": phrases(
        r"manifestations?; manifestants?; manifesté; manifestent; manifester; protestations?; protest(?:é|ent|er); défil(?:é|és|ent|er); rassemblements?; sit-in; grèves? générales?; marche (?:pacifique|silencieuse|de protestation)",
        r"descendre dans la rue; descendus dans (?:la|les) rues?; cortèges?; veillées?; ville morte; meetings?; barrages? routiers?",
    ),
    f"event:{S.PROTEST_WITH_INTERVENTION}": phrases(
        r"gaz lacrymogènes?; (?:grenades? )?lacrymogènes?; dispers(?:é|ée|és|ées|er|ent); canons? à eau; répression"
    ),
    f"event:{S.EXCESSIVE_FORCE}": phrases(
        r"(?:ouvert le feu|tir(?:é|ent|ant)) (?:\S+ ){0,2}sur (?:la |les |des |une )?(?:foule|manifestants|cortège|marche); (?:balles|tirs|munitions) réelles?; tirs à balles réelles"
    ),
    f"event:{S.VIOLENT_DEMONSTRATION}": phrases(
        r"émeutes?; émeutiers?; mutineries?; (?:brûl\w+|incendi\w+) (?:de |des )?pneus; jets? de pierres?; (?:jeté|lancé|jettent|lancent) des pierres; barricades?; casseurs; échauffourées?; débordements"
    ),
    f"event:{S.MOB_VIOLENCE}": phrases(
        r"lynch(?:é|ée|és|ées|age|ages|er); foule (?:en colère|furieuse|déchaînée); vindicte populaire; justice populaire"
    ),
    f"event:{S.SEXUAL_VIOLENCE}": phrases(
        r"viols?; viol(?:ée|ées|eurs?); violences? sexuelles?; agress(?:ée|ées|ions?) sexuel\w+; esclavage sexuel; abus sexuels?"
    ),
    f"event:{S.ATTACK}": phrases(
        r"assassin(?:é|ée|és|ées|er|at|ats|ent); massacr(?:e|es|é|ée|és|ées|er|ent); tueries?; exécut(?:é|ée|és|ées|ions?)(?! (?:du|de la|le) (?:budget|contrat|projet|travaux)); égorg(?:é|ée|és|ées|er|ent); décapit(?:é|ée|és|ées|er|ation)",
        r"abatt(?:u|ue|us|ues|ent); ouvert le feu; poignard(?:é|ée|és|ées|er); meurtres?; tortur(?:é|ée|és|ées|es|e); tirs? à bout portant; criblé\w* de balles; tiré à hauteur d'homme; coups de machette; tués? par (?:balles?|des hommes armés); exactions?; homicides?; attentats?",
    ),
    f"event:{S.ABDUCTION}": phrases(
        r"enlèvements?; enlev(?:é|ée|és|ées|er); kidnapp(?:é|ée|és|ées|ings?|er|eurs?); kidnapping; prises? d'otages?; otages?; rapts?; ravisseurs?; rançons?; séquestr(?:é|ée|és|ées|ation); disparitions? forcées?; emmen(?:é|ée|és|ées); retenus? captifs?|captivité"
    ),
    f"event:{S.AGREEMENT}": phrases(
        r"cessez-le-feu; trêves?; armistice; accords? de (?:paix|cessez-le-feu|cessation); (?:sign|conclu|trouv|annonc|scell)\w* (?:un|l'|le|d'un) ?(?:\w+ )?(?:accord|pacte); échange de prisonniers; cessation des hostilités"
    ),
    f"event:{S.ARRESTS}": phrases(
        r"arrêt(?:é|ée|és|ées)(?! de| que| à| au| leur| son| par l'arrêté); arrestations?; interpell(?:é|ée|és|ées|ations?|er); détentions?; détenu(?:s|e|es)?; rafles?; incarcér\w+; emprisonn\w+; captur(?:é|ée|és|ées|er|e)|placé\w* en (?:garde à vue|détention)"
    ),
    f"event:{S.CHANGE_TO_GROUP}": phrases(
        r"défections?; désert(?:é|ent|eurs?|ions?|er) (?:de |l')?(?:armée|rangs|groupe); prêté allégeance; dépos(?:é|er|ent) les armes; démobilis\w+; scission"
    ),
    f"event:{S.DISRUPTED_WEAPONS_USE}": phrases(
        r"désamorc(?:é|ée|és|ées|age|er); déjou(?:é|ée|és|ées|er|ent); intercept(?:é|ée|és|ées)(?= (?:\S+ ){0,3}(?:drone|missile|roquette|obus)); (?:drones?|missiles?|roquettes?) (?:\S+ ){0,4}intercepté\w*; démin(?:age|é|er|eurs)",
        r"abattu (?:\w+ ){0,3}(?:drone|drones|avion|hélicoptère|missile)s?; (?:saisi|découvert|découvert|récupér)\w* (?:\S+ ){0,4}(?:armes?|armement|munitions|explosifs|arsenal|caches?|kalachnikovs?); caches? d'armes; saisies? d'armes",
    ),
    f"event:{S.BASE_ESTABLISHED}": phrases(
        r"(?:install|établ|ouvert|érig|constru)\w* (?:une?|la|le|des|leurs?|sa) (?:base|camp militaire|poste|check-?point|barrage|caserne|garnison)s?"
    ),
    f"event:{S.LOOTING}": phrases(
        r"pill(?:é|ée|és|ées|ages?|er|ent|ant|ards?)(?!\w); incendi(?:é|ée|és|ées|er|ent|ant); brûl(?:é|ée|és|ées|er|ent)(?! vif| vive); mis le feu; mis(?:es)? à sac; saccag\w+; vandalis\w+; réduit(?:e|s|es)? en cendres; sabotages?; sabot(?:é|ée|és|ées); vols? de bétail; détrouss\w+; braquages?; razzias?"
    ),
    f"event:{S.NON_VIOLENT_TRANSFER}": phrases(
        r"retrait (?:des (?:troupes|forces|militaires)|de la ville); se sont (?:retirés|repliés) de; rétroced\w+"
    ),
    "event:generic": phrases(
        r"attaques?; attaqu(?:é|ée|és|ées|er|ent|ant|ait); assaillants?; agress(?:é|ée|és|ées|ion|ions); violences?; tirs?; tir(?:é|ent|ant); coups? de feu; incursions?; raids?; tu(?:é|ée|és|ées|ant|er|ent); exactions; visé[es]*; terroristes?; neutralis(?:é|ée|és|ées|er|ant)"
    ),
    "status:planned": phrases(
        r"prévoi(?:t|ent|r|ait); (?:est|sont|était|étaient) prévue?s?; prévue?s?; devrai(?:t|ent); (?:sera|seront); prochain(?:e|s|es)?; reporté(?:e|s|es)?; projette(?:nt)?; envisage(?:nt)?; s'apprête(?:nt)? à; compte(?:nt)? (?:envoyer|ouvrir|distribuer|rouvrir|lancer); en attend; d'ici (?:à )?(?:la|le|fin); promet(?:tent)?; dans les (?:\w+ ){0,2}(?:jours|semaines|mois)|rouvrira"
    ),
    "status:threatened": phrases(
        r"menac(?:e|es|é|ée|és|ées|ent|er|ait|ant); ultimatum; averti(?:t|s|ssent)?; mis en garde; jur(?:é|ent) de; la prochaine fois"
    ),
    "status:attempted": phrases(
        r"tentatives?; tent(?:é|ent|ait|aient|er) d\S*; échou(?:é|ée|ent); déjou(?:é|ée|és|ées); avort(?:é|ée)s?; empêch(?:é|er)s?; désamorc\w+; a échappé à"
    ),
    "status:denied": phrases(
        r"dément(?:i|it|ie|ent|is)?; ni(?:e|ent|é|ait)(?! l'accès); rejet(?:é|te|tent|ait) (?:toute |les |l'|ces )?(?:implication|accusation|responsabilité|allégation)\w*; réfut(?:é|e|ent); contest(?:e|é|ent)"
    ),
    "status:ongoing": phrases(
        r"se poursui(?:t|vent|vait); continu(?:e|ent|ait|aient); en cours; toujours en cours; fait rage; font rage; persiste(?:nt)?"
    ),
    "status:background": phrases(
        r"(?:en|depuis) (?:\w+ )?(?:19|20)\d\d; il y a (?:\w+ )?(?:ans?|mois|décennies?); l'(?:an|année) derni(?:er|ère); l'an passé; le mois dernier; décennies?; anniversaire; (?:précédent|précédente)s?; en août dernier; (?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre) dernier; y avaient déjà; depuis le début de (?:l'année|la guerre|la crise); au cours des derni(?:ers|ères) (?:mois|années)"
    ),
}
NOT_AN_EVENT: Final = phrases(
    r"(?:attaques?|crises?) cardiaques?; crises? de panique; guerre (?:des prix|commerciale|des mots|des nerfs|des ondes); batailles? (?:judiciaire|juridique|électorale|pour le titre|contre le cancer); tirs? au but; coups? francs?; tir(?:é|er)s? (?:les leçons|parti|profit|la sonnette|son épingle|au sort|d'affaire)",
    r"combat(?:s|tre|tent|tu)? (?:contre )?(?:la |le |les )?(?:pauvreté|faim|corruption|maladie|feux?|incendies?|flammes|paludisme|choléra|changement climatique|inégalités|chômage); raids? boursiers?; grèves? de la faim; explosion (?:des prix|démographique|de joie); bombardés? de (?:questions|messages); manifest(?:er|é|ent)s? (?:son|sa|leur|un|une) (?:intérêt|joie|volonté|désir)",
    r"offensive (?:diplomatique|de charme|commerciale); tirs? groupés?; opération escargot; assaut final du titre; marche arrière; défilés? de mode; abattu(?:s|e)? (?:par la tristesse|moralement); exécutions? (?:budgétaire|du budget)s?; bombe (?:à retardement sociale|sociale|à eau)",
)
OFF_TOPIC: Final[Table] = {
    "off:sport": phrases(
        r"buts?; buteurs?; attaquants?; gardien de but; milieu de terrain; entraîneur; matchs?; tournoi; championnat; coupe; ligue; arbitre; prolongations?; mi-temps; supporters; penalty; équipe nationale; demi-finale; sélectionneur"
    ),
    "off:business": phrases(
        r"bourse; actions; actionnaires; investisseurs?; bénéfices nets?; dividendes?; chiffre d'affaires; trimestre; marchés financiers; obligations; analystes; fusion-acquisition"
    ),
    "off:entertainment": phrases(
        r"films?; box-office; cinéma; album; concert; acteur; actrice; roman; série; feuilleton; épisode; réalisateur; bande originale; jeux? vidéo"
    ),
}
