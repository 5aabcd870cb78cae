import { addressText } from '../../locator/read/address.ts';
import { consoleWords as w } from '../../words/console.ts';
import { linesOf } from '../state/intake-line.ts';
import type { State } from '../state/state.ts';
import { ownOf, targetOf } from '../state/target.ts';
import { intakeLong, intakeOf, sureOf, whoAnswers } from './telling.ts';

/**
 * Text to read or send to a caller: name, level, address, public number, and how sure we are. Contains nothing about
 * the caller, the search or the team's private fields.
 * @param site The website's URL, without a trailing slash.
 */
export function summaryText(state: State, site: string, now: number): string | null {
  const { opened } = state;
  if (opened === null) return null;
  const { center } = opened;
  const target = targetOf(state);
  const listed = target?.listed ?? null;
  const own = ownOf(state.own, center.id, target?.offering ?? '');
  const seen = target?.seen ?? null;
  // Leaves out names of people, which only the team may see.
  const sure = sureOf(center, listed, {
    own,
    seen: seen && { ...seen, facts: nameless(seen.facts) },
    now,
    asDay: true,
  });
  const intake = intakeOf(listed, own, seen, now);
  const [line] = linesOf(center, null);
  return [
    center.name,
    target === null ? null : w.summary.level(w.levelNames[target.level] ?? w.levelName(target.level)),
    addressText(center.address),
    line === undefined ? null : `${line.display} (${whoAnswers(line)})`,
    sure.text.replace(` by ${w.sure.you}`, ''),
    intake.state === 'unknown' ? null : w.pane.intake(intakeLong(intake, now)),
    w.summary.asOf,
    `${site}/centers/${center.id}`,
  ]
    .filter((text) => text !== null)
    .join('\n');
}

const nameless = <Fact extends { by?: string }>(facts: Readonly<Record<string, Fact>>) =>
  Object.fromEntries(Object.entries(facts).map(([key, { by: _, ...fact }]) => [key, fact]));
