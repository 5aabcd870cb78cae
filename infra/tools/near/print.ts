import Table from 'cli-table3';
import { z } from 'zod';
import type { Fields } from '../../../functions/domain/fields.ts';
import { onlys, onlyText } from '../../../functions/domain/only.ts';
import { schemaOf } from '../../../functions/domain/vocabulary-schema.ts';
import { nearestMilesOf, outsideText } from '../../../functions/http/coverage.ts';

/** The parts of an answer that the table shows. API.md describes the whole answer. */
const answerSchema = z.object({
  origin: z.object({ kind: z.string(), label: z.string() }).nullable(),
  /** Missing in answers of servers with an earlier version. */
  coverage: z
    .object({
      states: z.array(z.string()),
      origin: z.object({ state: z.string().nullable(), listed: z.boolean() }),
    })
    .optional(),
  query: z.object({
    cursor: z.string().optional(),
    within: z.string().optional(),
    name: z.string().optional(),
    ignored: z.array(z.string()).default([]),
    include: z.string().optional(),
  }),
  results: z.array(
    z.object({
      center: z.object({
        name: z.string(),
        sample: z.boolean(),
        address: z.object({ street: z.string().nullable(), city: z.string(), state: z.string(), zip: z.string() }),
        location: z.object({ accuracy: z.string() }),
        phones: z.array(z.object({ display: z.string(), purpose: z.string(), answeredBy: z.string() })),
        sources: z.array(z.object({ name: z.string(), asOf: z.string() })),
      }),
      distance: z.object({ miles: z.number(), approximate: z.literal(true).optional() }).optional(),
      offerings: z.array(
        z.object({
          label: z.string(),
          /** Missing in answers of servers with an earlier version. */
          only: z.array(schemaOf(onlys)).default([]),
          confirmation: z.object({ state: z.string() }),
        }),
      ),
      ask: z.array(z.string()).default([]),
    }),
  ),
  unknown: z.object({
    count: z.number(),
    more: z.boolean().optional(),
    because: z.record(z.string(), z.number()).default({}),
  }),
  alternatives: z
    .array(
      z.object({
        change: z.record(z.string(), z.string().nullable()),
        count: z.number(),
        more: z.boolean(),
        nearestMiles: z.number().nullable(),
      }),
    )
    .default([]),
  help: z.object({ crisis: z.string(), treatment: z.string(), emergency: z.string(), notice: z.string() }),
});

const problemSchema = z.object({
  title: z.string(),
  detail: z.string(),
  errors: z
    .array(z.object({ parameter: z.string().optional(), pointer: z.string().optional(), message: z.string() }))
    .default([]),
});

const MOST_PHONES = 2;
const answerers: Readonly<Record<string, string>> = {
  facility: 'facility',
  'central-admissions': 'central team',
  'third-party': 'third party',
};

/** Prints the answer as a table for people. @param columns Width of the terminal in characters. */
export function printAnswer(body: string, columns: number): string {
  const answer = answerSchema.parse(JSON.parse(body));
  const { origin, coverage, query, results, unknown, alternatives, help } = answer;
  const outside = coverage === undefined ? null : outsideText(coverage, nearestMilesOf(answer));
  const lines = [
    ...(outside === null ? [] : [outside]),
    `${results.length === 0 ? 'No center' : centers(results.length)}, ${scopeOf(origin, query)}`,
  ];
  if (query.ignored.length > 0) lines.push(`Not understood: ${query.ignored.join(', ')}`);
  if (results.length > 0) lines.push(tableOf(results, origin, columns));
  if (results.some(({ distance }) => distance?.approximate === true))
    lines.push('~ Known by its ZIP only: measured to the middle of the ZIP.');
  lines.push(...alternativeLines(alternatives));
  if (unknown.count > 0) {
    const many = `${unknown.more ? 'At least ' : ''}${unknown.count}`;
    const because = becauseText(unknown.because);
    const [more, how] = query.include === undefined ? ['more ', ' --include unknown lists them.'] : ['', ''];
    const noun = unknown.count === 1 ? 'center' : 'centers';
    lines.push(`${many} ${more}${noun} may offer it: ${because}.${how}`);
  }
  const sources = new Set(results.flatMap(({ center }) => center.sources.map(({ name, asOf }) => `${name} (${asOf})`)));
  if (sources.size > 0) lines.push('', 'From:', ...[...sources].sort().map((source) => `  ${source}`));
  lines.push('', help.notice, `Crisis: ${help.crisis}. Treatment: ${help.treatment}. Emergency: ${help.emergency}.`);
  return `${lines.join('\n')}\n`;
}

type Printed = z.infer<typeof answerSchema>;

function scopeOf(origin: Printed['origin'], { within, name }: Printed['query']): string {
  const named = name === undefined ? [] : [`named "${name}"`];
  if (origin === null) return named.join();
  if (origin.kind === 'state') return [...named, `in ${origin.label}`].join(', ');
  return [...named, within === undefined ? `nearest to ${origin.label}` : `within ${within} of ${origin.label}`].join(
    ', ',
  );
}

