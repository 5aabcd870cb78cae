import type { z } from 'zod';
import { vocabulary } from './vocabulary.ts';

/** How a program treats. Only the nine holistic options without a SAMHSA code are an operator's own data. */
export const therapies = vocabulary('therapy', {
  'evidence-based': { label: 'Evidence-based psychotherapy', synonyms: ['evidence-based', 'evidence based'] },
  cbt: {
    label: 'Cognitive behavioral therapy (CBT)',
    synonyms: ['cbt'],
    parent: 'evidence-based',
    samhsa: ['TAP:CBT'],
  },
  dbt: {
    label: 'Dialectical behavior therapy (DBT)',
    synonyms: ['dbt'],
    parent: 'evidence-based',
    samhsa: ['TAP:DBT'],
  },
  emdr: { label: 'EMDR', synonyms: ['emdr', 'eye movement'], parent: 'evidence-based', samhsa: ['TAP:EMDR'] },
  motivational: {
    label: 'Motivational interviewing',
    synonyms: ['motivational interviewing', 'motivational'],
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
    synonyms: ['trauma therapy', 'trauma counseling'],
    parent: 'evidence-based',
    samhsa: ['TAP:TRC'],
  },
  individual: {
    label: 'Individual therapy',
    synonyms: ['individual therapy', 'one on one'],
    samhsa: ['TAP:IPT', 'ECS:ICO'],
  },
  group: { label: 'Group therapy', synonyms: ['group therapy', 'group'], samhsa: ['TAP:GT', 'ECS:GCO'] },
  family: {
    label: 'Family therapy',
    synonyms: ['family therapy', 'couples therapy'],
    samhsa: ['TAP:CFT', 'ECS:FCO', 'ECS:MCO'],
  },
  '12-step': {
    label: '12-step facilitation',
    synonyms: ['12-step', '12 step', 'twelve step', 'aa', 'na'],
    samhsa: ['TAP:TWFA'],
  },
  medication: {
    label: 'Medication for addiction',
    synonyms: ['mat', 'moud', 'medication assisted treatment', 'medication'],
    samhsa: ['AUT:PMAT'],
  },
  buprenorphine: {
    label: 'Buprenorphine',
    synonyms: ['buprenorphine', 'suboxone', 'subutex', 'sublocade'],
    parent: 'medication',
    samhsa: ['OM:BU'],
  },
  methadone: { label: 'Methadone', synonyms: ['methadone'], parent: 'medication', samhsa: ['OM:MU'] },
  naltrexone: { label: 'Naltrexone', synonyms: ['naltrexone', 'vivitrol'], parent: 'medication', samhsa: ['OM:NU'] },
  holistic: { label: 'Holistic therapies', synonyms: ['holistic'] },
  breathwork: { label: 'Breathwork', synonyms: ['breathwork'], parent: 'holistic' },
  meditation: { label: 'Meditation and mindfulness', synonyms: ['meditation', 'mindfulness'], parent: 'holistic' },
  yoga: { label: 'Yoga', synonyms: ['yoga'], parent: 'holistic' },
  'tai-chi': { label: 'Tai chi', synonyms: ['tai chi'], parent: 'holistic' },
  massage: { label: 'Massage', synonyms: ['massage'], parent: 'holistic' },
  art: { label: 'Art therapy', synonyms: ['art therapy'], parent: 'holistic' },
  sound: { label: 'Sound therapy', synonyms: ['sound therapy', 'sound bath'], parent: 'holistic' },
  equine: { label: 'Equine-assisted therapy', synonyms: ['equine', 'horses', 'horse therapy'], parent: 'holistic' },
  nature: { label: 'Nature therapy', synonyms: ['nature therapy', 'wilderness'], parent: 'holistic' },
  acupuncture: { label: 'Acupuncture', synonyms: ['acupuncture'], parent: 'holistic', samhsa: ['AS:ACU'] },
});
export const therapySchema = therapies.schema;
export type Therapy = z.infer<typeof therapySchema>;
