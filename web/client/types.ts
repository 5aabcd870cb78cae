// Written by `npm run client` from the OpenAPI document.

/**
 * What an agent recorded: yes, no or unknown; a number; or the intake.
 */
export type FactValue =
  | ('yes' | 'no' | 'unknown')
  | number
  | {
      /**
       * Whether new clients are taken.
       */
      state: 'open' | 'full' | 'closed' | 'unknown';
      /**
       * Until when.
       */
      until?: string;
    };
/**
 * One thing that is wrong with a request.
 */
export type Fault =
  | {
      /**
       * Name of the parameter.
       */
      parameter: string;
      /**
       * What is wrong and what would be right; for a misspelled value the nearest good one.
       */
      message: string;
    }
  | {
      /**
       * JSON pointer into the body; empty for the body itself.
       */
      pointer: string;
      /**
       * What is wrong and what would be right; for a misspelled value the nearest good one.
       */
      message: string;
    };
/**
 * The answer to a message, or those to the requests of a batch, in their order.
 */
export type McpAnswers = McpAnswer | McpAnswer[];

/**
 * One key press. Entries are never changed or removed.
 */
export interface Act {
  /**
   * The offering’s id, or the level that was unknown.
   */
  offering: string;
  /**
   * The fact.
   */
  field: string;
  value: FactValue;
  /**
   * Who recorded it, by sign-in name.
   */
  by: string;
  /**
   * When the key was pressed, in UTC.
   */
  at: string;
  /**
   * When it arrived, in UTC.
   */
  recordedAt: string;
  /**
   * When it becomes stale; null for never.
   */
  expiresAt: string | null;
  /**
   * False if a later key press was recorded before: it changed nothing.
   */
  took: boolean;
}
/**
 * The street address in the United States.
 */
export interface Address {
  /**
   * House number and street, with any suite; null if the center withholds it.
   */
  street: string | null;
  /**
   * City.
   */
  city: string;
  /**
   * Postal code of the state.
   */
  state: 'AZ' | 'CA' | 'CO' | 'IL' | 'NV' | 'NJ' | 'OK' | 'WA';
  /**
   * Five-digit ZIP.
   */
  zip: string;
}
/**
 * What admissions said of this offering that its lists cannot say.
 */
export interface Admissions {
  /**
   * Values that admissions denied, such as `schedule.evening`. They are “no”, although the lists alone would leave them unknown.
   */
  denied: string[];
  /**
   * Fields for which admissions named or denied only some values: a value that is missing there is unknown.
   */
  open: string[];
  /**
   * Facts that admissions said too long ago to rely on, such as `schedule.evening` or `housing`: ask again. They are still in the lists above.
   */
  stale: string[];
}
/**
 * One center with all that is known of it.
 */
export interface AgentCenterAnswer {
  center: Center;
  /**
   * All its offerings, denied ones too.
   */
  offerings: AgentOffering[];
  /**
   * Levels that the listing has no word for. Record `level` of one: yes creates the offering, no says that there is none.
   */
  unknownLevels: {
    /**
     * The level of care.
     */
    level: 'op' | 'iop' | 'php' | 'residential' | 'inpatient' | 'detox' | 'aftercare' | 'sober-living';
    recorded: Recorded;
  }[];
  /**
   * Levels that were unknown until an agent recorded a no.
   */
  endedLevels: {
    /**
     * The level of care.
     */
    level: 'op' | 'iop' | 'php' | 'residential' | 'inpatient' | 'detox' | 'aftercare' | 'sober-living';
    recorded: Recorded;
  }[];
  private: PrivateFields;
  /**
   * A correction that is in effect.
   */
  corrections: {
    /**
     * Version of the corrections: send it in quotes as `If-Match` to change it. 0 for none.
     */
    version: number;
    /**
     * A correction that is in effect.
     */
    corrections: {
      /**
       * Path in the record.
       */
      path: string;
      /**
       * The right value.
       */
      value: {
        [k: string]: unknown;
      };
      /**
       * What the listing said when the editor looked.
       */
      was?: {
        [k: string]: unknown;
      };
      /**
       * When it was set, in UTC. A later finding of an agent overrides it.
       */
      at?: string;
    }[];
    /**
     * Why it was last changed.
     */
    reason: string | null;
    /**
     * Who changed it last, by sign-in name.
     */
    by: string | null;
    /**
     * When, in UTC.
     */
    at: string | null;
  };
  dataset: Dataset;
  help: Help;
}
/**
 * A physical site where treatment is offered.
 */
export interface Center {
  /**
   * Names the center; stable from one year’s listing to the next.
   */
  id: string;
  /**
   * The center’s name.
   */
  name: string;
  /**
   * Other names that it is known by.
   */
  alternateNames: string[];
  organization: Organization;
  /**
   * True for a fictional center, there to show what listings cannot.
   */
  sample: boolean;
  address: Address;
  location: Location;
  /**
   * At least one number; the first is the one to call.
   */
  phones: Phone[];
  /**
   * URL of its website; null if none is listed.
   */
  website: string | null;
  /**
   * Levels of care that the sources have no word for: unknown, which is not “no”.
   */
  unknownLevels: ('op' | 'iop' | 'php' | 'residential' | 'inpatient' | 'detox' | 'aftercare' | 'sober-living')[];
  /**
   * Where the facts come from.
   */
  sources: Source[];
}
/**
 * Who runs the center.
 */
export interface Organization {
  /**
   * Names the organization in the field `organization`.
   */
  slug: string;
  /**
   * The organization’s name.
   */
  name: string;
}
/**
 * Where the center is, and how well that is known.
 */
export interface Location {
  /**
   * Latitude in degrees, north positive (WGS 84).
   */
  lat: number;
  /**
   * Longitude in degrees, east positive (WGS 84).
   */
  lng: number;
  /**
   * How good the point is: the building, the street, or only the middle of the ZIP.
   */
  accuracy: 'address' | 'street' | 'zip';
}
/**
 * A phone number and who answers it.
 */
export interface Phone {
  /**
   * The number in E.164, for dialing.
   */
  number: string;
  /**
   * Digits to dial once connected; null if there are none.
   */
  extension: string | null;
  /**
   * What the number is for.
   */
  purpose: 'main' | 'intake' | 'admissions' | 'benefits-check' | 'crisis';
  /**
   * Who answers: the facility itself, its organization’s central admissions, or a third party. Show it beside the number.
   */
  answeredBy: 'facility' | 'central-admissions' | 'third-party';
  /**
   * The number as people read it.
   */
  display: string;
}
/**
 * Where facts were read, and how old they are.
 */
export interface Source {
  /**
   * The listing that the facts were read from.
   */
  name: string;
  /**
   * The day that the listing stood for.
   */
  asOf: string;
}
/**
 * An offering.
 */
export interface AgentOffering {
  /**
   * Names the offering; begins with the center’s id.
   */
  id: string;
  /**
   * Level of care.
   */
  level: 'op' | 'iop' | 'php' | 'residential' | 'inpatient' | 'detox' | 'aftercare' | 'sober-living';
  /**
   * The level of care in words.
   */
  label: string;
  /**
   * Its code in the ASAM criteria; null if several would fit.
   */
  asam: AsamCode | null;
  /**
   * What it treats, as far as the sources say.
   */
  conditions: (
    | 'substance-use'
    | 'alcohol'
    | 'opioids'
    | 'stimulants'
    | 'prescription-medications'
    | 'mental-health'
    | 'depressive'
    | 'anxiety'
    | 'personality'
    | 'ptsd'
    | 'trauma'
    | 'phobias'
    | 'ocd'
    | 'eating'
    | 'co-occurring'
  )[];
  /**
   * Whom it has a program for.
   */
  populations: (
    | 'women'
    | 'men'
    | 'pregnant'
    | 'lgbtq'
    | 'veterans'
    | 'military'
    | 'military-families'
    | 'seniors'
    | 'young-adults'
    | 'adolescents'
    | 'children'
    | 'justice-involved'
    | 'domestic-violence'
    | 'sexual-abuse'
    | 'hiv'
    | 'native-american'
  )[];
  /**
   * How it treats.
   */
  therapies: (
    | 'evidence-based'
    | 'cbt'
    | 'dbt'
    | 'emdr'
    | 'motivational'
    | 'relapse-prevention'
    | 'contingency-management'
    | 'trauma-counseling'
    | 'individual'
    | 'group'
    | 'family'
    | '12-step'
    | 'medication'
    | 'buprenorphine'
    | 'methadone'
    | 'naltrexone'
    | 'holistic'
    | 'breathwork'
    | 'meditation'
    | 'yoga'
    | 'tai-chi'
    | 'massage'
    | 'art'
    | 'sound'
    | 'equine'
    | 'nature'
    | 'acupuncture'
  )[];
  /**
   * Who may pay: kinds of payers, and slugs of named insurers.
   */
  payers: (
    | ('private' | 'medicaid' | 'medicare' | 'military' | 'state' | 'tribal' | 'self-pay' | 'sliding-scale' | 'free')
    | string
  )[];
  /**
   * Languages other than English, as BCP 47; `ase` is American Sign Language.
   */
  languages: string[];
  /**
   * Whether one comes in person or joins by video.
   */
  modalities: ('in-person' | 'telehealth')[];
  /**
   * Ages that it accepts, as far as the sources say; null if they do not. An age that is missing is unknown, not refused.
   */
  ages: ('children' | 'adolescents' | 'young-adults' | 'adults' | 'seniors')[] | null;
  /**
   * Genders that it accepts; null if the sources do not say.
   */
  genders: ('women' | 'men')[] | null;
  /**
   * What it has for clients’ children.
   */
  families: ('childcare' | 'beds-for-children')[];
  /**
   * The only people who are served, such as `dui` or `women`; empty if it is open to all. A search that asks for anything about programs does not find it for others.
   */
  only: ('dui' | 'alcohol' | 'opioids' | 'women' | 'men')[];
  /**
   * How much of a week it takes; null if nothing is known.
   */
  schedule: Schedule | null;
  /**
   * Whether clients live there; null if unknown.
   */
  housing: boolean | null;
  confirmation: Confirmation;
  intake: Intake;
  admissions?: Admissions;
  fromProvider?: FromProvider;
  recorded: Recorded;
}
/**
 * A level of care in the words of the American Society of Addiction Medicine.
 */
export interface AsamCode {
  /**
   * Code of the ASAM criteria. A text: 3.1 and 3.10 differ.
   */
  code: string;
  /**
   * Edition of the criteria that the code belongs to.
   */
  edition: '3' | '4';
}
/**
 * How much the program asks of a week. Each part may be unknown by itself.
 */
export interface Schedule {
  /**
   * Sessions a week: least and most, equal where there is one number; null if unknown.
   */
  sessionsPerWeek: [number, number] | null;
  /**
   * Hours a session; null if unknown.
   */
  hoursPerSession: number | null;
  /**
   * Hours a week; null if unknown.
   */
  hoursPerWeek: number | null;
  /**
   * Weeks from start to end: least and most, equal where there is one number; null if unknown.
   */
  weeks: [number, number] | null;
  /**
   * Times of day that can be chosen; null if unknown.
   */
  tracks: ('day' | 'evening' | 'weekend')[] | null;
}
/**
 * What the center’s admissions said of this offering.
 */
export interface Confirmation {
  /**
   * Whether admissions said that the center offers this. `stale`: they did, too long ago to rely on. `denied` offerings never appear in searches.
   */
  state: 'confirmed' | 'unconfirmed' | 'stale' | 'denied';
  /**
   * When admissions were asked, in UTC.
   */
  confirmedAt: string | null;
  /**
   * When that becomes stale, in UTC.
   */
  expiresAt: string | null;
}
/**
 * Whether new clients are taken, and since when that is known.
 */
export interface Intake {
  /**
   * Whether new clients are taken.
   */
  state: 'open' | 'full' | 'closed' | 'unknown';
  /**
   * When that was known, in UTC; null if it is unknown.
   */
  asOf: string | null;
  /**
   * When that ends, in UTC. Afterwards the state is `unknown`. Absent if nobody said.
   */
  until?: string;
}
/**
 * Facts that the provider states on its own site, and how old they are. What people confirmed or corrected wins over them.
 */
export interface FromProvider {
  /**
   * Name of the source, as in the center’s `sources`.
   */
  source: string;
  /**
   * The file that states them.
   */
  url: string;
  /**
   * The day on which somebody at the center last checked these facts.
   */
  asOf: string;
  /**
   * The day on which the file was last read.
   */
  readOn: string;
  /**
   * The day since which the file could not be read, or was not accepted. Absent while all is well.
   */
  failingSince?: string;
  /**
   * The facts that it states: fields of the search, `level`, `accepting` (intake) and `only`. All others are from the center’s listing. With `level` and a denied confirmation, the provider says that it does not offer the level.
   */
  facts: (
    | 'level'
    | 'condition'
    | 'population'
    | 'age'
    | 'gender'
    | 'families'
    | 'therapy'
    | 'payer'
    | 'modality'
    | 'schedule'
    | 'language'
    | 'housing'
    | 'maxHoursPerWeek'
    | 'maxSessionsPerWeek'
    | 'maxWeeks'
    | 'accepting'
    | 'only'
  )[];
  /**
   * True if they are too old to rely on: ask again.
   */
  stale: boolean;
}
/**
 * What agents recorded about an offering, or about a level that is unknown.
 */
export interface Recorded {
  /**
   * Version of these facts: send it in quotes as `If-Match` to change it. 0 for none.
   */
  version: number;
  /**
   * By field, such as `level` or `schedule.evening`.
   */
  facts: {
    [k: string]: RecordedFact;
  };
}
/**
 * One fact that an agent recorded.
 */
export interface RecordedFact {
  value: FactValue;
  /**
   * Who recorded it, by sign-in name.
   */
  by: string;
  /**
   * When the key was pressed, in UTC.
   */
  at: string;
  /**
   * When it becomes stale; null for never.
   */
  expiresAt: string | null;
  /**
   * True once it is too old to rely on. It is not removed.
   */
  stale: boolean;
}
/**
 * What only the admissions team sees of a center.
 */
export interface PrivateFields {
  /**
   * Version of the private fields: send it in quotes as `If-Match` to change it. 0 for none.
   */
  version: number;
  /**
   * The team’s code for the center.
   */
  facilityCode: string | null;
  /**
   * A number that reaches the intake desk directly.
   */
  directIntakeLine: {
    /**
     * E.164.
     */
    number: string;
    /**
     * Digits to dial once connected; null for none.
     */
    extension: string | null;
  } | null;
  /**
   * How to hand a call over.
   */
  warmTransferNote: string | null;
  /**
   * Notes about the center.
   */
  internalNotes: string | null;
  /**
   * Who wrote them; null if an import brought them.
   */
  by: string | null;
  /**
   * When, in UTC.
   */
  at: string | null;
}
/**
 * The listings that the answer was made from: immutable, and the same for every part of one answer.
 */
export interface Dataset {
  /**
   * Names this set of listings; changes when any listing does.
   */
  version: string;
  /**
   * When it was published, in UTC.
   */
  publishedAt: string;
}
/**
 * Helplines of the United States, for every answer that somebody in need may see.
 */
export interface Help {
  /**
   * The suicide and crisis lifeline. Show it with every list of results.
   */
  crisis: 'Call or text 988 or chat 988lifeline.org';
  /**
   * SAMHSA’s treatment referral helpline, day and night.
   */
  treatment: '1-800-662-HELP (4357)';
  /**
   * The emergency number.
   */
  emergency: '911';
  /**
   * What everybody should know about these listings.
   */
  notice: 'Confirm with admissions that a center offers the program.';
}
/**
 * A center that was found.
 */
