import type { z } from 'zod';
import { vocabulary } from './vocabulary.ts';

/** What a program treats. Asking for a parent also finds its children; `co-occurring` is both at once. */
export const conditions = vocabulary('condition', {
  'substance-use': {
    label: 'Substance use',
    synonyms: ['substance use', 'substance abuse', 'addiction', 'drugs', 'drug rehab', 'sud'],
    samhsa: ['TC:SA'],
  },
  alcohol: {
    label: 'Alcohol use',
    synonyms: ['alcohol', 'drinking', 'alcoholism', 'aud'],
    parent: 'substance-use',
    samhsa: ['AUT:ACMA', 'AUT:PMAT', 'AUT:NMAUT', 'EXCL:AUDO', 'DETOX:ADTX'],
  },
  opioids: {
    label: 'Opioid use',
    synonyms: ['opioids', 'opiates', 'heroin', 'fentanyl', 'painkillers', 'oud'],
    parent: 'substance-use',
    // The kinds of opioid treatment, not the medications (OM): naltrexone is used for alcohol as well.
    samhsa: [
      'EXCL:OUDO',
      'DETOX:ODTX',
      'OT:BUM',
      'OT:DB',
      'OT:DLC',
      'OT:DM',
      'OT:MM',
      'OT:MOA',
      'OT:MWS',
      'OT:NMOA',
      'OT:OTP',
      'OT:RPN',
      'OT:UB',
      'OT:UN',
    ],
  },
  stimulants: {
    label: 'Stimulant use',
    synonyms: ['stimulants', 'cocaine', 'crack', 'meth', 'methamphetamine', 'adderall'],
    parent: 'substance-use',
    samhsa: ['DETOX:CDTX', 'DETOX:MDTX'],
  },
  'prescription-medications': {
    label: 'Prescription medication use',
    synonyms: ['prescription medications', 'prescription drugs', 'pills', 'benzos', 'benzodiazepines', 'xanax'],
    parent: 'substance-use',
    samhsa: ['DETOX:BDTX'],
  },
  'mental-health': {
    label: 'Mental health',
    synonyms: ['mental health', 'mental illness', 'psychiatric', 'behavioral health'],
    samhsa: ['TC:MH', 'SG:SMI', 'SG:SED'],
  },
  depressive: { label: 'Depression', synonyms: ['depression', 'depressive', 'depressed'], parent: 'mental-health' },
  anxiety: { label: 'Anxiety', synonyms: ['anxiety', 'panic', 'panic attacks'], parent: 'mental-health' },
  personality: {
    label: 'Personality disorders',
    synonyms: ['personality disorder', 'borderline', 'bpd'],
    parent: 'mental-health',
  },
  ptsd: {
    label: 'PTSD',
    synonyms: ['ptsd', 'post-traumatic stress'],
    parent: 'mental-health',
    samhsa: ['SG:PTSD'],
  },
  trauma: { label: 'Trauma', synonyms: ['trauma'], parent: 'mental-health', samhsa: ['SG:TRMA'] },
  phobias: { label: 'Phobias', synonyms: ['phobia', 'phobias'], parent: 'mental-health' },
  ocd: { label: 'OCD', synonyms: ['ocd', 'obsessive compulsive'], parent: 'mental-health' },
  eating: {
    label: 'Eating disorders',
    synonyms: ['eating disorder', 'eating disorders', 'anorexia', 'bulimia', 'binge eating'],
    parent: 'mental-health',
    samhsa: ['SG:PED'],
  },
  'co-occurring': {
    label: 'Co-occurring (dual diagnosis)',
    synonyms: ['co-occurring', 'dual diagnosis', 'dual-diagnosis', 'comorbid'],
    samhsa: ['TC:SUMH', 'SG:CO'],
  },
});
export const conditionSchema = conditions.schema;
export type Condition = z.infer<typeof conditionSchema>;
