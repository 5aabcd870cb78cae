import type { Place } from '../document.ts';
import type { Html } from '../html.ts';

/** A part of a page that has a link in the contents and an entry in the search. */
interface Section {
  readonly id: string;
  readonly title: string;
  /** HTTP method, if the part is an operation. */
  readonly method?: string;
}

/** One page of the reference, before the header, contents and footer are added. */
export interface DocsPage {
  readonly path: string;
  readonly title: string;
  /** A short name of the page, for the list of contents. */
  readonly name: string;
  readonly group: string;
  readonly description: string;
  readonly sections: readonly Section[];
  readonly main: Html;
  /** The page in Markdown, served at the page's path with `.md` added. */
  readonly markdown: string;
  readonly entries: readonly Entry[];
}

/** An entry that the reference's search can find. */
export interface Entry {
  readonly title: string;
  readonly kind: 'Page' | 'Operation' | 'Parameter' | 'Section' | 'Shape' | 'Problem';
  readonly url: string;
  /** More words by which the search finds the entry. Results show the beginning of them. */
  readonly words: string;
}

/** The operations of one tag, which become one page. */
export interface TagPage {
  readonly path: string;
  readonly name: string;
  readonly title: string;
  readonly group: string;
  readonly description: string;
  readonly places: readonly Place[];
}
