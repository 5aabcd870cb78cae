import { HtmlValidate } from 'html-validate';

const validator = new HtmlValidate({
  root: true,
  extends: ['html-validate:recommended', 'html-validate:standard', 'html-validate:a11y'],
  rules: {
    // In no preset: every id that a label or an ARIA attribute names is there, and no level of headings is skipped.
    'no-missing-references': 'error',
    'heading-level': 'error',
    // Only spellings: a parser reads `<!doctype html>` and `<br/>` the same way, and the renderer writes them so.
    'doctype-style': 'off',
    'void-style': 'off',
    // Safari takes the list away from a list without markers; role="list" gives it back.
    'no-redundant-role': 'off',
    // About how a number wraps, which the styles decide ("white-space"). That its link has the right number is tested.
    'tel-non-breaking': 'off',
    // A title is a center's own name, city and state. A search engine may shorten it; we do not cut names.
    'long-title': 'off',
    // ARIA in HTML lets a description list be named. The rule would only advise against it.
    'aria-label-misuse': ['error', { allowAnyNamable: true }],
    // Check boxes of one field have one name: a form posts a list so.
    'form-dup-name': ['error', { shared: ['radio', 'button', 'reset', 'submit', 'checkbox'] }],
  },
});

/** What html-validate finds in a page: the rule, what it says, and where. */
export function htmlFaults(html: string): string[] {
  const { results } = validator.validateStringSync(html);
  return results.flatMap(({ messages }) =>
    messages.map(
      ({ ruleId, message, offset }) => `${ruleId}: ${message} in ${html.slice(Math.max(0, offset - 40), offset + 80)}`,
    ),
  );
}
