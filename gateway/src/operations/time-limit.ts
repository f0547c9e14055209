import type { GraphQLError } from 'graphql';
import { overLimit } from '../limits/limit-error.ts';

/** How long an operation may take; disposed of when it is over. */
export class TimeLimit implements Disposable {
	readonly #limitMs: number;
	readonly #began = performance.now();
	readonly #abort = new AbortController();
	readonly #timer: NodeJS.Timeout;
	#reject: ((error: GraphQLError) => void) | undefined;

	constructor(limitMs: number) {
		this.#limitMs = limitMs;
		this.#timer = setTimeout(() => this.giveUp(), limitMs);
	}

	/** Aborted when the operation is given up. */
	get signal(): AbortSignal {
		return this.#abort.signal;
	}

	/** Gives the operation up, before its time is over where nobody waits for it any more. */
	giveUp(): void {
		this.#abort.abort();
		this.#reject?.(this.#tooLate());
	}

	/** @throws GraphQLError when the operation is given up before the result is there */
	within<T>(result: Promise<T>): Promise<T> {
		return new Promise((resolve, reject) => {
			this.#reject = reject;
			result.then(resolve, reject);
			if (this.signal.aborted) reject(this.#tooLate());
		});
	}

	#tooLate(): GraphQLError {
		const limit = this.#limitMs;
		return overLimit(
			'REQUEST_TIMEOUT',
			`There was no answer within ${limit} ms. A query may be sent again; a mutation may have been carried out: send it again with its idempotency key, or read what became of it.`,
			{ limit, asked: Math.round(performance.now() - this.#began), status: 504 },
		);
	}

	[Symbol.dispose](): void {
		clearTimeout(this.#timer);
	}
}
