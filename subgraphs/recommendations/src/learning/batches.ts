/** Larger ones gain nothing more, and hold Redis up. */
const largest = 250;

/**
 * Gathers what comes one by one into batches: whatever has come while the last batch was handled is the next one. An
 * item whose batch failed is handled by itself, so that one which cannot be handled does no harm to its neighbours.
 */
export class Batches<T> {
	readonly #handle: (batch: T[]) => Promise<void>;
	#waiting: { item: T; resolve: () => void; reject: (error: unknown) => void }[] = [];
	#isRunning = false;

	constructor(handle: (batch: T[]) => Promise<void>) {
		this.#handle = handle;
	}

	/** @returns when the item is handled */
	add(item: T): Promise<void> {
		return new Promise((resolve, reject) => {
			this.#waiting.push({ item, resolve, reject });
			if (!this.#isRunning) void this.#run();
		});
	}

	async #run(): Promise<void> {
		this.#isRunning = true;
		while (this.#waiting.length > 0) {
			// What comes in the same turn of the event loop goes along.
			await new Promise((resolve) => setImmediate(resolve));
			const batch = this.#waiting.splice(0, largest);
			try {
				await this.#handle(batch.map(({ item }) => item));
				for (const { resolve } of batch) resolve();
			} catch (error) {
				if (batch.length === 1) batch[0]!.reject(error);
				else await Promise.all(batch.map((one) => this.#handle([one.item]).then(one.resolve, one.reject)));
			}
		}
		this.#isRunning = false;
	}
}
