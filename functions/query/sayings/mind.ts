import { each, whose } from './each.ts';
import type { Saying } from './saying.ts';

const VOMIT = 'throwing up, throws up, throw up, threw up, puking, pukes, puke, vomiting, vomits, vomit';

/** Words that families use for mental-health conditions. */
export const mindSayings: readonly Saying[] = [
  {
    said: whose(
      `hears voices, hear voices,
        ${each('seeing, sees', 'things that arent there, things not there, people who arent there')}, hallucinating,
        hallucination, hallucinates, delusional, delusion, paranoid, paranoia, dissociative disorder,
        multiple personalities, serious mental illness, smi, losing WHOSE mind, out of WHOSE mind,
        not in WHOSE right mind, off WHOSE meds, psychotic break`,
    ),
    means: { condition: ['mental-health'] },
  },
  // These are general: if a specific condition is named, it takes precedence.
  {
    said: `mood swing,breakdown, emotional problem, emotional issue, emotionally unstable, mentally unstable,
      dissociation, dissociating, conduct disorder, oppositional defiant, tourettes, nervous wreck`,
    implies: { condition: ['mental-health'] },
  },
  {
    said: whose(
      `${each('cries, crying', 'every day, every night, all the time, constantly')}, cant stop crying,
        ${each('wont leave, stays in, doesnt leave', 'WHOSE bed, bed, bed all day')}, sleeps all day, sleeping all day,
        lost interest in everything, ${each('feels, feeling', 'empty, numb, hopeless, worthless, down')}, hopelessness,
        worthless, down in the dumps, melancholy, seasonal affective disorder, seasonal depression, spravato,
        tms therapy, so sad, deep sadness, gave up on everything, no will to do anything,
        ${each('no', 'motivation, energy or motivation, joy')}, low mood`,
    ),
    means: { condition: ['depressive'] },
  },
  {
    said: `panicky, worrier,
      ${each('worries, worrying', 'all the time, constantly, about everything, too much, nonstop')}, constant worrying,
      ${each('nervous, on edge', 'all the time, constantly')}, always nervous, always on edge, always worried,
      bad nerves, overthinking, overthinks, stage fright, separation anxiety, school refusal, refuses to go to school,
      freaking out, freaks out, racing thoughts, hypochondria, hypochondriac, heart racing, panick attack,
      jittery all the time`,
    means: { condition: ['anxiety'] },
  },
  {
    said: `narcissist, ${each('antisocial, avoidant, histrionic, dependent, paranoid, schizoid, split', 'personality')},
      sociopath, schizotypal, aspd, psychopath`,
    means: { condition: ['personality'] },
  },
  {
    said: `shell shock, shell shocked, flash backs, night terrors, hypervigilant, hypervigilance, war nightmare,
      war flashback, ptss, ptds, jumpy since the war, jumps at loud noises, jumps at noises`,
    means: { condition: ['ptsd'] },
  },
  {
    said: `bad childhood, rough childhood, neglected as a child, neglected as a kid, saw someone get shot,
      saw a shooting, witnessed a murder,
      ${each('survivor of, survived', 'a shooting, a mass shooting, a bad accident')}`,
    means: { condition: ['trauma'] },
  },
  {
    said: `obsessive, compulsion, compulsive behavior, intrusive thought, hoarding, hoarder, hair pulling,
      ${each('pulls, pulling', 'her hair out, his hair out, my hair out')}, trichotillomania, skin picking,
      picks her skin, picks his skin, picking my skin, dermatillomania, germaphobe, scrupulosity, body dysmorphia,
      body dysmorphic, counting rituals,
      ${each('washes, washing, keeps washing', 'her hands, his hands, my hands, hands over and over, hands constantly')},
      ${each('checks, checking, keeps checking', 'the locks, the stove, locks over and over, the door over and over')}`,
    means: { condition: ['ocd'] },
  },
  {
    said: whose(
      `${each('eating, food', 'problem, issue, obsession')}, weird about food,
        ${each(VOMIT, 'my food, her food, his food, on purpose, what she eats, what i eat, food on purpose, my meals, her meals')},
        ${each('makes herself, makes himself, make myself, making herself, making myself', 'puke, vomit, sick, purge')},
        finger down WHOSE throat, fingers down WHOSE throat, purge, binge and purge, binges, overeating, overeater,
        cant stop eating, ${each('compulsive', 'eating, overeating, eater')}, starves herself, starves himself,
        ${each('restricting, restricts', 'food, calories, meals, her food, eating')}, counting calories,
        counts calories, afraid of food, addicted to food, laxatives,
        ${each('obsessed with', 'weight, her weight, his weight, my weight, losing weight, calories')}, thinks shes fat,
        thinks she is fat, thinks hes fat, emotional eating, stress eating, hides food, hiding food,
        ${each('scared of, afraid of, terrified of', 'gaining weight, getting fat')}, anexoria, scared to gain weight,
        body image`,
    ),
    means: { condition: ['eating'] },
  },
  { said: 'self medicating, self medicates', means: { condition: ['co-occurring'] } },
];

