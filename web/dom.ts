type Properties = Readonly<Record<string, string | boolean | null | undefined>>;
type Child = Node | string | null | undefined;

/**
 * Makes an element. Text only ever becomes text nodes, so nothing from an answer is read as markup.
 * Attributes that are null, undefined or false are left out, `true` is written without a value.
 */
export function el<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Properties = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    element.setAttribute(key, value === true ? '' : value);
  }
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}

/** An element of the page that the script cannot do without. */
export function find<Type extends HTMLElement>(id: string, type: new () => Type): Type {
  const element = document.getElementById(id);
  if (!(element instanceof type)) throw new Error(`the page has no ${type.name} #${id}`);
  return element;
}

/** A button that does something on this page. */
export function button(label: string, className: string, act: () => void): HTMLButtonElement {
  const element = el('button', { type: 'button', class: className }, label);
  element.addEventListener('click', act);
  return element;
}