export interface AgentResult {
  center: Center;
  /**
   * From the origin; a range for a `cell`; absent for a `state` and for a `name` alone.
   */
  distance?: Distance | DistanceRange;
  /**
   * The offerings that matched; all of them if the search asks nothing about offerings. For a center in doubt: those that may match, or an empty list if the level itself is unknown.
   */
  offerings: Offering[];
  /**
   * With `include=unknown`: whether the listing says that the center matches, or cannot say.
   */
  certainty?: 'listed' | 'unknown';
  /**
   * Of a center in doubt: the fields to ask it about.
   */
  ask?: (
    | 'level'
    | 'condition'
    | 'population'
    | 'age'
    | 'gender'
    | 'families'
    | 'therapy'
    | 'payer'
    | 'modality'
    | 'schedule'
    | 'language'
    | 'housing'
    | 'maxHoursPerWeek'
    | 'maxSessionsPerWeek'
    | 'maxWeeks'
    | 'organization'
    | 'in'
    | 'confirmed'
    | 'accepting'
  )[];
  private: PrivateFields;
}
/**
 * How far it is from the origin.
 */
export interface Distance {
  /**
   * Great-circle distance from the origin, in miles with two decimals.
   */
  miles: number;
  /**
   * The same in kilometers with two decimals. Results are ranked by the distance in steps of a micrometer (1e-9 km), on a sphere of radius 6,371.0088 km.
   */
  km: number;
  /**
   * Present if the center is known by its ZIP only: measured to the middle of the ZIP, so do not show it as exact.
   */
  approximate?: true;
}
/**
 * How far it can be, when only a cell was named.
 */
export interface DistanceRange {
  /**
   * The least it can be from a point of the cell, in miles with two decimals.
   */
  minMiles: number;
  /**
   * The most it can be from a point of the cell, in miles with two decimals.
   */
  maxMiles: number;
  /**
   * Present if the center is known by its ZIP only: measured to the middle of the ZIP, so do not show it as exact.
   */
  approximate?: true;
}
/**
 * A program at a center: what a filter matches. A value that is missing from a list was not named, which is not “no”.
 */
export interface Offering {
  /**
   * Names the offering; begins with the center’s id.
   */
  id: string;
  /**
   * Level of care.
   */
  level: 'op' | 'iop' | 'php' | 'residential' | 'inpatient' | 'detox' | 'aftercare' | 'sober-living';
  /**
   * The level of care in words.
   */
  label: string;
  /**
   * Its code in the ASAM criteria; null if several would fit.
   */
  asam: AsamCode | null;
  /**
   * What it treats, as far as the sources say.
   */
  conditions: (
    | 'substance-use'
    | 'alcohol'
    | 'opioids'
    | 'stimulants'
    | 'prescription-medications'
    | 'mental-health'
    | 'depressive'
    | 'anxiety'
    | 'personality'
    | 'ptsd'
    | 'trauma'
    | 'phobias'
    | 'ocd'
    | 'eating'
    | 'co-occurring'
  )[];
  /**
   * Whom it has a program for.
   */
  populations: (
    | 'women'
    | 'men'
    | 'pregnant'
    | 'lgbtq'
    | 'veterans'
    | 'military'
    | 'military-families'
    | 'seniors'
    | 'young-adults'
    | 'adolescents'
    | 'children'
    | 'justice-involved'
    | 'domestic-violence'
    | 'sexual-abuse'
    | 'hiv'
    | 'native-american'
  )[];
  /**
   * How it treats.
   */
  therapies: (
    | 'evidence-based'
    | 'cbt'
    | 'dbt'
    | 'emdr'
    | 'motivational'
    | 'relapse-prevention'
    | 'contingency-management'
    | 'trauma-counseling'
    | 'individual'
    | 'group'
    | 'family'
    | '12-step'
    | 'medication'
    | 'buprenorphine'
    | 'methadone'
    | 'naltrexone'
    | 'holistic'
    | 'breathwork'
    | 'meditation'
    | 'yoga'
    | 'tai-chi'
    | 'massage'
    | 'art'
    | 'sound'
    | 'equine'
    | 'nature'
    | 'acupuncture'
  )[];
  /**
   * Who may pay: kinds of payers, and slugs of named insurers.
   */
  payers: (
    | ('private' | 'medicaid' | 'medicare' | 'military' | 'state' | 'tribal' | 'self-pay' | 'sliding-scale' | 'free')
    | string
  )[];
  /**
   * Languages other than English, as BCP 47; `ase` is American Sign Language.
   */
  languages: string[];
  /**
   * Whether one comes in person or joins by video.
   */
  modalities: ('in-person' | 'telehealth')[];
  /**
   * Ages that it accepts, as far as the sources say; null if they do not. An age that is missing is unknown, not refused.
   */
  ages: ('children' | 'adolescents' | 'young-adults' | 'adults' | 'seniors')[] | null;
  /**
   * Genders that it accepts; null if the sources do not say.
   */
  genders: ('women' | 'men')[] | null;
  /**
   * What it has for clients’ children.
   */
  families: ('childcare' | 'beds-for-children')[];
  /**
   * The only people who are served, such as `dui` or `women`; empty if it is open to all. A search that asks for anything about programs does not find it for others.
   */
  only: ('dui' | 'alcohol' | 'opioids' | 'women' | 'men')[];
  /**
   * How much of a week it takes; null if nothing is known.
   */
  schedule: Schedule | null;
  /**
   * Whether clients live there; null if unknown.
   */
  housing: boolean | null;
  confirmation: Confirmation;
  intake: Intake;
  admissions?: Admissions;
  fromProvider?: FromProvider;
}
/**
 * A search with what only the admissions team sees.
 */
export interface AgentSearchAnswer {
  /**
   * Comes first, and `help` second, in every answer and error if a text of the request speaks of danger to life: show the helplines before anything else. Absent otherwise.
   */
  crisis?: true;
  /**
   * Where the search started; null for a `name` alone.
   */
  origin: Origin | null;
  coverage?: Coverage;
  query: SearchEcho;
  /**
   * Centers of the whole search that would match but whose listing cannot say: inside `within` if there is one, counted up to the fiftieth nearest. `include=unknown` lists them.
   */
  unknown: {
    /**
     * How many such centers.
     */
    count: number;
    /**
     * Present when there are, or may be, more than `count`.
     */
    more?: true;
    /**
     * How many of them each field leaves in doubt. A center counts for every field that one must ask it about.
     */
    because: {
      [k: string]: number;
    };
  };
  /**
   * On a first page with fewer results than `limit`: what single changes would find.
   */
  alternatives?: Alternative[];
  /**
   * The `cursor` of the next page; null when nothing follows.
   */
  next: string | null;
  dataset: Dataset;
  help: Help;
  /**
   * As in a public search, each with its private fields.
   */
  results: AgentResult[];
}
/**
 * Where the search started.
 */
export interface Origin {
  /**
   * How the origin was given; `viewer` is the network’s guess for `me`.
   */
  kind: 'point' | 'zip' | 'place' | 'viewer' | 'cell' | 'state';
  /**
   * The origin in words.
   */
  label: string;
  /**
   * The point that distances are measured from; null for a state.
   */
  location: Point | null;
}
/**
 * A point on the globe, in degrees.
 */
export interface Point {
  /**
   * Latitude in degrees, north positive (WGS 84).
   */
  lat: number;
  /**
   * Longitude in degrees, east positive (WGS 84).
   */
  lng: number;
}
/**
 * Present on every answer with an origin.
 */
export interface Coverage {
  /**
   * Postal codes of the states that have centers in the dataset, sorted.
   */
  states: string[];
  /**
   * Where the search starts.
   */
  origin: {
    /**
     * Postal code of the state, district or territory that the origin is in, or at most 3.45 miles from; null if there is none. A cell has the state of its middle.
     */
    state: string | null;
    /**
     * Whether that state has centers in the dataset.
     */
    listed: boolean;
  };
}
/**
 * The search as it was understood, `q` read into the other fields.
 */
export interface SearchEcho {
  /**
   * Where to search: a five-digit ZIP (`85004`), a place (`Phoenix, AZ`), a point as latitude,longitude in degrees (`33.4484,-112.0740`), or `me` for the network’s own city-level guess. One of `near`, `cell`, `state`, `q` is given, or `name` alone.
   */
  near?: string;
  /**
   * A private origin: a geohash of 4 or 5 characters. The answer holds every center that can be among the nearest `limit` for any point of the cell, so that the caller ranks by itself and its point is never sent. It has no pages.
   */
  cell?: string;
  /**
   * Every center of a state, by city, then name. A code in any case. A state has no radius: `within` cannot be combined with it.
   */
  state?: 'AZ' | 'CA' | 'CO' | 'IL' | 'NV' | 'NJ' | 'OK' | 'WA';
  /**
   * What people type. Read by rule into the other fields, which the answer’s `query` shows; words that were not understood are the `name` of a center about there if one has it, else in `query.ignored`. Without a place it searches as `near=me`.
   */
  q?: string;
  /**
   * A center’s or organization’s name as people type it: some of its words or their beginnings, its initials, its city, with slips, joined or split. Beside any other field, or alone: those that fit best come first.
   */
  name?: string;
  /**
   * Radius: more than 0, at most 500 miles. Miles (`25mi`) or kilometers (`40km`); a bare number is miles. Left out, the nearest are found however far.
   */
  within?: string | number;
  /**
   * Level of care. Several values mean any of them.
   */
  level?: ('op' | 'iop' | 'php' | 'residential' | 'inpatient' | 'detox' | 'aftercare' | 'sober-living')[];
  /**
   * What is treated. `substance-use` and `mental-health` also match what is below them in the taxonomy.
   */
  condition?: (
    | 'substance-use'
    | 'alcohol'
    | 'opioids'
    | 'stimulants'
    | 'prescription-medications'
    | 'mental-health'
    | 'depressive'
    | 'anxiety'
    | 'personality'
    | 'ptsd'
    | 'trauma'
    | 'phobias'
    | 'ocd'
    | 'eating'
    | 'co-occurring'
  )[];
  /**
   * Whom the program is made for. Several values mean any of them; `age` and `gender` ask who is accepted.
   */
  population?: (
    | 'women'
    | 'men'
    | 'pregnant'
    | 'lgbtq'
    | 'veterans'
    | 'military'
    | 'military-families'
    | 'seniors'
    | 'young-adults'
    | 'adolescents'
    | 'children'
    | 'justice-involved'
    | 'domestic-violence'
    | 'sexual-abuse'
    | 'hiv'
    | 'native-american'
  )[];
  /**
   * Whom the program accepts, by age: years such as `16`, or bands (`adolescents` 13 to 17). An age that nobody states is unknown, never no: `include=unknown` lists such centers.
   */
  age?: (('children' | 'adolescents' | 'young-adults' | 'adults' | 'seniors') | number | string)[];
  /**
   * Whom the program accepts: women or men. If nobody says so, it is unknown, never no.
   */
  gender?: ('women' | 'men')[];
  /**
   * What a parent needs: childcare, or beds for the children where the parent stays.
   */
  families?: ('childcare' | 'beds-for-children')[];
  /**
   * How it treats. Several values mean any of them.
   */
  therapy?: (
    | 'evidence-based'
    | 'cbt'
    | 'dbt'
    | 'emdr'
    | 'motivational'
    | 'relapse-prevention'
    | 'contingency-management'
    | 'trauma-counseling'
    | 'individual'
    | 'group'
    | 'family'
    | '12-step'
    | 'medication'
    | 'buprenorphine'
    | 'methadone'
    | 'naltrexone'
    | 'holistic'
    | 'breathwork'
    | 'meditation'
    | 'yoga'
    | 'tai-chi'
    | 'massage'
    | 'art'
    | 'sound'
    | 'equine'
    | 'nature'
    | 'acupuncture'
  )[];
  /**
   * Who pays: a kind of payer (`medicaid`, `private`, …) or the slug of a named insurer in the listings; `/v1/taxonomy` lists both.
   */
  payer?: string[];
  /**
   * Whether one comes in person or joins by video.
   */
  modality?: ('in-person' | 'telehealth')[];
  /**
   * Time of day. Only offerings whose times are known match.
   */
  schedule?: ('day' | 'evening' | 'weekend')[];
  /**
   * Languages as BCP 47 tags in any case, looked up by RFC 4647: `es-MX` asks for `es`, `fil` for `tl`. English leaves no center out; `ase` is American Sign Language. A language that no listing has is a 400 that names the nearest.
   */
  language?: string[];
  /**
   * Whether clients live there. Only offerings that say so match.
   */
  housing?: boolean;
  /**
   * At most this many hours a week. Only offerings whose hours are known match.
   */
  maxHoursPerWeek?: number;
  /**
   * At most this many sessions a week. Only offerings whose sessions are known match.
   */
  maxSessionsPerWeek?: number;
  /**
   * At most this many weeks. Only offerings whose length is known match.
   */
  maxWeeks?: number;
  /**
   * Slugs of organizations, so that a provider’s site lists its own centers only.
   */
  organization?: string[];
  /**
   * Keeps results to centers in these states, by postal code in any case. Use it with `near`, `cell`, `q` or `name`; `state` names one state by itself. Medicaid and state plans, and telehealth as a rule, end at the state line.
   */
  in?: ('AZ' | 'CA' | 'CO' | 'IL' | 'NV' | 'NJ' | 'OK' | 'WA')[];
  /**
   * Only offerings that admissions confirmed: `true` for any that is not stale, or a longest age in days such as `30d`.
   */
  confirmed?: true | string;
  /**
   * Leaves out offerings known to be full or closed to intake.
   */
  accepting?: true;
  /**
   * `unknown` lists the centers in doubt too, in their place among the results: those whose listing cannot say. Every result then has `certainty`, and one in doubt has `ask`.
   */
  include?: 'unknown';
  /**
   * The `next` of the answer before, as it was, with the same search. Pages never repeat or skip a center, also when listings are published between two pages.
   */
  cursor?: string;
  /**
   * How many results a page has, from 1 to 50.
   */
  limit: number;
  /**
   * What the words of `q` were read as, in their order; each word is here or in `ignored`.
   */
  understood?: Understood[];
  /**
   * Words of `q` that were not understood.
   */
  ignored?: string[];
  /**
   * Present when `q` speaks of danger to life: show the helplines first.
   */
  crisis?: true;
}
/**
 * Words of `q` and what they were read as.
 */
export interface Understood {
  /**
   * Words of `q`, as typed.
   */
  words: string;
  /**
   * The field that they ask for; null for words that join others, or say less plainly what other words say.
   */
  field: string | null;
  /**
   * The value that they ask for; null without a field.
   */
  value: string | null;
  /**
   * Present when the words say less than the value: no listing names that insurer, so it is `private`.
   */
  widened?: true;
}
/**
 * A single change to the search that finds more.
 */
export interface Alternative {
  /**
   * One field with its new value; null drops the field.
   */
  change: {
    [k: string]: string | null;
  };
  /**
   * How many centers the changed search finds, counted up to 50.
   */
  count: number;
  /**
   * Whether there are more than `count`.
   */
  more: boolean;
  /**
   * Miles to the nearest center that the change adds; null if there is no distance.
   */
  nearestMiles: number | null;
}
/**
 * A place that may be meant.
 */
export interface Candidate {
  /**
   * The place in words; `near` takes it as it is.
   */
  label: string;
  location: Point;
  /**
   * Postal code of the state.
   */
  state: string;
}
/**
 * One center for each level, in the order asked.
 */
export interface CarePath {
  /**
   * Sum of the legs before each is rounded, in miles with two decimals.
   */
  miles: number;
  /**
   * The same in kilometers with two decimals.
   */
  km: number;
  /**
   * Present if the center is known by its ZIP only: measured to the middle of the ZIP, so do not show it as exact.
   */
  approximate?: true;
  /**
   * Whom all centers of the path accept, as far as they say: one that says nothing leaves nobody out. Absent where that is everybody whom the question is about.
   */
  onlyFor?: PathPeople[];
  /**
   * One for each level, in the order asked.
   */
  legs: PathLeg[];
}
/**
 * People for whom a path is.
 */
