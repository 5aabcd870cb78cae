import type { Saying } from '../saying.ts';

/** The words that open a search in Spanish. Who searches in Spanish has not yet asked for care in Spanish. */
export const spanishSayings: readonly Saying[] = [
  {
    said: 'rehabilitacion, centro de rehabilitacion',
    implies: { level: ['residential'], condition: ['substance-use'] },
  },
  { said: 'desintoxicacion', means: { level: ['detox'] } },
  { said: 'ambulatorio', means: { level: ['op'] } },
  { said: 'internamiento, residencial', means: { level: ['residential'] } },
  { said: 'terapia, consejeria, psicologo', implies: { level: ['op'] }, yieldsTo: ['therapy'] },
  {
    said: 'adiccion, adicciones, drogas, droga, drogadiccion',
    implies: { condition: ['substance-use'] },
    yieldsOnlyTo: ['condition:opioids', 'condition:stimulants', 'condition:prescription-medications'],
  },
  { said: 'alcoholismo, alcoholico, alcoholicos, beber', means: { condition: ['alcohol'] } },
  { said: 'cocaina, metanfetamina, cristal', means: { condition: ['stimulants'] } },
  { said: 'heroina, fentanilo', means: { condition: ['opioids'] } },
  { said: 'depresion', means: { condition: ['depressive'] } },
  { said: 'ansiedad', means: { condition: ['anxiety'] } },
  { said: 'salud mental', means: { condition: ['mental-health'] } },
  { said: 'mujer, mujeres', means: { population: ['women'] } },
  { said: 'hombre, hombres', means: { population: ['men'] } },
  { said: 'adolescente, jovenes', means: { population: ['adolescents'] } },
  { said: 'embarazada', means: { population: ['pregnant'] } },
  { said: 'gratis, gratuito', means: { payer: ['free'] } },
  { said: 'sin seguro, sin seguro medico', means: { payer: ['self-pay', 'sliding-scale', 'free'] } },
  { said: 'suicidio, quiero morir', means: { crisis: ['true'] } },
];
