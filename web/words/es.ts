import { deviceWords } from './device/es.ts';
import type { Words } from './en.ts';
import { headingsOfChoices, headingsOfFacts, yesNoWords } from './fields.ts';
import { start } from './start.es.ts';
import { stateNames } from './states.ts';
import { dateParts, rounded } from './text.ts';
import { values } from './values.es.ts';

const months = 'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre'.split(' ');
const { centers } = start;
const miles = (distance: number) => (distance < 0.1 ? 'menos de 0.1 mi' : `${rounded(distance)} mi`);
const km = (distance: number) => (distance < 0.1 ? 'menos de 0.1 km' : `${rounded(distance)} km`);
const day = (date: string) => {
  const parts = dateParts(date);
  return `${parts.day} de ${months[parts.month]} de ${parts.year}`;
};
const month = (date: string) => `${months[dateParts(date).month]} de ${dateParts(date).year}`;
const within = (radius: string) => {
  const amount = Number.parseFloat(radius);
  const unit = radius.endsWith('km') ? 'km' : amount === 1 ? 'milla' : 'millas';
  return `a menos de ${amount} ${unit}`;
};
const distanceOnly = (radius: string) => within(radius).replace('a menos de ', '');
const range = (least: number, most: number, one: string, many: string) =>
  least === most ? `${least} ${least === 1 ? one : many}` : `${least}–${most} ${many}`;
const ofLevel = (level: string | null) => (level === null ? '' : ` con ${level}`);