export interface PathPeople {
  /**
   * Of any of these genders.
   */
  genders: ('women' | 'men')[];
  /**
   * In any of these bands of age.
   */
  ages: ('children' | 'adolescents' | 'young-adults' | 'adults' | 'seniors')[];
}
/**
 * One center of a path.
 */
export interface PathLeg {
  /**
   * The level of care that this center is for.
   */
  level: 'op' | 'iop' | 'php' | 'residential' | 'inpatient' | 'detox' | 'aftercare' | 'sober-living';
  center: Center;
  /**
   * Its offerings of that level that take the payer and the person. Of a center in doubt, those that may; empty if the level itself is unknown.
   */
  offerings: Offering[];
  distance: Distance1;
  /**
   * With `include=unknown`: whether the listing says that the center has the level and takes payer and person, or cannot say.
   */
  certainty?: 'listed' | 'unknown';
  /**
   * Of a center in doubt: the fields to ask it about.
   */
  ask?: (
    | 'level'
    | 'condition'
    | 'population'
    | 'age'
    | 'gender'
    | 'families'
    | 'therapy'
    | 'payer'
    | 'modality'
    | 'schedule'
    | 'language'
    | 'housing'
    | 'maxHoursPerWeek'
    | 'maxSessionsPerWeek'
    | 'maxWeeks'
    | 'organization'
    | 'in'
    | 'confirmed'
    | 'accepting'
  )[];
}
/**
 * How far it is from the origin.
 */
export interface Distance1 {
  /**
   * Great-circle distance from the origin, in miles with two decimals.
   */
  miles: number;
  /**
   * The same in kilometers with two decimals. Results are ranked by the distance in steps of a micrometer (1e-9 km), on a sphere of radius 6,371.0088 km.
   */
  km: number;
  /**
   * Present if the center is known by its ZIP only: measured to the middle of the ZIP, so do not show it as exact.
   */
  approximate?: true;
}
/**
 * One center with everything that it offers.
 */
export interface CenterAnswer {
  center: Center;
  /**
   * All its offerings, denied ones too: their state says so.
   */
  offerings: Offering[];
  dataset: Dataset;
  help: Help;
}
/**
 * A center as schema.org JSON-LD, for search engines and knowledge graphs.
 */
export interface CenterJsonLd {
  /**
   * The vocabulary of all names here.
   */
  '@context': 'https://schema.org';
  /**
   * What it is.
   */
  '@type': 'MedicalClinic';
  /**
   * The center’s address in this API.
   */
  '@id': string;
  /**
   * The center’s name.
   */
  name: string;
  /**
   * Other names that it is known by.
   */
  alternateName?: string[];
  /**
   * URL of its website.
   */
  url?: string;
  /**
   * Its numbers in E.164, an extension after ";ext=".
   */
  telephone: string[];
  /**
   * The street address.
   */
  address: {
    /**
     * What it is.
     */
    '@type': 'PostalAddress';
    /**
     * House number and street.
     */
    streetAddress: string;
    /**
     * City.
     */
    addressLocality: string;
    /**
     * Postal code of the state.
     */
    addressRegion: string;
    /**
     * Five-digit ZIP.
     */
    postalCode: string;
    /**
     * The United States.
     */
    addressCountry: 'US';
  };
  /**
   * Where it is.
   */
  geo: {
    /**
     * What it is.
     */
    '@type': 'GeoCoordinates';
    /**
     * Degrees, north positive (WGS 84).
     */
    latitude: number;
    /**
     * Degrees, east positive (WGS 84).
     */
    longitude: number;
  };
  /**
   * Who runs it.
   */
  parentOrganization: {
    /**
     * What it is.
     */
    '@type': 'MedicalOrganization';
    /**
     * The organization’s name.
     */
    name: string;
  };
  /**
   * Its offerings, except those that admissions denied.
   */
  availableService: {
    /**
     * What it is.
     */
    '@type': 'MedicalTherapy';
    /**
     * Names the offering.
     */
    '@id': string;
    /**
     * The level of care in words.
     */
    name: string;
  }[];
}
/**
 * The team’s codes.
 */
export interface CodesAnswer {
  /**
   * Comes first, and `help` second, in every answer and error if a text of the request speaks of danger to life: show the helplines before anything else. Absent otherwise.
   */
  crisis?: true;
  help?: Help1;
  /**
   * By code. Centers without one are left out.
   */
  codes: {
    /**
     * The team’s code for the center.
     */
    code: string;
    /**
     * The center’s id.
     */
    center: string;
  }[];
  dataset: Dataset;
}
/**
 * Helplines of the United States, for every answer that somebody in need may see.
 */
export interface Help1 {
  /**
   * The suicide and crisis lifeline. Show it with every list of results.
   */
  crisis: 'Call or text 988 or chat 988lifeline.org';
  /**
   * SAMHSA’s treatment referral helpline, day and night.
   */
  treatment: '1-800-662-HELP (4357)';
  /**
   * The emergency number.
   */
  emergency: '911';
  /**
   * What everybody should know about these listings.
   */
  notice: 'Confirm with admissions that a center offers the program.';
}
/**
 * Where somebody can go on from each level of a center.
 */
export interface ContinuumAnswer {
  center: Center;
  /**
   * One for each level the center offers, in the order aftercare, op, iop, php, residential, inpatient.
   */
  steps: Step[];
  dataset: Dataset;
  help: Help;
}
/**
 * What comes after, and before, one level of care.
 */
export interface Step {
  /**
   * A level of care that the center offers.
   */
  level: 'op' | 'iop' | 'php' | 'residential' | 'inpatient' | 'detox' | 'aftercare' | 'sober-living';
  /**
   * Nearest center with the next level up; null if there is none.
   */
  stepUp: StepTo | null;
  /**
   * Nearest center with the next level down; null if there is none.
   */
  stepDown: StepTo | null;
}
/**
 * The nearest center with the next level up or down; the center itself, at 0 miles, where it has it.
 */
export interface StepTo {
  /**
   * The next level of care.
   */
  level: 'op' | 'iop' | 'php' | 'residential' | 'inpatient' | 'detox' | 'aftercare' | 'sober-living';
  center: Center;
  /**
   * Its offerings of that level.
   */
  offerings: Offering[];
  distance: Distance;
}
/**
 * The corrections after the change.
 */
export interface CorrectedAnswer {
  /**
   * Comes first, and `help` second, in every answer and error if a text of the request speaks of danger to life: show the helplines before anything else. Absent otherwise.
   */
  crisis?: true;
  help?: Help2;
  /**
   * Version of the corrections: send it in quotes as `If-Match` to change it. 0 for none.
   */
  version: number;
  /**
   * A correction that is in effect.
   */
  corrections: {
    /**
     * Path in the record.
     */
    path: string;
    /**
     * The right value.
     */
    value: {
      [k: string]: unknown;
    };
    /**
     * What the listing said when the editor looked.
     */
    was?: {
      [k: string]: unknown;
    };
    /**
     * When it was set, in UTC. A later finding of an agent overrides it.
     */
    at?: string;
  }[];
  /**
   * Why it was last changed.
   */
  reason: string | null;
  /**
   * Who changed it last, by sign-in name.
   */
  by: string | null;
  /**
   * When, in UTC.
   */
  at: string | null;
  /**
   * What was published. Searches have it within five seconds.
   */
  dataset: {
    /**
     * The dataset that has it; null if another write’s publish included it.
     */
    version: string | null;
  };
}
/**
 * Helplines of the United States, for every answer that somebody in need may see.
 */
export interface Help2 {
  /**
   * The suicide and crisis lifeline. Show it with every list of results.
   */
  crisis: 'Call or text 988 or chat 988lifeline.org';
  /**
   * SAMHSA’s treatment referral helpline, day and night.
   */
  treatment: '1-800-662-HELP (4357)';
  /**
   * The emergency number.
   */
  emergency: '911';
  /**
   * What everybody should know about these listings.
   */
  notice: 'Confirm with admissions that a center offers the program.';
}
/**
 * A center before and after a correction.
 */
export interface CorrectionPreview {
  /**
   * Comes first, and `help` second, in every answer and error if a text of the request speaks of danger to life: show the helplines before anything else. Absent otherwise.
   */
  crisis?: true;
  help?: Help3;
  /**
   * Version of the corrections that the preview begins with: send it in quotes as `If-Match` to change it. 0 for none.
   */
  version: number;
  /**
   * What the public sees; null if the center is closed.
   */
  before: {
    center: Center;
    /**
     * All its offerings.
     */
    offerings: Offering[];
  } | null;
  /**
   * What the public would see; null if the center would be closed.
   */
  after: {
    center: Center;
    /**
     * All its offerings.
     */
    offerings: Offering[];
  } | null;
}
/**
 * Helplines of the United States, for every answer that somebody in need may see.
 */
export interface Help3 {
  /**
   * The suicide and crisis lifeline. Show it with every list of results.
   */
  crisis: 'Call or text 988 or chat 988lifeline.org';
  /**
   * SAMHSA’s treatment referral helpline, day and night.
   */
  treatment: '1-800-662-HELP (4357)';
  /**
   * The emergency number.
   */
  emergency: '911';
  /**
   * What everybody should know about these listings.
   */
  notice: 'Confirm with admissions that a center offers the program.';
}
/**
 * An editor’s corrections of a center.
 */
export interface CorrectionsAnswer {
  /**
   * Comes first, and `help` second, in every answer and error if a text of the request speaks of danger to life: show the helplines before anything else. Absent otherwise.
   */
  crisis?: true;
  help?: Help4;
  /**
   * Version of the corrections: send it in quotes as `If-Match` to change it. 0 for none.
   */
  version: number;
  /**
   * A correction that is in effect.
   */
  corrections: {
    /**
     * Path in the record.
     */
    path: string;
    /**
     * The right value.
     */
    value: {
      [k: string]: unknown;
    };
    /**
     * What the listing said when the editor looked.
     */
    was?: {
      [k: string]: unknown;
    };
    /**
     * When it was set, in UTC. A later finding of an agent overrides it.
     */
    at?: string;
  }[];
  /**
   * Why it was last changed.
   */
  reason: string | null;
  /**
   * Who changed it last, by sign-in name.
   */
  by: string | null;
  /**
   * When, in UTC.
   */
  at: string | null;
}
/**
 * Helplines of the United States, for every answer that somebody in need may see.
 */
export interface Help4 {
  /**
   * The suicide and crisis lifeline. Show it with every list of results.
   */
  crisis: 'Call or text 988 or chat 988lifeline.org';
  /**
   * SAMHSA’s treatment referral helpline, day and night.
   */
  treatment: '1-800-662-HELP (4357)';
  /**
   * The emergency number.
   */
  emergency: '911';
  /**
   * What everybody should know about these listings.
   */
  notice: 'Confirm with admissions that a center offers the program.';
}
/**
 * Which states are listed. Where `listed` is false, say so first: the nearest results are in another state.
 */
export interface Coverage1 {
  /**
   * Postal codes of the states that have centers in the dataset, sorted.
   */
  states: string[];
  /**
   * Where the search starts.
   */
  origin: {
    /**
     * Postal code of the state, district or territory that the origin is in, or at most 3.45 miles from; null if there is none. A cell has the state of its middle.
     */
    state: string | null;
    /**
     * Whether that state has centers in the dataset.
     */
    listed: boolean;
  };
}
/**
 * What a device downloads to search by itself.
 */
export interface DeviceDataset {
  /**
   * Version of the format of the parts. Refuse a part with a version that you do not know.
   */
  format: 1;
  /**
   * Names this set of listings; changes when any listing does.
   */
  version: string;
  /**
   * When it was published, in UTC.
   */
  publishedAt: string;
  /**
   * How many centers all parts hold.
   */
  centers: number;
  /**
   * Every part, in the order to download them: by state, then by city.
   */
  parts: DevicePartNote[];
  /**
   * ZIPs, cities and counties of the states that are served: a device needs no request to know where a typed place is.
   */
  places: {
    /**
     * About how many bytes its download takes, compressed.
     */
    bytes: number;
    /**
     * Its URL, which changes only with a deployment.
     */
    url: string;
  };
}
/**
 * A part of the listings.
 */
export interface DevicePartNote {
  /**
   * Postal code of the state of its centers.
   */
  state: 'AZ' | 'CA' | 'CO' | 'IL' | 'NV' | 'NJ' | 'OK' | 'WA';
  /**
   * Counts the parts of the state from 1.
   */
  part: number;
  /**
   * How many centers it holds.
   */
  centers: number;
  /**
   * About how many bytes its download takes, compressed: estimated from the number of centers.
   */
  bytes: number;
  /**
   * Its URL. A new URL means that a center of the part changed.
   */
  url: string;
}
/**
 * Centers of one state, in codes.
 */
export interface DevicePart {
  /**
   * What it is.
   */
  kind: 'part';
  /**
   * Version of the format of the parts. Refuse a part with a version that you do not know.
   */
  format: 1;
  /**
   * Postal code of the state of its centers.
   */
  state: 'AZ' | 'CA' | 'CO' | 'IL' | 'NV' | 'NJ' | 'OK' | 'WA';
  /**
   * The members of all centers by position: all IDs, all names and so on. Ignore columns after those that you know.
   */
  columns: unknown[][];
}
/**
 * ZIPs, cities, districts, counties and areas, for devices.
 */
export interface DevicePlaces {
  /**
   * What it is.
   */
  kind: 'places';
  /**
   * Version of the format. Refuse a version that you do not know.
   */
  format: 2;
  /**
   * Postal codes of the states, ascending.
   */
  states: string[];
  /**
   * ZIPs ascending, by column.
   */
  zips: {
    /**
     * The first ZIP as a number; then each one minus the one before.
     */
    zip: number[];
    /**
     * Ten-thousandths of a degree north of the south pole, in the same way.
     */
    lat: number[];
    /**
     * Ten-thousandths of a degree east of the date line, in the same way.
     */
    lng: number[];
    /**
     * Position of its city among all places, in the same way.
     */
    place: number[];
  };
  /**
   * Names of places, in the order of their letters. After a tab the label, where it differs; of a district what follows its name.
   */
  names: string[];
  /**
   * For each name, how many of the places have it.
   */
  counts: number[];
  /**
   * Names that alone, without a state, may mean a place in a state that the file lacks: ask which state is meant.
   */
  elsewhere: {
    /**
     * Of cities: the first position in `names`; then each one minus the one before.
     */
    city: number[];
    /**
     * Of counties, in the same way.
     */
    county: number[];
  };
  /**
   * Places in the order of the names, larger first, by column.
   */
  places: {
    /**
     * Four times the position of the state in `states`, and 0 city, 1 district, 2 county or 3 area.
     */
    kind: number[];
    /**
     * For each place without a ZIP of its own, the position of the ZIP nearest to it.
     */
    beside: number[];
    /**
     * Latitude as for ZIPs, minus that of the first ZIP of the place, or of the one beside it.
     */
    lat: number[];
    /**
     * Longitude in the same way.
     */
    lng: number[];
    /**
     * People, rounded below 100,000; 0 where unknown.
     */
    population: number[];
  };
  /**
   * Further names of the places, in the order of the places.
   */
  aliases: {
    /**
     * Further names; what people call a place ends in two tabs and n.
     */
    name: string[];
    /**
     * Position of the place: the first; then each one minus the one before.
     */
    place: number[];
  };
}
/**
 * The facts after the change.
 */
export interface FactsAnswer {
  /**
   * Comes first, and `help` second, in every answer and error if a text of the request speaks of danger to life: show the helplines before anything else. Absent otherwise.
   */
  crisis?: true;
  help?: Help5;
  /**
   * The offering’s id, or the level that was unknown.
   */
  offering: string;
  /**
   * Version of these facts: send it in quotes as `If-Match` to change it. 0 for none.
   */
  version: number;
  /**
   * All its facts that are in effect now.
   */
  facts: {
    [k: string]: RecordedFact;
  };
  /**
   * What became of each fact in the request.
   */
  acts: Act[];
  /**
   * What was published. Searches have it within five seconds.
   */
  dataset: {
    /**
     * The dataset that has it; null if another write’s publish included it.
     */
    version: string | null;
  };
}
/**
 * Helplines of the United States, for every answer that somebody in need may see.
 */
