import { languageLabel } from '../../functions/domain/language.ts';
import { start } from './start.en.ts';
import { stateNames } from './states.ts';
import { fromSlug, rounded } from './text.ts';
import { values } from './values.en.ts';

const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
const centers = (count: number, more = false) =>
  more ? `at least ${count} centers` : count === 1 ? '1 center' : `${count.toLocaleString('en-US')} centers`;
const copiesOf = { summary: 'Summary', link: 'Link', number: 'Number' } as const;

/** Levels as codes, in rows where several stand side by side. */
const codes: Readonly<Record<string, string>> = {
  op: 'OP',
  iop: 'IOP',
  php: 'PHP',
  residential: 'RES',
  inpatient: 'INP',
  detox: 'DTX',
  aftercare: 'AFT',
  'sober-living': 'SL',
};
/** Levels in a sentence. */
const short: Readonly<Record<string, string>> = {
  op: 'Outpatient',
  iop: 'IOP',
  php: 'PHP',
  residential: 'Residential',
  inpatient: 'Hospital',
  detox: 'Detox',
  aftercare: 'Aftercare',
  'sober-living': 'Sober living',
};
/** Without their years, which everybody of the team knows. */
const ages: Readonly<Record<string, string>> = {
  children: 'Children',
  adolescents: 'Teens',
  'young-adults': 'Young adults',
  adults: 'Adults',
  seniors: 'Seniors',
};
const payers: Readonly<Record<string, string>> = {
  private: 'Private',
  military: 'TRICARE',
  state: 'State plan',
  tribal: 'Tribal funds',
};
const levelName = (level: string) => short[level] ?? fromSlug(level);
const valueName = (field: string, value: string): string => {
  if (field === 'age') return ages[value] ?? value;
  if (field === 'language') return languageLabel(value);
  if (field === 'payer' && payers[value] !== undefined) return payers[value];
  const known = (values as Readonly<Record<string, Readonly<Record<string, string>>>>)[field]?.[value];
  if (field === 'level') return levelName(value);
  if (field === 'state' || field === 'in') return stateNames[value] ?? value;
  if (field === 'housing') return value === 'true' ? 'With housing' : 'Without housing';
  return known ?? fromSlug(value);
};

/** `Nov 24`; with its year where that is another. Dates of sources state no time zone; key presses are told in the reader's own. */
const dayOf = (date: Date, now: Date) =>
  `${months[date.getMonth()]} ${date.getDate()}${date.getFullYear() === now.getFullYear() ? '' : `, ${date.getFullYear()}`}`;
const timeOf = (date: Date) => date.toLocaleTimeString('en-US', { hour: 'numeric', minute: '2-digit' });
const momentOf = (ms: number, now: number) => {
  const [date, today] = [new Date(ms), new Date(now)];
  const isToday = date.toDateString() === today.toDateString();
  return isToday ? timeOf(date) : `${timeOf(date)} on ${dayOf(date, today)}`;
};

