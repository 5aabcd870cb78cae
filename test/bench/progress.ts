const startedAt = performance.now();

export type Progress = (text: string) => void;

/** One line that is overwritten, with the time since the start; plain lines if the output is not a terminal. */
export const progress: Progress = (text) => {
  const line = `[${((performance.now() - startedAt) / 1000).toFixed(1).padStart(6)} s] ${text}`;
  process.stderr.write(process.stderr.isTTY ? `\r\u001b[2K${line}` : `${line}\n`);
};

/** Ends the progress line before something else is printed. */
export function endProgress(): void {
  if (process.stderr.isTTY) process.stderr.write('\r\u001b[2K');
}
