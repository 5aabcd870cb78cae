import type { Phone } from '../../functions/domain/contact.ts';
import type { Offering } from '../../functions/domain/offering.ts';
import type { CenterRecord } from '../../functions/domain/record.ts';
import { defaultFacts, type Facts, factNames, LAYOUT, plainPhone } from '../../functions/records/layout/layout.ts';
import { organizationOf } from '../../functions/records/layout/organization.ts';
import { inlineJson } from './format.ts';
import { identityOf, sourcesByKey } from './source-keys.ts';

type Members = Record<string, unknown>;

/**
 * Writes records in the layout of `data/centers`, in the given order. A center's lines depend only on that center, and
 * on the keys of the sources, so a diff shows only the centers that changed.
 */
export function layoutText(records: readonly CenterRecord[]): string {
  const sources = sourcesByKey(records.flatMap(({ center }) => center.sources));
  const keys = new Map([...sources].map(([key, source]) => [identityOf(source), key]));
  const states = new Set(records.map(({ center }) => center.address.state));
  const [state] = states.size === 1 ? states : [];
  const sourceLines = [...sources].map(([key, source]) => `  ${JSON.stringify(key)}: ${inlineJson(source)}`);
  const centers = records.map((record) => centerText(record, state, keys));
  const lines = [
    `"layout": ${JSON.stringify(LAYOUT)}`,
    ...(state === undefined ? [] : [`"state": ${JSON.stringify(state)}`]),
    `"sources": ${blockOf('{', sourceLines, '}')}`,
    `"centers": ${blockOf('[', centers, ']')}`,
  ];
  return `{\n${lines.join(',\n')}\n}\n`;
}

const blockOf = (open: string, lines: readonly string[], close: string): string =>
  lines.length === 0 ? `${open}${close}` : `${open}\n${lines.join(',\n')}\n${close}`;

function centerText(record: CenterRecord, state: string | undefined, keys: ReadonlyMap<string, string>): string {
  const { center, offerings } = record;
  const { address, location } = center;
  const naming = {
    id: center.id,
    name: center.name,
    ...(center.alternateNames.length > 0 && { alternateNames: center.alternateNames }),
    ...organizationMember(record),
    ...(center.sample && { sample: true }),
  };
  const place = {
    street: address.street,
    city: address.city,
    ...(address.state !== state && { state: address.state }),
    zip: address.zip,
    ...location,
  };
  const contact = {
    phones: center.phones.map(phoneMember),
    ...(center.website !== null && { website: center.website }),
    ...(center.unknownLevels.length > 0 && { unknownLevels: center.unknownLevels }),
    sources: center.sources.map((source) => keys.get(identityOf(source))),
  };
  const programs = programsOf(offerings).map((program) => programText(center.id, program));
  const lines = [
    membersLine(naming),
    membersLine(place),
    membersLine(contact),
    ...(programs.length > 0 ? [`"programs": [\n${programs.join(',\n')}\n  ]`] : []),
    ...(record.private === undefined ? [] : [membersLine({ private: record.private })]),
  ];
  return `{ ${lines.join(',\n  ')} }`;
}

const membersLine = (members: Members): string => inlineJson(members).slice(2, -2);

function organizationMember({ center: { name, organization } }: CenterRecord): Members {
  if (same(organization, organizationOf(name))) return {};
  return { organization: same(organization, organizationOf(organization.name)) ? organization.name : organization };
}

function phoneMember({ number, ...rest }: Phone): unknown {
  return same(rest, plainPhone) ? number : { number, ...rest };
}

/** Facts that get their own line, because they are long or change independently of other facts. */
function programsOf(offerings: readonly Offering[]): Offering[][] {
  const programs: Offering[][] = [];
  const sharedBy = ({ populations, payers, languages }: Offering) => [populations, payers, languages];
  for (const offering of offerings) {
    const last = programs.at(-1);
    if (last?.[0] !== undefined && same(sharedBy(last[0]), sharedBy(offering))) last.push(offering);
    else programs.push([offering]);
  }
  return programs;
}

/**
 * Writes the most common value of each fact once (the first one, in a tie). An offering then only lists values that
 * differ.
 */
function programText(centerId: string, offerings: readonly Offering[]): string {
  const shared = Object.fromEntries(factNames.map((name) => [name, mostCommon(offerings, name)])) as unknown as Facts;
  const stated = (names: readonly (keyof Facts)[]): Members =>
    Object.fromEntries(
      names.filter((name) => !same(shared[name], defaultFacts[name])).map((name) => [name, shared[name]]),
    );
  const lines = factLines.map((names) => membersLine(stated(names))).filter((line) => line !== '');
  const rows = offerings.map((offering) => `        ${inlineJson(offeringRow(centerId, offering, shared))}`);
  lines.push(`"offerings": [\n${rows.join(',\n')}\n      ]`);
  return `    { ${lines.join(',\n      ')} }`;
}

/** Facts that get their own line, because they are long or change separately. */
const linesOfOwn = [
  'asam conditions',
  'populations ages genders only',
  'therapies',
  'schedule',
  'confirmation intake',
].map((line) => factNames.filter((name) => line.split(' ').includes(name)));
const others = factNames.filter((name) => !linesOfOwn.flat().includes(name));
const factLines: readonly (readonly (keyof Facts)[])[] = linesOfOwn.toSpliced(3, 0, others);

function offeringRow(centerId: string, offering: Offering, shared: Facts): Members {
  const suffix = offering.id.slice(centerId.length + 1);
  const own = factNames.filter((name) => !same(offering[name], shared[name]));
  return {
    level: offering.level,
    ...(suffix !== offering.level && { id: suffix }),
    ...Object.fromEntries(own.map((name) => [name, offering[name]])),
  };
}

function mostCommon<Name extends keyof Facts>(offerings: readonly Offering[], name: Name): Offering[Name] | undefined {
  const counts = new Map<string, number>();
  for (const offering of offerings) counts.set(textOf(offering[name]), (counts.get(textOf(offering[name])) ?? 0) + 1);
  const most = Math.max(...counts.values());
  return offerings.find((offering) => counts.get(textOf(offering[name])) === most)?.[name];
}

const textOf = (value: unknown): string => JSON.stringify(value);

const same = (one: unknown, other: unknown): boolean => textOf(one) === textOf(other);
