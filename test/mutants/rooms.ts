/** The most relevant tests of each room, the longest prefix first. A mutant may name better ones. */
const rooms: readonly (readonly [string, readonly string[]])[] = [
  ['functions/crisis/', ['test/crisis', 'test/query', 'test/http/crisis.test.ts']],
  ['functions/domain/', ['test/domain', 'test/contracts']],
  ['functions/geo/', ['test/geo']],
  ['functions/dataset/', ['test/search', 'test/publish/changes.test.ts']],
  ['functions/search/', ['test/search', 'test/faces/v1/search.test.ts', 'test/faces/v1/pages.test.ts']],
  ['functions/store/', ['test/store', 'test/http/store-faults.test.ts']],
  ['functions/publish/', ['test/publish']],
  ['functions/publisher/', ['test/publisher', 'test/infra/local/uploads.test.ts']],
  [
    'functions/publish/added/',
    [
      'test/publish/confirm.test.ts',
      'test/publish/correct.test.ts',
      'test/data/commands/correct.test.ts',
      'test/publish/closing.test.ts',
    ],
  ],
  ['functions/records/', ['test/records']],
  ['functions/query/', ['test/query']],
  ['functions/places/', ['test/places', 'test/faces/v1/reference.test.ts']],
  ['functions/faces/v1/', ['test/faces/v1', 'test/http', 'test/contracts']],
  ['functions/faces/fhir/', ['test/faces/fhir', 'test/contracts']],
  ['functions/faces/hsds/', ['test/faces/hsds', 'test/contracts']],
  ['functions/faces/mcp/', ['test/faces/mcp', 'test/contracts']],
  ['functions/faces/pages/', ['test/faces/pages']],
  ['functions/faces/agent/', ['test/agent']],
  ['functions/agents/', ['test/agent']],
  ['functions/device/', ['test/device', 'test/web/device']],
  ['functions/canary/', ['test/canary']],
  ['functions/http/', ['test/http', 'test/faces/v1', 'test/contracts']],
  ['functions/api/', ['test/http', 'test/api', 'test/contracts']],
  [
    'data/match/',
    [
      'test/data/match/matching.test.ts',
      'test/data/match/previous.test.ts',
      'test/data/match/grouping.test.ts',
      'test/data/import/value-counts.test.ts',
    ],
  ],
  [
    'data/import/',
    [
      'test/data/import/import.test.ts',
      'test/data/import/hostile.test.ts',
      'test/data/import/findtreatment.test.ts',
      'test/data/import/value-counts.test.ts',
    ],
  ],
  [
    'data/sources/',
    [
      'test/data/import/import.test.ts',
      'test/data/import/hostile.test.ts',
      'test/data/import/findtreatment.test.ts',
      'test/data/import/value-counts.test.ts',
    ],
  ],
  ['data/places/', ['test/places']],
  ['data/', ['test/data']],
  [
    'web/',
    [
      'test/web/telling.test.ts',
      'test/web/page-parts.test.ts',
      'test/contracts',
      'test/web/links.test.ts',
      'test/web/page.test.ts',
    ],
  ],
  ['infra/local/', ['test/infra/local']],
  ['infra/', ['test/infra/stack.test.ts', 'test/infra']],
];

/**
 * Test files or folders for a source file.
 * @throws if no room contains it
 */
export function testsOf(file: string): readonly string[] {
  const [found] = rooms.filter(([room]) => file.startsWith(room)).sort(([one], [other]) => other.length - one.length);
  if (found === undefined) throw new Error(`test/mutants/rooms.ts names no tests for ${file}`);
  return found[1];
}
