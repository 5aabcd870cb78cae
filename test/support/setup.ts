import fc from 'fast-check';

/** Under CI, property tests run the same cases each time; elsewhere they are random. */
const CI_SEED = 20_261_129;

if (process.env.CI !== undefined && process.env.CI !== '') fc.configureGlobal({ seed: CI_SEED });