export interface Help5 {
  /**
   * The suicide and crisis lifeline. Show it with every list of results.
   */
  crisis: 'Call or text 988 or chat 988lifeline.org';
  /**
   * SAMHSA’s treatment referral helpline, day and night.
   */
  treatment: '1-800-662-HELP (4357)';
  /**
   * The emergency number.
   */
  emergency: '911';
  /**
   * What everybody should know about these listings.
   */
  notice: 'Confirm with admissions that a center offers the program.';
}
/**
 * Where it is.
 */
export interface FhirAddress {
  /**
   * The whole.
   */
  text?: string;
  /**
   * The street; absent if it is withheld.
   */
  line?: string[];
  /**
   * The city.
   */
  city?: string;
  /**
   * The postal code of the state.
   */
  state?: string;
  /**
   * The ZIP.
   */
  postalCode?: string;
  /**
   * Always `US`.
   */
  country?: string;
  [k: string]: unknown;
}
/**
 * What `$bulk-publish` lists.
 */
export interface FhirBulkManifest {
  /**
   * When the dataset was published.
   */
  transactionTime: string;
  /**
   * The URL of this manifest.
   */
  request: string;
  /**
   * The files need no token.
   */
  requiresAccessToken: false;
  /**
   * The media type of the files.
   */
  outputFormat: 'application/fhir+ndjson';
  /**
   * The files: together they are everything.
   */
  output: {
    /**
     * The type of its resources.
     */
    type: 'Location' | 'HealthcareService' | 'Organization';
    /**
     * Where the file is, for a day after its dataset was replaced.
     */
    url: string;
    /**
     * How many resources it has, where that is known.
     */
    count?: number;
    /**
     * Which part of the export it is.
     */
    extension?: {
      /**
       * Of which states.
       */
      state: string[];
    };
  }[];
  /**
   * Always empty: the export is complete, or the answer is an error.
   */
  error: {
    [k: string]: unknown;
  }[];
}
/**
 * A page of what was found, with its links. Its other members are FHIR’s.
 */
export interface FhirBundle {
  /**
   * Which of FHIR’s resources it is.
   */
  resourceType: 'Bundle';
  /**
   * Says that it is the result of a search.
   */
  type: 'searchset';
  /**
   * How many there are on all pages, where that is known.
   */
  total?: number;
  /**
   * This page and the next one.
   */
  link?: {
    /**
     * `self`, or `next` where a page follows.
     */
    relation: string;
    /**
     * Its address.
     */
    url: string;
    [k: string]: unknown;
  }[];
  /**
   * The resources; absent if there are none.
   */
  entry?: FhirBundleEntry[];
  [k: string]: unknown;
}
/**
 * One resource of a page.
 */
export interface FhirBundleEntry {
  /**
   * Its address.
   */
  fullUrl?: string;
  /**
   * The resource; an OperationOutcome reports on the search.
   */
  resource?: FhirLocation | FhirHealthcareService | FhirOrganization | FhirOperationOutcome;
  /**
   * Why it is here.
   */
  search?: {
    /**
     * Why it is here.
     */
    mode: 'match' | 'include' | 'outcome';
    /**
     * The distance, and how certain the match is.
     */
    extension?: FhirExtension[];
    [k: string]: unknown;
  };
  [k: string]: unknown;
}
/**
 * A center. Its other members are FHIR’s.
 */
export interface FhirLocation {
  /**
   * Which of FHIR’s resources it is.
   */
  resourceType: 'Location';
  /**
   * Its id.
   */
  id?: string;
  meta?: FhirMeta;
  /**
   * Facts that FHIR has no element for.
   */
  extension?: FhirExtension[];
  /**
   * What the other faces call it.
   */
  identifier?: FhirIdentifier[];
  /**
   * Always `active`.
   */
  status?: string;
  /**
   * Its name.
   */
  name?: string;
  /**
   * Other names.
   */
  alias?: string[];
  /**
   * Whom to call.
   */
  telecom?: FhirContactPoint[];
  address?: FhirAddress;
  /**
   * Its point.
   */
  position?: {
    /**
     * Degrees east.
     */
    longitude: number;
    /**
     * Degrees north.
     */
    latitude: number;
    [k: string]: unknown;
  };
  managingOrganization?: FhirReference;
  [k: string]: unknown;
}
/**
 * The dataset that it is from.
 */
export interface FhirMeta {
  /**
   * The version of the dataset.
   */
  versionId?: string;
  /**
   * When the dataset was published.
   */
  lastUpdated?: string;
  [k: string]: unknown;
}
/**
 * A fact that FHIR has no element for.
 */
export interface FhirExtension {
  /**
   * Which one: the URL of its definition.
   */
  url: string;
  [k: string]: unknown;
}
/**
 * What the other faces call it.
 */
export interface FhirIdentifier {
  /**
   * Whose identifier it is.
   */
  system?: string;
  /**
   * The identifier.
   */
  value?: string;
  [k: string]: unknown;
}
/**
 * A number or a website.
 */
export interface FhirContactPoint {
  /**
   * `phone` or `url`.
   */
  system?: string;
  /**
   * The number or address.
   */
  value?: string;
  /**
   * Always `work`.
   */
  use?: string;
  /**
   * Which to call first.
   */
  rank?: number;
  [k: string]: unknown;
}
/**
 * Who runs it.
 */
export interface FhirReference {
  /**
   * Its type and id.
   */
  reference?: string;
  /**
   * Its name.
   */
  display?: string;
  [k: string]: unknown;
}
/**
 * An offering. Its other members are FHIR’s.
 */
export interface FhirHealthcareService {
  /**
   * Which of FHIR’s resources it is.
   */
  resourceType: 'HealthcareService';
  /**
   * Its id.
   */
  id?: string;
  meta?: FhirMeta;
  /**
   * Facts that FHIR has no element for.
   */
  extension?: FhirExtension[];
  /**
   * What the other faces call it.
   */
  identifier?: FhirIdentifier[];
  /**
   * False where admissions said that it is not offered.
   */
  active?: boolean;
  providedBy?: FhirReference1;
  /**
   * Its level of care.
   */
  type?: FhirCodeableConcept[];
  /**
   * What it treats.
   */
  specialty?: FhirCodeableConcept[];
  /**
   * The center that offers it.
   */
  location?: FhirReference2[];
  /**
   * Its name.
   */
  name?: string;
  /**
   * What to do before relying on it.
   */
  comment?: string;
  /**
   * Whom to call.
   */
  telecom?: FhirContactPoint[];
  /**
   * Whom it is made for.
   */
  program?: FhirCodeableConcept[];
  /**
   * How it treats, who pays, whether in person, and when.
   */
  characteristic?: FhirCodeableConcept[];
  /**
   * Languages beside English.
   */
  communication?: FhirCodeableConcept[];
  [k: string]: unknown;
}
/**
 * Who runs it.
 */
export interface FhirReference1 {
  /**
   * Its type and id.
   */
  reference?: string;
  /**
   * Its name.
   */
  display?: string;
  [k: string]: unknown;
}
/**
 * One meaning, in the codes of one or more systems.
 */
export interface FhirCodeableConcept {
  /**
   * The codes.
   */
  coding?: FhirCoding[];
  /**
   * What it means, in words.
   */
  text?: string;
  [k: string]: unknown;
}
/**
 * A code of a system.
 */
export interface FhirCoding {
  /**
   * The URL of the system.
   */
  system?: string;
  /**
   * The version, of systems that have several.
   */
  version?: string;
  /**
   * The code.
   */
  code?: string;
  /**
   * What it means.
   */
  display?: string;
  [k: string]: unknown;
}
/**
 * Another resource.
 */
export interface FhirReference2 {
  /**
   * Its type and id.
   */
  reference?: string;
  /**
   * Its name.
   */
  display?: string;
  [k: string]: unknown;
}
/**
 * Who runs centers. Its other members are FHIR’s.
 */
export interface FhirOrganization {
  /**
   * Which of FHIR’s resources it is.
   */
  resourceType: 'Organization';
  /**
   * Its id.
   */
  id?: string;
  meta?: FhirMeta;
  /**
   * Facts that FHIR has no element for.
   */
  extension?: FhirExtension[];
  /**
   * What the other faces call it.
   */
  identifier?: FhirIdentifier[];
  /**
   * Always true.
   */
  active?: boolean;
  /**
   * What kind of organization.
   */
  type?: FhirCodeableConcept[];
  /**
   * Its name.
   */
  name?: string;
  [k: string]: unknown;
}
/**
 * An error in FHIR’s own words.
 */
export interface FhirOperationOutcome {
  /**
   * Which of FHIR’s resources it is.
   */
  resourceType: 'OperationOutcome';
  /**
   * Every fault of the request.
   */
  issue: FhirIssue[];
  [k: string]: unknown;
}
/**
 * One fault.
 */
export interface FhirIssue {
  /**
   * Whose fault it is: ours is fatal.
   */
  severity: 'fatal' | 'error' | 'warning' | 'information';
  /**
   * FHIR’s word for the kind of fault.
   */
  code: string;
  /**
   * What is wrong and what would be right.
   */
  diagnostics: string;
  [k: string]: unknown;
}
/**
 * What the FHIR face can do, in FHIR’s own words. Its other members are FHIR’s.
 */
export interface FhirCapabilityStatement {
  /**
   * Which of FHIR’s resources it is.
   */
  resourceType: 'CapabilityStatement';
  /**
   * Always 4.0.1.
   */
  fhirVersion?: string;
  [k: string]: unknown;
}
/**
 * One of our closed lists. Its other members are FHIR’s.
 */
export interface FhirCodeSystem {
  /**
   * Which of FHIR’s resources it is.
   */
  resourceType: 'CodeSystem';
  /**
   * Its URL, as codings have it.
   */
  url?: string;
  /**
   * The codes.
   */
  concept?: {
    /**
     * The code.
     */
    code: string;
    /**
     * What it means.
     */
    display?: string;
    [k: string]: unknown;
  }[];
  [k: string]: unknown;
}
/**
 * One of our extensions. Its other members are FHIR’s.
 */
export interface FhirStructureDefinition {
  /**
   * Which of FHIR’s resources it is.
   */
  resourceType: 'StructureDefinition';
  /**
   * Its URL, as resources have it.
   */
  url?: string;
  /**
   * A name that people can read.
   */
  title?: string;
  /**
   * What it says.
   */
  description?: string;
  [k: string]: unknown;
}
/**
 * A value that a field of a search takes.
 */
export interface FilterValue {
  /**
   * What the field takes.
   */
  value: string;
  /**
   * The value in words.
   */
  label: string;
  /**
   * What people type for it, in lower case.
   */
  synonyms: string[];
  /**
   * A search for the parent matches this value too; null if there is none.
   */
  parent: string | null;
  /**
   * How many centers have it. A value of 0 would find nothing: do not offer it.
   */
  centers: number;
  /**
   * The same in other code systems.
   */
  codes: {
    /**
     * Codes of SAMHSA’s National Directories, as `CATEGORY:CODE`.
     */
    samhsa: string[];
  };
}
/**
 * Whether searches are answered, and from which listings.
 */
export interface HealthAnswer {
  /**
   * A dataset can be read. When none can, the answer is a 503 problem.
   */
  status: 'ok';
  /**
   * How many centers it lists.
   */
  centers: number;
  dataset: Dataset;
}
/**
 * Everything that people recorded about a center.
 */
export interface HistoryAnswer {
  /**
   * Comes first, and `help` second, in every answer and error if a text of the request speaks of danger to life: show the helplines before anything else. Absent otherwise.
   */
  crisis?: true;
  help?: Help6;
  /**
   * What agents recorded, by the time of the key press, the latest first.
   */
  acts: Act[];
  /**
   * What editors corrected, the latest first.
   */
  corrections: {
    /**
     * Version of the corrections: send it in quotes as `If-Match` to change it. 0 for none.
     */
    version: number;
    /**
     * A correction that is in effect.
     */
    corrections: {
      /**
       * Path in the record.
       */
      path: string;
      /**
       * The right value.
       */
      value: {
        [k: string]: unknown;
      };
      /**
       * What the listing said when the editor looked.
       */
      was?: {
        [k: string]: unknown;
      };
      /**
       * When it was set, in UTC. A later finding of an agent overrides it.
       */
      at?: string;
    }[];
    /**
     * Why it was last changed.
     */
    reason: string | null;
    /**
     * Who changed it last, by sign-in name.
     */
    by: string | null;
    /**
     * When, in UTC.
     */
    at: string | null;
  }[];
  /**
   * What was confirmed from the command line, the latest first.
   */
  confirmations: {
    /**
     * The offering’s id.
     */
    offering: string;
    /**
     * What admissions said.
     */
    state: 'confirmed' | 'denied' | 'unconfirmed';
    /**
     * Who recorded it, by sign-in name.
     */
    by: string;
    /**
     * When, in UTC.
     */
    at: string;
    [k: string]: unknown;
  }[];
  /**
   * Who changed the private fields, and when, the latest first.
   */
  private: {
    /**
     * The version that it became.
     */
    version: number;
    /**
     * Who, by sign-in name; null for an import.
     */
    by: string | null;
    /**
     * When, in UTC.
     */
    at: string;
  }[];
  /**
   * True if there are older entries than `limit` shows.
   */
  more: boolean;
}
/**
 * Helplines of the United States, for every answer that somebody in need may see.
 */
export interface Help6 {
  /**
   * The suicide and crisis lifeline. Show it with every list of results.
   */
  crisis: 'Call or text 988 or chat 988lifeline.org';
  /**
   * SAMHSA’s treatment referral helpline, day and night.
   */
  treatment: '1-800-662-HELP (4357)';
  /**
   * The emergency number.
   */
  emergency: '911';
  /**
   * What everybody should know about these listings.
   */
  notice: 'Confirm with admissions that a center offers the program.';
}
/**
 * A description of the HSDS face.
 */
export interface HsdsAbout {
  /**
   * Its version.
   */
  version: string;
  /**
   * Where the standard is described.
   */
  profile: string;
  /**
   * This API as OpenAPI.
   */
  openapi_url: string;
  /**
   * What it is, in words.
   */
  description: string;
}
/**
 * An address of HSDS 3.
 */
export interface HsdsAddress {
  /**
   * A UUID, the same in every answer and export.
   */
  id: string;
  /**
   * The place.
   */
  location_id?: string;
  /**
   * Street.
   */
  address_1: string;
  /**
   * Further line.
   */
  address_2?: string;
  /**
   * City.
   */
  city: string;
  /**
   * Postal code of the state.
   */
  state_province: string;
  /**
   * ZIP.
   */
  postal_code: string;
  /**
   * Country, ISO 3166-1.
   */
  country: string;
  /**
   * What the address is for.
   */
  address_type: 'physical' | 'postal' | 'virtual';
}
/**
 * What a thing is classified by.
 */
export interface HsdsAttribute {
  /**
   * A UUID, the same in every answer and export.
   */
  id: string;
  /**
   * The id of what it describes.
   */
  link_id: string;
  /**
   * The kind of object that it describes.
   */
  link_entity: string;
  /**
   * The taxonomy that it is from.
   */
  link_type?: string;
  /**
   * The term.
   */
  taxonomy_term_id?: string;
  taxonomy_term?: HsdsTaxonomyTerm;
  /**
   * The value.
   */
  value?: string;
  /**
   * The field of the value.
   */
  label?: string;
}
/**
 * The term itself.
 */
