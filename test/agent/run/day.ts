import { signInAs } from '../../../infra/tools/token/sign-in.ts';
import { pick, seeded } from '../../support/random.ts';
import { records } from '../../support/real-records.ts';
import { itemsOf, linesOf, type Place, publicAnswers } from './everything.ts';
import type { Ask, Asked, Front } from './front.ts';

export interface DayReport {
  /** Number of requests of each kind, and how many of them succeeded. */
  readonly done: Readonly<Record<string, readonly [asked: number, succeeded: number]>>;
  readonly searched: {
    readonly lines: number;
    readonly items: number;
    readonly pages: number;
    readonly answers: number;
  };
  readonly words: number;
  readonly faults: readonly string[];
}

const LOOKUPS = 200;
/** Texts that must not appear anywhere: who called, from where, with what, and what was typed. */
const typed = [
  ...['zanzibar quillfeather detox', 'my son tarquin needs iop near 85004', 'medicaid thornbury-smythe phoenix'],
  ...['+1 602 555 0147 called about php', 'mrs wetherby 14 elm street mesa', 'wants suboxone for oswaldina'],
];
const traces = {
  'user-agent': 'HeadsetOfTheCallCenter/7.7',
  'x-forwarded-for': '203.0.113.77',
  cookie: 'crm-case=CASE-90210-XYZ',
  referer: 'https://crm.example/case/CASE-90210-XYZ?caller=tarquin',
};
const typedWords = [
  'zanzibar',
  'quillfeather',
  'tarquin',
  'thornbury',
  '6025550147',
  '602 555 0147',
  'wetherby',
  'oswaldina',
];
const traceWords = ['HeadsetOfTheCallCenter', '203.0.113.77', 'CASE-90210'];
/** Private fields. They are in separate items that only the team's functions read. */
const fields = {
  facilityCode: 'PRIV-CODE-77',
  directIntakeLine: { number: '+16025550166', extension: '4711' },
  warmTransferNote: 'Ask for Philippa at the side desk.',
  internalNotes: 'The lift is at the back; Bartholomew has the key.',
};
const privateWords = ['PRIV-CODE-77', '5550166', '555-0166', 'Philippa', 'Bartholomew'];
const people = ['"ana"', '"lee"', '"eve"', '"eva"'];

