import { addressText } from '../../locator/read/address.ts';
import { consoleWords as w } from '../../words/console.ts';
import { linesOf } from '../state/intake-line.ts';
import type { State } from '../state/state.ts';
import { ownOf, targetOf } from '../state/target.ts';
import { intakeLong, intakeOf, sureOf, whoAnswers } from './telling.ts';

/**
 * What can be read or sent to a caller: name, level, address, public number, how sure. Nothing of the caller, of the search or
 * of the team's own fields.
 * @param site The website's address, without a closing slash.
 */
export function summaryText(state: State, site: string, now: number): string | null {
  const { opened } = state;
  if (opened === null) return null;
  const { center } = opened;
  const target = targetOf(state);
  const listed = target?.listed ?? null;
  const own = ownOf(state.own, center.id, target?.offering ?? '');
  const seen = target?.seen ?? null;
  // By whom it was confirmed is the team's own business.
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
