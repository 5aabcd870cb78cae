import { userInfo } from 'node:os';

/** Returns the name of the person who runs the command: `LOCATOR_USER`, or else the account on this machine. */
export const whoami = (): string => process.env.LOCATOR_USER?.trim() || userInfo().username;
