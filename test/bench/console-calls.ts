/** One call: what the agent presses until the line to call is on the screen, and what is recorded afterwards. */
export interface ScriptedCall {
  readonly name: string;
  /** A CRM opens this center. */
  readonly popUp?: string;
  readonly toLine: readonly string[];
  readonly record: readonly string[];
  /** The center that must be in the pane then. */
  readonly finds: RegExp;
}

/** `/` and a text, a key a letter. */
const type = (text: string): readonly string[] => ['/', ...text].map((key) => (key === ' ' ? 'Space' : key));

/** Ten calls as they come in. Each begins where the one before ended. */
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
