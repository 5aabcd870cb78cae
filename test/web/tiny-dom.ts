import { afterEach, beforeEach, vi } from 'vitest';

/** As much of an element as the page's components touch: what they say can be read without a browser. */
export class TinyElement extends EventTarget {
  readonly name: string;
  readonly attributes = new Map<string, string>();
  readonly dataset: Record<string, string> = {};
  readonly nodes: (TinyElement | string)[] = [];
  hidden = false;

  constructor(name: string) {
    super();
    this.name = name;
  }
  get id(): string {
    return this.attributes.get('id') ?? '';
  }
  get textContent(): string {
    return this.nodes.map((node) => (typeof node === 'string' ? node : node.textContent)).join('');
  }
  set textContent(text: string) {
    this.nodes.splice(0, this.nodes.length, text);
  }
  setAttribute(name: string, value: string): void {
    this.attributes.set(name, value);
  }
  append(...nodes: (TinyElement | string)[]): void {
    this.nodes.push(...nodes);
  }
}

/** Puts `document` in place for the tests of a file. */
export function withTinyDom(): void {
  beforeEach(() => {
    vi.stubGlobal('document', { createElement: (name: string) => new TinyElement(name), querySelector: () => null });
  });
  afterEach(() => {
    vi.unstubAllGlobals();
  });
}

/** An element and everything inside it, in order. */
export function everything(of: TinyElement | readonly TinyElement[]): TinyElement[] {
  return [of]
    .flat()
    .flatMap((one): TinyElement[] => [
      one as TinyElement,
      ...everything((one as TinyElement).nodes.filter((node) => typeof node !== 'string')),
    ]);
}

/** The links inside, as what they lead to and what stands on them. */
export function linksIn(of: TinyElement | readonly TinyElement[]): { href: string; text: string }[] {
  return everything(of).flatMap((one) => {
    const href = one.attributes.get('href');
    return href === undefined ? [] : [{ href, text: one.textContent.trim() }];
  });
}

/** By a name that types do not follow: the page's modules are checked with the browser's library, tests without it. */
export function webModule<Module>(name: string): Promise<Module> {
  return import(new URL(`../../web/${name}`, import.meta.url).href);
}
