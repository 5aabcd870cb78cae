import { writeFileSync } from 'node:fs';
import { openApiDocument } from '../../functions/api/openapi/document.ts';
import { makeClientTypes } from '../../infra/tools/client/write.ts';

// What `npm run openapi` and `npm run client` write, without examples: those need the listings, which a copy leaves out.
writeFileSync('functions/api/service/openapi.json', JSON.stringify(openApiDocument([])));
writeFileSync('web/client/types.ts', await makeClientTypes());
