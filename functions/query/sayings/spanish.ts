import { spanishCareSayings } from './care.ts';
import { crisisPhrases } from './crisis-words.ts';
import { spanishLanguageSayings } from './languages.ts';
import { spanishMeansSayings } from './means.ts';
import { spanishMindSayings } from './mind.ts';
import { notTheOne, relatives } from './people.ts';
import { OFF_WORK } from './practical.ts';
import { inOrdinaryWords, type Saying } from './saying.ts';
import { spanishSubstanceSayings } from './substances.ts';
import { spanishWhomSayings } from './whom.ts';

/** All pairs of a relative and a military word: "Esposa de militar", "esposo soldado". */
const familyOf = (words: string): string =>
  words
    .split(', ')
    .flatMap((word) =>
      ['militar', 'soldado', 'marine', 'marino', 'army'].flatMap((one) => [`${word} ${one}`, `${word} de ${one}`]),
    )
    .join();

/**
 * Spanish phrases in addition to the synonyms in domain/spanish.ts. A search in Spanish does not by itself ask for care
 * in Spanish.
 */
export const spanishSayings: readonly Saying[] = [
  {
    said: `trabajo de día, trabajo durante el día, trabajo en el día, salgo del trabajo, ${OFF_WORK.spanish}`,
    means: { schedule: ['evening'] },
  },
  {
    said: 'trabajo de noche, turno de noche, trabajo en la noche',
    means: { schedule: ['day'] },
  },
  {
    said: 'rehabilitación, rehabilitarse, rehabilitar',
    implies: { condition: ['substance-use'] },
    yieldsOnlyTo: ['condition'],
  },
  { said: 'clínica de adicciones', means: { condition: ['substance-use'] } },
  {
    said: 'adicción, adicto, vicio, sobriedad, drogarse, drogándose',
    implies: { condition: ['substance-use'] },
    yieldsOnlyTo: [
      'condition:alcohol',
      'condition:opioids',
      'condition:stimulants',
      'condition:prescription-medications',
      'condition:co-occurring',
    ],
  },
  {
    said: 'droga, drogadicto, drogadicción',
    implies: { condition: ['substance-use'] },
    yieldsOnlyTo: ['condition:opioids', 'condition:stimulants', 'condition:prescription-medications'],
  },
  {
    said: 'drogas o alcohol, alcohol o drogas',
    means: { condition: ['substance-use'] },
  },
  {
    said: `tomador, tomado, se emborracha, emborracharse, pisto, trago, guaro, copa, copitas, empedarse, se empeda,
      anda pedo, la peda, borrachín, borrachera, curda, anda crudo, crudo, chela, cheve, caguama, chupe, mezcal, pulque,
      aguardiente, ron, vino, vodka, ebrio, anda bolo, bolo, alcoholizado, se embriaga, embriagarse, la botella,
      le da al trago, tomadera, la bebedera, toma una botella, toma la botella, bebe una botella, toma un litro,
      toma cervezas, doce cervezas`,
    means: { condition: ['alcohol'] },
  },
  // By itself, "hospital" implies a hospital stay. In longer phrases, such as with a day, it has another meaning.
  { said: 'hospital', implies: { level: ['inpatient'] } },
  {
    said: `internar, internarse, internarme, ingresar, ingresarse, quedarse, interno a mi, interno al, lo interno,
      la interno, lo interne, internada, estar internado`,
    means: { level: ['residential', 'inpatient'] },
  },
  { said: 'terapia, terapeuta, consejería, consejero, psicólogo, psicóloga, ayuda psicológica, psiquiatra, terapista' },
  {
    said: ['medicina', 'medicamento', 'pastilla', 'inyección', 'algo']
      .flatMap((what) =>
        [
          'no tomar',
          'dejar de tomar',
          'dejar el alcohol',
          'dejar de beber',
          'el alcoholismo',
          'no beber',
          'no tomar alcohol',
        ].map((end) => `${what} para ${end}`),
      )
      .filter((one) => !one.startsWith('algo'))
      .join(),
    means: { therapy: ['medication'], condition: ['alcohol'] },
  },
  {
    said: 'pastillas de fentanilo, percos, oxis, blues, las azules, fetty, tecata, tecato',
    means: { condition: ['opioids'] },
  },
  {
    said: `usa tina, uso tina, fuma tina, fumo tina, la tina, fuma foco, al foco, le pega al foco, el foco, usa foco,
      merca, basuco, bazuco, escama, tizoncito, crico, cristal, cocainómano, polvo, perico, vidrio`,
    means: { condition: ['stimulants'] },
  },
  {
    said: 'porro, yerba, tachas, tusi, éxtasis, resistol, solventes, inhalantes, inhala, inhalar, thinner, cripi',
    means: { condition: ['substance-use'] },
    widened: true,
  },
  {
    said: `estoy triste, está triste, muy triste, anda triste, tristeza, decaído, no se levanta de la cama,
      llora todo el día, llora mucho, llora todos los días, lloro mucho, lloro todos los días, sin ganas de nada`,
    means: { condition: ['depressive'] },
  },
  {
    said: 'nervios, nervioso, ancieda, ataques de nervios, preocupado todo el tiempo',
    means: { condition: ['anxiety'] },
  },
  {
    said: `fue violada, fui violada, violaron, violada, violación, abusaron de mi, abusaron de ella,
      abusaron de él,me abusaron, abusada de niña, abusado de niño, me tocaban`,
    means: { population: ['sexual-abuse'] },
  },
  {
    said: ['llamada', 'consulta', 'cita', 'evaluación', 'línea', 'estacionamiento', 'número']
      .flatMap((what) => [
        `${what} gratis`,
        `${what} es gratis`,
        `es gratis la ${what}`,
        `es gratis el ${what}`,
        `gratis la ${what}`,
      ])
      .join(),
    unread: true,
  },
  {
    said: `terapia de trauma, terapia para trauma, terapia para el trauma, terapia por trauma, consejería de trauma,
      consejería para el trauma, consejería por trauma`,
    means: { therapy: ['trauma-counseling'], condition: ['trauma'] },
  },
  {
    said: 'terapeuta yo solo, hablar a solas',
    means: { therapy: ['individual'] },
  },
  {
    said: 'quedar a dormir, quede a dormir, quedarme a dormir, quedarse a dormir, vivir ahí, vivir allí, duerma ahí, viva ahí',
    means: { level: ['residential'] },
  },
  { said: 'piso tutelado, piso sobrio, piso de reinserción, piso tutelado sobrio', means: { level: ['sober-living'] } },
  { said: 'viejito', means: { population: ['seniors'] } },
  {
    said: 'estuve en el ejército, estuve en los marines, serví en',
    means: { population: ['veterans'] },
  },
  {
    said: 'grupo de doble a, grupo doble a, junta de doble a, grupo de aa',
    means: { therapy: ['12-step'] },
  },
  {
    said: `buenas tardes, buenas noches, buenos días, muy tarde, más tarde, llega tarde`,
  },
  {
    said: ['chavo', 'chava', 'niño', 'niña', 'joven', 'chico', 'chica', 'adolescente', 'muchacho', 'muchacha', 'morro']
      .flatMap((age) => [`desde ${age}`, `era ${age}`])
      .join(),
  },
  {
    said: `corta, corto, cortó, cortaba, cortando, cortarse`,
  },
  { said: 'moja la cama, se orina en la cama, se hace pipí en la cama, en cama, en la cama, de la cama' },
  {
    said: 'recoger a los niños, recoger a mis hijos, recojo a los niños, recojo a mis hijos, los niños están en la escuela',
  },
  { said: 'terapeuta mujer, psicóloga mujer, doctora mujer, terapeuta hombre', unread: true },
  { said: 'chavos, chavalos', means: { population: ['adolescents'] } },
  { said: 'pastillas para la depresión, pastilla anticonceptiva', unread: true },
  {
    said: 'en el campo, instituto de arte, museo de arte, clase de arte',
    unread: true,
  },
  { said: 'toda la familia, mi familia está preocupada, mi familia y yo', unread: true },
  {
    said: `sin seguro, sin plan médico, no tengo plan médico, no tiene plan médico, no tengo seguro, no tiene seguro,
      no tenemos seguro, sin aseguranza, no tenemos aseguranza, no tienen seguro, no tienen aseguranza, no hay seguro,
      no hay aseguranza, no tengo aseguranza, no tiene aseguranza, sin cobertura, no cuento con seguro, perdí mi seguro,
      perdí el seguro, perdió el seguro, perdió su seguro, perdimos el seguro, y el seguro, y mi seguro, ni seguro,
      ni aseguranza, no aseguranza, no tengo ningún seguro, perdí el medicaid, quedé sin seguro, se me acabó el seguro,
      se me venció el seguro`,
    implies: { payer: ['self-pay', 'sliding-scale', 'free'] },
  },
  {
    said: `sin dinero, sin papeles ni dinero, ni dinero, no tengo dinero, no tiene dinero, no puedo pagar,
      no puede pagar, pobre, bajos recursos, bajos ingresos, barato, económico, bajo costo, desempleado, sin trabajo,
      no tengo trabajo, accesible, no tengo con que pagar, indigente`,
    implies: { payer: ['sliding-scale', 'free'] },
  },
  {
    said: 'seguro, aseguranza, seguro de salud',
    implies: { payer: ['private'] },
  },
  {
    said: familyOf('esposa, hija, novia, mamá, viuda'),
    means: { population: ['military-families'], gender: ['women'] },
  },
  { said: familyOf('esposo, hijo, novio, papá, viudo'), means: { population: ['military-families'], gender: ['men'] } },
  { said: familyOf('familia, pareja, dependiente'), means: { population: ['military-families'] } },
  { said: relatives.women.spanish.join(), implies: { gender: ['women'] }, yieldsTo: notTheOne },
  { said: relatives.men.spanish.join(), implies: { gender: ['men'] }, yieldsTo: notTheOne },
  {
    said: 'la golpeaba, le pega, le pegaba, la maltrata, la maltrataba, la golpeó',
    means: { population: ['domestic-violence'], gender: ['women'] },
  },
  {
    said: 'me golpeaba, me golpeó, me pega, me pegaba, me pegó, me maltrataba, golpeada, pareja abusiva',
    means: { population: ['domestic-violence'] },
  },
  { said: 'programa intensivo ambulatorio, tratamiento intensivo ambulatorio', means: { level: ['iop'] } },
  {
    said: 'hospital psiquiátrico, clínica psiquiátrica, hospital mental, manicomio',
    means: { level: ['inpatient'] },
    implies: { condition: ['mental-health'] },
  },
  { said: 'alcohólicos anónimos', means: { condition: ['alcohol'], therapy: ['12-step'] } },
  { said: 'alcolismo, alcólico, alcol', means: { condition: ['alcohol'] } },
  {
    said: 'clonazepam, alprazolam, lorazepam, diazepam, rivotril, tafil, gabapentina',
    means: { condition: ['prescription-medications'] },
  },
  {
    said: ['drogas y salud mental', 'problemas de drogas y salud mental', 'salud mental y drogas']
      .flatMap((pair) => ['juntos', 'a la vez', 'al mismo tiempo', 'los dos'].map((word) => `${pair} ${word}`))
      .join(),
    means: { condition: ['co-occurring'] },
  },
  { said: 'claustrofobia', means: { condition: ['phobias'] } },
  {
    said: `no come, no quiere comer, dejó de comer, vomito después de comer, se provoca el vómito, vomito la comida,
      come y vomita, como y vomito, come y lo vomita, comer y vomitar, come y luego vomita, vomita todo, atracones`,
    means: { condition: ['eating'] },
  },
  {
    said: ['rehabilitación', 'rehab', 'tratamiento', 'desintoxicación', 'detox', 'cárcel']
      .flatMap((from) => ['donde vivir', 'vivienda', 'lugar para vivir'].map((home) => `${home} después de ${from}`))
      .join(),
    means: { level: ['sober-living'] },
  },
  { said: 'pesadillas desde, pesadillas por, pesadillas de', means: { condition: ['ptsd'] } },
  { said: 'abuso en la infancia, abuso infantil, maltrato infantil', means: { condition: ['trauma'] } },
  {
    said: 'de mi bolsillo, de mi bolsa, pago de mi bolsillo, pago de mi bolsa, pago en cash, pagando en efectivo, pago directo',
    means: { payer: ['self-pay'] },
  },
  {
    said: `pago tribal, la tribu paga, paga la tribu, seguro de la tribu, servicios indígenas de salud, seguro indio`,
    means: { payer: ['tribal'] },
  },
  {
    said: 'pagado por el estado, paga el estado, financiado por el estado, del estado, pago del estado',
    means: { payer: ['state'] },
  },
  { said: 'del estado de, en el estado de' },
  { said: 'paga la va, va paga', means: { payer: ['military'] } },
  { said: 'los tres, mi familia y yo, mi esposo y yo' },
  {
    said: `terapia para los tres, terapia para los cuatro, terapia para toda la familia, para mi y mi familia,
      terapia para mi familia`,
    means: { therapy: ['family'] },
  },
  { said: 'hijo adolescente', means: { gender: ['men'], age: ['adolescents'] } },
  { said: 'hija adolescente', means: { gender: ['women'], age: ['adolescents'] } },
  { said: 'mi son, mi brother,mi husband, mi pai', implies: { gender: ['men'] }, yieldsTo: notTheOne },
  { said: 'mi sister, mi mai', implies: { gender: ['women'] }, yieldsTo: notTheOne },
  { said: 'con kids', means: { families: ['childcare', 'beds-for-children'] } },
  { said: 'mi adolescente', means: { age: ['adolescents'] } },
  {
    said: 'tengo un hijo, tengo una hija, mis niños, madre soltera con, padre soltero con',
  },
  { said: 'madre soltera', implies: { gender: ['women'] } },
  { said: 'padre soltero', implies: { gender: ['men'] } },
  { said: 'hombre gay, muchacho gay', means: { population: ['lgbtq'], gender: ['men'] } },
  {
    said: 'lesbiana, muchacha lesbiana',
    means: { population: ['lgbtq'], gender: ['women'] },
  },
  { said: 'mujer mayor', means: { gender: ['women'], age: ['seniors'] } },
  { said: 'hombre mayor', means: { gender: ['men'], age: ['seniors'] } },
  { said: 'mujer veterana', means: { population: ['veterans'], gender: ['women'] } },
  {
    said: `cerca de aquí, cerca, en mi área, en mi zona, por aquí, aquí cerca, cercano a mí, más cercano, en mi ciudad,
      por mi casa`,
    means: { near: ['me'] },
  },
  {
    said: `cupo, espacio disponible, camas disponibles, con espacio, hay espacio, hay camas, disponibilidad,
      aceptan pacientes nuevos, aceptando pacientes, sin lista de espera, lugar disponible`,
    means: { accepting: ['true'] },
  },
  {
    said: 'alojamiento, vivienda, hospedaje, donde vivir, donde quedarme, donde quedarse',
    means: { housing: ['true'] },
  },
  {
    said: `todas las noches, cada noche, todas las tardes, no duerme de noche, no duerme en la noche,
      no duermo en la noche, dormir en la noche, todos los días, cada día, todo el día, toda la noche, anoche,
      de vez en cuando, esta noche, hoy en la noche, medio tiempo`,
  },
  {
    said: 'abierto hoy, abierto ahora, terapia física, terapia del habla',
    unread: true,
  },
  // Spanish words that are also English words, or parts of names of places.
  {
    said: 'son, once, dame, sale, real, has, fin, va, eve, ama, united,la va a,les va, presa',
  },
  ...[
    ...spanishSubstanceSayings,
    ...spanishMindSayings,
    ...spanishWhomSayings,
    ...spanishCareSayings,
    ...spanishMeansSayings,
  ].map(inOrdinaryWords),
  ...spanishLanguageSayings,
  { said: crisisPhrases.spanish.join(), means: { crisis: ['true'] } },
];
