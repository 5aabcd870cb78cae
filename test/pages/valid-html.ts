import { HtmlValidate } from 'html-validate';

const validator = new HtmlValidate({
  root: true,
  extends: ['html-validate:recommended', 'html-validate:standard', 'html-validate:a11y'],
  rules: {
    // Rules that no preset contains: every id that a label or an ARIA attribute names exists, and no heading level is
    // skipped.
    'no-missing-references': 'error',
    'heading-level': 'error',
    // These rules are about spelling only. A parser reads `<!doctype html>` and `<br/>` the same way, and the renderer
    // writes them like this.
    'doctype-style': 'off',
    'void-style': 'off',
    // Safari does not announce a list without markers as a list; role="list" restores it.
    'no-redundant-role': 'off',
    // This rule prevents line breaks in phone numbers, but our styles do that already ("white-space"). Other tests
    // check the link's number.
    'tel-non-breaking': 'off',
    // A title is a center's own name, city and state. A search engine may shorten the title; we do not cut names.
    'long-title': 'off',
    // ARIA in HTML allows a name for a description list. This rule would only advise against one.
    'aria-label-misuse': ['error', { allowAnyNamable: true }],
    // Check boxes of one field have the same name, because that is how a form posts a list.
    'form-dup-name': ['error', { shared: ['radio', 'button', 'reset', 'submit', 'checkbox'] }],
  },
});

/** Runs html-validate on a page. Each fault gives the rule, the message, and the position. */
export function htmlFaults(html: string): string[] {
  const { results } = validator.validateStringSync(html);
  return results.flatMap(({ messages }) =>
    messages.map(
      ({ ruleId, message, offset }) => `${ruleId}: ${message} in ${html.slice(Math.max(0, offset - 40), offset + 80)}`,
    ),
  );
}
