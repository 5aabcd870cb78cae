/**
 * One invalid request per line: the query as in a URL, the same as JSON if possible, the faulty fields, and a word that
 * the message about the first of them must have.
 */
export interface WrongSearch {
  readonly query?: string;
  readonly body?: unknown;
  readonly faulty: readonly string[];
  readonly says: string | RegExp;
}

const at = 'near=85004&';
const near = '85004';

const list = (field: string, misspelled: string, meant: string): WrongSearch[] => [
  { query: `${at}${field}=${misspelled}`, body: { near, [field]: [misspelled] }, faulty: [field], says: meant },
  { query: `${at}${field}=`, faulty: [field], says: 'is empty' },
  { query: `${at}${field}`, faulty: [field], says: 'is empty' },
  { query: `${at}${field}=%20`, faulty: [field], says: 'is empty' },
  { query: `${at}${field}=${misspelled}&${field}=${misspelled}`, faulty: [field], says: /names .* twice|is not an?/ },
  { query: `${at}${field}[]=`, faulty: [field], says: 'is empty' },
  { query: `${at}${field}=%00`, body: { near, [field]: ['\u0000'] }, faulty: [field], says: 'is not a' },
  { query: `${at}${field}=__proto__`, body: { near, [field]: ['__proto__'] }, faulty: [field], says: /is not an?/ },
  { query: `${at}${field}=%F0%9F%8F%A5`, body: { near, [field]: ['🏥'] }, faulty: [field], says: '"🏥" is not a' },
  {
    query: `${at}${field}=${'x'.repeat(3_000)}`,
    body: { near, [field]: ['x'.repeat(3_000)] },
    faulty: [field],
    says: '…" is not a',
  },
  {
    query: `${at}${field}=${Array.from({ length: 51 }, (_, n) => `v${n}`).join()}`,
    body: { near, [field]: Array.from({ length: 51 }, (_, n) => `v${n}`) },
    faulty: [field],
    says: 'at most 50 values',
  },
  { body: { near, [field]: misspelled }, faulty: [field], says: 'must be a list, such as ["' },
  { body: { near, [field]: [] }, faulty: [field], says: 'must not be an empty list' },
  { body: { near, [field]: null }, faulty: [field], says: 'must be a list' },
  { body: { near, [field]: { 0: 'iop', length: 1 } }, faulty: [field], says: 'must be a list' },
  {
    body: { near, [field]: [field === 'age' ? 7.5 : 7] },
    faulty: [`${field}/0`],
    says: /must be text|7(?:\.5)? is not a/,
  },
  { body: { near, [field]: [null] }, faulty: [`${field}/0`], says: /must be text|null is not a/ },
  { body: { near, [field]: [{ toString: 1 }] }, faulty: [`${field}/0`], says: /must be text|an object is not a/ },
  { body: { near, [field]: [['iop']] }, faulty: [`${field}/0`], says: /must be text|a list is not a/ },
];

const number = (field: string, unit: string, most: number): WrongSearch[] => [
  ...['0', '-1', '-0.5'].map((value) => ({
    query: `${at}${field}=${value}`,
    body: { near, [field]: Number(value) },
    faulty: [field],
    says: `must be more than 0 ${unit}`,
  })),
  {
    query: `${at}${field}=${most + 1}`,
    body: { near, [field]: most + 1 },
    faulty: [field],
    says: `at most ${most} ${unit}`,
  },
  ...['ten', '1e3', '5x', 'NaN', 'Infinity', '0x10', '1,5', '٣', '9'.repeat(400)].map((value) => ({
    query: `${at}${field}=${encodeURIComponent(value)}`,
    body: { near, [field]: value },
    faulty: [field],
    says: `must be a number of ${unit}`,
  })),
  { query: `${at}${field}=`, body: { near, [field]: null }, faulty: [field], says: '' },
  { query: `${at}${field}=5&${field}=6`, faulty: [field], says: /more than once$/ },
  { body: { near, [field]: [5] }, faulty: [field], says: 'must be a number' },
];

