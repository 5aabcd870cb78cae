import { Html, html, type Html as Markup } from '../html.ts';
import { jsonText } from '../samples/json.ts';

export type CodeKind = 'sh' | 'js' | 'json' | 'text';

/** Maximum number of lines of code. The page only shows the form of an answer; sending the request shows all of it. */
const MOST_LINES = 60;

/**
 * Code with a caption. A script adds a button that copies it.
 * @param label Name of the code for screen readers.
 */
export function codeView(code: string, kind: CodeKind, label: string, caption: Markup | string = label): Markup {
  return html`<figure class="code"><figcaption><span class="label">${caption}</span></figcaption><pre tabindex="0" role="group" aria-label="${label}"><code>${colored(code, kind)}</code></pre></figure>`;
}

/** Shows the first lines of a value from an answer. */
export function valueView(value: unknown, label: string, caption: Markup | string = label): Markup {
  const isText = typeof value === 'string';
  const lines = (isText ? value : jsonText(value)).split('\n');
  const left = lines.length - MOST_LINES;
  const shown = left > 5 ? [...lines.slice(0, MOST_LINES), `… ${left} more lines`] : lines;
  return codeView(shown.join('\n'), isText ? 'text' : 'json', label, caption);
}

const patterns: Readonly<Record<Exclude<CodeKind, 'text'>, RegExp>> = {
  json: /(?<key>"(?:[^"\\]|\\.)*"(?=:))|(?<string>"(?:[^"\\]|\\.)*")|(?<value>\b(?:true|false|null|-?\d[\d.e+-]*)\b)/g,
  js: /(?<note>\/\/ .*$)|(?<string>'(?:[^'\\\n]|\\.)*'|`[^`]*`)|(?<key>\b(?:const|await|new|import|from|if|throw|for|of|return|async|let|while)\b)|(?<value>\b(?:true|false|null|\d+)\b)/gm,
  sh: /(?<note>(?:^|(?<=\s))# .*$)|(?<string>'[^']*'|"[^"]*")|(?<key>(?<=^|\(|\| )(?:curl|jq|npm run)\b)|(?<value>(?<=\s)-{1,2}[A-Za-z]+\b)/gm,
};

/** Adds colors to names, texts and values. The text stays the same. */
function colored(code: string, kind: CodeKind): Markup {
  if (kind === 'text') return html`${code}`;
  const parts: Markup[] = [];
  let at = 0;
  for (const match of code.matchAll(patterns[kind])) {
    const [name] = Object.entries(match.groups ?? {}).find(([, text]) => text !== undefined) ?? [];
    parts.push(html`${code.slice(at, match.index)}<span class="${name ?? ''}">${match[0]}</span>`);
    at = match.index + match[0].length;
  }
  return new Html(parts.map(({ text }) => text).join('') + html`${code.slice(at)}`.text);
}
