import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { renderToString } from 'preact-render-to-string';
import { describe, expect, test } from 'vitest';
import { manifestFile, manifestText } from '../../../infra/tools/element/manifest.ts';
import { readManifest } from '../../../web/embed/manifest.ts';
import { attributeNames } from '../../../web/locator/element/attribute-names.ts';
import { ownLine } from '../../../web/locator/element/options.ts';
import { app } from '../../../web/locator/parts/app.ts';
import { propsOf } from '../props-of.ts';

const text = readFileSync(manifestFile, 'utf8');
const element = readManifest(text);
const names = (all: readonly { readonly name: string }[]) => all.map(({ name }) => name).sort();

/** All matches of a pattern in the finder's sources. */
function found(folder: string, pattern: RegExp): string[] {
  const files = readdirSync(join('web/locator', folder), { recursive: true, encoding: 'utf8' });
  const sources = files
    .filter((file) => file.endsWith('.ts'))
    .map((file) => readFileSync(join('web/locator', folder, file), 'utf8'));
  const all = sources.flatMap((source) => [...source.matchAll(pattern)].map(([, name = '']) => name));
  return [...new Set(all)].sort();
}

describe('custom-elements.json', () => {
  test('is what its tables give: npm run element', () => expect(text).toBe(manifestText()));

  test('documents each attribute that the element observes', () =>
    expect(names(element.attributes)).toEqual([...attributeNames].sort()));

  test('documents each event that the reducer has the element emit', () =>
    expect(names(element.events)).toEqual(
      found('state', /do: 'emit', name: '([\w-]+)'/g).map((one) => `locator-${one}`),
    ));

  test('documents each part and each slot that is drawn', () => {
    expect(names(element.cssParts)).toEqual(found('parts', /\bpart: '([\w-]+)'/g));
    expect(names(element.slots)).toEqual(found('parts', /h\('slot', \{ name: '([\w-]+)'/g));
  });

  test('documents each custom property that the styles read', () => {
    // The finder computes `--locator-u` itself, as its unit of length, so websites cannot set it.
    const read = found('style', /var\((--locator-[\w-]+)/g).filter((name) => name !== '--locator-u');
    expect(names(element.cssProperties)).toEqual(read);
  });

  test('names no part that is not in a rendered start', () => {
    const props = propsOf();
    const settings = { ...props.settings, phone: ownLine('+16025550142 Our line') };
    const rendered = renderToString(app({ ...props, settings }, null));
    const parts = [...rendered.matchAll(/ part="([\w-]+)"/g)].map(([, name]) => name);
    expect(names(element.cssParts)).toEqual(expect.arrayContaining(parts));
    expect(new Set(parts)).toEqual(new Set(['crisis-line', 'band', 'own-line', 'call', 'form', 'box', 'button']));
  });

  test('says of each what it does', () => {
    const all = [element.attributes, element.events, element.members, element.slots, element.cssParts];
    for (const { name, description } of all.flat()) expect(description.length, name).toBeGreaterThan(15);
  });
});
