import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

const everyMs = 40;

/** Waits until a health address answers 200. */
export async function waitForHealth(url: string, signal: AbortSignal): Promise<void> {
	while (!signal.aborted) {
		try {
			const response = await fetch(url, { signal: AbortSignal.timeout(2_500) });
			await response.body?.cancel();
			if (response.ok) return;
		} catch {
			// Not listening yet.
		}
		await sleep(everyMs);
	}
}

/** Waits until something listens on a port. */
export async function waitForPort(port: number, host: string, signal: AbortSignal): Promise<void> {
	while (!signal.aborted) {
		if (await isListening(port, host)) return;
		await sleep(everyMs);
	}
}

/** Whether something listens on a port. */
export function isListening(port: number, host: string): Promise<boolean> {
	return new Promise((resolve) => {
		const socket = connect(port, host);
		socket.once('connect', () => {
			socket.destroy();
			resolve(true);
		});
		socket.once('error', () => resolve(false));
	});
}
