/** Texts of the pages around the finder, in both languages. */
export const pageWords = {
  en: {
    title: 'Find a treatment program near you',
    description: 'The nearest centers that list the program you need: how far, whom to call, and how sure we are.',
    lead: 'How far, whom to call, and how sure we are.',
    skip: 'Skip to the search',
    other: { code: 'es', name: 'Español', href: '/es/', page: 'Esta página en español' },
    home: '/',
    site: 'Site',
    missingCenter: {
      title: 'This center was not found',
      hint: 'It may have closed, or the link may be cut off. You can search for others near you.',
    },
    goneCenter: {
      closed: {
        title: 'This center has closed',
        hint: (day: string) => `It was reported closed on ${day}. You can search for others near you.`,
      },
      unlisted: {
        title: 'This center is no longer listed',
        hint: (day: string) =>
          `The directory that listed it no longer does; its edition is dated ${day}. You can search for others near you.`,
      },
    },
    treatment: 'Helpline',
    callingTitle: 'When you call',
    calling: [
      'Ask whether they offer the program now, and when you could start.',
      'Ask whether they take your insurance, or what it would cost without.',
      'If they cannot help, ask whom they would call next.',
    ],
    callingNote: 'You can call for somebody else. You need not give a name to ask.',
    sources:
      'Each listing names its source, its date, and whether the center has confirmed it. Call to confirm that a center still offers the program.',
    medical: 'Nothing here is medical advice.',
    places: {
      before: 'ZIP and city data:',
      after:
        'with corrections: some points replaced, some names respelled, namesakes merged. ZIP code tabulation areas and outlines: U.S. Census Bureau.',
    },
  },
  es: {
    title: 'Encuentre un programa de tratamiento cerca',
    description:
      'Los centros más cercanos que indican el programa que busca: a qué distancia, a quién llamar y qué tan seguro es.',
    lead: 'A qué distancia, a quién llamar y qué tan seguro es.',
    skip: 'Ir a la búsqueda',
    other: { code: 'en', name: 'English', href: '/', page: 'This page in English' },
    home: '/es/',
    site: 'Sitio',
    missingCenter: {
      title: 'No se encontró este centro',
      hint: 'Quizá cerró, o el enlace está incompleto. Puede buscar otros cerca.',
    },
    goneCenter: {
      closed: {
        title: 'Este centro cerró',
        hint: (day: string) => `Se informó que cerró el ${day}. Puede buscar otros cerca.`,
      },
      unlisted: {
        title: 'Este centro ya no está en la lista',
        hint: (day: string) =>
          `La lista de la que venía ya no lo incluye; su edición es del ${day}. Puede buscar otros cerca.`,
      },
    },
    treatment: 'Línea de ayuda',
    callingTitle: 'Cuando llame',
    calling: [
      'Pregunte si ofrecen el programa ahora y cuándo podría empezar.',
      'Pregunte si aceptan su seguro, o cuánto costaría sin seguro.',
      'Si no pueden ayudar, pregunte a quién llamarían ellos.',
    ],
    callingNote: 'Puede llamar por otra persona. No tiene que dar su nombre para preguntar.',
    sources:
      'Cada centro muestra de qué lista viene, su fecha y si el centro lo confirmó. Llame para confirmar que un centro todavía ofrece el programa.',
    medical: 'Nada de esto es consejo médico.',
    places: {
      before: 'Datos de códigos postales y ciudades:',
      after:
        'con correcciones: algunos puntos reemplazados, algunos nombres corregidos, nombres iguales unidos. Zonas postales y contornos: Oficina del Censo de EE. UU.',
    },
  },
} as const;
export type PageLanguage = keyof typeof pageWords;
