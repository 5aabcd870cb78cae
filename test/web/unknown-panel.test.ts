import { renderToString } from 'preact-render-to-string';
import { expect, test } from 'vitest';
import { unknownPanel } from '../../web/pages/unknown.ts';
import { en } from '../../web/words/en.ts';
import { pages } from '../../web/words/pages/en.ts';
import { centerAt, offering } from './facts-about.ts';

const { center } = centerAt('mesa', { lat: 33, lng: -112 });
const open = { intake: { state: 'open', asOf: '2026-11-20T00:00:00.000Z' } };
const asks = (...offerings: readonly ReturnType<typeof offering>[]) =>
  renderToString(unknownPanel(en, pages, center, offerings)).includes(pages.center.unknown.space);

test('a page tells to ask for space unless every program says whether it takes new clients', () => {
  expect(asks()).toBe(true);
  expect(asks(offering())).toBe(true);
  expect(asks(offering(open), offering({ id: 'one-php', level: 'php' }))).toBe(true);
  expect(asks(offering(open), offering({ id: 'one-php', level: 'php', ...open }))).toBe(false);
});
