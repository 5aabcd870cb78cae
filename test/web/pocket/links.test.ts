import { renderToString } from 'preact-render-to-string';
import { describe, expect, test } from 'vitest';
import { openedCard } from '../../../web/locator/parts/opened.ts';
import type { Settings } from '../../../web/locator/parts/props.ts';
import { en } from '../../../web/words/en.ts';
import { answeredOnDevice, result } from './props.ts';

/** Renders an opened card with a step to another center. */
function opened(settings: Partial<Settings>): string {
  const props = answeredOnDevice(en, { asOf: '2026-11-29', ...settings });
  const step = (id: string) => ({ level: 'php', center: { id, name: `Center ${id}` }, miles: 2, approximate: false });
  const details = { one: { offerings: result.offerings, up: step('two'), down: null } };
  return renderToString(openedCard({ ...props, state: { ...props.state, details } } as typeof props, result));
}

describe('a card of a file', () => {
  test('has no link to a page that nobody has, nothing to share and nowhere to report', () => {
    const html = opened({ site: null });
    expect(html).not.toContain('/centers/');
    expect(html).not.toMatch(/Share|Report a wrong fact/);
    expect(html).toContain('Center two');
  });

  test('keeps directions, which leave the file only when tapped', () => {
    expect(opened({ site: null })).toMatch(/href="[^"]*(?:geo:|maps)/);
    expect(opened({ site: null })).toContain('leaves this file');
    expect(opened({ site: '', asOf: null })).toContain('leaves this site');
  });

  test('links to the website that was named', () => {
    const html = opened({ site: 'https://find.example.org' });
    for (const id of ['one', 'two']) expect(html).toContain(`href="https://find.example.org/centers/${id}"`);
    expect(html).toContain('Share');
  });

  test('does not repeat the day, which is over the list', () => {
    expect(opened({ site: null })).not.toContain('Listings as of');
  });
});
