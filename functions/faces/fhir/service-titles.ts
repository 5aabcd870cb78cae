import { type Level, levels } from '../../domain/level-of-care.ts';
import { offeringName } from '../../domain/offering.ts';
import { comparable, type NameTest } from '../../search/names/name-test.ts';

/**
 * For a test of services' titles: the levels that can pass, and the test of their centers' names. A null
 * test accepts any center.
 */
export function centersOfTitle({ how, text }: NameTest): {
  readonly level: readonly Level[];
  readonly center: NameTest | null;
} {
  // Every title begins with the level's label.
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
