import { each } from './each.ts';
import type { Saying } from './saying.ts';

const SCHOOL = 'are in school, are at school, at school, in school, go to school';

/** Sayings about payment, transport, housing and times that are not in practical.ts and payers.ts. */
export const meansSayings: readonly Saying[] = [
  { said: 'title xix, food stamps insurance', means: { payer: ['medicaid'] } },
  { said: 'medigap, medicare part b, part b medicare, red white and blue card', means: { payer: ['medicare'] } },
  {
    said: `triwest, champus, ${each('has, have, with, got, on', 'va')},
      ${each('va', 'card, health insurance, healthcare, health care, health plan')},
      ${each('veteran, gi, military', 'benefit, insurance, health insurance')}, military health`,
    means: { payer: ['military'] },
  },
  {
    said: `funded by the state, block grant, paid by the county, county pays,
      ${each('state, county, scholarship, public', 'bed')},
      ${each('county, public, indigent', 'assistance, funding, funds')}, state grant, state sponsored,
      government program`,
    means: { payer: ['state'] },
  },
  { said: 'purchased referred care, 638 clinic', means: { payer: ['tribal'] } },
  {
    said: 'credit card, carecredit, care credit, financing, pay privately, pay by card, installments',
    means: { payer: ['self-pay'] },
  },
  {
    said: `${each('reduced, low, discounted, lower', 'fee, rate, price')}, discounted, ability to pay, pay what i can,
      pay what i can afford, fee by income, financial assistance, financial aid, hardship discount, according to income`,
    means: { payer: ['sliding-scale'] },
  },
  {
    said: `zero cost, pro bono, doesnt cost anything, does not cost anything, without paying, donation based,
      costs nothing, cost nothing`,
    means: { payer: ['free'] },
  },
  {
    said: `by phone, ${each('phone, text', 'counseling, therapy, therapist')}, webcam, skype, google meet, virtually,
      ${each('from, on, through, over', 'my couch, my laptop, my computer, the computer, my phone, the internet')},
      telepsychiatry, e therapy, without leaving home, app based`,
    means: { modality: ['telehealth'] },
  },
  {
    said: `in office, in the office, brick and mortar, not zoom, no zoom, f2f, office visit, walk in clinic,
      person to person, physically there`,
    means: { modality: ['in-person'] },
  },
  {
    said: `${each('while, when', each('my kids, the kids, my children, my son is, my daughter is, the children', SCHOOL))},
      school hours,third shift, 8 am, business hours, afternoon, midday, noon, lunch hour, before 3 pm`,
    means: { schedule: ['day'] },
  },
  {
    said: `${each('i work, works, he works, she works, working', '9 to 5, 9 5, full time, days, first shift')},
      after dinner, first shift, late hours, weeknight, after the kids go to bed, monday night, tuesday night,
      wednesday night, thursday night`,
    means: { schedule: ['evening'] },
  },
  { said: 'week ends, sat only, works monday to friday, friday to sunday', means: { schedule: ['weekend'] } },
  {
    said: `${each('with a, has a, needs a', 'place to live, place to sleep')},
      ${each('nowhere, no place, somewhere, place', 'to live, to stay, to sleep')}, living quarters, roof over my head,
      dormitory, a roof over her head`,
    means: { housing: ['true'] },
  },
  {
    said: 'babysitting, babysitter, watch my kids, watch the kids, watch my baby, someone to watch the baby, nursery on site',
    means: { families: ['childcare'] },
  },
  {
    said: `mom and baby, mommy and me, mother and child, mother and baby, moms and babies,
      ${each('live with, stay with, with, keep', 'my baby, her baby, my newborn, her newborn, my kids, her kids, my child, her child')},
      ${each('takes, accepts, allows', 'kids too, babies, children too, moms with kids')}, kids can live there,
      beds for kids, family beds`,
    means: { families: ['beds-for-children'] },
  },
  {
    said: `available now, same day intake, get in today, ${each('has, have, got', 'space, room, openings, beds')},
      vacancy, slot open, open slot, rolling admission, get in right away, intake today, bed tonight`,
    means: { accepting: ['true'] },
  },
];

