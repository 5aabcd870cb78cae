/**
 * The public interface of `<program-locator>` besides attributes: events, methods, properties, slots, parts and custom
 * properties. Its documentation is generated from this, and a test compares it with the element.
 */
export interface Documented {
  readonly name: string;
  readonly text: string;
}

export interface DocumentedEvent extends Documented {
  /** TypeScript type of `event.detail`. It never contains a place, a visitor or a center. */
  readonly detail: string;
}

export const events = [
  {
    name: 'locator-search',
    detail: '{ levels: readonly string[] }',
    text: 'A search starts. `detail.levels` holds the levels of care it asks for. There is no place in it.',
  },
  {
    name: 'locator-results',
    detail: '{ count: number; more: boolean }',
    text: 'An answer is shown: how many centers are on the list, and whether more follow.',
  },
  {
    name: 'locator-call',
    detail: '{ own: boolean }',
    text: 'A phone number was tapped. `detail.own` is true for the website’s own line. The number is not in it.',
  },
  {
    name: 'locator-error',
    detail: '{ kind: string; status: number }',
    text: 'A search failed. `detail.kind` says how; `detail.status` is the HTTP status, 0 without an answer.',
  },
] as const satisfies readonly DocumentedEvent[];

export interface DocumentedMethod extends Documented {
  readonly parameters: readonly { readonly name: string; readonly type: string }[];
}

export const methods = [
  {
    name: 'search',
    parameters: [{ name: 'text', type: 'string' }],
    text: 'Searches a text as if a visitor had typed it and pressed Enter.',
  },
  { name: 'clear', parameters: [], text: 'Forgets everything typed, chosen and found.' },
  { name: 'focus', parameters: [], text: 'Puts the cursor into the search box.' },
] as const satisfies readonly DocumentedMethod[];

export const properties = [
  {
    name: 'mapStyle',
    type: 'MapHost | null',
    default: 'null',
    text: 'A function that draws the website’s own map, such as MapLibre, in place of the built-in one. Set it before the first search. A map that loads tiles from another server tells that server where the visitor looks.',
  },
] as const satisfies readonly (Documented & { readonly type: string; readonly default: string })[];

export const slots = [
  {
    name: 'crisis',
    text: 'Takes the place of the crisis line. Keep 988 and 911 in it.',
  },
  {
    name: 'heading',
    text: 'A heading above the search box. With it, the finder drops its rounded frame.',
  },
] as const satisfies readonly Documented[];

export const parts = [
  { name: 'crisis-line', text: 'The line with 988 and 911 at the top.' },
  { name: 'band', text: 'The area around the search box.' },
  { name: 'own-line', text: 'The website’s own admissions or benefits line.' },
  { name: 'form', text: 'The search form.' },
  { name: 'box', text: 'The field that a visitor types into.' },
  { name: 'button', text: 'The Search button.' },
  { name: 'results', text: 'Everything below the box after a search.' },
  { name: 'list', text: 'The list of centers.' },
  { name: 'card', text: 'One center of the list.' },
  { name: 'call', text: 'A phone number to tap.' },
] as const satisfies readonly Documented[];

export const customProperties = [
  {
    name: '--locator-accent',
    default: '#0a5c59',
    text: 'Links and buttons in the light theme. Keep a contrast of at least 4.5:1 with white.',
  },
  {
    name: '--locator-accent-deep',
    default: '#07413f',
    text: 'Call buttons’ text in the light theme, and buttons under the pointer.',
  },
  {
    name: '--locator-accent-dark',
    default: '#86d5cb',
    text: 'Links and buttons in the dark theme. Keep a contrast of at least 4.5:1 with #15252d.',
  },
  { name: '--locator-accent-deep-dark', default: '#b4e8e1', text: 'Call buttons’ text in the dark theme.' },
  { name: '--locator-font', default: 'system-ui', text: 'Font family of the text.' },
  { name: '--locator-heading-font', default: 'Iowan Old Style', text: 'Font family of headings and center names.' },
  { name: '--locator-radius', default: '12px', text: 'Radius of buttons and fields.' },
  {
    name: '--locator-least-height',
    default: '100vh',
    text: 'Least height of an answer, so that nothing below it moves while it comes. Set 0px in a frame that grows with its content.',
  },
] as const satisfies readonly (Documented & { readonly default: string })[];
