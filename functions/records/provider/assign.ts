import type { Center } from '../../domain/center.ts';
import { conditions } from '../../domain/condition.ts';
import type { Offering } from '../../domain/offering.ts';
import { MOST_SLUG } from '../../domain/slug-form.ts';
import { type SourceVocabulary, vocabularyOfOffering } from '../../domain/source-vocabulary.ts';
import type { ProviderProgram } from './schema.ts';

/** Part of the id of an offering that only its provider lists; it comes after the center's id and the level. */
const OWN = 'own';

/** True for an offering that is in no listing, only in its provider's file. */
export function isOwn(center: Pick<Center, 'id'>, { id, level }: Pick<Offering, 'id' | 'level'>): boolean {
  return id.startsWith(`${center.id}-${level}-${OWN}-`);
}

/**
 * Finds the offering of each program, by the program's id. A program is matched to a listed offering only if that is
 * certain: it was matched before, or exactly one unmatched offering has its level and can be about its conditions. Any
 * other program gets its own offering, so that facts about one program are never shown for another.
 * @param kept Earlier matches, by program: the offering's id without the center's id.
 */
export function assign(
  center: Center,
  listed: readonly Offering[],
  programs: readonly ProviderProgram[],
  kept: Readonly<Record<string, string>>,
): Map<string, string> {
  const assigned = new Map<string, string>();
  const left = new Map(listed.map((offering) => [offering.id, offering]));
  for (const { id, level } of programs) {
    const before = kept[id] === undefined ? undefined : `${center.id}-${kept[id]}`;
    const isStill = before !== undefined && left.get(before)?.level === level;
    const isOwnStill = before !== undefined && isOwn(center, { id: before, level });
    if (!isStill && !isOwnStill) continue;
    assigned.set(id, before);
    left.delete(before);
  }
  for (const program of programs) {
    if (assigned.has(program.id)) continue;
    const able = [...left.values()].filter(
      (offering) => offering.level === program.level && fits(program, vocabularyOfOffering(center, offering)),
    );
    const [only] = able;
    if (only === undefined || able.length > 1) {
      assigned.set(program.id, ownId(center, program));
      continue;
    }
    assigned.set(program.id, only.id);
    left.delete(only.id);
  }
  return assigned;
}

const substanceUse = conditions.family('substance-use');
const mentalHealth = conditions.family('mental-health');

/** False if the listing comes from a directory for other conditions than the program treats. */
function fits({ conditions: treated = [] }: ProviderProgram, vocabulary: SourceVocabulary): boolean {
  const isFor = (family: readonly string[]) => treated.some((one) => family.includes(one));
  if (vocabulary === 'open' || treated.includes('co-occurring')) return true;
  const [own, other] = vocabulary === 'substance-use' ? [substanceUse, mentalHealth] : [mentalHealth, substanceUse];
  return isFor(own) || !isFor(other);
}

function ownId(center: Pick<Center, 'id'>, { id, level }: Pick<ProviderProgram, 'id' | 'level'>): string {
  const whole = `${center.id}-${level}-${OWN}-${id}`;
  return whole.length <= MOST_SLUG ? whole : `${center.id}-${level}-${OWN}-${hashOf(id)}`;
}

/** A short hash of a text, the same on every machine (FNV-1a, 32 bits). */
function hashOf(text: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193) >>> 0;
  return hash.toString(36);
}
