import { writeFileSync } from 'node:fs';
import { openApiDocument } from '../../functions/api/openapi/document.ts';
import { makeClientTypes } from '../../infra/tools/client/write.ts';

// Writes the same as `npm run openapi` and `npm run client`, without examples, because these need the listings, which a
// copy leaves out.
writeFileSync('functions/api/service/openapi.json', JSON.stringify(openApiDocument([])));
writeFileSync('web/client/types.ts', await makeClientTypes());
