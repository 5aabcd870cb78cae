/** `npm run pages`: checks every page over the real listings. Exits with 1 if anything is wrong. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import Table from 'cli-table3';
import { loadRecords } from '../../data/records/load.ts';
import { buildSite, readSiteContents } from '../../infra/site-assets.ts';
import { endProgress, progress } from '../bench/progress.ts';
import { spreadOf } from '../bench/statistics.ts';
import { serveRecords } from '../support/real-records.ts';
import { isSpanish, kindOf, sitemapPaths } from './addresses.ts';
import { pairsAlike } from './alike.ts';
import { sampleOf } from './sample.ts';
import { type Survey, survey } from './survey.ts';
import { timesOf } from './times.ts';

/** Limit for the similarity of two pages. Above 80 %, search engines treat pages as duplicates. */
const MOST_ALIKE = 0.8;
const MOST_BYTES = 14 * 1024;
const MOST_TIMES = 2;
/** Pairs above this similarity are counted, so that the worst pair is known even if none exceeds the limit. */
const COUNTED_ALIKE = 0.7;
const SPANISH_CENTERS = 200;

const usage = `Usage: npm run pages -- [options]

Draws every center's page in English, a sample in Spanish, and every other page in both languages through the handler.
Checks HTML, JSON-LD, links, likeness, sizes and processor time. Exits with 1 if anything is wrong.

  --data <path>     a file or folder of records                      (default: data/centers)
  --centers <n>     a seeded sample of so many centers               (default: all)
  --times <n>       so many centers' processor times                 (default: 400)
  --axe             also opens 200 centers and each kind in Chromium: axe, and a search without a script
  --seed <n>        of the samples                                   (default: 1)
  --show <n>        so many faults of each check are printed         (default: 10)
  -h, --help
`;

const { values } = parseArgs({
  options: {
    data: { type: 'string', default: 'data/centers' },
    centers: { type: 'string' },
    times: { type: 'string', default: '400' },
    axe: { type: 'boolean', default: false },
    seed: { type: 'string', default: '1' },
    show: { type: 'string', default: '10' },
    help: { type: 'boolean', short: 'h', default: false },
  },
});

function wholeNumber(name: string, text: string): number {
  if (/^[1-9]\d{0,6}$/.test(text)) return Number(text);
  process.stderr.write(`${name} must be a whole number above 0, not "${text}"\n\n${usage}`);
  process.exit(2);
}

/**
 * Paths that the bucket serves. The website is built as for a deployment, where a folder's URL serves its index.html.
 */
