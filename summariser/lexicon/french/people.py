"""French nouns that are counted, by population group and by unit; plural -s and -x are understood."""

from typing import Final

from summariser.lexicon.tongues import Table, phrases
from summariser.schemas.codebooks import PopulationGroup as G
from summariser.schemas.codebooks import Unit as U

GROUPS: Final[Table] = {
    G.CIVILIANS: phrases(
        "civil; civile; villageois; villageoise; habitant; habitante; riverain; riveraine; résident; paysan; paysanne; cultivateur; agriculteur; éleveur; berger; bergère; pêcheur; travailleur; ouvrier; ouvrière; mineur artisanal; orpailleur; creuseur; commerçant; commerçante; marchand; marchande; vendeur; vendeuse; passager; passagère; conducteur; chauffeur; routier; camionneur; étudiant; étudiante; enseignant; enseignante; professeur; instituteur; institutrice; fidèle; pèlerin; passant; piéton; touriste; employé; employée; prêtre; pasteur; religieux; religieuse; missionnaire; imam; citadin; client; voyageur; syndicaliste; avocat; ingénieur; particulier; motocycliste; fermier; élève; écolier; écolière; lycéen; lycéenne; colon; planteur; maraîcher"
    ),
    G.WOMEN: phrases(
        "femme; épouse; mère; veuve; fille; fillette; jeune fille; femme enceinte; femmes enceintes; grand-mère"
    ),
    G.CHILDREN: phrases(
        "enfant; bébé; nourrisson; nouveau-né; mineur; mineure; garçon; adolescent; adolescente; orphelin; orpheline; gamin; ado; petit-fils; fillettes et garçons; fils; tout-petit"
    ),
    G.MEN: phrases("homme; mari; époux"),
    G.ELDERLY: phrases("vieillard; personne âgée; personnes âgées; aîné; retraité"),
    G.FIGHTERS: phrases(
        "combattant; rebelle; insurgé; milicien; jihadiste; djihadiste; terroriste; assaillant; islamiste; bandit; maquisard; séparatiste; extrémiste; guérillero; agresseur; attaquant; kamikaze; mercenaire; coupeur de route; homme armé; hommes armés; individu armé; membre de gang; braqueur; malfaiteur; ravisseur; malfrat; gangster; activiste armé; criminel"
    ),
    G.SOLDIERS: phrases(
        "soldat; militaire; officier; sous-officier; lieutenant; sergent; caporal; capitaine; colonel; commandant; général; parachutiste; marin; conscrit; garde-frontière; garde frontière; troupe; supplétif; élément; légionnaire"
    ),
    G.POLICE: phrases(
        "policier; policière; gendarme; agent; garde; gardien; vigile; garde national; gardes nationaux; agent de police; agent de sécurité; douanier"
    ),
    G.PEACEKEEPERS: phrases("casque bleu; casques bleus; soldat de la paix; soldats de la paix"),
    G.AID_WORKERS: phrases(
        "humanitaire; travailleur humanitaire; travailleurs humanitaires; volontaire; bénévole; secouriste; sauveteur; pompier; acteur humanitaire"
    ),
    G.HEALTH_WORKERS: phrases(
        "médecin; infirmier; infirmière; soignant; soignante; docteur; sage-femme; sages-femmes; aide-soignant; ambulancier; agent de santé; agents de santé; chirurgien; personnel soignant; personnel de santé"
    ),
    G.JOURNALISTS: phrases("journaliste; reporter; photographe; correspondant; cameraman; caméraman"),
    G.OFFICIALS: phrases(
        "responsable; fonctionnaire; maire; gouverneur; préfet; sous-préfet; ministre; juge; magistrat; procureur; député; sénateur; élu; conseiller; candidat; ambassadeur; diplomate; évêque; chef; dirigeant; notable; administrateur; chef de village; bourgmestre"
    ),
    G.PROTESTERS: phrases(
        "manifestant; manifestante; émeutier; activiste; contestataire; gréviste; militant; militante"
    ),
    G.DISPLACED: phrases(
        "déplacé; déplacée; évacué; évacuée; personne déplacée; personnes déplacées; PDI; déplacé interne; déplacés internes; arrivant; arrivé; sans-abri"
    ),
    G.REFUGEES: phrases("réfugié; réfugiée; demandeur d'asile; demandeurs d'asile; migrant; migrante; exilé"),
    G.RETURNEES: phrases("retourné; retournée; rapatrié; rapatriée"),
    G.PRISONERS: phrases("prisonnier; prisonnière; détenu; détenue; otage; captif; captive"),
    G.DISABLED: phrases(
        "handicapé; personne handicapée; personnes handicapées; personne vivant avec un handicap"
    ),
    G.PEOPLE: phrases(
        "personne; gens; individu; victime; mort; morte; tué; tuée; blessé; blessée; disparu; disparue; cadavre; corps; dépouille; décès; vie; âme; cas; patient; patiente; malade; ressortissant; citoyen; citoyenne; rescapé; rescapée; survivant; survivante; sinistré; sinistrée; jeune; adulte; occupant; membre; suspect; proche; frère; sœur; parent; bénéficiaire; usager; participant; être humain; âmes; contaminé; population; autre; noyé; assassiné; enlevé; arrêté; ménage individuel; mortel; arrivée"
    ),
}
UNITS: Final[Table] = {
    U.HOUSEHOLDS: phrases("famille; ménage; foyer"),
    U.HOMES: phrases(
        "maison; habitation; logement; case; hutte; abri; appartement; domicile; demeure; toit; tente; bâtiment résidentiel; cabane; concession; unité d'habitation; résidence; tukul; pavillon"
    ),
    U.BUILDINGS: phrases(
        "bâtiment; immeuble; école; hôpital; hôpitaux; clinique; centre de santé; mosquée; église; boutique; magasin; commerce; usine; entrepôt; pont; marché; poste; poste de santé; tour; structure; bureau; banque; dépôt; position; édifice; échoppe; étal; temple; salle de classe; lycée; kiosque; grenier"
    ),
    U.VEHICLES: phrases(
        "véhicule; camion; voiture; bus; autobus; autocar; char; blindé; hélicoptère; avion; pirogue; bateau; navire; moto; motocyclette; pick-up; pick; ambulance; train; camionnette; taxi; baleinière; embarcation; engin roulant"
    ),
    U.SETTLEMENTS: phrases(
        "village; localité; ville; quartier; commune; district; province; région; département; hameau; hameaux; camp; site; communauté; zone; cité; arrondissement; territoire; campement; municipalité; collectivité; chefferie; groupement"
    ),
    U.INCIDENTS: phrases(
        "attaque; frappe; raid; bombardement; affrontement; attentat; explosion; incident; incursion; embuscade; assaut; combat; accrochage; enlèvement; meurtre; manifestation; fusillade; exaction; viol"
    ),
    U.MUNITIONS: phrases(
        "roquette; obus; missile; bombe; grenade; drone; mine; engin explosif; engin; projectile; fusil; arme; kalachnikov; pistolet; munition; cartouche; mitrailleuse; balle; mortier"
    ),
    U.SUPPLIES: phrases(
        "tonne; kit; colis; ration; dose; couverture; bâche; matelas; natte; litre; sac; carton; repas; plat; bidon; savon; vivre; jerrican; moustiquaire; panier"
    ),
}
