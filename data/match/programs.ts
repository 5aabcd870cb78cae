import type { Profile } from './profile.ts';

/** Words of a name that say for whom or how a program works. Two names with different words of one line mean two programs. */
const contrasts: readonly ReadonlyMap<string, string>[] = [
  {
    residential: 'live-in',
    inpatient: 'live-in',
    detox: 'live-in',
    halfway: 'live-in',
    sober: 'live-in',
    outpatient: 'by day',
    iop: 'by day',
    php: 'by day',
    clinic: 'by day',
  },
  {
    adult: 'grown',
    adolescent: 'young',
    child: 'young',
    children: 'young',
    youth: 'young',
    boy: 'young',
    girl: 'young',
    teen: 'young',
  },
  { women: 'women', womens: 'women', woman: 'women', men: 'men', mens: 'men' },
].map((marks) => new Map(Object.entries(marks)));

/** The same for the name of the site alone; organizations keep such words although they have come to do other things. */
const siteContrast: ReadonlyMap<string, string> = new Map(
  Object.entries({
    clinic: 'clinic',
    outpatient: 'clinic',
    methadone: 'opioid program',
    opioid: 'opioid program',
    otp: 'opioid program',
    pro: 'recovery program',
    oriented: 'recovery program',
    assertive: 'team',
    team: 'team',
    pact: 'team',
    crisis: 'crisis service',
    stabilization: 'crisis service',
    court: 'court program',
  }),
);

/** Whether the names tell two programs apart: residential and outpatient, adults and children, a house and its "House 2". */
export function toldApart(one: Profile, other: Profile): boolean {
  const whole = ({ organization, site }: Profile): string[] => [...organization, ...site];
  if (contrasts.some((contrast) => contrasted(whole(one), whole(other), contrast))) return true;
  return contrasted(one.site, other.site, siteContrast) || numbersOf(one) !== numbersOf(other);
}

/** Both say something, and nothing that both say. */
function contrasted(one: readonly string[], other: readonly string[], contrast: ReadonlyMap<string, string>): boolean {
  const [first, second] = [marks(one, contrast), marks(other, contrast)];
  return first.size > 0 && second.size > 0 && ![...first].some((mark) => second.has(mark));
}

function marks(words: readonly string[], contrast: ReadonlyMap<string, string>): Set<string> {
  return new Set(words.map((word) => contrast.get(word)).filter((mark) => mark !== undefined));
}

/** Bare numbers of a name, "Samuels House 2", but for the house's own. */
function numbersOf({ organization, site, street }: Profile): string {
  const isNumber = (word: string) => /^(?:\d{1,3}|i{2,3}|iv)$/.test(word) && word !== street?.number;
  const words = [...organization, ...site].filter(isNumber);
  return [...new Set(words)].sort().join(' ');
}
