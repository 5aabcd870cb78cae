import { createWriteHandler } from '../app.ts';
import { opened } from '../opened.ts';
import { agentWrites } from './agent-writes.ts';

const { services, agents, write } = opened('agent-writes');
const writes = agentWrites({ store: agents.store, now: services.now });
export const handler = createWriteHandler(services, { ...agents, writes }, write);
