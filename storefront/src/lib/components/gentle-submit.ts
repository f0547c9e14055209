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

/** A form's submission with JavaScript: one at a time, nothing typed lost, a lost connection said instead of shown. */
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
				await update({ reset: false });
				settled?.(result.type);
			} finally {
				running = false;
				busy(false);
			}
		};
	};
}
