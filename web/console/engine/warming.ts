/**
 * Searches that run as soon as listings are opened: one for a place and one for a name. They build the tables that
 * every lookup needs.
 */
export const firstTexts = ['iop 85004', 'recovery centers'] as const;

/**
 * Searches that run while the page is idle, one of each kind, because the first of a kind takes several times as long
 * as later ones.
 */
export const warmingTexts = [
  'io',
  'cact',
  '602 det',
  'php scot',
  'crossraods pho',
  'residential teens denver aetna',
  'detox medicaid spanish tuc',
  '1520 e pima st, tucson',
] as const;
