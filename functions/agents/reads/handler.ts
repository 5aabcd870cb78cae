import { createReadHandler } from '../app.ts';
import { opened } from '../opened.ts';
import { agentReads } from './agent-reads.ts';

const { services, agents, write } = opened('agent-reads');
const reads = agentReads({ store: agents.store, now: services.now });
export const handler = createReadHandler(services, { ...agents, reads }, write);
