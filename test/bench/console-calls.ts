/**
 * A scripted telephone call: the keys that the agent presses until the phone number is on the screen, and then the keys
 * that record facts.
 */
export interface ScriptedCall {
  readonly name: string;
  /** The center whose page a CRM opens by a link when the call begins. */
  readonly popUp?: string;
  readonly toLine: readonly string[];
  readonly record: readonly string[];
  /** What the details pane must show after the keys of `toLine`: the center that was looked for. */
  readonly finds: RegExp;
}

/** The keys that type a text into the search: `/`, then one key per letter. */
const type = (text: string): readonly string[] => ['/', ...text].map((key) => (key === ' ' ? 'Space' : key));

/** Ten telephone calls in a row. Each call begins with the screen that the previous call left. */
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
