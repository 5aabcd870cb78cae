/**
 * One call: the keys that the agent presses until the phone number is on the screen, and the facts recorded afterwards.
 */
export interface ScriptedCall {
  readonly name: string;
  /** The center that a CRM opens by its link. */
  readonly popUp?: string;
  readonly toLine: readonly string[];
  readonly record: readonly string[];
  /** The center that must then be shown in the pane. */
  readonly finds: RegExp;
}

/** The keys for `/` and a text, one per letter. */
const type = (text: string): readonly string[] => ['/', ...text].map((key) => (key === ' ' ? 'Space' : key));

/** Ten calls in a row. Each begins with the screen that the previous one left. */
export const calls: readonly ScriptedCall[] = [
  { name: 'IOP; the caller’s number begins with 602', toLine: type('iop 602'), record: ['Enter', 'c'], finds: /./ },
  { name: 'the same caller, one level up', toLine: ['+'], record: ['Enter', 'c'], finds: /./ },
  { name: 'IOP near a ZIP', toLine: type('iop 85004'), record: ['Enter', 'c'], finds: /./ },
  { name: 'that line is busy: the next', toLine: ['ArrowDown'], record: ['Enter', 'f', '2'], finds: /./ },
  { name: 'the caller names a center', toLine: type('cactus'), record: ['Enter', 'y'], finds: /Cactus/ },
  { name: 'detox, area code, the word not finished', toLine: type('602 det'), record: ['Enter', 'Enter'], finds: /./ },
  { name: 'PHP in a town, its name not finished', toLine: type('php scot'), record: ['Enter', 'c'], finds: /./ },
  { name: 'a county', toLine: type('pima county'), record: ['Enter', 'y'], finds: /./ },
  { name: 'Medicaid too: a filter', toLine: ['a', 'm', 'e', 'd', 'i', 'Enter'], record: ['y'], finds: /./ },
  {
    name: 'a CRM opens the center',
    popUp: 'community-bridges-inc-cactus-integrated-phoenix-n4n4tk',
    toLine: [],
    record: ['c'],
    finds: /Cactus/,
  },
];
