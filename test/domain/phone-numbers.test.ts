import { expect, it } from 'vitest';
import { phoneSchema } from '../../functions/domain/phone-schema.ts';

const sound = (number: string) =>
  phoneSchema.safeParse({ number, extension: null, purpose: 'main', answeredBy: 'facility' }).success;

// The North American plan: +1, an area code and an exchange that begin with 2 to 9, and four digits.
it.each(['0', '1', '2', '5', '9'])('an area code or an exchange that begins with %s', (digit) => {
  const may = digit >= '2';
  expect(sound(`+1${digit}025550100`)).toBe(may);
  expect(sound(`+1602${digit}550100`)).toBe(may);
});

it.each([
  '+160255501',
  '+1602555010',
  '+160255501000',
  '16025550100',
  '+26025550100',
  '+1 6025550100',
  '6025550100',
  '',
])('%j is no number', (number) => expect(sound(number)).toBe(false));

it.each(['', '1', '12345678', '123456789', 'x12', '12 ', '#3'])('an extension %j', (extension) => {
  const parsed = phoneSchema.safeParse({ number: '+16025550100', extension, purpose: 'main', answeredBy: 'facility' });
  expect(parsed.success).toBe(/^\d{1,8}$/.test(extension));
});
