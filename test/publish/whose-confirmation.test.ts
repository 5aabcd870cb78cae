import { expect, it } from 'vitest';
import { applyConfirmations, ConfirmationsToApply } from '../../functions/publish/added/apply-confirmations.ts';
import type { StoredConfirmation } from '../../functions/store/stored-confirmation.ts';
import { clustered } from './clustered.ts';

const records = clustered(20).filter(({ offerings }) => offerings.length > 0);
const [first, second] = records;
const offering = first?.offerings[0];
const said = (center: string): StoredConfirmation => ({
  ...{ center, offering: offering?.id ?? '', state: 'denied', by: 'kim', revision: 1 },
  ...{ confirmedAt: '2026-10-01T00:00:00Z', expiresAt: null, at: '2026-10-01T00:00:00Z' },
});

it('what is said of an offering holds for the center it was said of only', () => {
  if (first === undefined || second === undefined) throw new Error('two centers are needed');
  const [own] = applyConfirmations([first], [said(first.center.id)]);
  expect(own?.offerings[0]?.confirmation.state).toBe('denied');

  // A confirmation with the other center's id must not count as this center's.
  const others = said(second.center.id);
  const more = { ...said(first.center.id), offering: `${first.center.id}-gone` };
  const applied = new ConfirmationsToApply([others, more]);
  expect([...applied.onto([first, second])]).toEqual([first, second]);
  expect(applied.applied).toBe(0);
  expect(applied.orphans).toEqual([others, more]);
});
