import { expect, it } from 'vitest';
import { runs } from '../support/runs.ts';
import { faultKinds, measureFaults } from './measure.ts';

it('every fault of the table ends in the exact answer or a clean 503, and rare ones mostly in the answer', async () => {
  const searches = runs(20);
  const cells = await measureFaults({ searches, shares: [0.1, 1], kinds: faultKinds, seed: 3 });
  expect(cells.map(({ kind, share, wrong, hang }) => [kind, share, wrong, hang])).toEqual(
    faultKinds.flatMap((kind) => [0.1, 1].map((share) => [kind, share, 0, 0])),
  );
  const all = (kind: string) => cells.find((cell) => cell.kind === kind && cell.share === 1);
  // Checks that faults really occurred: if all requests fail, no search is answered.
  for (const kind of ['throttle', '5xx', 'reset', 'slow', 'truncated', 'corrupted', 'lost page'])
    expect([kind, all(kind)?.unavailable]).toEqual([kind, searches]);
  // These cost time or age: only a busy machine makes a search give up.
  for (const kind of ['partial', 'stale pointer']) expect(all(kind)?.exact, kind).toBeGreaterThan(searches / 2);
  for (const { kind, requests } of cells) expect(requests, kind).toBeLessThan(120);
});
