import type { FormerId, FormerReason } from '../domain/former-id.ts';
import { noSuchCenter, Problem } from './problem.ts';
import { caching } from './response.ts';
import type { RouteContext } from './services.ts';

type Looking = Pick<RouteContext, 'locator' | 'meter'>;

/** Says what happened to an id that no center has now; null if the id never existed. */
export async function formerIdOf(id: string, { locator, meter }: Looking): Promise<FormerId | null> {
  const { answer } = await locator.formers({ id }, meter);
  return answer[0] ?? null;
}

/**
 * The answer for an id that no center has: a redirect to its successor, "gone", or "not found".
 * @param target URL of the answer for another id, relative to the request's URL, so that it works on every domain.
 */
export async function answerForMissing(
  id: string,
  context: Looking,
  target: (now: string) => string = (now) => now,
): Promise<Problem> {
  const former = await formerIdOf(id, context);
  return former === null ? noSuchCenter() : answerForFormer(former, target);
}

export function answerForFormer(former: FormerId, target: (now: string) => string): Problem {
  return former.now === null ? centerGone(former) : centerMoved(former, former.now, target(former.now));
}

const why: Readonly<Record<FormerReason, (since: string) => string>> = {
  renamed: () => 'This center has another ID now.',
  merged: () => 'This listing and another one were found to be one center.',
  unlisted: (since) => `The directory that listed this center no longer does; its edition is dated ${since}.`,
  closed: (since) => `This center has closed. Its closing was recorded on ${since}.`,
};

function centerMoved({ reason, since }: FormerId, successor: string, location: string): Problem {
  return new Problem(308, 'center-moved', 'This center has another ID', `${why[reason](since)} Use "${successor}".`, {
    members: { reason, since, successor },
    headers: { location, 'cache-control': caching.shared },
  });
}

/**
 * The 410 answer for a center that is no longer listed.
 * @param detail Sentence that says what is gone, if it is not the whole center.
 */
export function centerGone({ reason, since, now }: FormerId, detail?: string): Problem {
  const text = detail ?? `${why[reason](since)} You can search for others near its place.`;
  return new Problem(410, 'center-gone', 'This center is no longer listed', text, {
    members: { reason, since, ...(now !== null && { successor: now }) },
    headers: { 'cache-control': caching.shared },
  });
}