/** All texts of the finder and the pages, in plain Spanish with "usted". */
export const es: Words = {
  ...start,
  device: deviceWords,
  values,
  day,
  month,
  miles,
  km,
  stateName: (code) =>
    ({
      HI: 'Hawái',
      NM: 'Nuevo México',
      NY: 'Nueva York',
      NJ: 'Nueva Jersey',
      LA: 'Luisiana',
      PA: 'Pensilvania',
      NC: 'Carolina del Norte',
      SC: 'Carolina del Sur',
      ND: 'Dakota del Norte',
      SD: 'Dakota del Sur',
      OR: 'Oregón',
      WV: 'Virginia Occidental',
      DC: 'Distrito de Columbia',
    })[code] ??
    stateNames[code] ??
    code,
  quoted: (text) => `«${text}»`,

  levels: {
    ...start.levels,
    several: 'Varios tipos',
    close: 'Cerrar',
    showAll: 'Mostrar todos los tipos',
    show: 'Usar este tipo',
    counted: 'Los números cuentan todos los centros de esta lista.',
    groups: {
      home: 'Puedo vivir en mi casa',
      stay: 'Necesito un lugar donde quedarme',
      safe: 'Necesito dejarlo sin peligro',
    },
    short: {
      iop: 'IOP',
      php: 'PHP',
      op: 'atención ambulatoria',
      residential: 'tratamiento residencial',
      inpatient: 'atención en hospital',
      detox: 'desintoxicación',
      aftercare: 'seguimiento',
      'sober-living': 'vivienda sobria',
    },
    tag: {
      iop: 'IOP',
      php: 'PHP',
      op: 'Ambulatorio',
      residential: 'Residencial',
      inpatient: 'Hospital',
      detox: 'Desintoxicación',
      aftercare: 'Seguimiento',
      'sober-living': 'Vivienda sobria',
    },
  },

  filters: {
    button: 'Filtros',
    buttonWith: (count) => `Filtros (${count})`,
    title: 'Filtros',
    close: 'Cerrar filtros',
    clear: 'Quitar todos',
    show: (count, more) =>
      count === 0
        ? 'Ningún centro: vea qué ayuda'
        : more
          ? `Mostrar los ${count} más cercanos`
          : `Mostrar ${centers(count)}`,
    done: 'Listo',
    counted: 'Los números cuentan todos los centros de esta lista, en todos sus estados.',
    rule: 'Las marcas de un grupo amplían («o»). Los grupos reducen («y»).',
    nobody: 'Ninguna lista lo dice. Pregunte cuando llame.',
    all: (count) => `Ver ${count}`,
    distance: '¿A qué distancia?',
    any: 'Cualquier distancia',
    within: distanceOnly,
    groups: headingsOfChoices('es'),
    sure: 'Qué tan seguro',
    confirmed: 'Confirmado hace poco',
    accepting: 'No consta que esté lleno',
    include: 'También centros que quizá lo ofrecen',
  },

  chips: {
    label: 'Lo que se buscó',
    remove: (what) => `${what}: quitar`,
    within: (radius) => within(radius).replace('a menos', 'A menos'),
    housing: 'Con vivienda',
    noHousing: 'Sin vivienda',
    confirmed: 'Confirmado',
    accepting: 'No consta que esté lleno',
    include: 'Quizá lo ofrece: pregunte',
    other: (name, value) => `${name}: ${value}`,
    fields: {
      maxHoursPerWeek: 'Horas por semana, como máximo',
      maxSessionsPerWeek: 'Sesiones por semana, como máximo',
      maxWeeks: 'Semanas, como máximo',
      name: 'Nombre',
      organization: 'A cargo de',
      in: 'Solo en',
    },
  },

  results: {
    all: (count, level) => `${centers(count)}${ofLevel(level)}`,
    nearest: (count, level) => `Los ${count} centros más cercanos${ofLevel(level)}`,
    first: (count, level) => `Los primeros ${count} centros${ofLevel(level)}`,
    none: (level) => `Ningún centro${ofLevel(level)}`,
    near: (place) => `cerca de ${place}`,
    withinOf: (radius, place) => `${within(radius)} de ${place}`,
    inState: (state) => `en ${state}`,
    you: 'usted',
    yourArea: 'su zona',
    also: (others) => `Esta búsqueda también pide: ${others}.`,
    nearestFirst: 'Primero lo más cercano',
    straight: ', en línea recta',
    fromZip: (zip) => `, desde el punto medio de ${zip}, en línea recta`,
    nobodyPays: '. Nadie paga por aparecer.',
    orderState: 'Por ciudad: un estado entero no tiene un punto desde donde medir. Nadie paga por aparecer.',
    stateWithin: (radius) =>
      `Por ciudad: un estado entero no tiene un punto desde donde medir, así que no se usó «${within(radius)}».`,
    covers: (states) => `Esta lista solo cubre ${states}.`,
    more: 'Mostrar más centros',
    moreAgain: 'Reintentar: mostrar más centros',
    added: (added, shown) => `${added} más, ${shown} en total`,
    end: (count) =>
      `Estos son los ${count} más cercanos. Reduzca la búsqueda, o busque una ciudad o un código postal, para ver otros.`,
    again: 'La lista se actualizó mientras tanto, así que la búsqueda empezó de nuevo.',
    unknown: (count, more, besides) => {
      const number = `${more ? 'Al menos ' : ''}${count} ${count === 1 ? 'centro' : 'centros'}${besides ? ' más' : ''}`;
      return count === 1
        ? `${number} cerca quizá lo ofrece: su lista no lo puede decir. Pregunte cuando llame.`
        : `${number} cerca quizá lo ofrecen: sus listas no lo pueden decir. Pregunte cuando llame.`;
    },
    silent: 'Sus listas no dicen:',
    because: (what, count) => `${what} (${count})`,
    showUnknown: 'Mostrarlos en la lista',
    orMay: (level) => `${level}, o que quizá lo ofrecen`,
    ignored: (list) => `No se usó en esta búsqueda: ${list}.`,
    chosenFirst: 'Lo que elija aquí cuenta más que sus palabras.',
    viewer:
      'Sus palabras no nombran un lugar, así que esto parte de un cálculo aproximado de dónde está. Agregue un código postal o una ciudad, o use su ubicación.',
    rough: (count) =>
      `Su dispositivo solo sabe dónde está con un margen de ${count === 1 ? '1 milla' : `${count} millas`}, así que las distancias son aproximadas.`,
    notice: 'Llame para confirmar que un centro todavía ofrece el programa.',
    map: 'Mapa',
    hideMap: 'Ocultar el mapa',
    print: 'Imprimir',
    printed: (date) => `Impreso el ${day(date)}. Las listas cambian: llame para confirmar.`,
    change: 'Cambiar la búsqueda',
    filtersOver: 'Filtros',
  },

  changes: {
    some: 'Un cambio encuentra algunos:',
    more: 'Para encontrar más',
    within: (radius) => within(radius).replace('a menos', 'A menos'),
    anyDistance: 'Cualquier distancia',
    anyLevel: 'Cualquier tipo de programa',
    without: (what) => `Sin ${what}`,
    found: (count, more, exact) =>
      more ? `${exact ? 'Al menos' : 'Unos'} ${centers(count)}` : exact ? centers(count) : `Hasta ${centers(count)}`,
    inAll: (found) => `${found} en total`,
    nearest: (distance, exact) => `el más cercano a ${exact ? '' : 'al menos '}${distance}`,
    next: (distance, exact) => `el siguiente a ${exact ? '' : 'al menos '}${distance}`,
  },

  only: {
    dui: 'personas con un caso de DUI',
    opioids: 'tratamiento de opioides',
    alcohol: 'tratamiento de alcohol',
    women: 'mujeres',
    men: 'hombres',
  },

  card: {
    article: (number) => `N.º ${number} por distancia`,
    example: 'Centro de ejemplo, no es real',
    also: (others) => `también ${others}`,
    more: 'Más',
    less: 'Menos',
    moreAbout: (name) => `Más sobre ${name}`,
    compare: 'Comparar',
    compareThis: (name) => `Comparar ${name}`,
    only: (who) => `Solo ${who}`,
    lists: (who) => `Indica ${who} · adultos: pregunte`,
    young: { children: 'niños', adolescents: 'adolescentes' },
    noLevel: 'Su lista no dice qué programas ofrece. Pregunte.',
    approximate: 'Solo se conoce su código postal: la distancia es aproximada.',
    withheld: 'La calle no se muestra, por seguridad',
    inZip: 'en esta zona postal',
    ofState: (label, state, plan) => `${label} (${plan === null ? state : `${state}: ${plan}`})`,
    telehealthIn: (label, state) => `${label} (para personas en ${state}; si no, pregunte)`,
    about: (distance) => `unas ${distance}`,
  },

  phone: {
    main: 'Contesta la recepción',
    intake: 'Línea de ingreso: contesta el centro',
    admissions: 'Admisiones: contesta el centro',
    'benefits-check': 'Revisión del seguro: contesta el centro',
    crisis: 'La línea de crisis del centro',
    other: 'Contesta el centro',
    central: 'Contesta un equipo central de admisiones, no el centro',
    outside: 'Contesta una empresa externa, no el centro',
    benefits: 'Revisión del seguro.',
  },

  sure: {
    confirmed: (date) => (date === null ? 'Confirmado' : `Confirmado el ${day(date)}`),
    stale: (date) =>
      date === null
        ? 'Confirmado hace mucho: pregunte otra vez'
        : `Confirmado por última vez el ${day(date)}: pregunte otra vez`,
    denied: (date) =>
      date === null ? 'Admisiones dijo que no se ofrece' : `Admisiones dijo el ${day(date)} que no se ofrece`,
    unconfirmed: (date) => (date === null ? 'Sin confirmar' : `Sin confirmar · lista de ${month(date)}`),
    unknown: 'No se sabe: pregunte',
    ask: (list) => (list === '' ? 'No aparece: pregunte' : `No aparece: ${list}. Pregunte.`),
    mixed: 'Algunos confirmados: vea Más',
    open: (date) => `Acepta personas nuevas, al ${day(date)}`,
    full: (date, until = null) => `Lleno${until === null ? '' : ` hasta el ${day(until)}`}, al ${day(date)}`,
    closed: (date, until = null) =>
      `No acepta personas nuevas${until === null ? '' : ` hasta el ${day(until)}`}, al ${day(date)}`,
    again: (list) => `Se preguntó hace mucho: ${list}. Pregunte otra vez.`,
  },

  opened: {
    calls: 'Números de teléfono',
    whenTitle: 'Cuando llame:',
    when: '«¿Tienen este programa ahora? ¿Cuándo podría empezar? ¿Cuánto pagaría?» No tiene que dar su nombre. Puede llamar por otra persona.',
    whenLevel: (level) =>
      `«¿Tienen ${level} ahora? ¿Cuándo podría empezar? ¿Cuánto pagaría?» No tiene que dar su nombre. Puede llamar por otra persona.`,
    programs: 'Lo que indican',
    asked: 'lo que usted eligió',
    facts: headingsOfFacts('es'),
    yesNo: yesNoWords('es'),
    intake: 'Personas nuevas',
    notListed: 'No aparece: pregunte',
    directions: 'Cómo llegar',
    directionsHint: 'Abre su app de mapas y sale de este sitio.',
    directionsIn: (app) => `Cómo llegar con ${app}`,
    copyAddress: 'Copiar dirección',
    copied: 'Copiado',
    copyRefused:
      'Su navegador no deja que esta página copie. Seleccione la dirección de arriba, o mantenga presionado «Página completa» para copiar su enlace.',
    share: 'Compartir',
    shared: 'Enlace copiado',
    page: 'Página completa',
    website: 'Sitio web',
    websiteHint: 'Sale de este sitio.',
    report: 'Avisar de un dato equivocado',
    reportTo: 'Díganos qué está mal',
    source: (list) => `Fuente: ${list}`,
    alsoKnown: (names) => `También llamado ${names}`,
    runBy: (name) => `A cargo de ${name}`,
    steps: 'Más o menos apoyo',
    stepUp: (level) => `Más apoyo: ${level}`,
    stepDown: (level) => `Menos apoyo: ${level}`,
    stepHere: 'en este centro',
    stepAt: (name, distance) => `${name}, ${distance}`,
    stepNone: 'ninguno en la lista',
    stepsFailed: 'No se pudieron cargar los siguientes pasos.',
    sessions: (least, most) => `${range(least, most, 'sesión', 'sesiones')} por semana`,
    hoursEach: (hours) => `${range(hours, hours, 'hora', 'horas')} cada una`,
    hoursWeek: (hours) => `unas ${range(hours, hours, 'hora', 'horas')} por semana`,
    weeks: (least, most) => range(least, most, 'semana', 'semanas'),
  },

  compare: {
    bar: (count) => (count === 1 ? '1 centro para comparar' : `${count} centros para comparar`),
    open: (count) => `Comparar ${count}`,
    clear: 'Quitar',
    title: (count) => `Comparar ${centers(count)}`,
    back: 'Volver a la lista',
    full: 'Tres como máximo: quite uno primero',
    remove: (name) => `Quitar ${name}`,
    differ: 'En qué se diferencian',
    same: (count) => (count === 2 ? 'Igual en los dos' : 'Igual en los tres'),
    far: 'A qué distancia',
    sure: 'Qué tan seguro',
    programs: 'Programas',
    unknown: 'Lo que una lista no dice no es un «no». Pregunte cuando llame.',
    nothing: 'Sus listas no se diferencian.',
  },

  outside: {
    heading: (state) =>
      state === null ? 'No hay centros de ahí en esta lista' : `No hay centros de ${state} en esta lista`,
    covers: (states) => `Esta lista solo cubre ${states}.`,
    hasToo: (state) => `${state} también tiene centros de tratamiento: no están en ella.`,
    nearest: (distance, state) =>
      `El más cercano de la lista está a ${rounded(distance)} millas${state === null ? '' : `, en ${state}`}.`,
    who: (state) => (state === null ? 'Quién puede buscar ahí' : `Quién puede buscar en ${state}`),
    helpline: 'La línea de SAMHSA: gratis, día y noche, en inglés y español',
    site: 'FindTreatment.gov: todos los estados',
    siteHint: 'La lista del gobierno. El enlace sale de este sitio.',
    another: '¿Le sirve otro lugar?',
    anyway: (distance) =>
      distance === null
        ? 'Mostrar los más cercanos de todos modos'
        : `Mostrar los más cercanos de todos modos (${rounded(distance)} millas)`,
    count: (count) =>
      ['ningún', 'un', 'dos', 'tres', 'cuatro', 'cinco', 'seis', 'siete', 'ocho', 'nueve', 'diez', 'once', 'doce'][
        count
      ] ?? String(count),
    states: (number) => `${number} estados`,
  },

  problem: {
    ...start.problem,
    which: '¿Qué lugar quiere decir?',
    whichHint: 'Más de un lugar tiene este nombre.',
    unfound: 'No se encontró ese lugar',
    unfoundHint: 'Pruebe un código postal de cinco números, o una ciudad con su estado, como Tucson, AZ.',
    unread: 'No pudimos buscar con estas palabras',
    unreadHint: 'Pruebe un código postal o una ciudad, y lo que busca, como «desintoxicación en Tucson».',
    wholeState: (state) => `${state} es un estado entero`,
    wholeStateHint: 'Busque en todo el estado, o escriba una ciudad o un código postal para ver lo más cercano.',
    where: '¿Dónde buscamos?',
    whereHint: 'Sus palabras no nombran un lugar. Use su ubicación, o escriba un código postal o una ciudad.',
    whereIn: (state) => `¿En qué parte de ${state} buscamos?`,
    whereInHint: (state) =>
      `Usted nombró un plan que solo existe en ${state}. Use su ubicación, escriba un código postal o una ciudad de ahí, o busque en todo el estado.`,
    typePlace: 'Escribir un código postal o una ciudad',
    broad: 'Esta búsqueda es demasiado amplia para contestar con exactitud',
    broadHint: 'Elija una distancia, o quite un filtro.',
    busy: 'Demasiadas búsquedas desde aquí en este momento',
    busyHint: (seconds) => (seconds > 0 ? `Puede intentar otra vez en ${seconds} s.` : 'Ya puede intentar otra vez.'),
    unavailable: 'La búsqueda no contesta en este momento',
    unavailableHint: 'No es su dispositivo. Intente otra vez en un momento.',
    broken: 'Algo salió mal en esta página',
  },

  medical: 'Nada de esto es consejo médico.',
};
