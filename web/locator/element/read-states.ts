import type { State as UsState } from '../read/answer.ts';

/**
 * Reads the listed states with their numbers of centers, the only data that the finder requests from the API at its
 * start.
 */
export async function readStates(api: string, send: typeof fetch): Promise<readonly UsState[]> {
  const response = await send(`${api}/v1/states`, { credentials: 'omit', referrerPolicy: 'no-referrer' });
  if (!response.ok) throw new Error(`/v1/states answered ${response.status}`);
  const { states } = (await response.json()) as { readonly states: readonly UsState[] };
  return states;
}
