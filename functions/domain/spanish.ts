import type { ClosedField } from './fields.ts';
import type { ValueOf } from './vocabularies.ts';

/** A value's Spanish label, and the words that people type for it, separated by commas. */
export type SpanishTerm = readonly [label: string, synonyms: string];

/**
 * Spanish labels and synonyms of every value in the closed lists. The taxonomy shows them, and the reader of typed text
 * recognizes them. Synonyms are singular and masculine where there is a choice, with accents; the reader derives other
 * forms ("adictas", "adiccion").
 */
const spanish: { readonly [Field in ClosedField]: Readonly<Record<ValueOf<Field>, SpanishTerm>> } = {
  level: {
    op: ['Ambulatorio (OP)', 'ambulatorio, tratamiento ambulatorio, programa ambulatorio, consulta externa'],
    iop: [
      'Programa ambulatorio intensivo (IOP)',
      `ambulatorio intensivo, intensivo ambulatorio, programa intensivo, tratamiento intensivo,
        programa ambulatorio intensivo, tratamiento ambulatorio intensivo, intensivo`,
    ],
    php: [
      'Hospitalización parcial (PHP)',
      `hospitalización parcial, programa de hospitalización parcial, hospital de día, programa de día,
        tratamiento de día, tratamiento diurno, programa diurno, centro de día, internamiento parcial, hospital parcial,
        ingreso parcial, programa parcial`,
    ],
    residential: [
      'Tratamiento residencial',
      `residencial, residencia, tratamiento residencial, programa residencial, centro residencial, internado,
        internamiento, vivir en el centro, para internarse, anexo, granja de recuperación, comunidad terapéutica`,
    ],
    inpatient: [
      'Hospitalización',
      `hospitalización, hospital, hospital psiquiátrico, clínica psiquiátrica, hospitalización psiquiátrica,
        psiquiátrico, hospital mental, manicomio, cuidado agudo, cuidado las 24 horas`,
    ],
    detox: [
      'Desintoxicación',
      `desintoxicación, desintoxicar, desintoxicarse, desintoxicarme, abstinencia, síndrome de abstinencia,
        síntomas de abstinencia, manejo de abstinencia, limpiar el cuerpo, desintoxicación médica, destox`,
    ],
    aftercare: [
      'Cuidado posterior y continuo',
      `cuidado posterior, cuidado continuo, cuidados continuos, atención continua, atención posterior, seguimiento,
        después del tratamiento, apoyo continuo, postratamiento`,
    ],
    'sober-living': [
      'Vivienda sobria',
      `vivienda sobria, casa sobria, casa de sobriedad, casa de medio camino, medio camino, casa de recuperación,
        hogar sobrio, hogar de transición, casa de transición, vivienda de transición, vivienda de recuperación,
        hogar de recuperación, residencia sobria, vida sobria, casa libre de drogas`,
    ],
  },
  condition: {
    'substance-use': [
      'Consumo de sustancias',
      `consumo de sustancias, uso de sustancias, abuso de sustancias, sustancia, adicción, adicto,
        adicción a las drogas, drogadicción, drogadicto, droga, drogas y alcohol, alcohol y drogas, farmacodependencia,
        dependencia química, marihuana, mariguana, mota, hierba, cannabis, vicio, toxicómano`,
    ],
    alcohol: [
      'Alcohol',
      `alcohol, alcoholismo, alcohólico, beber, bebida, bebe, bebedor, borracho, borrachera, tomar alcohol,
        toma alcohol, problema con el alcohol, problemas de alcohol, problema de bebida, cerveza, licor, tequila,
        embriaguez`,
    ],
    opioids: [
      'Opioides',
      `opioide, opiáceo, heroína, chiva, fentanilo, fenta, pastillas m30, m30, pastillas azules, analgésicos,
        pastillas para el dolor, medicina para el dolor, morfina, codeína, oxicodona, oxicodonas, hidrocodona`,
    ],
    stimulants: [
      'Estimulantes',
      `estimulante, cocaína, coca, perico, piedra, metanfetamina, meta, cristal, crico, hielo, anfetamina, ice, crack`,
    ],
    'prescription-medications': [
      'Medicinas recetadas',
      `medicinas recetadas, medicamentos recetados, medicina recetada, pastilla, píldora, benzodiacepina,
        tranquilizante, sedante, pastillas para dormir, calmante, fármacos`,
    ],
    'mental-health': [
      'Salud mental',
      `salud mental, enfermedad mental, problemas mentales, problemas psicológicos, psiquiatría, bipolar, bipolaridad,
        trastorno bipolar, esquizofrenia, esquizofrénico, psicosis, salud conductual, salud emocional, mental,
        trastorno mental, problemas emocionales, oye voces, escucha voces`,
    ],
    depressive: [
      'Depresión',
      'depresión, deprimido, depresivo, trastorno depresivo, depresión posparto, depresión postparto, tristeza profunda',
    ],
    anxiety: [
      'Ansiedad',
      `ansiedad, ansioso, pánico, ataques de pánico, ataque de nervios, ataques de ansiedad, trastorno de ansiedad,
        angustia, ansiedad social`,
    ],
    personality: [
      'Trastornos de la personalidad',
      `trastorno de personalidad, trastorno de la personalidad, trastorno límite, límite de la personalidad,
        personalidad límite, trastorno límite de la personalidad, personalidad limítrofe, tlp, narcisista`,
    ],
    ptsd: [
      'Estrés postraumático (TEPT)',
      'estrés postraumático, estrés post traumático, trastorno de estrés postraumático, tept, postraumático, estrés de guerra',
    ],
    trauma: ['Trauma', 'trauma, traumatizado, traumas de la infancia, trauma infantil, traumático'],
    phobias: ['Fobias', 'fobia, agorafobia, miedo a salir, miedo a las agujas, fobia social'],
    ocd: ['TOC', 'toc, trastorno obsesivo compulsivo, obsesivo compulsivo, obsesivo, obsesión'],
    eating: [
      'Trastornos alimentarios',
      `trastorno alimentario, trastorno alimenticio, trastornos de la alimentación, trastorno de alimentación,
        desorden alimenticio, desórdenes alimenticios, anorexia, anoréxico, bulimia, bulímico, atracones,
        problemas alimenticios, comer compulsivamente`,
    ],
    'co-occurring': [
      'Diagnóstico doble',
      `diagnóstico doble, doble diagnóstico, diagnóstico dual, patología dual, trastorno dual, trastornos duales,
        trastornos concurrentes, trastornos coexistentes, concurrente, dual, adicción y salud mental, comorbilidad`,
    ],
  },
  population: {
    women: ['Mujeres', 'mujer, mujeres, solo mujeres, femenino, damas, mujeres y niños'],
    men: ['Hombres', 'hombre, hombres, solo hombres, varón, masculino, caballeros'],
    pregnant: [
      'Embarazo o posparto',
      `embarazada, embarazo, mujer embarazada, esperando bebé, esperando un bebé, encinta, posparto, postparto,
        prenatal, recién nacido, perinatal`,
    ],
    lgbtq: [
      'LGBTQ+',
      'lgbtq, lgbt, homosexual, lesbiana, transgénero, gay, bisexual, comunidad lgbt, transexual, no binario, hombre gay',
    ],
    veterans: ['Veteranos', 'veterano, ex militar, exmilitar, veterano de guerra, ex combatiente, excombatiente'],
    military: [
      'Militares en servicio',
      'militar, militar activo, soldado, ejército, marina de guerra, servicio activo, fuerzas armadas',
    ],
    'military-families': [
      'Familias de militares',
      'familia militar, familias de militares, esposa de militar, esposo militar, hijos de militares, familia de militar',
    ],
    seniors: [
      'Adultos mayores',
      'adulto mayor, tercera edad, anciano, personas mayores, persona mayor, gente mayor, mayores de edad avanzada, jubilado',
    ],
    'young-adults': [
      'Adultos jóvenes',
      'adulto joven, joven adulto, estudiante universitario, universitario, jóvenes adultos',
    ],
    adolescents: [
      'Adolescentes',
      'adolescente, joven, juvenil, muchacho adolescente, menor de edad, preparatoria, secundaria',
    ],
    children: ['Niños', 'niño, niños, infantil, niñez, menores, infancia, pediátrico'],
    'justice-involved': [
      'Personas con un caso en la corte',
      `orden de la corte, orden judicial, orden de corte, ordenado por la corte, ordenado por el juez, corte, juez,
        mandato judicial, mandato de la corte, libertad condicional, probatoria, libertad bajo palabra, cárcel, prisión,
        manejar borracho, manejar ebrio, conducir ebrio, clases de dui, clases dui, dui, en probatoria, tribunal,
        expresidiario, salió de la cárcel`,
    ],
    'domestic-violence': [
      'Víctimas de violencia doméstica',
      `violencia doméstica, violencia familiar, violencia intrafamiliar, violencia en el hogar, violencia de pareja,
        maltrato, víctima de violencia, mujer maltratada, mujer golpeada, abuso doméstico, maltratada,
        víctimas de violencia doméstica, sobrevivientes de violencia doméstica`,
    ],
    'sexual-abuse': [
      'Víctimas de abuso sexual',
      'abuso sexual, agresión sexual, violación, violencia sexual, abusada sexualmente, víctima de abuso sexual, acoso sexual',
    ],
    hiv: ['Personas con VIH', 'vih, sida, vih positivo, seropositivo, vih sida'],
    'native-american': ['Indígenas americanos', 'indígena, nativo americano, indio americano, tribu, nativo, tribal'],
  },
  age: {
    children: ['Niños (0–12)', 'niños'],
    adolescents: ['Adolescentes (13–17)', 'adolescentes'],
    'young-adults': ['Adultos jóvenes (18–25)', 'adultos jóvenes'],
    adults: ['Adultos (26–64)', 'adultos'],
    seniors: ['Adultos mayores (65+)', 'adultos mayores'],
  },
  gender: { women: ['Mujeres', 'mujeres'], men: ['Hombres', 'hombres'] },
  families: {
    childcare: ['Cuidado de niños', 'cuidado de niños, guardería, cuidan niños, cuidado infantil, guardería infantil'],
    'beds-for-children': [
      'Camas para los hijos',
      `camas para niños, camas para los hijos, con mis hijos, con mi bebé, con sus hijos, con hijos, con niños,
        vivir con mis hijos`,
    ],
  },
  therapy: {
    'evidence-based': [
      'Terapia basada en evidencia',
      'basado en evidencia, terapia basada en evidencia, con base científica',
    ],
    cbt: [
      'Terapia cognitivo-conductual (CBT)',
      'terapia cognitivo conductual, terapia cognitiva conductual, terapia cognitiva, cognitivo conductual, tcc, conductual',
    ],
    dbt: [
      'Terapia dialéctico-conductual (DBT)',
      'terapia dialéctico conductual, terapia dialéctica conductual, terapia dialéctica, dialéctico conductual',
    ],
    emdr: ['EMDR', 'emdr, terapia emdr, movimientos oculares'],
    motivational: ['Entrevista motivacional', 'entrevista motivacional, terapia motivacional, motivacional'],
    'relapse-prevention': [
      'Prevención de recaídas',
      'prevención de recaídas, prevenir recaídas, prevención de recaída, no recaer, evitar recaídas, recaídas',
    ],
    'contingency-management': ['Manejo de contingencias', 'manejo de contingencias, incentivos motivacionales'],
    'trauma-counseling': [
      'Consejería para el trauma',
      'terapia de trauma, terapia para trauma, terapia para el trauma, consejería para el trauma, consejería de trauma',
    ],
    individual: [
      'Terapia individual',
      'terapia individual, consejería individual, sesión individual, individual, uno a uno, terapia personal',
    ],
    group: [
      'Terapia de grupo',
      `terapia de grupo, terapia grupal, terapia en grupo, grupo de apoyo, grupo, grupal, sesiones de grupo,
        consejería de grupo, en grupo, grupo de terapia`,
    ],
    family: [
      'Terapia familiar',
      `terapia familiar, terapia de familia, terapia de pareja, terapia para parejas, consejería familiar,
        consejería de pareja, consejería matrimonial, terapia matrimonial, terapia para la familia`,
    ],
    '12-step': [
      '12 pasos',
      `12 pasos, doce pasos, los 12 pasos, programa de 12 pasos, alcohólicos anónimos, narcóticos anónimos, doble a,
        grupo aa, grupos aa, reunión de aa, junta de aa, juntas de aa, anónimos`,
    ],
    medication: [
      'Medicinas para la adicción',
      `tratamiento asistido con medicamentos, tratamiento con medicamentos, medicamentos para la adicción,
        medicina para la adicción, asistido con medicamentos, asistido por medicamentos, tratamiento con medicinas,
        tratamiento con medicina`,
    ],
    buprenorphine: ['Buprenorfina', 'buprenorfina, suboxona, clínica de suboxone, suboxone'],
    methadone: ['Metadona', 'metadona, clínica de metadona'],
    naltrexone: ['Naltrexona', 'naltrexona, vivitrol, inyección de vivitrol, inyección de naltrexona'],
    holistic: ['Terapias holísticas', 'holístico, terapia holística, terapia alternativa, medicina alternativa'],
    breathwork: ['Ejercicios de respiración', 'respiración, ejercicios de respiración, técnicas de respiración'],
    meditation: ['Meditación', 'meditación, meditar, atención plena, conciencia plena'],
    yoga: ['Yoga', 'yoga, clases de yoga'],
    'tai-chi': ['Tai chi', 'tai chi, taichi'],
    massage: ['Masaje', 'masaje, masajes, terapia de masaje'],
    art: ['Terapia con arte', 'terapia con arte, terapia de arte, arteterapia, arte terapia, terapia artística, arte'],
    sound: ['Terapia con sonido', 'terapia con sonido, terapia de sonido, baño de sonido, sonoterapia'],
    equine: [
      'Terapia con caballos',
      'terapia con caballos, terapia de caballos, equinoterapia, caballo, equino, terapia equina, terapia asistida con caballos',
    ],
    nature: [
      'Terapia en la naturaleza',
      'terapia en la naturaleza, terapia al aire libre, aire libre, naturaleza, terapia de aventura, senderismo',
    ],
    acupuncture: ['Acupuntura', 'acupuntura, acupunturista'],
  },
  payer: {
    private: [
      'Seguro privado',
      'seguro privado, seguro médico privado, seguro comercial, aseguranza privada, seguro del trabajo, seguro de mi trabajo',
    ],
    medicaid: ['Medicaid', 'medicaid, tarjeta médica'],
    medicare: ['Medicare', 'medicare'],
    military: ['TRICARE o seguro militar', 'seguro militar, tricare, seguro de veteranos'],
    state: [
      'Plan financiado por el estado',
      `seguro del estado, seguro estatal, plan del estado, plan estatal, fondos del estado, ayuda del estado,
        ayuda del gobierno, del gobierno`,
    ],
    tribal: [
      'IHS o fondos tribales',
      'fondos tribales, servicio de salud indígena, seguro tribal, salud indígena, ihs',
    ],
    'self-pay': [
      'Efectivo o pago propio',
      `efectivo, en efectivo, pago en efectivo, pagar en efectivo, pago propio, pagar de mi bolsa, pagar de mi bolsillo,
        pago particular, cash, de contado`,
    ],
    'sliding-scale': [
      'Pago según ingresos',
      `pago según ingresos, según ingresos, según mis ingresos, escala móvil, tarifa reducida, tarifas reducidas,
        cuota reducida, pagos según ingresos, escala de pagos, costo reducido, precio reducido, descuento por ingresos,
        de acuerdo a ingresos, según los ingresos, según tus ingresos, según sus ingresos, según lo que gano,
        según lo que ganas, según lo que uno gana, según gane`,
    ],
    free: ['Gratis', 'gratis, gratuito, sin costo, sin pagar, sin cobrar, no cobran, gratuitamente, de gratis'],
  },
  modality: {
    'in-person': ['En persona', 'en persona, presencial, cara a cara, presencialmente'],
    telehealth: [
      'En línea',
      `en línea, por internet, online, virtual, telesalud, telemedicina, por video, por zoom, por teléfono, a distancia,
        remoto, desde casa, desde mi casa, videollamada, por videollamada, por computadora, teleterapia`,
    ],
  },
  schedule: {
    day: [
      'De día',
      `de día, en el día, durante el día, mañana, por la mañana, por las mañanas, en la mañana, en las mañanas,
        matutino, diurno, temprano, horario de día, mientras los niños están en la escuela, horario escolar`,
    ],
    evening: [
      'Por la tarde o noche',
      `de noche, noche, por la noche, por las noches, en la noche, en las noches, nocturno, por la tarde,
        por las tardes, en la tarde, en las tardes, tarde noche, por la tarde noche, vespertino, de tarde,
        después del trabajo, después de trabajar, saliendo del trabajo, después de la escuela, después de las 5,
        después de las 6, tardes`,
    ],
    weekend: [
      'Fin de semana',
      'fin de semana, fines de semana, sábado, domingo, los sábados, los domingos, en fin de semana, sábados y domingos',
    ],
  },
};

/** The Spanish label of a value; null for a value that is in no closed list. */
export const spanishLabel = (field: ClosedField, value: string): string | null => termOf(field, value)?.[0] ?? null;

/** Spanish words that people type for a value of a closed list. */
export const spanishSynonyms = (field: ClosedField, value: string): readonly string[] =>
  termOf(field, value)?.[1]
    .split(',')
    .map((synonym) => synonym.trim().replace(/\s+/g, ' ')) ?? [];

const termOf = (field: ClosedField, value: string): SpanishTerm | undefined =>
  (spanish as Readonly<Partial<Record<string, Readonly<Record<string, SpanishTerm>>>>>)[field]?.[value];
