import { joined } from './text.ts';

/** The finder's texts before a search, which load first. */
const centers = (count: number) => (count === 1 ? '1 center' : `${count.toLocaleString('en-US')} centers`);

export const start = {
  code: 'en',
  or: (items: readonly string[]) => joined(items, 'or'),
  and: (items: readonly string[]) => joined(items, 'and'),
  centers,

  strip: {
    label: 'Crisis line',
    ask: 'In crisis?',
    call: 'Call 988',
    text: 'Text',
    /** Added after "Text", if there is room. */
    textMore: ' 988',
    textHref: 'sms:988',
    chat: 'Chat with 988',
    danger: '911',
    /** Added before the number 911, if there is room. */
    dangerMore: 'Danger now: ',
    leave: 'Leave',
    leaveHint: 'Leave this site now',
  },

  box: {
    form: 'Find a program',
    label: 'What do you need, and where?',
    /** Short: it must fit beside a button on a phone of 360 px. */
    placeholder: 'ZIP, city, or words',
    hint: 'Such as 85004, or detox in Tucson',
    places: 'Places',
    found: (count: number) => (count === 1 ? '1 place. Use the arrow keys.' : `${count} places. Use the arrow keys.`),
    search: 'Search',
    clear: 'Clear the box',
    locate: 'Use my location',
    area: 'Sends only an area some 3 miles wide.',
    areaHere: 'Your location stays on this device.',
    here: 'My location',
    allOf: (state: string) => `All of ${state}`,
    kept: 'We keep nothing: no search, no place, no cookie.',
    keptHere: 'Nothing you type leaves this device.',
    crisis: 'Talk to somebody now:',
    crisisCall: 'call 988',
    crisisText: 'text 988',
    crisisDanger: 'In danger: 911',
  },

  refused: {
    empty: 'Type a ZIP code or a city, or say what you need and where.',
    long: (most: number) => `That is more than we can read. Say it in ${most} letters or fewer.`,
    denied: 'Your browser did not share a location. Type a ZIP code or city instead.',
    unfound: 'Your device could not find where it is. Type a ZIP code or city instead.',
    slow: 'Finding your location took too long. Type a ZIP code or city instead.',
  },

  levels: {
    title: 'What kind of program?',
    any: 'Not sure yet',
    anyHint: 'Shows every kind of program',
    hints: {
      iop: 'A few hours, 3 to 5 days a week',
      php: 'Most of the day, most days',
      op: 'About once a week',
      aftercare: 'Support that goes on after a program',
      residential: 'You live at the center',
      inpatient: 'Care in a hospital, day and night',
      'sober-living': 'A shared home without alcohol or drugs',
      detox: 'Help through withdrawal',
    } as Readonly<Record<string, string>>,
    names: {
      op: 'Outpatient (OP)',
      iop: 'Intensive outpatient (IOP)',
      php: 'Partial hospitalization (PHP)',
      residential: 'Residential',
      inpatient: 'Hospital inpatient',
      detox: 'Detox',
      aftercare: 'Aftercare',
      'sober-living': 'Sober living',
    } as Readonly<Record<string, string>>,
  },

  waiting: {
    search: 'Searching…',
    more: 'Loading more…',
    locate: 'Finding your location…',
    slow: 'Still looking…',
    slowHint: 'The line is slow. You can wait, or call a person who looks with you.',
  },

  own: {
    title: 'This website’s own line',
    hint: 'Not one of the centers in the list',
    benefits: 'Free insurance check, this website’s own line',
  },

  problem: {
    offline: 'No answer came back',
    offlineHint: 'Your connection may be down. What you typed is still in the box.',
    retry: 'Try again',
    helpline: 'People at SAMHSA’s helpline can look with you, day or night, in English and Spanish:',
  },

  helpline: {
    number: '1-800-662-HELP (4357)',
    href: 'tel:+18006624357',
    hint: 'SAMHSA’s helpline: free, day and night',
  },

  listed: (count: number, states: string) => `${centers(count)} in ${states}.`,
  forOthers: 'You can search and call for somebody else.',
};

export type StartWords = typeof start;
