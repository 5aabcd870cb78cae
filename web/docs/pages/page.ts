import type { Place } from '../document.ts';
import type { Html } from '../html.ts';

/** A part of a page that the contents and the search lead to. */
interface Section {
  readonly id: string;
  readonly title: string;
  /** Of an operation. */
  readonly method?: string;
}

/** One page of the reference, before it is put in its frame. */
export interface DocsPage {
  readonly path: string;
  readonly title: string;
  /** Its name in the contents, where that is shorter. */
  readonly name: string;
  readonly group: string;
  readonly description: string;
  readonly sections: readonly Section[];
  readonly main: Html;
  /** The same as Markdown, which is served at the path with `.md`. */
  readonly markdown: string;
  readonly entries: readonly Entry[];
}

/** What the search finds. */
export interface Entry {
  readonly title: string;
  readonly kind: 'Page' | 'Operation' | 'Parameter' | 'Section' | 'Shape' | 'Problem';
  readonly url: string;
  /** What else leads to it; its beginning is shown. */
  readonly words: string;
}

/** The operations of a tag, before they are drawn. */
export interface TagPage {
  readonly path: string;
  readonly name: string;
  readonly title: string;
  readonly group: string;
  readonly description: string;
  readonly places: readonly Place[];
}
