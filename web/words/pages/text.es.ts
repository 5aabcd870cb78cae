import { dateParts } from '../text.ts';
import type { PagesWords } from './en.ts';

const months = 'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre'.split(' ');
const dayOf = (date: string): string => {
  const { year, month, day } = dateParts(date);
  return `${day} de ${months[month]} de ${year}`;
};

export const textPageWords: PagesWords['text'] = {
  about: {
    link: 'Acerca de',
    title: 'Acerca de esta lista',
    description:
      'Quién mantiene esta lista de programas, que nadie paga por un lugar, cómo se verifican los datos y qué tan viejos son.',
    sections: ({ host, centers, states, publishedAt }) => [
      {
        title: 'Quién la mantiene',
        paragraphs: [
          `${host} mantiene esta copia de un buscador abierto. Cualquiera puede leer su código y tener su propia copia.`,
          'No es un centro de tratamiento, ni un servicio de referencia, ni una línea de ayuda, y no da consejo médico.',
        ],
      },
      {
        title: 'Nadie paga por un lugar',
        paragraphs: [
          'Ningún centro paga por aparecer, por estar más arriba ni por no aparecer. No hay publicidad. Las listas van por distancia, o por ciudad y nombre.',
          'Cada teléfono dice quién contesta: el centro, un equipo central de admisiones o una empresa externa.',
        ],
      },
      {
        title: 'Cómo se verifican los datos',
        paragraphs: [
          'Los datos vienen primero de directorios públicos. Cuando alguien llama a un centro y anota lo que le dijeron, el programa aparece como «Confirmado» con su fecha. Después de un tiempo dice «pregunte otra vez».',
          'Lo que una lista no nombra aparece como «no aparece: pregunte», nunca como «no», salvo que el directorio lo pregunte y el centro lo haya dejado fuera.',
        ],
      },
      {
        title: 'Qué tan vieja es',
        paragraphs: [
          `La lista tiene ${centers} en ${states}. Se publicó por última vez el ${dayOf(publishedAt)}.`,
          'Los directorios son más viejos: la página de cada centro nombra sus fuentes y sus fechas. Los centros se mudan, cierran y cambian: llame antes de ir.',
        ],
      },
    ],
  },
  privacy: {
    link: 'Privacidad',
    title: 'Privacidad',
    description: 'Qué pasa con una búsqueda en este sitio: no se guarda nada de ella, sin cookies, sin terceros.',
    sections: ({ host }) => [
      {
        title: 'Lo que este sitio no hace',
        paragraphs: ['Que alguien buscó tratamiento ya es un dato delicado. Por eso:'],
        list: [
          'No pone cookies ni guarda nada en su navegador.',
          'No carga nada de otros sitios: ni publicidad, ni análisis, ni mapas ajenos.',
          'No anota búsquedas, lugares, direcciones IP ni navegadores. De cada petición queda una línea: qué tipo de página o búsqueda fue, si funcionó y cuánto tardó.',
          'La búsqueda va dentro de la petición, nunca en una dirección web. No queda en su historial, y ni su navegador ni nuestra red guardan la página de resultados.',
          'Los enlaces a otros sitios no les dicen de qué página viene usted.',
        ],
      },
      {
        title: 'Lo que se envía',
        list: [
          'Lo que usted escribe se envía a este sitio para buscar programas, y se olvida cuando sale la respuesta.',
          '«Usar mi ubicación» le pregunta primero. De su dispositivo sale solo el nombre de una zona de unas 3 millas; su dispositivo ordena después la lista.',
          'La red que entrega este sitio ve su dirección IP para mandarle la respuesta, como en cualquier sitio web. Contra los abusos cuenta las peticiones de cada dirección durante cinco minutos. No guarda para nosotros una lista de ellas.',
          'La página de un centro lleva el centro en su dirección, así que aparece en el historial de su navegador. La ✕ o «Salir» abre una página sobre el clima; no borra el historial.',
        ],
      },
      {
        title: 'Cuando llame',
        paragraphs: [
          'Su teléfono hace la llamada. Las compañías telefónicas guardan registros, y el centro tiene sus propias reglas de privacidad. No tiene que dar su nombre para preguntar.',
        ],
      },
      {
        title: 'En una computadora compartida o vigilada',
        paragraphs: [
          `Quien pueda ver su pantalla o su historial puede ver que estuvo en ${host}. Una ventana privada, o el teléfono de otra persona, es más seguro. En el 988 puede hablar con una persona sin ningún sitio web.`,
        ],
      },
    ],
  },
  providers: {
    link: 'Para centros',
    title: 'Para centros de tratamiento',
    description:
      'Cómo un centro confirma o corrige sus datos aquí, y cómo muestra sus programas en su propio sitio web.',
    sections: ({ takesReports }) => [
      {
        title: 'Confirme o corrija sus datos',
        paragraphs: [
          takesReports
            ? 'Nadie paga por aparecer, y corregir es gratis. Abra la página de su centro y use «Avisar de un dato equivocado», para que sepamos de qué centro habla. Díganos:'
            : 'Nadie paga por aparecer, y corregir es gratis. Este sitio no da una dirección para escribir. Puede publicar sus datos como archivo en su propio sitio web: el primer enlace de abajo dice cómo. Si sabe quién mantiene este sitio, mándele el enlace a la página de su centro y dígale:',
        ],
        list: [
          'su nombre, su puesto y un teléfono del centro adonde podamos llamar;',
          'qué dato está mal y cuál es el correcto: niveles de atención, edades, formas de pago, idiomas, horarios, teléfonos;',
          'desde cuándo es así, y hasta cuándo lo puede asegurar.',
        ],
      },
      {
        title: 'Lo que mostramos y lo que no',
        paragraphs: [
          'Un dato confirmado muestra el día en que se confirmó. No mostramos frases como «el mejor» o «el único», y no cambiamos el orden de una lista.',
          `Si por seguridad no da su calle, ${takesReports ? 'díganos' : 'dígaselo a quien mantiene este sitio'}: entonces la página muestra solo la ciudad.`,
          `Si cerró, ${takesReports ? 'díganos' : 'dígaselo también'}: la página lo dirá, para que nadie viaje en vano.`,
        ],
      },
      {
        title: 'Muestre sus programas en su propio sitio web',
        paragraphs: [
          'El buscador se puede poner en cualquier sitio web con una línea de HTML, y se puede limitar a los centros de una organización.',
          'Los datos de cada centro son abiertos y están en formatos estándar: puede revisar lo que otros leen de usted.',
        ],
      },
    ],
    check: 'Publique sus programas como archivo en su sitio web y revíselo',
    embed: 'Ponga el buscador en su sitio web (en inglés)',
    api: 'Lea los datos (en inglés)',
    report: 'Escríbanos',
  },
  licenses: {
    title: 'Fuentes y licencias',
    listings: 'Listas: directorios nacionales de SAMHSA, de dominio público.',
    code: 'El programa de este sitio es de código abierto, con la',
    license: 'licencia Apache 2.0 (en inglés)',
  },
  missing: {
    title: 'No se encontró esta página',
    hint: 'Quizá la dirección está mal escrita, o la página se movió. Puede buscar aquí:',
    city: 'No hay página de esta ciudad',
    cityHint:
      'Una ciudad tiene página cuando hay al menos cinco centros en la lista. Puede buscar cerca, o ver todo el estado:',
  },
  moved: { title: 'Esta página se movió', hint: 'Ahora está aquí:' },
  fault: {
    title: 'Algo salió mal aquí',
    hint: 'No es su dispositivo. Intente otra vez en un momento, o busque aquí:',
    busy: 'Demasiadas peticiones desde aquí en este momento',
    busyHint: 'Espere un minuto e intente otra vez. Los números de abajo contestan día y noche.',
    request: 'Esta página no se puede mostrar así',
    requestHint: 'La dirección o la petición tiene una parte que esta página no acepta. Puede buscar aquí:',
    broad: 'Esta página sería demasiado larga',
    broadHint: 'Aquí hay más centros de los que caben en una página. Busque cerca de un código postal o una ciudad:',
  },
  talk: 'O hable con alguien ahora',
  crisis: 'Línea de crisis: llame o mande texto, gratis, día y noche',
  emergency: 'En peligro ahora',
};
