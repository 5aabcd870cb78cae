import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { form } from '../../../web/embed/form.ts';
import { readHeight } from '../../../web/embed/height-message.ts';
import { readManifest } from '../../../web/embed/manifest.ts';
import { pluginFor } from '../../../web/embed/plugin-text.ts';
import { chosenFrom, faultOf } from '../../../web/embed/settings.ts';
import { frameUrl, iframeOf, scriptOf, shortcodeOf, tagOf } from '../../../web/embed/snippets.ts';
import { attributeNames } from '../../../web/locator/element/attribute-names.ts';

const site = 'https://find.example.org';
const { attributes } = readManifest(readFileSync('web/locator/custom-elements.json', 'utf8'));
const plugin = readFileSync('web/embed/program-locator.php', 'utf8');

/** The text of an attribute's value, as an HTML parser reads it. */
const unescaped = (text: string): string =>
  text
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&#91;', '[')
    .replaceAll('&#93;', ']')
    .replaceAll('&amp;', '&');

const anyText = fc.string({ minLength: 1, unit: fc.constantFrom(...'ab "\'<>&[]/=#+é1') });

describe('the texts to copy', () => {
  test('the tag has the chosen attributes and what shows without a script', () => {
    const chosen = { level: 'iop,php', phone: '+16023441200 Desert Willow', history: true } as const;
    expect(`${scriptOf(site)}\n${tagOf(site, chosen)}`).toBe(
      `<script type="module" src="https://find.example.org/locator.js"></script>
<program-locator level="iop,php" phone="+16023441200 Desert Willow" history>
  <a href="https://find.example.org/">Find a treatment program</a> In crisis? Call or text 988.
</program-locator>`,
    );
    expect(tagOf(site, { lang: 'es' })).toContain('En una crisis, llame al 988.');
  });

  test('no value leaves its quotes, and each comes back as it was', () => {
    fc.assert(
      fc.property(anyText, (value) => {
        const [, inTag = ''] = /^<program-locator phone="([^"<>]*)">\n/.exec(tagOf(site, { phone: value })) ?? [];
        const [, inCode = ''] = /^\[program_locator phone="([^"<>[\]]*)"\]$/.exec(shortcodeOf({ phone: value })) ?? [];
        expect([unescaped(inTag), unescaped(inCode)]).toEqual([value, value]);
        const [, src = ''] = /^<iframe src="([^"<>]*)"/.exec(iframeOf(site, { phone: value })) ?? [];
        const { origin, pathname, search, hash } = new URL(unescaped(src));
        expect([origin, pathname, search]).toEqual([site, '/embed/frame', '']);
        expect(new URLSearchParams(hash.slice(1)).get('phone')).toBe(value);
      }),
    );
  });

  test('the frame is asked for no other API and keeps no history', () =>
    expect(frameUrl(site, { api: 'https://other.example', history: true, level: 'iop' })).toBe(
      `${site}/embed/frame#level=iop`,
    ));
});

describe('the form', () => {
  test('has a control for each attribute of the manifest, and no other', () => {
    const { text } = form(attributes);
    const found = [...text.matchAll(/data-attribute="([\w-]+)"/g)].map(([, name]) => name);
    expect(found.sort()).toEqual([...attributeNames].sort());
    for (const name of attributeNames) expect(text).toMatch(new RegExp(` name="${name}"`));
  });

  test('is read as attributes: ticks of a list joined, what is empty left out', () => {
    const box = (name: string, value: string, checked: boolean) => ({ name, type: 'checkbox', value, checked });
    const field = (name: string, value: string) => ({ name, type: 'text', value, checked: false });
    expect(
      chosenFrom([
        ...[box('level', 'iop', true), box('level', 'op', false), box('level', 'php', true)],
        ...[field('near', ' 85004 '), field('within', ''), box('history', 'on', true)],
      ]),
    ).toEqual({ level: 'iop,php', near: '85004', history: true });
  });

  test.each([
    ['phone', '602-344-1200 Desert Willow', null],
    ['phone', 'Desert Willow', /^Begin with a phone number/],
    ['benefits', '12', /^Begin with a phone number/],
    ['within', '25mi', null],
    ['within', '25 miles', /^Write a distance/],
    ['organization', 'desert-willow-recovery, other', null],
    ['organization', 'Desert Willow', /^Write the short name/],
    ['api', 'http://find.example.org', /^Write an address/],
    ['history', true, null],
  ] as const)('judges %s %s', (name, value, fault) => {
    const found = faultOf(name, value);
    if (fault === null) expect(found).toBeNull();
    else expect(found).toMatch(fault);
  });
});

describe('the frame’s height', () => {
  test('is a whole number in bounds, or no message of ours', () => {
    expect(readHeight({ programLocatorHeight: 900 })).toBe(900);
    for (const other of [null, 'x', 900, {}, { programLocatorHeight: '900' }, { programLocatorHeight: 1.5 }])
      expect(readHeight(other)).toBeNull();
    for (const height of [0, 119, 30_001, Number.NaN, Number.POSITIVE_INFINITY])
      expect(readHeight({ programLocatorHeight: height })).toBeNull();
  });
});

describe('the WordPress file', () => {
  test('sets each attribute of the manifest but the API’s address', () => {
    const [, list = ''] = /const PROGRAM_LOCATOR_ATTRIBUTES = array\(([^)]*)\)/.exec(plugin) ?? [];
    const names = [...list.matchAll(/'([\w-]+)'/g)].map(([, name]) => name);
    expect(names.sort()).toEqual(attributeNames.filter((name) => name !== 'api').sort());
  });

  test('puts no value into the page unescaped', () => {
    // Each variable that is inserted into markup is escaped before or right there.
    const code = plugin.replaceAll(/^\s*\/\/.*$/gm, '');
    const joined = [...code.matchAll(/\. (\$?\w+)(\()?/g)].map(([, name, call]) => `${name}${call ?? ''}`);
    const sound = ['$name', '$attributes', 'esc_attr(', 'esc_html(', 'esc_url('];
    expect(joined.filter((one) => !sound.includes(one))).toEqual([]);
    expect(plugin).not.toMatch(/\becho\b|\bprint\b|\beval\b/);
    expect(plugin).toMatch(/if \(!defined\('ABSPATH'\)\) \{\n {4}exit;/);
  });

  test('gets the locator’s address, and nothing that could end the text', () => {
    expect(pluginFor(plugin, 'https://find.desertwillow.example')).toContain(
      "const PROGRAM_LOCATOR_SITE = 'https://find.desertwillow.example';",
    );
    for (const site of ["https://a.example';//", 'https://a.example/x', 'javascript:alert(1)', ''])
      expect(() => pluginFor(plugin, site)).toThrow(RangeError);
    expect(() => pluginFor('<?php', 'https://a.example')).toThrow(/lacks PROGRAM_LOCATOR_SITE/);
  });
});
