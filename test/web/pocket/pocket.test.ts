import { beforeAll, describe, expect, test } from 'vitest';
import { loadRecords } from '../../../data/records/load.ts';
import type { Handler } from '../../../functions/api/app.ts';
import { call, post } from '../../support/gateway-call.ts';
import { pick, seeded } from '../../support/random.ts';
import { serveRecords } from '../../support/real-records.ts';
import { isAll, sampled } from '../../support/runs.ts';
import { desktop, expectAccessible, expectNoSidewaysScroll, noBrowser, phone, statesInTurn } from '../browser.ts';
import { ask, idsOf, pocketFrom, pocketOf, withPockets } from './made.ts';

/** The phone shows Spanish, which has longer words, and the desktop English. `ALL=1` tests both languages on both. */
const looks = [
  { look: 'a phone, in Spanish', viewport: phone, locale: 'es-US', part: 0 },
  { look: 'a desktop, in English', viewport: desktop, locale: 'en-US', part: 1 },
  ...(isAll
    ? ([
        { look: 'a phone, in English', viewport: phone, locale: 'en-US', part: 0 },
        { look: 'a desktop, in Spanish', viewport: desktop, locale: 'es-US', part: 1 },
      ] as const)
    : []),
] as const;
/** Towns that the tests search for. */
const towns = ['Tucson', 'Phoenix', 'Denver', 'Peoria'];

