import { setFlagsFromString } from 'node:v8';

// Imports allocate much memory and keep little of it. With this flag the engine frees memory sooner: an import of both
// directories with a previous dataset needs 290 MB instead of 560, but 16 s of processor time instead of 8. The flag
// must be set before the heap grows.
setFlagsFromString('--optimize-for-size');
