import { renderToString } from 'preact-render-to-string';
import { expect, test } from 'vitest';
import { problemView } from '../../web/locator/parts/problem.ts';
import { problemWithout } from '../../web/locator/read/problem-without.ts';
import { es } from '../../web/words/es.ts';
import { propsOf } from './props-of.ts';

const missing = problemWithout(400, 'location-needed');
const drawn = (state: string | null, props = propsOf()) =>
  problemView(props, { ...missing, state })
    .map((part) => (part === null ? '' : renderToString(part)))
    .join('');

test('a plan of one state asks where in it, and offers all of it', () => {
  expect(drawn('OK')).toMatch(/Where in Oklahoma should we look\?.*All of Oklahoma/s);
  expect(drawn('OK', propsOf({ words: es }))).toMatch(/¿En qué parte de Oklahoma buscamos\?/);
});

test('words without a place and without a plan name no state', () => {
  expect(drawn(null)).toContain('Where should we look?');
  expect(drawn(null)).not.toContain('All of');
});
