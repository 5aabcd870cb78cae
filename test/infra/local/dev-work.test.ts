import { describe, expect, test } from 'vitest';
import { readInputs } from '../../../infra/local/dev-inputs.ts';
import { workFor } from '../../../infra/local/dev-work.ts';

const inputs = await readInputs();
const nothing = { parts: [], template: false, data: false, server: [] };

describe('what is built again when a file of the repository changes', () => {
  test.each([
    ['functions/search/locator.ts', { ...nothing, parts: ['search'] }],
    ['functions/places/places.bin', { ...nothing, parts: ['search', 'publisher'] }],
    ['functions/publish/publish.ts', { ...nothing, parts: ['publisher'] }],
    ['web/style.css', { ...nothing, parts: ['site'] }],
    ['web/a-new-page/index.html', { ...nothing, parts: ['site'] }],
    ['web/docs/pages/site.ts', { ...nothing, parts: ['site'] }],
    ['infra/api.ts', { ...nothing, template: true }],
    ['infra/viewer-request.js', { ...nothing, template: true }],
    ['infra/names.ts', { ...nothing, template: true }],
    ['data/centers/AZ.json', { ...nothing, data: true }],
    ['data/examples.json', { ...nothing, data: true }],
    ['infra/local/gateway.ts', { ...nothing, server: ['infra/local/gateway.ts'] }],
    ['infra/tools/near/near.ts', nothing],
    ['data/README.md', nothing],
    ['functions/search/.locator.ts.swp', nothing],
    ['functions/search/locator.ts~', nothing],
  ])('%s', (file, work) => expect(workFor([file], inputs)).toEqual(work));

  test('several at once are one work; synthesis builds the parts too', () => {
    const files = ['functions/search/locator.ts', 'web/style.css'];
    expect(workFor(files, inputs).parts).toEqual(['search', 'site']);
    expect(workFor([...files, 'infra/api.ts'], inputs)).toEqual({ ...nothing, template: true });
  });

  test('what failed before is done with the next change, whatever that is', () => {
    const owed = { parts: ['search'] as const, template: false };
    expect(workFor(['functions/a-file-that-was-missing.ts'], inputs, owed).parts).toEqual(['search']);
    expect(workFor(['web/style.css'], inputs, { parts: [], template: true })).toEqual({ ...nothing, template: true });
  });
});
