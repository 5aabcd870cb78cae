/** A text that is HTML already, so it is not escaped again. */
export class Html {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

type Part = Html | string | number | null | readonly Part[];

/** Template tag for HTML. Inserted text is escaped; null is left out. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return new Html(
    strings.map((text, index) => text + (index < parts.length ? render(parts[index] ?? null) : '')).join(''),
  );
}

function render(part: Part): string {
  if (part === null) return '';
  if (part instanceof Html) return part.text;
  return Array.isArray(part) ? part.map(render).join('') : escaped(String(part));
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

/** Renders the few kinds of Markdown that the OpenAPI document uses: paragraphs, code, bold, emphasis, and links. */
export function prose(text: string): Html {
  const paragraphs = escaped(text)
    .split('\n\n')
    .map((paragraph) => `<p>${inlineOf(paragraph)}</p>`);
  return new Html(paragraphs.join('\n'));
}

/** Renders the same kinds of Markdown in one line, without a paragraph around it. */
export function line(text: string): Html {
  return new Html(inlineOf(escaped(text)));
}

/** Renders code unchanged, and emphasis and links in the text around it. */
const inlineOf = (text: string): string =>
  text
    .split(/`([^`]+)`/)
    .map((part, index) => (index % 2 === 1 ? `<code>${part}</code>` : plainOf(part)))
    .join('');

const plainOf = (text: string): string =>
  text
    .replaceAll(/\*\*([^*]+)\*\*/g, '<strong>$1</strong>')
    .replaceAll(/\*([^*]+)\*/g, '<em>$1</em>')
    .replaceAll(/\[([^\]]+)\]\(((?:https:\/)?[/#][^)\s]*)\)/g, '<a href="$2">$1</a>');
