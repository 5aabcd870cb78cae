import { setTimeout as pause } from 'node:timers/promises';
import { type DatasetReader, newMeter } from '../../functions/dataset/dataset-reader.ts';
import { packed, unpackOffering } from '../../functions/dataset/packed-center.ts';
import type { CenterRecord } from '../../functions/domain/record.ts';
import { Locator } from '../../functions/search/locator.ts';
import type { NearQuery, SearchResult } from '../../functions/search/query.ts';
import { pick } from '../support/random.ts';

const QUESTIONS = 40;
const PAUSE_MS = 5;
/** Longer than a container keeps HEAD, so that each search reads it. */
const STEP_MS = 6_000;

export type Questions = readonly NearQuery[];

/** Searches from where some centers are. */
export function questionsAbout(records: readonly CenterRecord[], random: () => number): Questions {
  return Array.from({ length: QUESTIONS }, (_, index) => {
    const { lat, lng } = pick(random, records).center.location;
    return { origin: { lat, lng }, withinKm: null, filter: index % 2 === 0 ? { level: ['iop'] } : {}, limit: 10 };
  });
}

/** The right answers from one dataset, in the order of the questions. */
export async function answersOf(store: DatasetReader, questions: Questions): Promise<readonly string[]> {
  const locator = new Locator({ store });
  const answers: string[] = [];
  for (const question of questions) answers.push(textOf((await locator.near(question, newMeter())).answer));
  return answers;
}

export interface Searched {
  readonly searches: number;
  readonly mixed: number;
  readonly failed: number;
  readonly faults: readonly string[];
}

/** Searches continuously, in a long-running container and in new ones, and checks each answer. */
export function searching(
  store: DatasetReader,
  questions: Questions,
  expected: ReadonlyMap<string, readonly string[]>,
): { end(): Promise<Searched> } {
  let going = true;
  const counts = { searches: 0, mixed: 0, failed: 0 };
  const faults: string[] = [];
  let now = Date.now();
  const old = new Locator({ store, now: () => now });

  async function one(index: number): Promise<void> {
    const question = questions[index % questions.length];
    if (question === undefined) throw new Error('no question');
    now += STEP_MS;
    const locator = index % 5 === 0 ? new Locator({ store, now: () => now }) : old;
    counts.searches += 1;
    try {
      const { answer, head } = await locator.near(question, newMeter());
      if (expected.get(head.version)?.[index % questions.length] === textOf(answer)) return;
      counts.mixed += 1;
      faults.push(`question ${index % questions.length} of ${head.version}: ${textOf(answer)}`);
    } catch (error) {
      counts.failed += 1;
      faults.push(String(error));
    }
  }
  const run = (async () => {
    for (let index = 0; going; index += 1) {
      await one(index);
      await pause(PAUSE_MS);
    }
  })();
  return {
    async end() {
      going = false;
      await run;
      return { ...counts, faults };
    },
  };
}

/**
 * The results as text. The number of unknown results is left out, because it is a lower bound that depends on cached
 * pages.
 */
const textOf = ({ matches }: SearchResult): string =>
  JSON.stringify(
    matches.map(({ row, offerings, distanceKm }) => [
      row[packed.id],
      distanceKm,
      ...offerings.map((offering) => unpackOffering(row, offering).id),
    ]),
  );
