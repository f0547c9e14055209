import type { ExecutionResult } from 'graphql';
import type { Sink } from 'graphql-ws';
import { EndableGenerator } from './generator.ts';
import { Mailbox } from './mailbox.ts';
import { brokenOff } from './upstream-errors.ts';

/** Begins a subscription at the owner of its root field. @returns what ends it there */
export type Begin = (sink: Sink<ExecutionResult>) => () => void;

/** Makes of an event what subscribers get; nothing when they have it already. */
export type Evaluate = (event: ExecutionResult) => Promise<ExecutionResult | undefined>;

/**
 * One subscription at its owner for all who want the same: each event is evaluated once, and each subscriber gets the
 * latest result that it has not had. One that comes later begins with the latest there is.
 */
export class SharedSubscription {
	readonly #evaluate: Evaluate;
	readonly #onEnd: () => void;
	readonly #leaveOwner: () => void;
	readonly #subscribers = new Set<Mailbox<ExecutionResult>>();
	/** The event that came last, while another is evaluated. */
	#waiting: ExecutionResult | undefined;
	#evaluating = false;
	/** Whether the owner has completed. */
	#complete = false;
	#latest: ExecutionResult | undefined;
	#latestAt = 0;
	#ended = false;

	/** @param onEnd called once, when the last subscriber has left or the owner has completed */
	constructor(begin: Begin, evaluate: Evaluate, onEnd: () => void) {
		this.#evaluate = evaluate;
		this.#onEnd = onEnd;
		this.#leaveOwner = begin({
			next: (event) => this.#take(event),
			error: (error) => {
				this.#take(brokenOff(error));
				this.#completed();
			},
			complete: () => this.#completed(),
		});
	}

	/** How old the latest result is, in milliseconds; 0 before there is one. */
	get ageMs(): number {
		return this.#latest ? performance.now() - this.#latestAt : 0;
	}

	subscribe(): AsyncGenerator<ExecutionResult> {
		const mailbox = new Mailbox<ExecutionResult>();
		this.#subscribers.add(mailbox);
		if (this.#latest) mailbox.put(this.#latest);
		return new EndableGenerator(
			() => mailbox.take(),
			() => {
				mailbox.end();
				this.#subscribers.delete(mailbox);
				if (this.#subscribers.size === 0) this.#end();
			},
		);
	}

	#take(event: ExecutionResult): void {
		if (this.#ended) return;
		this.#waiting = event;
		if (!this.#evaluating) void this.#evaluateWaiting();
	}

	#completed(): void {
		this.#complete = true;
		if (!this.#evaluating) this.#end();
	}

	/** Of several events that wait, the latest is evaluated. */
	async #evaluateWaiting(): Promise<void> {
		this.#evaluating = true;
		while (this.#waiting) {
			const evaluating = this.#evaluate(this.#waiting);
			this.#waiting = undefined;
			const result = await evaluating.catch((error: unknown) => brokenOff(error));
			if (result) this.#tell(result);
		}
		this.#evaluating = false;
		if (this.#complete) this.#end();
	}

	#tell(result: ExecutionResult): void {
		this.#latest = result;
		this.#latestAt = performance.now();
		for (const subscriber of this.#subscribers) subscriber.put(result);
	}

	#end(): void {
		if (this.#ended) return;
		this.#ended = true;
		for (const subscriber of this.#subscribers) subscriber.end();
		this.#onEnd();
		this.#leaveOwner();
	}
}