describe.skipIf(noBrowser !== null)('a pocket over file://, with no network', async () => {
  const pockets = withPockets();
  const records = await loadRecords('data/centers');
  let handler: Handler;
  let [whole, wholeUrl] = ['', ''];
  /** A pocket of a tenth of the listings, because a browser takes a second to open one of all listings. */
  let [html, url] = ['', ''];
  beforeAll(async () => {
    ({ handler } = await serveRecords(records));
    const answer = async (path: string | URL | Request) => {
      const { status, body } = await call(handler, String(path));
      return new Response(body, { status });
    };
    ({ html: whole } = await pocketFrom(answer));
    wholeUrl = pockets.write('locator.html', whole);
    const few = records.filter(({ center }, at) => at % 20 === 0 || towns.includes(center.address.city));
    ({ html } = await pocketOf(few));
    url = pockets.write('few.html', html);
  });
  const heading = (page: Awaited<ReturnType<typeof pockets.open>>['page']) =>
    page.locator('#results-heading').innerText();

  test('takes at most 970 KB', () => {
    console.log(`pocket of ${records.length} centers: ${Buffer.byteLength(whole)} bytes`);
    expect(Buffer.byteLength(whole)).toBeLessThanOrEqual(970_000);
  });

  test('finds what the API finds, and asks for nothing but itself', async () => {
    const { page, requests, faults } = await pockets.open(wholeUrl);
    const random = seeded(2026);
    const phrases = [
      '',
      'iop',
      'detox',
      'php medicaid',
      'residential women',
      'desintoxicación',
      'ambulatorio intensivo',
    ];
    const all = Array.from({ length: 50 }, (_, at) => {
      const { address } = pick(random, records).center;
      const need = phrases[at % phrases.length] ?? '';
      return `${need} ${at % 2 === 0 ? address.zip : `${address.city}, ${address.state}`}`.trim();
    });
    const texts = sampled(all, 3);
    let found = 0;
    for (const text of texts) {
      await ask(page, text);
      const { status, body } = await post(handler, { q: text, limit: 10 });
      const ids =
        status === 200 ? JSON.parse(body).results.map(({ center }: { center: { id: string } }) => center.id) : [];
      expect(await idsOf(page), text).toEqual(ids);
      found += ids.length;
    }
    expect(found).toBeGreaterThan(8 * texts.length);
    expect(requests.map((one) => one.url)).toEqual([wholeUrl]);
    expect(faults).toEqual([]);
  });

  test.each(looks)(
    'searches, filters, goes on, opens and shows the map on $look, by day and at night',
    async ({ look: _, part, ...given }) => {
      const es = given.locale === 'es-US';
      const { page, requests, faults } = await pockets.open(url, given);
      const look = statesInTurn(page, part);
      await page.locator('#near').waitFor();
      expect(await page.locator('h1:visible').innerText()).toContain(
        es ? 'Lista del 23 de noviembre de 2026' : 'Listings as of November 23, 2026',
      );
      expect(await page.title()).toContain(es ? '23 de noviembre de 2026' : 'November 23, 2026');
      await look();
      await expectNoSidewaysScroll(page);
      await ask(page, es ? 'ambulatorio intensivo en Tucson' : 'iop in Tucson');
      expect(await heading(page)).toMatch(/IOP/);
      expect(await page.locator('.note.age').innerText()).toMatch(es ? /llame antes de ir/ : /call before you go/);
      expect(await page.locator('.checked').count()).toBe(0);
      await look();
      await expectNoSidewaysScroll(page);
      const before = await idsOf(page);
      await page.locator('.more-results').click();
      await expect.poll(async () => (await idsOf(page)).length).toBeGreaterThan(before.length);
      await page.locator('#filters-button').click();
      await page.locator('#filters input[name=within][value="10mi"]').check();
      await page.locator('#results:not([aria-busy])').waitFor();
      await page.keyboard.press('Escape');
      await expect.poll(async () => (await idsOf(page)).length).toBeLessThan(20);
      await page.locator('button.more').first().click();
      await page.locator('.opened h4').nth(1).waitFor();
      expect(await page.locator('a[href*="/centers/"]').count()).toBe(0);
      await look();
      if (given.viewport === phone) await page.locator('.tools .chip').click();
      await page.locator('.map-box svg').first().waitFor();
      await look();
      await expectNoSidewaysScroll(page);
      expect(requests.map((one) => one.url)).toEqual([url]);
      expect(faults).toEqual([]);
    },
  );

  test('the other language keeps the search', async () => {
    const { page, faults } = await pockets.open(url, { viewport: desktop });
    await ask(page, 'detox 80202');
    const ids = await idsOf(page);
    await page.getByRole('button', { name: 'Español' }).first().click();
    await page.locator('#results-heading', { hasText: 'cerca de Denver' }).waitFor();
    expect(await idsOf(page)).toEqual(ids);
    expect(await page.evaluate('document.documentElement.lang')).toBe('es');
    expect(await page.title()).toContain('Encuentre un programa');
    const back = page.getByRole('button', { name: 'English' }).first();
    expect(await page.evaluate('document.activeElement.textContent')).toBe('English');
    await expectAccessible(page);
    await back.click();
    await page.locator('#results-heading', { hasText: 'near Denver' }).waitFor();
    expect(faults).toEqual([]);
  });

  test.each([
    ['i want to die in phoenix', 'en-US', /988/],
    ['me quiero matar', 'es-US', /988/],
  ])('words of a crisis come first: %s', async (text, locale, says) => {
    const { page } = await pockets.open(url, { locale });
    await page.locator('#near').fill(text);
    expect(await page.locator('#crisis-line').innerText()).toMatch(says);
    await page.locator('#near').press('Enter');
    await page.locator('#crisis-heading:focus').waitFor();
    expect(await page.locator('#centers').count()).toBe(0);
  });

  test.each([
    ['Peoria', /Which|mean/],
    ['Nowhereville QQ', /place|find/i],
    ['10001', /not found/],
  ])('a place that it does not know, %s, is asked about and no empty list', async (text, says) => {
    const { page } = await pockets.open(url);
    await ask(page, text);
    expect(await page.locator('#results').innerText()).toMatch(says);
    expect(await page.locator('#results').innerText()).toMatch(/1-800-662-HELP|988|findtreatment/i);
  });

  test('a ZIP of another state is told which states the file has, in Spanish too', async () => {
    const { page } = await pockets.open(url, { locale: 'es-US' });
    await ask(page, '10001');
    expect(await page.locator('#results').innerText()).toContain(
      'Esta lista solo tiene lugares de AZ, CA, CO, IL, NV, NJ, OK y WA.',
    );
    await expectAccessible(page);
  });

  test('a browser that does not share a location gets a kind word', async () => {
    const { page } = await pockets.open(url);
    await page.locator('.locate').first().click();
    await page.locator('#near-error', { hasText: 'Type a ZIP code or city instead.' }).waitFor();
  });

  test('a location that is shared searches from it', async () => {
    const { page, requests } = await pockets.open(url, {
      permissions: ['geolocation'],
      geolocation: { latitude: 33.44837, longitude: -112.07404 },
    });
    await page.locator('.locate').first().click();
    await page.locator('#results-heading:focus', { hasText: /near you$/ }).waitFor();
    expect((await idsOf(page)).length).toBe(10);
    expect(requests.length).toBe(1);
  });

  test('a printed list says of which day it is', async () => {
    const { page } = await pockets.open(url, { viewport: desktop });
    await ask(page, 'iop near 85004');
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.note.age').isVisible()).toBe(true);
    expect(await page.locator('button:visible').allInnerTexts()).toEqual([]);
    expect(await page.locator('#centers .printed').first().isVisible()).toBe(true);
  });

  test('after 90 days it says so', async () => {
    const { page } = await pockets.open(url);
    await page.clock.setFixedTime(new Date('2027-03-01T12:00:00'));
    await page.reload();
    await ask(page, '85004');
    expect(await page.locator('.note.age').innerText()).toContain('more than 90 days old');
  });

  test('"Leave" leaves nothing', async () => {
    const { page } = await pockets.open(url);
    await ask(page, '85004');
    await page.getByRole('link', { name: 'Leave' }).click();
    await page.waitForURL('about:blank');
    await page.goBack().catch(() => null);
    expect(page.url()).toBe('about:blank');
  });

  test('without a script it has the helplines and says what it is, in both languages', async () => {
    const { page, requests } = await pockets.open(wholeUrl, { javaScriptEnabled: false });
    const text = await page.locator('body').innerText();
    for (const words of [
      'Call 988',
      'Llame al 988',
      'This file holds 4,858 centers in AZ, CA, CO, IL, NV, NJ, OK and WA',
      'Este archivo contiene 4,858 centros',
      'Listings as of November 23, 2026',
    ])
      expect(text).toContain(words);
    // The skip links come first, before any other text.
    expect(text.trimStart()).toMatch(/^Skip to the search\s*Ir a la búsqueda\s*In crisis\?/);
    expect(await page.locator('a[href="tel:988"]:visible').count()).toBe(2);
    expect(requests.length).toBe(1);
  });

  test.each([
    ['was cut off', (text: string) => text.replace(/(id="packed-files">.{1000})[^<]*/, '$1')],
    ['has one wrong letter in the program', (text: string) => text.replace(/(id="packed-program">.{500})./, '$1~')],
    [
      'has another program than its own',
      (text: string) => text.replace(/script-src 'sha256-(.{44}' 'sha256-)..../, "script-src 'sha256-$1AAAA"),
    ],
    ['has one wrong letter in the listings', (text: string) => text.replace(/(id="packed-files">.{9000})./, '$1~')],
  ])('a file that %s says so, with whom to call', async (_, damage) => {
    const damaged = damage(html);
    expect(damaged).not.toBe(html);
    const { page } = await pockets.open(pockets.write('damaged.html', damaged));
    const told = page.locator('.failed:visible');
    await told.waitFor();
    for (const words of ['This file did not open', 'Este archivo no se abrió'])
      expect(await told.innerText()).toContain(words);
    expect(await page.locator('#near').count()).toBe(0);
    expect(await page.locator('a[href="tel:988"]:visible').count()).toBe(2);
    await expectAccessible(page);
  });

  test('a browser that is too old for it is told so, with whom to call', async () => {
    const { page } = await pockets.open('about:blank');
    await page.addInitScript('delete Array.prototype.toSorted');
    await page.goto(url);
    await page.locator('.failed:visible').waitFor();
    expect(await page.locator('a[href="tel:988"]:visible').count()).toBe(2);
  });

  test('another program than its own does not run, and nothing can be sent', async () => {
    const { page } = await pockets.open(url, { offline: false });
    await page.locator('#near').waitFor();
    const tried = await page.evaluate(`(async () => {
      const script = document.createElement('script');
      try { script.textContent = 'window.ran = true'; document.body.append(script); } catch { window.refused = true; }
      const sent = await fetch('http://127.0.0.1:9/').then(() => 'sent', (error) => String(error));
      return { ran: window.ran === true, refused: window.refused === true, sent };
    })()`);
    expect(tried).toEqual({ ran: false, refused: true, sent: expect.stringContaining('Failed to fetch') });
    const evaluated = await page.evaluate(`new Promise((resolve) => {
        addEventListener('securitypolicyviolation', ({ effectiveDirective }) => resolve(effectiveDirective));
        fetch('http://127.0.0.1:9/').catch(() => undefined);
      })`);
    expect(evaluated).toBe('connect-src');
  });
});
