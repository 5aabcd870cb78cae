import { html } from '../docs/html.ts';
import { layout } from './layout.ts';
import { exampleSite } from './page.ts';
import { scriptOf, tagOf } from './snippets.ts';
import { type StoryCommand, type StoryFile, story, storyTag } from './story.ts';

/** Puts an argument such as `a b` in quotes, so that a shell takes it as one word. */
const word = (arg: string): string => (/^[\w./:=@+-]+$/.test(arg) ? arg : `'${arg.replaceAll("'", `'\\''`)}'`);

/** The page that shows how an operator gets from its own sheet to a finder with its centers on its own website. */
export function storyPage(): string {
  const main = html`
      <p class="hint"><a href="/embed">Embed the finder</a></p>
      <h1>From your sheet to your website</h1>
      <p class="lead">A treatment provider lists its own centers, confirms a program, and shows both on its own website. A test of this project runs each command of this page.</p>
      <ol class="story">
        ${story.map(
          ({ title, text, does }, index) =>
            html`<li class="step"><h2 id="step-${index + 1}">${title}</h2><p>${text}</p>${does.map(done)}</li>`,
        )}
        <li class="step"><h2 id="step-${story.length + 1}">Put it on your website</h2>
          <p>The tag shows your centers only, with your admissions line first and your benefits-check line beside it. Both are labeled as your website’s own and stay out of the list. Your own address takes the place of <code>${exampleSite}</code>.</p>
          ${code('The tag', `${scriptOf(exampleSite)}\n${tagOf(exampleSite, storyTag)}`)}
        </li>
        <li class="step"><h2 id="step-${story.length + 2}">What a visitor sees</h2>
          <p>Your two lines, then Desert Willow Central with IOP in bold and “Confirmed” with the day. When the confirmation has run out it says “Last confirmed … ask again”: confirm it anew in time.</p>
        </li>
      </ol>`;
  return layout({
    title: 'From your sheet to your website',
    description: 'Every command from an operator’s own sheet to its confirmed program on its own website.',
    main,
  });
}

function done(one: StoryFile | StoryCommand) {
  if (one.kind === 'file') return code(one.name, one.text);
  return html`${code(`Command: ${one.args.slice(0, 2).join(' ')}`, `npm run data -- ${one.args.map(word).join(' ')}`)}
          <p class="hint">It prints <code>${one.prints}</code>.</p>`;
}

function code(label: string, text: string) {
  return html`<figure><figcaption>${label}</figcaption><pre tabindex="0" role="group" aria-label="${label}"><code>${text}</code></pre></figure>`;
}
