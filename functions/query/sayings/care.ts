import { each } from './each.ts';
import type { Saying } from './saying.ts';

const CRAVING = 'cravings';
const MEDS = 'meds, medicine, medication, a pill, pill, shot, drugs';

/** Levels of care and therapies, described by what happens there. */
export const careSayings: readonly Saying[] = [
  {
    said: `sleep at home, live at home, stay at home during treatment, live at home during treatment,
      sleep in his own bed, sleep in her own bed, sleep in my own bed, go home at night, come home at night,
      not overnight, no overnight stay, clinic visits, once a week, weekly appointment, weekly visits`,
    implies: { level: ['op'] },
    yieldsTo: ['schedule'],
  },
  { said: 'intensive treatment, intensive day program, intensive evening program', means: { level: ['iop'] } },
  { said: 'full day program, all day program', means: { level: ['php'] } },
  {
    said: `${each('28, 30, 45, 60, 90, 120, 180', 'day live in')}, ${each('6, six, 3, three', 'month live in')},
      ${each('a, need, want, find, looking for, any, free', 'live in place, live in program, live in spot, live in rehab, live in bed')},
      live in spot, live in place to get,
      ${each('six month, 6 month, 12 month, long term, yearlong, year long, a year, one year, 3 month, three month', 'program, rehab, treatment, rehab program, treatment program')},
      ${each('go away, going away, sent away, send him away, send her away', 'to rehab, for treatment, to treatment, for rehab, to get clean')},
      in house rehab, inhouse rehab, in house treatment, in house program, rehab ranch, sober ranch,
      therapeutic community, 24 hour rehab, boarding rehab, therapeutic boarding school, stay in rehab,
      place to live while in treatment, live on site, live onsite, stay on site, sleepaway`,
    means: { level: ['residential'] },
  },
  {
    said: 'crisis stabilization unit, stabilization unit, hospitalized, psych facility, acute psych, mental ward, psych stay',
    means: { level: ['inpatient'] },
  },
  {
    said: `dopesick, dope sick, ${each('taper, tapering', 'off, down, from')},
      ${each('wean, weaning, ween, weaned', 'off, her off, him off, me off, myself off')}, cold turkey, detoxify,
      withdrawing, ${each('flush, flushed', 'out of his system, her system, his system, my system')},
      ${each('get, getting', each('the drugs, it, this, drugs', 'out of his system, out of her system, out of my system'))},
      the shakes, shakes from not drinking, kicking heroin, kicking dope, kicking fentanyl, detoks, delirium tremens,
      dts`,
    means: { level: ['detox'] },
  },
  {
    said: `${each('support, help, care', 'after rehab, after treatment, after detox')},
      ${each('after treatment, after rehab, post treatment, post rehab', 'support, care, program, group, counseling')},
      recovery coach, recovery coaching, peer support, sober coach, recovery management, stay sober after rehab,
      maintain sobriety, maintaining sobriety, check ins after rehab, sobriety maintenance`,
    means: { level: ['aftercare'] },
  },
  {
    said: `${each('sober, clean', 'place, place to stay, house, room, dorm, rental, environment, place to live, bed in a house, spot to live')},
      sober room,
      ${each('somewhere, place, place to live, place to stay, somewhere to live, somewhere to stay, spot, room', 'sober, clean to live, thats sober, that is sober, thats clean, thats drug free, drug free')},
      ${each('clean and sober', 'house, living, home, housing, place, environment')}, transitional house,
      transition house, transition home, sobriety house, sle, slh,
      ${each('drug free, alcohol free', 'house, home, living, place, environment')}, structured living,
      structured sober living, sober environment to live, sober community living, sober community`,
    means: { level: ['sober-living'] },
  },
  { said: 'scientifically proven, proven methods, evidence informed', means: { therapy: ['evidence-based'] } },
  { said: 'dialectic behavioral therapy, dialectic behavior therapy, distress tolerance', means: { therapy: ['dbt'] } },
  { said: 'edmr', means: { therapy: ['emdr'] } },
  { said: 'mi therapy, motivation therapy', means: { therapy: ['motivational'] } },
  {
    said: `${each('prevent, avoid, avoiding, preventing, prevention of', 'relapse, relapses, relapsing')},
      ${each('stop, keeps, not', 'relapsing, relapse')}, relapse plan, relapse help`,
    means: { therapy: ['relapse-prevention'] },
  },
  {
    said: `${each('reward, incentive, voucher', 'program, based, based program')},
      ${each('rewards, gift cards, prizes, paid, vouchers, money, incentives, get paid, pays you', 'for staying clean, for staying sober, for staying off drugs, for staying off meth, for clean tests, for clean drug tests, for clean ua, for not using, to stay clean, to stay sober, to stay off drugs, to quit')},
      recovery incentive`,
    means: { therapy: ['contingency-management'] },
  },
  {
    said: 'trauma focused, trauma focused therapy, trauma focused cbt, trauma work, somatic experiencing, seeking safety',
    means: { therapy: ['trauma-counseling'], condition: ['trauma'] },
  },
  {
    said: `${each('private', 'session, sessions, therapist, counseling, counselor, therapy')}, solo therapy, individual,
      alone with a therapist, just me and a therapist, personal counselor`,
    means: { therapy: ['individual'] },
  },
  { said: 'support group', means: { therapy: ['group'] } },
  {
    said: `marriage counselor, marital therapy, relationship counseling, relationship therapy,alanon, nar anon, naranon,
      family systems, parent child therapy, family week, family involvement, involve the family,
      counseling with my parents, therapy with my parents, family group,
      ${each('therapy, counseling', 'with my husband, with my wife, together with my husband, with my mom, with my partner')}`,
    means: { therapy: ['family'] },
  },
  {
    said: `big book, aa sponsor, na sponsor, cocaine anonymous, crystal meth anonymous, heroin anonymous,
      celebrate recovery, working the steps, aa group, na group`,
    means: { therapy: ['12-step'] },
  },
  {
    said: `${each('meds, medicine, medication, a shot, shot', each('for, to stop, to help with, against', CRAVING))},
      anti craving, ${each(MEDS, 'for addiction, to stop using, to quit drugs, to get clean')}, maud, lofexidine,
      lucemyra, pharmacotherapy, addiction medicine, medicine for addiction`,
    means: { therapy: ['medication'] },
  },
  {
    said: each(
      MEDS,
      each(
        'to quit, to get off, to stop, to stop using, to come off, to kick',
        'heroin, fentanyl, opioids, opiates, pain pills, dope',
      ),
    ),
    means: { therapy: ['medication'], condition: ['opioids'] },
  },
  {
    said: each(MEDS, each('to quit, to stop', 'drinking, alcohol')),
    means: { therapy: ['medication'], condition: ['alcohol'] },
  },
  { said: 'belbuca, suboxne, brixadi, probuphine', means: { therapy: ['buprenorphine'] } },
  { said: 'take home doses, take home dose, dosing clinic, dolophine', means: { therapy: ['methadone'] } },
  { said: 'revia, sinclair method, depade, naltrexone implant', means: { therapy: ['naltrexone'] } },
  {
    said: `${each('natural, alternative, holistic', 'treatment, medicine, remedy, approach')}, wholistic, mind body,
      mind body spirit, naturopathic, reiki, ayurveda, ayurvedic, ${each('spiritual, energy', 'healing')}`,
    means: { therapy: ['holistic'] },
  },
  {
    said: 'breathing technique, deep breathing, breathing class, pranayama, breath work, breathing exercise',
    means: { therapy: ['breathwork'] },
  },
  {
    said: 'meditating, mbsr, vipassana, recovery dharma, refuge recovery, buddhist recovery',
    means: { therapy: ['meditation'] },
  },
  { said: 'qigong, qi gong, chi gong,tai ji', means: { therapy: ['tai-chi'] } },
  { said: 'deep tissue massage, swedish massage', means: { therapy: ['massage'] } },
  {
    said: `painting class, painting therapy, drawing class, drawing therapy, creative arts, creative therapy, pottery,
      ceramics class, arts and crafts, art group`,
    means: { therapy: ['art'] },
  },
  { said: 'gong bath, singing bowl, tibetan bowl, sound bowl', means: { therapy: ['sound'] } },
  { said: 'hippotherapy, equestrian therapy, equestrian, ponies, horse assisted', means: { therapy: ['equine'] } },
  {
    said: `camping program, rehab in the woods,
      ${each('surf, gardening, garden, farm, horticulture, horticultural, forest, outdoor', 'therapy')}, rock climbing,
      kayaking, backpacking, ecotherapy, forest bathing, ropes course, outdoors program, hiking`,
    means: { therapy: ['nature'] },
  },
  { said: 'nada protocol, acudetox, acupressure, needles in the ear', means: { therapy: ['acupuncture'] } },
];

