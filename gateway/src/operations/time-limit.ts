import type { GraphQLError } from 'graphql';
import { overLimit } from '../limits/limit-error.ts';

/** How long an operation may take; disposed of when it is over. */
export class TimeLimit implements Disposable {
	readonly #abort = new AbortController();
	readonly #givenUp: Promise<never>;
	readonly #timer: NodeJS.Timeout;

	constructor(limitMs: number) {
		const began = performance.now();
		const { promise, reject } = Promise.withResolvers<never>();
		this.#givenUp = promise;
		// Nobody need wait for it.
		promise.catch(() => {});
		this.#abort.signal.addEventListener('abort', () => reject(tooLate(limitMs, performance.now() - began)));
		this.#timer = setTimeout(() => this.giveUp(), limitMs);
	}

	/** Aborted when the operation is given up. */
	get signal(): AbortSignal {
		return this.#abort.signal;
	}

	/** Gives the operation up before its time is over: nobody waits for it any more. */
	giveUp(): void {
		this.#abort.abort();
	}

	/** @throws GraphQLError when the operation is given up before the result is there */
	async within<T>(result: Promise<T>): Promise<T> {
		return Promise.race([result, this.#givenUp]);
	}

	[Symbol.dispose](): void {
		clearTimeout(this.#timer);
	}
}

function tooLate(limit: number, elapsed: number): GraphQLError {
	return overLimit(
		'REQUEST_TIMEOUT',
		`There was no answer within ${limit} ms. A query may be sent again; a mutation may have been carried out: send it again with its idempotency key, or read what became of it.`,
		{ limit, asked: Math.round(elapsed), status: 504 },
	);
}
