import { centerPageWords } from './center.es.ts';
import type { PagesWords } from './en.ts';
import { placePageWords } from './place.es.ts';
import { searchPageWords } from './search.es.ts';
import { textPageWords } from './text.es.ts';

/** Spanish, with "usted". */
export const pages: PagesWords = {
  crumbs: 'Usted está aquí',
  find: 'Buscar un programa',
  skip: 'Ir a la parte principal',
  more: 'Más sobre este sitio',
  nobodyPays: 'Nadie paga por aparecer.',
  center: centerPageWords,
  place: placePageWords,
  search: searchPageWords,
  text: textPageWords,
};
