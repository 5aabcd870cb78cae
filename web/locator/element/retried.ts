/** The search works without this data, so a failure is not reported; phone connections get several tries. */
export async function retried<Body>(read: () => Promise<Body>, use: (body: Body) => void): Promise<void> {
  for (const waitMs of [0, 2_000, 10_000]) {
    await new Promise((resolve) => setTimeout(resolve, waitMs));
    const body = await read().catch(() => null);
    if (body !== null) return use(body);
  }
}
