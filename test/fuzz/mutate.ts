const pieces = [
  ...[
    '"',
    ',',
    ';',
    '\n',
    '\r\n',
    '\t',
    '\0',
    '{',
    '}',
    '[',
    ']',
    ':',
    'null',
    'true',
    '{}',
    '[]',
    '-',
    '=1+1',
    '@x',
    "'",
  ],
  ...[
    '1e999',
    '-1',
    '99999999999999999999',
    '\\',
    '\\u0000',
    '\ufeff',
    '__proto__',
    'constructor',
    '#REF!',
    'TRUE',
    '5-Mar',
  ],
  ...['💊', 'ü', 'Oregon', '00000', '</c>', ' t="e"', 'x'.repeat(3000), '['.repeat(300), '"x",'.repeat(50)],
];

/** Makes one to four seeded changes to a file: inserts, removes, doubles or swaps parts, or changes bytes. */
export function mutated(bytes: Buffer, random: () => number): Buffer {
  let result = bytes;
  const below = (most: number): number => Math.floor(random() * most);
  for (let count = 1 + below(random() < 0.6 ? 1 : 4); count > 0; count--) {
    const at = below(result.length + 1);
    const end = Math.min(result.length, at + 1 + below(random() < 0.8 ? 30 : 3000));
    const [before, stretch, after] = [result.subarray(0, at), result.subarray(at, end), result.subarray(end)];
    const piece = Buffer.from(pieces[below(pieces.length)] ?? '');
    switch (below(7)) {
      case 0:
        result = Buffer.concat([before, piece, result.subarray(at)]);
        break;
      case 1:
        result = Buffer.concat([before, piece, after]);
        break;
      case 2:
        result = Buffer.concat([
          before,
          Buffer.from([random() < 0.5 ? below(256) : 0x30 + below(75)]),
          result.subarray(at + 1),
        ]);
        break;
      case 3:
        result = Buffer.concat([before, after]);
        break;
      case 4:
        result = Buffer.concat([before, stretch, stretch, after]);
        break;
      case 5:
        result = Buffer.concat([before, after.subarray(0, 20), stretch, after.subarray(20)]);
        break;
      default:
        if (random() < 0.2) result = result.subarray(0, at);
    }
  }
  return result;
}
