import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ChangedCopy, Probed } from './changed-copy.ts';
import { withoutField, withTwoMore } from './copies.ts';

// `node test/fields/check-types.ts` checks that the copies compile. It is separate because it takes a minute per copy.

const OPEN = 'state=AZ';

describe('without its row in the table', () => {
  let copy: ChangedCopy;
  let probed: Probed;
  beforeAll(() => {
    copy = withoutField('modality', 'modalities');
    probed = copy.probe(OPEN, `${OPEN}&modality=telehealth`, `${OPEN}&therapy=cbt`, 'q=iop+telehealth+arizona');
  });
  afterAll(() => copy.remove());

  test('a field is gone from every list, and its neighbors are there', () => {
    for (const [part, names] of Object.entries({ ...probed.searched, ...probed.listed })) {
      expect(names, part).not.toContain('modality');
      expect(names, part).toContain('therapy');
    }
    for (const [part, names] of Object.entries(probed.held)) {
      expect(names, part).not.toContain('modalities');
      expect(names, part).toContain('therapies');
    }
    expect(probed.masks).toEqual([
      'conditions',
      'populations',
      'therapies',
      'payers',
      'tracks',
      'flags',
      'ages',
      'genders',
      'families',
      'unsaid',
      'vocabularies',
    ]);
    expect(probed.page).not.toContain('In person or online');
    expect(probed.page).toContain('What it treats');
  });

  test('searches work, and refuse it by name', () => {
    const [open, asked, other, typed] = probed.answers;
    expect(open).toMatchObject({ status: 200 });
    expect(JSON.stringify(open)).not.toContain('modalities');
    expect(asked).toMatchObject({
      status: 400,
      errors: [{ parameter: 'modality', message: expect.stringContaining('is not a parameter') }],
    });
    expect(other?.results?.length).toBeGreaterThan(0);
    expect(typed).toMatchObject({ status: 200, query: { level: ['iop'], ignored: ['telehealth'] } });
  });
});

describe('with one more row in the table', () => {
  let copy: ChangedCopy;
  let probed: Probed;
  beforeAll(() => {
    copy = withTwoMore();
    probed = copy.probe(
      `${OPEN}&setting=campus`,
      `${OPEN}&setting=farm`,
      `${OPEN}&pets=true`,
      `${OPEN}&pets=false`,
      'q=hospital+campus+arizona',
      `${OPEN}&setting=campsu`,
      'near=85004&setting=campus',
    );
  });
  afterAll(() => copy.remove());

  test('a list is everywhere', () => {
    for (const [part, names] of Object.entries({ ...probed.searched, ...probed.listed })) {
      expect(names, part).toContain('setting');
    }
    for (const [part, names] of Object.entries(probed.held)) expect(names, part).toContain('settings');
    expect(probed.masks).toContain('settings');
    for (const words of ['Kind of place it is', 'Tipo de lugar', 'Pets may come along'])
      expect(probed.page).toContain(words);
  });

  test('a fact that is yes or no is everywhere', () => {
    for (const [part, names] of Object.entries(probed.searched)) expect(names, part).toContain('pets');
    for (const [part, names] of Object.entries(probed.held)) expect(names, part).toContain('pets');
  });

  test('both are stored, matched, counted as typed, and refused by the value', () => {
    const [campus, farm, yes, no, typed, misspelled, near] = probed.answers;
    expect(campus?.results).toMatchObject([{ offerings: [{ settings: ['campus'], pets: true }] }]);
    expect(farm).toMatchObject({ status: 200, results: [] });
    expect(yes?.results).toMatchObject([{ offerings: [{ settings: ['campus'], pets: true }] }]);
    expect(no).toMatchObject({ status: 200, results: [] });
    expect(typed).toMatchObject({ query: { state: 'AZ', setting: ['campus'] } });
    expect(typed?.results).toHaveLength(1);
    expect(misspelled).toMatchObject({ status: 400, errors: [{ message: expect.stringContaining('"campus"?') }] });
    expect(near?.results).toHaveLength(1);
  });

  test('what was published before is unknown, never no', () => {
    expect(probed.earlier).toMatchObject({ settings: [], pets: null });
  });
});
