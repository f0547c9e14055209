import { setTimeout as sleep } from 'node:timers/promises';

/** Tries until the assertion holds; its last error is thrown when it does not in time. */
export async function eventually<T>(assertion: () => Promise<T> | T, timeoutMs = 5_000): Promise<T> {
	const deadline = Date.now() + timeoutMs;
	for (;;) {
		try {
			return await assertion();
		} catch (error) {
			if (Date.now() > deadline) throw error;
			await sleep(20);
		}
	}
}
