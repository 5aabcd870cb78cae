/**
 * Runs `clear` whenever the visitor leaves, so that Back or a reopened window shows nothing of the search: browsers
 * keep whole pages behind the Back button. Typed words come back after a reload only where the form has no
 * autocomplete="off".
 */
export function clearOnLeaving(clear: () => void): void {
  addEventListener('pagehide', clear);
  // Kept pages come back as they were left. Not on the first showing: somebody may be typing already.
  addEventListener('pageshow', ({ persisted }) => persisted && clear());
}
