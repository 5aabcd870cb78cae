import type { Reporter, TestModule } from 'vitest/node';

/** Under `CI=1` a test may be skipped only if the directories are missing, because they are not part of the project. */
const mayBeAbsent = /skipped: .* not beside (?:the project|this repository)/;

/**
 * Prints `N passed, N failed, N skipped` as the last line, which continuous integration reads. Under `CI=1` a skipped
 * test fails the run, because its result is unknown.
 */
export default class ClosingLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly unknown[]): void {
    const count = { passed: 0, failed: unhandledErrors.length, skipped: 0 };
    const unsaid: string[] = [];
    for (const module of modules) {
      if (module.state() === 'failed' && module.errors().length > 0) count.failed += 1;
      for (const test of module.children.allTests()) {
        const state = test.result().state;
        if (state === 'skipped' && !mayBeAbsent.test(test.fullName)) unsaid.push(test.fullName);
        if (state === 'passed' || state === 'failed' || state === 'skipped') count[state] += 1;
      }
    }
    if (process.env.CI === '1' && unsaid.length > 0) {
      console.log(`\nskipped, which fails under CI=1:\n  ${unsaid.join('\n  ')}`);
      process.exitCode = 1;
    }
    console.log(`\n${count.passed} passed, ${count.failed} failed, ${count.skipped} skipped`);
  }
}
