import { jsonText } from './json.ts';
import type { Lead } from './lead.ts';
import type { Sample } from './requests.ts';

/** Placeholder for the API's URL in the OpenAPI document. It must equal the one in functions/api/service/load.ts. */
export const PLACEHOLDER_ORIGIN = 'https://locator.example';

const CONTINUE = ' \\\n  ';

/** The request as a shell command with curl. If an id must be found first, it also needs jq. */
export function curlOf({ method, target, headers, body, lead, signedIn }: Sample): string {
  const token = signedIn ? ['-H "authorization: Bearer $TOKEN"'] : [];
  const sent = Object.entries(headers).filter(([name]) => name !== 'content-type');
  const parts = [
    `curl ${method === 'GET' || (method === 'POST' && body !== undefined) ? '' : `-X ${method} `}${shellText(`${PLACEHOLDER_ORIGIN}${target}`, lead)}`,
    ...token,
    ...sent.map(([name, value]) => `-H ${shellText(`${name}: ${value}`, lead)}`),
    ...(body === undefined ? [] : bodyOptions(headers, body)),
  ];
  const found = lead === null ? '' : `${shellLead(lead, token)}\n\n`;
  return `${found}${parts.join(CONTINUE)}`;
}

const bodyOptions = (headers: Readonly<Record<string, string>>, body: unknown): string[] => [
  `-H 'content-type: ${headers['content-type'] ?? 'application/json'}'`,
  `-d '${jsonText(body).replaceAll("'", "'\\''")}'`,
];

/**
 * Quotes a text for the shell: double quotes if it contains an id that the lead finds, so that the shell inserts it;
 * otherwise single quotes.
 */
function shellText(text: string, lead: Lead | null): string {
  if (!Object.keys(lead?.ids ?? {}).some((name) => text.includes(`{${name}}`))) return `'${text}'`;
  return `"${text.replaceAll('"', '\\"').replaceAll(/\{(\w+)\}/g, (_, name: string) => `$${variable(name)}`)}"`;
}

const variable = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase();

/** The shell commands that find the ids. They send one search, even for several ids. */
function shellLead({ target, ids, atEnd }: Lead, token: readonly string[]): string {
  const request = ['curl -s', `'${PLACEHOLDER_ORIGIN}${target}'`, ...token].join(' ');
  const entries = Object.entries(ids).map(
    ([name, at]) => [variable(name), `jq -r '${jqPath(at)}${atEnd ? ' | split("/") | last' : ''}'`] as const,
  );
  const [first, ...others] = entries;
  if (first !== undefined && others.length === 0) return `${first[0]}=$(${request} | ${first[1]})`;
  return [`FOUND=$(${request})`, ...entries.map(([name, jq]) => `${name}=$(printf '%s' "$FOUND" | ${jq})`)].join('\n');
}

const jqPath = (at: readonly (string | number)[]): string =>
  at.map((step) => (typeof step === 'number' ? `[${step}]` : `.${step}`)).join('');

/** The request in JavaScript, which needs nothing but fetch. */
export function fetchOf({ method, target, headers, body, lead, signedIn }: Sample): string {
  const token = signedIn ? [`authorization: \`Bearer \${token}\``] : [];
  const named = Object.entries(headers).map(
    ([name, value]) => `${/^\w+$/.test(name) ? name : `'${name}'`}: ${scriptText(value)}`,
  );
  const options = [
    ...(method === 'GET' ? [] : [`method: '${method}'`]),
    ...(token.length + named.length === 0 ? [] : [`headers: { ${[...token, ...named].join(', ')} }`]),
    ...(body === undefined ? [] : [`body: JSON.stringify(${script(body)})`]),
  ];
  const url = lead === null ? `'${PLACEHOLDER_ORIGIN}${target}'` : `\`${PLACEHOLDER_ORIGIN}${scriptPath(target)}\``;
  const found = lead === null ? '' : `${fetchLead(lead, token)}\n\n`;
  const isText = /csv$|ndjson$/.test(headers.accept ?? '');
  return `${found}const response = await fetch(${url}${optionsText(options)});
if (!response.ok) throw new Error((await response.json()).detail);
const answer = await response.${isText ? 'text' : 'json'}();`;
}

const optionsText = (options: readonly string[]): string =>
  options.length === 0 ? '' : `, {\n${options.map((one) => `  ${one.replaceAll('\n', '\n  ')},\n`).join('')}}`;

const scriptPath = (target: string): string => target.replaceAll(/\{(\w+)\}/g, (_, name: string) => `\${${name}}`);

const scriptText = (text: string): string => (/\{\w+\}/.test(text) ? `\`${scriptPath(text)}\`` : `'${text}'`);

function fetchLead({ target, ids, atEnd }: Lead, token: readonly string[]): string {
  const options = token.length === 0 ? '' : `, { headers: { ${token.join(', ')} } }`;
  const lines = Object.entries(ids).map(
    ([name, at]) => `const ${name} = found${jqPath(at)}${atEnd ? ".split('/').at(-1)" : ''};`,
  );
  return `const found = await (await fetch('${PLACEHOLDER_ORIGIN}${target}'${options})).json();\n${lines.join('\n')}`;
}

/** Formats a value as JavaScript: property names without quotes, strings in single quotes. */
export function script(value: unknown, indent = ''): string {
  if (typeof value === 'string') return `'${value.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
  if (typeof value !== 'object' || value === null) return String(value);
  if (Array.isArray(value)) return `[${value.map((one) => script(one, indent)).join(', ')}]`;
  const members = Object.entries(value).map(
    ([name, member]) => `${/^\w+$/.test(name) ? name : `'${name}'`}: ${script(member, `${indent}  `)}`,
  );
  const line = `{ ${members.join(', ')} }`;
  return line.length <= 60 && !line.includes('\n')
    ? line
    : `{\n${indent}  ${members.join(`,\n${indent}  `)},\n${indent}}`;
}
