/**
 * Reads data that searches can do without: tries three times, for the sake of phone connections, and does not report a
 * failure.
 */
export async function retried<Body>(read: () => Promise<Body>, use: (body: Body) => void): Promise<void> {
  for (const waitMs of [0, 2_000, 10_000]) {
    await new Promise((resolve) => setTimeout(resolve, waitMs));
    const body = await read().catch(() => null);
    if (body !== null) return use(body);
  }
}
