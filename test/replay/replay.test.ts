import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { tokenOf } from '../../functions/http/cursor.ts';
import { differences } from './compare.ts';
import { record } from './record.ts';
import { type Recording, readRecording, writeRecording } from './recording.ts';
import { replay, reportOf } from './replay.ts';
import { inNeutralVersion, withVersion } from './versions.ts';

const answer = (body: unknown, status = 200) => ({ status, answerHeaders: {}, body: JSON.stringify(body) });

it('a recording is answered as it was, and what was changed in it is found', async () => {
  const recording = throughAFile(await record(330, 7, 60));
  const { exchanges } = recording;
  const statuses = [...new Set(exchanges.map(({ status }) => status))];
  expect(statuses).toEqual(expect.arrayContaining([200, 204, 400, 403, 404, 405, 406, 413, 415]));
  expect(await replay(recording)).toEqual([]);

  const at = exchanges.findIndex(({ path, status }) => path === '/v1/centers' && status === 200);
  const changed = exchanges[at];
  if (changed === undefined) throw new Error('no search was recorded');
  const bodies = { ...recording.bodies, changed: '{"results":[]}' };
  const other = exchanges.with(at, { ...changed, status: 201, answerBody: 'changed' });
  const found = await replay({ ...recording, bodies, exchanges: other.slice(0, at + 1) });
  expect(found).toHaveLength(1);
  expect(found[0]?.differences.map(({ at: place }) => place)).toEqual(
    expect.arrayContaining(['status', '/results (length)']),
  );
  expect(reportOf(found, other, 5)).toContain('1 differ');
}, 240_000);

function throughAFile(recording: Recording): Recording {
  const folder = mkdtempSync(join(tmpdir(), 'locator-replay-'));
  try {
    writeRecording(join(folder, 'file.gz'), recording);
    return readRecording(join(folder, 'file.gz'));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

it.each<[string, unknown, unknown, string[]]>([
  ['other wording', { detail: 'Mend it at https://a.org/b.' }, { detail: 'Fix it: https://a.org/b' }, ['words']],
  [
    'a helpline that changed with the wording',
    { detail: 'text 988 now' },
    { detail: 'please text 998' },
    ['structure'],
  ],
  ['a quoted value that changed', { message: '"iop" is it' }, { message: 'it is "php"' }, ['structure']],
  ['a number to call', { display: '(602) 555-0100' }, { display: '(602) 555-0101' }, ['structure']],
  ['a coded label', { code: 'iop', display: 'IOP' }, { code: 'iop', display: 'Intensive' }, ['words']],
  ['a value', { level: 'iop' }, { level: 'php' }, ['structure']],
  ['a member that went', { level: 'iop', housing: null }, { level: 'iop' }, ['structure']],
  ['the order of members', { a: 1, b: 2 }, { b: 2, a: 1 }, ['structure']],
  ['nothing', { a: [1, { b: 'x' }] }, { a: [1, { b: 'x' }] }, []],
])('tells %s', (_, before, after, kinds) => {
  expect(differences(answer(before), answer(after)).map(({ kind }) => kind)).toEqual(kinds);
});

it('reads cursors of another version as the same place in it', () => {
  const cursor = (version: string) =>
    tokenOf(['2026-11-23T12:00:00.000Z', version, 'f'.repeat(16), [1.5, 'id']], 'A'.repeat(43));
  const [one, other] = ['a'.repeat(16), 'b'.repeat(16)];
  const text = (version: string) =>
    `{"next":"${cursor(version)}","url":"?_cursor=${cursor(version)}.3","version":"${version}"}`;
  expect(withVersion(text(one), one, other)).toBe(text(other));
  expect(inNeutralVersion(text(one), one)).toBe(inNeutralVersion(text(other), other));
});
