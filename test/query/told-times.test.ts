import { describe, expect, it } from 'vitest';
import { knownInsurers } from '../../functions/domain/payer.ts';
import { places as load } from '../../functions/places/load.ts';
import { readQuery } from '../../functions/query/read-query.ts';

const places = load();
const schedulesOf = (text: string) => readQuery(text, { places, insurers: knownInsurers }).schedule;

describe('a time that belongs to a request is a filter', () => {
  it.each<[string, string[]]>([
    ['evening iop mesa', ['evening']],
    ['need something on weekends for my son, tulsa', ['weekend']],
    ['drinking problem, evenings only, fresno', ['evening']],
    ['he drinks every night, needs a weekend group in boise', ['weekend']],
    ['i work days, looking for an outpatient program', ['evening']],
    ['can only come saturdays', ['weekend']],
    ['terapia los sabados para mi hija', ['weekend']],
    ['mi esposo toma mucho y busco un grupo por la noche en cicero', ['evening']],
    ['que abren los domingos, fresno', ['weekend']],
    ['horario de mañana, metadona', ['day']],
  ])('%s', (text, schedule) => expect(schedulesOf(text)).toEqual(schedule));
});

describe('a time that is told is no filter', () => {
  it.each([
    'every weekend he says he will stop and he never does',
    'he comes home and passes out every evening. i dont know what to do, simi valley',
    'i lost my job and started drinking in the mornings. is there anything in boise',
    'my uncle gets drunk every saturday and crashes his truck, greeley co',
    'mi hijo no duerme de noche y no quiere ir a la escuela, phoenix',
    'el siempre llega tarde y enojado, vivimos en trenton nj',
    'buenas tardes, busco un programa residencial en arizona',
    'que centros quedan cerca, muchas gracias y buenas noches',
    'buenos dias, cuanto cuesta el programa',
    'mi papa toma todos los fines de semana, fresno',
  ])('%s', (text) => expect(schedulesOf(text)).toEqual([]));
});
