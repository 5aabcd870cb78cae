import { Component, type ComponentChildren, createRef, h, type JSX } from 'preact';
import { icon } from './icons.ts';

interface SheetProps {
  readonly id: string;
  readonly title: string;
  readonly close: string;
  /** True if the panel covers the page and keeps the focus inside. Otherwise it is next to the list. */
  readonly modal: boolean;
  readonly onClose: () => void;
  readonly children?: ComponentChildren;
  readonly foot?: ComponentChildren;
  readonly head?: ComponentChildren;
}

/** A panel that opens and closes: the browser's own dialog, so that Escape, focus and screen readers work. */
export class Sheet extends Component<SheetProps> {
  readonly #dialog = createRef<HTMLDialogElement>();

  override componentDidMount(): void {
    const dialog = this.#dialog.current;
    if (this.props.modal) dialog?.showModal();
    else dialog?.show();
  }

  override render({ id, title, close, modal, onClose, children, head, foot }: SheetProps): JSX.Element {
    return h(
      'dialog',
      {
        ref: this.#dialog,
        id,
        class: modal ? 'sheet modal' : 'sheet beside',
        'aria-labelledby': `${id}-title`,
        onCancel: (event: Event) => {
          event.preventDefault();
          onClose();
        },
        onKeyDown: (event: KeyboardEvent) => {
          if (modal || event.key !== 'Escape') return;
          event.preventDefault();
          onClose();
        },
      },
      h(
        'header',
        null,
        h('h2', { id: `${id}-title`, tabIndex: -1, 'data-panel-title': true }, title),
        head,
        h('button', { type: 'button', class: 'bare', 'aria-label': close, onClick: onClose }, icon('close')),
      ),
      h('div', { class: 'sheet-body' }, children),
      foot === undefined ? null : h('footer', null, foot),
    );
  }
}
