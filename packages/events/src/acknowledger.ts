import type { Group } from './group.ts';
import { retryDelay } from './retry-delay.ts';

/** What is to be acknowledged in passing waits for company, but not longer than this. */
const passingMs = 200;

/** Acknowledges what is done: all that was finished since the last time in one command. */
export class Acknowledger {
	readonly #group: Group;
	readonly #stopping: AbortSignal;
	#waiting: { id: string; done: () => void }[] = [];
	#running: Promise<void> | undefined;
	#passing: NodeJS.Timeout | undefined;

	constructor(group: Group, stopping: AbortSignal) {
		this.#group = group;
		this.#stopping = stopping;
	}

	/** @param done called when Redis knows */
	add(id: string, done: () => void = () => {}): void {
		this.#waiting.push({ id, done });
		this.#start();
	}

	/** For what nobody waits for: it goes along with the next one that is added, or by itself in a moment. */
	addInPassing(id: string): void {
		this.#waiting.push({ id, done() {} });
		this.#passing ??= setTimeout(() => this.#start(), passingMs);
	}

	/** Waits until Redis knows of all. */
	async finish(): Promise<void> {
		this.#start();
		await this.#running;
	}

	#start(): void {
		clearTimeout(this.#passing);
		this.#passing = undefined;
		if (this.#waiting.length > 0) this.#running ??= this.#run();
	}

	async #run(): Promise<void> {
		for (let tries = 0; this.#waiting.length > 0; ) {
			// What finishes in the same turn of the event loop goes along.
			await new Promise((resolve) => setImmediate(resolve));
			const batch = this.#waiting;
			this.#waiting = [];
			try {
				await this.#group.acknowledge(batch.map(({ id }) => id));
				tries = 0;
				for (const { done } of batch) done();
			} catch {
				if (this.#stopping.aborted) break;
				this.#waiting.unshift(...batch);
				await retryDelay(++tries, this.#stopping);
			}
		}
		this.#running = undefined;
	}
}
