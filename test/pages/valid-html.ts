import { HtmlValidate } from 'html-validate';

const validator = new HtmlValidate({
  root: true,
  extends: ['html-validate:recommended', 'html-validate:standard', 'html-validate:a11y'],
  rules: {
    // Not in any preset: every id that a label or an ARIA attribute names exists, and no heading level is skipped.
    'no-missing-references': 'error',
    'heading-level': 'error',
    // Spelling only: a parser reads `<!doctype html>` and `<br/>` the same way, and the renderer writes them so.
    'doctype-style': 'off',
    'void-style': 'off',
    // Safari does not announce a list without markers as a list; role="list" restores it.
    'no-redundant-role': 'off',
    // About line breaks in a number, which the styles prevent ("white-space"). Other tests check the link's number.
    'tel-non-breaking': 'off',
    // A title is a center's own name, city and state. A search engine may shorten it; we do not cut names.
    'long-title': 'off',
    // ARIA in HTML lets a description list be named. The rule would only advise against it.
    'aria-label-misuse': ['error', { allowAnyNamable: true }],
    // Check boxes of one field share a name: a form posts a list that way.
    'form-dup-name': ['error', { shared: ['radio', 'button', 'reset', 'submit', 'checkbox'] }],
  },
});

/** html-validate's faults in a page: the rule, the message, and the place. */
export function htmlFaults(html: string): string[] {
  const { results } = validator.validateStringSync(html);
  return results.flatMap(({ messages }) =>
    messages.map(
      ({ ruleId, message, offset }) => `${ruleId}: ${message} in ${html.slice(Math.max(0, offset - 40), offset + 80)}`,
    ),
  );
}
