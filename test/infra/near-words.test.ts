import { describe, expect, it } from 'vitest';
import { displayPhone, type Phone } from '../../functions/domain/contact.ts';
import { help } from '../../functions/http/help.ts';
import { printAnswer } from '../../infra/tools/near/print.ts';

/** One center in the terminal, without line breaks. */
function printed(facts: {
  accuracy?: string;
  answeredBy?: Phone['answeredBy'];
  sample?: boolean;
  unknown?: { count: number; more?: boolean };
  near?: 'zip' | 'place';
  miles?: number;
}): string {
  const { accuracy = 'address', answeredBy = 'facility', sample = false, unknown = { count: 0 } } = facts;
  const { near = 'zip', miles = 1.27 } = facts;
  const phone = { number: '+16025550101', extension: '12', purpose: 'main', answeredBy } as const;
  const center = {
    ...{ name: 'Lantern Bridge', sample, location: { accuracy }, sources: [{ name: 'A list', asOf: '2023-04-01' }] },
    address: { street: '1 Example Way', city: 'Phoenix', state: 'AZ', zip: '85004' },
    phones: [{ ...phone, display: displayPhone(phone) }],
  };
  const offering = { label: 'Outpatient (OP)', confirmation: { state: 'unconfirmed' } };
  const answer = {
    origin: { kind: near, label: 'Phoenix, AZ 85004' },
    query: { near: '85004' },
    results: [{ center, distance: { miles, ...(accuracy === 'zip' && { approximate: true }) }, offerings: [offering] }],
    ...{ unknown, help },
  };
  return printAnswer(JSON.stringify(answer), 300);
}

describe('a center in the terminal', () => {
  it.each([
    ['facility', 'facility'],
    ['central-admissions', 'central team'],
    ['third-party', 'third party'],
  ] as const)('says who answers: %s', (answeredBy, who) => {
    const told = printed({ answeredBy });
    expect(told).toContain('(602) 555-0101 ext. 12');
    expect(told.match(/main, ([a-z ]*[a-z])/)?.[1]).toBe(who);
  });

  it.each([
    ['address', '1.27'],
    ['street', '1.27'],
    ['zip', '~1.27'],
  ])('says how good its distance is: a point of the %s', (accuracy, miles) => {
    expect(printed({ accuracy }).match(/~?1\.27/)?.[0]).toBe(miles);
  });

  it('names the ZIP only where a ZIP was asked', () => {
    expect(printed({ accuracy: 'zip', miles: 0.4 })).toContain('~ this');
    expect(printed({ accuracy: 'zip', miles: 0.4, near: 'place' })).not.toContain('this');
    expect(printed({ accuracy: 'zip', miles: 0.4, near: 'place' })).toContain('~ 1');
  });

  it('says that it is an example, and how sure its program is', () => {
    expect(printed({ sample: true })).toContain('Lantern Bridge (example)');
    expect(printed({ sample: false })).not.toContain('(example)');
    expect(printed({})).toContain('unconfirmed');
  });

  it('ends with what to confirm and every helpline', () => {
    for (const line of Object.values(help)) expect(printed({})).toContain(line);
  });
});

it.each([
  [{ count: 0 }, null],
  [{ count: 1 }, '1 more center may offer it: the listing cannot say.'],
  [{ count: 2 }, '2 more centers may offer it'],
  [{ count: 1, because: { payer: 1 } }, '1 more center may offer it: 1 does not say how to pay.'],
  [
    { count: 50, more: true, because: { level: 50 } },
    'At least 50 more centers may offer it: 50 do not say which programs are offered.',
  ],
])('centers whose listing cannot say: %o', (unknown, words) => {
  if (words === null) expect(printed({ unknown })).not.toContain('may offer it');
  else expect(printed({ unknown })).toContain(words);
});
