import Table from 'cli-table3';
import type { Answer } from '../support/gateway-call.ts';
import type { Served } from './front.ts';

interface Row {
  count: number;
  found: number;
  readonly bytes: number[];
  readonly sentBytes: number[];
  readonly ms: number[];
  readonly pages: number[];
}

const newRow = (): Row => ({ count: 0, found: 0, bytes: [], sentBytes: [], ms: [], pages: [] });
const plain = { head: [], border: [] };

/** Counts answers by route, and records their sizes, times and reads. */
export class Tally {
  readonly #byStatus = new Map<number, number>();
  readonly #byRoute = new Map<string, Row>();

  add({ response, route, pages, ms }: Served, { status, headers, body }: Answer): void {
    this.#byStatus.set(status, (this.#byStatus.get(status) ?? 0) + 1);
    const row = this.#byRoute.get(route) ?? newRow();
    this.#byRoute.set(route, row);
    row.count += 1;
    if (status < 200 || status > 299) return;
    row.found += 1;
    row.ms.push(ms);
    row.pages.push(pages);
    if (body === '') return;
    row.bytes.push(Buffer.byteLength(body));
    if (headers['content-encoding'] !== undefined) row.sentBytes.push(response.body.length);
  }

  get total(): number {
    return [...this.#byStatus.values()].reduce((sum, count) => sum + count, 0);
  }

  /** Number of 2xx answers. */
  get found(): number {
    return [...this.#byStatus].reduce((sum, [status, count]) => sum + (status >= 200 && status <= 299 ? count : 0), 0);
  }

  get statuses(): ReadonlyMap<number, number> {
    return this.#byStatus;
  }

  routes(): string[] {
    return [...this.#byRoute.keys()].sort();
  }

  /**
   * Makes two tables: the number of answers by status, and for each route the p50 / p99 of bytes, time and pages of its
   * 2xx answers.
   */
  toString(): string {
    const statuses = new Table({ head: ['status', 'answers'], style: plain });
    for (const [status, count] of [...this.#byStatus].sort(([one], [other]) => one - other))
      statuses.push([status, count]);
    const routes = new Table({
      head: ['route', 'answers', '2xx', 'bytes p50 / p99', 'compressed', 'ms', 'pages p50 / p99 / max'],
      style: plain,
    });
    for (const route of this.routes()) {
      const { count, found, bytes, sentBytes, ms, pages } = this.#byRoute.get(route) ?? newRow();
      const work = found === 0 ? '' : `${spread(pages)} / ${Math.max(...pages)}`;
      routes.push([route, count, found, spread(bytes), spread(sentBytes), spread(ms, 1), work]);
    }
    return `${statuses.toString()}\n${routes.toString()}`;
  }
}

/** Formats a distribution as `p50 / p99`. */
function spread(values: readonly number[], digits = 0): string {
  if (values.length === 0) return '';
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share: number): string => (sorted[Math.ceil(share * sorted.length) - 1] ?? 0).toFixed(digits);
  return `${at(0.5)} / ${at(0.99)}`;
}
