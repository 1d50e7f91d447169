"""French words that report violent and political events, by ACLED sub-event type."""

from typing import Final

from summariser.lexicon.tongues import Table, phrases
from summariser.schemas.codebooks import SubEventType as S

EVENTS: Final[Table] = {
    f"event:{S.ARMED_CLASH}": phrases(
        r"(?:se sont|s'étaient|se) (?:disputé|battu|affronté|accroché|opposé)(?:s|es)?; se (?:battent|disputent|livrent); duels? (?:au|à|d')\S*; à la mitrailleuse; échang(?:é|ent|er) (?:des|de|leurs) (?:tirs|coups|rafales); feu nourri; fusillades?; encercl(?:é|ée|és|ées|ent) (?:\S+ ){0,3}(?:par|le|la|les); accroch(?:é|és|ent); face[- ]à[- ]face (?:armé|entre)",
        r"(?:assauts?|attaques?|coups? de main|raids?) (?:\S+ ){0,2}?(?:contre|sur|à|de|du|d'un) (?:\S+ )?(?:le |la |un |une |des |l')?(?:positions?|base|camp|poste|caserne|garnison|patrouille|convoi|commissariat|check-?point|barrage|brigade|gendarmerie|détachement); (?:positions?|base|camp|poste|caserne|garnison|patrouille|convoi|commissariat|check-?point|barrage|brigade|gendarmerie|détachement) (?:\S+ ){0,4}?(?:attaqu|harcel|pris d'assaut|assailli|mitraill|encercl)\w*; tomb(?:é|ée|és|ées) dans une embuscade; combattants? (?:\S+ )?aux prises; aux prises avec",
        r"affrontements?; s'affrontent; se sont affronté[es]*; combats?; accrochages?; échanges? de (?:tirs|coups de feu); fusillades?; escarmouches?; heurts? (?:armés?|entre)",
        r"embuscades?; offensives?; contre-offensives?; batailles?; assauts?; repouss(?:é|ée|és|ées|ent|ant|er); hostilités; assiég(?:é|ée|és|ées|er|ent|eant); prise? sous le feu; pris sous le feu; riposte",
        r"(?:ont|a) (?:investi|attaqué|pris d'assaut) (?:\S+ ){0,3}(?:position|base|camp militaire|poste|caserne|garnison)s?; mis(?:es?)? hors de combat",
    ),
    f"event:{S.GOVERNMENT_REGAINS_TERRITORY}": phrases(
        r"(?:repris|reprend|reprendre|reprennent|reconquis\w*|libér(?:é|ée|ent)|récupér(?:é|ée|ent)) (?:\S+ ){0,3}?(?:la |le |les |l'|de |des )?(?:ville|localité|base|cité|village|localités|villages|position|positions|carrefour|pont|colline|aéroport|quartier|axe|camp|chef-lieu|bourg); (?:chass|délog|bout)(?:é|ée|és|ées|ent) (?:\S+ ){0,3}(?:rebelles|jihadistes|djihadistes|insurgés|miliciens|combattants|terroristes) (?:de|du|hors)",
        r"(?:repris|reprend|reprendre|reprennent|reconquis\w*|libéré|libérée) (?:le contrôle|la (?:ville|localité|base|cité)|le village)",
    ),
    f"event:{S.NON_STATE_OVERTAKES_TERRITORY}": phrases(
        r"(?:fait|faits?|font) main basse sur; (?:pris|prise|prises|enlevé) (?:\S+ ){0,2}?(?:la |le |l')?(?:ville|localité|cité|village|camp|base|garnison|chef-lieu|bourg); tomb(?:é|ée|ent|és|ées) (?:\S+ ){0,2}?(?:aux mains|entre les mains|sous (?:la coupe|le contrôle)); occup(?:é|ée|ent) (?:la|le|les) (?:ville|localité|village|villages|colline|cité); (?:est|sont) (?:désormais )?(?:aux mains|sous le contrôle) d\S+",
        r"(?:pris|prend|prendre|prennent) (?:le contrôle|possession) d\S*; se s(?:ont|'est) empar[ée]\w* d\S*; s'empar\w+ d\S*; emparé(?:s|e|es)? d\S*; (?:tombé|tombée) aux mains",
    ),
    f"event:{S.CHEMICAL_WEAPON}": phrases(
        r"bombes? (?:au|de) chlore; gaz (?:de combat|de chlore|neurotoxique); bidons? de chlore; odeur de chlore",
        r"armes? chimiques?; attaques? chimiques?; gaz (?:sarin|moutarde|toxique|innervant)s?; chlore",
    ),
    f"event:{S.AIR_STRIKE}": phrases(
        r"(?:aviation|chasseurs?|Sukhoi\S*|MiG\S*|Rafales?|hélicos?|ULM|drones?|avions?) (?:\S+ ){0,5}?(?:bombard|frapp|lâch|largu|piqu|arros|pulvéris|ouvert le feu|survol\w+ et)\w*; frappé(?:e|s|es)? par (?:un|des) drones?; (?:bombes?|roquettes?) (?:largué|lâché|tiré)\w+ (?:par|depuis) (?:un |des |les |l')?(?:drone|avion|hélicoptère|aviation|chasseur)\w*; raid (?:de l'aviation|d'hélicoptères?)",
        r"frappes? (?:aériennes?|de drones?); raids? aériens?; bombardements? aériens?; attaques? aériennes?; (?:drones?|avions|chasseurs|hélicoptères?) (?:\S+ ){0,6}(?:frapp|bombard|mitraill|visé|attaqu|largu|tiré)\w*; mitraill(?:é|ée|és|ées|er); barils? (?:explosifs?|d'explosifs); frappes?",
    ),
    f"event:{S.SUICIDE_BOMB}": phrases(
        r"attentats?[ -]suicides?; kamikazes?; s'(?:est|était|sont) fait (?:exploser|sauter); ceintures? d'explosifs?; attaques? suicides?"
    ),
    f"event:{S.SHELLING}": phrases(
        r"salves? d\S+; (?:est|sont) tombé(?:s|es|e)? (?=(?:\S+ ){0,3}obus); canonn\w+; martel(?:é|ée|és|ées|er|ent|age)s?; grads?(?= (?:sur|tir|s'abatt))|lance-roquettes; feu d'artillerie; arros(?:é|ée|ent|er) (?:\S+ ){0,3}(?:d'obus|de roquettes); pluie d(?:e roquettes|'obus|e missiles)|sous les (?:obus|bombes)",
        r"bombardements?; bombard(?:é|ée|és|ées|er|ent|ait); pilonn\w+; obus; tirs? d(?:e |')(?:mortiers?|artillerie|roquettes?|missiles?|obus); artillerie; mortiers?; roquettes?; missiles?; orgues de staline; katiouchas?",
    ),
    f"event:{S.REMOTE_EXPLOSIVE}": phrases(
        r"pass(?:é|ée|és|ées) sur une mine; heurt(?:é|er) (?:un|une) (?:engin|mine); sauter sur; (?:voitures?|motos?|charrettes?|camions?|ânes?) piég(?:é|ée)es?; (?:fait|font|faire) (?:sauter|exploser); charges? explosives?; plastiqu(?:é|ée|age)s?; bonbonnes? de gaz piég\w+; IED; mines? (?:posée|enfouie|dissimulée)s?; piégé(?:e|s|es)?; saut(?:e|er|é|ent) (?:devant|près|à|au|sur|dans)",
        r"engins? explosifs?(?: improvisés?)?; EEI; bombes?; voitures? piégées?; véhicules? piégés?; motos? piégées?; colis piégés?; mines? (?:antipersonnel|terrestre|antichar|artisanale)s?; mines(?! d'or| de (?:cobalt|cuivre|charbon|diamant)); sauté sur; saut(?:é|ée|ent) sur",
        r"explosions?; explos(?:é|ée); déflagrations?; détonations?; explosifs?; attentats? à la (?:bombe|voiture piégée); dynamit\w+; munitions? non explosées?; fait exploser",
    ),
    f"event:{S.GRENADE}": phrases(
        r"grenades? (?:dégoupill|lanc|jet|balanc)\w+; dégoupill\w+ (?:une|deux|sa) grenades?; (?:lanc|jet|balanc)(?:é|ent|e|er) (?:une|deux|des|la) grenades?(?! lacrymogènes?)",
        r"grenades?(?! lacrymogènes?)",
    ),
    f"event:{S.PEACEFUL_PROTEST}": phrases(
        r"marcheurs?; banderoles?; pancartes?; (?:ont|a) (?:défilé|marché|manifesté|battu le pavé|fait grève|chanté|prié|observé) ; sit-in; débray(?:é|er|ages?); grèves?(?! de la faim); chaînes? humaines?; marches? (?:\S+ ){0,3}?(?:contre|pour|blanche|pacifique|silencieuse)",
        r"(?:ont|a) (?:réclamé|exigé|demandé|scandé) (?:\S+ ){0,4}?(?:devant|dans (?:la|les) rues?|le retour|le départ|la libération|justice|leurs? (?:salaire|arriérés|prime|treizième)|des sanctions); devant (?:le|la|l') (?:\S+ ){0,2}?(?:ambassade|préfecture|ministère|palais|mairie|parlement|siège|primature|gouvernorat|rectorat|tribunal)(?= |,); réclam(?:é|ent|er|aient) (?:le|la|l'|leur|leurs|des|justice|vérité)",
        r"manifestations?; manifestants?; manifesté; manifestent; manifester; protestations?; protest(?:é|ent|er); défil(?:é|és|ent|er); rassemblements?; sit-in; grèves? générales?; marche (?:pacifique|silencieuse|de protestation)",
        r"descendre dans la rue; descendus dans (?:la|les) rues?; cortèges?; veillées?; ville morte; meetings?; barrages? routiers?",
    ),
    f"event:{S.PROTEST_WITH_INTERVENTION}": phrases(
        r"délog(?:é|ée|és|ées|er); (?:au|à coups? de) gaz; lacrymos?; matraqu\w+; charg(?:é|e|ent|er) (?:la foule|les manifestants|le cortège|à coups); barr(?:é|ent|er) la route; refoul(?:é|ée|és|ées|er); canon à eau; flash-ball\w*; LBD; (?:balles|tirs) (?:en caoutchouc|de sommation)",
        r"gaz lacrymogènes?; (?:grenades? )?lacrymogènes?; dispers(?:é|ée|és|ées|er|ent); canons? à eau; répression",
    ),
    f"event:{S.EXCESSIVE_FORCE}": phrases(
        r"(?:fait feu|tir(?:é|er|ent)|ouvert le feu|mitraill(?:é|er|ent)) (?:\S+ ){0,4}?(?:sur |contre |dans |à )?(?:la |les |des |une |le |un )?(?:foule|manifestants|cortège|marche|marcheurs|grévistes|rassemblement|manifestation|étudiants)",
        r"(?:ouvert le feu|tir(?:é|ent|ant)) (?:\S+ ){0,2}sur (?:la |les |des |une )?(?:foule|manifestants|cortège|marche); (?:balles|tirs|munitions) réelles?; tirs à balles réelles",
    ),
    f"event:{S.VIOLENT_DEMONSTRATION}": phrases(
        r"caillass\w+; cocktails? molotov; molotov; jets? de (?:projectiles|bouteilles|cocktails); pavés; tenu tête; guérilla urbaine; affrontements avec la police; pneus (?:enflammés|brûlés|en feu); vitrines brisées; séquestr(?:é|ent) (?:\S+ ){0,2}(?:préfet|directeur|patron|maire|cadres?); dégénér\w+; mis à sac (?:la|le) (?:mairie|préfecture|commissariat|siège)",
        r"émeutes?; émeutiers?; mutineries?; (?:brûl\w+|incendi\w+) (?:de |des )?pneus; jets? de pierres?; (?:jeté|lancé|jettent|lancent) des pierres; barricades?; casseurs; échauffourées?; débordements",
    ),
    f"event:{S.MOB_VIOLENCE}": phrases(
        r"bagarres?; rixes?; bataille rangée; bagarre rangée; mutineries? (?:à|dans|de|au) (?:la |le |l')?(?:prison|centrale|maison d'arrêt|pénitencier)\w*; battus? à mort; (?:battu|roué|lynché|brûlé|lapidé|tabassé|molesté)\w* (?:\S+ ){0,4}?par (?:la|une|des|les) (?:foule|villageois|habitants|riverains|jeunes|populace|population); gourdins?; lapid(?:é|ée|és|ées|ation); (?:jeunes|habitants|villageois|riverains) en colère",
        r"(?:villageois|habitants|riverains|foule|population) (?:\S+ ){0,5}?(?:battu|roué|brûlé|lynché|tabassé|molesté|tué|incendié|saccagé)\w*; collet(?:é|ée) par la foule; chasse à l'homme; heurts? (?:\S+ ){0,2}?(?:communautaires?|intercommunautaires?|entre (?:\S+ )?(?:éleveurs|agriculteurs|cultivateurs|communautés|villageois|supporters))",
        r"lynch(?:é|ée|és|ées|age|ages|er); foule (?:en colère|furieuse|déchaînée); vindicte populaire; justice populaire",
    ),
    f"event:{S.SEXUAL_VIOLENCE}": phrases(
        r"viol(?:é|er|ent) (?:\S+ ){0,3}?(?:une|la|des|les|sa|deux|trois|quatre|plusieurs) (?:\w+ )?(?:femmes?|filles?|fillettes?|mère|épouse|adolescente|lycéenne|jeune|mineures?); viols? (?:collectifs?|en réunion|de masse)|tournantes?|abus(?:é|ée|ées) (?:sexuellement )?(?:d'|de|par)",
        r"viols?; viol(?:ée|ées|eurs?); violences? sexuelles?; agress(?:ée|ées|ions?) sexuel\w+; esclavage sexuel; abus sexuels?",
    ),
    f"event:{S.ATTACK}": phrases(
        r"achev(?:é|ée|és|ées|er)(?= (?:\S+ ){0,3}(?:laboureurs|blessés|villageois|civils|paysans|\w+s (?:au|à|dans|par)))|(?:est|sont|était) (?:passé|mort)(?:s|es|e)? par les armes|pass(?:é|ée|és|ées) par les armes|gorges? tranchées?; rafales? (?:tirée|d'arme|de kalachnikov|de mitraillette)\w*; fauch(?:é|ée|és|ées) (?:\S+ ){0,2}?(?:à l'arme|par|d'une|de balles)",
        r"(?:mitraill|cribl|fusill|abatt|égorg|décapit|éventr|mutil|démembr|ligot|exécut|supplici|poignard|bastonn|charcut)(?:é|ée|és|ées|u|us|ue|ues)(?! (?:le|la) (?:but|budget)); corps (?:\S+ ){0,5}?(?:criblé|ligoté|mutilé|décapité|égorgé|sans tête|portant|tuméfié|les mains liées)\w*; d'une balle (?:dans|en|à)|balles? dans la (?:tête|nuque|poitrine|jambe); coups? de (?:couteau|hache|machette|feu)",
        r"assassin(?:é|ée|és|ées|er|at|ats|ent); massacr(?:e|es|é|ée|és|ées|er|ent); tueries?; exécut(?:é|ée|és|ées|ions?)(?! (?:du|de la|le) (?:budget|contrat|projet|travaux)); égorg(?:é|ée|és|ées|er|ent); décapit(?:é|ée|és|ées|er|ation)",
        r"abatt(?:u|ue|us|ues|ent); ouvert le feu; poignard(?:é|ée|és|ées|er); meurtres?; tortur(?:é|ée|és|ées|es|e); tirs? à bout portant; criblé\w* de balles; tiré à hauteur d'homme; coups de machette; tués? par (?:balles?|des hommes armés); exactions?; homicides?; attentats?",
    ),
    f"event:{S.ABDUCTION}": phrases(
        r"(?:cagoul|ligot|embarqu|pouss)(?:é|ée|és|ées) (?:\S+ ){0,5}?(?:dans|à bord|de force) (?:\S+ )?(?:pick-up|véhicule|voiture|4x4|fourgon|minibus)?|embarqu(?:é|ée|és|ées) de force; sans nouvelles d\S+; saisi(?:e|s|es)? par (?:\S+ ){0,3}(?:hommes|motards|inconnus|individus); (?:pris|prise|retenu|gardé)\w* en otages?; port(?:é|ée|és|ées) disparu\w* (?:depuis|après) (?:\S+ ){0,4}(?:interpellation|enlèvement|passage)|capti(?:f|fs|ve|ves); rançonn\w+; arrach(?:é|ée|és|ées) à (?:son|sa|leur|leurs)",
        r"enlèvements?; enlev(?:é|ée|és|ées|er); kidnapp(?:é|ée|és|ées|ings?|er|eurs?); kidnapping; prises? d'otages?; otages?; rapts?; ravisseurs?; rançons?; séquestr(?:é|ée|és|ées|ation); disparitions? forcées?; emmen(?:é|ée|és|ées); retenus? captifs?|captivité",
    ),
    f"event:{S.AGREEMENT}": phrases(
        r"paraph(?:é|er|ent|e); (?:sign(?:é|ée|ent|ature)|conclu|scell(?:é|ent)|ratifi(?:é|ent)|convenu|accept(?:é|ent)|annonc(?:é|ent)) (?:\S+ ){0,5}?(?:accord|trêve|paix|pacte|convention|cessez-le-feu|armistice|arrangement|protocole|non-agression|désarmement|cantonnement); jur(?:é|ent) (?:\S+ ){0,8}de ne plus; échang(?:é|er|ent) (?:\S+ ){0,3}(?:prisonniers|détenus|captifs|corps)|pacte de non-agression|réconciliation (?:entre|de)|levée du blocus",
        r"cessez-le-feu; trêves?; armistice; accords? de (?:paix|cessez-le-feu|cessation); (?:sign|conclu|trouv|annonc|scell)\w* (?:un|l'|le|d'un) ?(?:\w+ )?(?:accord|pacte); échange de prisonniers; cessation des hostilités",
    ),
    f"event:{S.ARRESTS}": phrases(
        r"coups? de filet; (?:embarqu|appréhend|écrou|emmen|cueill)(?:é|ée|és|ées|i|is)(?! (?:de force|vers la frontière)); gardes? à vue; mis(?:e|es)? aux arrêts; perquisitions?; coffr(?:é|és|er); mis(?:e|es)? sous les verrous; (?:fait|font) emmener; arrêt(?:é|ée|és|ées) (?:à|au|en|par|dans|hier|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|ce|trois|deux|quatre|cinq|une|plusieurs)|détenir; menott\w+",
        r"arrêt(?:é|ée|és|ées)(?! de| que| à| au| leur| son| par l'arrêté); arrestations?; interpell(?:é|ée|és|ées|ations?|er); détentions?; détenu(?:s|e|es)?; rafles?; incarcér\w+; emprisonn\w+; captur(?:é|ée|és|ées|er|e)|placé\w* en (?:garde à vue|détention)",
    ),
    f"event:{S.CHANGE_TO_GROUP}": phrases(
        r"(?:née?|nés) (?:\S+ ){0,3}?de la fusion; fusion (?:de|des|entre) (?:\S+ ){0,3}(?:factions|groupes|mouvements|milices|ailes); rallié(?:s|e|es)? (?:à|au|aux|l'|le|la)?; ralliements?; repentis?; se (?:sont )?rend(?:us?|re|ent) (?:aux?|à l'|à la|avec)|redditions?; rendu les armes; scind(?:é|ée|és); dissous|dissolution du (?:groupe|mouvement|front); rejoint (?:les rangs|la rébellion|le maquis); nouveau (?:chef|commandant|émir) d\S+",
        r"défections?; désert(?:é|ent|eurs?|ions?|er) (?:de |l')?(?:armée|rangs|groupe); prêté allégeance; dépos(?:é|er|ent) les armes; démobilis\w+; scission",
    ),
    f"event:{S.DISRUPTED_WEAPONS_USE}": phrases(
        r"(?:bombes?|engins?|mines?|charges?|obus|colis|ceinture|grenades?|explosifs|voiture piégée) (?:\S+ ){0,6}?(?:neutralis|désamorc|désactiv|détruit|découvert|saisi|retrouv)\w*(?= |,|\.); (?:abatt(?:u|ent|re)|intercept(?:é|ent)|détruit) (?:\S+ ){0,4}(?:drones?|missiles?|roquettes?|Shahed)|saisi(?:e|es|s|ent)? (?:\S+ ){0,5}(?:armes?|fusils?|munitions|explosifs|kalachnikovs?|roquettes|grenades|dynamite); arsenal|cache d'explosifs; mis(?:e|es)? hors d'état (?:de nuire|d'exploser)",
        r"désamorc(?:é|ée|és|ées|age|er); déjou(?:é|ée|és|ées|er|ent); intercept(?:é|ée|és|ées)(?= (?:\S+ ){0,3}(?:drone|missile|roquette|obus)); (?:drones?|missiles?|roquettes?) (?:\S+ ){0,4}intercepté\w*; démin(?:age|é|er|eurs)",
        r"abattu (?:\w+ ){0,3}(?:drone|drones|avion|hélicoptère|missile)s?; (?:saisi|découvert|découvert|récupér)\w* (?:\S+ ){0,4}(?:armes?|armement|munitions|explosifs|arsenal|caches?|kalachnikovs?); caches? d'armes; saisies? d'armes",
    ),
    f"event:{S.BASE_ESTABLISHED}": phrases(
        r"(?:install|établi|ouvert|érig|inaugur|mont|plant|dress|implant|pris)(?:é|ée|ent|s)? (?:\S+ ){0,4}?(?:bases?|campement|camp|poste|postes|check-?points?|quartiers|QG|caserne|garnison|position)(?! de (?:santé|réfugiés|déplacés))(?= |,|\.)",
        r"(?:install|établ|ouvert|érig|constru)\w* (?:une?|la|le|des|leurs?|sa) (?:base|camp militaire|poste|check-?point|barrage|caserne|garnison)s?",
    ),
    f"event:{S.LOOTING}": phrases(
        r"(?:pylônes?|pipelines?|oléoduc|ponts?|antennes?|lignes?) (?:\S+ ){0,6}?(?:abattu|dynamit|sabot|coup|plastiqu|détruit)\w*; (?:bœufs|vaches|bétail|têtes de bétail|chèvres|moutons|troupeaux?) (?:\S+ ){0,4}?(?:emport|vol|raz|razzi|enlev)\w*; emport(?:é|ée|ent|ant) (?:\S+ ){0,4}(?:bétail|bœufs|vivres|médicaments|motos|véhicules|troupeau); vid(?:é|ée|és|ées|ent) (?:\S+ ){0,3}(?:pharmacie|magasin|dépôt|boutiques?|greniers?|entrepôt)s?; dévalis\w+; cases? (?:\S+ ){0,3}?(?:brûlées|incendiées|réduites); vandalis\w+",
        r"pill(?:é|ée|és|ées|ages?|er|ent|ant|ards?)(?!\w); incendi(?:é|ée|és|ées|er|ent|ant); brûl(?:é|ée|és|ées|er|ent)(?! vif| vive); mis le feu; mis(?:es)? à sac; saccag\w+; vandalis\w+; réduit(?:e|s|es)? en cendres; sabotages?; sabot(?:é|ée|és|ées); vols? de bétail; détrouss\w+; braquages?; razzias?",
    ),
    f"event:{S.NON_VIOLENT_TRANSFER}": phrases(
        r"sans (?:tirer )?un (?:seul )?coup de feu; sans (?:combattre|résistance|combats?); (?:évacu|quitt|abandonn)(?:é|ée|ent) (?:\S+ ){0,2}(?:base|camp|position|positions|poste|garnison|ville|localité)s?; (?:remis|cédé|rétrocédé) (?:\S+ ){0,3}(?:base|camp|ville|contrôle|poste|aéroport)|passation (?:de contrôle|du camp)|se (?:sont )?repli(?:é|és|ent)",
        r"retrait (?:des (?:troupes|forces|militaires)|de la ville); se sont (?:retirés|repliés) de; rétroced\w+",
    ),
    f"event:{S.OTHER}": phrases(
        r"couvre-feux?; charniers?; fosses? communes?; tracts? (?:de|du|signés|menaçant)\S*; état d'urgence; drapeaux? (?:noirs?|du)(?= (?:hiss|flott|plant))",
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
