import { userInfo } from 'node:os';

/** Who runs the command: LOCATOR_USER, or the account on this machine. */
export const whoami = (): string => process.env.LOCATOR_USER?.trim() || userInfo().username;