const texts = (field: string, values: readonly string[], says: string | RegExp): WrongSearch[] =>
  values.map((value) => ({
    query: `${field === 'near' ? '' : at}${field}=${encodeURIComponent(value)}`,
    body: { ...(field === 'near' ? {} : { near }), [field]: value },
    faulty: [field],
    says,
  }));

const choice = (field: string, values: readonly string[], says: string): WrongSearch[] => [
  ...texts(field, values, says),
  { query: `${at}${field}=`, body: { near, [field]: null }, faulty: [field], says: '' },
  { query: `${at}${field}=true&${field}=true`, faulty: [field], says: /more than once$/ },
  ...[0, 1, 'true ', [], [true], {}].map((value) => ({ body: { near, [field]: value }, faulty: [field], says })),
];

export const wrongSearches: readonly WrongSearch[] = [
  // include
  {
    query: 'near=85004&include=listed',
    body: { near: '85004', include: 'listed' },
    faulty: ['include'],
    says: 'unknown',
  },
  { body: { near: '85004', include: ['unknown'] }, faulty: ['include'], says: 'unknown' },
  // near
  { query: '', body: {}, faulty: ['near'], says: 'say where to search' },
  { query: 'level=iop', body: { level: ['iop'] }, faulty: ['near'], says: 'say where to search' },
  { query: 'near=', faulty: ['near'], says: 'is empty' },
  { query: 'near=85004&near=85004', faulty: ['near'], says: /more than once$/ },
  { body: { near: '' }, faulty: ['near'], says: 'must not be empty' },
  ...[85004, null, true, [], ['85004'], { lat: 33, lng: -112 }].map((value) => ({
    body: { near: value },
    faulty: ['near'],
    says: 'must be text',
  })),
  ...texts('near', ['99999', '00000', 'Phoenix, AZ 00000'], /"\d{5}" is not a ZIP of the United States/),
  ...texts('near', ['91,0', '-90.1,0'], 'is not between -90 and 90'),
  ...texts('near', ['0,181', '33,-180.001'], 'is not between -180 and 180'),
  ...texts(
    'near',
    ['33.4484,112.0740', '-112.0740,33.4484', '112.0740,33.4484', '+33.4484, +112.0740'],
    'did you mean 33.4484,-112.0740?',
  ),
  ...texts('near', ['25.76,80.19', '-80.19,25.76', '80.19, 25.76'], 'did you mean 25.76,-80.19?'),
  ...texts('near', ['1e1,5', '33.4.1,-112', '33..4,-112', '-,-', '1234,0'], 'is not a point such as 33.4484,-112.0740'),
  ...texts('near', ['NaN,NaN', '33.4;-112', '8500', '850041', '(33;-112)', '33.4, -112 W'], 'is not a place we know'),
  ...texts(
    'near',
    ['北京', 'Москва', '🏥', '\u0000', '\u0000\u0001', '<script>alert(1)</script>', '%', "' OR 1=1"],
    /is not a place we know|has no letters/,
  ),
  ...texts('near', ['__proto__', 'constructor', 'toString', '[object Object]'], 'is not a place we know'),
  ...texts('near', ['Phoenixx, AZ', 'Pheonix, AZ', 'phoenix, zz', 'Pheonix'], /did you mean .*Phoenix, AZ/),
  ...texts('near', ['Los Angelos', 'los angeles, xx'], 'did you mean Los Angeles, CA'),
  ...texts('near', ['Peoria'], '"Peoria" may be Peoria, AZ or Peoria, IL'),
  ...texts('near', ['123 Main St, Phoenix, AZ'], 'did you mean Phoenix, AZ'),
  ...texts('near', ['Canada', 'mexico'], 'is outside of the United States'),
  ...texts('near', ['AZ', 'Arizona', 'arizona '], 'is a state: search it with state=AZ, or name'),
  ...texts('near', ['NY', 'ME', 'Texas'], 'is a state: name a city or a ZIP in it'),
  ...texts('near', ['x'.repeat(201)], 'must be at most 200 characters'),
  ...texts('near', ['x'.repeat(200)], '…" is not a place'),
  ...texts('near', ['me'], 'your location is not known'),
  // state
  ...texts('state', ['Arizona', 'ARIZONA'], 'did you mean "AZ"?').map(withoutNear),
  ...texts(
    'state',
    ['NY', 'XX', 'AZ,CA', '*', '__proto__', '\u0000'],
    'is not a state that we serve. Accepted: AZ,',
  ).map(withoutNear),
  { query: 'state=', faulty: ['state'], says: 'is empty' },
  { query: 'state=AZ&state=AZ', faulty: ['state'], says: /more than once$/ },
  { body: { state: null }, faulty: ['state'], says: 'null is not a state' },
  { body: { state: ['AZ'] }, faulty: ['state'], says: 'a list is not a state' },
  { body: { state: { toString: 1 } }, faulty: ['state'], says: 'an object is not a state' },
  {
    query: 'state=AZ&within=25mi',
    body: { state: 'AZ', within: 25 },
    faulty: ['within'],
    says: 'a state is always searched whole',
  },
  {
    query: `${at}state=AZ`,
    body: { near, state: 'AZ' },
    faulty: ['near', 'state'],
    says: 'only one of near and state',
  },
  // An empty origin does not conflict with another origin, so the message does not claim that it does.
  { query: 'near=&state=AZ', body: { near: '', state: 'AZ' }, faulty: ['near'], says: 'empty' },
  { query: 'near=%20&cell=9tbq', body: { near: ' ', cell: '9tbq' }, faulty: ['near'], says: 'empty' },
  { body: { near: null, state: 'AZ' }, faulty: ['near'], says: 'must be text' },
  // cell
  ...texts(
    'cell',
    ['9tb', '9tbqru', '9TBQ', '9tba', '9tb ', '33.4,-112', '\u0000\u0000\u0000\u0000', '9tbq,9tbr', '__proto__'],
    'is not a geohash of 4 or 5',
  ).map(withoutNear),
  { query: 'cell=', faulty: ['cell'], says: 'is empty' },
  { query: 'cell=9tbq&cell=9tbr', faulty: ['cell'], says: /more than once$/ },
  {
    query: 'cell=9tbq&near=85004',
    body: { cell: '9tbq', near },
    faulty: ['near', 'cell'],
    says: 'only one of near and cell',
  },
  {
    query: 'cell=9tbq&state=AZ&q=iop',
    body: { cell: '9tbq', state: 'AZ', q: 'iop' },
    faulty: ['cell', 'state', 'q'],
    says: 'only one of cell and state and q',
  },
  ...[7, null, ['9tbq'], {}].map((cell) => ({ body: { cell }, faulty: ['cell'], says: 'must be text' })),
  // q
  { query: 'q=', faulty: ['q'], says: 'is empty' },
  { query: 'q=iop&q=php', faulty: ['q'], says: /more than once$/ },
  { query: 'q=iop%20near%2099999', body: { q: 'iop near 99999' }, faulty: ['q'], says: '"99999" is not a ZIP' },
  { query: 'q=iop%20peoria', body: { q: 'iop peoria' }, faulty: ['q'], says: 'may be Peoria, AZ or Peoria, IL' },
  { query: 'q=iop%20in%20texas', body: { q: 'iop in texas' }, faulty: ['q'], says: /no center is listed in T/ },
  { query: 'q=iop%20near%20me', body: { q: 'iop near me' }, faulty: ['q'], says: 'your location is not known' },
  { query: `q=${'x'.repeat(201)}`, body: { q: 'x'.repeat(201) }, faulty: ['q'], says: 'at most 200 characters' },
  ...[7, null, ['iop'], {}].map((q) => ({ body: { q }, faulty: ['q'], says: 'must be text' })),
  // name
  ...texts('name', ['\u0000', '...', '🏥', '-'], 'has only words such as'),
  { query: 'name=', faulty: ['name'], says: 'is empty' },
  { query: 'name=a&name=b', faulty: ['name'], says: /more than once$/ },
  {
    query: 'name=bridge&within=5',
    body: { name: 'bridge', within: 5 },
    faulty: ['within'],
    says: 'needs a place to measure from',
  },
  ...[7, null, ['a'], {}].map((name) => ({ body: { near, name }, faulty: ['name'], says: 'must be text' })),
  // cursor
  ...texts(
    'cursor',
    ['x', '__proto__', '[]', 'W10', 'bnVsbA', '\u0000', '../../x', 'e30='],
    'is not a cursor; send the `next`',
  ),
  { query: `${at}cursor=`, faulty: ['cursor'], says: 'is empty' },
  { query: `${at}cursor=a&cursor=b`, faulty: ['cursor'], says: /more than once$/ },
  {
    query: `${at}cursor=${'x'.repeat(4_001)}`,
    body: { near, cursor: 'x'.repeat(4_001) },
    faulty: ['cursor'],
    says: 'too long to be a cursor',
  },
  ...[7, null, ['x'], {}].map((cursor) => ({ body: { near, cursor }, faulty: ['cursor'], says: 'must be text' })),
  // within
  ...texts(
    'within',
    ['0', '0mi', '0.0km', '501', '500.1mi', '805km', '9'.repeat(190)],
    'must be more than 0 and at most 500mi',
  ),
  ...texts(
    'within',
    ['-5', '25m', '25 miles', 'mi', '25mikm', 'NaN', '1e2', '٢٥', '25,5', '\u0000', '__proto__'],
    'is not a distance such as 25mi',
  ),
  { query: `${at}within=`, body: { near, within: '' }, faulty: ['within'], says: /empty/ },
  { query: `${at}within=5&within=6`, faulty: ['within'], says: /more than once$/ },
  ...[0, 500.1].map((within) => ({ body: { near, within }, faulty: ['within'], says: 'at most 500mi' })),
  ...[true, null, [25], { km: 5 }].map((within) => ({
    body: { near, within },
    faulty: ['within'],
    says: 'must be a distance',
  })),
  // lists
  ...list('level', 'iopp', 'did you mean "iop"?'),
  ...list('condition', 'alchohol', 'did you mean "alcohol"?'),
  ...list('population', 'woman', 'did you mean "women"?'),
  ...list('age', 'teens', 'did you mean "adolescents"?'),
  ...list('age', '121', 'is not an age in years'),
  ...list('gender', 'female', 'did you mean "women"?'),
  ...list('families', 'child care', 'did you mean "childcare"?'),
  ...list('therapy', 'emdrr', 'did you mean "emdr"?'),
  ...list('payer', 'medicaidd', 'did you mean "medicaid"?'),
  ...list('modality', 'telehelth', 'did you mean "telehealth"?'),
  ...list('schedule', 'evenings', 'did you mean "evening"?'),
  ...list('language', 'Spanish', 'did you mean "es"?'),
  ...texts('language', ['xx', 'tlh', 'zz-Latn', 'x-private', '*', 'en_US', '12'], 'is not a language in').map(getOnly),
  ...texts('language', ['Spanish', 'spanish', 'spannish', 'esx'], /did you mean "es"/).map(getOnly),
  ...texts('language', ['asl', 'ASL'], 'American Sign Language is "ase"').map(getOnly),
  ...list('in', 'TX', '"TX" is not a state that we serve. Accepted: AZ,'),
  { query: 'in=AZ&state=AZ', faulty: ['in'], says: 'cannot be combined with state' },
  ...list('organization', 'Open Door', 'is not an organization\'s slug, such as "open-door-health"'),
  ...texts('level', ['IOP', 'Intensive Outpatient'], 'did you mean "iop"?').map(getOnly),
  ...texts('condition', ['dual diagnosis', 'Dual-Diagnosis'], 'did you mean "co-occurring"?').map(getOnly),
  ...texts('payer', ['Aetna', 'atena'], 'did you mean "aetna"?').map(getOnly),
  ...texts('payer', ['tricare'], 'did you mean "military"?').map(getOnly),
  ...texts('level', ['iop,', ',iop', 'iop,,php'], 'holds an empty value').map(getOnly),
  { query: `${at}level=iop,iop`, body: { near, level: ['iop', 'iop'] }, faulty: ['level'], says: 'names "iop" twice' },
  {
    query: `${at}language=es,ES`,
    body: { near, language: ['es', 'ES'] },
    faulty: ['language'],
    says: 'names "es" twice',
  },
  // numbers and choices
  ...number('maxHoursPerWeek', 'hours', 168),
  ...number('maxSessionsPerWeek', 'sessions', 50),
  ...number('maxWeeks', 'weeks', 520),
  ...texts(
    'limit',
    ['0', '51', '-1', '2.5', 'ten', '1e1', 'NaN', '٥', '5 5', '9'.repeat(400)],
    'must be a whole number from 1 to 50',
  ),
  { query: `${at}limit=`, body: { near, limit: null }, faulty: ['limit'], says: '' },
  { query: `${at}limit=5&limit=5`, faulty: ['limit'], says: /more than once$/ },
  ...choice('housing', ['yes', 'TRUE', '1', 'null', '\u0000'], 'must be true or false'),
  ...choice('accepting', ['false', 'yes', 'TRUE', '1'], 'must be true, or left out'),
  ...choice('include', ['all', 'Unknown', 'true', 'unknown,listed'], 'unknown'),
  ...choice('confirmed', ['false', 'yes', '30', '0d', '30D', '-1d', '12345d', '1.5d', '30days'], 'such as 30d'),
  // unknown names
  { query: `${at}levl=iop`, body: { near, levl: ['iop'] }, faulty: ['levl'], says: 'did you mean "level"?' },
  { query: `${at}Level=iop`, body: { near, Level: ['iop'] }, faulty: ['Level'], says: 'did you mean "level"?' },
  { query: `${at}zip=85004`, body: { near, zip: 1 }, faulty: ['zip'], says: 'is not a' },
  ...['__proto__', 'constructor', 'toString', 'hasOwnProperty', '%00', '', 'a~b/c'].map((name) => ({
    query: `${at}${name}=1`,
    faulty: [decodeURIComponent(name)],
    says: 'is not a parameter',
  })),
  ...['{"near":"85004","__proto__":{"near":"x"}}', '{"near":"85004","__proto__":null}'].map((body) => ({
    body,
    faulty: ['__proto__'],
    says: 'is not a field',
  })),
  { body: { near, constructor: { prototype: 1 } }, faulty: ['constructor'], says: 'is not a field' },
  { body: { near, 'a~b/c': 1 }, faulty: ['a~0b~1c'], says: 'is not a field' },
  {
    query: `${at}level=iopp&condition=x&limit=0&within=x&foo=1&housing=no&maxWeeks=-1&state=AZ`,
    faulty: ['foo', 'level', 'condition', 'limit', 'within', 'housing', 'maxWeeks', 'near', 'state'],
    says: '',
  },
  {
    body: { level: ['iopp', 'iop', 7], limit: 0, foo: 1, near: 'x,y' },
    faulty: ['level/0', 'level/2', 'limit', 'foo', 'near'],
    says: '',
  },
  // bodies that are not an object
  ...['null', '[]', '"x"', '7', 'true', '[{"near":"85004"}]'].map((body) => ({
    body,
    faulty: [''],
    says: 'must be one JSON object',
  })),
];

function withoutNear({ query = '', body, ...rest }: WrongSearch): WrongSearch {
  const { near: _, ...fields } = body as Record<string, unknown>;
  return { ...rest, query: query.replace(at, ''), body: fields };
}

function getOnly({ body: _, ...rest }: WrongSearch): WrongSearch {
  return rest;
}
