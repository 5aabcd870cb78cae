/** The helplines on every answer, as their operators word them. */
export const help = {
  crisis: 'Call or text 988 or chat 988lifeline.org',
  treatment: '1-800-662-HELP (4357)',
  emergency: '911',
  notice: 'Confirm with admissions that a center offers the program.',
} as const;

/** The first line of a text answer to a request that expresses danger to life. */
export const crisisLine = `Your words sound like a life may be in danger. ${help.crisis} (988 Suicide & Crisis Lifeline). Emergency: ${help.emergency}.`;
