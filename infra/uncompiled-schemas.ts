/**
 * Turns off zod's compilation of schemas (`jitless`). It must be the first statement of every file of a bundle, because
 * zod reads the setting when a schema is created, which is before any statement of an importing module can run.
 * Compiling a schema only pays off after thousands of requests. Under a content security policy, even the attempt
 * causes an error in the browser's console.
 */
export const uncompiledSchemas = 'globalThis.__zod_globalConfig??={jitless:true};';