export interface HsdsTaxonomyTerm {
  /**
   * A UUID, the same in every answer and export.
   */
  id: string;
  /**
   * Its code: a value of the search, or of a language BCP 47.
   */
  code?: string;
  /**
   * What it is called.
   */
  name: string;
  /**
   * What it is, in words.
   */
  description: string;
  /**
   * The term above it.
   */
  parent_id?: string;
  /**
   * Name of its taxonomy.
   */
  taxonomy?: string;
  /**
   * Id of its taxonomy.
   */
  taxonomy_id?: string;
  /**
   * Language of the words.
   */
  language?: string;
  /**
   * Its URL.
   */
  term_uri?: string;
}
/**
 * A language that a service is given in.
 */
export interface HsdsLanguage {
  /**
   * A UUID, the same in every answer and export.
   */
  id: string;
  /**
   * The service.
   */
  service_id?: string;
  /**
   * What it is called.
   */
  name?: string;
  /**
   * Its code: a value of the search, or of a language BCP 47.
   */
  code?: string;
}
/**
 * A service as lists show it.
 */
export interface HsdsListedService {
  /**
   * A UUID, the same in every answer and export.
   */
  id: string;
  /**
   * Who runs it.
   */
  organization_id: string;
  /**
   * What it is called.
   */
  name: string;
  /**
   * What it is, in words.
   */
  description?: string;
  /**
   * The center’s website.
   */
  url?: string;
  /**
   * `inactive` if admissions said that it is not offered.
   */
  status: 'active' | 'inactive' | 'defunct' | 'temporarily closed';
  /**
   * When admissions confirmed it.
   */
  assured_date?: string;
  /**
   * The only people who are served, if it is limited to some.
   */
  eligibility_description?: string;
  /**
   * No later change: when the listings were published.
   */
  last_modified?: string;
  organization?: HsdsPlainOrganization;
  /**
   * With `include=unknown`: whether the listing says that it matches, or cannot say.
   */
  certainty?: 'listed' | 'unknown';
  /**
   * Of what is in doubt: the fields to ask the center about.
   */
  ask?: (
    | 'level'
    | 'condition'
    | 'population'
    | 'age'
    | 'gender'
    | 'families'
    | 'therapy'
    | 'payer'
    | 'modality'
    | 'schedule'
    | 'language'
    | 'housing'
    | 'maxHoursPerWeek'
    | 'maxSessionsPerWeek'
    | 'maxWeeks'
    | 'organization'
    | 'in'
    | 'confirmed'
    | 'accepting'
  )[];
}
/**
 * Who runs it.
 */
export interface HsdsPlainOrganization {
  /**
   * A UUID, the same in every answer and export.
   */
  id: string;
  /**
   * What it is called.
   */
  name: string;
  /**
   * What it is, in words.
   */
  description: string;
  /**
   * What it is called elsewhere.
   */
  organization_identifiers?: HsdsOrganizationIdentifier[];
}
/**
 * What an organization is called elsewhere.
 */
export interface HsdsOrganizationIdentifier {
  /**
   * A UUID, the same in every answer and export.
   */
  id: string;
  /**
   * Whose identifier it is.
   */
  identifier_scheme?: string;
  /**
   * What kind of identifier it is.
   */
  identifier_type: string;
  /**
   * The identifier: what `organization` takes in a search.
   */
  identifier: string;
}
/**
 * A service at its place, as lists show it.
 */
export interface HsdsListedServiceAtLocation {
  /**
   * A UUID, the same in every answer and export.
   */
  id: string;
  /**
   * The service.
   */
  service_id: string;
  /**
   * The place.
   */
  location_id: string;
  location: HsdsPlainLocation;
  service: HsdsPlainService;
  /**
   * With `include=unknown`: whether the listing says that it matches, or cannot say.
   */
  certainty?: 'listed' | 'unknown';
  /**
   * Of what is in doubt: the fields to ask the center about.
   */
  ask?: (
    | 'level'
    | 'condition'
    | 'population'
    | 'age'
    | 'gender'
    | 'families'
    | 'therapy'
    | 'payer'
    | 'modality'
    | 'schedule'
    | 'language'
    | 'housing'
    | 'maxHoursPerWeek'
    | 'maxSessionsPerWeek'
    | 'maxWeeks'
    | 'organization'
    | 'in'
    | 'confirmed'
    | 'accepting'
  )[];
}
/**
 * The place.
 */
export interface HsdsPlainLocation {
  /**
   * A UUID, the same in every answer and export.
   */
  id: string;
  /**
   * What kind of place it is.
   */
  location_type: 'physical' | 'postal' | 'virtual';
  /**
   * Who runs it.
   */
  organization_id?: string;
  /**
   * What it is called.
   */
  name?: string;
  /**
   * Another name.
   */
  alternate_name?: string;
  /**
   * In degrees.
   */
  latitude?: number;
  /**
   * In degrees.
   */
  longitude?: number;
  /**
   * The center’s id in the other faces.
   */
  external_identifier?: string;
  /**
   * Whose identifier it is.
   */
  external_identifier_type?: string;
}
/**
 * The service.
 */
export interface HsdsPlainService {
  /**
   * A UUID, the same in every answer and export.
   */
  id: string;
  /**
   * Who runs it.
   */
  organization_id: string;
  /**
   * What it is called.
   */
  name: string;
  /**
   * What it is, in words.
   */
  description?: string;
  /**
   * The center’s website.
   */
  url?: string;
  /**
   * `inactive` if admissions said that it is not offered.
   */
  status: 'active' | 'inactive' | 'defunct' | 'temporarily closed';
  /**
   * When admissions confirmed it.
   */
  assured_date?: string;
  /**
   * The only people who are served, if it is limited to some.
   */
  eligibility_description?: string;
  /**
   * No later change: when the listings were published.
   */
  last_modified?: string;
}
/**
 * A center as a location of HSDS 3.
 */
export interface HsdsLocation {
  /**
   * A UUID, the same in every answer and export.
   */
  id: string;
  /**
   * What kind of place it is.
   */
  location_type: 'physical' | 'postal' | 'virtual';
  /**
   * Who runs it.
   */
  organization_id?: string;
  /**
   * What it is called.
   */
  name?: string;
  /**
   * Another name.
   */
  alternate_name?: string;
  /**
   * In degrees.
   */
  latitude?: number;
  /**
   * In degrees.
   */
  longitude?: number;
  /**
   * The center’s id in the other faces.
   */
  external_identifier?: string;
  /**
   * Whose identifier it is.
   */
  external_identifier_type?: string;
  /**
   * Where it is.
   */
  addresses?: HsdsAddress[];
  /**
   * Numbers; the description says who answers.
   */
  phones?: HsdsPhone[];
  /**
   * Terms that it is classified by.
   */
  attributes?: HsdsAttribute[];
}
/**
 * A number and who answers it.
 */
export interface HsdsPhone {
  /**
   * A UUID, the same in every answer and export.
   */
  id: string;
  /**
   * The place.
   */
  location_id?: string;
  /**
   * A number of the United States.
   */
  number: string;
  /**
   * Extension to dial.
   */
  extension?: number;
  /**
   * The kind of line.
   */
  type?: 'text' | 'voice' | 'fax' | 'cell' | 'video' | 'pager' | 'textphone';
  /**
   * What it is, in words.
   */
  description?: string;
}
/**
 * A service in the shortest form: its id and when it changed.
 */
export interface HsdsMinimalService {
  /**
   * A UUID, the same in every answer and export.
   */
  id: string;
  /**
   * No later change: when the listings were published.
   */
  modified_date: string;
}
/**
 * Who runs centers, with all of them.
 */
export interface HsdsOrganization {
  /**
   * A UUID, the same in every answer and export.
   */
  id: string;
  /**
   * What it is called.
   */
  name: string;
  /**
   * What it is, in words.
   */
  description: string;
  /**
   * What it is called elsewhere.
   */
  organization_identifiers?: HsdsOrganizationIdentifier[];
  /**
   * Its centers.
   */
  locations: HsdsLocation[];
  /**
   * What it offers.
   */
  services: HsdsWholeService[];
}
/**
 * An offering as a service of HSDS 3.
 */
export interface HsdsWholeService {
  /**
   * A UUID, the same in every answer and export.
   */
  id: string;
  /**
   * Who runs it.
   */
  organization_id: string;
  /**
   * What it is called.
   */
  name: string;
  /**
   * What it is, in words.
   */
  description?: string;
  /**
   * The center’s website.
   */
  url?: string;
  /**
   * `inactive` if admissions said that it is not offered.
   */
  status: 'active' | 'inactive' | 'defunct' | 'temporarily closed';
  /**
   * When admissions confirmed it.
   */
  assured_date?: string;
  /**
   * The only people who are served, if it is limited to some.
   */
  eligibility_description?: string;
  /**
   * No later change: when the listings were published.
   */
  last_modified?: string;
  organization?: HsdsPlainOrganization1;
  /**
   * Languages other than English.
   */
  languages?: HsdsLanguage[];
  /**
   * Terms that it is classified by.
   */
  attributes?: HsdsAttribute[];
  /**
   * Where it is offered.
   */
  service_at_locations?: HsdsPlaceOfService[];
  /**
   * With `include=unknown`: whether the listing says that it matches, or cannot say.
   */
  certainty?: 'listed' | 'unknown';
  /**
   * Of what is in doubt: the fields to ask the center about.
   */
  ask?: (
    | 'level'
    | 'condition'
    | 'population'
    | 'age'
    | 'gender'
    | 'families'
    | 'therapy'
    | 'payer'
    | 'modality'
    | 'schedule'
    | 'language'
    | 'housing'
    | 'maxHoursPerWeek'
    | 'maxSessionsPerWeek'
    | 'maxWeeks'
    | 'organization'
    | 'in'
    | 'confirmed'
    | 'accepting'
  )[];
}
/**
 * Who runs it.
 */
export interface HsdsPlainOrganization1 {
  /**
   * A UUID, the same in every answer and export.
   */
  id: string;
  /**
   * What it is called.
   */
  name: string;
  /**
   * What it is, in words.
   */
  description: string;
  /**
   * What it is called elsewhere.
   */
  organization_identifiers?: HsdsOrganizationIdentifier[];
}
/**
 * Where a service is offered.
 */
export interface HsdsPlaceOfService {
  /**
   * A UUID, the same in every answer and export.
   */
  id: string;
  /**
   * The service.
   */
  service_id: string;
  /**
   * The place.
   */
  location_id: string;
  location?: HsdsLocation1;
}
/**
 * A center as a location of HSDS 3.
 */
export interface HsdsLocation1 {
  /**
   * A UUID, the same in every answer and export.
   */
  id: string;
  /**
   * What kind of place it is.
   */
  location_type: 'physical' | 'postal' | 'virtual';
  /**
   * Who runs it.
   */
  organization_id?: string;
  /**
   * What it is called.
   */
  name?: string;
  /**
   * Another name.
   */
  alternate_name?: string;
  /**
   * In degrees.
   */
  latitude?: number;
  /**
   * In degrees.
   */
  longitude?: number;
  /**
   * The center’s id in the other faces.
   */
  external_identifier?: string;
  /**
   * Whose identifier it is.
   */
  external_identifier_type?: string;
  /**
   * Where it is.
   */
  addresses?: HsdsAddress[];
  /**
   * Numbers; the description says who answers.
   */
  phones?: HsdsPhone[];
  /**
   * Terms that it is classified by.
   */
  attributes?: HsdsAttribute[];
}
/**
 * A page in the envelope of HSDS, with true totals.
 */
export interface HsdsOrganizationPage {
  /**
   * Comes first if a text of the request speaks of danger to life.
   */
  crisis?: true;
  help?: Help7;
  /**
   * Says that the ZIP is outside of the listed states; absent otherwise.
   */
  notice?: string;
  /**
   * How many there are on all pages.
   */
  total_items: number;
  /**
   * How many pages there are.
   */
  total_pages: number;
  /**
   * Which page this is, from 1.
   */
  page_number: number;
  /**
   * How many are on this page.
   */
  size: number;
  /**
   * Whether it is the first.
   */
  first_page: boolean;
  /**
   * Whether none follows.
   */
  last_page: boolean;
  /**
   * Whether there is nothing on it.
   */
  empty: boolean;
  /**
   * What is on the page.
   */
  contents: (HsdsPlainOrganization2 | HsdsOrganization)[];
}
/**
 * Helplines of the United States, for every answer that somebody in need may see.
 */
export interface Help7 {
  /**
   * The suicide and crisis lifeline. Show it with every list of results.
   */
  crisis: 'Call or text 988 or chat 988lifeline.org';
  /**
   * SAMHSA’s treatment referral helpline, day and night.
   */
  treatment: '1-800-662-HELP (4357)';
  /**
   * The emergency number.
   */
  emergency: '911';
  /**
   * What everybody should know about these listings.
   */
  notice: 'Confirm with admissions that a center offers the program.';
}
/**
 * Who runs centers, briefly.
 */
export interface HsdsPlainOrganization2 {
  /**
   * A UUID, the same in every answer and export.
   */
  id: string;
  /**
   * What it is called.
   */
  name: string;
  /**
   * What it is, in words.
   */
  description: string;
  /**
   * What it is called elsewhere.
   */
  organization_identifiers?: HsdsOrganizationIdentifier[];
}
/**
 * A center as a location, briefly.
 */
export interface HsdsPlainLocation1 {
  /**
   * A UUID, the same in every answer and export.
   */
  id: string;
  /**
   * What kind of place it is.
   */
  location_type: 'physical' | 'postal' | 'virtual';
  /**
   * Who runs it.
   */
  organization_id?: string;
  /**
   * What it is called.
   */
  name?: string;
  /**
   * Another name.
   */
  alternate_name?: string;
  /**
   * In degrees.
   */
  latitude?: number;
  /**
   * In degrees.
   */
  longitude?: number;
  /**
   * The center’s id in the other faces.
   */
  external_identifier?: string;
  /**
   * Whose identifier it is.
   */
  external_identifier_type?: string;
}
/**
 * An offering as a service, briefly.
 */
export interface HsdsPlainService1 {
  /**
   * A UUID, the same in every answer and export.
   */
  id: string;
  /**
   * Who runs it.
   */
  organization_id: string;
  /**
   * What it is called.
   */
  name: string;
  /**
   * What it is, in words.
   */
  description?: string;
  /**
   * The center’s website.
   */
  url?: string;
  /**
   * `inactive` if admissions said that it is not offered.
   */
  status: 'active' | 'inactive' | 'defunct' | 'temporarily closed';
  /**
   * When admissions confirmed it.
   */
  assured_date?: string;
  /**
   * The only people who are served, if it is limited to some.
   */
  eligibility_description?: string;
  /**
   * No later change: when the listings were published.
   */
  last_modified?: string;
}
/**
 * A service of HSDS 3 at its place.
 */
export interface HsdsServiceAtLocation {
  /**
   * A UUID, the same in every answer and export.
   */
  id: string;
  /**
   * The service.
   */
  service_id: string;
  /**
   * The place.
   */
  location_id: string;
  location: HsdsLocation2;
  service: HsdsWholeService1;
  /**
   * With `include=unknown`: whether the listing says that it matches, or cannot say.
   */
  certainty?: 'listed' | 'unknown';
  /**
   * Of what is in doubt: the fields to ask the center about.
   */
  ask?: (
    | 'level'
    | 'condition'
    | 'population'
    | 'age'
    | 'gender'
    | 'families'
    | 'therapy'
    | 'payer'
    | 'modality'
    | 'schedule'
    | 'language'
    | 'housing'
    | 'maxHoursPerWeek'
    | 'maxSessionsPerWeek'
    | 'maxWeeks'
    | 'organization'
    | 'in'
    | 'confirmed'
    | 'accepting'
  )[];
}
/**
 * A center as a location of HSDS 3.
 */
