import { wordsOf } from './word-set.ts';

/**
 * Ordinary Spanish words that are spelled almost like a city or an English word, or are themselves the name of a town.
 * They are not corrected: "en linea" is not Linda, California.
 */
const words = wordsOf(`
  ahora algo alguien alguna amigo ano antes apoyo atencion aunque barato barrio bien calle cama cambio caro casa caso
  cerca citas ciudad clase cocina comida como cosa costo cuando cuerpo cuidado dama dejar dejo desde dia dinero dolor
  donde durante edad ellos enfermo entre escuela esta estado estar este favor feria fuerte grande gente gratis grupo
  hace hacer hacia hogar hora hoy idioma joven lado linea llamar lugar luz mal mala manana mano mas mayor medio mejor
  menor mente mes miedo mucha mucho mundo nada nadie nuevo paga pagar papa parte pasado perros poco porque primera problema
  pronto puede puedo quien quiere salir salud segura seguro sano senora senor siempre sobre solo tarde tengo tiempo
  tiene todo tomar trabajo triste vida viernes lunes martes miercoles jueves sabado domingo viene vivir vive vivo
`);

/** Spanish words that are also names of towns: in a Spanish text they need "en", a comma or their state. */
const townsToo = wordsOf(`
  alta arriba bonita caliente camino campo colonia cuero descanso dorado encanto esperanza estrella fortuna hermosa
  madera manteca mandan naranja novato nuevo oceano pajaros paseo paso piedra plano progreso rancho raton salida socorro
  soledad tiburon toca
`);

export const isSpanishTown = (word: string): boolean => townsToo.has(word);

export const isSpanishWord = (word: string): boolean => words.has(word);
