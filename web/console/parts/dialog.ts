import { Component, type ComponentChildren, createRef, h } from 'preact';

interface DialogProps {
  readonly label: string;
  readonly class: string;
  readonly onClose: () => void;
  readonly onKeyDown?: (event: KeyboardEvent) => void;
  readonly children?: ComponentChildren;
}

/** A modal dialog. The browser keeps the focus inside it, and Esc closes it. */
export class Dialog extends Component<DialogProps> {
  readonly #root = createRef<HTMLDialogElement>();

  override componentDidMount(): void {
    this.#root.current?.showModal();
    this.#root.current?.querySelector<HTMLElement>('[data-first]')?.focus();
  }

  override render({ label, onClose, onKeyDown, children, class: name }: DialogProps) {
    return h(
      'dialog',
      {
        ref: this.#root,
        class: `panel ${name}`,
        'aria-label': label,
        onKeyDown,
        onCancel: (event: Event) => {
          event.preventDefault();
          onClose();
        },
        // The content fills the dialog, so a click on the dialog element itself is on its backdrop, and closes it.
        onClick: (event: MouseEvent) => event.target === event.currentTarget && onClose(),
      },
      h('div', { class: 'inside' }, children),
    );
  }
}
