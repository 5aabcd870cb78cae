/**
 * Who may import whom. `npm run lint` checks it, type imports included.
 * @type {import('dependency-cruiser').IConfiguration}
 */

/** The rooms of functions/ from the ground up: each may import those before it, never one after it. */
const rooms = [
  'geo',
  'domain',
  'crisis',
  'environment',
  'dataset',
  'places',
  'query',
  'search',
  'store',
  'records',
  'publish',
  'publisher',
  'http',
  'faces',
  'device',
  'api',
  'agents',
  'canary',
];
const path = (names) => `^functions/(?:${names.join('|')})/`;

const upward = rooms.slice(0, -1).map((room, at) => ({
  name: `${room}-imports-no-room-above-it`,
  comment: `The rooms of functions/ are, from the ground up: ${rooms.join(', ')}.`,
  severity: 'error',
  from: { path: path([room]) },
  to: { path: path(rooms.slice(at + 1)) },
}));

export default {
  forbidden: [
    {
      name: 'no-circle-of-files',
      comment: 'Move what both need into a file of its own.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-circle-of-folders',
      comment: 'Imports between two folders go one way.',
      severity: 'error',
      scope: 'folder',
      from: {},
      to: { circular: true },
    },
    ...upward,
    {
      name: 'every-room-has-its-place',
      comment: 'A new folder of functions/ needs a place in the list of rooms in .dependency-cruiser.mjs.',
      severity: 'error',
      from: { path: '^functions/', pathNot: path(rooms) },
      to: {},
    },
    {
      name: 'functions-import-no-tools',
      comment: 'What runs in Lambda knows neither the data commands nor the infrastructure.',
      severity: 'error',
      from: { path: '^functions/' },
      to: { path: '^(?:data|infra|test)/' },
    },
    {
      name: 'only-pages-draw',
      comment:
        "The server draws pages with web/pages, the finder's own parts and words; nothing else in functions/ knows web/.",
      severity: 'error',
      from: { path: '^functions/' },
      to: { path: '^web/', pathNot: '^web/(?:locator/parts|pages|words)/' },
    },
    {
      name: 'only-the-pages-face-draws',
      comment: 'Parts and words of web/ are for functions/faces/pages.',
      severity: 'error',
      from: { path: '^functions/', pathNot: '^functions/faces/pages/' },
      to: { path: '^web/' },
    },
    {
      name: 'answering-never-publishes',
      comment: 'The public handler reads: code that writes a dataset is no part of it.',
      severity: 'error',
      from: { path: path(['query', 'search', 'http', 'faces', 'api']) },
      to: { path: path(['records', 'publish', 'publisher']) },
    },
    {
      name: 'only-the-store-knows-dynamodb',
      comment: 'A handler may make the client that it hands to the store.',
      severity: 'error',
      from: { path: '^functions/', pathNot: '^functions/(?:store/|\\w+/handler\\.ts$)' },
      to: { path: 'node_modules/@aws-sdk/(?:client-dynamodb|lib-dynamodb)/' },
    },
    {
      name: 'data-imports-no-infrastructure',
      severity: 'error',
      from: { path: '^data/' },
      to: { path: '^(?:infra|web|test)/' },
    },
    {
      name: 'the-site-imports-no-tools',
      severity: 'error',
      from: { path: '^web/' },
      to: { path: '^(?:data|infra|test)/' },
    },
    {
      name: 'every-import-is-there',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, path: '^\\.' },
    },
    {
      name: 'nothing-imports-tests',
      severity: 'error',
      from: { path: '^(?:functions|data|infra|web)/' },
      to: { path: '^test/' },
    },
  ],
  options: {
    parser: 'swc',
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^web/client/dist/' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.js', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'node'],
    },
  },
};
