import { vocabulary } from './vocabulary.ts';

/** Therapies that a program offers. Nine holistic ones have no SAMHSA code and come from operators alone. */
export const therapies = vocabulary('therapy', {
  'evidence-based': { label: 'Evidence-based psychotherapy', synonyms: ['evidence-based', 'evidence based'] },
  cbt: {
    label: 'Cognitive behavioral therapy (CBT)',
    synonyms: ['cbt', 'cognitive behavioral', 'cognitive behavioral therapy', 'cognitive therapy'],
    parent: 'evidence-based',
    samhsa: ['TAP:CBT'],
  },
  dbt: {
    label: 'Dialectical behavior therapy (DBT)',
    synonyms: ['dbt', 'dialectical behavioral therapy', 'dialectical behavior', 'dialectical behavioral'],
    parent: 'evidence-based',
    samhsa: ['TAP:DBT'],
  },
  emdr: {
    label: 'EMDR',
    synonyms: ['emdr', 'eye movement', 'emdr therapy'],
    parent: 'evidence-based',
    samhsa: ['TAP:EMDR'],
  },
  motivational: {
    label: 'Motivational interviewing',
    synonyms: ['motivational interviewing', 'motivational', 'motivational therapy', 'motivational enhancement'],
    parent: 'evidence-based',
    samhsa: ['TAP:MOTI'],
  },
  'relapse-prevention': {
    label: 'Relapse prevention',
    synonyms: ['relapse prevention'],
    parent: 'evidence-based',
    samhsa: ['TAP:RELP'],
  },
  'contingency-management': {
    label: 'Contingency management',
    synonyms: ['contingency management', 'motivational incentives'],
    parent: 'evidence-based',
    samhsa: ['TAP:CMI'],
  },
  'trauma-counseling': {
    label: 'Trauma-related counseling',
    synonyms: [
      'trauma therapy',
      'trauma counseling',
      'trauma-focused therapy',
      'trauma informed',
      'trauma-informed care',
    ],
    parent: 'evidence-based',
    samhsa: ['TAP:TRC'],
  },
  individual: {
    label: 'Individual therapy',
    synonyms: ['individual therapy', 'one on one', 'individual counseling', 'one-on-one counseling'],
    samhsa: ['TAP:IPT', 'ECS:ICO'],
  },
  group: {
    label: 'Group therapy',
    synonyms: ['group therapy', 'group', 'group counseling', 'groups', 'process group'],
    samhsa: ['TAP:GT', 'ECS:GCO'],
  },
  family: {
    label: 'Family therapy',
    synonyms: [
      'family therapy',
      'couples therapy',
      'family counseling',
      'couples counseling',
      'marriage counseling',
      'family sessions',
    ],
    samhsa: ['TAP:CFT', 'ECS:FCO', 'ECS:MCO'],
  },
  '12-step': {
    label: '12-step facilitation',
    synonyms: [
      '12-step',
      '12 step',
      'twelve step',
      'aa',
      'na',
      'twelve steps',
      'alcoholics anonymous',
      'narcotics anonymous',
      'twelve-step program',
    ],
    samhsa: ['TAP:TWFA'],
  },
  medication: {
    label: 'Medication for addiction',
    synonyms: ['mat', 'moud', 'medication assisted treatment', 'medication', 'medication-assisted', 'medications'],
    samhsa: ['AUT:PMAT'],
  },
  buprenorphine: {
    label: 'Buprenorphine',
    synonyms: ['buprenorphine', 'suboxone', 'subutex', 'sublocade', 'zubsolv', 'brixadi'],
    parent: 'medication',
    samhsa: ['OM:BU'],
  },
  methadone: {
    label: 'Methadone',
    synonyms: ['methadone', 'methadone clinic', 'methadone maintenance', 'opioid treatment program', 'otp'],
    parent: 'medication',
    samhsa: ['OM:MU'],
  },
  naltrexone: {
    label: 'Naltrexone',
    synonyms: ['naltrexone', 'vivitrol', 'vivitrol shot'],
    parent: 'medication',
    samhsa: ['OM:NU'],
  },
  holistic: {
    label: 'Holistic therapies',
    synonyms: ['holistic', 'holistic treatment', 'holistic therapy', 'alternative therapies'],
  },
  breathwork: {
    label: 'Breathwork',
    synonyms: ['breathwork', 'breathing exercises', 'breath work'],
    parent: 'holistic',
  },
  meditation: {
    label: 'Meditation and mindfulness',
    synonyms: ['meditation', 'mindfulness', 'mindfulness meditation', 'meditation therapy'],
    parent: 'holistic',
  },
  yoga: { label: 'Yoga', synonyms: ['yoga', 'yoga therapy'], parent: 'holistic' },
  'tai-chi': { label: 'Tai chi', synonyms: ['tai chi', 'taichi'], parent: 'holistic' },
  massage: { label: 'Massage', synonyms: ['massage', 'massage therapy'], parent: 'holistic' },
  art: { label: 'Art therapy', synonyms: ['art therapy', 'art class', 'expressive arts'], parent: 'holistic' },
  sound: { label: 'Sound therapy', synonyms: ['sound therapy', 'sound bath', 'sound healing'], parent: 'holistic' },
  equine: {
    label: 'Equine-assisted therapy',
    synonyms: ['equine', 'horses', 'horse therapy', 'equine therapy', 'horseback riding', 'equine-assisted'],
    parent: 'holistic',
  },
  nature: {
    label: 'Nature therapy',
    synonyms: ['nature therapy', 'wilderness', 'wilderness therapy', 'outdoor therapy', 'adventure therapy', 'hiking'],
    parent: 'holistic',
  },
  acupuncture: {
    label: 'Acupuncture',
    synonyms: ['acupuncture', 'acupuncturist'],
    parent: 'holistic',
    samhsa: ['AS:ACU'],
  },
});
export type Therapy = (typeof therapies.codes)[number];
