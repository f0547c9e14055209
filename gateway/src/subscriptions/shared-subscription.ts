import type { ExecutionResult } from 'graphql';
import { Mailbox } from './mailbox.ts';
import { brokenOff } from './upstream-errors.ts';

/** What the owner of a subscription's root field sends, until it completes. */
export type Events = AsyncGenerator<ExecutionResult>;

/** Makes of an event what subscribers get; nothing when they have it already. */
export type Evaluate = (event: ExecutionResult) => Promise<ExecutionResult | undefined>;

/**
 * One subscription at its owner for all who want the same: each event is evaluated once, and each subscriber gets the
 * latest result that it has not had. One that comes later begins with the latest there is.
 */
export class SharedSubscription {
	readonly #events: Events;
	readonly #evaluate: Evaluate;
	readonly #onEnd: () => void;
	readonly #subscribers = new Set<Mailbox<ExecutionResult>>();
	#latest: ExecutionResult | undefined;
	#latestAt = 0;
	#ended = false;

	/** @param onEnd called once, when the last subscriber has left or the owner has completed */
	constructor(events: Events, evaluate: Evaluate, onEnd: () => void) {
		this.#events = events;
		this.#evaluate = evaluate;
		this.#onEnd = onEnd;
		void this.#follow();
	}

	/** How old the latest result is, in milliseconds; 0 before there is one. */
	get ageMs(): number {
		return this.#latest ? performance.now() - this.#latestAt : 0;
	}

	subscribe(): AsyncGenerator<ExecutionResult> {
		const mailbox = new Mailbox<ExecutionResult>();
		this.#subscribers.add(mailbox);
		if (this.#latest) mailbox.put(this.#latest);
		const leave = async (): Promise<IteratorResult<ExecutionResult, undefined>> => {
			mailbox.end();
			this.#subscribers.delete(mailbox);
			if (this.#subscribers.size === 0) this.#end();
			return { done: true, value: undefined };
		};
		// No async generator: one that waits for the next event cannot be returned.
		return {
			next: () => mailbox.take(),
			return: leave,
			throw: leave,
			[Symbol.asyncIterator]() {
				return this;
			},
			[Symbol.asyncDispose]: async () => {
				await leave();
			},
		};
	}

	/** Reads events while others are evaluated; of several that wait, the latest is. */
	async #follow(): Promise<void> {
		const waiting = new Mailbox<ExecutionResult>();
		const reading = this.#read(waiting);
		for (let step = await waiting.take(); !step.done; step = await waiting.take()) {
			const result = await this.#evaluate(step.value).catch((error: unknown) => brokenOff(error));
			if (!result) continue;
			this.#latest = result;
			this.#latestAt = performance.now();
			for (const subscriber of this.#subscribers) subscriber.put(result);
		}
		await reading;
		for (const subscriber of this.#subscribers) subscriber.end();
		this.#end();
	}

	async #read(waiting: Mailbox<ExecutionResult>): Promise<void> {
		try {
			for await (const event of this.#events) waiting.put(event);
		} catch (error) {
			waiting.put(brokenOff(error));
		}
		waiting.end();
	}

	#end(): void {
		if (this.#ended) return;
		this.#ended = true;
		this.#onEnd();
		void this.#events.return(undefined);
	}
}
