import { expect, it } from 'vitest';
import * as z from 'zod';
import { noParameters, onlyParameters, readParameters } from '../../functions/http/parameters.ts';
import { Problem } from '../../functions/http/problem.ts';

const schema = z.object({
  place: z.string('say where').min(2, 'is too short'),
  limit: z.string().regex(/^\d+$/, 'must be a number').transform(Number).optional(),
});
const requestOf = (...pairs: (readonly [string, ...string[]])[]) => ({
  query: new Map(pairs.map(([name, ...values]) => [name, values])),
});

function faultsOf(read: () => unknown): readonly (readonly [string | undefined, string])[] {
  try {
    read();
  } catch (error) {
    if (error instanceof Problem) return error.errors.map(({ parameter, message }) => [parameter, message]);
    throw error;
  }
  return [];
}

it('reads texts as the schema has it', () => {
  expect(readParameters(schema, requestOf(['place', 'Phoenix'], ['limit', '8']))).toEqual({
    place: 'Phoenix',
    limit: 8,
  });
});

it('names every fault at once, each parameter once', () => {
  const request = requestOf(['plaec', 'x'], ['limit', 'many'], ['place', 'Phoenix', 'Denver']);
  expect(faultsOf(() => readParameters(schema, request))).toEqual([
    ['plaec', 'is not a parameter; did you mean "place"?'],
    ['place', 'is given more than once'],
    ['limit', 'must be a number'],
  ]);
  expect(faultsOf(() => readParameters(schema, requestOf(['place', ' '])))).toEqual([
    ['place', 'is empty; leave it out or give a value'],
  ]);
  expect(faultsOf(() => readParameters(schema, requestOf()))).toEqual([['place', 'say where']]);
});

it('adds the rules over several parameters to the faults of each', () => {
  const together = (
    values: { limit?: number | undefined },
    given: ReadonlySet<string>,
    at: (n: string, m: string) => void,
  ) => {
    if (given.has('limit') && (values.limit ?? 0) > 5) at('limit', 'does not go with place');
  };
  const request = requestOf(['place', 'Phoenix'], ['limit', '8']);
  expect(faultsOf(() => readParameters(schema, request, { together }))).toEqual([['limit', 'does not go with place']]);
});

it('takes a name that every object has for an unknown one', () => {
  expect(faultsOf(() => readParameters(schema, requestOf(['place', 'Phoenix'], ['__proto__', 'x'])))).toEqual([
    ['__proto__', 'is not a parameter'],
  ]);
});

it('takes no other names than those that are known', () => {
  expect(faultsOf(() => noParameters(requestOf(['near', '85004'])))).toEqual([
    ['near', 'is not a parameter of this URL'],
  ]);
  expect(faultsOf(() => onlyParameters(['_format'], requestOf(['_fromat', 'json'])))).toEqual([
    ['_fromat', 'is not a parameter of this URL; did you mean "_format"?'],
  ]);
  expect(faultsOf(() => onlyParameters(['_format'], requestOf(['_format', ''])))).toEqual([]);
});
