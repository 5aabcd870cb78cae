import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { help } from '../../functions/http/help.ts';
import { app } from '../../web/locator/parts/app.ts';
import { crisisPanel } from '../../web/locator/parts/crisis.ts';
import { outside, whoCanLook } from '../../web/locator/parts/outside.ts';
import { startState } from '../../web/locator/state/state.ts';
import { crisisWords } from '../../web/words/crisis.ts';
import { en } from '../../web/words/en.ts';
import { es } from '../../web/words/es.ts';
import { helplineFault, linksOf } from '../support/links.ts';
import { propsOf } from './props-of.ts';

const panel = (language: 'en' | 'es'): string => {
  const state = { ...startState(), crisis: { language, words: 'what was typed' } };
  return renderToString(h('div', null, crisisPanel(propsOf({ state }))));
};
const textOf = (html: string): string => html.replaceAll(/<[^>]*>/g, ' ');

describe.each(['en', 'es'] as const)('the panel of a crisis, in %s', (language) => {
  it('calls, texts and chats with the lifeline, and calls 911', () => {
    const links = linksOf(panel(language));
    expect(links.flatMap((link) => helplineFault(link) ?? [])).toEqual([]);
    const [call, text, chat, emergency] = links;
    expect([call?.href, chat?.href, emergency?.href]).toEqual([
      'tel:988',
      'https://988lifeline.org/chat/',
      `tel:${help.emergency}`,
    ]);
    expect(text?.href).toMatch(/^sms:988/);
  });

  it('puts its first link first, before any other way on', () => {
    const [first = ''] = /<(?:a|button)\b[^>]*>/.exec(panel(language)) ?? [];
    expect(first).toContain('href="tel:988"');
  });

  it('asks for a place only until something is searched; the numbers stay', () => {
    const crisis = { language, words: null };
    const state = { ...startState(), crisis };
    const drawn = (now: typeof state) => renderToString(h('div', null, crisisPanel(propsOf({ state: now }))));
    const { add, again, kept } = crisisWords[language];
    const asked = [
      { ...state, act: { ...state.act, kind: 'search' } as const },
      { ...state, view: { kind: 'where' } as const },
    ];
    expect(drawn(state)).toContain(add);
    for (const now of asked) {
      const html = drawn(now);
      for (const text of [add, again, kept]) expect(html).not.toContain(text);
      expect(linksOf(html).map(({ href }) => href)).toEqual(expect.arrayContaining(['tel:988', 'tel:911']));
    }
  });

  it('does not repeat what was typed', () => {
    expect(panel(language)).not.toContain('what was typed');
  });
});

// 988 answers in Spanish after "2", and to a text that says AYUDA: without these a person reaches somebody who does not
// understand.
describe('Spanish, in either language', () => {
  it.each(['en', 'es'] as const)('%s', (language) => {
    const html = panel(language);
    const words = textOf(html).replaceAll(/\s+/g, ' ');
    expect(words).toMatch(/988 y oprima 2/);
    expect(words).not.toMatch(/oprima (?!2)/);
    const texts = linksOf(html).filter(({ href, text }) => href.startsWith('sms:') && /texto/i.test(text));
    expect(texts.length).toBe(1);
    for (const { href, text } of texts) {
      expect(text).toMatch(/AYUDA al 988/);
      expect(href).toBe('sms:988?body=AYUDA');
    }
  });
});

describe('outside of the listed states', () => {
  it.each([en, es])('the helplines are right', (words) => {
    const state = { ...startState(), view: { kind: 'where' } as const };
    for (const name of ['FL', null]) {
      const props = propsOf({ words, state });
      const body = { body: [whoCanLook(props, name)], over: [], status: '', sided: false, mapped: false };
      const links = linksOf(renderToString(app(props, body)));
      expect(links.flatMap((link) => helplineFault(link) ?? [])).toEqual([]);
      expect(links.map(({ href }) => href)).toEqual(
        expect.arrayContaining(['tel:988', words.strip.textHref, 'tel:911', 'tel:+18006624357']),
      );
    }
  });

  it.each([
    [null, true],
    [51, true],
    [50, false],
    [3, false],
  ])('the nearest center at %s miles is far: %s', (miles, far) => {
    const coverage = { states: ['AZ'], origin: { state: 'FL', listed: false } };
    expect(outside(coverage, miles, miles === null ? null : 'AZ').far).toBe(far);
  });
});
