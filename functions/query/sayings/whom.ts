import { each, whose } from './each.ts';
import type { Saying } from './saying.ts';

const HUSBAND = 'husband, boyfriend, ex, partner, spouse, ex husband, ex boyfriend, man, wife, girlfriend';
const CRUEL = 'abusive, violent, controlling, abusing';
const SERVICE = 'army, navy, marines, marine corps, air force, military, service, national guard, coast guard';
const WAR = 'iraq, afghanistan, vietnam, the gulf, korea, the war';
const GUERRA = 'irak, afganistán, vietnam, la guerra, el golfo';
const FUERZAS = 'el ejército, la marina, los marines, la fuerza aérea, el army, la navy, las fuerzas armadas';
const MARIDO = 'marido, esposo, novio, pareja, hombre, ex, exesposo, exnovio';
const CRUELES = 'violento, golpeador, abusivo, abusador, agresivo, maltratador';

/** Sayings about the patient: job, situation and experiences. */
export const whomSayings: readonly Saying[] = [
  {
    said: `preggers, prego, knocked up, ${each('first, second, third, last', 'trimester')},
      ${each('just had, just have, recently had', 'a baby, her baby, my baby, a newborn')}, baby on the way, baby due,
      gave birth, giving birth, mom to be, mother to be, maternity,
      ${each('4, 5, 6, 7, 8, 9', 'months along, months pregnant')}, newborn, weeks along, due in spring`,
    means: { population: ['pregnant'] },
  },
  {
    said: `transwoman, transman, enby, genderqueer, gender fluid, genderfluid, two spirit, 2 spirit, pansexual,
      same sex couple, mtf, ftm, gender dysphoria, intersex, in the closet, drag queen, coming out as gay, sapphic`,
    means: { population: ['lgbtq'] },
  },
  {
    said: `${each('former, retired, ex', 'soldier, marine, sailor, airman, military, army, navy, ranger, guardsman')},
      desert storm, oef oif,
      ${each('served in, fought in, was in, deployed to, tours in, back from, came back from', WAR)},
      ${each('got out of, after leaving, left, discharged from, used to be in, was in, out of', each('the', SERVICE))},
      honorably discharged, service connected, service connected disability,
      ${each('was a, used to be a, i was a, he was a', 'soldier, marine, sailor, airman, paratrooper, medic in the army')},
      ${each('army, navy, combat, war, old army, marine, military', 'injury, wound')}, purple heart, two tours`,
    means: { population: ['veterans'] },
  },
  {
    said: `airman, airmen, sailor, guardsman, reservist, army reserve, serviceman, servicewoman, servicemen, enlisted,
      enlisted man, space force, coastie, paratrooper, ${each('drill, staff, army, marine, gunnery', 'sergeant')},
      petty officer, naval officer, army officer, army ranger, navy seal, green beret, currently serving, still serving,
      ${each('stationed', 'at, in, here')}, currently deployed, just deployed, about to deploy, infantry`,
    implies: { population: ['military'] },
    yieldsOnlyTo: ['population:veterans', 'population:military-families'],
  },
  {
    said: `milspouse, gold star,
      ${each('married to', 'a marine, a soldier, an airman, a sailor, a service member, the military')},
      ${each('husband is, wife is, spouse is, dad is, mom is, husband, wife', 'deployed, stationed overseas')}`,
    means: { population: ['military-families'] },
  },
  { said: 'old folks, octogenarian, golden years, senior living resident', means: { population: ['seniors'] } },
  {
    said: `transition age youth, grad student, undergrad, college aged, college age, young people, college dropout`,
    means: { population: ['young-adults'] },
  },
  { said: 'college freshman, college sophomore, college junior, college senior', means: { age: ['young-adults'] } },
  {
    said: `junior high,
      ${each('7th, 8th, 9th, 10th, 11th, 12th, seventh, eighth, ninth, tenth, eleventh', 'grade, grader')},
      freshman in high school, sophomore in high school`,
    means: { population: ['adolescents'] },
  },
  {
    said: `elementary school, elementary age, grade school, kindergarten, kindergartner, preschool, preschooler,
      ${each('1st, 2nd, 3rd, 4th, 5th, first, second, third, fourth, fifth', 'grade, grader')}, school age child,
      school aged child`,
    means: { population: ['children'] },
  },
  {
    said: whose(
      `ex con, excon, ex offender, ex convict, convict, ex felon, locked up, behind bars, ankle monitor, house arrest,
        work release, reentry program, re entry program, sentenced, plea deal, plea bargain,
        ${each('got, was, been, just got, being', 'arrested, convicted, charged, sentenced')},
        ${each('pending, criminal, possession, drug, felony, misdemeanor', 'charge, case')}, caught a case, court date,
        court case, deferred adjudication, diversion program, court diversion, pretrial diversion, pretrial services,
        pretrial, prop 36, ignition interlock, out on bail, on bail, bond conditions, correctional,
        ${each('cps, dcfs, dcs', 'case, worker, says, ordered, requires, took my kids')}, judge told, judge wants,
        judge sent, judge said, judge is making, lost WHOSE license, on papers, arrested for dui, arrested for dwi,
        parole board, halfway back`,
    ),
    means: { population: ['justice-involved'] },
  },
  {
    said: `${each(CRUEL, HUSBAND)}, abusive home, ${each('my, her, an, the', 'abuser')},
      ${each('abused by, beaten by, beat up by, hit by, choked by, strangled by, running from, hiding from, fleeing, escaping, threatened by', each('my, her, an abusive, a violent', 'husband, boyfriend, ex, partner, girlfriend, wife'))},
      ${each('fleeing, escaping, escaped', 'abuse, violence, domestic violence')}, gets beaten, getting beaten,
      ${each('restraining order, order of protection, protective order', 'against')},restraining order,
      order of protection, ipv,
      ${each('husband, boyfriend, ex, partner', 'hits me, beats me, hit me, beat me, chokes me, hurts me, is abusive, is violent, hits her, beats her')},
      abuse survivor, survivor of abuse, survivor of dv`,
    means: { population: ['domestic-violence'] },
  },
  {
    said: whose(
      `${each('sexually', 'assaulted, abused, exploited, trafficked')}, sex trafficking, sex trafficked,
        human trafficking, trafficked, trafficking survivor, touched inappropriately,
        ${each('touched', 'as a child, as a kid, as a little girl')}, groomed, assaulted sexually, sexual violence,
        groped, sexual harassment, sexually harassed, forced to have sex, abused by a priest, abused by a coach,
        roofied, gang raped, date rape, ${each('drugged and', 'raped, assaulted')}, date raped, abused by WHOSE uncle`,
    ),
    means: { population: ['sexual-abuse'] },
  },
  { said: 'poz, undetectable', means: { population: ['hiv'] } },
  {
    said: `enrolled member, enrolled tribal member, tribal member, choctaw, chickasaw, muscogee, creek indian,
      tohono oodham, paiute, shoshone, yakama, puyallup, tulalip, lummi, lakota, sioux, ojibwa, eskimo, inuit, ndn,
      ${each('on the, the, from the, off the', 'rez')}, ${each('on the, from the, off the', 'reservation')},
      urban indian, kiowa, comanche, potawatomi, wellbriety, sweat lodge, hopi, native people`,
    means: { population: ['native-american'] },
  },
];