export interface HsdsLocation2 {
  /**
   * A UUID, the same in every answer and export.
   */
  id: string;
  /**
   * What kind of place it is.
   */
  location_type: 'physical' | 'postal' | 'virtual';
  /**
   * Who runs it.
   */
  organization_id?: string;
  /**
   * What it is called.
   */
  name?: string;
  /**
   * Another name.
   */
  alternate_name?: string;
  /**
   * In degrees.
   */
  latitude?: number;
  /**
   * In degrees.
   */
  longitude?: number;
  /**
   * The center’s id in the other faces.
   */
  external_identifier?: string;
  /**
   * Whose identifier it is.
   */
  external_identifier_type?: string;
  /**
   * Where it is.
   */
  addresses?: HsdsAddress[];
  /**
   * Numbers; the description says who answers.
   */
  phones?: HsdsPhone[];
  /**
   * Terms that it is classified by.
   */
  attributes?: HsdsAttribute[];
}
/**
 * An offering as a service of HSDS 3.
 */
export interface HsdsWholeService1 {
  /**
   * A UUID, the same in every answer and export.
   */
  id: string;
  /**
   * Who runs it.
   */
  organization_id: string;
  /**
   * What it is called.
   */
  name: string;
  /**
   * What it is, in words.
   */
  description?: string;
  /**
   * The center’s website.
   */
  url?: string;
  /**
   * `inactive` if admissions said that it is not offered.
   */
  status: 'active' | 'inactive' | 'defunct' | 'temporarily closed';
  /**
   * When admissions confirmed it.
   */
  assured_date?: string;
  /**
   * The only people who are served, if it is limited to some.
   */
  eligibility_description?: string;
  /**
   * No later change: when the listings were published.
   */
  last_modified?: string;
  organization?: HsdsPlainOrganization1;
  /**
   * Languages other than English.
   */
  languages?: HsdsLanguage[];
  /**
   * Terms that it is classified by.
   */
  attributes?: HsdsAttribute[];
  /**
   * Where it is offered.
   */
  service_at_locations?: HsdsPlaceOfService[];
  /**
   * With `include=unknown`: whether the listing says that it matches, or cannot say.
   */
  certainty?: 'listed' | 'unknown';
  /**
   * Of what is in doubt: the fields to ask the center about.
   */
  ask?: (
    | 'level'
    | 'condition'
    | 'population'
    | 'age'
    | 'gender'
    | 'families'
    | 'therapy'
    | 'payer'
    | 'modality'
    | 'schedule'
    | 'language'
    | 'housing'
    | 'maxHoursPerWeek'
    | 'maxSessionsPerWeek'
    | 'maxWeeks'
    | 'organization'
    | 'in'
    | 'confirmed'
    | 'accepting'
  )[];
}
/**
 * A page in the envelope of HSDS, with true totals.
 */
export interface HsdsServiceAtLocationPage {
  /**
   * Comes first if a text of the request speaks of danger to life.
   */
  crisis?: true;
  help?: Help8;
  /**
   * Says that the ZIP is outside of the listed states; absent otherwise.
   */
  notice?: string;
  /**
   * How many there are on all pages.
   */
  total_items: number;
  /**
   * How many pages there are.
   */
  total_pages: number;
  /**
   * Which page this is, from 1.
   */
  page_number: number;
  /**
   * How many are on this page.
   */
  size: number;
  /**
   * Whether it is the first.
   */
  first_page: boolean;
  /**
   * Whether none follows.
   */
  last_page: boolean;
  /**
   * Whether there is nothing on it.
   */
  empty: boolean;
  /**
   * What is on the page.
   */
  contents: (HsdsListedServiceAtLocation | HsdsServiceAtLocation)[];
}
/**
 * Helplines of the United States, for every answer that somebody in need may see.
 */
export interface Help8 {
  /**
   * The suicide and crisis lifeline. Show it with every list of results.
   */
  crisis: 'Call or text 988 or chat 988lifeline.org';
  /**
   * SAMHSA’s treatment referral helpline, day and night.
   */
  treatment: '1-800-662-HELP (4357)';
  /**
   * The emergency number.
   */
  emergency: '911';
  /**
   * What everybody should know about these listings.
   */
  notice: 'Confirm with admissions that a center offers the program.';
}
/**
 * A page in the envelope of HSDS, with true totals.
 */
export interface HsdsServicePage {
  /**
   * Comes first if a text of the request speaks of danger to life.
   */
  crisis?: true;
  help?: Help9;
  /**
   * Says that the ZIP is outside of the listed states; absent otherwise.
   */
  notice?: string;
  /**
   * How many there are on all pages.
   */
  total_items: number;
  /**
   * How many pages there are.
   */
  total_pages: number;
  /**
   * Which page this is, from 1.
   */
  page_number: number;
  /**
   * How many are on this page.
   */
  size: number;
  /**
   * Whether it is the first.
   */
  first_page: boolean;
  /**
   * Whether none follows.
   */
  last_page: boolean;
  /**
   * Whether there is nothing on it.
   */
  empty: boolean;
  /**
   * What is on the page.
   */
  contents: (HsdsListedService | HsdsWholeService | HsdsMinimalService)[];
}
/**
 * Helplines of the United States, for every answer that somebody in need may see.
 */
export interface Help9 {
  /**
   * The suicide and crisis lifeline. Show it with every list of results.
   */
  crisis: 'Call or text 988 or chat 988lifeline.org';
  /**
   * SAMHSA’s treatment referral helpline, day and night.
   */
  treatment: '1-800-662-HELP (4357)';
  /**
   * The emergency number.
   */
  emergency: '911';
  /**
   * What everybody should know about these listings.
   */
  notice: 'Confirm with admissions that a center offers the program.';
}
/**
 * A taxonomy of HSDS 3.
 */
export interface HsdsTaxonomy {
  /**
   * A UUID, the same in every answer and export.
   */
  id: string;
  /**
   * What it is called.
   */
  name: string;
  /**
   * What it is, in words.
   */
  description: string;
  /**
   * Its URL.
   */
  uri?: string;
  /**
   * Its version.
   */
  version?: string;
}
/**
 * A page in the envelope of HSDS, with true totals.
 */
export interface HsdsTaxonomyPage {
  /**
   * Comes first if a text of the request speaks of danger to life.
   */
  crisis?: true;
  help?: Help10;
  /**
   * Says that the ZIP is outside of the listed states; absent otherwise.
   */
  notice?: string;
  /**
   * How many there are on all pages.
   */
  total_items: number;
  /**
   * How many pages there are.
   */
  total_pages: number;
  /**
   * Which page this is, from 1.
   */
  page_number: number;
  /**
   * How many are on this page.
   */
  size: number;
  /**
   * Whether it is the first.
   */
  first_page: boolean;
  /**
   * Whether none follows.
   */
  last_page: boolean;
  /**
   * Whether there is nothing on it.
   */
  empty: boolean;
  /**
   * What is on the page.
   */
  contents: HsdsTaxonomy[];
}
/**
 * Helplines of the United States, for every answer that somebody in need may see.
 */
export interface Help10 {
  /**
   * The suicide and crisis lifeline. Show it with every list of results.
   */
  crisis: 'Call or text 988 or chat 988lifeline.org';
  /**
   * SAMHSA’s treatment referral helpline, day and night.
   */
  treatment: '1-800-662-HELP (4357)';
  /**
   * The emergency number.
   */
  emergency: '911';
  /**
   * What everybody should know about these listings.
   */
  notice: 'Confirm with admissions that a center offers the program.';
}
/**
 * A term of a taxonomy of HSDS 3.
 */
export interface HsdsTaxonomyTerm1 {
  /**
   * A UUID, the same in every answer and export.
   */
  id: string;
  /**
   * Its code: a value of the search, or of a language BCP 47.
   */
  code?: string;
  /**
   * What it is called.
   */
  name: string;
  /**
   * What it is, in words.
   */
  description: string;
  /**
   * The term above it.
   */
  parent_id?: string;
  /**
   * Name of its taxonomy.
   */
  taxonomy?: string;
  /**
   * Id of its taxonomy.
   */
  taxonomy_id?: string;
  /**
   * Language of the words.
   */
  language?: string;
  /**
   * Its URL.
   */
  term_uri?: string;
}
/**
 * A page in the envelope of HSDS, with true totals.
 */
export interface HsdsTaxonomyTermPage {
  /**
   * Comes first if a text of the request speaks of danger to life.
   */
  crisis?: true;
  help?: Help11;
  /**
   * Says that the ZIP is outside of the listed states; absent otherwise.
   */
  notice?: string;
  /**
   * How many there are on all pages.
   */
  total_items: number;
  /**
   * How many pages there are.
   */
  total_pages: number;
  /**
   * Which page this is, from 1.
   */
  page_number: number;
  /**
   * How many are on this page.
   */
  size: number;
  /**
   * Whether it is the first.
   */
  first_page: boolean;
  /**
   * Whether none follows.
   */
  last_page: boolean;
  /**
   * Whether there is nothing on it.
   */
  empty: boolean;
  /**
   * What is on the page.
   */
  contents: HsdsTaxonomyTerm1[];
}
/**
 * Helplines of the United States, for every answer that somebody in need may see.
 */
export interface Help11 {
  /**
   * The suicide and crisis lifeline. Show it with every list of results.
   */
  crisis: 'Call or text 988 or chat 988lifeline.org';
  /**
   * SAMHSA’s treatment referral helpline, day and night.
   */
  treatment: '1-800-662-HELP (4357)';
  /**
   * The emergency number.
   */
  emergency: '911';
  /**
   * What everybody should know about these listings.
   */
  notice: 'Confirm with admissions that a center offers the program.';
}
/**
 * A level of care that `level` takes.
 */
export interface LevelValue {
  /**
   * What the field takes.
   */
  value: string;
  /**
   * The value in words.
   */
  label: string;
  /**
   * What people type for it, in lower case.
   */
  synonyms: string[];
  /**
   * A search for the parent matches this value too; null if there is none.
   */
  parent: string | null;
  /**
   * How many centers have it. A value of 0 would find nothing: do not offer it.
   */
  centers: number;
  /**
   * Place in the continuum, the next higher number a step up; null outside it.
   */
  order: number | null;
  /**
   * The same in other code systems.
   */
  codes: {
    /**
     * Codes of SAMHSA’s National Directories, as `CATEGORY:CODE`.
     */
    samhsa: string[];
    /**
     * Codes of the ASAM criteria, by edition.
     */
    asam: AsamCode[];
    /**
     * HCPCS billing codes.
     */
    hcpcs: string[];
    /**
     * Revenue codes of institutional claims.
     */
    revenue: string[];
  };
}
/**
 * An answer of JSON-RPC 2.0: either a result or an error.
 */
export interface McpAnswer {
  /**
   * The version of JSON-RPC.
   */
  jsonrpc: '2.0';
  /**
   * The request’s id; null if it could not be read.
   */
  id?: (string | number) | null;
  result?: McpResult;
  /**
   * Why there is no result.
   */
  error?: {
    /**
     * JSON-RPC’s or the protocol’s number of the error.
     */
    code: number;
    /**
     * What is wrong.
     */
    message: string;
    [k: string]: unknown;
  };
  [k: string]: unknown;
}
/**
 * The result of the method.
 */
export interface McpResult {
  /**
   * For a tool call: its answer in words.
   */
  content?: McpContent[];
  /**
   * For a tool call: its facts, in the tool’s `outputSchema`.
   */
  structuredContent?: {
    [k: string]: unknown;
  };
  /**
   * For a tool call: true if an argument is wrong.
   */
  isError?: boolean;
  /**
   * Of `tools/list`: the tools.
   */
  tools?: McpTool[];
  [k: string]: unknown;
}
/**
 * A part of what a tool says.
 */
export interface McpContent {
  /**
   * Its kind; tools here give `text`.
   */
  type: string;
  /**
   * The answer in words.
   */
  text?: string;
  [k: string]: unknown;
}
/**
 * A tool.
 */
export interface McpTool {
  /**
   * Its name.
   */
  name: string;
  /**
   * A name that people can read.
   */
  title?: string;
  /**
   * What it does and when to use it.
   */
  description?: string;
  /**
   * The JSON Schema of its arguments.
   */
  inputSchema: {
    [k: string]: unknown;
  };
  /**
   * The JSON Schema of its facts.
   */
  outputSchema?: {
    [k: string]: unknown;
  };
  [k: string]: unknown;
}
/**
 * The result of a method. Its other members are the protocol’s.
 */
export interface McpResult1 {
  /**
   * For a tool call: its answer in words.
   */
  content?: McpContent[];
  /**
   * For a tool call: its facts, in the tool’s `outputSchema`.
   */
  structuredContent?: {
    [k: string]: unknown;
  };
  /**
   * For a tool call: true if an argument is wrong.
   */
  isError?: boolean;
  /**
   * Of `tools/list`: the tools.
   */
  tools?: McpTool[];
  [k: string]: unknown;
}
/**
 * A single change to the question that gives a shorter path.
 */
export interface PathAlternative {
  /**
   * One field with its new value; null drops the field. With `include` the path has centers to ask first.
   */
  change: {
    [k: string]: 'unknown' | null;
  };
  /**
   * Length of the shortest path after the change, in miles with two decimals.
   */
  miles: number;
}
/**
 * The shortest ways through one center of each level of care.
 */
export interface PathsAnswer {
  /**
   * Comes first, and `help` second, in every answer and error if a text of the request speaks of danger to life: show the helplines before anything else. Absent otherwise.
   */
  crisis?: true;
  origin: Origin;
  coverage: Coverage1;
  query: PathsEcho;
  /**
   * Shortest first, paths of equal length by the ids of their centers; no two are the same. Empty if some level has no center that fits.
   */
  paths: CarePath[];
  /**
   * What asking centers in doubt, another payer, or leaving out `population` would save. Left out where nothing is saved, or too much would have to be read to know.
   */
  alternatives: PathAlternative[];
  dataset: Dataset;
  help: Help;
}
/**
 * The question as it was understood.
 */
export interface PathsEcho {
  /**
   * Where the person is: a five-digit ZIP (`85004`), a place (`Phoenix, AZ`), a point as latitude,longitude in degrees, or `me` for the network’s own city-level guess.
   */
  near: string;
  /**
   * The levels of care in the order that the person goes through them: 2 to 6, each once.
   */
  levels: ('op' | 'iop' | 'php' | 'residential' | 'inpatient' | 'detox' | 'aftercare' | 'sober-living')[];
  /**
   * One payer that every center of a path takes at its level: a kind such as `medicaid`, or the slug of a named insurer. Left out, any.
   *
   * @minItems 1
   * @maxItems 1
   */
  payer?: [string];
  /**
   * Who goes: years such as `16`, or bands (`adolescents` 13 to 17). Every center of a path must say that it accepts the age, and of several all must accept the same one. An age that nobody states is unknown, never no: `include=unknown` takes such centers. Left out, all centers of a path accept some age together, as far as they say.
   */
  age?: (('children' | 'adolescents' | 'young-adults' | 'adults' | 'seniors') | number | string)[];
  /**
   * Who goes: `women` or `men`. Every center of a path must say that it accepts them. Left out, all centers of a path accept women or all accept men, as far as they say.
   */
  gender?: ('women' | 'men')[];
  /**
   * Whom every program of a path is made for; several values mean any of them. `age` and `gender` ask who is accepted.
   */
  population?: (
    | 'women'
    | 'men'
    | 'pregnant'
    | 'lgbtq'
    | 'veterans'
    | 'military'
    | 'military-families'
    | 'seniors'
    | 'young-adults'
    | 'adolescents'
    | 'children'
    | 'justice-involved'
    | 'domestic-violence'
    | 'sexual-abuse'
    | 'hiv'
    | 'native-american'
  )[];
  /**
   * `unknown` also takes centers whose listing cannot say whether they have the level, take the payer or accept the person. Every leg then has `certainty`, and one in doubt has `ask`.
   */
  include?: 'unknown';
  /**
   * How many paths at most, from 1 to 10.
   */
  limit: number;
}
/**
 * A ZIP, a city, a district, a county or an area.
 */
export interface Place {
  /**
   * The place in words; `near` takes it as it is.
   */
  label: string;
  /**
   * What it is.
   */
  kind: 'zip' | 'city' | 'district' | 'county' | 'area';
  location: Point;
  /**
   * Postal code of the state; any state, served or not.
   */
  state: string;
}
/**
 * What the beginning of a word may mean.
 */
