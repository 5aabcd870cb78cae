import type { Group } from '../../functions/faces/agent/person.ts';

/** The app that local access tokens are issued to. */
export const localClient = 'console-on-this-machine';

/** Redirect URL of `npm run token`. Nothing listens there: the command reads the code from the URL. */
export const tokenCallback = 'http://127.0.0.1/console';

/** A person to sign in as. */
export interface ExamplePerson {
  readonly name: string;
  readonly group: Group;
}

/** One person per group. There are no passwords: this issuer only serves this machine. */
export const examplePeople: readonly ExamplePerson[] = [
  { name: 'ana', group: 'agent' },
  { name: 'lee', group: 'lead' },
  { name: 'eve', group: 'editor' },
];
