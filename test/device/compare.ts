/** A difference between a device's answer and the API's. */
export interface Difference {
  readonly path: string;
  readonly api: unknown;
  readonly device: unknown;
  readonly kind: Kind;
}

/**
 * `more exact`: the API stopped counting to stay within its budget of reads, and the device continued. `place`: the
 * device, or also the API, asks back about a place that the device does not have. All other differences are `wrong`.
 */
export type Kind = 'more exact' | 'place' | 'wrong';

export interface Answered {
  readonly status: number;
  readonly body: Answer;
}

interface Alternative {
  readonly change: Readonly<Record<string, string | null>>;
  readonly count: number;
  readonly more: boolean;
  readonly nearestMiles: number | null;
}
interface Unknown {
  readonly count: number;
  readonly more?: boolean;
}
type Answer = Readonly<Record<string, unknown>>;

/** Counts are exact up to this number. For a higher count, `more` is set. */
const MOST = 50;

const countedOn = (isMoreExact: boolean): Kind => (isMoreExact ? 'more exact' : 'wrong');

/** Differences between two answers or problems. */
export function differencesOf(api: Answered, device: Answered): Difference[] {
  if (api.status === 200 && device.status === 200) return differences(api.body, device.body);
  if (isSame(api, device)) return [];
  const kind = isPlaceAlone(api, device) ? 'place' : countedOn(api.status === 422);
  return [{ path: 'problem', api: api.body.detail ?? api.status, device: device.body.detail ?? device.status, kind }];
}

interface Fault {
  readonly pointer: string;
}

/** True if the device rejects the place, and the device and the API report the same other faults. */
function isPlaceAlone(api: Answered, device: Answered): boolean {
  const [given, own] = [faultsOf(api), faultsOf(device)];
  if (device.status !== 400 || !own.some(isAboutPlace) || (api.status !== 200 && !given.some(isAboutPlace)))
    return false;
  const others = (faults: readonly Fault[]) => faults.filter((fault) => !isAboutPlace(fault));
  return isSame(others(given), others(own));
}

const faultsOf = ({ body }: Answered): readonly Fault[] =>
  Array.isArray(body.errors) ? (body.errors as readonly Fault[]) : [];
const isAboutPlace = ({ pointer }: Fault): boolean => ['/near', '/q'].includes(pointer);

/** Every member must be equal, except that counts which the API cut short may be greater. Cursors differ. */
function differences(api: Answer, device: Answer): Difference[] {
  const found: Difference[] = [];
  for (const name of new Set([...Object.keys(api), ...Object.keys(device)])) {
    const [one, other] = [api[name], device[name]];
    if (isSame(one, other)) continue;
    if (name === 'next') {
      if ((one === null) !== (other === null))
        found.push({ path: name, api: one, device: other, kind: countedOn(other === null) });
    } else if (name === 'unknown') {
      const [{ count, more }, counted] = [one as Unknown, other as Unknown];
      const isMoreExact = more === true && count < MOST && counted.count >= count;
      found.push({ path: name, api: one, device: other, kind: countedOn(isMoreExact) });
    } else if (name === 'alternatives' && Array.isArray(one) && Array.isArray(other)) {
      found.push(...differentAlternatives(one, other));
    } else found.push({ path: name, api: one, device: other, kind: 'wrong' });
  }
  return found;
}

function differentAlternatives(api: readonly Alternative[], device: readonly Alternative[]): Difference[] {
  const keyOf = ({ change }: Alternative): string => JSON.stringify(change);
  const own = new Map(device.map((one) => [keyOf(one), one]));
  const missing = api.filter((one) => !own.has(keyOf(one)));
  const found: Difference[] = missing.map((one) => ({ path: 'alternatives', api: one, device: null, kind: 'wrong' }));
  const given = new Map(api.map((one) => [keyOf(one), one]));
  for (const other of device) {
    const one = given.get(keyOf(other)) ?? null;
    if (isSame(one, other)) continue;
    const isCut = one === null || (one.more && one.count < MOST && other.count >= one.count);
    const isNearest = one === null || one.nearestMiles === other.nearestMiles;
    found.push({ path: 'alternatives', api: one, device: other, kind: countedOn(isCut && isNearest) });
  }
  return found;
}

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);
