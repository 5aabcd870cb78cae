import { expect, test } from 'vitest';
import { notFoundDocument } from '../../functions/faces/pages/error-page.ts';
import { pageCss } from '../../web/pages/style.ts';
import { asSentence, inSentence } from '../../web/words/text.ts';

test.each([
  [
    '"Peoria" may be Peoria, AZ or Peoria, IL; say which state',
    '“Peoria” may be Peoria, AZ or Peoria, IL; say which state.',
  ],
  ['is not a ZIP code.', 'Is not a ZIP code.'],
])('a message of a program as a sentence: %s', (message, sentence) => expect(asSentence(message)).toBe(sentence));

test.each([
  ['Private insurance', 'private insurance'],
  ['Medicaid', 'Medicaid'],
  ['PTSD', 'PTSD'],
  ['Blue Cross', 'Blue Cross'],
  ['Español', 'español'],
])('a label in a sentence: %s', (label, inside) => expect(inSentence(label)).toBe(inside));

test('the page for unknown URLs has the crisis line and the search of every other page', () => {
  const page = notFoundDocument();
  for (const part of ['/page.css', 'class="strip"', 'tel:911', 'class="leave"', 'class="page-search"', 'texto AYUDA'])
    expect(page).toContain(part);
  expect(Buffer.byteLength(JSON.stringify(page))).toBeLessThan(6_500);
});

test('no background of a chip erases the arrow of a select', () => {
  expect(pageCss).toContain('select.chip');
  expect(pageCss).not.toMatch(/\.chip(?:\.\w+|\[[^{]*)\s*\{[^}]*background:/);
});