export interface PlacesAnswer {
  /**
   * Comes first, and `help` second, in every answer and error if a text of the request speaks of danger to life: show the helplines before anything else. Absent otherwise.
   */
  crisis?: true;
  help?: Help12;
  /**
   * The likeliest first: by population, with more weight for places in states that have centers.
   */
  places: Place[];
}
/**
 * Helplines of the United States, for every answer that somebody in need may see.
 */
export interface Help12 {
  /**
   * The suicide and crisis lifeline. Show it with every list of results.
   */
  crisis: 'Call or text 988 or chat 988lifeline.org';
  /**
   * SAMHSA’s treatment referral helpline, day and night.
   */
  treatment: '1-800-662-HELP (4357)';
  /**
   * The emergency number.
   */
  emergency: '911';
  /**
   * What everybody should know about these listings.
   */
  notice: 'Confirm with admissions that a center offers the program.';
}
/**
 * The private fields after the change.
 */
export interface PrivateAnswer {
  /**
   * Version of the private fields: send it in quotes as `If-Match` to change it. 0 for none.
   */
  version: number;
  /**
   * The team’s code for the center.
   */
  facilityCode: string | null;
  /**
   * A number that reaches the intake desk directly.
   */
  directIntakeLine: {
    /**
     * E.164.
     */
    number: string;
    /**
     * Digits to dial once connected; null for none.
     */
    extension: string | null;
  } | null;
  /**
   * How to hand a call over.
   */
  warmTransferNote: string | null;
  /**
   * Notes about the center.
   */
  internalNotes: string | null;
  /**
   * Who wrote them; null if an import brought them.
   */
  by: string | null;
  /**
   * When, in UTC.
   */
  at: string | null;
  /**
   * Comes first, and `help` second, in every answer and error if a text of the request speaks of danger to life: show the helplines before anything else. Absent otherwise.
   */
  crisis?: true;
  help?: Help13;
}
/**
 * Helplines of the United States, for every answer that somebody in need may see.
 */
export interface Help13 {
  /**
   * The suicide and crisis lifeline. Show it with every list of results.
   */
  crisis: 'Call or text 988 or chat 988lifeline.org';
  /**
   * SAMHSA’s treatment referral helpline, day and night.
   */
  treatment: '1-800-662-HELP (4357)';
  /**
   * The emergency number.
   */
  emergency: '911';
  /**
   * What everybody should know about these listings.
   */
  notice: 'Confirm with admissions that a center offers the program.';
}
/**
 * An error, as problem details (RFC 9457). It never holds internal details.
 */
export interface Problem {
  /**
   * Comes first, and `help` second, in every answer and error if a text of the request speaks of danger to life: show the helplines before anything else. Absent otherwise.
   */
  crisis?: true;
  help?: Help14;
  /**
   * The kind of problem, as the URL of a page that explains it.
   */
  type: string;
  /**
   * The kind of problem in words, the same each time.
   */
  title: string;
  /**
   * The HTTP status, repeated.
   */
  status?: number;
  /**
   * What happened this time, and what to do.
   */
  detail: string;
  /**
   * For bad input: every fault, all at once.
   */
  errors?: Fault[];
  /**
   * If `near` names no place, or several: the places that may be meant, largest first.
   */
  candidates?: Candidate[];
  /**
   * If a whole state was named, in `near` or beside `within` in `q`: the one to send as `state`.
   */
  state?: string;
  query?: SearchEcho1;
  /**
   * For a search that is too broad: fields to loosen.
   */
  fields?: string[];
  /**
   * For an ID that names no center now: what became of it.
   */
  reason?: 'renamed' | 'merged' | 'unlisted' | 'closed';
  /**
   * For an ID that names no center now: the day of the directory or correction that first said so.
   */
  since?: string;
  /**
   * For a center that was renamed or merged: the ID to use.
   */
  successor?: string;
  /**
   * For a change that came second: the version that you saw.
   */
  sent?: {
    /**
     * The version in `If-Match`.
     */
    version: number;
  };
  /**
   * For a change that came second: the present state, in the form in which it is read.
   */
  current?: {
    /**
     * The version that holds.
     */
    version: number;
    [k: string]: unknown;
  };
  /**
   * The request’s ID, repeated on errors that the gateway made.
   */
  requestId?: string;
}
/**
 * Helplines of the United States, for every answer that somebody in need may see.
 */
export interface Help14 {
  /**
   * The suicide and crisis lifeline. Show it with every list of results.
   */
  crisis: 'Call or text 988 or chat 988lifeline.org';
  /**
   * SAMHSA’s treatment referral helpline, day and night.
   */
  treatment: '1-800-662-HELP (4357)';
  /**
   * The emergency number.
   */
  emergency: '911';
  /**
   * What everybody should know about these listings.
   */
  notice: 'Confirm with admissions that a center offers the program.';
}
/**
 * The search as it was understood, `q` read into the other fields.
 */
export interface SearchEcho1 {
  /**
   * Where to search: a five-digit ZIP (`85004`), a place (`Phoenix, AZ`), a point as latitude,longitude in degrees (`33.4484,-112.0740`), or `me` for the network’s own city-level guess. One of `near`, `cell`, `state`, `q` is given, or `name` alone.
   */
  near?: string;
  /**
   * A private origin: a geohash of 4 or 5 characters. The answer holds every center that can be among the nearest `limit` for any point of the cell, so that the caller ranks by itself and its point is never sent. It has no pages.
   */
  cell?: string;
  /**
   * Every center of a state, by city, then name. A code in any case. A state has no radius: `within` cannot be combined with it.
   */
  state?: 'AZ' | 'CA' | 'CO' | 'IL' | 'NV' | 'NJ' | 'OK' | 'WA';
  /**
   * What people type. Read by rule into the other fields, which the answer’s `query` shows; words that were not understood are the `name` of a center about there if one has it, else in `query.ignored`. Without a place it searches as `near=me`.
   */
  q?: string;
  /**
   * A center’s or organization’s name as people type it: some of its words or their beginnings, its initials, its city, with slips, joined or split. Beside any other field, or alone: those that fit best come first.
   */
  name?: string;
  /**
   * Radius: more than 0, at most 500 miles. Miles (`25mi`) or kilometers (`40km`); a bare number is miles. Left out, the nearest are found however far.
   */
  within?: string | number;
  /**
   * Level of care. Several values mean any of them.
   */
  level?: ('op' | 'iop' | 'php' | 'residential' | 'inpatient' | 'detox' | 'aftercare' | 'sober-living')[];
  /**
   * What is treated. `substance-use` and `mental-health` also match what is below them in the taxonomy.
   */
  condition?: (
    | 'substance-use'
    | 'alcohol'
    | 'opioids'
    | 'stimulants'
    | 'prescription-medications'
    | 'mental-health'
    | 'depressive'
    | 'anxiety'
    | 'personality'
    | 'ptsd'
    | 'trauma'
    | 'phobias'
    | 'ocd'
    | 'eating'
    | 'co-occurring'
  )[];
  /**
   * Whom the program is made for. Several values mean any of them; `age` and `gender` ask who is accepted.
   */
  population?: (
    | 'women'
    | 'men'
    | 'pregnant'
    | 'lgbtq'
    | 'veterans'
    | 'military'
    | 'military-families'
    | 'seniors'
    | 'young-adults'
    | 'adolescents'
    | 'children'
    | 'justice-involved'
    | 'domestic-violence'
    | 'sexual-abuse'
    | 'hiv'
    | 'native-american'
  )[];
  /**
   * Whom the program accepts, by age: years such as `16`, or bands (`adolescents` 13 to 17). An age that nobody states is unknown, never no: `include=unknown` lists such centers.
   */
  age?: (('children' | 'adolescents' | 'young-adults' | 'adults' | 'seniors') | number | string)[];
  /**
   * Whom the program accepts: women or men. If nobody says so, it is unknown, never no.
   */
  gender?: ('women' | 'men')[];
  /**
   * What a parent needs: childcare, or beds for the children where the parent stays.
   */
  families?: ('childcare' | 'beds-for-children')[];
  /**
   * How it treats. Several values mean any of them.
   */
  therapy?: (
    | 'evidence-based'
    | 'cbt'
    | 'dbt'
    | 'emdr'
    | 'motivational'
    | 'relapse-prevention'
    | 'contingency-management'
    | 'trauma-counseling'
    | 'individual'
    | 'group'
    | 'family'
    | '12-step'
    | 'medication'
    | 'buprenorphine'
    | 'methadone'
    | 'naltrexone'
    | 'holistic'
    | 'breathwork'
    | 'meditation'
    | 'yoga'
    | 'tai-chi'
    | 'massage'
    | 'art'
    | 'sound'
    | 'equine'
    | 'nature'
    | 'acupuncture'
  )[];
  /**
   * Who pays: a kind of payer (`medicaid`, `private`, …) or the slug of a named insurer in the listings; `/v1/taxonomy` lists both.
   */
  payer?: string[];
  /**
   * Whether one comes in person or joins by video.
   */
  modality?: ('in-person' | 'telehealth')[];
  /**
   * Time of day. Only offerings whose times are known match.
   */
  schedule?: ('day' | 'evening' | 'weekend')[];
  /**
   * Languages as BCP 47 tags in any case, looked up by RFC 4647: `es-MX` asks for `es`, `fil` for `tl`. English leaves no center out; `ase` is American Sign Language. A language that no listing has is a 400 that names the nearest.
   */
  language?: string[];
  /**
   * Whether clients live there. Only offerings that say so match.
   */
  housing?: boolean;
  /**
   * At most this many hours a week. Only offerings whose hours are known match.
   */
  maxHoursPerWeek?: number;
  /**
   * At most this many sessions a week. Only offerings whose sessions are known match.
   */
  maxSessionsPerWeek?: number;
  /**
   * At most this many weeks. Only offerings whose length is known match.
   */
  maxWeeks?: number;
  /**
   * Slugs of organizations, so that a provider’s site lists its own centers only.
   */
  organization?: string[];
  /**
   * Keeps results to centers in these states, by postal code in any case. Use it with `near`, `cell`, `q` or `name`; `state` names one state by itself. Medicaid and state plans, and telehealth as a rule, end at the state line.
   */
  in?: ('AZ' | 'CA' | 'CO' | 'IL' | 'NV' | 'NJ' | 'OK' | 'WA')[];
  /**
   * Only offerings that admissions confirmed: `true` for any that is not stale, or a longest age in days such as `30d`.
   */
  confirmed?: true | string;
  /**
   * Leaves out offerings known to be full or closed to intake.
   */
  accepting?: true;
  /**
   * `unknown` lists the centers in doubt too, in their place among the results: those whose listing cannot say. Every result then has `certainty`, and one in doubt has `ask`.
   */
  include?: 'unknown';
  /**
   * The `next` of the answer before, as it was, with the same search. Pages never repeat or skip a center, also when listings are published between two pages.
   */
  cursor?: string;
  /**
   * How many results a page has, from 1 to 50.
   */
  limit: number;
  /**
   * What the words of `q` were read as, in their order; each word is here or in `ignored`.
   */
  understood?: Understood[];
  /**
   * Words of `q` that were not understood.
   */
  ignored?: string[];
  /**
   * Present when `q` speaks of danger to life: show the helplines first.
   */
  crisis?: true;
}
/**
 * Each state’s progress.
 */
export interface ProgressAnswer {
  /**
   * Comes first, and `help` second, in every answer and error if a text of the request speaks of danger to life: show the helplines before anything else. Absent otherwise.
   */
  crisis?: true;
  help?: Help15;
  /**
   * By state.
   */
  states: {
    /**
     * Postal code.
     */
    code: 'AZ' | 'CA' | 'CO' | 'IL' | 'NV' | 'NJ' | 'OK' | 'WA';
    /**
     * Its name.
     */
    name: string;
    /**
     * Centers.
     */
    centers: number;
    /**
     * Offerings, denied ones too.
     */
    offerings: number;
    /**
     * Confirmed, and not too long ago.
     */
    confirmed: number;
    /**
     * Confirmed too long ago to rely on.
     */
    stale: number;
    /**
     * Denied by admissions.
     */
    denied: number;
    /**
     * Not asked yet.
     */
    unconfirmed: number;
    /**
     * Levels that their listings have no word for.
     */
    unknownLevels: number;
  }[];
  dataset: Dataset;
}
/**
 * Helplines of the United States, for every answer that somebody in need may see.
 */
export interface Help15 {
  /**
   * The suicide and crisis lifeline. Show it with every list of results.
   */
  crisis: 'Call or text 988 or chat 988lifeline.org';
  /**
   * SAMHSA’s treatment referral helpline, day and night.
   */
  treatment: '1-800-662-HELP (4357)';
  /**
   * The emergency number.
   */
  emergency: '911';
  /**
   * What everybody should know about these listings.
   */
  notice: 'Confirm with admissions that a center offers the program.';
}
/**
 * What was unknown and confirmed, by day and state.
 */
export interface ProgressDaysAnswer {
  /**
   * Comes first, and `help` second, in every answer and error if a text of the request speaks of danger to life: show the helplines before anything else. Absent otherwise.
   */
  crisis?: true;
  help?: Help16;
  /**
   * The earliest first, each day once.
   */
  days: {
    /**
     * The day, in UTC.
     */
    day: string;
    /**
     * By state, at the end of the day.
     */
    states: {
      /**
       * Postal code.
       */
      code: 'AZ' | 'CA' | 'CO' | 'IL' | 'NV' | 'NJ' | 'OK' | 'WA';
      /**
       * Offerings that nobody confirmed, and levels that their listings have no word for.
       */
      unknown: number;
      /**
       * Offerings confirmed, those too long ago to rely on too.
       */
      confirmed: number;
    }[];
  }[];
  dataset: Dataset;
}
/**
 * Helplines of the United States, for every answer that somebody in need may see.
 */
export interface Help16 {
  /**
   * The suicide and crisis lifeline. Show it with every list of results.
   */
  crisis: 'Call or text 988 or chat 988lifeline.org';
  /**
   * SAMHSA’s treatment referral helpline, day and night.
   */
  treatment: '1-800-662-HELP (4357)';
  /**
   * The emergency number.
   */
  emergency: '911';
  /**
   * What everybody should know about these listings.
   */
  notice: 'Confirm with admissions that a center offers the program.';
}
/**
 * A center that was found.
 */
export interface Result {
  center: Center;
  /**
   * From the origin; a range for a `cell`; absent for a `state` and for a `name` alone.
   */
  distance?: Distance | DistanceRange;
  /**
   * The offerings that matched; all of them if the search asks nothing about offerings. For a center in doubt: those that may match, or an empty list if the level itself is unknown.
   */
  offerings: Offering[];
  /**
   * With `include=unknown`: whether the listing says that the center matches, or cannot say.
   */
  certainty?: 'listed' | 'unknown';
  /**
   * Of a center in doubt: the fields to ask it about.
   */
  ask?: (
    | 'level'
    | 'condition'
    | 'population'
    | 'age'
    | 'gender'
    | 'families'
    | 'therapy'
    | 'payer'
    | 'modality'
    | 'schedule'
    | 'language'
    | 'housing'
    | 'maxHoursPerWeek'
    | 'maxSessionsPerWeek'
    | 'maxWeeks'
    | 'organization'
    | 'in'
    | 'confirmed'
    | 'accepting'
  )[];
}
/**
 * A center as a point on the map.
 */
export interface ResultFeature {
  /**
   * GeoJSON’s word for a place.
   */
  type: 'Feature';
  /**
   * The center’s id.
   */
  id: string;
  /**
   * Where the center is.
   */
  geometry: {
    /**
     * GeoJSON’s word for a point.
     */
    type: 'Point';
    /**
     * Longitude, then latitude, in degrees.
     *
     * @minItems 2
     * @maxItems 2
     */
    coordinates: [number, number];
  };
  properties: Result;
}
/**
 * The centers that were found, how the search was understood, and what else would be found.
 */
