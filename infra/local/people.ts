import type { Group } from '../../functions/faces/agent/person.ts';

/** Id of the app that local access tokens are issued to. */
export const localClient = 'console-on-this-machine';

/** Redirect URL of `npm run token`. No server listens there: the command reads the code from the URL. */
export const tokenCallback = 'http://127.0.0.1/console';

/** A fictional person that somebody can sign in as. */
export interface ExamplePerson {
  readonly name: string;
  readonly group: Group;
}

/** The fictional people, one per group. They have no passwords, because this issuer only serves this machine. */
export const examplePeople: readonly ExamplePerson[] = [
  { name: 'ana', group: 'agent' },
  { name: 'lee', group: 'lead' },
  { name: 'eve', group: 'editor' },
];
