import type { Profile } from './profile.ts';

/**
 * Words of a name that say who a program is for or how it works. Two names whose words have different values in one of
 * these maps mean two programs.
 */
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

/**
 * Like `contrasts`, but used for the site's name only, because an organization may keep such a word after its services
 * have changed.
 */
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

/** True if the names mean two programs: residential and outpatient, adults and children, a house and its "House 2". */
export function toldApart(one: Profile, other: Profile): boolean {
  const whole = ({ organization, site }: Profile): string[] => [...organization, ...site];
  if (contrasts.some((contrast) => contrasted(whole(one), whole(other), contrast))) return true;
  return contrasted(one.site, other.site, siteContrast) || numbersOf(one) !== numbersOf(other);
}

/** True if each name has a word of the map, but their values have nothing in common. */
function contrasted(one: readonly string[], other: readonly string[], contrast: ReadonlyMap<string, string>): boolean {
  const [first, second] = [marks(one, contrast), marks(other, contrast)];
  return first.size > 0 && second.size > 0 && ![...first].some((mark) => second.has(mark));
}

function marks(words: readonly string[], contrast: ReadonlyMap<string, string>): Set<string> {
  return new Set(words.map((word) => contrast.get(word)).filter((mark) => mark !== undefined));
}

/** Finds the bare numbers in a name, such as "Samuels House 2", except the street number. */
function numbersOf({ organization, site, street }: Profile): string {
  const isNumber = (word: string) => /^(?:\d{1,3}|i{2,3}|iv)$/.test(word) && word !== street?.number;
  const words = [...organization, ...site].filter(isNumber);
  return [...new Set(words)].sort().join(' ');
}
