import { isDeepStrictEqual } from 'node:util';
import { unconfirmed } from '../../domain/confirmation.ts';
import {
  deniedOn,
  type FromProvider,
  type ProviderFact,
  providerFacts,
  providerSourceName,
} from '../../domain/from-provider.ts';
import { unknownIntake } from '../../domain/intake.ts';
import type { Level } from '../../domain/level-of-care.ts';
import { type Offering, unknownLists, unknownYesNo } from '../../domain/offering.ts';
import { type CenterRecord, recordSchema } from '../../domain/record.ts';
import { directories, vocabularyOfOffering } from '../../domain/source-vocabulary.ts';
import { assign } from './assign.ts';
import type { ProviderCenter, ProviderProgram } from './schema.ts';
import { staleOn } from './stale.ts';
import { statedIn, statedOf, withStated } from './stated.ts';

/** What a provider's file says about one listed center. */
export interface ProviderWord {
  /** Id of the center in the listings. */
  readonly center: string;
  readonly host: string;
  /** The day on which the provider last changed the file. */
  readonly updated: string;
  readonly readOn: string;
  readonly failingSince?: string;
  readonly says: ProviderCenter;
  /**
   * Which offering each program was matched to before, by the program's id. The offering's id is given without the
   * center's id.
   */
  readonly offerings: Readonly<Record<string, string>>;
}

/** A fact on which a listing and a provider disagree. Both values stay stored; `shown` says which one readers see. */
export interface Conflict {
  readonly center: string;
  /** The offering's id, or a level that only the listing or only the provider has. */
  readonly offering: string;
  readonly fact: ProviderFact | 'phone';
  readonly listing: unknown;
  readonly listedOn: string;
  readonly provider: unknown;
  readonly statedOn: string;
  /** `both`: the listing's value is shown until an editor decides. */
  readonly shown: 'listing' | 'provider' | 'both';
}

export interface Merged {
  readonly record: CenterRecord;
  readonly conflicts: readonly Conflict[];
  readonly offerings: Readonly<Record<string, string>>;
}

/** Thrown if the merged record would be invalid. */
export class MergeError extends Error {
  override readonly name = 'MergeError';
}

/**
 * Adds a provider's facts to a listing. Of each fact, the newer value is shown; on the same day, the provider's. If the
 * provider gives a list, it is complete; a fact that the provider omits stays as in the listing. Everything that people
 * add (corrections, confirmations, agents' facts) is applied later, so it takes precedence.
 * @param today Decides if a "not offered" is too old. If so, the listing's own fact is used, and the center can be
 * asked again.
 * @throws MergeError
 */
export function mergeProvider(record: CenterRecord, word: ProviderWord, today: string): Merged {
  const { center, offerings } = record;
  const conflicts: Conflict[] = [];
  const programs = word.says.programs as readonly ProviderProgram[];
  const assigned = assign(center, offerings, programs, word.offerings);
  const stated = new Map<string, ProviderProgram>();
  for (const program of programs) stated.set(assigned.get(program.id) ?? '', program);
  const denied = deniedLevels(word, today);
  const merged = offerings.map((offering) => {
    const program = stated.get(offering.id);
    stated.delete(offering.id);
    if (program !== undefined) return withProgram(record, offering, program, word, conflicts);
    return denied.includes(offering.level) ? notOffered(record, offering, word, conflicts) : offering;
  });
  const added = [...stated].map(([id, program]) => ownOffering(id, program, word));
  for (const { id, level } of added)
    if (!center.unknownLevels.includes(level) && !offerings.some((one) => one.level === level))
      conflicts.push({
        ...{ center: center.id, offering: id, fact: 'level', listing: null, listedOn: latest(record) },
        ...{ provider: level, statedOn: stated.get(id)?.asOf ?? word.updated, shown: 'provider' },
      });
  conflicts.push(...phoneConflicts(record, word));
  const known = new Set<Level>([...programs.map(({ level }) => level), ...denied]);
  const result = recordSchema.safeParse({
    ...record,
    center: {
      ...center,
      website: center.website ?? word.says.website ?? null,
      unknownLevels: center.unknownLevels.filter((level) => !known.has(level)),
      sources: [...center.sources, { name: providerSourceName(word.host), asOf: word.updated }],
    },
    offerings: [...merged, ...added],
  });
  if (!result.success)
    throw new MergeError(`"${center.id}" with the facts of ${word.host}: ${result.error.issues[0]?.message}`);
  const ids = [...assigned].map(([program, id]): [string, string] => [program, id.slice(center.id.length + 1)]);
  return { record: result.data, conflicts, offerings: Object.fromEntries(ids) };
}

