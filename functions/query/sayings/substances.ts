import { each } from './each.ts';
import type { Saying } from './saying.ts';

/** Conditions that are more specific than substance use. */
const NAMED = ['alcohol', 'opioids', 'stimulants', 'prescription-medications', 'co-occurring'].map(
  (code) => `condition:${code}`,
);
const USING = 'on, doing, smoking, smokes, using, snorting, addicted to, hooked on, off, does, uses, selling and using';
const GETTING = 'gets, getting, got';
const MEDICINE = 'medicina, medicamento, pastilla, inyección';

/** Street and pharmacy names of substances. A name that is also an ordinary word needs a verb next to it. */
export const substanceSayings: readonly Saying[] = [
  {
    said: `using again, ${each(GETTING, 'high')}, high all the time, junkie, druggie, strung out, pothead, stoner,
      reefer, kush, marajuana, marijauna, mary jane, thc cart, weed cart, special k, angel dust, sniffing glue,
      galaxy gas, flakka, tianeptine, phenibut, polysubstance, poly substance, needle user, drug habit,
      ${each(USING, 'pot, carts, needles')}, smoke pot, shooting up, shoots up, cant stay clean, stay clean,
      nodding out, nodding off, nods off`,
    implies: { condition: ['substance-use'] },
    yieldsOnlyTo: NAMED,
  },
  {
    said: `gas station heroin, zaza pill, tia pill`,
    means: { condition: ['substance-use'] },
    widened: true,
  },
  {
    said: `wino, boozer, rum, gin, hennessy, henny, moonshine, seltzer, tall boy, pint a day, bottle a day, fifth a day,
      bottle a night, blackout, blacking out,
      ${each('hides, hiding, hid, finding', 'bottles, liquor, her bottles, his bottles')}, drunkard,
      ${each(GETTING, 'hammered, wasted, plastered, tipsy, sloshed, smashed, trashed')}, hammered every night,
      wasted every night, wasted every day, sauced, ${each('hits, hitting, on, off, back on', 'the bottle')},
      ${each('off, fell off, falls off, back on, falling off', 'the wagon')}, shots every night, cocktail, martini,
      mimosa, alcoholic liver, ${each('drinks, drinking', 'brandy, cognac, mouthwash, to blackout, to sleep')},
      partying too much, drinking buddy, boozehound, dts, delirium tremens, liver cirrhosis, cirrhosis`,
    means: { condition: ['alcohol'] },
  },
  {
    said: `fenty, china white, black tar, roxicodone, trammies, hydros, purple drank, sizzurp, nitazene, xylazine,
      carfentanil, pain med, pain medicine, pain medication, pain tablet, fenty pill, pressed pill, dirty 30, speedball,
      tar heroin, smoking foil, horse tranquilizer, subutex addiction, dopesick, dope sick, oxys, methadone withdrawal,
      methadone addict, sub addiction, codeine syrup, cough syrup addiction, promethazine,
      ${each(USING, 'h, tar, perks, vics, vikes, foil, fenty, hydros, iso, beans and syrup')}, on the needle with heroin`,
    means: { condition: ['opioids'] },
  },
  {
    said: `addy, addys, addies, concerta, dexedrine, study drug, uppers, crackhead, methhead, cokehead, freebase,
      freebasing, nose candy, eight ball, 8 ball, biker dope, pnp, phentermine, diet pill, crystall, crack pipe,
      meth pipe, bumping coke, booger sugar, slamming tina, stims,
      ${each(USING, 'rock, rocks, blow, snow, clear, go fast, the pipe, crystal, glass, base, uppers')}`,
    means: { condition: ['stimulants'] },
  },
  {
    said: `zans, zanny, zannies, xanbar, bars of xanax, kpin, k pin, restoril, librium, halcion, sonata pill, sleep med,
      sleeping med, sleep aid, sleep medicine, sleep medication, sleeping tablet, sleeping medicine,
      sleeping medication, muscle relaxer, muscle relaxant, flexeril, carisoprodol, gabbies, gabapentin, neurontin,
      downers, barbiturate, phenobarbital, butalbital, fioricet, prescription med, prescription medicine, script abuse,
      nerve pill, anxiety pill, ${each(USING, 'somas, bars, soma, gabbies, ladders')}, seroquel addiction, popping pill,
      pill popper, pill problem`,
    means: { condition: ['prescription-medications'] },
  },
];

