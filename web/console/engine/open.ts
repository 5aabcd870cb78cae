import { type Level, levels } from '../../../functions/domain/level-of-care.ts';
import { beside } from '../../../functions/search/steps.ts';
import type { Answer } from '../../locator/read/answer.ts';
import type { Center, Fields, Offering, Opened, StepFor } from './found.ts';
import type { Source } from './source.ts';

/**
 * Opens a center: all its offerings, and the next level up and down for this caller, each at the nearest center that
 * meets all other filters. Returns null if no listing has the id.
 * @param fields The search's fields. If the search named no place, distances are measured from this center.
 */
export function open(id: string, level: string | null, fields: Fields | null, source: Source): Opened | null {
  const found = centerOf(id, source);
  if (found === null) return null;
  const step = (to: Level | undefined) => (to === undefined ? null : stepTo(to, found.center, fields ?? {}, source));
  const { up, down } = isLevel(level) ? beside(level) : { up: undefined, down: undefined };
  return { ...found, up: step(up), down: step(down) };
}

const isLevel = (level: string | null): level is Level => levels.codes.some((code) => code === level);

function centerOf(id: string, { locator }: Source): { center: Center; offerings: readonly Offering[] } | null {
  try {
    const { center, offerings } = locator.center(id);
    return { center: center as unknown as Center, offerings: offerings as unknown as readonly Offering[] };
  } catch (error) {
    if (error instanceof Error && 'problem' in error) return null;
    throw error;
  }
}

function stepTo(level: Level, from: Center, fields: Fields, { locator }: Source): StepFor | null {
  const { state: _, name: __, within: ___, ...asked } = fields;
  const near = asked.near ?? `${from.location.lat},${from.location.lng}`;
  const { results } = locator.search({ ...asked, near, level: [level], limit: 1 }) as unknown as Answer;
  const [nearest] = results;
  if (nearest === undefined) return null;
  const { id, name } = nearest.center;
  return {
    level,
    center: { id, name },
    miles: nearest.distance?.miles ?? null,
    approximate: nearest.distance?.approximate ?? false,
  };
}
