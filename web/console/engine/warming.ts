/** Looked up as soon as the listings are here: a place and a name. They build what every lookup needs. */
export const firstTexts = ['iop 85004', 'recovery centers'] as const;

/** One text of each kind, looked up while the page is idle: the first lookup of a kind takes several times as long as later ones. */
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
