/** Texts about the pocket file itself. */
export const pocketWords = {
  en: {
    asOf: (day: string) => `Listings as of ${day}`,
    about: 'This one file works without the internet. Copy it and pass it on.',
    noScript: (centers: string, states: string) =>
      `This file holds ${centers} in ${states}, and searches them without the internet. For that it needs JavaScript, which is off here. Open the file in a browser such as Chrome, Edge, Firefox or Safari. The people at the numbers above can look for a program with you, day or night: SAMHSA’s helpline is`,
    failed:
      'This file did not open: it may be damaged, or this browser is too old. Copy the file again, or try another browser. The people at the numbers above can look for a program with you, day or night: SAMHSA’s helpline is',
  },
  es: {
    asOf: (day: string) => `Lista del ${day}`,
    about: 'Este único archivo funciona sin internet. Cópielo y compártalo.',
    noScript: (centers: string, states: string) =>
      `Este archivo contiene ${centers} en ${states}, y busca en ellos sin internet. Para eso necesita JavaScript, que aquí está apagado. Abra el archivo en un navegador como Chrome, Edge, Firefox o Safari. Las personas en los números de arriba pueden buscar un programa con usted, de día o de noche: la línea de SAMHSA es`,
    failed:
      'Este archivo no se abrió: quizá está dañado, o este navegador es demasiado antiguo. Copie el archivo otra vez o pruebe otro navegador. Las personas en los números de arriba pueden buscar un programa con usted, de día o de noche: la línea de SAMHSA es',
  },
} as const;
