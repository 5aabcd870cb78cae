import fc from 'fast-check';

/** What a property test tries is the same each time under CI; elsewhere chance goes on looking. */
const CI_SEED = 20_261_129;

if (process.env.CI !== undefined && process.env.CI !== '') fc.configureGlobal({ seed: CI_SEED });
