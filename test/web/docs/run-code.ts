import { LocatorClient } from '../../../web/client/client.ts';
import { ProblemError } from '../../../web/client/problem-error.ts';
import { PLACEHOLDER_ORIGIN } from '../../../web/docs/samples/code.ts';

/** The server, key and token with which the reference's code runs. */
export interface Target {
  readonly url: string;
  readonly apiUrl: string;
  readonly key: string;
  readonly token: string;
}

export interface Outcome {
  readonly status: number;
  readonly body: unknown;
}

/**
 * Runs a shell text of the reference without a shell: assignments of what `jq` extracts from an answer, then one
 * `curl`.
 * @throws Error for anything else, so that an unsupported sample is noticed
 */
export async function runShell(text: string, { url, apiUrl, key, token }: Target): Promise<Outcome> {
  const variables = new Map([
    ['API', apiUrl],
    ['KEY', key],
    ['TOKEN', token],
  ]);
  const commands = text.replaceAll(PLACEHOLDER_ORIGIN, url).split(/\n+(?=[A-Z_]+=\$\(|curl )/);
  let last: Outcome | null = null;
  for (const command of commands) {
    const [, name, inner = command] = /^([A-Z_]+)=\$\((.*)\)$/s.exec(command) ?? [];
    const [first = '', jq] = inner.split(/ \| jq -r (?=')/);
    const echoed = /^printf '%s' "\$(\w+)"$/.exec(first)?.[1];
    const body = echoed === undefined ? null : JSON.parse(variables.get(echoed) ?? 'null');
    const answer = echoed === undefined ? await curl(wordsOf(first, variables)) : { status: 200, body };
    const picked = jq === undefined ? null : pick(answer.body, jq.slice(1, -1));
    if (name === undefined) last = answer;
    else variables.set(name, picked ?? JSON.stringify(answer.body));
  }
  if (last === null) throw new Error(`no request in ${text}`);
  return last;
}

/** The words of a command: single quotes keep everything, double quotes expand variables. */
function wordsOf(command: string, variables: ReadonlyMap<string, string>): string[] {
  const fill = (text: string) =>
    text.replaceAll(/\$(\w+)/g, (_, name: string) => {
      const value = variables.get(name);
      if (value === undefined) throw new Error(`nothing sets $${name}`);
      return value;
    });
  return [...command.replaceAll('\\\n', ' ').matchAll(/(?:'[^']*'|"(?:[^"\\]|\\.)*"|\\'|[^\s'"\\])+/g)].map(([word]) =>
    word.replaceAll(/'([^']*)'|"((?:[^"\\]|\\.)*)"|\\'|\$\w+/g, (part, single?: string, double?: string) => {
      if (part === "\\'") return "'";
      return single ?? fill(double?.replaceAll('\\"', '"') ?? part);
    }),
  );
}

async function curl([command, ...words]: readonly string[]): Promise<Outcome> {
  if (command !== 'curl') throw new Error(`${command} is not run here`);
  const headers = new Headers();
  const init: { method?: string; body?: string } = {};
  const urls: string[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? '';
    if (word === '-s') continue;
    if (!word.startsWith('-')) urls.push(word);
    else {
      at += 1;
      const value = words[at] ?? '';
      if (word === '-X') init.method = value;
      else if (word === '-d') Object.assign(init, { method: init.method ?? 'POST', body: value });
      else if (word === '-H') headers.set(value.split(': ')[0] ?? '', value.split(': ').slice(1).join(': '));
      else throw new Error(`${word} is not an option that is known here`);
    }
  }
  const [url = ''] = urls;
  if (urls.length !== 1) throw new Error(`${urls.length} addresses in ${words.join(' ')}`);
  return outcomeOf(await fetch(url, { ...init, headers }));
}

async function outcomeOf(response: Response): Promise<Outcome> {
  const text = await response.text();
  const isJson = /[/+]json(?:;|$)/.test(response.headers.get('content-type') ?? '');
  return { status: response.status, body: isJson ? JSON.parse(text) : text };
}

/** The part of jq that the samples use. */
function pick(body: unknown, filter: string): string {
  const [path = '', ...then] = filter.split(' | ');
  const steps = [...path.matchAll(/\.(\w+)|\[(\d+)\]/g)].map(([, name, index]) => name ?? Number(index));
  const value = steps.reduce<unknown>((part, step) => (part as Record<string | number, unknown>)[step], body);
  if (typeof value === 'number') return String(value);
  if (typeof value !== 'string') throw new TypeError(`${filter} finds no text`);
  if (then.length === 0) return value;
  if (then.join(' | ') !== 'split("/") | last') throw new Error(`${filter} is not known here`);
  return value.split('/').at(-1) ?? '';
}

/**
 * Runs JavaScript of the reference as shown.
 * @returns its `answer`, if it sets one
 */
export async function runScript(text: string, { url, apiUrl, key, token }: Target): Promise<unknown> {
  const code = text.replaceAll(PLACEHOLDER_ORIGIN, url).replaceAll(/^import .*$/gm, '');
  const given = {
    LocatorClient,
    ProblemError,
    token,
    process: { env: { API: apiUrl, KEY: key } },
    console: { log: () => {} },
    ...(/const client\b/.test(code) ? {} : { client: new LocatorClient({ baseUrl: url }) }),
  };
  const end = /const answer\b/.test(code) ? '\nreturn answer;' : '';
  const AsyncFunction = (async () => {}).constructor as new (
    ...parts: string[]
  ) => (...values: unknown[]) => Promise<unknown>;
  return new AsyncFunction(...Object.keys(given), code + end)(...Object.values(given));
}
