/** What the website owner chose, by attribute: a text, or true for a flag. Leaves out values that are the default. */
export type Chosen = Readonly<Record<string, string | true>>;

/** A script whose URL contains a hash of its content, with the integrity hash that browsers check. */
export interface Pinned {
  readonly path: string;
  readonly integrity: string;
  /** Size of the compressed script in kilobytes. */
  readonly kilobytes: number;
}

/** Title of the frame for screen readers. */
const frameTitle = 'Find a treatment program';

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

function attributesOf(chosen: Chosen): string {
  const entries = Object.entries(chosen).map(([name, value]) =>
    value === true ? ` ${name}` : ` ${name}="${escaped(value)}"`,
  );
  return entries.join('');
}

/** HTML of the element's tag. The content of the tag is shown until the script loads, or if it does not load. */
export function tagOf(site: string, chosen: Chosen): string {
  const spanish = chosen.lang === 'es';
  const words = spanish ? ['Encuentre un programa de tratamiento', 'En una crisis, llame al 988.'] : null;
  const [link, crisis] = words ?? [frameTitle, 'In crisis? Call or text 988.'];
  return `<program-locator${attributesOf(chosen)}>
  <a href="${site}${spanish ? '/es/' : '/'}">${link}</a> ${crisis}
</program-locator>`;
}

/**
 * HTML that loads the script.
 * @param pinned Loads a file that never changes, and that the browser verifies by its hash.
 */
export function scriptOf(site: string, pinned: Omit<Pinned, 'kilobytes'> | null = null): string {
  if (pinned === null) return `<script type="module" src="${site}/locator.js"></script>`;
  return `<script type="module" src="${site}${pinned.path}"
  integrity="${pinned.integrity}" crossorigin="anonymous"></script>`;
}

/** Settings are after `#`: a browser never sends that part to a server. */
export function frameUrl(site: string, chosen: Chosen): string {
  const settings = Object.entries(chosen).flatMap(([name, value]): [string, string][] =>
    value === true || name === 'api' ? [] : [[name, value]],
  );
  return `${site}/embed/frame${settings.length === 0 ? '' : `#${new URLSearchParams(settings)}`}`;
}

export function iframeOf(site: string, chosen: Chosen): string {
  return `<iframe src="${escaped(frameUrl(site, chosen))}"
  title="${chosen.lang === 'es' ? 'Encuentre un programa de tratamiento' : frameTitle}" width="100%" height="760"
  allow="geolocation; clipboard-write" referrerpolicy="no-referrer"></iframe>
<script type="module" src="${site}/embed/frame-height.js"></script>`;
}

/**
 * Replaces characters that a WordPress shortcode cannot contain: brackets would end it, and entities would be decoded.
 */
export function shortcodeOf(chosen: Chosen): string {
  const entries = Object.entries(chosen).map(([name, value]) => {
    const text = value === true ? 'on' : escaped(value).replaceAll('[', '&#91;').replaceAll(']', '&#93;');
    return ` ${name}="${text}"`;
  });
  return `[program_locator${entries.join('')}]`;
}

export function linkOf(site: string, { lang }: Chosen): string {
  if (lang === 'es') return `<a href="${site}/es/" lang="es">Encuentre un programa de tratamiento</a>`;
  return `<a href="${site}/">${frameTitle}</a>`;
}

/** What a website must add to its content security policy. */
export function policyOf(site: string): string {
  return `script-src ${site}; connect-src ${site}`;
}

export const framePolicyOf = (site: string): string => `frame-src ${site}; script-src ${site}`;
