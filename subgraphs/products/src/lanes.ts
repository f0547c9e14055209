/** So much waits already that one more would only wait too long. */
export class LanesFull extends Error {
	override name = 'LanesFull';
}

/** A piece of work in the lanes. */
export interface Job<T> {
	done: Promise<T>;
	/** Somebody waits for it now: it goes before all background work. */
	hurry(): void;
}

interface Waiting {
	urgent: boolean;
	run: () => Promise<void>;
	drop: (reason: Error) => void;
}

/**
 * Does work side by side in a few lanes. What somebody waits for goes first; of what nobody waits for yet there is
 * one at a time, so that a lane is soon free.
 */
export class Lanes implements AsyncDisposable {
	readonly #count: number;
	readonly #most: number;
	#waiting: Waiting[] = [];
	readonly #running = new Set<Promise<void>>();
	#background = 0;
	#closed = false;

	/**
	 * @param count how many there are
	 * @param most how many pieces may wait, of each kind
	 */
	constructor(count: number, most: number) {
		this.#count = count;
		this.#most = most;
	}

	/** @throws LanesFull at once, when too many wait, or the lanes are closed */
	add<T>(work: () => Promise<T>, urgent: boolean): Job<T> {
		const alike = this.#waiting.filter((each) => each.urgent === urgent);
		if (this.#closed || alike.length >= this.#most) throw new LanesFull('too much is being done already');
		const { promise, resolve, reject } = Promise.withResolvers<T>();
		const run = () => work().then(resolve, reject);
		const waiting: Waiting = { urgent, run, drop: reject };
		this.#waiting.push(waiting);
		this.#advance();
		return {
			done: promise,
			hurry: () => {
				waiting.urgent = true;
				this.#advance();
			},
		};
	}

	#advance(): void {
		while (this.#running.size < this.#count) {
			const next =
				this.#waiting.find(({ urgent }) => urgent) ?? (this.#background === 0 ? this.#waiting[0] : undefined);
			if (!next) return;
			this.#waiting = this.#waiting.filter((each) => each !== next);
			this.#start(next);
		}
	}

	#start({ urgent, run }: Waiting): void {
		if (!urgent) this.#background++;
		const running = run().finally(() => {
			this.#running.delete(running);
			if (!urgent) this.#background--;
			this.#advance();
		});
		this.#running.add(running);
	}

	/** Gives up what waits, and waits for what runs. */
	async [Symbol.asyncDispose](): Promise<void> {
		this.#closed = true;
		for (const { drop } of this.#waiting.splice(0)) drop(new LanesFull('the service is closing'));
		await Promise.all(this.#running);
	}
}
