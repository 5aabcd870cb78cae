import { slugOf } from '../../functions/domain/slug.ts';
import { pick } from './random.ts';

// Words as they occur in names of treatment centers; together about 35 characters per name, as in the directories.
const firsts =
  'Desert,New,Harbor,Mountain,Sunrise,Valley,Pacific,Cedar,Open Door,Clear Path,North Star,Golden Gate,Prairie,River,Hope,Serenity,Community,Family,Alliance,Bridge,Horizon,Cornerstone,Evergreen,Summit,Phoenix,Discovery,Crossroads,Mesa,Juniper,Saint Anne,Lakeside,Garden State,High Plains,Cascade,Bay Area,County,Magnolia,Mosaic,Renew,Continuum,Banner,Heritage,Liberty,Compass,Unity,Journey,Willow,Redwood,Canyon,Lighthouse'.split(
    ',',
  );
const seconds =
  'Springs,View,Point,Ridge,Grove,Haven,Hills,House,Creek,Landing,Meadows,Trail,Way,Light,Wells,Bridge,Park,Oaks,Peak,Shores'.split(
    ',',
  );
const kinds =
  'Behavioral Health,Recovery,Counseling,Treatment,Mental Health,Addiction Medicine,Recovery Services,Wellness,Psychological Services,Substance Use Services,Human Services,Health Network'.split(
    ',',
  );
const forms =
  'Center,Inc,LLC,Services,Program,Clinic,Associates,Institute,Foundation,Services Inc,Center LLC,Programs Inc'.split(
    ',',
  );
const sites =
  'Outpatient Services,Residential Program,Main Clinic,North Office,Womens Program,Mens Program,Adult Services,Youth and Family,Recovery Campus,Westside,Downtown,East Valley,Integrated Care'.split(
    ',',
  );
const streets =
  'Main,Indian School,Central,Washington,Broadway,Park,Oak,Maple,Lincoln,Jefferson,Mission,Harbor,Western,Thomas,McDowell,Colfax,Wilshire,Ventura,Sunset,Highland,Chestnut,Andover,Temple,Henry,Hampden,Medical,Sahara,Charleston,Peoria,Michigan'.split(
    ',',
  );
const kindsOfStreet = 'Street,Street,Avenue,Avenue,Road,Boulevard,Drive,Parkway,Lane'.split(',');
const sides = ['', '', 'North ', 'South ', 'East ', 'West '];

export function organizationName(random: () => number): string {
  const lead = random() < 0.5 ? `${pick(random, firsts)} ${pick(random, seconds)}` : pick(random, firsts);
  const form = random() < 0.75 ? ` ${pick(random, forms)}` : '';
  return `${lead} ${pick(random, kinds)}${form}`;
}

export function siteName(random: () => number): string {
  return pick(random, sites);
}

export function streetAddress(random: () => number): string {
  const numbered = random() < 0.25;
  const number = 1 + Math.floor(random() ** 2 * 12_000);
  const street = numbered ? `${4 + Math.floor(random() * 95)}th` : pick(random, streets);
  const suite = random() < 0.35 ? `, Suite ${100 + Math.floor(random() * 400)}` : '';
  return `${number} ${pick(random, sides)}${street} ${pick(random, kindsOfStreet)}${suite}`;
}

/** Makes an id as the importer does: words of the name, the city, and six distinguishing characters. */
export function centerIdOf(name: string, city: string, random: () => number): string {
  return `${whole(slugOf(name), 40)}-${whole(slugOf(city), 20)}-${sixCharacters(random)}`;
}

function whole(slug: string, most: number): string {
  if (slug.length <= most) return slug;
  return slug.slice(0, slug.lastIndexOf('-', most) > 0 ? slug.lastIndexOf('-', most) : most);
}

function sixCharacters(random: () => number): string {
  return Math.floor(random() * 36 ** 6)
    .toString(36)
    .padStart(6, '0');
}