function deniedLevels({ says }: ProviderWord, today: string): readonly Level[] {
  const { notOffered } = says;
  return notOffered === undefined || staleOn(notOffered) <= today ? [] : notOffered.levels;
}

function withProgram(
  record: CenterRecord,
  listed: Offering,
  program: ProviderProgram,
  word: ProviderWord,
  conflicts: Conflict[],
): Offering {
  const listedOn = dateOf(record, listed);
  const isNewer = program.asOf >= listedOn;
  const facts: ProviderFact[] = [];
  let offering = listed;
  for (const fact of statedIn(program)) {
    const [before, now] = [statedOf(listed, fact), statedOf(program, fact)];
    const isListed = before !== null && !(fact === 'only' && listed.only.length === 0);
    if (isListed && !isSame(before, now))
      conflicts.push({
        ...{ center: record.center.id, offering: listed.id, fact, listing: before, listedOn, provider: now },
        ...{ statedOn: program.asOf, shown: isNewer ? 'provider' : 'listing' },
      });
    if (isListed && !isNewer) continue;
    facts.push(fact);
    offering = withStated(offering, fact, program);
  }
  return facts.length === 0 ? offering : { ...offering, fromProvider: fromProvider(word, program, facts) };
}

function notOffered(record: CenterRecord, listed: Offering, word: ProviderWord, conflicts: Conflict[]): Offering {
  const { notOffered: said } = word.says;
  if (said === undefined) return listed;
  const listedOn = dateOf(record, listed);
  const isNewer = said.asOf >= listedOn;
  conflicts.push({
    ...{
      center: record.center.id,
      offering: listed.id,
      fact: 'level',
      listing: listed.level,
      listedOn,
      provider: null,
    },
    ...{ statedOn: said.asOf, shown: isNewer ? 'provider' : 'listing' },
  });
  if (!isNewer) return listed;
  // Treated like a denial from admissions: searches do not find the offering, and a person's confirmation replaces the
  // denial.
  const confirmation = { state: 'denied', confirmedAt: deniedOn(said.asOf), expiresAt: null } as const;
  return { ...listed, confirmation, fromProvider: fromProvider(word, said, ['level']) };
}

function ownOffering(id: string, program: ProviderProgram, word: ProviderWord): Offering {
  const facts = statedIn(program);
  const nothing: Offering = {
    ...{ id, level: program.level, asam: null, ...unknownLists, schedule: null, ...unknownYesNo },
    ...{ confirmation: unconfirmed, intake: unknownIntake },
  };
  const offering = facts.reduce((made, fact) => withStated(made, fact, program), nothing);
  return { ...offering, fromProvider: fromProvider(word, program, facts) };
}

function fromProvider(
  { host, readOn, failingSince }: ProviderWord,
  dated: Pick<ProviderProgram, 'asOf' | 'validUntil'>,
  facts: readonly ProviderFact[],
): FromProvider {
  return {
    ...{ host, asOf: dated.asOf, readOn, staleOn: staleOn(dated) },
    ...(failingSince === undefined ? {} : { failingSince }),
    facts: providerFacts.filter((fact) => facts.includes(fact)),
  };
}

/** The date of the source that the offering's facts are from. */
function dateOf(record: CenterRecord, offering: Offering): string {
  const vocabulary = vocabularyOfOffering(record.center, offering);
  const own = record.center.sources.filter(
    ({ name }) => vocabulary !== 'open' && name.startsWith(`${directories[vocabulary]} `),
  );
  return own.length === 0 ? latest(record) : latest({ center: { sources: own } });
}

const latest = ({ center }: { readonly center: Pick<CenterRecord['center'], 'sources'> }): string =>
  center.sources
    .map(({ asOf }) => asOf)
    .toSorted()
    .at(-1) ?? '';

function isSame(one: unknown, other: unknown): boolean {
  const sorted = (value: unknown) => (Array.isArray(value) && value.every(isText) ? value.toSorted() : value);
  return isDeepStrictEqual(sorted(one), sorted(other));
}
const isText = (value: unknown): value is string => typeof value === 'string';

/**
 * A conflict if the provider's phone numbers differ from the listing's. A person decides which are right, because a
 * wrong number does the most harm.
 */
function phoneConflicts(record: CenterRecord, { says, updated }: ProviderWord): Conflict[] {
  const listed = record.center.phones.map(({ number }) => number);
  const stated = says.phones.map(({ number }) => number);
  if (listed.every((number) => stated.includes(number)) && stated.length === listed.length) return [];
  return [
    {
      ...{ center: record.center.id, offering: '', fact: 'phone', listing: listed, listedOn: latest(record) },
      ...{ provider: stated, statedOn: updated, shown: 'both' },
    },
  ];
}
