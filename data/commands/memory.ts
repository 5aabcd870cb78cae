import { setFlagsFromString } from 'node:v8';

// Imports allocate much and keep little. With this flag the engine frees memory sooner: both directories with a previous
// dataset need 290 MB instead of 560, but 16 s of processor time instead of 8. Set it before the heap grows.
setFlagsFromString('--optimize-for-size');
