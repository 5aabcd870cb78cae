import type { Handlers } from '../../http/route.ts';
import { answerMcp } from './answer-mcp.ts';
import type { McpRouteName } from './routes.ts';

export const mcpHandlers: Handlers<McpRouteName> = { answerMcp };
