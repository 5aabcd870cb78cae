import { afterEach, beforeEach, expect, it, vi } from 'vitest';

/** As much of an element as the place field touches. */
class FakeElement extends EventTarget {
  value = '';
  hidden = true;
  textContent = '';
  readonly children: FakeElement[] = [];
  readonly attributes = new Map<string, string>();
  get id(): string {
    return this.attributes.get('id') ?? '';
  }
  setAttribute(name: string, value: string): void {
    this.attributes.set(name, value);
  }
  removeAttribute(name: string): void {
    this.attributes.delete(name);
  }
  append(...nodes: (FakeElement | string)[]): void {
    for (const node of nodes) this.textContent += typeof node === 'string' ? node : node.textContent;
  }
  replaceChildren(...nodes: FakeElement[]): void {
    this.children.splice(0, this.children.length, ...nodes);
  }
  scrollIntoView(): void {}
}

const pending: {
  readonly query: string;
  readonly answer: (labels: readonly string[]) => void;
  readonly signal: AbortSignal | null;
}[] = [];

beforeEach(() => {
  vi.useFakeTimers();
  pending.length = 0;
  vi.stubGlobal('document', { createElement: () => new FakeElement(), querySelector: () => null });
  vi.stubGlobal('window', globalThis);
  vi.stubGlobal('location', { origin: 'https://locator.example', href: 'https://locator.example/' });
  // Answers when the test says so, and also to who gave up: a network does not take back what it sent.
  vi.stubGlobal('fetch', (input: string | URL | Request, init?: RequestInit) => {
    const query =
      new URL(input instanceof Request ? input.url : input, 'https://locator.example').searchParams.get('q') ?? '';
    return new Promise((resolve) => {
      const answer = (labels: readonly string[]) =>
        resolve(
          Response.json({
            places: labels.map((label) => ({ label, kind: 'city', location: { lat: 1, lng: 1 }, state: 'AZ' })),
          }),
        );
      pending.push({ query, answer, signal: init?.signal ?? null });
    });
  });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

// By a name that types do not follow: the page's modules are checked with the browser's library, tests without it.
const module = new URL('../../web/place-field.ts', import.meta.url).href;
interface PlaceFieldModule {
  readonly PlaceField: new (input: FakeElement, list: FakeElement, onEdit: () => void) => { close(): void };
}

async function field() {
  const { PlaceField }: PlaceFieldModule = await import(`${module}`);
  const [input, list] = [new FakeElement(), new FakeElement()];
  const made = new PlaceField(input, list, () => {});
  const type = async (text: string) => {
    input.value = text;
    input.dispatchEvent(new Event('input'));
    await vi.advanceTimersByTimeAsync(1_000);
  };
  const shown = () => (list.hidden ? [] : list.children.map(({ textContent }) => textContent));
  const answer = async (query: string, labels: readonly string[]) => {
    const asked = pending.find((one) => one.query === query);
    if (asked === undefined) throw new Error(`"${query}" was not asked`);
    asked.answer(labels);
    await vi.advanceTimersByTimeAsync(10);
  };
  return { made, type, shown, answer };
}

it('an answer that comes late is not shown for other words', async () => {
  const { type, shown, answer } = await field();
  await type('tuc');
  await type('phoe');
  await answer('phoe', ['Phoenix, AZ']);
  expect(shown()).toEqual(['Phoenix, AZ']);
  await answer('tuc', ['Tucson, AZ']);
  expect(shown()).toEqual(['Phoenix, AZ']);
});

it('no list opens once a search has begun', async () => {
  const { made, type, shown, answer } = await field();
  await type('phoe');
  made.close();
  await answer('phoe', ['Phoenix, AZ']);
  expect(shown()).toEqual([]);
  expect(pending[0]?.signal?.aborted).toBe(true);
});