export const spanishWhomSayings: readonly Saying[] = [
  {
    said: `espera un bebé, preñada, ${each('va a, voy a', 'ser mamá, tener un bebé, dar a luz')}, recién parida,
      acaba de parir, acaba de dar a luz, dio a luz, di a luz, tuvo un bebé, tuve un bebé, mamá primeriza, primeriza,
      gestante, mujer gestante, mujeres gestantes, ${each('5, 6, 7, 8', 'meses de panza, meses de embarazo')}`,
    means: { population: ['pregnant'] },
  },
  { said: 'no binarie, travesti, muxe, género fluido, diversidad sexual, pansexual', means: { population: ['lgbtq'] } },
  {
    said: `ex soldado, exsoldado, ${each('estuvo en, sirvió en, peleó en, estuve en, serví en, regresó de', `${GUERRA}, ${FUERZAS}`)}, ex infante de marina, ${each('militar, soldado, marine', 'retirado')}, ${each('fue, era', 'soldado, militar, marine, infante de marina')}, ${each('retirado de, salió de', FUERZAS)}, retirado del ejército, salió del ejército`,
    means: { population: ['veterans'] },
  },
  {
    said: `aviador, guardia nacional, reservista, fuerza aérea, infante de marina, sargento, enlistado, marinero,
      ${each('está en, estoy en', FUERZAS)}, militar en activo`,
    implies: { population: ['military'] },
    yieldsOnlyTo: ['population:veterans', 'population:military-families'],
  },
  {
    said: `${each('casada con, casado con', 'un militar, un soldado, un marine')}, esposo desplegado, familiares de militares`,
    means: { population: ['military-families'] },
  },
  {
    said: `pensionado, edad avanzada, ancianito, persona de edad, gente grande de edad, envejeciente, pensionista,
      mi abuelita mayor`,
    means: { population: ['seniors'] },
  },
  {
    said: `veinteañero, ${each('en la, va a la, voy a la', 'universidad')}, estudiante de universidad,
      estudiante de la universidad`,
    means: { population: ['young-adults'] },
  },
  {
    said: 'prepa, adolescencia, quinceañera, puberto, bachillerato, middle school, adolecente',
    means: { population: ['adolescents'] },
  },
  {
    said: 'kínder, kindergarten, escuela primaria, preescolar, escuela elemental, chiquillos, niñitos',
    means: { population: ['children'] },
  },
  {
    said: `salió del bote, en el bote, tambo, ex convicto, exconvicto, exreo, presos, ex presidiario,
      ${each('lo, la, me, fue', 'arrestaron, detuvieron, arrestado, metieron preso')},
      ${each('salió, sale, estuvo', 'preso, de preso')}, arrestado, caso criminal,
      ${each('tiene un, tengo un, caso', 'caso en la corte, en la corte, caso legal')}, grillete, delincuente, felonía,
      sentenciado, reincidente, confinado, exconfinado, ${each('caso de', 'dcfs, cps')}, cargos criminales,
      cargos de drogas, oficial de probación`,
    means: { population: ['justice-involved'] },
  },
  {
    said: `${each('manejando, manejaba, conduciendo, manejó', 'tomado, borracho, ebrio, pedo')}`,
    means: { population: ['justice-involved'], condition: ['alcohol'] },
  },
  {
    said: `${each(MARIDO, CRUELES)},
      ${each('mi esposo, mi marido, mi novio, mi pareja, su esposo, su marido', 'me pega, me golpea, es violento, la golpea, me maltrata, le pega, la maltrata, me amenaza, es abusivo')},
      ${each('huyendo de, huyo de, escapando de, me escapé de, escapar de, esconderme de', each('mi, su', 'marido, esposo, novio, pareja, ex'))},
      ${each('orden', 'de protección, de restricción, de alejamiento')}, relación abusiva, mi agresor, su agresor,
      ${each('violencia', 'de género, machista, en casa, conyugal, en la pareja, de mi pareja')}, matrimonio abusivo,
      hombre que golpea, me maltrata`,
    means: { population: ['domestic-violence'] },
  },
  {
    said: `abusado sexualmente, agredida sexualmente, agredido sexualmente,
      ${each('la, lo', 'abusaron, tocaban, manoseaban')}, violaron a mi hija,
      ${each('trata', 'de personas, de mujeres, sexual, de blancas')},
      ${each('tráfico, asalto, explotación', 'sexual')}, víctima de trata, manoseada, incesto, la drogaron y violaron,
      me drogaron y violaron, abuso por un sacerdote, abusaron de mí de niña`,
    means: { population: ['sexual-abuse'] },
  },
  {
    said: 'de la reservación, vive en la reservación, indio navajo',
    means: { population: ['native-american'] },
  },
];