function bucketPaths(): ReadonlySet<string> {
  const folder = mkdtempSync(join(tmpdir(), 'pages-'));
  try {
    buildSite(folder, fileURLToPath(new URL('../../web', import.meta.url)));
    const { files } = readSiteContents(folder);
    return new Set(
      files.flatMap((file) => [file, file.replace(/\/index\.html$/, ''), file.replace(/index\.html$/, '')]),
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

interface Line {
  readonly check: string;
  readonly found: string;
  readonly faults: readonly string[];
}

function sizeLines({ pages }: Survey): Line[] {
  return [...Map.groupBy(pages, ({ kind }) => kind)].map(([kind, some]) => {
    const { p50, p99, max } = spreadOf(some.map(({ bytes }) => bytes));
    const over = some.filter(({ bytes }) => kind === 'center' && bytes > MOST_BYTES);
    return {
      check: `bytes of HTML and styles, gzip: ${kind}`,
      found: `${some.length} pages, p50 ${p50}, p99 ${p99}, max ${max}${kind === 'center' ? ` (bar ${MOST_BYTES})` : ''}`,
      faults: over.map(({ path, bytes }) => `${path}: ${bytes}`),
    };
  });
}

/**
 * Pages of two places must differ. Pages of two centers need not: sites of one organization with the same programs are
 * still two places, and words added only to make their pages differ would not help people. Pairs of different
 * organizations are counted separately.
 */
function alikeLines({ runs }: Survey, organizationOf: ReadonlyMap<string, string>): Line[] {
  return Object.entries(runs).map(([language, some]) => {
    const pairs = pairsAlike(some, COUNTED_ALIKE);
    const over = pairs.filter(({ share }) => share > MOST_ALIKE);
    const text = ({ a, b, share }: (typeof pairs)[number]) => `${(share * 100).toFixed(1)} %: ${a} and ${b}`;
    const [ofCenters, ofPlaces] = [true, false].map((both) =>
      pairs.filter(({ a, b }) => (kindOf(a) === 'center' && kindOf(b) === 'center') === both),
    );
    const organization = (path: string) => organizationOf.get(path.slice(path.lastIndexOf('/') + 1)) ?? path;
    const centers = (ofCenters ?? []).filter(({ share }) => share > MOST_ALIKE);
    const strangers = centers.filter(({ a, b }) => organization(a) !== organization(b));
    const worst = (list: typeof pairs = []) => (list[0] === undefined ? 'none over 70 %' : text(list[0]));
    return {
      check: `likeness, ${language}`,
      found: `${some.size} pages. Places: worst ${worst(ofPlaces)}. Centers: ${centers.length} pairs over 80 %, ${strangers.length} of them of two organizations; worst ${worst(ofCenters)}`,
      faults: over.filter((pair) => !centers.includes(pair)).map(text),
    };
  });
}

async function main(): Promise<void> {
  const [seed, show, timed] = [
    wholeNumber('--seed', values.seed),
    wholeNumber('--show', values.show),
    wholeNumber('--times', values.times),
  ];
  progress(`reads ${values.data}`);
  const records = await loadRecords(values.data);
  const { handler } = await serveRecords(records);
  const all = await sitemapPaths(handler);
  const named = new Set(all);
  const missing = records.filter(({ center }) => !center.sample && !named.has(`/centers/${center.id}`));
  const centers = all.filter((path) => kindOf(path) === 'center' && !isSpanish(path));
  const count = values.centers === undefined ? centers.length : wholeNumber('--centers', values.centers);
  const some = sampleOf(centers, count, seed);
  const others = all.filter((path) => kindOf(path) !== 'center' && !['/', '/es/', '/es'].includes(path));
  const spanish = sampleOf(centers, SPANISH_CENTERS, seed + 1).map((path) => `/es${path}`);
  const paths = [...others, ...some, ...spanish];

  const surveyed = await survey(handler, paths, (done) => progress(`${done} of ${paths.length} pages checked`));
  progress('follows links');
  const { links } = surveyed;
  await links.follow(handler, bucketPaths(), (done) => progress(`${done} addresses visited`));
  progress('compares texts');
  const alike = alikeLines(surveyed, new Map(records.map(({ center }) => [center.id, center.organization.name])));
  progress('measures processor time');
  const ids = sampleOf(centers, timed, seed + 2).map((path) => path.slice('/centers/'.length));
  const times = await timesOf(handler, ids);
  const [page, answers] = [spreadOf(times.page), spreadOf(times.answers)];
  const ratio = page.mean / answers.mean;

  const lines: Line[] = [
    {
      check: 'centers in the sitemap',
      found: `${centers.length} of ${records.length}`,
      faults: missing.map(({ center }) => center.id),
    },
    { check: 'answers', found: `${surveyed.pages.length} pages drawn`, faults: surveyed.answers },
    { check: 'html-validate', found: `${surveyed.pages.length} pages`, faults: surveyed.html },
    {
      check: 'JSON-LD expanded, terms dropped',
      found: `${surveyed.pages.reduce((sum, { blocks }) => sum + blocks, 0)} blocks`,
      faults: surveyed.data,
    },
    {
      check: 'links inside the site',
      found: `${links.wanted} targets, ${links.visited} addresses visited, ${links.redirects.length} redirects`,
      faults: links.broken,
    },
    ...alike,
    ...sizeLines(surveyed),
    {
      check: 'processor time, page ÷ JSON and continuum',
      found: `${page.mean.toFixed(2)} ms ÷ ${answers.mean.toFixed(2)} ms: ${ratio.toFixed(2)} (bar ${MOST_TIMES}); page p50 ${page.p50.toFixed(2)}, p99 ${page.p99.toFixed(2)}; answers p50 ${answers.p50.toFixed(2)}, p99 ${answers.p99.toFixed(2)}`,
      faults: ratio > MOST_TIMES ? [`${ratio.toFixed(2)} times`] : [],
    },
  ];
  if (values.axe) {
    const { browserLines } = await import('./in-browser.ts');
    lines.push(...(await browserLines(records, sampleOf(centers, 200, seed + 3), progress)));
  }
  endProgress();
  const table = new Table({
    head: ['check', 'found', 'wrong'],
    colWidths: [36, 90, 8],
    wordWrap: true,
    style: { head: [], border: [] },
  });
  for (const { check, found, faults } of lines) table.push([check, found, String(faults.length)]);
  process.stdout.write(`${table.toString()}\n`);
  for (const { check, faults } of lines.filter(({ faults }) => faults.length > 0))
    process.stdout.write(
      `\n${check}: ${faults.length}\n${faults
        .slice(0, show)
        .map((fault) => `  ${fault}`)
        .join('\n')}\n`,
    );
  if (lines.some(({ faults }) => faults.length > 0)) process.exitCode = 1;
}

if (values.help) process.stdout.write(usage);
else await main();
