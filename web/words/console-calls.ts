const copiesOf = { summary: 'Summary', link: 'Link', number: 'Number' } as const;

/** The console's texts for recording a center's answers: conflicts, facts, copies, outages. */
export const callWords = {
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
    noTarget: 'There is no level here to record anything for.',
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
};
