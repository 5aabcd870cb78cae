import * as z from 'zod';

// Schemas look for eval when they are made, and this page's policy reports that. Imported first, so that none is made before.
z.config({ jitless: true });
