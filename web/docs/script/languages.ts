/** The language that was chosen last on this page. Every sample that has it shows it. It is not stored. */
let chosen = 'curl';

/** Adds tabs to a sample, of which each shows one language. */
export function addTabs(sample: HTMLElement): void {
  const panels = [...sample.querySelectorAll<HTMLElement>('.language')];
  const list = document.createElement('div');
  list.className = 'tabs';
  list.setAttribute('role', 'tablist');
  list.ariaLabel = 'Language';
  for (const panel of panels) {
    const name = panel.dataset.language ?? '';
    const tab = document.createElement('button');
    tab.type = 'button';
    tab.textContent = name;
    tab.dataset.language = name;
    tab.setAttribute('role', 'tab');
    tab.id = `${idOf(sample)}-${name}`;
    panel.id = `${tab.id}-code`;
    panel.setAttribute('role', 'tabpanel');
    panel.setAttribute('aria-labelledby', tab.id);
    tab.setAttribute('aria-controls', panel.id);
    tab.addEventListener('click', () => choose(name, tab));
    list.append(tab);
  }
  list.addEventListener('keydown', (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const tabs = [...list.querySelectorAll('button')];
    const at = tabs.indexOf(document.activeElement as HTMLButtonElement);
    if (step === undefined || at < 0) return;
    event.preventDefault();
    const next = tabs[(at + step + tabs.length) % tabs.length];
    next?.focus();
    next?.click();
  });
  sample.classList.add('tabbed');
  panels[0]?.before(list);
  show(sample);
}

const idOf = (sample: HTMLElement): string =>
  `${sample.closest<HTMLElement>('.samples')?.dataset.operation ?? 'sample'}-${sample.dataset.sample ?? '0'}`;

/** Shows a language in all samples, and scrolls so that the clicked tab stays in place. */
function choose(name: string, tab: HTMLElement): void {
  chosen = name;
  const before = tab.getBoundingClientRect().top;
  for (const sample of document.querySelectorAll<HTMLElement>('.sample')) show(sample);
  scrollBy(0, tab.getBoundingClientRect().top - before);
}

function show(sample: HTMLElement): void {
  const panels = [...sample.querySelectorAll<HTMLElement>('.language')];
  const shown = panels.find(({ dataset }) => dataset.language === chosen) ?? panels[0];
  for (const panel of panels) panel.hidden = panel !== shown;
  for (const tab of sample.querySelectorAll<HTMLElement>('[role=tab]')) {
    const isShown = tab.dataset.language === shown?.dataset.language;
    tab.ariaSelected = String(isShown);
    tab.tabIndex = isShown ? 0 : -1;
  }
}