export const spanishMeansSayings: readonly Saying[] = [
  {
    said: 'medicai, medikeid, la reforma de salud, plan vital, mi salud de puerto rico',
    means: { payer: ['medicaid'] },
  },
  {
    said: `${each('tiene, tengo, tienen, tenemos, acepta, con', 'va, la va')},
      ${each('seguro, beneficios, cobertura, plan, tarjeta', 'del va, de la va, de va, de veteranos, de veterano, del ejército, militares')}`,
    means: { payer: ['military'] },
  },
  {
    said: `${each('pagado, subsidiado, financiado', 'por el estado, por el condado, por el gobierno')},
      fondos del condado, ${each('paga, lo paga', 'el gobierno, el condado, el estado')}, subsidiado, subvencionado`,
    means: { payer: ['state'] },
  },
  { said: 'beneficios tribales, la tribu lo paga, pagado por la tribu', means: { payer: ['tribal'] } },
  {
    said: `tarjeta de crédito, ${each('en, a, plan de, facilidades de', 'pagos, abonos, pago')}, en cuotas, en abonos,
      pago yo, yo pago, pagarlo yo, pagar con tarjeta, por mi cuenta, pagar por mi cuenta`,
    means: { payer: ['self-pay'] },
  },
  {
    said: `${each('lo que, lo que yo', 'pueda pagar, pueda')}, pagar lo que pueda, con descuento,
      ${each('ayuda, asistencia', 'financiera')}, cuota voluntaria,
      ${each('dependiendo de, basado en, conforme a, ajustado a, escala de, de acuerdo a', 'ingresos, los ingresos, mis ingresos')}`,
    means: { payer: ['sliding-scale'] },
  },
  {
    said: 'cero costo, no cuesta nada, no cueste nada, que no cueste, de balde, donativo, de caridad',
    means: { payer: ['free'] },
  },
  {
    said: `${each('por, desde el, desde mi, por el', 'celular, whatsapp, teléfono, computadora')},por cámara,
      por llamada, por chat, por la computadora, sin salir de casa, sin salir de mi casa, telepsicología`,
    means: { modality: ['telehealth'] },
  },
  {
    said: 'en el consultorio, en consultorio, no virtual, no por internet, en la oficina, frente a frente',
    means: { modality: ['in-person'] },
  },
  {
    said: `${each('cuando, mientras', each('mis hijos, los niños, mis niños', 'están en la escuela, estén en la escuela, van a la escuela'))},
      horario de escuela, horas de escuela, antes del trabajo, antes de mediodía, mediodía, turno nocturno,
      tercer turno, trabajo por la noche, trabajo por las noches, trabaja por las noches`,
    means: { schedule: ['day'] },
  },
  {
    said: `saliendo de trabajar, al salir del trabajo, luego del trabajo, trabajo todo el día, trabaja todo el día,
      turno de día, trabaja de día, en la nochecita`,
    means: { schedule: ['evening'] },
  },
  { said: 'finde, finde semana', means: { schedule: ['weekend'] } },
  {
    said: `${each('lugar, lugar donde, donde, sitio', 'dormir, para dormir')},
      ${each('lugar', 'para vivir, para quedarse')}, casa y comida, techo y comida, albergue,
      ${each('no tengo, no tiene', 'donde vivir, donde quedarme, donde dormir, donde quedarse')}`,
    means: { housing: ['true'] },
  },
  {
    said: 'niñera, que cuiden a mis hijos, cuiden a mi bebé, que cuiden a los niños, quien cuide a mis hijos, babysitter',
    means: { families: ['childcare'] },
  },
  {
    said: `${each('llevar a, llevarme a, acepten a, reciban a, con', 'mis hijos, mi bebé, mis niños, mis hijas')},
      ${each('acepten, reciban, acepta, aceptan', 'niños, bebés, hijos')}, mamás con bebés, madre y bebé, mamá y bebé`,
    means: { families: ['beds-for-children'] },
  },
  {
    said: 'no hablo inglés, no habla inglés, no hablamos inglés, sin inglés, bilingüe',
    means: { language: ['es'] },
  },
  { said: 'intérprete de señas, por señas, en señas', means: { language: ['ase'] } },
  { said: 'haitiano', means: { language: ['ht'] } },
  { said: 'brasileño', means: { language: ['pt'] } },
  {
    said: `hay lugar, ${each('tengan, tenga, haya, con', 'lugar, espacio, cupo, cama, camas')},
      ${each('que lo, que la, que me, que', 'reciban hoy, reciban ya')},
      ${each('ingreso, admisión', 'inmediato, inmediata')}, hay plazas, plaza libre, entrar hoy mismo, vacante`,
    means: { accepting: ['true'] },
  },
];
