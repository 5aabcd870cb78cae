import { vocabulary } from './vocabulary.ts';

/** Kinds of payer: ways to pay that any center may accept. */
export const payers = vocabulary('payer', {
  private: {
    label: 'Private insurance',
    synonyms: ['private insurance', 'insurance', 'commercial insurance', 'private ins', 'commercial ins'],
    samhsa: ['PAY:PI'],
  },
  medicaid: { label: 'Medicaid', synonyms: ['medicaid', 'medi-cal', 'ahcccs', 'soonercare'], samhsa: ['PAY:MD'] },
  medicare: { label: 'Medicare', synonyms: ['medicare'], samhsa: ['PAY:MC'] },
  military: {
    label: 'TRICARE or military insurance',
    synonyms: ['tricare', 'military insurance'],
    samhsa: ['PAY:MI'],
  },
  state: { label: 'State-financed plan', synonyms: ['state insurance', 'state plan'], samhsa: ['PAY:SI'] },
  tribal: { label: 'IHS, tribal or urban Indian funds', synonyms: ['ihs', 'tribal funds'], samhsa: ['PAY:ITU'] },
  'self-pay': {
    label: 'Cash or self-payment',
    synonyms: ['self-pay', 'self pay', 'cash', 'no insurance'],
    samhsa: ['PAY:SF'],
  },
  'sliding-scale': {
    label: 'Sliding fee scale',
    synonyms: ['sliding scale', 'low cost', 'affordable'],
    samhsa: ['PYAS:SS'],
  },
  free: { label: 'Free', synonyms: ['free', 'no cost'], samhsa: ['PAY:NP'] },
});
export type PayerKind = (typeof payers.codes)[number];

// Names of insurers by slug, as they write them. An insurer that is not in this list is shown with its slug in title
// case.
const insurerNames: ReadonlyMap<string, string> = new Map(
  Object.entries({
    aetna: 'Aetna',
    anthem: 'Anthem',
    'blue-cross-blue-shield': 'Blue Cross Blue Shield',
    cigna: 'Cigna',
    humana: 'Humana',
    kaiser: 'Kaiser Permanente',
    'magellan-health': 'Magellan Health',
    optum: 'Optum',
    'united-healthcare': 'UnitedHealthcare',
  }),
);

/** Insurers that we know by name, in addition to those in the listings. */
export const knownInsurers: readonly string[] = [...insurerNames.keys()];

/** A payer kind, or the slug of a named insurer. Insurers are an open list whose parent is `private`. */
export type Payer = string;

export function isPayerKind(payer: string): payer is PayerKind {
  return Object.hasOwn(payers.terms, payer);
}

/**
 * True for a kind of payer, or for an insurer that the dataset names.
 * @param insurers Slugs of the insurers that the dataset names.
 */
export const isListedPayer = (payer: string, insurers: readonly string[]): boolean =>
  isPayerKind(payer) || insurers.includes(payer);

/**
 * The name to show for an insurer.
 * @param slug Such as `blue-cross-blue-shield`.
 */
export function insurerLabel(slug: string): string {
  return (
    insurerNames.get(slug) ??
    slug
      .split('-')
      .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
      .join(' ')
  );
}
