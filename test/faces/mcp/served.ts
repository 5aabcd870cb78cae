import { expect, it } from 'vitest';
import type { Local } from '../../../infra/local/start.ts';
import { searchAnswerSchema } from '../../support/answer-schema.ts';
import { callTool, mcpClient } from '../../support/mcp-client.ts';

/** Tests of MCP. @param product Serves the test's records. @param written What it logs. */
export function mcpServed(product: () => Local, written: readonly string[]): void {
  it.each(['legacy', 'auto'] as const)('serves the SDK’s client over HTTP as deployed (%s)', async (mode) => {
    const client = await mcpClient(product().url, { options: { versionNegotiation: { mode } } });
    const { facts } = await callTool(client, 'find_programs_near', { near: '85004', level: ['iop'], within: '25mi' });
    const json = await fetch(`${product().url}/v1/centers?near=85004&level=iop&within=25mi`);
    expect(searchAnswerSchema.parse(facts)).toEqual(await json.json());
    const [first] = searchAnswerSchema.parse(facts).results;
    const center = await callTool(client, 'get_center', { id: first?.center.id });
    expect(center.facts?.center).toEqual(first?.center);
    await client.close();
  });

  it('serves the SDK’s client with a key on the API’s own domain, and refuses one without', async () => {
    const client = await mcpClient(product().apiUrl, { headers: { 'x-api-key': product().demoKey } });
    const { tools } = await client.listTools();
    expect(tools.map(({ name }) => name)).toContain('find_programs_near');
    const { facts } = await callTool(client, 'find_programs_near', { near: '85004', level: ['iop'], limit: 3 });
    const headers = { 'x-api-key': product().demoKey };
    const json = await fetch(`${product().apiUrl}/v1/centers?near=85004&level=iop&limit=3`, { headers });
    expect(json.status).toBe(200);
    expect(searchAnswerSchema.parse(facts)).toEqual(await json.json());
    await client.close();
    for (const refused of [{}, { headers: { 'x-api-key': 'not-a-key' } }]) {
      await expect(mcpClient(product().apiUrl, refused)).rejects.toMatchObject({ status: 403 });
    }
  });

  it('answers other methods 405, and pages of other sites 403, since only this machine can reach it', async () => {
    const get = await fetch(`${product().url}/mcp`, { headers: { accept: 'text/event-stream' } });
    expect([get.status, get.headers.get('allow')]).toEqual([405, 'POST, OPTIONS']);
    const foreign = await fetch(`${product().url}/mcp`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: 'https://rebound.example' },
      body: '{"jsonrpc":"2.0","id":1,"method":"ping"}',
    });
    expect(foreign.status).toBe(403);
  });

  it('writes nothing of what was asked', async () => {
    const before = written.length;
    const client = await mcpClient(product().url);
    await callTool(client, 'find_programs_near', { near: 'Champaign, IL', condition: ['ptsd'] });
    await client.close();
    expect(written.slice(before).join('')).toContain('"route":"answerMcp"');
    expect(written.slice(before).join('')).not.toMatch(/champaign|ptsd|find_programs|lantern|"level":"ERROR"/i);
  });
}