export const spanishMindSayings: readonly Saying[] = [
  {
    said: `psicótico, brote psicótico, ve cosas que no existen, ve cosas que no están, alucina, alucinando, alucinación,
      delirio, delirios, paranoia, paranoico, maníaco, loquera,
      ${each('mal, enfermo, loco, trastornado', 'de la cabeza, de la mente')}, colapso nervioso, perdió la razón`,
    means: { condition: ['mental-health'] },
  },
  {
    said: `${each('cambios', 'de humor, de ánimo')}, tdah,
      ${each('manejo, control', 'de la ira, del enojo, de ira, de enojo')}, se enoja mucho, se enoja por todo,
      trastorno del ánimo, ${each('problemas', 'de conducta, de comportamiento')}, mala conducta, habla solo, estresado`,
    implies: { condition: ['mental-health'] },
  },
  {
    said: `depre, bajoneado, bajón emocional, ${each('no se quiere, no quiere, no me quiero, no se puede', 'levantar')},
      ${each('no quiere, no sale, no quiero', 'salir de la cama, de la cama')},
      ${each('no tiene, no tengo, sin', 'ganas de nada, ánimo, ánimos, ganas de levantarse')}, desganado, desanimado,
      desánimo, ${each('se siente, me siento, siento un', 'vacío, vacía')}, sin esperanza, desesperanza, melancolía,
      bajo de ánimo, ánimo bajo, agüitado, achicopalado, duerme todo el día, anda apagado, muy apagado, ya no se ríe,
      tristona`,
    means: { condition: ['depressive'] },
  },
  {
    said: `angustiado, nerviosismo, intranquilo, ${each('se preocupa, me preocupo', 'por todo, mucho, demasiado')},
      preocupación constante, mente acelerada, pensar demasiado, piensa demasiado, no puede estar tranquila,
      no puede estar tranquilo, mal de nervios, mal de los nervios`,
    means: { condition: ['anxiety'] },
  },
  {
    said: 'narcisismo, trastorno antisocial, psicópata, sociópata, doble personalidad',
    means: { condition: ['personality'] },
  },
  { said: 'recuerdos de la guerra, revive la guerra', means: { condition: ['ptsd'] } },
  {
    said: `traumado,
      ${each('traumas, heridas, maltrato, abuso', 'de la niñez, de niñez, de la infancia, en la infancia, en la niñez, de niño')}`,
    means: { condition: ['trauma'] },
  },
  { said: 'aracnofobia', means: { condition: ['phobias'] } },
  {
    said: `compulsiones, ${each('pensamientos', 'intrusivos, obsesivos')}, se lava las manos, se lava mucho las manos,
      rituales, acumulador compulsivo, acumula basura, tricotilomanía,
      ${each('se arranca, se jala', 'el pelo, el cabello')}, ${each('manía', 'de limpieza')},
      ${each('revisa', 'la puerta, la estufa')}`,
    means: { condition: ['ocd'] },
  },
  {
    said: `conducta alimentaria, tca, ${each('problema', 'con la comida, para comer, de alimentación, de la comida')},
      ${each('vomita, vomito, devuelve, vomitando', 'lo que come, a propósito, todo lo que come, la comida, lo que como')},
      se hace vomitar, ${each('dedo', 'para vomitar, en la garganta')},
      ${each('come, comer, como', 'sin parar, compulsivamente, por ansiedad, compulsivo')}, comedor compulsivo,
      comedores compulsivos, deja de comer, se mata de hambre, se muere de hambre por flaca, se ve gorda,
      ${each('obsesionada con, obsesionado con, obsesión por, obsesión con', 'el peso, su peso, adelgazar, estar flaca')},
      laxantes, miedo a engordar, miedo a comer, adicción a la comida, adicto a la comida`,
    means: { condition: ['eating'] },
  },
];
