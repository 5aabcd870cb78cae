import { McpServer } from '@modelcontextprotocol/server';
import { crisisLine, help } from '../../http/help.ts';
import { problemOf } from '../../http/middleware/problems.ts';
import type { RouteContext } from '../../http/services.ts';
import { appResource, appText, shownAsCards } from './app/resource.ts';
import { declared } from './declared.ts';
import { mcpConventions } from './routes.ts';
import { helplines } from './texts/closing.ts';
import { faultText } from './texts/fault-text.ts';
import { findCarePaths } from './tools/find-care-paths.ts';
import { findPlace } from './tools/find-place.ts';
import { findProgramsNear } from './tools/find-programs-near.ts';
import { getCenter } from './tools/get-center.ts';
import { listFilters } from './tools/list-filters.ts';
import type { Tool } from './tools/tool.ts';

const tools: readonly Tool[] = [findProgramsNear, findCarePaths, getCenter, listFilters, findPlace];

const instructions = [
  'Finds addiction and mental-health treatment programs that centers in eight states of the US list, exactly and nearest first.',
  'Ask for a ZIP or a city before you search; do not guess where a person is, and do not send names or other facts about them.',
  'Start with find_programs_near, or with find_care_paths for several levels of care one after the other. Use list_filters to turn what somebody says into filter values, find_place when a place is unclear, get_center for all about one result.',
  'Say what the answers say: numbers, distances and dates exactly as given, how old the listing is, and that the person must confirm with admissions that a center offers the program. null means unknown, never "no".',
  `If somebody may be in danger, helplines come before any search. ${helplines}`,
  'Nothing here is medical advice.',
].join('\n');

const annotations = { readOnlyHint: true, idempotentHint: true, destructiveHint: false, openWorldHint: false };

/**
 * The tools as an MCP server, for one request.
 * @param failed Called with an error that is our fault, not the caller's.
 */
export function mcpServer(context: RouteContext, failed: (error: unknown) => void): McpServer {
  const server = new McpServer(
    { name: 'program-locator', title: 'Treatment program locator', version: '1.0.0', websiteUrl: context.publicUrl },
    // No notifications about changed lists: they would need a stream.
    { instructions, capabilities: { tools: { listChanged: false }, resources: { listChanged: false } } },
  );
  const helpFirst = (text: string): string => (context.crisis ? `${crisisLine} Say this first.\n\n${text}` : text);
  for (const tool of tools) {
    const { name, title, description, input, output, remedy } = tool;
    // Metadata for hosts that can show pages; other hosts ignore it.
    const cards = tool.isShownAsCards === true ? { _meta: shownAsCards } : {};
    const shown = { title, description, annotations: { title, ...annotations }, ...cards };
    server.registerTool(name, { ...shown, ...declared(input, output) }, async (given) => {
      try {
        const { facts, text } = await tool.answer(given, context);
        const first = context.crisis ? { crisis: true, help } : {};
        return { content: [{ type: 'text', text: helpFirst(text) }], structuredContent: { ...first, ...facts } };
      } catch (error) {
        const problem = problemOf(error, mcpConventions);
        if (problem.status >= 500) failed(error);
        return { content: [{ type: 'text', text: helpFirst(faultText(problem, remedy)) }], isError: true };
      }
    });
  }
  const { uri, name, meta, ...described } = appResource;
  server.registerResource(name, uri, { ...described, _meta: meta }, async () => {
    const text = await appText(context.publicUrl);
    return { contents: [{ uri, mimeType: described.mimeType, text, _meta: meta }] };
  });
  return server;
}
