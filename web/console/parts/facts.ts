import { h, type JSX } from 'preact';
import { scheduleText, sourceText } from '../../locator/parts/telling.ts';
import { consoleWords as w } from '../../words/console.ts';
import { en } from '../../words/en.ts';
import type { Center, Offering, Opened, StepFor } from '../engine/found.ts';
import { button } from './controls.ts';
import type { Props } from './props.ts';

export interface Fact {
  readonly title: string;
  readonly values: readonly { readonly label: string; readonly asked: boolean }[];
  /** True if the row is left out when the listing says nothing. */
  readonly optional: boolean;
}

interface Listed {
  readonly center: Center;
  readonly offerings: readonly Offering[];
}
type Asked = Readonly<Record<string, unknown>>;

/** Returns functions that build rows from the offerings. Offerings that the center denied are left out. */
function telling(offerings: readonly Offering[], asked: Asked) {
  const here = offerings.filter(({ confirmation }) => confirmation.state !== 'denied');
  const labels = (field: string, codes: readonly string[]) =>
    [...new Set(codes)].map((code) => ({ label: w.valueName(field, code), asked: isAsked(asked[field], code) }));
  return {
    here,
    all: (pick: (one: Offering) => readonly string[] | null | undefined) => here.flatMap((one) => pick(one) ?? []),
    named: (title: string, optional: boolean, ...lists: readonly (readonly [string, readonly string[]])[]): Fact => ({
      ...{ title, optional },
      values: lists.flatMap(([field, codes]) => labels(field, codes)),
    }),
    plain: (title: string, texts: readonly string[]): Fact => ({
      ...{ title, optional: true },
      values: texts.map((label) => ({ label, asked: false })),
    }),
  };
}

/**
 * The rows of facts that decide a call, as the listing states them.
 * @param asked What the caller needs, which is shown in bold.
 */
export function factsOf({ offerings }: Listed, asked: Asked): readonly Fact[] {
  const { facts } = w.pane;
  const { named, plain, all, here } = telling(offerings, asked);
  const housing = here.map((one) => one.housing).find((one) => one !== null);
  const times = [...new Set(here.map(({ schedule }) => scheduleText(en, schedule)).filter((one) => one !== null))];
  return [
    named(facts.levels, false, ['level', all(({ level }) => [level])]),
    named(facts.who, false, ['age', all(({ ages }) => ages)], ['gender', all(({ genders }) => genders)]),

    named(facts.pays, false, ['payer', all(({ payers }) => payers)]),
    named(
      facts.how,
      false,
      ['modality', all(({ modalities }) => modalities)],
      ['language', all(({ languages }) => languages)],
    ),
    plain(facts.when, times),
    plain(facts.housing, housing === undefined || housing === null ? [] : [w.pane.housing[housing ? 'yes' : 'no']]),
  ];
}

/** The rows of facts that seldom decide a call. They are shown below the next levels. */
export function moreFactsOf({ center, offerings }: Listed, asked: Asked): readonly Fact[] {
  const { facts } = w.pane;
  const { named, plain, all } = telling(offerings, asked);
  return [
    named(facts.for, true, ['population', all(({ populations }) => populations)]),
    named(facts.treats, true, ['condition', all(({ conditions }) => conditions)]),
    named(facts.therapies, true, ['therapy', all(({ therapies }) => therapies)]),
    plain(
      facts.source,
      center.sources.map((one) => sourceText(en, one)),
    ),
  ];
}

function isAsked(wanted: unknown, code: string): boolean {
  return Array.isArray(wanted) && wanted.includes(code);
}

/** Draws rows of facts. If the listing does not state a fact, its row says to ask, and never "no". */
export function factRows(facts: readonly Fact[]): (JSX.Element | null)[] {
  return facts.flatMap(({ title, values, optional }) => {
    if (values.length === 0 && optional) return [];
    const sorted = values.toSorted((a, b) => Number(b.asked) - Number(a.asked));
    return [
      h('dt', null, title),
      h(
        'dd',
        null,
        values.length === 0
          ? w.pane.notListed
          : sorted.map(({ label, asked }, at) => [at === 0 ? '' : ', ', asked ? h('b', null, label) : label]),
      ),
    ];
  });
}

/** Shows the next level up and down for this caller. */
export function steps(props: Props, opened: Opened): (JSX.Element | null)[] {
  const row = (title: string, name: 'step-up' | 'step-down', step: StepFor | null) =>
    step === null
      ? []
      : [
          h('dt', null, title),
          h(
            'dd',
            null,
            step.center.id === opened.center.id
              ? w.pane.stepHere(w.levelName(step.level))
              : button(props, {
                  name,
                  class: 'link',
                  label: w.pane.stepTo(
                    w.levelName(step.level),
                    step.center.name,
                    step.miles === null
                      ? null
                      : step.approximate && step.miles < 1
                        ? w.pane.stepNear
                        : w.miles(step.miles),
                  ),
                }),
          ),
        ];
  return [...row(w.pane.facts.stepUp, 'step-up', opened.up), ...row(w.pane.facts.stepDown, 'step-down', opened.down)];
}