/** A day of the admissions team over HTTP; afterwards everything that was stored or answered is searched. */
export async function day(front: Front, lookups = LOOKUPS): Promise<DayReport> {
  const random = seeded(20_261_129);
  const done: Record<string, [number, number]> = {};
  const faults: string[] = [];
  const tick = (kind: string, isRight: boolean) => {
    const [asked, succeeded] = done[kind] ?? [0, 0];
    done[kind] = [asked + 1, succeeded + Number(isRight)];
  };
  const ask = async (kind: string, wanted: readonly number[], path: string, given: Ask = {}): Promise<Asked> => {
    const answer = await front.ask(path, { ...given, headers: { ...traces, ...given.headers } });
    const isRight = wanted.includes(answer.status);
    tick(kind, isRight);
    if (!isRight) faults.push(`${kind}: ${answer.status} in place of ${wanted.join(' or ')}`);
    return answer;
  };
  const tokens: string[] = [];
  const signIn = async (group: 'agent' | 'lead' | 'editor') => {
    const token = await signInAs(group, front.local.issuer);
    tokens.push(token);
    tick('signs in', true);
    return token;
  };
  const agent = await signIn('agent');
  const lead = await signIn('lead');
  const editor = await signIn('editor');
  const id = 'lantern-bridge-phoenix-example';
  // Texts that were public before this day do not count: towns and examples share names with people.
  const before = new Set((await publicAnswers(front, id)).map(({ text }) => text));
  const listed = records.filter(({ offerings }) => offerings.length > 0);

  for (let count = 0; count < lookups; count += 1) {
    const token = random() < 0.7 ? agent : lead;
    const words = encodeURIComponent(pick(random, typed));
    await pick(random, [
      () => ask('looks up by words', [200, 400, 422], `/v1/agent/centers?q=${words}`, { token }),
      () => ask('looks up by name', [200, 400], `/v1/agent/centers?name=${words}`, { token }),
      () => ask('looks up by place', [200], `/v1/agent/centers?near=${pick(random, ['85004', '98101'])}`, { token }),
      () => ask('opens a center', [200], `/v1/agent/centers/${pick(random, listed).center.id}`, { token }),
      () => ask('looks up in public', [200, 400, 422], `/v1/centers?q=${words}`),
      () =>
        ask('looks up in public', [400], '/v1/centers/search', {
          method: 'POST',
          body: { q: pick(random, typed), x: 1 },
        }),
      () => ask('types a place', [200, 400], `/v1/places?q=${words}`),
      () => ask('opens what is not there', [404], `/v1/agent/centers/${words}`, { token }),
    ])();
    if (count % 5 === 0) await record(random, ask, agent, listed);
    if (count % 20 === 0) {
      const note = { facts: { level: 'yes', [pick(random, typed)]: 'yes' }, note: pick(random, typed) };
      const target = `/v1/agent/centers/${pick(random, listed).center.id}/offerings/iop/facts`;
      await ask('writes of a caller, and is refused', [400], target, {
        method: 'PUT',
        token,
        body: note,
        ifMatch: '*',
      });
    }
  }
  const center = `/v1/agent/centers/${id}`;
  await ask('writes private fields', [200], `${center}/private`, {
    ...{ method: 'PUT', token: editor, body: fields, ifMatch: '"1"' },
  });
  const set = { set: [{ path: 'alternateNames', value: ['Lantern Bridge Central'] }], reason: 'The sign at the door.' };
  const preview = { method: 'POST', token: editor, body: set };
  await ask('previews a correction', [200], `${center}/corrections/preview`, preview);
  await ask('corrects', [200], `${center}/corrections`, { method: 'PUT', token: editor, body: set, ifMatch: '"0"' });
  for (const path of ['worklist', 'progress', 'progress/days', `centers/${id}/history`])
    await ask('reads as a lead', [200], `/v1/agent/${path}`, { token: lead });
  for (const token of [agent, 'eyJhbGciOiJub25lIn0.e30.', `${agent.slice(0, -4)}AAAA`])
    await ask('is not let in', [401], `${center}/history`, { token: `${token}x` });
  for (const token of tokens) await ask('signs out', [200], '/v1/agent/sign-out', { method: 'POST', token });
  await signIn('agent');
  // A container reads HEAD again after five seconds.
  await new Promise((resolve) => setTimeout(resolve, 5_100));

  const lines = linesOf(front);
  const items = await itemsOf(front);
  const answers = await publicAnswers(front, id);
  const secrets = tokens.flatMap((token) => [token, ...token.split('.')]).filter((part) => part.length > 20);
  const anywhere = [...typedWords, ...traceWords, ...secrets];
  const find = (places: readonly Place[], words: readonly string[]) => faults.push(...found(places, words));
  find(lines, [...anywhere, ...privateWords, ...people, 'eyJ']);
  find(items, anywhere);
  // The item of a center's private fields; the team's list of codes only has the code.
  const isHidden = ({ where }: Place) => /^CENTER PRIVATE/.test(where);
  const isCodes = ({ where }: Place) => where.startsWith('CODES ');
  const [code = '', ...privateOthers] = privateWords;
  find(
    items.filter((place) => !isHidden(place) && !isCodes(place)),
    [code],
  );
  find(
    items.filter((place) => !isHidden(place)),
    privateOthers,
  );
  const pages = items.filter(({ where }) => where.startsWith('PAGE'));
  find(pages, people);
  find(answers, [...anywhere, ...privateWords]);
  find(
    answers.filter(({ text }) => !before.has(text)),
    people,
  );
  // Checks that the search itself works.
  const seen = [
    [privateWords.length, found(items.filter(isHidden), privateWords).length],
    [1, found(items.filter(isCodes), [code]).length],
    [1, found(pages, ['Lantern Bridge Central']).length],
    [1, found(answers, ['Lantern Bridge Central']).length],
    [1, found(lines, ['searchCentersAsAgent']).length],
    [1, found(items, ['"by":"ana"']).length],
  ];
  if (seen.some(([least = 0, count = 0]) => count < least))
    faults.push(`the search missed what is there: ${JSON.stringify(seen)}`);
  const searched = { lines: lines.length, items: items.length, pages: pages.length, answers: answers.length };
  return { done, searched, words: anywhere.length + privateWords.length + people.length, faults };
}

async function record(
  random: () => number,
  ask: (kind: string, wanted: readonly number[], path: string, given: Ask) => Promise<Asked>,
  token: string,
  listed: typeof records,
): Promise<void> {
  const { center, offerings } = pick(random, listed);
  const body = {
    facts: {
      [pick(random, ['level', 'housing', 'schedule.evening', 'payer.medicaid', 'payer.aetna'])]: pick(random, [
        'yes',
        'no',
      ]),
      ...(random() < 0.2 && { intake: { state: 'full' } }),
    },
  };
  const target = `/v1/agent/centers/${center.id}/offerings/${offerings[0]?.id}/facts`;
  await ask('records facts', [200], target, { method: 'PUT', token, body, ifMatch: '*' });
}

/** The places that contain one of the words, in any case, each place and word once. */
function found(places: readonly Place[], words: readonly string[]): string[] {
  const hits = new Set<string>();
  for (const { where, text } of places) {
    const lower = text.toLowerCase();
    for (const word of words) if (lower.includes(word.toLowerCase())) hits.add(`"${word.slice(0, 40)}" in ${where}`);
  }
  return [...hits];
}

export function printedDay({ done, searched, words, faults }: DayReport): string {
  const { lines, items, pages, answers } = searched;
  return [
    'A day of the admissions team, over HTTP:',
    ...Object.entries(done).map(
      ([kind, [asked, succeeded]]) =>
        `  ${String(asked).padStart(4)}  ${kind}${asked === succeeded ? '' : ` (${succeeded} as expected)`}`,
    ),
    `Searched for ${words} words and tokens: ${lines} log lines, ${items} stored items (${pages} of them published pages), ${answers} public answers`,
    ...(faults.length === 0 ? ['  none was found'] : faults.map((fault) => `  WRONG: ${fault}`)),
  ].join('\n');
}
