import type { Group } from '../../functions/faces/agent/person.ts';

/** The app that local access tokens are issued to. */
export const localClient = 'console-on-this-machine';

/** Where `npm run token` is sent back to. Nothing is there: it reads the code from the address. */
export const tokenCallback = 'http://127.0.0.1/console';

/** Somebody to sign in as. */
export interface ExamplePerson {
  readonly name: string;
  readonly group: Group;
}

/** One person of each group. Nobody asks for a password: this issuer is for this machine alone. */
export const examplePeople: readonly ExamplePerson[] = [
  { name: 'ana', group: 'agent' },
  { name: 'lee', group: 'lead' },
  { name: 'eve', group: 'editor' },
];
