/**
 * zod's `jitless`, as the first statement of every file of a bundle: zod reads it when a schema is created, which is
 * before any statement of an importing module can run. Compiling a schema only pays off after thousands of requests,
 * and under a content security policy even the attempt is an error in the browser's console.
 */
export const uncompiledSchemas = 'globalThis.__zod_globalConfig??={jitless:true};';
