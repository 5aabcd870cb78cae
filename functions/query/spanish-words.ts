const setOf = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/).filter(Boolean));

/**
 * Ordinary words of Spanish that are near to a city or a word of English by their letters, or are the name of a town: "en
 * linea" is not Linda, California.
 */
const words = setOf(`
  abuela abuelo adolescente adolescentes ahora algo alguien alguna amigo amiga ano anos antes apoyo atencion aunque barato
  barata barrio beber bebida bien buena bueno calle cama camas cambio caro casa casas caso cerca citas ciudad clase clases
  cocina comida como cosa costo cuando cuerpo cuidado dama dejar dejo depresion desde dia dias dinero dolor donde droga
  drogas durante edad ella ellos embarazada enfermo entre escuela esposa esposo esta estado estar este familia favor feria
  fuerte grande grandes gente gratis grupo grupos hace hacer hacia hermana hermano hermanos hija hijo hijos hogar hombre hombres hora
  horas hoy idioma joven jovenes lado linea llamar lugar lugares luz madre mal mala manana mano marido mas mayor mayores
  medio mejor menor menores mente mes meses miedo mucha muchas mucho muchos mujer mujeres mundo nada nadie nina nino ninos
  noche noches novia novio nuevo nueva padre padres paga pagar papa pareja parte pasado persona personas poco porque
  primera primero problema pronto puede puedo quien quiere salir salud segura seguro semana semanas sano senora senor
  siempre sobre sobrina sobrino solo sola tarde tardes tengo tiempo tiene toda todas todo todos tomar trabajo triste urgente vida
  viernes lunes martes miercoles jueves sabado domingo viene vivir vive vivo
`);

export const isSpanishWord = (word: string): boolean => words.has(word);
