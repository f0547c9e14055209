import { setTimeout as sleep } from 'node:timers/promises';

const baseMs = 100;
const longestMs = 30_000;

/** Waits before the next try: doubling from 100 ms to 30 s, with full jitter; ends at once on abort. */
export async function retryDelay(tries: number, signal: AbortSignal): Promise<void> {
	const ceiling = Math.min(longestMs, baseMs * 2 ** (tries - 1));
	await sleep(ceiling / 2 + (Math.random() * ceiling) / 2, undefined, { signal }).catch(() => {});
}
