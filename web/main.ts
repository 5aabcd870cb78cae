/** What the home page does around the finder: "Leave" leaves nothing. */
const finder = document.querySelector('program-locator') as (HTMLElement & { clear?: () => void }) | null;

document.querySelector('.skip')?.addEventListener('click', (event) => {
  event.preventDefault();
  finder?.focus();
});
document.querySelector('[data-leave]')?.addEventListener('click', (event) => {
  event.preventDefault();
  finder?.clear?.();
  // Replaced, so that Back does not lead here again.
  location.replace((event.currentTarget as HTMLAnchorElement).href);
});
