import { expect, test } from 'vitest';
import { settable } from '../../../web/embed/frame-settings.ts';

test('a site that frames the finder sets what is searched, never where searches are sent or kept', () => {
  expect(settable).toEqual(expect.arrayContaining(['level', 'lang', 'phone', 'search']));
  expect(settable).not.toContain('api');
  expect(settable).not.toContain('history');
});
