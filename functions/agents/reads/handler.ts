import { createReadHandler } from '../app.ts';
import { opened } from '../opened.ts';

const { services, agents, write } = opened('agent-reads');
export const handler = createReadHandler(services, agents, write);
