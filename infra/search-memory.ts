/** What the search function has, in MB. */
export const SEARCH_MEMORY_MB = 1024;

/**
 * The most that its JavaScript heap may take. Left alone, the runtime lets garbage pile up until the heap is nearly all
 * of the memory, and then there is no room for what stands outside of it: buffers, code, the table of places.
 * `npm run bench -- --only memory` runs a process with this limit.
 */
export const SEARCH_HEAP_MB = 512;
