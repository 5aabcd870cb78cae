import { crisisPhrases } from './crisis-words.ts';
import { spanishLanguageSayings } from './languages.ts';
import { notTheOne, relatives } from './people.ts';
import type { Saying } from './saying.ts';

/** All pairs of a relative and a military word: "Esposa de militar", "esposo soldado". */
const familyOf = (words: string): string =>
  words
    .split(', ')
    .flatMap((word) =>
      ['militar', 'soldado', 'marine', 'marino', 'army'].flatMap((one) => [`${word} ${one}`, `${word} de ${one}`]),
    )
    .join();

/**
 * What people say in Spanish beyond the synonyms in domain/spanish.ts. Searching in Spanish does not by itself
 * ask for care in Spanish.
 */
export const spanishSayings: readonly Saying[] = [
  {
    said: 'trabajo de día, trabaja de día, trabajo durante el día, trabaja durante el día, trabajo en el día, salgo del trabajo',
    means: { schedule: ['evening'] },
  },
  {
    said: 'rehabilitación, centro de rehabilitación, rehabilitarse, rehabilitar',
    implies: { condition: ['substance-use'] },
    yieldsOnlyTo: ['condition'],
  },
  { said: 'centro de adicciones, clínica de adicciones', means: { condition: ['substance-use'] } },
  {
    said: 'adicción, adicto, vicio, sobriedad, dejar las drogas, dejar de drogarse, se droga, drogarse, drogándose',
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
    said: 'droga, adicción a las drogas, drogadicto, drogadicción, problemas de drogas',
    implies: { condition: ['substance-use'] },
    yieldsOnlyTo: ['condition:opioids', 'condition:stimulants', 'condition:prescription-medications'],
  },
  {
    said: 'drogas y alcohol, alcohol y drogas, drogas o alcohol, alcohol o drogas',
    means: { condition: ['substance-use'] },
  },
  {
    said: `toma mucho, toma demasiado, toma cada día, toma todos los días, toma diario, tomo mucho, tomo demasiado, tomo diario,
      tomo todos los días, tomo cada día, bebo, beber mucho, bebe mucho, está tomando mucho, tomando mucho, dejar de tomar,
      deja de tomar, dejar la bebida, dejar el alcohol, parar de tomar, tomador, se emborracha, emborracharse, pisto`,
    means: { condition: ['alcohol'] },
  },
  // In phrases with a day, a part or a level, "hospital" means something else.
  { said: 'hospital', implies: { level: ['inpatient'] } },
  {
    said: 'internar, internarse, internarme, ingresar, ingresarse, quedarse, para quedarse',
    means: { level: ['residential', 'inpatient'] },
  },
  { said: 'terapia, terapeuta, consejería, consejero, psicólogo, psicóloga, ayuda psicológica, psiquiatra, terapista' },
  { said: 'pastillas para la depresión, pastilla anticonceptiva', unread: true },
  {
    said: `sin seguro, sin seguro médico, no tengo seguro, no tiene seguro, no tenemos seguro, sin aseguranza, no tengo aseguranza,
      no tiene aseguranza, sin cobertura, no cuento con seguro, no tengo seguro médico`,
    implies: { payer: ['self-pay', 'sliding-scale', 'free'] },
  },
  {
    said: `sin dinero, no tengo dinero, no tiene dinero, no puedo pagar, no puede pagar, pobre, bajos recursos, bajos ingresos,
      barato, económico, bajo costo, desempleado, sin trabajo, no tengo trabajo, accesible, no tengo con que pagar, indigente`,
    implies: { payer: ['sliding-scale', 'free'] },
  },
  {
    said: 'seguro, seguro médico, aseguranza, con seguro, aceptan seguro, tengo seguro, mi seguro, seguro de salud',
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
    said: 'me golpeaba, me golpea, me golpeó, me pega, me pegaba, me pegó, me maltrata, me maltrataba, golpeada, pareja abusiva',
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
    said: `no come, no quiere comer, dejó de comer, vomita después de comer, vomito después de comer, se provoca el vómito,
      vomita la comida, vomito la comida`,
    means: { condition: ['eating'] },
  },
  {
    said: ['rehabilitación', 'rehab', 'tratamiento', 'desintoxicación', 'detox', 'cárcel']
      .flatMap((from) => ['donde vivir', 'vivienda', 'lugar para vivir'].map((home) => `${home} después de ${from}`))
      .join(),
    means: { level: ['sober-living'] },
  },
  { said: 'pesadillas desde', means: { condition: ['ptsd'] } },
  { said: 'abuso en la infancia, abuso infantil, maltrato infantil', means: { condition: ['trauma'] } },
  {
    said: 'de mi bolsillo, de mi bolsa, pago de mi bolsillo, pago de mi bolsa, pago en cash, pagando en efectivo, pago directo',
    means: { payer: ['self-pay'] },
  },
  {
    said: `pago tribal, la tribu paga, paga la tribu, seguro de la tribu, servicios indígenas de salud,
      servicios indígenas de salud pago tribal`,
    means: { payer: ['tribal'] },
  },
  {
    said: 'pagado por el estado, paga el estado, financiado por el estado, del estado, pago del estado',
    means: { payer: ['state'] },
  },
  { said: 'del estado de, en el estado de' },
  { said: 'paga la va, la va paga, va paga', means: { payer: ['military'] } },
  { said: 'los tres, toda la familia, mi familia y yo, mi esposa y yo, mi esposo y yo' },
  { said: 'hijo adolescente', means: { gender: ['men'], age: ['adolescents'] } },
  { said: 'hija adolescente', means: { gender: ['women'], age: ['adolescents'] } },
  { said: 'mi adolescente', means: { age: ['adolescents'] } },
  {
    said: 'tengo hijos, tengo niños, tengo un hijo, tengo una hija, mis hijos, mis niños, madre soltera con, padre soltero con',
  },
  { said: 'madre soltera', implies: { gender: ['women'] } },
  { said: 'padre soltero', implies: { gender: ['men'] } },
  { said: 'mujer mayor', means: { gender: ['women'], age: ['seniors'] } },
  { said: 'hombre mayor', means: { gender: ['men'], age: ['seniors'] } },
  { said: 'mujer veterana', means: { population: ['veterans'], gender: ['women'] } },
  {
    said: `cerca de mí, cerca de aquí, cerca de mi casa, cerca, en mi área, en mi zona, por aquí, aquí cerca, cercano a mí,
      más cercano, en mi ciudad, por mi casa`,
    means: { near: ['me'] },
  },
  {
    said: `con cupo, hay cupo, cupo, espacio disponible, cama disponible, camas disponibles, con espacio, hay espacio, hay camas,
      disponibilidad, aceptan pacientes nuevos, aceptando pacientes, sin lista de espera, lugar disponible`,
    means: { accepting: ['true'] },
  },
  {
    said: 'con vivienda, con alojamiento, alojamiento, vivienda, hospedaje, donde vivir, donde quedarme, donde quedarse',
    means: { housing: ['true'] },
  },
  {
    said: 'todos los días, cada día, todo el día, toda la noche, anoche, de vez en cuando, esta noche, hoy en la noche, medio tiempo',
  },
  {
    said: 'abierto hoy, abierto ahora, abierto las 24 horas, las 24 horas, 24 horas, terapia física, terapia del habla',
    unread: true,
  },
  // These are also English words, or parts of place names.
  { said: 'son, once, come, dame, sale, real, has, fin' },
  ...spanishLanguageSayings,
  { said: crisisPhrases.spanish.join(), means: { crisis: ['true'] } },
];
