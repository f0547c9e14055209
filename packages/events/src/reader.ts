import type { Logger } from 'pino';
import type { Acknowledger } from './acknowledger.ts';
import type { Dispatcher } from './dispatcher.ts';
import type { Entry, Group } from './group.ts';
import type { Leftovers } from './leftovers.ts';

/** What the reader reads from and gives to. */
export interface ReaderParts {
	group: Group;
	dispatcher: Dispatcher;
	acknowledger: Acknowledger;
	leftovers: Leftovers;
	/** Whether an entry is none of this consumer's business. */
	isForeign: (entry: Entry) => boolean;
	/** How many entries are taken at a time. */
	count: number;
	logger: Logger;
	stopping: AbortSignal;
}

/** Takes what is left over and what is new, whenever it is rung, one command at a time. */
export class Reader {
	readonly #parts: ReaderParts;
	#isRung = false;
	#running: Promise<void> | undefined;
	// Given to this consumer, but not known to have arrived: from before its start, or by an answer that was lost.
	#mayHaveLeftovers = true;

	constructor(parts: ReaderParts) {
		this.#parts = parts;
	}

	ring(): void {
		this.#isRung = true;
		this.#running ??= this.#run();
	}

	/** Looks at what is left over, too, since an answer may have been lost. */
	ringAfterLoss(): void {
		this.#mayHaveLeftovers = true;
		this.ring();
	}

	/** Waits for the answer that is under way. */
	async finish(): Promise<void> {
		await this.#running;
	}

	/** Logs why a command failed, and makes the group where Redis has lost it together with its data. */
	async onError(error: unknown): Promise<void> {
		const { group, logger, stopping } = this.#parts;
		if (stopping.aborted) return;
		if (/NOGROUP/.test(String(error))) await group.ensure().catch(() => {});
		else logger.warn({ err: error }, 'reading the stream failed');
	}

	async #run(): Promise<void> {
		const { leftovers, stopping } = this.#parts;
		try {
			while (this.#isRung && !stopping.aborted) {
				this.#isRung = false;
				if (this.#mayHaveLeftovers) {
					// Before the answer, so that a connection that breaks in the meantime is not forgotten.
					this.#mayHaveLeftovers = false;
					await leftovers.take();
				}
				await this.#takeNew();
			}
		} catch (error) {
			// The answer that is missing may have given something.
			this.#mayHaveLeftovers = true;
			await this.onError(error);
		} finally {
			this.#running = undefined;
		}
	}

	async #takeNew(): Promise<void> {
		const { group, dispatcher, acknowledger, isForeign, count, stopping } = this.#parts;
		while (dispatcher.hasRoom && !stopping.aborted) {
			const entries = await group.readNew(count);
			for (const entry of entries) {
				if (isForeign(entry)) acknowledger.addInPassing(entry.id);
				else void dispatcher.dispatch(entry);
			}
			// Fewer than asked for: that was all, and what comes later rings.
			if (entries.length < count) return;
		}
	}
}
