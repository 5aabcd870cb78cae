/** Texts that only the cards in a chat have; all others are the finder's. */
export const appWords = {
  en: {
    waiting: 'Looking for centers…',
    cancelled: 'The search was stopped.',
    none: 'No center found',
    noPath: 'No path found',
    found: (count: number) => (count === 1 ? 'One center' : `${count} centers`),
    path: (number: number, miles: number) => `Path ${number}: ${miles} miles in all`,
    onlyFor: (people: string) => `Only for ${people}, as far as the listings say.`,
    help: 'In a crisis call or text 988; in an emergency 911:',
    confirm: 'Call and confirm before you go.',
  },
  es: {
    waiting: 'Buscando centros…',
    cancelled: 'Se detuvo la búsqueda.',
    none: 'No se encontró ningún centro',
    noPath: 'No se encontró ningún recorrido',
    found: (count: number) => (count === 1 ? 'Un centro' : `${count} centros`),
    path: (number: number, miles: number) => `Recorrido ${number}: ${miles} millas en total`,
    onlyFor: (people: string) => `Solo para ${people}, según los directorios.`,
    help: 'En una crisis llame al 988; en una emergencia al 911:',
    confirm: 'Llame y confirme antes de ir.',
  },
};
export type AppWords = (typeof appWords)['en'];
