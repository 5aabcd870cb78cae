import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatJson } from '../../../data/records/format.ts';
import { JsonPositions } from '../../../functions/records/positions.ts';

test('what is written reads back as the same value', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 4 }), (value) => {
      expect(JSON.parse(formatJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
});

test('short lists and small objects stay on one line, long ones do not', () => {
  const text = formatJson([
    { phones: [{ number: '1', extension: null }, { number: '2' }], codes: ['a', 'b'], none: [] },
  ]);
  expect(text).toBe(`[
  {
    "phones": [
      { "number": "1", "extension": null },
      { "number": "2" }
    ],
    "codes": ["a", "b"],
    "none": []
  }
]
`);
  const long = Array.from({ length: 40 }, (_, index) => `value-${index}`);
  expect(
    Math.max(
      ...formatJson({ long })
        .split('\n')
        .map((line) => line.length),
    ),
  ).toBeLessThan(160);
});

test('every value is found on the line and in the column where it is written', () => {
  const text = formatJson([{ center: { id: 'a', phones: [{ number: '1' }, { number: '2' }] } }]);
  const { line, column } = new JsonPositions(text).at([0, 'center', 'phones', 1, 'number']);
  expect(text.split('\n')[line - 1]?.slice(column - 1)).toMatch(/^"2"/);
});
