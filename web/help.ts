/** A stretch of a help line: plain words, or what a tap on them opens. */
export interface HelpPart {
  readonly text: string;
  readonly href: string | null;
}

const callable = /1-\d{3}-\d{3}-[A-Z\d]{4}(?: \(\d{4}\))?|\b(?:988|911)\b(?!\w)|\b[\w-]+\.(?:org|gov|com)\b/g;
const keypad = ['ABC', 'DEF', 'GHI', 'JKL', 'MNO', 'PQRS', 'TUV', 'WXYZ'];

/** Splits `Call or text 988 or chat 988lifeline.org` so that each number and site in it can be tapped. */
export function helpParts(line: string): HelpPart[] {
  const parts: HelpPart[] = [];
  let end = 0;
  for (const { 0: text, index } of line.matchAll(callable)) {
    if (index > end) parts.push({ text: line.slice(end, index), href: null });
    parts.push({ text, href: helpHref(text) });
    end = index + text.length;
  }
  if (end < line.length) parts.push({ text: line.slice(end), href: null });
  return parts;
}

/** Where the lifeline chats; its home page is a long way from a counselor. */
const chat = 'https://988lifeline.org/chat/';

function helpHref(text: string): string {
  if (text === '988lifeline.org') return chat;
  if (text.includes('.')) return `https://${text}`;
  if (!text.startsWith('1-')) return `tel:${text}`;
  const spoken = text.replace(/ \(.*/, '').replaceAll('-', '');
  return `tel:+${spoken.replace(/[A-Z]/g, (letter) => String(keypad.findIndex((key) => key.includes(letter)) + 2))}`;
}
