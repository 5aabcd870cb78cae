import type { PagesWords } from './en.ts';

export const placePageWords: PagesWords['place'] = {
  stateTitle: (state) => `Centros de tratamiento en ${state}`,
  stateLead: (count, cities) =>
    `${count} en ${cities === 1 ? '1 ciudad o pueblo' : `${cities} ciudades y pueblos`}, cada uno con su teléfono y la fecha de su lista.`,
  stateAbout: (state, count) =>
    `${count} en ${state}: programas por tipo y ciudad, con teléfonos y qué tan seguro es cada dato.`,
  levelTitle: {
    op: 'Programas ambulatorios (OP)',
    iop: 'Programas ambulatorios intensivos (IOP)',
    php: 'Programas de hospitalización parcial (PHP)',
    residential: 'Tratamiento residencial',
    inpatient: 'Programas de internación en hospital',
    detox: 'Programas de desintoxicación',
    aftercare: 'Programas de seguimiento',
    'sober-living': 'Casas de vida sobria',
  },
  inState: (what, state) => `${what} en ${state}`,
  levelAbout: (what, state, count) =>
    `${what} en ${state}: ${count} por ciudad, con teléfonos, y qué preguntar a los que su lista no puede decir.`,
  meaning: {
    op: 'Vive en su casa y va más o menos una vez por semana o cada dos semanas, durante semanas o meses. Es el programa que menos tiempo pide.',
    iop: 'Vive en su casa y va unas 9 horas por semana: de 3 a 5 días, hasta 3 horas cada vez, a menudo de 8 a 10 semanas.',
    php: 'Va la mayor parte del día, unas 20 horas por semana o más, y casi siempre duerme en su casa. Pregunte si ofrecen vivienda.',
    residential: 'Vive en el centro durante el tratamiento, con personal de día y de noche.',
    inpatient: 'Se queda en un hospital, con médicos y enfermeras de día y de noche.',
    detox:
      'Ayuda para dejar de forma segura el alcohol o las drogas mientras salen del cuerpo. Va antes de otro programa y no lo reemplaza.',
    aftercare: 'Apoyo que sigue cuando termina un programa: citas de control, grupos y alguien a quien llamar.',
    'sober-living':
      'Una casa compartida sin alcohol ni drogas. Es un lugar para vivir, junto con el tratamiento o después.',
  },
  cityTitle: (city, state) => `Centros de tratamiento en ${city}, ${state}`,
  cityLead: (count) => `${count}, con lo que indica cada uno. Abra un nombre para ver sus teléfonos y todos los datos.`,
  cityAbout: (city, state, count) =>
    `${count} en ${city}, ${state}: qué indica cada uno, calles, formas de pago y a quién llamar.`,
  counts: {
    title: 'En números',
    centers: 'centros',
    cities: 'ciudades y pueblos',
    level: (tag) => `indican ${tag}`,
    ask: 'quizá lo ofrecen: pregunte',
    medicaid: 'indican Medicaid',
    spanish: 'indican español',
    teens: 'aceptan adolescentes',
    children: 'ayudan con los hijos',
    free: 'indican atención gratis',
    confirmed: 'confirmados por teléfono',
  },
  byCity: 'Por ciudad',
  kinds: (place) => `Tipos de programas en ${place}`,
  otherKinds: (place) => `Otros tipos de programas en ${place}`,
  otherStates: (what) => `${what} en otros estados`,
  states: 'Otros estados',
  otherCities: (state) => `Otras ciudades de ${state}`,
  all: (count, city) => `Los ${count} de ${city}`,
  rest: (count, city) => `${count} más en ${city}`,
  map: (place) => `Mapa de los centros en ${place}. Todos están también en la lista.`,
  facts: {
    medicaid: 'Medicaid',
    spanish: 'Español',
    free: 'Gratis',
    sliding: 'Pago según ingresos',
    telehealth: 'En línea',
    private: 'Seguro privado',
  },
  adultsAsk: 'indica adolescentes, adultos: pregunte',
  unknown: {
    title: 'Lo que no se sabe',
    level: (count, tag) =>
      `${count} quizá ofrecen ${tag}, pero su lista no tiene palabra para eso. Pregunte cuando llame.`,
    someLevel: (tag) => `Todas las listas de aquí pueden decir si tienen ${tag}.`,
    silent: (count) => `${count} no dicen qué programas ofrecen.`,
    times: 'Casi ninguna lista habla de noches, fines de semana o lugares libres: pregunte.',
  },
  maybe: (tag) => `Quizá ofrece ${tag}: pregunte`,
  none: (what, state) => `Ningún centro de esta lista indica ${what} en ${state}.`,
  search: (place) => `Código postal o ciudad en ${place}`,
  nearest: 'Buscar los más cercanos',
  steps: 'A dónde se sigue desde aquí',
  lessThan: (tag) => `Menos apoyo: ${tag}`,
  moreThan: (tag) => `Más apoyo: ${tag}`,
  listed: (from, to) =>
    from === to ? `Las listas de aquí son de ${from}.` : `Las listas de aquí son de ${from} a ${to}.`,
};
