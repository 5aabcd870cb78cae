import { renderToString } from 'preact-render-to-string';
import { describe, expect, test } from 'vitest';
import { openedCard } from '../../web/locator/parts/opened.ts';
import { reportHref } from '../../web/locator/read/report.ts';
import { startState } from '../../web/locator/state/state.ts';
import { en } from '../../web/words/en.ts';
import { es } from '../../web/words/es.ts';
import { linksOf } from '../support/links.ts';
import { centerAt } from './facts-about.ts';
import { propsOf } from './props-of.ts';

const center = { id: 'az-phoenix-x', name: 'Hope & Co. – "Midtown"' };

describe('where a wrong fact is reported', () => {
  test('an email address gets the center as its subject, and nothing can be added to it', () => {
    const href = reportHref('facts+az@find.example.org', center) ?? '';
    expect(href).toBe(
      `mailto:facts+az@find.example.org?subject=${encodeURIComponent(`${center.name} (${center.id})`)}`,
    );
    expect(href.match(/[?&]/g)).toHaveLength(1);
  });

  test('a page gets the center as two parameters, beside its own', () => {
    const page = new URL(reportHref(' https://find.example.org/report?a=b#top ', center) ?? '');
    expect(Object.fromEntries(page.searchParams)).toEqual({ a: 'b', center: center.id, name: center.name });
  });

  test.each([
    null,
    '',
    'nobody',
    'http://find.example.org',
    'javascript:alert(1)',
    'a@b',
    'a@b.org?cc=c@d.org',
    'https://',
    'mailto:a@b.org',
  ])('%s is nobody to report to', (contact) => {
    expect(reportHref(contact, center)).toBeNull();
  });

  test('an opened card links there with nothing of the search, and only where somebody is named', () => {
    // A search whose text would be visible if any of it were in the link.
    const state = { ...startState(), text: 'iop zqwords 85004', origin: { kind: 'place', near: '85004' } } as const;
    const cardLinks = (report: string | null, words = en) => {
      const props = propsOf({ state, words });
      const html = renderToString(
        openedCard({ ...props, settings: { ...props.settings, report } }, centerAt('one', { lat: 33, lng: -112 })),
      );
      return linksOf(html).filter(({ text }) => text === words.opened.report);
    };
    expect(cardLinks(null)).toEqual([]);
    expect(cardLinks('nobody')).toEqual([]);
    for (const words of [en, es])
      expect(cardLinks('facts@find.example.org', words).map(({ href }) => href)).toEqual([
        'mailto:facts@find.example.org?subject=one%20(one)',
      ]);
  });
});
