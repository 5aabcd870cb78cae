import { deviceWords } from './device/en.ts';
import { headingsOfChoices, headingsOfFacts, yesNoWords } from './fields.ts';
import { start } from './start.en.ts';
import { stateNames } from './states.ts';
import { dateParts, rounded } from './text.ts';
import { values } from './values.en.ts';

const months = 'January February March April May June July August September October November December'.split(' ');
const { centers } = start;
const miles = (distance: number) => (distance < 0.1 ? 'under 0.1 mi' : `${rounded(distance)} mi`);
const km = (distance: number) => (distance < 0.1 ? 'under 0.1 km' : `${rounded(distance)} km`);
const day = (date: string) => {
  const parts = dateParts(date);
  return `${months[parts.month]} ${parts.day}, ${parts.year}`;
};
const month = (date: string) => `${months[dateParts(date).month]} ${dateParts(date).year}`;
const within = (radius: string) => {
  const amount = Number.parseFloat(radius);
  const unit = radius.endsWith('km') ? 'km' : amount === 1 ? 'mile' : 'miles';
  return `within ${amount} ${unit}`;
};
const range = (least: number, most: number, one: string) =>
  least === most ? `${least} ${one}${least === 1 ? '' : 's'}` : `${least}–${most} ${one}s`;

/** All texts of the finder and the pages. `es` has the same keys. */
export const en = {
  ...start,
  device: deviceWords,
  values,
  day,
  month,
  miles,
  km,
  stateName: (code: string) => stateNames[code] ?? code,
  quoted: (text: string) => `“${text}”`,

  levels: {
    ...start.levels,
    several: 'Several kinds',
    close: 'Close',
    showAll: 'Show every kind',
    show: 'Use this kind',
    counted: 'Numbers count all centers on this list.',
    groups: {
      home: 'I can live at home',
      stay: 'I need a place to stay',
      safe: 'I need to stop safely',
    },
    /** Levels as short as possible, for a sentence. */
    short: {
      iop: 'IOP',
      php: 'PHP',
      op: 'outpatient care',
      residential: 'residential treatment',
      inpatient: 'hospital inpatient care',
      detox: 'detox',
      aftercare: 'aftercare',
      'sober-living': 'sober living',
    } as Readonly<Record<string, string>>,
    /** Levels as labels on a card. */
    tag: {
      iop: 'IOP',
      php: 'PHP',
      op: 'Outpatient',
      residential: 'Residential',
      inpatient: 'Hospital',
      detox: 'Detox',
      aftercare: 'Aftercare',
      'sober-living': 'Sober living',
    } as Readonly<Record<string, string>>,
  },

  filters: {
    button: 'Filters',
    buttonWith: (count: number) => `Filters (${count})`,
    title: 'Filters',
    close: 'Close filters',
    clear: 'Clear all',
    show: (count: number, more: boolean) =>
      count === 0 ? 'No center: see what helps' : more ? `Show ${count} nearest` : `Show ${centers(count)}`,
    done: 'Done',
    counted: 'Numbers count all centers on this list, in every state it covers.',
    rule: 'Ticks in one group widen (“or”). Groups narrow (“and”).',
    nobody: 'No listing here says. Ask when you call.',
    all: (count: number) => `All ${count}`,
    distance: 'How far?',
    any: 'Any distance',
    within: (radius: string) => within(radius).replace('within ', ''),
    groups: headingsOfChoices('en'),
    sure: 'How sure',
    confirmed: 'Confirmed lately',
    accepting: 'Not known to be full',
    include: 'Also centers that may offer it',
  },

  chips: {
    label: 'What was searched',
    remove: (what: string) => `${what}: remove`,
    within: (radius: string) => within(radius).replace('within', 'Within'),
    housing: 'With housing',
    noHousing: 'Without housing',
    confirmed: 'Confirmed',
    accepting: 'Not known to be full',
    include: 'May offer it: ask',
    other: (name: string, value: string) => `${name}: ${value}`,
    fields: {
      maxHoursPerWeek: 'Hours a week, at most',
      maxSessionsPerWeek: 'Sessions a week, at most',
      maxWeeks: 'Weeks, at most',
      name: 'Name',
      organization: 'Run by',
      in: 'Only in',
    } as Readonly<Record<string, string>>,
  },

  results: {
    all: (count: number, level: string | null) => `${centers(count)}${level === null ? '' : ` listing ${level}`}`,
    nearest: (count: number, level: string | null) =>
      `The ${count} nearest centers${level === null ? '' : ` listing ${level}`}`,
    first: (count: number, level: string | null) =>
      `The first ${count} centers${level === null ? '' : ` listing ${level}`}`,
    none: (level: string | null) => `No center found${level === null ? '' : ` listing ${level}`}`,
    near: (place: string) => `near ${place}`,
    withinOf: (radius: string, place: string) => `${within(radius)} of ${place}`,
    inState: (state: string) => `in ${state}`,
    you: 'you',
    yourArea: 'your area',
    also: (others: string) => `This search also asks for: ${others}.`,
    nearestFirst: 'Nearest first',
    straight: ', in a straight line',
    fromZip: (zip: string) => `, from the middle of ${zip}, in a straight line`,
    nobodyPays: '. Nobody pays to be listed.',
    orderState: 'By city: a whole state has no point to measure from. Nobody pays to be listed.',
    stateWithin: (radius: string) =>
      `By city: a whole state has no point to measure from, so “${within(radius)}” is left out.`,
    covers: (states: string) => `This list covers ${states} only.`,
    more: 'Show more centers',
    moreAgain: 'Retry: show more centers',
    added: (added: number, shown: number) => `${added} more shown, ${shown} in all`,
    end: (count: number) =>
      `These are the ${count} nearest. Narrow the search, or search a city or ZIP code, to see others.`,
    again: 'The listings were updated meanwhile, so the search began again.',
    unknown: (count: number, more: boolean, besides: boolean) => {
      const number = `${more ? 'At least ' : ''}${count}${besides ? ' more' : ''}`;
      return count === 1
        ? `${number} center nearby may offer it: its listing cannot say. Ask when you call.`
        : `${number} centers nearby may offer it: their listings cannot say. Ask when you call.`;
    },
    silent: 'Their listings do not say:',
    because: (what: string, count: number) => `${what} (${count})`,
    showUnknown: 'Show them in the list',
    /** A level in a heading, if the list includes centers that may offer it. */
    orMay: (level: string) => `${level}, or that may offer it`,
    ignored: (list: string) => `Not used in this search: ${list}.`,
    chosenFirst: 'What you choose here counts more than your words.',
    viewer:
      'Your words name no place, so this starts from a rough guess of where you are. Add a ZIP code or city, or use your location.',
    rough: (count: number) =>
      `Your device knows where it is only to within about ${count === 1 ? '1 mile' : `${count} miles`}, so distances are rough.`,
    notice: 'Call to confirm that a center still offers the program.',
    map: 'Map',
    hideMap: 'Hide the map',
    print: 'Print',
    printed: (date: string) => `Printed ${day(date)}. Listings change: call to confirm.`,
    change: 'Change the search',
    filtersOver: 'Filters',
  },

  changes: {
    some: 'One change finds some:',
    more: 'To find more',
    within: (radius: string) => within(radius).replace('within', 'Within'),
    anyDistance: 'Any distance',
    anyLevel: 'Any kind of program',
    without: (what: string) => `Without ${what}`,
    found: (count: number, more: boolean, exact: boolean) =>
      more ? `${exact ? 'At least' : 'About'} ${centers(count)}` : exact ? centers(count) : `Up to ${centers(count)}`,
    inAll: (found: string) => `${found} in all`,
    nearest: (distance: string, exact: boolean) => `nearest ${exact ? '' : 'at least '}${distance}`,
    next: (distance: string, exact: boolean) => `the next ${exact ? '' : 'at least '}${distance}`,
  },

  /** Names of the only groups that a program serves. They follow the word "Only". */
  only: {
    dui: 'people with a DUI case',
    opioids: 'opioid treatment',
    alcohol: 'alcohol treatment',
    women: 'women',
    men: 'men',
  } as Readonly<Record<string, string>>,

  card: {
    article: (number: number) => `No. ${number} by distance`,
    example: 'Example center, not real',
    also: (others: string) => `also ${others}`,
    more: 'More',
    less: 'Less',
    moreAbout: (name: string) => `More about ${name}`,
    compare: 'Compare',
    compareThis: (name: string) => `Compare ${name}`,
    only: (who: string) => `Only ${who}`,
    lists: (who: string) => `Lists ${who} · adults: ask`,
    young: { children: 'children', adolescents: 'teens' } as Readonly<Record<string, string>>,
    noLevel: 'Its listing does not say which programs it offers. Ask.',
    approximate: 'Only its ZIP code is known, so the distance is rough.',
    withheld: 'The street is not shown, for safety',
    inZip: 'in this ZIP area',
    ofState: (label: string, state: string, plan: string | null) =>
      `${label} (${plan === null ? state : `${state}: ${plan}`})`,
    telehealthIn: (label: string, state: string) => `${label} (for people in ${state}; elsewhere, ask)`,
    about: (distance: string) => `about ${distance}`,
  },

  phone: {
    main: 'Front desk answers',
    intake: 'Intake line: the center answers',
    admissions: 'Admissions: the center answers',
    'benefits-check': 'Insurance check: the center answers',
    crisis: 'The center’s crisis line',
    other: 'The center answers',
    central: 'Answered by a central admissions team, not the facility',
    outside: 'Answered by an outside company, not the facility',
    benefits: 'Insurance check.',
  },

  sure: {
    confirmed: (date: string | null) => (date === null ? 'Confirmed' : `Confirmed ${day(date)}`),
    stale: (date: string | null) =>
      date === null ? 'Confirmed long ago: ask again' : `Last confirmed ${day(date)}: ask again`,
    denied: (date: string | null) =>
      date === null ? 'Admissions said it is not offered' : `Admissions said on ${day(date)} that it is not offered`,
    unconfirmed: (date: string | null) => (date === null ? 'Not confirmed' : `Not confirmed · listed ${month(date)}`),
    unknown: 'Not known: ask',
    ask: (list: string) => (list === '' ? 'Not listed: ask' : `Not listed: ${list}. Ask.`),
    mixed: 'Some confirmed: see More',
    open: (date: string) => `Taking new clients, as of ${day(date)}`,
    full: (date: string, until: string | null = null) =>
      `Full${until === null ? '' : ` until ${day(until)}`}, as of ${day(date)}`,
    closed: (date: string, until: string | null = null) =>
      `Not taking new clients${until === null ? '' : ` until ${day(until)}`}, as of ${day(date)}`,
    again: (list: string) => `Asked long ago: ${list}. Ask again.`,
  },

  opened: {
    calls: 'Phone numbers',
    whenTitle: 'When you call:',
    when: '“Do you have this program now? When could I start? What would I pay?” You need not give a name. You can call for somebody else.',
    whenLevel: (level: string) =>
      `“Do you have ${level} now? When could I start? What would I pay?” You need not give a name. You can call for somebody else.`,
    programs: 'What they list',
    asked: 'your choice',
    facts: headingsOfFacts('en'),
    yesNo: yesNoWords('en'),
    intake: 'New clients',
    notListed: 'Not listed: ask',
    directions: 'Directions',
    directionsHint: 'Opens your map app and leaves this site.',
    directionsIn: (app: string) => `Directions in ${app}`,
    copyAddress: 'Copy address',
    copied: 'Copied',
    copyRefused:
      'Your browser does not let this page copy. Select the address above, or press and hold “Full page” to copy its link.',
    share: 'Share',
    shared: 'Link copied',
    page: 'Full page',
    website: 'Website',
    websiteHint: 'Leaves this site.',
    report: 'Report a wrong fact',
    reportTo: 'Tell us what is wrong',
    source: (list: string) => `Source: ${list}`,
    alsoKnown: (names: string) => `Also known as ${names}`,
    runBy: (name: string) => `Run by ${name}`,
    steps: 'More or less support',
    stepUp: (level: string) => `More support: ${level}`,
    stepDown: (level: string) => `Less support: ${level}`,
    stepHere: 'at this center',
    stepAt: (name: string, distance: string) => `${name}, ${distance}`,
    stepNone: 'none listed',
    stepsFailed: 'The next steps could not be loaded.',
    sessions: (least: number, most: number) => `${range(least, most, 'session')} a week`,
    hoursEach: (hours: number) => `${range(hours, hours, 'hour')} each`,
    hoursWeek: (hours: number) => `about ${range(hours, hours, 'hour')} a week`,
    weeks: (least: number, most: number) => range(least, most, 'week'),
  },

  compare: {
    bar: (count: number) => (count === 1 ? '1 center to compare' : `${count} centers to compare`),
    open: (count: number) => `Compare ${count}`,
    clear: 'Clear',
    title: (count: number) => `Compare ${centers(count)}`,
    back: 'Back to the list',
    full: 'Three at most: take one away first',
    remove: (name: string) => `Take ${name} away`,
    differ: 'Where they differ',
    same: (count: number): string => (count === 2 ? 'The same for both' : 'The same for all three'),
    far: 'How far',
    sure: 'How sure',
    programs: 'Programs',
    unknown: 'What a listing does not say is not a “no”. Ask when you call.',
    nothing: 'Their listings do not differ.',
  },

  outside: {
    heading: (state: string | null) => `No listed centers ${state === null ? 'there' : `in ${state}`}`,
    covers: (states: string) => `This list covers ${states} only.`,
    hasToo: (state: string) => `${state} has treatment centers too: they are not in it.`,
    nearest: (distance: number, state: string | null) =>
      `The nearest that we list is ${rounded(distance)} miles away${state === null ? '' : `, in ${state}`}.`,
    who: (state: string | null) => (state === null ? 'Who can look there' : `Who can look in ${state}`),
    helpline: 'SAMHSA’s helpline: free, day and night, English and Spanish',
    site: 'FindTreatment.gov: every state',
    siteHint: 'The government’s own list. The link leaves this site.',
    another: 'Would another place help?',
    anyway: (distance: number | null) =>
      distance === null ? 'Show the nearest anyway' : `Show the nearest anyway (${rounded(distance)} miles)`,
    count: (count: number) =>
      ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'][
        count
      ] ?? String(count),
    states: (number: string) => `${number} states`,
  },

  problem: {
    ...start.problem,
    which: 'Which place do you mean?',
    whichHint: 'More than one place has this name.',
    unfound: 'That place was not found',
    unfoundHint: 'Try a five-digit ZIP code, or a city with its state, such as Tucson, AZ.',
    unread: 'We could not search with these words',
    unreadHint: 'Try a ZIP code or a city, and what you need, such as “detox in Tucson”.',
    wholeState: (state: string) => `${state} is a whole state`,
    wholeStateHint: 'Search all of it, or type a city or a ZIP code to see what is nearest.',
    where: 'Where should we look?',
    whereHint: 'Your words name no place. Use your location, or type a ZIP code or city in the search box.',
    whereIn: (state: string) => `Where in ${state} should we look?`,
    whereInHint: (state: string) =>
      `You named a plan that only ${state} has. Use your location, type a ZIP code or city there, or search all of it.`,
    typePlace: 'Type a ZIP code or city',
    broad: 'This search is too broad to answer exactly',
    broadHint: 'Choose a distance, or take a filter away.',
    busy: 'Too many searches from here just now',
    busyHint: (seconds: number) => (seconds > 0 ? `You can try again in ${seconds} s.` : 'You can try again now.'),
    unavailable: 'The search is not answering just now',
    unavailableHint: 'It is not your device. Try again in a moment.',
    broken: 'Something went wrong on this page',
  },

  medical: 'Nothing here is medical advice.',
};

export type Words = typeof en;
