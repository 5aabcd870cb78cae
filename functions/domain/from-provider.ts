import type { FieldName } from './fields.ts';

/**
 * The facts that a provider can state for an offering in its treatment-programs.json: fields by name, the level itself,
 * whether it accepts new clients (`accepting`), and which groups it serves exclusively (`only`). Published pages refer
 * to them by their position in this list, so append; never move one.
 */
export const providerFacts = [
  'level',
  'condition',
  'population',
  'age',
  'gender',
  'families',
  'therapy',
  'payer',
  'modality',
  'schedule',
  'language',
  'housing',
  'maxHoursPerWeek',
  'maxSessionsPerWeek',
  'maxWeeks',
  'accepting',
  'only',
] as const satisfies readonly (FieldName | 'only')[];
export type ProviderFact = (typeof providerFacts)[number];

/**
 * Fields that a provider's file cannot state, because they belong to the center or to admissions. A test checks that
 * every field is in one of the two lists.
 */
export const ofOthers: readonly FieldName[] = ['organization', 'in', 'confirmed'];

/** Which facts of an offering its provider states on its own site, and how old they are (from-provider-schema.ts). */
export interface FromProvider {
  host: string;
  asOf: string;
  readOn: string;
  staleOn: string;
  failingSince?: string | undefined;
  facts: ProviderFact[];
}

/** Name of a provider's file in a center's `sources`. */
export const providerSourceName = (host: string): string => `${providerSourcePrefix}${host}`;
/** Path of the file on the provider's own site. */
export const PROVIDER_PATH = '/.well-known/treatment-programs.json';
export const providerUrl = (host: string): string => `https://${host}${PROVIDER_PATH}`;
const providerSourcePrefix = 'treatment-programs.json of ';
export const isProviderSource = ({ name }: { readonly name: string }): boolean => name.startsWith(providerSourcePrefix);

/** True if the provider's facts are too old to rely on. @param now Milliseconds since 1970. */
export const isOldWord = ({ staleOn }: Pick<FromProvider, 'staleOn'>, now: number): boolean =>
  Date.parse(staleOn) <= now;

/**
 * Time of a provider's denial, in the form that a confirmation has. It has no milliseconds, which tells it from
 * confirmations by admissions.
 */
export const deniedOn = (asOf: string): string => `${asOf}T00:00:00Z`;

/** True if the provider's file says that the offering does not exist, and no person has answered about it. */
export function isDeniedByProvider({
  confirmation,
  fromProvider,
}: {
  readonly confirmation: { readonly state: string; readonly confirmedAt: string | null };
  readonly fromProvider?: Pick<FromProvider, 'facts' | 'asOf'> | undefined;
}): boolean {
  return (
    confirmation.state === 'denied' &&
    fromProvider?.facts.includes('level') === true &&
    confirmation.confirmedAt === deniedOn(fromProvider.asOf)
  );
}