export interface SearchAnswer {
  /**
   * Comes first, and `help` second, in every answer and error if a text of the request speaks of danger to life: show the helplines before anything else. Absent otherwise.
   */
  crisis?: true;
  /**
   * Where the search started; null for a `name` alone.
   */
  origin: Origin | null;
  coverage?: Coverage2;
  query: SearchEcho;
  /**
   * Centers of the whole search that would match but whose listing cannot say: inside `within` if there is one, counted up to the fiftieth nearest. `include=unknown` lists them.
   */
  unknown: {
    /**
     * How many such centers.
     */
    count: number;
    /**
     * Present when there are, or may be, more than `count`.
     */
    more?: true;
    /**
     * How many of them each field leaves in doubt. A center counts for every field that one must ask it about.
     */
    because: {
      [k: string]: number;
    };
  };
  /**
   * On a first page with fewer results than `limit`: what single changes would find.
   */
  alternatives?: Alternative[];
  /**
   * The `cursor` of the next page; null when nothing follows.
   */
  next: string | null;
  dataset: Dataset;
  help: Help;
  /**
   * Nearest first. For a `cell`: by `minMiles`, and perhaps more than `limit`. For a `state`: by city, then name.
   */
  results: Result[];
}
/**
 * Which states are listed. Where `listed` is false, say so first: the nearest results are in another state.
 */
export interface Coverage2 {
  /**
   * Postal codes of the states that have centers in the dataset, sorted.
   */
  states: string[];
  /**
   * Where the search starts.
   */
  origin: {
    /**
     * Postal code of the state, district or territory that the origin is in, or at most 3.45 miles from; null if there is none. A cell has the state of its middle.
     */
    state: string | null;
    /**
     * Whether that state has centers in the dataset.
     */
    listed: boolean;
  };
}
/**
 * The same answer as GeoJSON (RFC 7946), with its other members beside the features.
 */
export interface SearchFeatures {
  /**
   * GeoJSON’s word for a list of places.
   */
  type: 'FeatureCollection';
  /**
   * The results, in their order.
   */
  features: ResultFeature[];
  /**
   * Comes first, and `help` second, in every answer and error if a text of the request speaks of danger to life: show the helplines before anything else. Absent otherwise.
   */
  crisis?: true;
  /**
   * Where the search started; null for a `name` alone.
   */
  origin: Origin | null;
  coverage?: Coverage3;
  query: SearchEcho;
  /**
   * Centers of the whole search that would match but whose listing cannot say: inside `within` if there is one, counted up to the fiftieth nearest. `include=unknown` lists them.
   */
  unknown: {
    /**
     * How many such centers.
     */
    count: number;
    /**
     * Present when there are, or may be, more than `count`.
     */
    more?: true;
    /**
     * How many of them each field leaves in doubt. A center counts for every field that one must ask it about.
     */
    because: {
      [k: string]: number;
    };
  };
  /**
   * On a first page with fewer results than `limit`: what single changes would find.
   */
  alternatives?: Alternative[];
  /**
   * The `cursor` of the next page; null when nothing follows.
   */
  next: string | null;
  dataset: Dataset;
  help: Help;
}
/**
 * Which states are listed. Where `listed` is false, say so first: the nearest results are in another state.
 */
export interface Coverage3 {
  /**
   * Postal codes of the states that have centers in the dataset, sorted.
   */
  states: string[];
  /**
   * Where the search starts.
   */
  origin: {
    /**
     * Postal code of the state, district or territory that the origin is in, or at most 3.45 miles from; null if there is none. A cell has the state of its middle.
     */
    state: string | null;
    /**
     * Whether that state has centers in the dataset.
     */
    listed: boolean;
  };
}
/**
 * The sign-in has ended.
 */
export interface SignedOutAnswer {
  /**
   * Comes first, and `help` second, in every answer and error if a text of the request speaks of danger to life: show the helplines before anything else. Absent otherwise.
   */
  crisis?: true;
  help?: Help17;
  /**
   * None of this sign-in’s tokens can write any more.
   */
  signedOut: true;
}
/**
 * Helplines of the United States, for every answer that somebody in need may see.
 */
export interface Help17 {
  /**
   * The suicide and crisis lifeline. Show it with every list of results.
   */
  crisis: 'Call or text 988 or chat 988lifeline.org';
  /**
   * SAMHSA’s treatment referral helpline, day and night.
   */
  treatment: '1-800-662-HELP (4357)';
  /**
   * The emergency number.
   */
  emergency: '911';
  /**
   * What everybody should know about these listings.
   */
  notice: 'Confirm with admissions that a center offers the program.';
}
/**
 * A state and its centers.
 */
export interface StateCount {
  /**
   * Postal code, as the field `state` takes it.
   */
  code: 'AZ' | 'CA' | 'CO' | 'IL' | 'NV' | 'NJ' | 'OK' | 'WA';
  /**
   * Its name.
   */
  name: string;
  /**
   * How many centers are listed in it.
   */
  centers: number;
  /**
   * How many of them offer each level of care; a level that none offers may be absent.
   */
  byLevel: {
    [k: string]: number;
  };
}
/**
 * How many centers each state has.
 */
export interface StatesAnswer {
  /**
   * The states that are served, by postal code.
   */
  states: StateCount[];
}
/**
 * Every filter value with its label, its codes elsewhere, and how many centers have it.
 */
export interface TaxonomyAnswer {
  /**
   * By the field that takes them.
   */
  filters: {
    /**
     * Values of `level`.
     */
    level: LevelValue[];
    /**
     * Values of `condition`.
     */
    condition: FilterValue[];
    /**
     * Values of `population`.
     */
    population: FilterValue[];
    /**
     * Values of `age`.
     */
    age: FilterValue[];
    /**
     * Values of `gender`.
     */
    gender: FilterValue[];
    /**
     * Values of `families`.
     */
    families: FilterValue[];
    /**
     * Values of `therapy`.
     */
    therapy: FilterValue[];
    /**
     * Values of `payer`.
     */
    payer: FilterValue[];
    /**
     * Values of `modality`.
     */
    modality: FilterValue[];
    /**
     * Values of `schedule`.
     */
    schedule: FilterValue[];
    /**
     * Values of `language`.
     */
    language: FilterValue[];
  };
  dataset: Dataset;
}
/**
 * Which centers to ask next.
 */
export interface WorklistAnswer {
  /**
   * Comes first, and `help` second, in every answer and error if a text of the request speaks of danger to life: show the helplines before anything else. Absent otherwise.
   */
  crisis?: true;
  help?: Help18;
  /**
   * The most people near first.
   */
  worklist: {
    center: Center;
    /**
     * People near it: one who lives there counts once, 15 miles away half, beyond 60 miles not. No search is counted.
     */
    people: number;
    /**
     * Offerings that nobody confirmed.
     */
    unconfirmed: number;
    /**
     * Offerings whose confirmation is too old.
     */
    stale: number;
    /**
     * Levels that the listing has no word for.
     */
    unknownLevels: ('op' | 'iop' | 'php' | 'residential' | 'inpatient' | 'detox' | 'aftercare' | 'sober-living')[];
  }[];
  /**
   * How many centers have something to ask.
   */
  open: number;
  dataset: Dataset;
}
/**
 * Helplines of the United States, for every answer that somebody in need may see.
 */
export interface Help18 {
  /**
   * The suicide and crisis lifeline. Show it with every list of results.
   */
  crisis: 'Call or text 988 or chat 988lifeline.org';
  /**
   * SAMHSA’s treatment referral helpline, day and night.
   */
  treatment: '1-800-662-HELP (4357)';
  /**
   * The emergency number.
   */
  emergency: '911';
  /**
   * What everybody should know about these listings.
   */
  notice: 'Confirm with admissions that a center offers the program.';
}
export interface SearchRequest {
  /**
   * Where to search: a five-digit ZIP (`85004`), a place (`Phoenix, AZ`), a point as latitude,longitude in degrees (`33.4484,-112.0740`), or `me` for the network’s own city-level guess. One of `near`, `cell`, `state`, `q` is given, or `name` alone.
   */
  near?: string;
  /**
   * A private origin: a geohash of 4 or 5 characters. The answer holds every center that can be among the nearest `limit` for any point of the cell, so that the caller ranks by itself and its point is never sent. It has no pages.
   */
  cell?: string;
  /**
   * Every center of a state, by city, then name. A code in any case. A state has no radius: `within` cannot be combined with it.
   */
  state?: 'AZ' | 'CA' | 'CO' | 'IL' | 'NV' | 'NJ' | 'OK' | 'WA';
  /**
   * What people type. Read by rule into the other fields, which the answer’s `query` shows; words that were not understood are the `name` of a center about there if one has it, else in `query.ignored`. Without a place it searches as `near=me`.
   */
  q?: string;
  /**
   * A center’s or organization’s name as people type it: some of its words or their beginnings, its initials, its city, with slips, joined or split. Beside any other field, or alone: those that fit best come first.
   */
  name?: string;
  /**
   * Radius: more than 0, at most 500 miles. Miles (`25mi`) or kilometers (`40km`); a bare number is miles. Left out, the nearest are found however far.
   */
  within?: string | number;
  /**
   * Level of care. Several values mean any of them.
   */
  level?: ('op' | 'iop' | 'php' | 'residential' | 'inpatient' | 'detox' | 'aftercare' | 'sober-living')[];
  /**
   * What is treated. `substance-use` and `mental-health` also match what is below them in the taxonomy.
   */
  condition?: (
    | 'substance-use'
    | 'alcohol'
    | 'opioids'
    | 'stimulants'
    | 'prescription-medications'
    | 'mental-health'
    | 'depressive'
    | 'anxiety'
    | 'personality'
    | 'ptsd'
    | 'trauma'
    | 'phobias'
    | 'ocd'
    | 'eating'
    | 'co-occurring'
  )[];
  /**
   * Whom the program is made for. Several values mean any of them; `age` and `gender` ask who is accepted.
   */
  population?: (
    | 'women'
    | 'men'
    | 'pregnant'
    | 'lgbtq'
    | 'veterans'
    | 'military'
    | 'military-families'
    | 'seniors'
    | 'young-adults'
    | 'adolescents'
    | 'children'
    | 'justice-involved'
    | 'domestic-violence'
    | 'sexual-abuse'
    | 'hiv'
    | 'native-american'
  )[];
  /**
   * Whom the program accepts, by age: years such as `16`, or bands (`adolescents` 13 to 17). An age that nobody states is unknown, never no: `include=unknown` lists such centers.
   */
  age?: (('children' | 'adolescents' | 'young-adults' | 'adults' | 'seniors') | number | string)[];
  /**
   * Whom the program accepts: women or men. If nobody says so, it is unknown, never no.
   */
  gender?: ('women' | 'men')[];
  /**
   * What a parent needs: childcare, or beds for the children where the parent stays.
   */
  families?: ('childcare' | 'beds-for-children')[];
  /**
   * How it treats. Several values mean any of them.
   */
  therapy?: (
    | 'evidence-based'
    | 'cbt'
    | 'dbt'
    | 'emdr'
    | 'motivational'
    | 'relapse-prevention'
    | 'contingency-management'
    | 'trauma-counseling'
    | 'individual'
    | 'group'
    | 'family'
    | '12-step'
    | 'medication'
    | 'buprenorphine'
    | 'methadone'
    | 'naltrexone'
    | 'holistic'
    | 'breathwork'
    | 'meditation'
    | 'yoga'
    | 'tai-chi'
    | 'massage'
    | 'art'
    | 'sound'
    | 'equine'
    | 'nature'
    | 'acupuncture'
  )[];
  /**
   * Who pays: a kind of payer (`medicaid`, `private`, …) or the slug of a named insurer in the listings; `/v1/taxonomy` lists both.
   */
  payer?: string[];
  /**
   * Whether one comes in person or joins by video.
   */
  modality?: ('in-person' | 'telehealth')[];
  /**
   * Time of day. Only offerings whose times are known match.
   */
  schedule?: ('day' | 'evening' | 'weekend')[];
  /**
   * Languages as BCP 47 tags in any case, looked up by RFC 4647: `es-MX` asks for `es`, `fil` for `tl`. English leaves no center out; `ase` is American Sign Language. A language that no listing has is a 400 that names the nearest.
   */
  language?: string[];
  /**
   * Whether clients live there. Only offerings that say so match.
   */
  housing?: boolean;
  /**
   * At most this many hours a week. Only offerings whose hours are known match.
   */
  maxHoursPerWeek?: number;
  /**
   * At most this many sessions a week. Only offerings whose sessions are known match.
   */
  maxSessionsPerWeek?: number;
  /**
   * At most this many weeks. Only offerings whose length is known match.
   */
  maxWeeks?: number;
  /**
   * Slugs of organizations, so that a provider’s site lists its own centers only.
   */
  organization?: string[];
  /**
   * Keeps results to centers in these states, by postal code in any case. Use it with `near`, `cell`, `q` or `name`; `state` names one state by itself. Medicaid and state plans, and telehealth as a rule, end at the state line.
   */
  in?: ('AZ' | 'CA' | 'CO' | 'IL' | 'NV' | 'NJ' | 'OK' | 'WA')[];
  /**
   * Only offerings that admissions confirmed: `true` for any that is not stale, or a longest age in days such as `30d`.
   */
  confirmed?: true | string;
  /**
   * Leaves out offerings known to be full or closed to intake.
   */
  accepting?: true;
  /**
   * `unknown` lists the centers in doubt too, in their place among the results: those whose listing cannot say. Every result then has `certainty`, and one in doubt has `ask`.
   */
  include?: 'unknown';
  /**
   * How many results a page has, from 1 to 50.
   */
  limit?: number;
  /**
   * The `next` of the answer before, as it was, with the same search. Pages never repeat or skip a center, also when listings are published between two pages.
   */
  cursor?: string;
}
export interface PathsRequest {
  /**
   * Where the person is: a five-digit ZIP (`85004`), a place (`Phoenix, AZ`), a point as latitude,longitude in degrees, or `me` for the network’s own city-level guess.
   */
  near: string;
  /**
   * The levels of care in the order that the person goes through them: 2 to 6, each once.
   */
  levels: ('op' | 'iop' | 'php' | 'residential' | 'inpatient' | 'detox' | 'aftercare' | 'sober-living')[];
  /**
   * One payer that every center of a path takes at its level: a kind such as `medicaid`, or the slug of a named insurer. Left out, any.
   *
   * @minItems 1
   * @maxItems 1
   */
  payer?: [string];
  /**
   * Who goes: years such as `16`, or bands (`adolescents` 13 to 17). Every center of a path must say that it accepts the age, and of several all must accept the same one. An age that nobody states is unknown, never no: `include=unknown` takes such centers. Left out, all centers of a path accept some age together, as far as they say.
   */
  age?: (('children' | 'adolescents' | 'young-adults' | 'adults' | 'seniors') | number | string)[];
  /**
   * Who goes: `women` or `men`. Every center of a path must say that it accepts them. Left out, all centers of a path accept women or all accept men, as far as they say.
   */
  gender?: ('women' | 'men')[];
  /**
   * Whom every program of a path is made for; several values mean any of them. `age` and `gender` ask who is accepted.
   */
  population?: (
    | 'women'
    | 'men'
    | 'pregnant'
    | 'lgbtq'
    | 'veterans'
    | 'military'
    | 'military-families'
    | 'seniors'
    | 'young-adults'
    | 'adolescents'
    | 'children'
    | 'justice-involved'
    | 'domestic-violence'
    | 'sexual-abuse'
    | 'hiv'
    | 'native-american'
  )[];
  /**
   * `unknown` also takes centers whose listing cannot say whether they have the level, take the payer or accept the person. Every leg then has `certainty`, and one in doubt has `ask`.
   */
  include?: 'unknown';
  /**
   * How many paths at most, from 1 to 10.
   */
  limit?: number;
}
