import { agentRoutes, agentWriteRoutes } from '../../../functions/faces/agent/routes.ts';
import { type Issuer, startIssuer } from '../issuer.ts';
import type { Front } from './front.ts';
import { wrongTokens } from './wrong-tokens.ts';

export interface TokenRow {
  readonly token: string;
  readonly route: string;
  readonly status: number;
  readonly wanted: number;
  /** The last part of the problem's type; null if there is no problem. */
  readonly problem: string | null;
}

const id = 'lantern-bridge-phoenix-example';
const offeringId = `${id}-op`;
const editorsOnly = ['correctCenter', 'previewCorrection', 'writePrivateFields'];
const isWrite = (name: string) => agentWriteRoutes.some((route) => route.name === name);

const bodies: Readonly<Record<string, unknown>> = {
  recordFacts: { facts: { housing: 'yes' } },
  correctCenter: { set: [{ path: 'name', value: 'Lantern Bridge Central' }], reason: 'Their own website.' },
  previewCorrection: { set: [{ path: 'name', value: 'Lantern Bridge Central' }], reason: 'Their own website.' },
  writePrivateFields: { facilityCode: 'X-1', directIntakeLine: null, warmTransferNote: null, internalNotes: null },
};
const versions: Readonly<Record<string, string>> = {
  recordFacts: '*',
  correctCenter: '"0"',
  writePrivateFields: '"1"',
};

interface Case {
  readonly token: string;
  readonly value: string | null;
  readonly wanted: (route: string) => number;
}

/** The answer of every route to every kind of token, over HTTP. */
export async function tokenTable(front: Front & { readonly issuer: Issuer }): Promise<TokenRow[]> {
  const { issuer } = front;
  const other = await startIssuer();
  try {
    const rows: TokenRow[] = [];
    for (const one of [...wrongOnes(issuer, other), ...(await rightOnes(front))])
      for (const { name, method, path } of agentRoutes) {
        const target = path.replace('{id}', id).replace('{offeringId}', offeringId);
        const { status, text } = await front.ask(`${target}${name === 'searchCentersAsAgent' ? '?near=85004' : ''}`, {
          ...{ method, token: one.value },
          ...(name in bodies && { body: bodies[name] }),
          ...(name in versions && { ifMatch: versions[name] ?? '' }),
        });
        const { type = null } = JSON.parse(text) as { type?: string };
        const problem = type?.split('/').at(-1) ?? null;
        rows.push({ token: one.token, route: `${method} ${path}`, status, wanted: one.wanted(name), problem });
      }
    return rows;
  } finally {
    await other.close();
  }
}

const wrongOnes = (issuer: Issuer, other: Issuer): Case[] =>
  wrongTokens(issuer, other).map(({ name, token, status }) => ({ token: name, value: token(), wanted: () => status }));

async function rightOnes({ ask, issuer }: Front & { readonly issuer: Issuer }): Promise<Case[]> {
  const of = (group: string) => issuer.token({ 'cognito:groups': [group], origin_jti: `a sign-in as ${group}` });
  const ended = issuer.token({ 'cognito:groups': ['editor'], origin_jti: 'an ended sign-in' });
  const out = await ask('/v1/agent/sign-out', { method: 'POST', token: ended });
  if (out.status !== 200) throw new Error(`signing out answered ${out.status}`);
  const ofTeam = (route: string) => (editorsOnly.includes(route) ? 403 : 200);
  return [
    // This token can read until it expires, and it can sign out again.
    {
      ...{ token: 'after sign-out', value: ended },
      wanted: (route) => (isWrite(route) && route !== 'signOut' ? 401 : 200),
    },
    { token: 'agent', value: of('agent'), wanted: ofTeam },
    { token: 'lead', value: of('lead'), wanted: ofTeam },
    { token: 'editor', value: of('editor'), wanted: () => 200 },
  ];
}

export function printedTokens(rows: readonly TokenRow[]): string {
  const [token, route] = [
    Math.max(...rows.map((row) => row.token.length)),
    Math.max(...rows.map((row) => row.route.length)),
  ];
  const lines = rows.map(
    (row) =>
      `${row.token.padEnd(token)}  ${row.route.padEnd(route)}  ${row.status}  ${row.problem ?? '-'}${row.status === row.wanted ? '' : `  WRONG: ${row.wanted} expected`}`,
  );
  const wrong = rows.filter((row) => row.status !== row.wanted).length;
  return [...lines, `${rows.length} answers, ${wrong} wrong`].join('\n');
}
