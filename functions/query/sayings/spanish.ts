import { crisisPhrases } from './crisis-words.ts';
import type { Saying } from './saying.ts';

/** The words that open a search in Spanish. Who searches in Spanish has not yet asked for care in Spanish. */
export const spanishSayings: readonly Saying[] = [
  {
    said: 'rehabilitacion, centro de rehabilitacion',
    implies: { level: ['residential'], condition: ['substance-use'] },
  },
  { said: 'desintoxicacion', means: { level: ['detox'] } },
  { said: 'ambulatorio', means: { level: ['op'] } },
  { said: 'ambulatorio intensivo, tratamiento ambulatorio intensivo, intensivo', means: { level: ['iop'] } },
  { said: 'hospitalizacion parcial', means: { level: ['php'] } },
  { said: 'hospital psiquiatrico, clinica psiquiatrica', means: { level: ['inpatient'] } },
  { said: 'casa de sobriedad, vivienda sobria, casa sobria', means: { level: ['sober-living'] } },
  { said: 'internamiento, residencial', means: { level: ['residential'] } },
  {
    said: 'terapia, consejeria, psicologo, psicologica, ayuda psicologica',
    implies: { level: ['op'] },
    yieldsTo: ['therapy'],
  },
  {
    said: 'adiccion, adicciones, adicto, adicta, drogas, droga, drogadicto, drogadiccion',
    implies: { condition: ['substance-use'] },
    yieldsOnlyTo: ['condition:opioids', 'condition:stimulants', 'condition:prescription-medications'],
  },
  {
    said: 'alcoholismo, alcoholico, alcoholicos, beber, bebe mucho, toma mucho, borracho, problemas de alcohol',
    means: { condition: ['alcohol'] },
  },
  { said: 'cocaina, metanfetamina, cristal', means: { condition: ['stimulants'] } },
  { said: 'heroina, fentanilo', means: { condition: ['opioids'] } },
  { said: 'depresion', means: { condition: ['depressive'] } },
  { said: 'ansiedad', means: { condition: ['anxiety'] } },
  { said: 'salud mental', means: { condition: ['mental-health'] } },
  { said: 'mujer, mujeres', means: { population: ['women'] } },
  { said: 'hombre, hombres', means: { population: ['men'] } },
  { said: 'adolescente, jovenes', means: { population: ['adolescents'] } },
  { said: 'embarazada, mujer embarazada, mujeres embarazadas', means: { population: ['pregnant'] } },
  { said: 'esposo, padre, papa, hermano', implies: { population: ['men'] } },
  { said: 'esposa, madre, hermana', implies: { population: ['women'] } },
  { said: 'gratis, gratuito', means: { payer: ['free'] } },
  {
    said: 'sin seguro, sin seguro medico, no tengo seguro, no tiene seguro',
    means: { payer: ['self-pay', 'sliding-scale', 'free'] },
  },
  { said: crisisPhrases.spanish.join(), means: { crisis: ['true'] } },
  // A son or daughter may be of any age.
  { said: 'hijo, hija, mi hijo, mi hija, seguro, dejar, hable, hablan, hablen' },
];