/** Every word that the console says. Agents work in English. */
export const consoleWords = {
  title: 'Console',
  skip: 'Skip to the centers',
  noScript: 'The console needs JavaScript.',
  codes,
  levelName,
  valueName,
  centers,
  stateName: (code: string) => stateNames[code] ?? code,
  day: (iso: string, now: number) => dayOf(new Date(iso), new Date(now)),
  /** Of a source's date. */
  month: (iso: string) => `${months[new Date(iso).getUTCMonth()]} ${new Date(iso).getUTCFullYear()}`,
  moment: momentOf,
  miles: (miles: number) => `${rounded(miles)} mi`,
  number: rounded,

  box: {
    label: 'ZIP, town, county, area code, need, name or code',
    placeholder: 'iop 85004 · 602 detox · Pima County · center or code',
    held: 'One moment: looking up who is signed in…',
    search: 'Look up',
    inMs: (ms: number) => (ms < 1 ? 'under 1 ms' : `${Math.round(ms)} ms`),
    hint: 'Nothing you type leaves this computer.',
  },

  tabs: { label: 'Views', lookup: 'Lookup', worklist: 'Worklist', progress: 'Progress' },
  person: {
    signIn: 'Sign in',
    signOut: 'Sign out',
    ended: 'Your session ended. What you see stays.',
    unreached: 'the sign-in service does not answer.',
    offline: 'Offline',
    as: (name: string, group: string) => `${name} · ${group}`,
  },

  chips: {
    label: 'What was understood',
    fields: {
      level: 'level',
      near: 'place',
      state: 'state',
      payer: 'pays',
      within: 'within',
      name: 'name',
      population: 'for',
      age: 'age',
      gender: 'for',
      condition: 'treats',
      therapy: 'therapy',
      language: 'language',
      modality: 'how',
      schedule: 'when',
      families: 'families',
      in: 'only in',
      organization: 'run by',
      code: 'code',
      confirmed: 'confirmed',
      accepting: 'intake',
    } as Readonly<Record<string, string>>,
    confirmed: (age: string) => (age === 'true' ? 'yes' : `in the last ${age.replace('d', ' days')}`),
    accepting: 'not known to be full',
    within: (radius: string) => radius.replace(/^(\d+(?:\.\d+)?) ?(mi|km)?$/, (_, n, unit = 'mi') => `${n} ${unit}`),
    /** Follows what a chip says. */
    remove: ': remove',
    add: 'add a filter',
    from: (typed: string) => `from “${typed}”`,
    unknown: (count: number, more: boolean) => `${more ? `${count}+` : count} may offer it: ask`,
    unknownOn: 'May offer it: shown',
    named: (count: number, text: string) => `${count === 50 ? '50+' : count} with “${text}” in the name`,
    asName: 'As a name',
    ignored: (words: string) => `Not understood: ${words}`,
  },

  found: {
    /** Beside the box. */
    count: (count: number, more: boolean) =>
      `${more ? `nearest ${count}` : count === 1 ? '1 found' : `${count} found`}`,
    none: 'No listed center fits all of this.',
    noneHint: 'One change that finds some:',
    change: (what: string, count: string, miles: string | null) =>
      `${what}: ${count}${miles === null ? '' : `, nearest ${miles}`}`,
    without: (what: string) => `Without “${what}”`,
    withinMiles: (radius: string) => `Within ${radius}`,
    anyDistance: 'Any distance',
    where: 'Where is the caller?',
    whereHint: 'Add a ZIP, a town, a county or an area code.',
    which: 'Which one?',
    whichHint: 'Press its number.',
    empty: 'Who is on the line?',
    emptyHint: 'Type what they need and where. Rows come while you type. Type a center’s name or its code to open it.',
    examples: ['iop 85004 medicaid', '602 detox', 'Pima County php', 'crossroads midtown'],
    loading: (percent: number) => `Getting the listings: ${percent}%`,
    loadingHint: 'Once they are here, every search happens on this computer.',
    failed: 'The listings did not come, and this computer keeps no copy.',
    failedHint: 'Treatment helpline: 1-800-662-4357. In a crisis: 988.',
    again: 'Try again',
    more: 'More centers',
    crisis: 'This sounds like danger to life.',
    crisisDo: 'Stay on the line. Call or text 988, chat at 988lifeline.org. In danger now: 911.',
  },

  columns: {
    label: 'Centers',
    key: 'Key',
    center: 'Center',
    miles: 'Miles',
    city: 'City',
    levels: 'Levels',
    who: 'Who',
    intake: 'Intake',
    sure: 'Confirmed',
    ask: 'ask',
    now: 'Now',
    compare: 'marked',
    askAbout: (fields: string) => `Ask: ${fields}`,
    inZip: 'in ZIP',
    open: 'Open',
    full: (until: string | null) => (until === null ? 'Full' : `Full to ${until}`),
    closed: (until: string | null) => (until === null ? 'Closed' : `Closed to ${until}`),
  },

  who: {
    children: 'Children',
    adolescents: 'Teens',
    adults: 'Adults',
    all: 'All ages',
    women: 'Women',
    men: 'Men',
    only: {
      dui: 'DUI only',
      opioids: 'Opioids only',
      alcohol: 'Alcohol only',
      women: 'Women only',
      men: 'Men only',
    } as Readonly<Record<string, string>>,
  },

  sure: {
    confirmed: (when: string, by: string | null) => `Confirmed ${when}${by === null ? '' : ` by ${by}`}`,
    stale: (when: string) => `Last confirmed ${when}: ask again`,
    denied: (when: string, by: string | null) => `Not offered, said ${when}${by === null ? '' : ` by ${by}`}`,
    unconfirmed: (listed: string | null) => (listed === null ? 'Not confirmed' : `Not confirmed · listed ${listed}`),
    unknown: 'Not listed: ask',
    you: 'you',
    example: 'Example center, not real',
  },

  pane: {
    none: 'No center chosen',
    code: 'Code',
    direct: 'Direct intake line',
    directHint: 'For the team only. Not for the caller.',
    transfer: 'Warm transfer:',
    notes: 'Notes:',
    lines: 'Numbers',
    line: {
      main: 'Front desk answers',
      intake: 'Intake: the center answers',
      admissions: 'Admissions: the center answers',
      'benefits-check': 'Insurance check',
      crisis: 'The center’s crisis line',
    } as Readonly<Record<string, string>>,
    other: 'The center answers',
    central: 'A central team answers, not the center',
    outside: 'An outside company answers',
    noPhone: 'No number is listed.',
    hidden: 'Not shown without a connection:',
    hiddenWhat: 'direct intake line, transfer note, facility code. They are never stored on this computer.',
    signIn: 'Sign in to see the direct line, transfer note and code.',
    loading: 'Getting the team’s notes …',
    failed: 'The team’s notes did not come.',
    noNotes: 'The team has no direct line or note for it.',
    here: (level: string) => `${level} here`,
    noLevel: 'Its listing names no level, and nobody can record one.',
    otherLevel: 'Other level',
    recorded: 'Team facts:',
    intake: (text: string) => `Intake: ${text}.`,
    noted: (by: string | null, when: string) => `Noted ${when}${by === null ? '' : ` by ${by}`}.`,
    waits: 'Your keys still work: they wait and go out later.',
    ask: 'Ask on the phone',
    yes: 'Yes',
    no: 'No',
    question: (what: string) => `${what}?`,
    saysNo: 'said no',
    facts: {
      levels: 'Levels',
      who: 'Who',
      for: 'Made for',
      treats: 'Treats',
      pays: 'Pays',
      how: 'How',
      when: 'When',
      housing: 'Housing',
      therapies: 'Therapies',
      stepUp: 'Step up',
      stepDown: 'Step down',
      source: 'Source',
      website: 'Website',
    },
    notListed: 'not listed: ask',
    housing: { yes: 'with housing', no: 'without housing' },
    stepTo: (level: string, name: string, miles: string | null) =>
      `${level}: ${name}${miles === null ? '' : `, ${miles}`}`,
    stepNear: 'in the same ZIP',
    stepHere: (level: string) => `${level}: here`,
    forCaller: 'nearest for this caller',
    approximate: 'Only its ZIP is known, so miles are rough.',
    page: 'Public page',
    back: 'Back to the list',
  },

  conflict: {
    title: 'Somebody else was first',
    intro: (level: string) =>
      `${level}: you had not seen what was recorded meanwhile. Nothing of yours holds yet. Decide:`,
    theirs: 'Recorded',
    mine: 'Yours',
    keepTheirs: 'Leave it',
    keepMine: 'Record mine',
    by: (who: string | null, when: string) => `${when}${who === null ? '' : ` by ${who}`}`,
    nothing: 'nothing',
  },

  facts: {
    level: 'offered',
    intake: { open: 'taking new clients', full: 'intake full', closed: 'intake closed', unknown: 'intake not known' },
    until: (text: string, when: string) => `${text} until ${when}`,
    yes: (what: string) => what,
    no: (what: string) => `no ${what}`,
    unknown: (what: string) => `${what}: not known`,
    confirmed: 'confirmed now',
    denied: 'does not offer it',
    levelUnknown: 'not known whether offered',
  },

  line: {
    act: (level: string, name: string, what: string, when: string) => `${level} at ${name}: ${what}, ${when}.`,
    waits: 'It waits on this computer and goes out later.',
    undone: (level: string, name: string, what: string) => `Taken back: ${level} at ${name}, ${what}.`,
    history: (level: string, name: string) =>
      `${level} at ${name}: somebody recorded a later key press. Yours is in the history.`,
    refused: (detail: string) => `Not done: ${detail}`,
    copied: (what: keyof typeof copiesOf, text: string) =>
      `${copiesOf[what]} copied${what === 'number' ? `: ${text}` : ''}.`,
    copyRefused: 'The browser did not allow copying.',
    marked: (name: string, count: number) =>
      `${name}: ${count === 0 ? 'no center is' : `${count} of 3`} marked to compare.`,
    mostMarked: 'Three centers are marked. Unmark one first.',
    nothingToUndo: 'There is nothing to undo.',
    signInFirst: 'Sign in first: facts are recorded under a name.',
    noTarget: 'There is no level here to record something of.',
    noCenter: 'No listed center has this id. It may have closed.',
    undo: 'Undo',
    hide: 'Hide',
  },

  offline: {
    since: (when: string) => `No connection since ${when}.`,
    copy: (when: string, age: string) => `You search the copy of ${when} (${age} old). Public facts only.`,
    waiting: (count: number) => (count === 1 ? '1 key press waits' : `${count} key presses wait`),
    waitingHow: ': they go out in order, with the time you pressed the key.',
    see: (count: number) => (count === 1 ? 'See it' : `See the ${count}`),
    age: (minutes: number) =>
      minutes < 1
        ? 'under a minute'
        : minutes < 60
          ? `${minutes} min`
          : minutes < 2880
            ? `${Math.round(minutes / 60)} h`
            : `${Math.round(minutes / 1440)} days`,
    old: (when: string) => `Listings of ${when}`,
    notKept: 'This browser keeps no copy: after a reload, an outage would leave you without listings.',
  },

  waiting: {
    recorded: 'Recorded now:',
    history: 'In the history only, since somebody recorded a later key press:',
    title: 'Waiting to be sent',
    none: 'Nothing waits.',
    pressed: (when: string) => `pressed ${when}`,
    close: 'Close',
  },

  until: {
    full: (level: string) => `${level} intake full until`,
    closed: (level: string) => `${level} intake closed until`,
    weeks: (count: number) => (count === 1 ? '1 week' : `${count} weeks`),
    tomorrow: 'Tomorrow',
    month: '30 days',
    other: 'Another day',
    use: 'Use this day',
    close: 'Do nothing',
  },
  deny: {
    title: (level: string, name: string) => `${name} does not offer ${level}?`,
    hint: 'Callers will not see it any more. Press D again, or Enter.',
    yes: (level: string) => `Does not offer ${level}`,
    no: 'Do nothing',
  },
  filter: {
    title: 'Add a filter',
    placeholder: 'Type a level, payer, time, age …',
    none: 'No filter has this name.',
    on: 'on',
    within: (radius: string) => `Within ${radius.replace('mi', ' miles')}`,
    accepting: 'Not known to be full',
    confirmed: 'Confirmed',
  },
  palette: {
    title: 'Everything, with its key',
    placeholder: 'Type what you want to do',
    none: 'Nothing has this name.',
    choose: 'choose',
    doIt: 'do it. With single keys off, Ctrl K and the buttons do the same.',
  },
  groups: {
    center: 'For the chosen center',
    call: 'While calling',
    search: 'Search',
    view: 'Look',
    console: 'Console',
  },
  commands: {
    confirm: ({ level }) => `${level}: confirmed now`,
    deny: ({ level }) => `Does not offer ${level}`,
    full: () => 'Intake full until…',
    closed: () => 'Intake closed until…',
    taking: () => 'Taking new clients now',
    'answer-yes': ({ value }) => `${value}: yes`,
    'answer-no': ({ value }) => `${value}: no`,
    undo: () => 'Undo the last',
    'next-level': () => 'Turn the keys to another level',
    enter: () => 'Dial or copy the intake line',
    summary: () => 'Copy summary for the caller',
    link: () => 'Copy link to its page',
    'team-link': () => 'Copy link to it in this console',
    'step-up': ({ level }) => `Open the step up: ${level}`,
    'step-down': ({ level }) => `Open the step down: ${level}`,
    box: () => 'To the box',
    filter: () => 'Add a filter…',
    unknown: () => 'Show also “may offer it: ask”',
    'as-name': () => 'Read the box as a name',
    more: () => 'More centers',
    mark: () => 'Mark to compare',
    compare: () => 'Compare the marked centers',
    map: () => 'Map on or off',
    history: () => 'History of this center',
    corrections: () => 'Correct this center',
    lookup: () => 'Lookup',
    worklist: () => 'Worklist',
    progress: () => 'Progress',
    palette: () => 'Everything, with its key',
    'keys-on': () => 'Turn single keys on',
    'keys-off': () => 'Turn single keys off',
    'enter-dials': () => 'Let Enter dial the intake line',
    'enter-copies': () => 'Let Enter copy the intake line',
    waiting: () => 'Key presses that wait',
    'sign-in': () => 'Sign in',
    'sign-out': () => 'Sign out',
  } as Readonly<Record<string, (about: { readonly level: string; readonly value: string }) => string>>,
  /** In buttons and in the footer, where the key stands beside it. */
  buttons: {
    confirm: 'Confirmed now',
    deny: 'Does not offer',
    full: 'Full until…',
    closed: 'Closed…',
    taking: 'Taking clients',
    undo: 'Undo',
    summary: 'Summary',
    link: 'Link',
    mark: 'Compare',
    unmark: 'Marked',
    history: 'History',
    corrections: 'Correct',
    map: 'Map',
    compare: (count: number) => `Compare ${count}`,
  },
  footer: {
    label: 'Keys',
    row: 'row',
    open: 'open',
    enter: { copy: 'copy line', dial: 'call line' },
    confirm: 'confirmed',
    deny: 'not offered',
    full: 'full until',
    summary: 'summary',
    map: 'map',
    box: 'box',
    everything: 'everything',
    single: 'Single keys',
    on: 'on',
    off: 'off',
  },
  compare: {
    title: (count: number) => `${count} centers side by side`,
    back: 'Back to the list',
    differ: 'Where they differ',
    same: (count: number) => (count === 2 ? 'The same for both' : 'The same for all three'),
    remove: (name: string) => `${name}: unmark`,
    fact: 'Fact',
    miles: 'Miles',
    phone: 'Number',
    sure: 'How sure',
    intake: 'Intake',
    unknown: 'What a listing does not say is not a “no”. Ask.',
  },
  summary: {
    level: (name: string) => `Program: ${name}`,
    sure: (text: string) => text,
    asOf: 'Call first: they may be full.',
  },
  levelNames: start.levels.names as Readonly<Record<string, string>>,
};
export type ConsoleWords = typeof consoleWords;
