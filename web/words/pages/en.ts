import { centerPageWords } from './center.en.ts';
import { placePageWords } from './place.en.ts';
import { searchPageWords } from './search.en.ts';
import { textPageWords } from './text.en.ts';

/** Texts of the pages that the handler renders, in addition to the finder's. `es` has the same keys. */
export const pages = {
  crumbs: 'You are here',
  find: 'Find a program',
  skip: 'Skip to the main part',
  more: 'More about this site',
  nobodyPays: 'Nobody pays to be listed.',
  center: centerPageWords,
  place: placePageWords,
  search: searchPageWords,
  text: textPageWords,
};

export type PagesWords = typeof pages;
