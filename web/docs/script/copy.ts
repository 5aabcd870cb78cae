const SHOWN_MS = 2_000;

/** Adds a button to every code block that copies its text. */
export function addCopyButtons(root: ParentNode): void {
  for (const figure of root.querySelectorAll<HTMLElement>('figure.code')) {
    const code = figure.querySelector('pre');
    const caption = figure.querySelector('figcaption');
    if (code && caption) caption.append(buttonFor(code));
  }
}

function buttonFor(code: HTMLElement): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'copy';
  button.textContent = 'Copy';
  const label = `Copy ${code.getAttribute('aria-label') ?? 'the code'}`;
  button.ariaLabel = label;
  // The label follows the button's text, so that screen readers announce "Copied".
  button.ariaLive = 'polite';
  const say = (text: string): void => {
    button.textContent = text;
    button.ariaLabel = text === 'Copy' ? label : text;
  };
  button.addEventListener('click', async () => {
    try {
      await navigator.clipboard.writeText(code.textContent ?? '');
      say('Copied');
    } catch (error) {
      // The browser has no clipboard without HTTPS or permission. The text is then selected, so that it can be copied
      // by hand.
      getSelection()?.selectAllChildren(code);
      say('Selected: press Ctrl+C');
      console.warn(error);
    }
    setTimeout(say, SHOWN_MS, 'Copy');
  });
  return button;
}
