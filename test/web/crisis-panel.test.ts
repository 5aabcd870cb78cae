import { describe, expect, it } from 'vitest';
import { help } from '../../functions/http/help.ts';
import { outside } from '../../web/coverage.ts';
import { helplineFault } from '../support/links.ts';
import { everything, linksIn, type TinyElement, webModule, withTinyDom } from './tiny-dom.ts';

withTinyDom();

const nothing = () => {};
const panel = async (language: 'en' | 'es'): Promise<TinyElement[]> => {
  const { crisisPanel } = await webModule<{
    crisisPanel(language: string, actions: object): TinyElement[];
  }>('crisis-panel.ts');
  return crisisPanel(language, { locate: nothing, again: nothing });
};

describe.each(['en', 'es'] as const)('the panel of a crisis, in %s', (language) => {
  it('calls, texts and chats with the lifeline, and calls 911', async () => {
    const links = linksIn(await panel(language));
    expect(
      links.flatMap((link) => helplineFault({ ...link, href: link.href.replace('?body=AYUDA', '') }) ?? []),
    ).toEqual([]);
    const [call, text, chat, emergency] = links;
    expect([call?.href, chat?.href, emergency?.href]).toEqual([
      'tel:988',
      'https://988lifeline.org/chat/',
      `tel:${help.emergency}`,
    ]);
    expect(text?.href).toMatch(/^sms:988/);
  });

  it('puts its first link first, before any other way on', async () => {
    const ways = everything(await panel(language)).filter(({ name }) => name === 'a' || name === 'button');
    expect(ways[0]?.attributes.get('href')).toBe('tel:988');
  });
});

// 988 answers in Spanish after "2", and to a text that says AYUDA: without these a person reaches somebody who does not understand.
describe('Spanish, in either language', () => {
  it.each(['en', 'es'] as const)('%s', async (language) => {
    const nodes = await panel(language);
    const words = nodes.map(({ textContent }) => textContent).join('\n');
    expect(words).toMatch(/988 y oprima 2/);
    expect(words).not.toMatch(/oprima (?!2)/);
    const texts = linksIn(nodes).filter(({ href, text }) => href.startsWith('sms:') && /texto/i.test(text));
    expect(texts.length).toBe(1);
    for (const { href, text } of texts) {
      expect(text).toMatch(/AYUDA al 988/);
      expect(href).toBe('sms:988?body=AYUDA');
    }
  });
});

describe('outside of the listed states', () => {
  it('the helplines are right', async () => {
    const { whoCanLook } = await webModule<{ whoCanLook(name: string | null): TinyElement }>('coverage-view.ts');
    for (const name of ['Florida', null]) {
      const links = linksIn(whoCanLook(name));
      expect(links.flatMap((link) => helplineFault(link) ?? [])).toEqual([]);
      expect(links.map(({ href }) => href)).toEqual(
        expect.arrayContaining(['tel:988', 'sms:988', 'tel:911', 'tel:+18006624357']),
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
    expect(outside(coverage, miles, miles === null ? null : 'Arizona').far).toBe(far);
  });
});
