import * as z from 'zod';
import { type State, stateNames } from '../domain/state.ts';
import { capitals } from './capitals.ts';

const TIMEOUT_MS = 8_000;
/** Greatest length of a page or answer that the check accepts, in characters. */
const MOST_BYTES = 2_000_000;
const HOUR_MS = 3_600_000;

const healthSchema = z.object({ status: z.literal('ok'), dataset: z.object({ publishedAt: z.iso.datetime() }) });
const statesSchema = z.object({
  states: z.array(z.object({ code: z.enum(Object.keys(stateNames) as [State, ...State[]]), centers: z.number() })),
});
const answerSchema = z.object({
  results: z
    .array(
      z.object({
        center: z.object({ name: z.string().min(1), address: z.object({ state: z.string() }) }),
        distance: z.object({ miles: z.number() }),
      }),
    )
    .min(1),
  help: z.object({ crisis: z.string().includes('988') }),
});

export interface Visit {
  /** The checks that failed, such as `page` or `search AZ`; empty if all passed. */
  readonly failed: readonly string[];
  /** Hours since the dataset was published; undefined if the check could not find out. */
  readonly datasetAgeHours: number | undefined;
}

export interface VisitOptions {
  /** The website, without a closing slash. */
  readonly site: string;
  readonly fetch: (
    url: string,
    init: { readonly signal: AbortSignal; readonly headers: HeadersInit },
  ) => Promise<Response>;
  /** Current time in milliseconds since 1970. */
  readonly now: number;
}

/**
 * Does what a visitor does: loads the page with its script and style, and searches near one place in each state that has
 * centers. Every search must find a center of that state, the nearest first, and show the crisis line.
 */
export async function visit({ site, fetch, now }: VisitOptions): Promise<Visit> {
  const failed: string[] = [];
  const get = async (path: string, type: RegExp, accept = '*/*'): Promise<string> => {
    const answer = await fetch(`${site}${path}`, { signal: AbortSignal.timeout(TIMEOUT_MS), headers: { accept } });
    if (answer.status !== 200) throw new Error(`${path} answers ${answer.status}`);
    if (!type.test(answer.headers.get('content-type') ?? '')) throw new Error(`${path} has another type`);
    const text = await answer.text();
    if (text.length === 0 || text.length > MOST_BYTES) throw new Error(`${path} has ${text.length} characters`);
    return text;
  };
  const json = async <T>(path: string, schema: z.ZodType<T>): Promise<T> =>
    schema.parse(JSON.parse(await get(path, /^application\/json/, 'application/json')));
  /** Keeps only the name of a failed check. The alarm's runbook says how to repeat it. */
  const check = async <T>(name: string, work: () => Promise<T>): Promise<T | undefined> => {
    try {
      return await work();
    } catch {
      failed.push(name);
      return undefined;
    }
  };

  const [health, states] = await Promise.all([
    check('health', () => json('/v1/health', healthSchema)),
    check('states', async () => {
      const { states } = await json('/v1/states', statesSchema);
      const listed = states.filter(({ centers }) => centers > 0).map(({ code }) => code);
      if (listed.length === 0) throw new Error('no state has a center');
      return listed;
    }),
    check('page', async () => {
      const html = await get('/', /^text\/html/);
      if (!html.includes('988')) throw new Error('the page does not show the crisis line');
      const parts = partsOf(html);
      if (!parts.some((part) => part.endsWith('.js'))) throw new Error('the page has no script');
      await Promise.all(parts.map((part) => get(part, /javascript|^text\/css/)));
    }),
  ]);
  await Promise.all((states ?? []).map((state) => check(`search ${state}`, () => search(state))));

  async function search(state: State): Promise<void> {
    const query = new URLSearchParams({ near: capitals[state], in: state, limit: '3' });
    const { results } = await json(`/v1/centers?${query}`, answerSchema);
    if (results.some(({ center }) => center.address.state !== state))
      throw new Error('the nearest center is in another state');
    const miles = results.map(({ distance }) => distance.miles);
    if (miles.some((mile, index) => mile < (miles[index - 1] ?? 0))) throw new Error('the nearest is not first');
  }

  const publishedAt = health?.dataset.publishedAt;
  return {
    failed: failed.sort(),
    datasetAgeHours: publishedAt === undefined ? undefined : (now - Date.parse(publishedAt)) / HOUR_MS,
  };
}

/** Paths of the scripts and style sheets that the page loads from its own site. */
function partsOf(html: string): string[] {
  const tags = html.match(/<(?:script|link)\b[^>]*>/g) ?? [];
  return tags.flatMap((tag) => {
    const isPart = tag.startsWith('<script') || /\brel="(?:stylesheet|modulepreload)"/.test(tag);
    const path = /\b(?:src|href)="(\/[^"]*)"/.exec(tag)?.[1];
    return isPart && path !== undefined ? [path] : [];
  });
}
