import { crisisPhrases } from './crisis-words.ts';
import type { Saying } from './saying.ts';

const SUBSTANCES = ['opioids', 'stimulants', 'prescription-medications'].map((code) => `condition:${code}`);

/** Words that make a following word a drug: "on blues", "smoking ice". */
const using = (drug: string): string =>
  [
    'on',
    'taking',
    'doing',
    'smoking',
    'smokes',
    'using',
    'snorting',
    'addicted to',
    'hooked on',
    'off',
    'off of',
    'quit',
    'quitting',
    'kick',
    'stop',
    'does',
    'uses',
    'shooting',
    'shoots',
  ]
    .map((verb) => `${verb} ${drug}`)
    .join();

/** Pairs of words for substance use and mental health, in either order: "drugs and mental health both". */
const BOTH = ['drug', 'drug and alcohol', 'alcohol', 'addiction', 'substance use', 'substance abuse', 'drinking', 'sud']
  .flatMap((use) => ['mental health', 'mental illness'].flatMap((mind) => [`${use} and ${mind}`, `${mind} and ${use}`]))
  .flatMap((pair) => [`${pair} both`, `both ${pair}`, `${pair} together`, `${pair} at the same time`]);

/**
 * Conditions in plain words. A search for a condition also finds those that belong to it. In "alcohol addiction", the
 * general word would widen the search, so such a word counts only if no specific condition is named.
 */
