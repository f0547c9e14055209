const failuresToOpen = 5;
const firstPauseMs = 500;
const longestPauseMs = 5_000;

/** What came of a call that was let through; `neither` where the caller went away before. */
export type Outcome = 'success' | 'failure' | 'neither';

/** How a call was let through: like any other, or as the one that finds out. */
export type Pass = 'call' | 'probe';

/**
 * Keeps calls from a service that does not answer, so that nobody waits for it in vain. Closed, it lets all through;
 * five failures in a row open it for half a second, in which none is; then it is half open and lets one through, whose
 * success closes it and whose failure opens it for twice as long, up to five seconds.
 */
export class CircuitBreaker {
	readonly #now: () => number;
	#failures = 0;
	#pauseMs = firstPauseMs;
	#openUntil = 0;
	#probing = false;

	/** @param now milliseconds by a clock that only goes forward */
	constructor(now: () => number = () => performance.now()) {
		this.#now = now;
	}

	get state(): 'closed' | 'open' | 'half-open' {
		if (this.#failures < failuresToOpen) return 'closed';
		return this.#now() < this.#openUntil ? 'open' : 'half-open';
	}

	/** Lets a call through, which is settled in the end, or not. */
	admit(): Pass | undefined {
		const { state } = this;
		if (state === 'closed') return 'call';
		if (state === 'open' || this.#probing) return undefined;
		this.#probing = true;
		return 'probe';
	}

	settle(pass: Pass, outcome: Outcome): void {
		if (pass === 'probe') this.#probing = false;
		// What began before it opened says nothing new.
		else if (this.state !== 'closed') return;
		if (outcome === 'success') {
			this.#failures = 0;
			this.#pauseMs = firstPauseMs;
		} else if (outcome === 'failure') {
			if (pass === 'probe') this.#pauseMs = Math.min(this.#pauseMs * 2, longestPauseMs);
			else this.#failures++;
			this.#openUntil = this.#now() + this.#pauseMs;
		}
	}
}
