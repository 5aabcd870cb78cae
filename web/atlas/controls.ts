import { type ComponentChild, h } from 'preact';
import { ageChoices, languageChoices, payerChoices } from './choices.ts';
import type { StateGround } from './data.ts';
import { farChoices } from './reading.ts';
import type { AtlasState, Change } from './state.ts';
import { ageLabel, languageLabel, payerLabel } from './words.ts';

/** One select box per choice: payment, age, language, state, and how many miles count as far. */
export function controls(ground: readonly StateGround[], { choice, far, state }: AtlasState, change: Change) {
  return h(
    'form',
    { class: 'controls', 'aria-label': 'What to show', onSubmit: (event: Event) => event.preventDefault() },
    [
      select('payer', 'Payment', payerChoices, choice.payer, payerLabel, (payer) =>
        change({ choice: { ...choice, payer } }),
      ),
      select('age', 'Age', ageChoices, choice.age, ageLabel, (age) => change({ choice: { ...choice, age } })),
      select('language', 'Language', languageChoices, choice.language, languageLabel, (language) =>
        change({ choice: { ...choice, language } }),
      ),
      ground.length > 1 &&
        select(
          'state',
          'State',
          [null, ...ground.map(({ code }) => code)],
          state,
          (code) => ground.find((one) => one.code === code)?.name ?? `All ${ground.length} states`,
          (code) => change({ state: code }),
        ),
      select(
        'far',
        'Far is more than',
        farChoices,
        far,
        (one) => `${one} miles`,
        (one) => change({ far: one }),
      ),
    ],
  );
}

function select<Value extends string | number | null>(
  id: string,
  label: string,
  values: readonly Value[],
  chosen: Value,
  labelOf: (value: Value) => string,
  onChange: (value: Value) => void,
): ComponentChild {
  const options = values.map((value) =>
    h('option', { value: value ?? '', selected: value === chosen }, labelOf(value)),
  );
  const changed = (event: Event): void => {
    const value = values[(event.currentTarget as HTMLSelectElement).selectedIndex];
    if (value !== undefined) onChange(value);
  };
  return h('p', { class: 'control' }, [
    h('label', { for: id }, label),
    h('select', { id, onChange: changed }, options),
  ]);
}
