// This file is separate so that payer-faults.ts can name the payer that a word means without loading all sayings.

/** Abbreviations and misspellings of kinds of payer that the spelling check would correct to a wrong word. */
export const payerSlips = {
  medicaid: 'mcaid, m caid, mcal, medicade, medicad, medicald, medi caid',
  medicare: 'medicair, mcare',
  military: 'tri care, tricare west, champva',
} as const;

/** Other names of insurers, by the slug that a listing would use. */
export const insurerSayings: ReadonlyMap<string, string> = new Map(
  Object.entries({
    aetna: 'aetna, etna insurance',
    ambetter: 'ambetter',
    anthem: 'anthem, anthem blue cross, anthem bcbs, anthem blue cross blue shield',
    'blue-cross-blue-shield': `bcbs, blue cross, blue shield, blue cross blue shield, blue cross and blue shield,
    bluecross, blue cross of az, horizon, horizon bcbs, horizon bcbsnj, horizon blue cross, premera blue cross, regence blue shield, bc bs`,
    cigna: 'cigna, evernorth',
    'health-net': 'health net, healthnet',
    humana: 'humana',
    kaiser: 'kaiser, kaiser permanente',
    'magellan-health': 'magellan, magellan health',
    optum: 'optum, optum health',
    premera: 'premera',
    regence: 'regence',
    'united-healthcare': `united healthcare, united health care, unitedhealthcare, united health, united insurance, uhc,
    united behavioral health, united`,
  }),
);
