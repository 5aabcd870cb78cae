import type { CenterRecord } from '../../functions/domain/record.ts';
import { plain } from '../../functions/records/plain.ts';
import type { ProviderCenter, ProviderFile } from '../../functions/records/provider/schema.ts';
import { addressKey } from '../../functions/records/street.ts';
import { bareHost, type Provider } from './list.ts';

/** A center of the file, and the listed center that it matches. */
export interface Placed {
  readonly says: string;
  readonly center: string;
  /**
   * Why the provider may state facts about the listed center: our list names the center, or the center's listing names
   * the provider's website.
   */
  readonly by: 'list' | 'website';
}

export interface Placing {
  readonly placed: readonly Placed[];
  /** Centers of the file that match no listed center, each with the reason. */
  readonly left: readonly string[];
  /** Centers in the file that belong to another organization. If there is one, the whole file is held back. */
  readonly foreign: readonly string[];
}

/** Matches each center of a file to a listed center, among those that the provider may state facts about. */
export function placeCenters(file: ProviderFile, provider: Provider, records: readonly CenterRecord[]): Placing {
  const placed: Placed[] = [];
  const [left, foreign]: [string[], string[]] = [[], []];
  const byZip = Map.groupBy(records, ({ center }) => center.address.zip);
  for (const says of file.centers) {
    const near = (byZip.get(says.address.zip) ?? []).filter((record) => isAt(record, says));
    const able = near.flatMap((record) => {
      const by = rightTo(record, provider);
      return by === null ? [] : [{ record, by }];
    });
    const best = bestOf(able, says);
    const other = near.find(
      (record) => record.center.organization.slug !== provider.organization && isLike(record, says),
    );
    const isOwn = best !== null && best !== 'several' && isLike(best.record, says);
    if (other !== undefined && !isOwn)
      foreign.push(`"${says.id}" is "${other.center.id}" of ${other.center.organization.name}, another organization`);
    else if (best === 'several')
      left.push(`"${says.id}": more than one listed center fits, give their ids in providers.json`);
    else if (best !== null && placed.some(({ center }) => center === best.record.center.id))
      left.push(`"${says.id}": "${best.record.center.id}" is already another center of the file`);
    else if (best !== null) placed.push({ says: says.id, center: best.record.center.id, by: best.by });
    else left.push(`"${says.id}": ${whyNot(near, provider)}`);
  }
  return { placed, left, foreign };
}

/** Finds faults of the list itself: centers that are not listed, or that belong to another organization. */
export function listFaults(provider: Provider, records: readonly CenterRecord[]): string[] {
  const own = records.filter(({ center }) => center.organization.slug === provider.organization);
  if (own.length === 0) return [`no listed center belongs to the organization "${provider.organization}"`];
  return provider.centers.flatMap((named) => {
    if (own.some((record) => isNamed(record, named))) return [];
    const others = records.find((record) => isNamed(record, named));
    return [
      others === undefined
        ? `"${named}" is neither the id nor the name of a listed center`
        : `"${named}" belongs to ${others.center.organization.slug}, not to ${provider.organization}`,
    ];
  });
}

const isNamed = ({ center }: CenterRecord, named: string): boolean =>
  center.id === named || plain(center.name) === plain(named);

function rightTo(record: CenterRecord, provider: Provider): Placed['by'] | null {
  const { center } = record;
  if (center.organization.slug !== provider.organization) return null;
  if (provider.centers.some((named) => isNamed(record, named))) return 'list';
  const website = center.website === null ? null : new URL(center.website).host;
  return website !== null && bareHost(website) === bareHost(provider.domain) ? 'website' : null;
}

/** True if building, phone number or name are the same. It is only called for two centers with the same ZIP. */
function isAt(record: CenterRecord, says: ProviderCenter): boolean {
  return sameStreet(record, says) || samePhone(record, says) || sameName(record, says);
}
/** Two operators may share a building, so the same address alone does not make two centers one. */
const isLike = (record: CenterRecord, says: ProviderCenter): boolean =>
  samePhone(record, says) || sameName(record, says);

function sameStreet({ center }: CenterRecord, { address }: ProviderCenter): boolean {
  const [one, other] = [center.address, address].map(({ street, zip }) =>
    street === null ? null : addressKey({ street1: streetOf(street), street2: '', zip }),
  );
  return one !== null && one !== undefined && one === other;
}
/** Returns the street without the suite, which follows a comma in our records. */
const streetOf = (street: string): string => street.split(',')[0] ?? street;

const samePhone = ({ center }: CenterRecord, { phones }: ProviderCenter): boolean =>
  center.phones.some(({ number }) => phones.some((phone) => phone.number === number));

const sameName = ({ center }: CenterRecord, { name }: ProviderCenter): boolean => plain(center.name) === plain(name);

type Able = { readonly record: CenterRecord; readonly by: Placed['by'] };

/** Chooses among several listed centers that match: the one that matches in more ways. */
function bestOf(able: readonly Able[], says: ProviderCenter): Able | 'several' | null {
  const ways = ({ record }: Able) => [sameStreet, samePhone, sameName].filter((fits) => fits(record, says)).length;
  const most = Math.max(0, ...able.map(ways));
  const [best, second] = able.filter((one) => ways(one) === most);
  if (best === undefined) return null;
  return second === undefined ? best : 'several';
}

function whyNot(near: readonly CenterRecord[], { organization, domain }: Provider): string {
  const own = near.find(({ center }) => center.organization.slug === organization);
  if (own === undefined) return 'no listed center of the organization has its address, number or name in its ZIP';
  return `it looks like "${own.center.id}", which neither providers.json lets ${domain} speak for, nor its listing’s website`;
}
