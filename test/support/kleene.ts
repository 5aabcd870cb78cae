import { confirmationState } from '../../functions/domain/confirmation.ts';
import { type Level, levels } from '../../functions/domain/level-of-care.ts';
import type { Offering } from '../../functions/domain/offering.ts';
import type { CenterRecord } from '../../functions/domain/record.ts';
import type { Filter } from '../../functions/search/filter.ts';
import { answers, has, least, type Program, sourceOf, type Three } from './kleene-program.ts';

/**
 * A plain three-valued scan, one offering after another, without pages or index: how a whole center matches, from what
 * each of its programs answers (kleene-program.ts).
 */
export type PlainVerdict =
  | { readonly kind: 'listed' | 'unknown'; readonly offerings: readonly Offering[]; readonly ask: readonly string[] }
  | { readonly kind: 'no' };

/** How a center matches, decided from its record. */
export function plainVerdict(record: CenterRecord, filter: Filter, now: number): PlainVerdict {
  const { center } = record;
  if (filter.organization && !filter.organization.includes(center.organization.slug)) return { kind: 'no' };
  if (filter.in && !filter.in.includes(center.address.state)) return { kind: 'no' };
  const alive = record.offerings.filter(({ confirmation }) => confirmation.state !== 'denied');
  const { organization: _, in: __, accepting, ...rest } = filter;
  const asked = accepting === true || Object.values(rest).some((value) => value !== undefined);
  if (!asked) return { kind: 'listed', offerings: alive, ask: [] };
  const judged = alive.map((offering) => {
    const program: Program = { ...offering, source: sourceOf(record, offering) };
    const open = answers(program, filter);
    const aboutUs = [
      levelIs(offering.level, filter),
      servedIs(offering, filter),
      confirmedIs(offering, filter, now),
      acceptingIs(offering, filter),
    ];
    return { offering, answer: least([...open.map(([, answer]) => answer), ...aboutUs]), open };
  });
  const listed = judged.filter(({ answer }) => answer === 'yes').map(({ offering }) => offering);
  if (listed.length > 0) return { kind: 'listed', offerings: listed, ask: [] };
  const doubtful = judged.filter(({ answer }) => answer === 'unknown');
  const reasons = [
    ...doubtful.map(({ open }) => unknownIn(open)),
    ...unknownLevels(record, alive, filter).map((open) => ['level', ...unknownIn(open)]),
  ];
  const [first, ...others] = reasons;
  if (first === undefined) return { kind: 'no' };
  const ask = others.reduce((best, one) => (one.length < best.length ? one : best), first);
  return { kind: 'unknown', offerings: doubtful.map(({ offering }) => offering), ask };
}

const unknownIn = (open: readonly (readonly [string, Three])[]): string[] =>
  open.filter(([, answer]) => answer === 'unknown').map(([field]) => field);

/** The answers of each possible form of an unknown level. */
function unknownLevels(record: CenterRecord, alive: readonly Offering[], filter: Filter): [string, Three][][] {
  if (filter.confirmed) return [];
  const wanted = record.center.unknownLevels.filter((level) => levelIs(level, filter) === 'yes');
  const inOrder = levels.codes.filter((level) => wanted.includes(level));
  const home = ['op', 'iop', 'php', 'aftercare'];
  return inOrder.flatMap((level) => {
    const models = modelsOf(record, alive, level);
    const nothing = {
      conditions: [],
      populations: [],
      ages: null,
      genders: null,
      families: [],
      only: [],
      therapies: [],
      payers: [],
      languages: [],
      source: 'open' as const,
    };
    const programs: Program[] = models.map((offering) => ({
      ...offering,
      source: sourceOf(record, offering),
      modalities: home.includes(offering.level) === home.includes(level) ? offering.modalities : null,
      level,
      schedule: null,
      housing: null,
    }));
    if (models.length === 0) programs.push({ ...nothing, level, modalities: null, schedule: null, housing: null });
    return programs
      .map((program) => answers(program, filter))
      .filter((open) => open.every(([, answer]) => answer !== 'no'));
  });
}

/** The offerings whose facts an unknown level may have: those whose source has no word for it, else all. */
export function modelsOf(record: CenterRecord, alive: readonly Offering[], level: Level): readonly Offering[] {
  const speechless = alive.filter((offering) => {
    const source = sourceOf(record, offering);
    return source === 'open' || !has(source, levels.terms[level].samhsa);
  });
  return speechless.length > 0 ? speechless : alive;
}

/**
 * An offering only for DUI clients matches no other search for programs. A search that only lists every level does not
 * count as a search for programs.
 */
function servedIs({ only }: Offering, filter: Filter): Three {
  const others = Object.entries(filter).filter(
    ([field, value]) => !['level', 'organization', 'in'].includes(field) && value !== undefined && value !== false,
  );
  const listsAll = others.length === 0 && filter.housing === undefined && new Set(filter.level).size === 8;
  const forDui = listsAll || filter.population?.includes('justice-involved') === true;
  return only.includes('dui') && !forDui ? 'no' : 'yes';
}

const levelIs = (level: Level, { level: wanted }: Filter): Three =>
  wanted === undefined || wanted.includes(level) ? 'yes' : 'no';

function confirmedIs({ confirmation }: Offering, { confirmed }: Filter, now: number): Three {
  if (confirmed === undefined) return 'yes';
  const age = now - Date.parse(confirmation.confirmedAt ?? '');
  const fresh = confirmed.maxAgeDays === null || age <= confirmed.maxAgeDays * 86_400_000;
  return confirmationState(confirmation, now) === 'confirmed' && fresh ? 'yes' : 'no';
}

const acceptingIs = ({ intake }: Offering, { accepting }: Filter): Three =>
  accepting === true && (intake.state === 'full' || intake.state === 'closed') ? 'no' : 'yes';

/** Counts what the API counts: up to fifty, in the given order. */
export function plainUnknown(verdicts: readonly PlainVerdict[]) {
  const doubtful = verdicts.flatMap((verdict) => (verdict.kind === 'unknown' ? [verdict.ask] : []));
  const counted = doubtful.slice(0, 50);
  const because: Record<string, number> = {};
  for (const field of counted.flat()) because[field] = (because[field] ?? 0) + 1;
  return { count: counted.length, more: doubtful.length > 50, because };
}
