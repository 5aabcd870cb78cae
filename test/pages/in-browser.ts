import type { Browser } from 'playwright-core';
import type { CenterRecord } from '../../functions/domain/record.ts';
import { startLocal } from '../../infra/local/start.ts';
import { accessFaults, desktop, noBrowser, phone, visit } from '../web/browser.ts';
import { launchBrowser } from '../web/launch.ts';

interface Line {
  readonly check: string;
  readonly found: string;
  readonly faults: readonly string[];
}

/** One English page of each kind. Each also exists in Spanish. */
const kinds = [
  '/states/az',
  '/states/nj/iop',
  '/cities/az/phoenix',
  '/search',
  '/about',
  '/privacy',
  '/for-providers',
  '/centers/nobody-here',
  '/states/az?near=85004',
];

/** Checks pages of the running website in Chromium. @param centers Paths of some centers' pages. */
export async function browserLines(
  records: readonly CenterRecord[],
  centers: readonly string[],
  tell: (text: string) => void,
): Promise<Line[]> {
  if (noBrowser !== null) throw new Error(noBrowser);
  tell('starts the product and Chromium');
  const [site, browser] = await Promise.all([startLocal({ port: 0, data: records, log: () => {} }), launchBrowser()]);
  try {
    return [await accessLine(browser, site.url, centers, tell), await scriptlessLine(browser, site.url)];
  } finally {
    await browser.close();
    await site.close();
  }
}

/** Runs axe on the sample at a phone's width. Pages of each kind are also checked on a desktop in dark mode. */
async function accessLine(
  browser: Browser,
  url: string,
  centers: readonly string[],
  tell: (text: string) => void,
): Promise<Line> {
  const both = kinds.flatMap((path) => [path, `/es${path}`]);
  const [first = ''] = centers;
  const looks = [
    { options: { viewport: phone }, paths: [...centers, ...both, `/es${first}`] },
    { options: { viewport: desktop, colorScheme: 'dark' as const }, paths: [first, ...both] },
  ];
  const faults: string[] = [];
  let done = 0;
  for (const { options, paths } of looks) {
    const { page, faults: refused, requests } = await visit(browser, url, { path: paths[0] ?? '/', ...options });
    for (const path of paths) {
      await page.goto(url + path);
      faults.push(...(await accessFaults(page)).map((fault) => `${path}: ${fault}`));
      const wide = Number(await page.evaluate('document.documentElement.scrollWidth - innerWidth'));
      if (wide > 0) faults.push(`${path} is ${wide} px too wide at ${options.viewport.width} px`);
      done += 1;
      if (done % 20 === 0) tell(`${done} pages under axe`);
    }
    faults.push(...refused, ...requests.filter((one) => !one.url.startsWith(url)).map((one) => `asks ${one.url}`));
    await page.context().close();
  }
  return {
    check: 'axe, sideways scroll, requests elsewhere',
    found: `${done} views, ${centers.length} centers`,
    faults,
  };
}

/** Makes a search with JavaScript off: types it, sends it, adds a filter, opens the next page, and opens a center. */
async function scriptlessLine(browser: Browser, url: string): Promise<Line> {
  const faults: string[] = [];
  const expect = (holds: boolean, fault: string) => {
    if (!holds) faults.push(fault);
  };
  let steps = 0;
  for (const { home, q } of [
    { home: '/', q: 'iop near 85004' },
    { home: '/es/', q: 'iop cerca de 85004' },
  ]) {
    const { page, requests } = await visit(browser, url, { path: home, javaScriptEnabled: false });
    await page.locator('form input[name=q]').first().fill(q);
    await page.locator('form input[name=q]').first().press('Enter');
    await page.locator('#results-heading').waitFor();
    const shown = async () => {
      const links = await page.locator('ol.list a[href*="/centers/"]').all();
      return [...new Set(await Promise.all(links.map(async (one) => (await one.getAttribute('href')) ?? '')))];
    };
    const first = await shown();
    const answer = await fetch(`${url}/v1/centers/search`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ q }),
    });
    const { results } = (await answer.json()) as { results: { center: { id: string } }[] };
    const folder = home.slice(0, -1);
    const wanted = results.map(({ center }) => `${folder}/centers/${center.id}`);
    expect(
      JSON.stringify(first) === JSON.stringify(wanted),
      `${home} "${q}" lists ${first.join()} and not ${wanted.join()}`,
    );
    expect(!page.url().includes('85004') && !page.url().includes('?'), `the search is in ${page.url()}`);
    await page.locator('form:has(input[name=cursor]) button').click();
    await page.locator('#results-heading').waitFor();
    const second = await shown();
    expect(second.length > 0 && second.every((id) => !first.includes(id)), `${home} has no second page`);
    await page.locator('details summary').first().click();
    await page.locator('input[type=checkbox][name=payer][value=medicaid]').check();
    await page.locator('form.filter-form details button[type=submit]').click();
    await page.locator('#results-heading').waitFor();
    expect(
      await page.locator('input[type=checkbox][name=payer][value=medicaid]').isChecked(),
      `${home} forgets the filter`,
    );
    const [center = ''] = await shown();
    await page.goto(url + center);
    expect((await page.locator('article.center-page a[href^="tel:"]').count()) > 0, `${center} has no number to call`);
    const away = requests.filter((one) => !one.url.startsWith(url));
    expect(away.length === 0, `asks ${away.map((one) => one.url).join()}`);
    expect(
      requests.every((one) => !/85004|medicaid/.test(one.url)),
      `${home} has a search in an address`,
    );
    steps += 5;
    await page.context().close();
  }
  return { check: 'search with JavaScript off', found: `${steps} steps in two languages`, faults };
}
