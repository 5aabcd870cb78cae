/** Texts that only a center's page has. */
export const centerPageWords = {
  call: 'Call',
  where: 'Where it is',
  facts: 'Who, how, and what it costs',
  sureOf: (levels: string, text: string) => `${levels}: ${text}`,
  means: (level: string, state: string) => `${level} in ${state}`,
  support: {
    title: 'More or less support',
    hint: 'From less to more. A lit window: listed here. Many people move from one to the next.',
    here: 'Listed here',
    notHere: 'Not listed here.',
    ask: 'Not known: ask.',
    nearest: 'Nearest:',
  },
  unknown: {
    title: 'Not known, and worth asking',
    hint: 'A listing that does not say something does not mean no.',
    levels: (levels: string) => `Do you offer ${levels}? Its directory has no word for it.`,
    anyLevel: 'Which programs do you offer? Its listing does not say.',
    space: 'Is there space now, and when could I start?',
    fact: (title: string) => `${title}: not listed.`,
    cost: 'What would I pay, with my insurance or without?',
  },
  provider: 'Is this your center?',
  checks: 'How we check',
};
