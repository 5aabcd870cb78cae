import { gzipSync } from 'node:zlib';
import type { Handler } from '../../functions/api/app.ts';
import { pageCss } from '../../web/pages/style.ts';
import { homePage } from '../../web/site/home.ts';
import { textOf } from '../faces/pages/text-of.ts';
import { type Answer, call } from '../support/gateway-call.ts';
import { PUBLIC_URL } from '../support/real-records.ts';
import { isSpanish, type Kind, kindOf } from './addresses.ts';
import { runsOf } from './alike.ts';
import { linkedDataOf } from './linked-data.ts';
import { type InnerLink, idsOf, innerLinks } from './links.ts';
import { htmlFaults } from './valid-html.ts';

/** One page that was rendered and checked. */
interface Surveyed {
  readonly path: string;
  readonly kind: Kind;
  /** Bytes of the HTML and of the styles, each compressed with gzip. Browsers get brotli, which is smaller. */
  readonly bytes: number;
  readonly blocks: number;
}

export interface Survey {
  readonly pages: readonly Surveyed[];
  readonly html: readonly string[];
  readonly data: readonly string[];
  /** Pages that were answered wrongly. */
  readonly answers: readonly string[];
  readonly runs: Readonly<Record<'en' | 'es', ReadonlyMap<string, Uint32Array>>>;
  readonly links: LinkBook;
}

/**
 * Collects the targets of links and the element ids of pages while pages are rendered, so that no page is rendered
 * twice.
 */
export class LinkBook {
  readonly redirects: string[] = [];
  readonly broken: string[] = [];
  /** For each page's path, the ids of its elements. */
  readonly #seen = new Map<string, ReadonlySet<string>>();
  /** For each link target (path and fragment), one page that has the link. */
  readonly #wanted = new Map<string, { readonly link: InnerLink; readonly from: string }>();

  get visited(): number {
    return this.#seen.size;
  }

  get wanted(): number {
    return this.#wanted.size;
  }

  add(path: string, body: string): void {
    this.#seen.set(path, new Set(idsOf(body)));
    for (const link of innerLinks(body, path, PUBLIC_URL)) {
      const key = `${link.path}#${link.fragment}`;
      if (!this.#wanted.has(key)) this.#wanted.set(key, { link, from: path });
    }
  }

  /** Follows every link, and then the links on those pages. @param files Paths that the bucket serves. */
  async follow(handler: Handler, files: ReadonlySet<string>, tell: (done: number) => void): Promise<void> {
    for (const { link, from } of this.#wanted.values()) {
      if (this.#seen.has(link.path) || files.has(link.path)) continue;
      await this.#visit(handler, link.path, from);
      if (this.#seen.size % 500 === 0) tell(this.#seen.size);
    }
    for (const { link, from } of this.#wanted.values())
      if (link.fragment !== '' && this.#seen.get(link.path)?.has(link.fragment) === false)
        this.broken.push(`${from} leads to ${link.path}#${link.fragment}, where nothing has this id`);
  }

  async #visit(handler: Handler, path: string, from: string): Promise<void> {
    const answer = await call(handler, path);
    if ([301, 302, 307, 308].includes(answer.status)) {
      this.redirects.push(`${from} leads to ${path}, which moved`);
      this.#seen.set(path, new Set());
      const to = new URL(answer.headers.location ?? '', PUBLIC_URL + path).pathname;
      if (!this.#seen.has(to)) await this.#visit(handler, to, path);
      return;
    }
    if (answer.status !== 200) this.broken.push(`${from} leads to ${path}: ${answer.status}`);
    if (/^(?:text\/html|application\/xml)/.test(answer.headers['content-type'] ?? '')) this.add(path, answer.body);
    else this.#seen.set(path, new Set());
  }
}

/** Pages that no link leads to: missing, deleted and refused pages, and results of forms. */
const apart: readonly { readonly path: string; readonly status: number; readonly body?: string }[] = [
  '',
  '/es',
].flatMap((folder) => [
  { path: `${folder}/centers/nobody-here`, status: 404 },
  { path: `${folder}/states/zz`, status: 404 },
  { path: `${folder}/cities/az/nowhere`, status: 404 },
  { path: `${folder}/states/az?near=85004`, status: 400 },
  { path: `${folder}/search`, status: 200 },
  { path: `${folder}/search`, status: 200, body: 'q=iop+near+85004+medicaid' },
  { path: `${folder}/search`, status: 200, body: 'q=phoenix+az&level=php&payer=medicaid&population=women' },
  { path: `${folder}/search`, status: 200, body: 'q=miami+fl' },
  { path: `${folder}/search`, status: 200, body: 'q=i+want+to+die+85004' },
  { path: `${folder}/search`, status: 400, body: 'q=qqqqzzzz' },
]);

const styleBytes = gzipSync(pageCss).length;

/**
 * Renders pages with the handler and checks each.
 * @param paths Paths of pages that must be answered with 200.
 * @param tell Called now and then with the number of pages that are done.
 */
export async function survey(
  handler: Handler,
  paths: readonly string[],
  tell: (done: number) => void = () => {},
): Promise<Survey> {
  const pages: Surveyed[] = [];
  const [html, data, answers]: [string[], string[], string[]] = [[], [], []];
  const runs = { en: new Map<string, Uint32Array>(), es: new Map<string, Uint32Array>() };
  const links = new LinkBook();
  links.add('/', homePage('en', []));
  links.add('/es/', homePage('es', []));

  const check = async (name: string, kind: Kind, { body }: Answer): Promise<void> => {
    html.push(...htmlFaults(body).map((fault) => `${name}: ${fault}`));
    const found = await linkedDataOf(body);
    data.push(...found.faults.map((fault) => `${name}: ${fault}`));
    if (kind === 'center' && found.blocks !== 1) data.push(`${name} has ${found.blocks} blocks of JSON-LD`);
    pages.push({ path: name, kind, bytes: gzipSync(body).length + styleBytes, blocks: found.blocks });
    if (pages.length % 250 === 0) tell(pages.length);
  };

  for (const path of paths) {
    const answer = await call(handler, path);
    if (answer.status !== 200) {
      answers.push(`${path}: ${answer.status}`);
      continue;
    }
    await check(path, kindOf(path), answer);
    links.add(path, answer.body);
    runs[isSpanish(path) ? 'es' : 'en'].set(path, runsOf(textOf(answer.body)));
  }
  for (const { path, status, body } of apart) {
    const form = { method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded' }, body };
    const answer = await call(handler, path, body === undefined ? {} : { ...form, body });
    const name = body === undefined ? path : `POST ${path} ${body}`;
    if (answer.status !== status) answers.push(`${name}: ${answer.status} instead of ${status}`);
    await check(name, status === 200 ? 'search' : 'fault', answer);
    if (body === undefined && status === 200) links.add(path, answer.body);
  }
  return { pages, html, data, answers, runs, links };
}
