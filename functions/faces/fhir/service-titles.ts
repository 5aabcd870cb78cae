import { type Level, levels } from '../../domain/level-of-care.ts';
import { offeringName } from '../../domain/offering.ts';
import { comparable, type NameTest } from '../../search/names/name-test.ts';

/**
 * Finds the services whose title passes a test. Returns the levels that can pass, and the test for the names of their
 * centers: null if any center passes.
 */
export function centersOfTitle({ how, text }: NameTest): {
  readonly level: readonly Level[];
  readonly center: NameTest | null;
} {
  // Beginning of the titles of a level's services: the level's label.
  const before = (level: Level): string => offeringName({ name: '' }, { level });
  const whole = levels.codes.filter(
    (level) => how === 'contains' || comparable(before(level)).startsWith(comparable(text)),
  );
  if (how !== 'exact' && whole.length > 0) return { level: whole, center: null };
  for (const level of levels.codes) {
    const label = how === 'exact' ? before(level) : `${comparable(before(level))} `;
    const asked = how === 'exact' ? text : comparable(text);
    if (asked.startsWith(label)) return { level: [level], center: { how, text: asked.slice(label.length) } };
  }
  return { level: [], center: null };
}
