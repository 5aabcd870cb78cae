import { describe, expect, test } from 'vitest';
import { reportHref } from '../../web/locator/read/report.ts';

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
});
