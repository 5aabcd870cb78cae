import { unconfirmed } from '../../domain/confirmation.ts';
import { LEVEL } from '../../domain/fact.ts';
import { isDeniedByProvider } from '../../domain/from-provider.ts';
import type { Offering } from '../../domain/offering.ts';
import type { CenterRecord } from '../../domain/record.ts';
import { isOwn } from '../../records/provider/assign.ts';
import { factsAt } from '../../records/provider/stated.ts';
import type { StoredConfirmation } from '../../store/stored-confirmation.ts';
import type { StoredFacts } from '../../store/stored-facts.ts';
import type { DatedCorrection } from './newer-facts.ts';

/** Everything that people recorded about a center. */
export interface SaidOfCenter {
  readonly confirmations: readonly StoredConfirmation[];
  readonly facts: readonly StoredFacts[];
  readonly corrections: readonly DatedCorrection[];
}

/**
 * Lets people's answers override a provider's file, in a record to which people's additions were already applied. A
 * corrected fact no longer counts as stated by the provider. If people denied all listed programs of a level, programs
 * of that level that only the provider lists are denied too, until somebody answers about one of them.
 */
export function heedPeople(record: CenterRecord, said: SaidOfCenter): CenterRecord {
  if (!record.offerings.some(({ fromProvider }) => fromProvider !== undefined)) return record;
  const offerings = record.offerings.map((offering) => withOwnDenial(offering, record, said));
  return { ...record, offerings: offerings.map((offering) => withoutCorrected(offering, said.corrections)) };
}

function withOwnDenial(offering: Offering, { center, offerings }: CenterRecord, said: SaidOfCenter): Offering {
  if (!isOwn(center, offering) || hasWord(offering.id, said)) return offering;
  const listed = offerings.filter((one) => one.level === offering.level && !isOwn(center, one));
  const wasDenied = ({ id, confirmation }: Offering) =>
    confirmation.state === 'denied' && (!isOwn(center, { id, level: offering.level }) || hasWord(id, said));
  const denial = listed.find(wasDenied)?.confirmation;
  if (denial !== undefined && listed.every(wasDenied)) return { ...offering, confirmation: denial };
  const ofLevel = said.facts.find((one) => one.offering === offering.level)?.facts[LEVEL];
  if (listed.length > 0 || ofLevel === undefined || ofLevel.value === 'unknown')
    return { ...offering, confirmation: unconfirmed };
  // If the level was unknown at the time of an answer, the answer is about all programs of the level.
  return ofLevel.value === 'no'
    ? { ...offering, confirmation: { state: 'denied', confirmedAt: ofLevel.at, expiresAt: null } }
    : offering;
}

/** True if a person said whether this very offering exists. */
const hasWord = (id: string, { confirmations, facts }: SaidOfCenter): boolean =>
  confirmations.some(({ offering, state }) => offering === id && state !== 'unconfirmed') ||
  facts.some(
    ({ offering, facts: own }) => offering === id && own[LEVEL] !== undefined && own[LEVEL].value !== 'unknown',
  );

function withoutCorrected(offering: Offering, corrections: readonly DatedCorrection[]): Offering {
  const { fromProvider, ...rest } = offering;
  if (fromProvider === undefined) return offering;
  const corrected = corrections.flatMap(({ path }) => {
    const [first, id, member = '', part] = path.split('.');
    return first === 'offerings' && id === offering.id ? factsAt(member, part) : [];
  });
  const isPeoples = offering.confirmation.state !== 'unconfirmed' && !isDeniedByProvider(offering);
  const facts = fromProvider.facts.filter((fact) => !corrected.includes(fact) && !(isPeoples && fact === 'level'));
  return facts.length === 0 ? rest : { ...rest, fromProvider: { ...fromProvider, facts } };
}
