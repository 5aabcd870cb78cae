import type { StartWords } from './start.en.ts';
import { joined } from './text.ts';

/** The finder's texts before a search, which load first. */
const centers = (count: number) => (count === 1 ? '1 centro' : `${count.toLocaleString('en-US')} centros`);

export const start: StartWords = {
  code: 'es',
  or: (items: readonly string[]) => joined(items, 'o'),
  and: (items: readonly string[]) => joined(items, 'y'),
  centers,

  strip: {
    label: 'Línea de crisis',
    ask: '¿Crisis?',
    call: 'Llame al 988',
    text: 'Texto',
    textMore: ' al 988',
    textHref: 'sms:988?body=AYUDA',
    chat: 'Chat con el 988',
    danger: '911',
    dangerMore: 'Peligro ahora: ',
    leave: 'Salir',
    leaveHint: 'Salir de este sitio ahora',
  },

  box: {
    form: 'Buscar un programa',
    label: '¿Qué busca y dónde?',
    placeholder: 'ZIP, ciudad o frase',
    hint: 'Por ejemplo 85004, o desintoxicación en Tucson',
    places: 'Lugares',
    found: (count) => (count === 1 ? '1 lugar. Use las flechas.' : `${count} lugares. Use las flechas.`),
    search: 'Buscar',
    clear: 'Borrar lo escrito',
    locate: 'Usar mi ubicación',
    area: 'Solo envía una zona de unas 3 millas.',
    areaHere: 'Su ubicación no sale de este dispositivo.',
    here: 'Mi ubicación',
    allOf: (state) => `Todo ${state}`,
    kept: 'No guardamos nada: ni búsquedas, ni lugares, ni cookies.',
    keptHere: 'Nada de lo que escriba sale de este dispositivo.',
    crisis: 'Hable con alguien ahora:',
    crisisCall: 'llame al 988 y oprima 2',
    crisisText: 'texto AYUDA al 988',
    crisisDanger: 'Si hay peligro: 911',
  },

  refused: {
    empty: 'Escriba un código postal o una ciudad, o diga qué busca y dónde.',
    long: (most) => `Es más de lo que podemos leer. Dígalo en ${most} letras o menos.`,
    denied: 'Su navegador no compartió una ubicación. Escriba un código postal o una ciudad.',
    unfound: 'Su dispositivo no pudo encontrar dónde está. Escriba un código postal o una ciudad.',
    slow: 'Encontrar su ubicación tardó demasiado. Escriba un código postal o una ciudad.',
  },

  levels: {
    title: '¿Qué tipo de programa?',
    any: 'Aún no sé',
    anyHint: 'Muestra todos los tipos',
    hints: {
      iop: 'Unas horas, de 3 a 5 días por semana',
      php: 'Casi todo el día, casi todos los días',
      op: 'Más o menos una vez por semana',
      aftercare: 'Apoyo que sigue después de un programa',
      residential: 'Vive en el centro',
      inpatient: 'Atención en un hospital, día y noche',
      'sober-living': 'Una casa compartida sin alcohol ni drogas',
      detox: 'Ayuda durante la abstinencia',
    },
    names: {
      op: 'Ambulatorio (OP)',
      iop: 'Ambulatorio intensivo (IOP)',
      php: 'Hospitalización parcial (PHP)',
      residential: 'Residencial',
      inpatient: 'Hospital',
      detox: 'Desintoxicación',
      aftercare: 'Seguimiento',
      'sober-living': 'Vivienda sobria',
    },
  },

  waiting: {
    search: 'Buscando…',
    more: 'Cargando más…',
    locate: 'Buscando su ubicación…',
    slow: 'Todavía buscando…',
    slowHint: 'La conexión está lenta. Puede esperar, o llamar a una persona que busca con usted.',
  },

  own: {
    title: 'La línea de este sitio web',
    hint: 'No es uno de los centros de la lista',
    benefits: 'Revisión gratis del seguro, línea de este sitio web',
  },

  problem: {
    offline: 'No llegó respuesta',
    offlineHint: 'Quizá no hay conexión. Lo que escribió sigue en el buscador.',
    retry: 'Intentar otra vez',
    helpline: 'La línea de SAMHSA puede buscar con usted, día y noche, en inglés y español:',
  },

  helpline: {
    number: '1-800-662-HELP (4357)',
    href: 'tel:+18006624357',
    hint: 'Línea de SAMHSA: gratis, día y noche, en español',
  },

  listed: (count, states) => `${centers(count)} en ${states}.`,
  forOthers: 'Puede buscar y llamar por otra persona.',
};
