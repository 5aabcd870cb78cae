import type { PagesWords } from './en.ts';

export const searchPageWords: PagesWords['search'] = {
  title: 'Resultados',
  start: 'Encuentre un programa de tratamiento',
  about: 'Busque un programa de tratamiento por código postal, ciudad o con sus palabras.',
  filters: 'Filtros',
  apply: 'Buscar con estos',
  next: 'Siguientes centros',
  first: 'Volver a los primeros centros',
  showUnknown: 'Mostrarlos en la lista',
  page: 'Más centros, en el mismo orden',
  whole: (state) => `Buscar en todo ${state}`,
  again: 'Buscar otra vez',
  faults: 'Por favor revise esto',
};
