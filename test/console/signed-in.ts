import type { Page } from 'playwright-core';
import type { Group } from '../../functions/faces/agent/person.ts';
import { examplePeople } from '../../infra/local/people.ts';

export const center = 'lantern-bridge-phoenix-example';

export const nameOf = (group: Group): string => examplePeople.find((one) => one.group === group)?.name ?? '';

/** Signs in through the local sign-in page, as a person does. Resolves once the console shows the person's name. */
export async function signIn(page: Page, group: Group): Promise<void> {
  const name = nameOf(group);
  await page.getByRole('button', { name: 'Sign in', exact: true }).first().click();
  await page.getByRole('button', { name: `${name}, ${group}` }).click();
  await whoIs(page, name).waitFor();
}

export const whoIs = (page: Page, name: string) => page.locator('.who-in', { hasText: name });

/** Waits until the listings are loaded and the center is in the pane, with its private fields. */
export async function opened(page: Page): Promise<void> {
  await page.locator('.center-pane .code').waitFor({ timeout: 60_000 });
}

/** Every request of a page, with its body and headers. */
export function watchRequests(page: Page): { readonly url: string; readonly all: string }[] {
  const seen: { url: string; all: string }[] = [];
  page.on('request', (request) => {
    const { url, method, body, headers } = {
      ...{ url: request.url(), method: request.method() },
      ...{ body: request.postData() ?? '', headers: request.headers() },
    };
    seen.push({ url, all: `${method} ${url} ${body} ${JSON.stringify(headers)}` });
  });
  return seen;
}
