import { GaveUp } from './insist.ts';

/** What goes on beside the shopping and must be finished before the books are looked at. */
export class Background {
	readonly #open = new Set<Promise<void>>();
	#problem: unknown;

	add(work: Promise<unknown>): void {
		const done = work
			.then(
				() => {},
				(error: unknown) => {
					// What could not be done in time is found by the audit.
					if (!(error instanceof GaveUp)) this.#problem ??= error;
				},
			)
			.finally(() => this.#open.delete(done));
		this.#open.add(done);
	}

	/** @throws what went wrong with the work itself */
	get isDone(): boolean {
		if (this.#problem) throw this.#problem;
		return this.#open.size === 0;
	}
}
