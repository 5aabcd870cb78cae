import { baseCss } from '../style/base.ts';
import { boxCss } from '../style/box.ts';
import { searchedCss } from '../style/searched.ts';
import { startCss } from '../style/start.ts';
import { tokensCss } from '../style/tokens.ts';

const made = new Map<string, CSSStyleSheet>();

/**
 * A style sheet that all finders on the page share. It needs no style attribute and no style element, so a strict
 * content security policy allows it.
 */
export function sheetOf(css: string): CSSStyleSheet {
  const known = made.get(css);
  if (known !== undefined) return known;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  made.set(css, sheet);
  return sheet;
}

/** Styles of everything that may appear before results: the start, a crisis and a problem. */
export const firstCss = [tokensCss, baseCss, boxCss, searchedCss, startCss].join('\n');

/**
 * Registers `--locator-u`, a length that follows the reader's text size and not the host's `html { font-size }`. It is
 * computed once on the element, because an `em` would grow with every nested part. Browsers that cannot register it use
 * `rem`.
 */
export function registerUnit(): void {
  if (!('registerProperty' in CSS)) return;
  try {
    CSS.registerProperty({ name: '--locator-u', syntax: '<length>', inherits: true, initialValue: '1px' });
  } catch (error) {
    // The unit is registered already, because the script was loaded twice.
    if (!(error instanceof DOMException && error.name === 'InvalidModificationError')) throw error;
  }
}
