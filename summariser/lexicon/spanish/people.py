"""Spanish nouns that are counted, by population group and by unit; plural -s and -es are understood."""

from typing import Final

from summariser.lexicon.tongues import Table, phrases
from summariser.schemas.codebooks import PopulationGroup as G
from summariser.schemas.codebooks import Unit as U

GROUPS: Final[Table] = {
    G.CIVILIANS: phrases(
        "civil; vecino; vecina; poblador; pobladora; aldeano; aldeana; lugareño; lugareña; campesino; campesina; agricultor; ganadero; trabajador; trabajadora; obrero; jornalero; minero; comerciante; vendedor; vendedora; pasajero; pasajera; conductor; chofer; chófer; camionero; taxista; transportista; estudiante; universitario; maestro; maestra; profesor; profesora; docente; feligrés; feligreses; fiel; peatón; peatones; transeúnte; turista; pescador; pastor; comunero; comunera; colono; residente; habitante; empleado; empleada; cliente; empresario; ingeniero; abogado; abogada; sacerdote; cura; religioso; religiosa; monja; misionero; seminarista; catequista; sindicalista; bodeguero; hacendado; finquero; indígena; líder social; líderes sociales; cocalero; alumno; alumna; escolar; espectador; viajero; peregrino; albañil; electricista; periodiquero"
    ),
    G.WOMEN: phrases(
        "mujer; mujeres; esposa; madre; viuda; embarazada; gestante; anciana; muchacha; joven madre; niñas y mujeres"
    ),
    G.CHILDREN: phrases(
        "niño; niña; menor; menores; bebé; bebe; lactante; recién nacido; infante; chico; chica; muchacho; adolescente; huérfano; huérfana; hijo; hija; escolares; menor de edad; menores de edad; neonato; párvulo"
    ),
    G.MEN: phrases("hombre; hombres; varón; varones; esposo"),
    G.ELDERLY: phrases(
        "anciano; adulto mayor; adultos mayores; jubilado; persona mayor; personas mayores; adulta mayor"
    ),
    G.FIGHTERS: phrases(
        "guerrillero; guerrillera; rebelde; insurgente; subversivo; subversiva; miliciano; combatiente; terrorista; senderista; emerretista; paramilitar; sicario; pistolero; pandillero; maleante; bandolero; asaltante; atacante; agresor; extremista; yihadista; disidente; insurrecto; narcotraficante; delincuente; criminal; delincuentes; encapuchado; contra; faccioso; alzado; integrante; presunto guerrillero; armado; excombatiente; secuestrador; desmovilizado; hombre armado; hombres armados"
    ),
    G.SOLDIERS: phrases(
        "soldado; militar; militares; uniformado; oficial; suboficial; teniente; sargento; cabo; coronel; capitán; capitanes; mayor; general; infante de marina; marino; marinero; recluta; conscripto; efectivo; tropa; paracaidista; comando; reservista; elemento; piloto militar"
    ),
    G.POLICE: phrases(
        "policía; policías; agente; gendarme; carabinero; guardia; vigilante; patrullero; custodio; guardia civil; agente de policía; guardia nacional; agente policial"
    ),
    G.PEACEKEEPERS: phrases("casco azul; cascos azules"),
    G.AID_WORKERS: phrases(
        "trabajador humanitario; trabajadores humanitarios; cooperante; voluntario; voluntaria; socorrista; rescatista; brigadista; bombero"
    ),
    G.HEALTH_WORKERS: phrases(
        "médico; médica; enfermero; enfermera; paramédico; doctor; doctora; sanitario; personal sanitario; personal médico; promotor de salud; cirujano"
    ),
    G.JOURNALISTS: phrases(
        "periodista; reportero; reportera; camarógrafo; fotógrafo; corresponsal; comunicador"
    ),
    G.OFFICIALS: phrases(
        "funcionario; funcionaria; alcalde; alcaldesa; gobernador; ministro; ministra; juez; jueces; fiscal; fiscales; magistrado; diputado; diputada; senador; concejal; regidor; político; dirigente; candidato; candidata; embajador; diplomático; obispo; líder; líderes; lideresa; autoridad; prefecto; subprefecto; jefe; juez de paz"
    ),
    G.PROTESTERS: phrases("manifestante; activista; huelguista"),
    G.DISPLACED: phrases(
        "desplazado; desplazada; evacuado; evacuada; PDI; persona desplazada; personas desplazadas; desplazado interno; desplazados internos; autoevacuado"
    ),
    G.REFUGEES: phrases(
        "refugiado; refugiada; solicitante de asilo; migrante; inmigrante; asilado; deportado"
    ),
    G.RETURNEES: phrases("retornado; retornada; repatriado"),
    G.PRISONERS: phrases(
        "prisionero; preso; presa; recluso; reo; interno; detenido; detenida; cautivo; rehén; rehenes; secuestrado; secuestrada; capturado; capturada; procesado"
    ),
    G.DISABLED: phrases("discapacitado; persona con discapacidad; personas con discapacidad"),
    G.PEOPLE: phrases(
        "persona; personas; individuo; víctima; muerto; muerta; fallecido; fallecida; herido; herida; lesionado; lesionada; desaparecido; desaparecida; cadáver; cadáveres; cuerpo; difunto; vida; caso; paciente; ciudadano; ciudadana; gente; afectado; afectada; damnificado; damnificada; sobreviviente; superviviente; pariente; familiar; hermano; hermana; joven; jóvenes; adulto; adulta; ocupante; tripulante; usuario; usuaria; beneficiario; beneficiaria; alma; asistente; participante; miembro; connacional; compatriota; extranjero; sospechoso; presunto; implicado; baja; deceso; muerte; albergado; albergada; población; otros; otras; enfermo; contagiado; asesinado; asesinada; ejecutado; atrapado; aislado; confinado; rescatado; mortal; ahogado"
    ),
}
UNITS: Final[Table] = {
    U.HOUSEHOLDS: phrases(
        "familia; familias; hogar; núcleo familiar; núcleos familiares; grupo familiar; grupos familiares"
    ),
    U.HOMES: phrases(
        "casa; vivienda; inmueble; habitación; choza; rancho; apartamento; departamento habitacional; domicilio; unidad habitacional; unidades habitacionales; bohío; carpa; techo; residencia; propiedad; bohio; casucha; morada; edificación residencial"
    ),
    U.BUILDINGS: phrases(
        "edificio; edificación; edificaciones; escuela; colegio; hospital; clínica; centro de salud; iglesia; templo; mezquita; tienda; comercio; negocio; fábrica; almacén; almacenes; bodega; puente; torre; mercado; puesto; puesto de salud; estructura; oficina; banco; alcaldía; comisaría; estación; local; aula; plantel; infraestructura; posta; torre eléctrica; centro educativo; instalación; instalaciones"
    ),
    U.VEHICLES: phrases(
        "vehículo; camión; camiones; carro; coche; auto; automóvil; automóviles; bus; buses; autobús; autobuses; tanque; helicóptero; avión; aviones; avioneta; lancha; barco; buque; moto; motocicleta; camioneta; ambulancia; tren; tanqueta; patrulla; embarcación; embarcaciones; tractor; tractomula"
    ),
    U.SETTLEMENTS: phrases(
        "pueblo; aldea; poblado; caserío; vereda; municipio; localidad; ciudad; ciudades; barrio; comunidad; comunidades; distrito; provincia; departamento; corregimiento; cantón; cantones; región; regiones; parroquia; campamento; albergue; estado; colonia; sector; población urbana"
    ),
    U.INCIDENTS: phrases(
        "ataque; bombardeo; enfrentamiento; combate; atentado; explosión; explosiones; incidente; hostigamiento; emboscada; incursión; incursiones; masacre; tiroteo; detonación; detonaciones; protesta; secuestro; asesinato; homicidio; asalto; hecho; operativo"
    ),
    U.MUNITIONS: phrases(
        "cohete; proyectil; proyectiles; misil; misiles; mortero; bomba; granada; dron; drones; mina; artefacto; artefacto explosivo; carga; fusil; fusiles; arma; pistola; rifle; cartucho; munición; municiones; obús; obuses; explosivo; ametralladora"
    ),
    U.SUPPLIES: phrases(
        "tonelada; kit; paquete; ración; raciones; dosis; frazada; manta; cobija; colchón; colchones; colchoneta; litro; kilo; canasta; bolsa; caja; mercado alimentario; carpa humanitaria; despensa; saco; botella; toldo"
    ),
}