export const spanishSubstanceSayings: readonly Saying[] = [
  {
    said: `fuma un toque, canuto, churros de mota, ganja, pega, chemo, mona de thinner, inhala pegamento,
      inhalar pegamento, tuci, krokodil, usa ketamina, se mete ketamina, se mete keta, usa keta, enviciado, enganchado,
      yonqui, marihuanero, pacheco, drogado, se mete cosas, se inyecta, farmacodependiente, hongos alucinógenos,
      ácidos lsd, pegamento, fumar pasto, gallos de mota, metido en las drogas, fuma hierba, anda pacheco`,
    implies: { condition: ['substance-use'] },
    yieldsOnlyTo: NAMED,
  },
  {
    said: `chelita, birra, caña de ron, whisky, mamajuana, ginebra, cubata, botellón, una peda,se pone pedo,
      se puso pedo, anda bien pedo, empina el codo, empinar el codo, resaca, curda, jumo, jumado, ajumado, en jumas,
      teporocho, briago, beodo, cirrosis, cirrosis hepática, bolito de guaro, escabio, unas frías, tomar frías,
      la jarra todos los días, alcohólica, pasado de copas, pasada de copas, jartarse de ron, amanece tomado,
      amanece borracho`,
    means: { condition: ['alcohol'] },
  },
  {
    said: `opio, xilacina, heroinómano, nubain, dolofina, narcótico, goma de opio, chiva negra, anestesia de caballo,
      caballo heroína, mono de heroína,
      ${each('usa, uso, se mete, se inyecta, fuma', 'carga, caballo, manteca, goma, azules, percos, negra')},
      las azules, unas azules, ${each('jarabe', 'para la tos, con codeína, de codeína')},
      ${each('medicamentos, medicina, calmantes, pastillas', 'para el dolor, del dolor, de dolor')}`,
    means: { condition: ['opioids'] },
  },
  {
    said: `periquea, periquear, farlopa, rayas de coca, pases de coca, grapas de coca, piedrero, pasta base, basuquero,
      cristalero, anfeta, ritalina, cocainómano, cocainomanía, esnifa, esnifar, pichicata, perica, coquero, crackero,
      metanfe,
      ${each('fuma, fumo, usa, uso, se mete, inhala', 'foco, base, paco, piedra, vidrio, met, nieve, talco, soda, blanca, escarcha')}`,
    means: { condition: ['stimulants'] },
  },
  {
    said: `pepas, chochos, roche, roches, xanas, clona, trankimazin, orfidal, lexatin, somnífero, ansiolítico,
      barbitúrico, pregabalina, carisoprodol, empastillado, pastillero, pastillita, relajantes musculares,
      ${each('pastillas, medicina, medicamento', 'para dormir, de dormir, para el sueño, para los nervios, de los nervios, para la ansiedad')},
      ${each('medicina, medicamento, pastilla', 'controlada, controlado')}`,
    means: { condition: ['prescription-medications'] },
  },
  {
    said: each(
      MEDICINE,
      `para dejar la heroína, para dejar el fentanilo, para dejar los opioides, para dejar la chiva, contra la heroína,
        para dejar las azules, para dejar opioides`,
    ),
    means: { therapy: ['medication'], condition: ['opioids'] },
  },
  {
    said: each(
      MEDICINE,
      `para dejar las drogas, para dejar la droga, para la adicción, contra la adicción, para las ganas de usar,
        para dejar de usar, para dejar de drogarse, contra las drogas`,
    ),
    means: { therapy: ['medication'] },
    implies: { condition: ['substance-use'] },
    yieldsOnlyTo: NAMED,
  },
];
