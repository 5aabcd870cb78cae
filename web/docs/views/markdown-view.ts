import { type Html, html, line } from '../html.ts';
import { type CodeKind, codeView } from './code-view.ts';
import { anchored } from './operation-view.ts';

/** Makes a URL fragment from a heading. */
export const slugOf = (title: string): string =>
  title
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');

/** Renders a guide's Markdown as HTML: headings, paragraphs, lists, tables and code. */
export function markdownView(text: string): Html {
  return html`${blocksOf(text).map(blockView)}`;
}

/** The headings of the second level (`##`), in order. */
export const headingsOf = (text: string): string[] =>
  blocksOf(text).flatMap((block) => (block.startsWith('## ') ? [block.slice(3)] : []));

/** Splits a text into blocks at empty lines. Empty lines inside code do not split it. */
export function blocksOf(text: string): string[] {
  const blocks: string[] = [];
  let current: string[] = [];
  let inCode = false;
  for (const row of text.trim().split('\n')) {
    if (row === '' && !inCode) {
      if (current.length > 0) blocks.push(current.join('\n'));
      current = [];
      continue;
    }
    if (row.startsWith('```')) inCode = !inCode;
    current.push(row);
  }
  if (inCode) throw new Error('code in a guide does not end');
  return current.length > 0 ? [...blocks, current.join('\n')] : blocks;
}

function blockView(block: string): Html {
  if (block.startsWith('## ')) {
    const title = block.slice(3);
    return html`<h2 id="${slugOf(title)}">${anchored(slugOf(title), title)}</h2>`;
  }
  if (block.startsWith('```')) return fenceView(block.split('\n'));
  if (block.startsWith('|')) return tableView(block.split('\n'));
  if (/^- /.test(block)) return html`<ul>${itemsOf(block, /^- /).map((item) => html`<li>${line(item)}</li>`)}</ul>`;
  if (/^\d+\. /.test(block))
    return html`<ol>${itemsOf(block, /^\d+\. /).map((item) => html`<li>${line(item)}</li>`)}</ol>`;
  return html`<p>${line(block)}</p>`;
}

const names: Readonly<Record<string, string>> = { sh: 'Shell', js: 'JavaScript', json: 'JSON' };

function fenceView(rows: readonly string[]): Html {
  const [kind = 'text'] = (rows[0] ?? '').slice(3).split(' ');
  return codeView(rows.slice(1, -1).join('\n'), kind as CodeKind, names[kind] ?? 'Code');
}

/** A line without a list marker continues the item before it. */
function itemsOf(block: string, marker: RegExp): string[] {
  const items: string[] = [];
  for (const row of block.split('\n')) {
    if (marker.test(row)) items.push(row.replace(marker, ''));
    else items.push(`${items.pop() ?? ''} ${row.trim()}`);
  }
  return items;
}

function tableView([head = '', , ...rows]: readonly string[]): Html {
  const cells = (row: string) =>
    row
      .replace(/^\||\|$/g, '')
      .split('|')
      .map((cell) => cell.trim());
  const titles = cells(head);
  const hasHead = titles.some((title) => title !== '');
  return html`<div class="wide" tabindex="0" role="group" aria-label="Table"><table>${
    hasHead ? html`<thead><tr>${titles.map((title) => html`<th scope="col">${line(title)}</th>`)}</tr></thead>` : null
  }<tbody>${rows.map(
    (row) =>
      html`<tr>${cells(row).map((cell, index) => (index === 0 ? html`<th scope="row">${line(cell)}</th>` : html`<td>${line(cell)}</td>`))}</tr>`,
  )}</tbody></table></div>`;
}
