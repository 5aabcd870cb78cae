import { propertyOf } from '../../../web/locator/element/attribute-names.ts';
import { type Attribute, attributes } from '../../../web/locator/element/attributes.ts';
import {
  customProperties,
  events,
  methods,
  parts,
  properties,
  slots,
} from '../../../web/locator/element/documented.ts';
import { values } from '../../../web/words/values.en.ts';

export const manifestFile = new URL('../../../web/locator/custom-elements.json', import.meta.url);

const typeOf = ({ kind, choices }: Attribute): string =>
  choices === undefined ? (kind === 'flag' ? 'boolean' : 'string') : choices.map((one) => `'${one}'`).join(' | ');

const described = ({ name, text }: { readonly name: string; readonly text: string }) => ({ name, description: text });

/**
 * Lists the values of a closed list with their labels, for the form. Websites may use other values that the API
 * accepts.
 */
function valuesOf({ name }: Attribute): { readonly values?: readonly unknown[] } {
  if (name !== 'level' && name !== 'payer') return {};
  return { values: Object.entries(values[name]).map(([value, label]) => ({ value, label })) };
}

/**
 * Describes the element in the format of the Custom Elements Manifest (schema 1.0.0), which editors and component
 * catalogs read. `kind`, `example` and `values` of an attribute are our additions; the configurator's form is built
 * from them.
 */
function manifest(): unknown {
  const element = {
    kind: 'class',
    name: 'ProgramLocator',
    tagName: 'program-locator',
    customElement: true,
    superclass: { name: 'HTMLElement' },
    summary: 'Finds treatment programs near a place.',
    description: 'Finds treatment programs near a place. Content inside the tag shows until the script has loaded.',
    attributes: attributes.map((one: Attribute) => ({
      ...described(one),
      type: { text: typeOf(one) },
      default: one.default,
      fieldName: propertyOf(one.name),
      kind: one.kind,
      example: one.example,
      ...valuesOf(one),
    })),
    members: [
      ...attributes.map((one: Attribute) => ({
        kind: 'field',
        ...described(one),
        name: propertyOf(one.name),
        type: { text: one.kind === 'flag' ? 'boolean' : `${typeOf(one)} | null` },
        attribute: one.name,
        reflects: true,
      })),
      ...properties.map((one) => ({
        kind: 'field',
        ...described(one),
        type: { text: one.type },
        default: one.default,
      })),
      ...methods.map((one) => ({
        kind: 'method',
        ...described(one),
        parameters: one.parameters.map(({ name, type }) => ({ name, type: { text: type } })),
        return: { type: { text: 'void' } },
      })),
    ],
    events: events.map((one) => ({ ...described(one), type: { text: `CustomEvent<${one.detail}>` } })),
    slots: slots.map(described),
    cssParts: parts.map(described),
    cssProperties: customProperties.map((one) => ({ ...described(one), default: one.default })),
  };
  return {
    schemaVersion: '1.0.0',
    modules: [
      {
        kind: 'javascript-module',
        path: 'locator.js',
        declarations: [element],
        exports: [
          {
            kind: 'custom-element-definition',
            name: 'program-locator',
            declaration: { name: 'ProgramLocator', module: 'locator.js' },
          },
        ],
      },
    ],
  };
}

/** Returns the text that the manifest's file should contain. */
export const manifestText = (): string => `${JSON.stringify(manifest(), null, 2)}\n`;
