import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { CHECK_MS, Watch } from '../../../web/locator/device/watch.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** Watches listings of this age, on a page that can be hidden. */
function watching(ageMs = 0) {
  let visible = true;
  let seen: (() => void) | null = null;
  const checks: number[] = [];
  const start = Date.now();
  const watched = {
    ageMs,
    check: async () => {
      checks.push(Date.now() - start);
    },
  };
  const sight = {
    isVisible: () => visible,
    onVisible: (call: () => void) => {
      seen = call;
      return () => {
        seen = null;
      };
    },
  };
  return {
    watch: new Watch(watched, sight),
    checks,
    hide: () => {
      visible = false;
    },
    show: () => {
      visible = true;
      seen?.();
    },
    heard: () => seen !== null,
  };
}

describe('listings on the screen', () => {
  test('are checked so often that a denial is seen within 60 s', async () => {
    const { watch, checks } = watching();
    watch.set(true);
    await vi.advanceTimersByTimeAsync(5 * 60_000);
    const gaps = checks.map((at, index) => at - (checks[index - 1] ?? 0));
    // There are two caches of 5 s in front of an answer, and the changed part must load.
    expect(Math.max(...gaps)).toBeLessThanOrEqual(45_000);
    expect(checks.length).toBe(Math.floor((5 * 60_000) / CHECK_MS));
  });

  test('that are older already are checked at once', async () => {
    const { watch, checks } = watching(CHECK_MS + 1);
    watch.set(true);
    await vi.advanceTimersByTimeAsync(1);
    expect(checks.length).toBe(1);
  });

  test('are not checked while nobody sees them, and at once when somebody does', async () => {
    const { watch, checks, hide, show } = watching();
    watch.set(true);
    hide();
    await vi.advanceTimersByTimeAsync(10 * 60_000);
    expect(checks).toEqual([]);
    show();
    await vi.advanceTimersByTimeAsync(0);
    expect(checks.length).toBe(1);
    await vi.advanceTimersByTimeAsync(CHECK_MS);
    expect(checks.length).toBe(2);
  });

  test('are checked no more once something else is shown', async () => {
    const { watch, checks, heard } = watching();
    watch.set(true);
    watch.set(true);
    watch.set(false);
    expect(heard()).toBe(false);
    await vi.advanceTimersByTimeAsync(10 * 60_000);
    expect(checks).toEqual([]);
  });
});
