import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadRecords } from '../../data/records/load.ts';
import { openApiDocument } from '../../functions/api/openapi/document.ts';
import { unpackFacts } from '../../functions/dataset/facts.ts';
import { masks } from '../../functions/dataset/index-nodes.ts';
import { codeSystemNames } from '../../functions/faces/fhir/shapes/systems.ts';
import { taxonomyNames } from '../../functions/faces/hsds/shapes/taxonomies.ts';
import { findProgramsNear } from '../../functions/faces/mcp/tools/find-programs-near.ts';
import { listFilters } from '../../functions/faces/mcp/tools/list-filters.ts';
import { searchFields } from '../../functions/faces/v1/parameters/fields.ts';
import { placeOf } from '../../functions/publish/added/paths.ts';
import { summarizeDataset } from '../../functions/publish/build/summarize-dataset.ts';
import { columnNames } from '../../functions/records/columns/columns.ts';
import { factNames } from '../../functions/records/layout/layout.ts';
import { buildSite } from '../../infra/site-assets.ts';
import { askHere } from '../../infra/tools/near/ask.ts';

/**
 * Prints, as JSON, the fields known to each part of this copy of the project, and its answers to some searches in
 * Arizona. Run in a copy with a changed table of fields (changed-copy.ts). Arguments: the searches, as query strings.
 */
const file = 'data/examples.json';
const records = await loadRecords(file);
const [first] = records;
if (first === undefined) throw new Error(`${file} has no record`);

function correctable(): string {
  try {
    placeOf(`offerings.${first?.offerings[0]?.id}.nothing`, first as NonNullable<typeof first>);
  } catch (error) {
    return String(error);
  }
  throw new Error('a field that no offering has was taken');
}

const site = mkdtempSync(join(tmpdir(), 'site-'));
buildSite(site, 'web');
const scripts = readdirSync(site, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.js'));
const page = scripts.map((name) => readFileSync(join(site, name), 'utf8')).join('\n');
rmSync(site, { recursive: true });

const answers = [];
for (const search of process.argv.slice(2)) {
  const { status, body } = await askHere(file, new URLSearchParams(search));
  answers.push({ status, ...JSON.parse(body) });
}
process.stdout.write(
  JSON.stringify({
    /** For each part of the project, the names of the search fields that this part knows. */
    searched: {
      parser: Object.keys(searchFields),
      document: JSON.stringify(openApiDocument([]).paths['/v1/centers']).match(/(?<="name":")\w+/g),
      tool: Object.keys(findProgramsNear.input.shape),
      command: execFileSync(process.execPath, ['infra/tools/near/near.ts', '--help'], { encoding: 'utf8' }).match(
        /(?<=--)[\w-]+/g,
      ),
    },
    /** For each part of the project, the names of the lists of values that this part knows. */
    listed: {
      counts: Object.keys(summarizeDataset(records).values),
      codeSystems: codeSystemNames,
      taxonomies: taxonomyNames,
      tool: listFilters.description.match(/\w+/g),
    },
    /** For each part of the project, the names of the facts of an offering that this part knows. */
    held: {
      columns: columnNames,
      file: factNames,
      correctable: correctable().match(/\w+/g),
      earlier: Object.keys(unpackFacts([0, 0, 0, 0, [], [], 0, 0, 0, 0, 0] as never)),
    },
    masks: masks.map(({ name }) => name),
    earlier: unpackFacts([0, 0, 0, 0, [], [], 0, 0, 0, 0, 0] as never),
    page,
    answers,
  }),
);
