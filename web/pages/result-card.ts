import { h, type JSX } from 'preact';
import { cardFacts } from '../locator/parts/card.ts';
import { centerCall } from '../locator/parts/center-call.ts';
import { centerPage } from '../locator/parts/center-page.ts';
import type { Props } from '../locator/parts/props.ts';
import type { Result } from '../locator/read/answer.ts';

/** A center as a row of the finder's list, for pages without scripts: facts, phone number, and a link to its page. */
export function resultCard(props: Props, result: Result): JSX.Element {
  const { words, settings } = props;
  const { center } = result;
  const [phone] = center.phones;
  return h(
    'li',
    { key: center.id },
    h(
      'article',
      { class: 'card', 'aria-labelledby': `center-${center.id}` },
      h('div', { class: 'facts' }, ...cardFacts(props, result)),
      h(
        'div',
        { class: 'acts' },
        phone === undefined ? null : centerCall(words, phone, false),
        h(
          'div',
          { class: 'also' },
          h(
            'a',
            {
              class: 'link more',
              href: centerPage(settings.site ?? '', words.code, center.id),
              'aria-label': words.card.moreAbout(center.name),
            },
            words.card.more,
          ),
        ),
      ),
    ),
  );
}
