/** What the home page does around the finder: the band shrinks once there is a search, and "Leave" leaves nothing. */
const finder = document.querySelector('program-locator') as (HTMLElement & { clear?: () => void }) | null;

document.querySelector('.skip')?.addEventListener('click', (event) => {
  event.preventDefault();
  finder?.focus();
});
finder?.addEventListener('locator-state', (event) => {
  finder.classList.toggle('searched', (event as CustomEvent<{ started: boolean }>).detail.started);
});
document.querySelector('[data-leave]')?.addEventListener('click', (event) => {
  event.preventDefault();
  finder?.clear?.();
  // Replaced, so that Back does not lead here again.
  location.replace((event.currentTarget as HTMLAnchorElement).href);
});
