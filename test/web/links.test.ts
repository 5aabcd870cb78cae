import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import type { Center } from '../../functions/domain/center.ts';
import { centerLinkFaults, helplineFault, type Link } from '../support/links.ts';
import { records } from '../support/real-records.ts';
import { chooseRadius, noBrowser, searchFor, withoutListings } from './browser.ts';
import { lonely, withSite } from './site.ts';

const centers = new Map<string, Center>(records.map(({ center }) => [center.id, center]));

/** Every link of the page, with the center of its card; null outside of cards. */
async function linksOn(page: Page): Promise<(Link & { readonly center: string | null })[]> {
  return page.locator('a[href]').evaluateAll((all) =>
    all.map((link) => ({
      href: link.getAttribute('href') ?? '',
      text: (link.textContent ?? '').replace(/\s+/g, ' ').trim(),
      center: link.closest('article')?.querySelector('[id^=center-]')?.id.slice('center-'.length) ?? null,
    })),
  );
}

/**
 * Checks helplines outside of cards, and each card's links against its record.
 * @returns number of cards
 */
async function expectRightLinks(page: Page): Promise<number> {
  const links = await linksOn(page);
  const outside = links.filter(({ center }) => center === null);
  expect(outside.flatMap((link) => helplineFault(link) ?? [])).toEqual([]);
  expect(outside.map(({ href }) => href)).toEqual(
    expect.arrayContaining(['tel:988', 'sms:988', 'tel:911', 'tel:+18006624357']),
  );
  const cards = Map.groupBy(
    links.filter(({ center }) => center !== null),
    ({ center }) => center,
  );
  // A closed card calls the center's first number; an opened one has every number, and directions.
  for (const [id, own] of cards) {
    const center = centerOf(id);
    expect(own.map(({ href }) => href)).toEqual([telOf(center)]);
  }
  for (const id of cards.keys()) {
    const card = page.locator(`article:has([id="center-${id}"])`);
    await card.locator('button.more').click();
    await card.locator('.opened').waitFor();
    const own = (await linksOn(page)).filter((link) => link.center === id);
    expect(centerLinkFaults(own, centerOf(id)), centerOf(id).name).toEqual([]);
  }
  // A fictional center's card says so; a real one's does not.
  for (const card of await page.locator('article:has([id^=center-])').all()) {
    const id = (await card.locator('[id^=center-]').first().getAttribute('id')) ?? '';
    const says = /not real/i.test((await card.textContent()) ?? '');
    expect([id, says]).toEqual([id, centers.get(id.slice('center-'.length))?.sample]);
  }
  return cards.size;
}

function centerOf(id: string | null): Center {
  const center = centers.get(id ?? '');
  if (center === undefined) throw new Error(`a card of "${id}", which is no center`);
  return center;
}

function telOf({ phones: [phone] }: Center): string {
  if (phone === undefined) throw new Error('a center without a number');
  return `tel:${phone.number}${phone.extension === null ? '' : `,${phone.extension}`}`;
}

describe.skipIf(noBrowser !== null)('every number and map on the page', () => {
  const site = withSite();

  test('is its record’s or a helpline’s, in every state', async () => {
    const { page } = await site.open();
    await withoutListings(page);
    expect(await expectRightLinks(page)).toBe(0);
    await searchFor(page, '85004');
    expect(await expectRightLinks(page)).toBe(10);
    await searchFor(page, '98101');
    expect(await expectRightLinks(page)).toBe(10);
    await searchFor(page, 'Peoria');
    expect(await expectRightLinks(page)).toBe(0);
    await searchFor(page, 'Arizona');
    expect(await expectRightLinks(page)).toBe(10);
    await searchFor(page, lonely);
    await chooseRadius(page, '5mi');
    expect(await expectRightLinks(page)).toBe(0);
    await page.context().setOffline(true);
    await searchFor(page, '85004');
    expect(await expectRightLinks(page)).toBe(0);
  }, 90_000);

  test('without scripts, and in the reference, too', async () => {
    const { page } = await site.open({ javaScriptEnabled: false });
    expect(await expectRightLinks(page)).toBe(0);
    const { page: docs } = await site.open({ path: '/docs' });
    expect((await linksOn(docs)).flatMap((link) => helplineFault(link) ?? [])).toEqual([]);
  });
});

describe('the check of a card sees', () => {
  const [record] = records;
  if (record === undefined) throw new Error('there are no records');
  const center: Center = {
    ...record.center,
    phones: [{ number: '+16025550101', extension: '12', purpose: 'main', answeredBy: 'facility' }],
  };
  const { lat, lng } = center.location;
  const address = encodeURIComponent(`${center.address.city}, ${center.address.state} ${center.address.zip}`);
  const call = { href: 'tel:+16025550101,12', text: '(602) 555-0101 ext. 12 Front desk' };
  const map = { href: `geo:${lat},${lng}?q=${address}`, text: 'Map' };

  test('nothing where nothing is wrong', () => expect(centerLinkFaults([call, map], center)).toEqual([]));
  test.each<[string, Link[]]>([
    ['a number of another', [{ ...call, href: 'tel:+16025550102,12' }, map]],
    ['a lost extension', [{ ...call, href: 'tel:+16025550101' }, map]],
    ['an extension dialled at once', [{ ...call, href: 'tel:+1602555010112' }, map]],
    ['another number on it', [{ ...call, text: '(602) 555-0110' }, map]],
    ['no number', [map]],
    ['no map', [call]],
    ['a map with its numbers in each other’s place', [call, { ...map, href: `geo:${lng},${lat}?q=${address}` }]],
    ['a web map of another place', [call, { ...map, href: `https://maps.example/?q=${lat + 1},${lng}` }]],
    ['a map that asks for nothing', [call, { ...map, href: `geo:${lat},${lng}?q=` }]],
  ])('%s', (_, links) => expect(centerLinkFaults(links, center)).not.toEqual([]));
});
