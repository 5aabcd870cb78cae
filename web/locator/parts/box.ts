import { h, type JSX } from 'preact';
import { longestText } from '../read/typed.ts';
import { icon } from './icons.ts';
import { levelButton } from './level-button.ts';
import type { StartProps } from './props.ts';

/**
 * The search box with its controls. A combobox that suggests places (WAI-ARIA APG, list autocomplete with manual
 * selection): suggestions are optional, and typed text can be searched without them. `method="dialog"` outside a dialog
 * submits nowhere: typed text can never end up in a URL.
 */
export function box(props: StartProps): JSX.Element {
  const { state, words, send } = props;
  const { box: w } = words;
  // Pressing Enter clicks the form's button too. So a search also works in a sandboxed frame without `allow-forms`,
  // where forms do not submit.
  const submit = (event: Event) => {
    event.preventDefault();
    send({ type: 'submitted' });
  };
  return h(
    'form',
    {
      class: 'search',
      part: 'form',
      method: 'dialog',
      autocomplete: 'off',
      noValidate: true,
      'aria-label': w.form,
      onSubmit: submit,
    },
    h('label', { for: 'near' }, w.label),
    h(
      'div',
      { class: 'box' },
      icon('search'),
      input(props),
      h('button', { type: 'submit', class: 'go', part: 'button', onClick: submit }, w.search),
      options(props),
    ),
    refusal(props),
    crisisLine(props),
    h('p', { id: 'near-hint', class: 'hint start-only' }, w.hint),
    h(
      'div',
      { class: state.act.kind === 'search' ? 'device busy' : 'device' },
      h(
        'button',
        {
          type: 'button',
          class: 'quiet locate',
          'aria-describedby': 'area',
          disabled: state.act.kind === 'locate',
          onClick: () => send({ type: 'locate' }),
        },
        icon('here'),
        w.locate,
      ),
      h('p', { id: 'area', class: 'hint start-only' }, state.onlyDevice ? w.areaHere : w.area),
    ),
    levelButton(props),
    h('button', { type: 'submit', class: 'solid start-only', part: 'button', onClick: submit }, w.search),
    h('p', { class: 'hint start-only kept' }, state.onlyDevice ? w.keptHere : w.kept),
  );
}

/** The text in the box: for a search from the device's location the words for "here", otherwise the typed text. */
function shownText({ state: { origin, text }, words }: StartProps): string {
  return origin?.kind === 'device' ? words.box.here : text;
}

function input(props: StartProps): JSX.Element {
  const { state, words, send } = props;
  const { suggestions, refused, origin } = state;
  // A text that the visitor did not type, such as a state's name, is selected on focus, so that typing replaces it.
  const onFocus = ({ currentTarget }: { readonly currentTarget: HTMLInputElement }) =>
    origin !== null && origin.kind !== 'place' && currentTarget.select();
  return h('input', {
    id: 'near',
    part: 'box',
    type: 'text',
    role: 'combobox',
    'aria-autocomplete': 'list',
    'aria-expanded': suggestions.open,
    'aria-controls': 'near-list',
    'aria-activedescendant': suggestions.active < 0 ? undefined : `near-${suggestions.active}`,
    'aria-describedby': refused === null ? 'near-hint' : 'near-error',
    'aria-invalid': refused !== null || undefined,
    autocomplete: 'off',
    autocapitalize: 'off',
    spellcheck: false,
    enterkeyhint: 'search',
    placeholder: words.box.placeholder,
    value: shownText(props),
    onInput: ({ currentTarget }) => send({ type: 'typed', text: currentTarget.value }),
    onKeyDown: (event) => keyed(event, props),
    onBlur: () => send({ type: 'suggestions-closed' }),
    onFocus,
  });
}

function keyed(event: KeyboardEvent, { state: { suggestions }, send }: StartProps): void {
  const { labels, open, active } = suggestions;
  if (event.isComposing || !open) return;
  // The arrow keys cycle through the options and the box itself, which has position -1.
  const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: labels.length };
  const by = steps[event.key];
  if (by !== undefined) send({ type: 'marked', index: ((active + 1 + by) % (labels.length + 1)) - 1 });
  else if (event.key === 'Enter' && active >= 0) send({ type: 'suggestion-taken', index: active });
  else if (event.key === 'Escape') send({ type: 'suggestions-closed' });
  else return;
  event.preventDefault();
  event.stopPropagation();
}

function options({ state: { suggestions }, words, send }: StartProps): JSX.Element {
  const { labels, open, active } = suggestions;
  return h(
    'ul',
    {
      id: 'near-list',
      role: 'listbox',
      // Without a tabindex of -1, a list that scrolls would be a Tab stop and take the focus from the box.
      tabIndex: -1,
      'aria-label': words.box.places,
      hidden: !open,
      // Keeps the focus in the box: otherwise pressing on an option would close the list before the click.
      onPointerDown: (event: Event) => event.preventDefault(),
    },
    ...(open ? labels : []).map((label, index) =>
      h(
        'li',
        {
          key: label,
          id: `near-${index}`,
          role: 'option',
          'aria-selected': index === active ? 'true' : undefined,
          onClick: () => send({ type: 'suggestion-taken', index }),
        },
        label,
      ),
    ),
  );
}

function refusal({ state: { refused }, words }: StartProps): JSX.Element {
  const text = refused === 'long' ? words.refused.long(longestText) : refused && words.refused[refused];
  return h('p', { id: 'near-error', class: 'field-error', hidden: refused === null }, text);
}

/** Helplines under the box while the typed words express a crisis: nothing moves, and nothing is sent. */
function crisisLine({ state: { text }, words: { box: w, strip }, readsAsCrisis }: StartProps): JSX.Element {
  const shown = readsAsCrisis?.(text) === true;
  return h(
    'p',
    { id: 'crisis-line', role: 'status' },
    ...(shown
      ? [
          `${w.crisis} `,
          h('a', { href: 'tel:988' }, w.crisisCall),
          ' · ',
          h('a', { href: strip.textHref }, w.crisisText),
          ' · ',
          h('a', { href: 'tel:911' }, w.crisisDanger),
        ]
      : []),
  );
}