export const conditionSayings: readonly Saying[] = [
  {
    said: `addiction, addicted, addict, addictive, chemical dependency, chemically dependent, dependency, sud,
      failed drug test, failed a drug test, positive drug test, dirty ua, sober, sobriety, get clean, getting clean`,
    implies: { condition: ['substance-use'] },
    yieldsOnlyTo: ['condition:alcohol', ...SUBSTANCES, 'condition:co-occurring'],
  },
  {
    said: 'drug, substance, street drug, hard drug',
    implies: { condition: ['substance-use'] },
    yieldsOnlyTo: SUBSTANCES,
  },
  {
    said: `drug and alcohol, alcohol and drug, drug alcohol, alcohol drug, drug or alcohol, alcohol or drug, aod`,
    means: { condition: ['substance-use'] },
  },
  {
    said: `weed, cannabis, pot addiction, smoking weed, thc, kratom, ecstasy, mdma, lsd, spice, k2, pcp,
      ketamine addiction, ${using('ketamine')}, ghb, vaping thc, gummies, edible, dabs, dab pen, wax pen, shrooms,
      mushrooms, acid, molly, whippets, nitrous, bath salt, 7oh, huffing, delta 8`,
    means: { condition: ['substance-use'] },
    widened: true,
  },
  {
    said: `drinker, drunk, drink, drank, drunken, booze, boozing, liquor, beer, vodka, wine, whiskey, bourbon, tequila,
      white claw, hungover, hangover, blackout drunk, intoxicated, alkie, six pack, 12 pack, binge drinking, etoh,
      drinks daily`,
    means: { condition: ['alcohol'] },
  },
  {
    said: `narcotic, fentynal, fetty, lean, roxy, roxies, lortab, opana, demerol, suboxone addiction,
      addicted to suboxone, methadone addiction, heroine, oxy, perc, percs, perc 30, smack, dope, tranq, pain killer,
      norco, m30, blues pill, pressed blues, blues detox, blues withdrawal, fentanyl pill, oxy pill, percocet pill,
      opioid pill, ${using('blues')}`,
    means: { condition: ['opioids'] },
  },
  {
    said: `coke, speedball, speed ball, methamphetamines, tweaking, tweakin, tweaker, crank, shards, yayo, vyvanse,
      ${using('ice')}, ${using('crystal')}, ${using('tina')}, ${using('glass')}, parties and plays, chemsex,
      amphetamine, ritalin`,
    means: { condition: ['stimulants'] },
  },
  {
    said: `pill, benzo, bzd, xan, xanny, xanax bar, zolpidem, lunesta, zanax, xannies, clonazepam, alprazolam,
      lorazepam, diazepam, temazepam, lyrica, rx drug`,
    means: { condition: ['prescription-medications'] },
  },
  {
    said: `mental, mh, mental breakdown, nervous breakdown, psych, psychotic, bi polar, bipolar 1, bipolar 2, manic,
      mania, schizo, schizophrenic, schizoaffective, skitzophrenia, adhd, behavioral, hearing voices`,
    means: { condition: ['mental-health'] },
  },
  {
    said: `depressed, depresion, depress, sad all the time, always sad, crying all day, cries all day,
      crying all the time, wont get out of bed, cant get out of bed, hopeless, post partum depression,
      postpartum depression, ppd, baby blues, mdd, dysthymia, major depressive, treatment resistant depression`,
    means: { condition: ['depressive'] },
  },
  {
    said: `anxious, anx, worries all the time, constant worry, aniexty, social anxiety, gad, generalized anxiety,
      general anxiety, panicking`,
    means: { condition: ['anxiety'] },
  },
  { said: 'anx dep, dep anx, anxiety dep', means: { condition: ['anxiety', 'depressive'] } },
  { said: 'npd, borderline personality', means: { condition: ['personality'] } },
  {
    said: `cptsd, c ptsd, ptsd and trauma, post traumatic, flashbacks, nightmares since, nightmares after,
      nightmares from, nightmares about`,
    means: { condition: ['ptsd'] },
  },
  {
    said: `traumatized, childhood trauma, complex trauma, childhood abuse, abuse in childhood, abused as a child,
      abused as a kid, abuse as a child, abused in childhood, abuse growing up, trauma specialist`,
    means: { condition: ['trauma'] },
  },
  {
    said: `agoraphobia, agoraphobic, social phobia, claustrophobia, claustrophobic, arachnophobia, acrophobia,
      emetophobia, trypanophobia, scared to drive, afraid to drive, scared to fly, afraid to fly,
      afraid to leave the house, scared to leave the house`,
    means: { condition: ['phobias'] },
  },
  // "ED" alone often means an emergency department, so it only counts as an eating disorder next to a level of care.
  ...(['iop', 'php', 'residential', 'inpatient'] as const).map((level) => ({
    said: `ed ${level}`,
    means: { condition: ['eating' as const], level: [level] },
  })),
  { said: 'ed outpatient', means: { condition: ['eating'], level: ['op'] } },
  {
    said: 'ed treatment, ed program, ed recovery, ed therapist, ed center, ed clinic',
    means: { condition: ['eating'] },
  },
  {
    said: `anorexic, bulimic, anorexia nervosa, binge eater, starving herself, starving himself, starving myself, purging, makes herself throw up, makes himself throw up, make myself throw up, making herself throw up, making myself throw up, throwing up food, afraid to eat, scared to eat, scared of food, fear of food, fear of eating, arfid, orthorexia, binging, binges on food, laxative abuse, ${[
      'throwing up',
      'throws up',
      'throw up',
      'vomiting',
      'vomits',
    ]
      .flatMap((verb) =>
        ['meals', 'every meal', 'each meal', 'eating', 'she eats', 'he eats'].map((meal) => `${verb} after ${meal}`),
      )
      .join()}`,
    means: { condition: ['eating'] },
  },
  {
    said: `not eating, wont eat, doesnt eat, does not eat, will not eat, stopped eating, refuses to eat,
      refusing to eat, barely eats`,
    implies: { condition: ['eating'] },
    yieldsOnlyTo: ['condition:depressive'],
  },
  {
    said: `duel diagnosis, duel diagnoses, dual diagnose, co morbid`,
    means: { condition: ['co-occurring'] },
  },
  { said: BOTH.join(), means: { condition: ['co-occurring'] } },
  { said: crisisPhrases.english.join(), means: { crisis: ['true'] } },
  {
    said: `gambling addiction, gambling problem, sex addiction, porn addiction, pornography addiction, gaming addiction,
      video game addiction, internet addiction, phone addiction, shopping addiction, addicted to gambling,
      addicted to porn, addicted to gaming, drug free, alcohol free, smoke free, tobacco free, sugar free, toll free,
      free consultation, free assessment, free call, call free, call is free, hotline free, free parking, free wifi,
      drug test, drug testing, drug screen, medical doctor, medical record`,
    unread: true,
  },
];