/** Lists, as command-line options, the changes of the search that would find more, according to the answer. */
function alternativeLines(alternatives: Printed['alternatives']): string[] {
  if (alternatives.length === 0) return [];
  const lines = alternatives.map(({ change, count, more, nearestMiles }) => {
    const changes = Object.entries(change).map(([name, value]) =>
      value === null ? `without ${optionOf(name)}` : `${optionOf(name)} ${value}`,
    );
    const nearest = nearestMiles === null ? '' : `, the nearest of the others ${nearestMiles} miles away`;
    return `  ${changes.join(', ')}: ${more ? 'more than ' : ''}${centers(count)} in all${nearest}`;
  });
  return ['', 'One change would find more:', ...lines];
}

const centers = (count: number): string => `${count} ${count === 1 ? 'center' : 'centers'}`;

/** Lists the faults of the search, one per line. */
export function printProblem(body: string): string {
  const { title, detail, errors } = problemSchema.parse(JSON.parse(body));
  if (errors.length === 0) return `${title}: ${detail}\n`;
  return errors
    .map(({ parameter, pointer, message }) => `${optionOf(parameter ?? pointer ?? '')}: ${message}\n`)
    .join('');
}

/** Returns a parameter's name on the command line. */
export const optionOf = (name: string): string =>
  name === 'near' ? 'place' : `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;

/** Fields of which a listing always says yes or no. */
type AlwaysSaid = 'accepting' | 'confirmed' | 'in' | 'organization';
/** What a listing leaves open, by the field that was asked. */
const unsaid: Readonly<Record<string, string> & Record<Exclude<keyof Fields, AlwaysSaid>, string>> = {
  level: 'which programs are offered',
  condition: 'what is treated',
  population: 'for whom there are programs',
  age: 'which ages are accepted',
  gender: 'whether women or men are accepted',
  families: 'whether there is help with children',
  therapy: 'which therapies there are',
  payer: 'how to pay',
  modality: 'whether it is in person or online',
  schedule: 'at which times programs meet',
  language: 'which languages are spoken',
  housing: 'whether clients live there',
  maxHoursPerWeek: 'how many hours a week programs take',
  maxSessionsPerWeek: 'how many sessions a week there are',
  maxWeeks: 'how many weeks programs take',
};

/** `1 does not say how to pay, 2 do not say which ages are accepted`. */
function becauseText(because: Readonly<Record<string, number>>): string {
  const reasons = Object.entries(because).map(
    ([field, count]) => `${count} ${count === 1 ? 'does' : 'do'} not say ${unsaid[field] ?? `"${field}"`}`,
  );
  return reasons.length === 0 ? 'the listing cannot say' : reasons.join(', ');
}

/** Below a mile, a center known by its ZIP only is somewhere in the ZIP that was asked, or near the middle of the city. */
function approximateMiles(miles: number, origin: Printed['origin']): string {
  if (miles >= 1) return `~${miles.toFixed(2)}`;
  return origin?.kind === 'zip' ? '~ this ZIP' : '~ 1';
}
type Offered = z.infer<typeof answerSchema>['results'][number]['offerings'][number];

function offerText({ label, only, confirmation }: Offered): string {
  return `${label}\n  ${only.length === 0 ? '' : `${onlyText(only)}, `}${confirmation.state}`;
}

function tableOf(results: Printed['results'], origin: Printed['origin'], columns: number): string {
  const hasDistance = results.some(({ distance }) => distance !== undefined);
  const fixed = hasDistance ? [9] : [];
  const left = Math.max(60, columns) - fixed.reduce((sum, width) => sum + width + 1, 0) - 5;
  const widths = [0.36, 0.34].map((share) => Math.floor(left * share));
  const table = new Table({
    head: [...(hasDistance ? ['Miles'] : []), 'Center', 'Call', 'Offers'],
    colWidths: [...fixed, ...widths, left - widths.reduce((sum, width) => sum + width, 0)],
    colAligns: hasDistance ? ['right'] : [],
    wordWrap: true,
    style: { head: [], border: [] },
  });
  for (const { center, distance, offerings, ask } of results) {
    const { street, city, state, zip } = center.address;
    const miles =
      distance === undefined
        ? []
        : [distance.approximate ? approximateMiles(distance.miles, origin) : distance.miles.toFixed(2)];
    const name = center.sample && !center.name.includes('(example)') ? `${center.name} (example)` : center.name;
    const phones = center.phones
      .slice(0, MOST_PHONES)
      .map(({ display, purpose, answeredBy }) => `${display}\n  ${purpose}, ${answerers[answeredBy] ?? answeredBy}`);
    const offers = [...new Set(offerings.map(offerText))];
    if (ask.length > 0) offers.unshift(`May offer it: ask\n  ${ask.join(', ')}`);
    table.push([
      ...miles,
      `${name}\n${street ?? 'street not published'}\n${city}, ${state} ${zip}`,
      phones.join('\n'),
      offers.join('\n'),
    ]);
  }
  return table.toString();
}
