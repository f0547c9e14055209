import type { SubmitFunction } from '$app/forms';
import type { Toaster } from './toaster.svelte.ts';

interface Gentle {
	toaster: Toaster;
	/** Told when a request starts and ends. */
	busy: (busy: boolean) => void;
	/** What to do when the shop cannot be reached. */
	lost: string;
	/** After the page has taken the answer in. */
	settled?: (kind: 'success' | 'failure' | 'redirect') => void;
}

/**
 * A form's submission with JavaScript: one at a time, nothing typed lost, a lost connection said instead of shown. An
 * answer that says `unreachable` leaves the page as it is: what it shows could not be read anew either.
 */
export function gentleSubmit({ toaster, busy, lost, settled }: Gentle): SubmitFunction {
	let running = false;
	return ({ cancel }) => {
		if (running) return cancel();
		running = true;
		busy(true);
		return async ({ result, update }) => {
			try {
				if (result.type === 'error') {
					toaster.warn(lost);
					return;
				}
				const unreachable = 'data' in result && result.data?.unreachable === true;
				await update({ reset: false, refreshAll: !unreachable });
				settled?.(result.type);
			} finally {
				running = false;
				busy(false);
			}
		};
	};
}
