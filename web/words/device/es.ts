import type { DeviceWords } from './en.ts';

const moment = (at: number) => new Date(at).toLocaleString('es-US', { dateStyle: 'long', timeStyle: 'short' });
const clock = (at: number) => new Date(at).toLocaleTimeString('es-US', { hour: 'numeric', minute: '2-digit' });

export const deviceWords: DeviceWords = {
  downloading: 'Descargando la lista…',
  downloaded: (here, all) => `${here} de ${all} KB.`,
  downloadHint: 'Su dispositivo buscará en ella por sí solo, así que nada de lo que escriba saldrá de él.',
  insteadHint: 'Nuestro servidor no responde, así que su dispositivo descarga la lista y busca por sí solo.',
  takenOver: 'Nuestro servidor no respondió, así que su dispositivo buscó en la lista por sí solo.',
  renewed: 'La lista acaba de cambiar. Aquí la ve como está ahora.',
  checking: 'Comprobando si hay cambios…',
  checked: (at) => `La búsqueda se hizo en su dispositivo. La lista estaba al día a las ${clock(at)}.`,
  asOf: (at) => `Lista del ${moment(at)}; no pudimos comprobar si cambió.`,
  kept: (day) => `Lista del ${day}. Este archivo no puede comprobar si algo cambió: llame antes de ir.`,
  keptDirections: 'Abre su app de mapas, que necesita internet, y sale de este archivo.',
  placesOf: (states) => `Esta lista solo tiene lugares de ${states}.`,
  keptLong: (day, days) =>
    `Esta lista es del ${day}, de hace más de ${days} días. Algunos números y programas habrán cambiado. Consiga un archivo más nuevo si puede, y llame siempre antes de ir.`,
  ask: '¿Descargar primero la lista?',
  askHint: (size) =>
    `Su navegador ahorra datos. La lista ocupa unos ${size} KB, una sola vez. Después, su dispositivo busca por sí solo, y nada de lo que escriba sale de él.`,
  askInstead: (size) =>
    `Nuestro servidor no responde. Su dispositivo puede buscar por sí solo, pero su navegador ahorra datos y la lista ocupa unos ${size} KB.`,
  allow: (size) => `Descargar ${size} KB y buscar`,
  tooLarge: 'Esta lista es demasiado grande para su dispositivo',
  tooLargeHint: (most) =>
    `En este sitio web solo busca su dispositivo, y la lista ocupa más de ${most} KB. No se descargó nada, y no se envió nada de lo que escribió.`,
  damaged: 'La lista no llegó completa',
  damagedHint: 'Una parte se dañó en el camino, así que no se buscó nada. Inténtelo otra vez en un minuto.',
  updating: 'La lista se está actualizando',
  updatingHint: 'Cambió mientras se descargaba. Inténtelo otra vez en un minuto.',
};
