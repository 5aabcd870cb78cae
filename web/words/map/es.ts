import type { MapWords } from './en.ts';

export const mapWords: MapWords = {
  label: (centers) =>
    centers === 1
      ? 'Mapa de 1 centro. También está en la lista.'
      : `Mapa de ${centers.toLocaleString('es-US')} centros. Todos los del mapa están también en la lista.`,
  empty: 'Mapa sin centros.',
  where: (center) => `Mapa de dónde está ${center}`,
  controls: 'Controles del mapa',
  zoomIn: 'Acercar',
  zoomOut: 'Alejar',
  whole: 'Ver todo',
  start: 'Inicio',
  numbered: 'en la lista',
  farther: 'más abajo',
  ask: 'quizá lo ofrece: pregunte',
  count: 'centros muy cercanos',
  single: 'un centro',
  county: (name) => (name.endsWith(' City') ? name : `Condado de ${name}`),
  distance: (distance, units) => `${distance.toLocaleString('es-US')} ${units}`,
  together: (count) => `${count} centros muy cercanos. Acerque el mapa.`,
  noOutlines: 'No se cargaron los contornos. Las marcas están bien.',
};
