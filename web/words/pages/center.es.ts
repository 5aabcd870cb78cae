import type { PagesWords } from './en.ts';

export const centerPageWords: PagesWords['center'] = {
  call: 'Llame',
  where: 'Dónde está',
  facts: 'Para quién, cómo y cuánto cuesta',
  sureOf: (levels, text) => `${levels}: ${text}`,
  means: (level, state) => `${level} en ${state}`,
  support: {
    title: 'Más o menos apoyo',
    hint: 'De menos a más. Ventana encendida: este centro lo indica. Muchas personas pasan de uno al siguiente.',
    here: 'Lo indica',
    notHere: 'Este centro no lo indica.',
    ask: 'No se sabe: pregunte.',
    nearest: 'El más cercano:',
  },
  unknown: {
    title: 'No se sabe, y conviene preguntar',
    hint: 'Que una lista no diga algo no significa que no.',
    levels: (levels) => `¿Ofrecen ${levels}? Su lista no tiene cómo decirlo.`,
    anyLevel: '¿Qué programas ofrecen? Su lista no lo dice.',
    space: '¿Hay lugar ahora y cuándo podría empezar?',
    fact: (title) => `${title}: no aparece.`,
    cost: '¿Cuánto pagaría, con mi seguro o sin seguro?',
  },
  provider: '¿Es este su centro?',
  checks: 'Cómo verificamos',
};
