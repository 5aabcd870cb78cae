/**
 * Texts about 988 and 911 in both languages. The language of the typed text decides, not that of the page, because the
 * numbers or keywords differ too.
 */
export const crisisWords = {
  en: {
    title: 'Talk to somebody now',
    words:
      'You do not have to get through this alone. 988 answers day and night. It is free, and you need not give a name.',
    call: 'Call 988',
    text: { label: 'Text 988', href: 'sms:988' },
    chat: { label: 'Chat online', href: 'https://988lifeline.org/chat/' },
    danger: 'In danger now, or took too much?',
    emergency: 'Call 911',
    also: 'Also look for a center near you',
    add: 'Add a ZIP code or city in the search box, or use your location.',
    locate: 'Use my location',
    again: 'Search with what I typed',
    kept: 'What you typed is off the screen and was not sent.',
  },
  es: {
    title: 'Hable con alguien ahora',
    words:
      'No tiene que pasar por esto a solas. El 988 contesta de día y de noche. Es gratis y no tiene que dar su nombre.',
    call: 'Llame al 988 y oprima 2',
    text: { label: 'Texto AYUDA al 988', href: 'sms:988?body=AYUDA' },
    chat: { label: 'Chat en línea', href: 'https://988lifeline.org/chat/' },
    danger: '¿Corre peligro o tomó demasiado?',
    emergency: 'Llame al 911',
    also: 'Busque también un centro cerca',
    add: 'Escriba un código postal o una ciudad en el buscador, o use su ubicación.',
    locate: 'Usar mi ubicación',
    again: 'Buscar con lo que escribí',
    kept: 'Lo que escribió ya no está en la pantalla y no se envió.',
  },
} as const;
export type CrisisLanguage = keyof typeof crisisWords;