export const spanishCareSayings: readonly Saying[] = [
  {
    said: `${each('paciente, programa, tratamiento, consulta', 'externo')}`,
    means: { level: ['op'] },
  },
  {
    said: `sin internarse, sin internarme, sin quedarse a dormir, que no sea internado,
      ${each('dormir, duermo, duerme, a dormir', 'en casa, en su casa, en mi casa, a casa, a mi casa')}, citas semanales`,
    implies: { level: ['op'] },
    yieldsTo: ['schedule'],
  },
  {
    said: each('de día, día, todo el día', 'en el hospital, al hospital, en la clínica, a la clínica'),
    means: { level: ['php'] },
  },
  {
    said: `granja,
      ${each('programa, tratamiento, rehabilitación', 'de 30 días, de 60 días, de 90 días, de 3 meses, de tres meses, de 6 meses, de seis meses, de un año, largo, larga')},
      ${each('que se, se', 'quede ahí, quede a vivir, quede interno')}, donde lo encierren, encerrarlo, encerrarse,
      hogar crea, rehabilitación interno, rehabilitación interna, un año internado, casa hogar, anexado`,
    means: { level: ['residential'] },
  },
  {
    said: `hospitalizar, hospitalizarla, hospitalizarlo, hospitalizado, que lo hospitalicen, que la hospitalicen,
      planta de psiquiatría`,
    means: { level: ['inpatient'] },
  },
  {
    said: `malilla, anda malillo, malilloso, ${each('con, quitar, pasar, tiene', 'el mono')},
      ${each('limpiar, limpiarse', 'la sangre, el cuerpo, el organismo')},
      ${each('sacar, sacarse', 'la droga del cuerpo, el veneno del cuerpo, la droga')},
      ${each('romper, rompiendo', 'vicio, en frío')}, detoxificarse, destoxificación, detoxificación, bajar la dosis,
      temblores por no tomar, cortar de golpe, delirium tremens, enfermo sin la droga`,
    means: { level: ['detox'] },
  },
  {
    said: `${each('apoyo, ayuda, seguimiento', 'después de rehabilitación, después del tratamiento, después de la rehabilitación, después de salir de rehabilitación')},
      ${each('mantenerse, mantenerme, seguir', 'sobrio, limpio')}, post tratamiento,
      ${each('consejero, coach', 'de recuperación')}, apoyo de pares, cuidado continuado`,
    means: { level: ['aftercare'] },
  },
  {
    said: `${each('lugar, casa, cuarto, sitio, hogar', 'sobrio, sobria, sin drogas, libre de alcohol, limpio para vivir, sobrio para vivir')},
      vivir sobrio,casa limpia, ${each('vivir', 'en un lugar sobrio, en un lugar limpio, sin drogas')},
       ${each('vivienda, casa', 'libre de drogas, libre de alcohol')}`,
    means: { level: ['sober-living'] },
  },
  {
    said: 'base científica, científicamente comprobado, basado en la evidencia',
    means: { therapy: ['evidence-based'] },
  },
  { said: 'terapia dialéctica', means: { therapy: ['dbt'] } },
  {
    said: 'no volver a recaer, no quiero recaer, evitar la recaída, no volver a caer, prevenir la recaída',
    means: { therapy: ['relapse-prevention'] },
  },
  {
    said: `${each('programa de, sistema de, terapia con', 'recompensas, incentivos, premios')},
      ${each('premios, recompensas, tarjetas de regalo, incentivos, dinero', 'por estar limpio, por no usar, por no drogarse, por mantenerse limpio, por no consumir, por dejar la droga')}`,
    means: { therapy: ['contingency-management'] },
  },
  {
    said: each('terapia enfocada en, terapia del, informado en', 'trauma'),
    means: { therapy: ['trauma-counseling'], condition: ['trauma'] },
  },
  {
    said: 'a solas, sesiones privadas, sesión privada, consejería privada, terapia privada',
    means: { therapy: ['individual'] },
  },
  {
    said: `${each('terapia', 'con mis papás, con mi familia, en familia, conyugal, con mi esposo, con mi pareja')},
      al anon, alanón,
      ${each('grupo, apoyo', 'para padres, para familiares, para papás, de padres, para familias, para la familia')},
      escuela de padres, mediación familiar`,
    means: { therapy: ['family'] },
  },
  {
    said: 'libro azul, padrino de aa, neuróticos anónimos, cocainómanos anónimos, junta de na',
    means: { therapy: ['12-step'] },
  },
  {
    said: `${each('medicina, tratamiento, remedios', 'natural, naturales, naturista')}, naturista,
      ${each('cuerpo y mente, mente y cuerpo', 'holístico')}, mente y cuerpo, cuerpo y mente, reiki, temazcal, curandero`,
    means: { therapy: ['holistic'] },
  },
  { said: 'aprender a respirar, respiración profunda', means: { therapy: ['breathwork'] } },
  { said: 'chi kung, qigong', means: { therapy: ['tai-chi'] } },
  { said: 'masajista', means: { therapy: ['massage'] } },
  {
    said: 'clases de pintura, taller de pintura, pintura y dibujo, manualidades, terapia de pintura, terapia de dibujo',
    means: { therapy: ['art'] },
  },
  { said: 'cuencos tibetanos, cuencos', means: { therapy: ['sound'] } },
  { said: 'hipoterapia, terapia ecuestre', means: { therapy: ['equine'] } },
  {
    said: 'jardinería, caminatas, excursiones, acampar, terapia de jardinería, terapia de surf, campamento terapéutico',
    means: { therapy: ['nature'] },
  },
  { said: 'auriculoterapia, agujas chinas', means: { therapy: ['acupuncture'] } },
];
