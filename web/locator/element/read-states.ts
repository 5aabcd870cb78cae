import type { State as UsState } from '../read/answer.ts';

/** The listed states with their numbers of centers: the only API data at the start. */
export async function readStates(api: string, send: typeof fetch): Promise<readonly UsState[]> {
  const response = await send(`${api}/v1/states`, { credentials: 'omit', referrerPolicy: 'no-referrer' });
  if (!response.ok) throw new Error(`/v1/states answered ${response.status}`);
  const { states } = (await response.json()) as { readonly states: readonly UsState[] };
  return states;
}
