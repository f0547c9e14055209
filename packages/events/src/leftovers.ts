import type { Dispatcher } from './dispatcher.ts';
import type { Group, Pending } from './group.ts';

/** From this many deliveries on, an entry is suspected of ending the process that handles it. */
const suspectFrom = 5;

/**
 * Takes up what this consumer was given and has not in hand: from before its start, or by an answer that was lost.
 * Suspects are taken one by one, so that what merely stood beside a poisonous entry when the process ended is told
 * apart from it: it gets done, while the poisonous one's count alone goes on.
 */
export class Leftovers {
	readonly #group: Group;
	readonly #dispatcher: Dispatcher;
	readonly #stopping: AbortSignal;
	#suspects: Pending[] = [];
	#running = false;

	constructor(group: Group, dispatcher: Dispatcher, stopping: AbortSignal) {
		this.#group = group;
		this.#dispatcher = dispatcher;
		this.#stopping = stopping;
	}

	async take(): Promise<void> {
		const suspects: Pending[] = [];
		for await (const page of this.#group.ownPending()) {
			const left = page.filter(({ id }) => !this.#dispatcher.inHand.has(id));
			suspects.push(...left.filter(({ deliveries }) => deliveries >= suspectFrom));
			const innocent = left.filter(({ deliveries }) => deliveries < suspectFrom);
			for (const entry of await this.#group.claim(innocent)) void this.#dispatcher.dispatch(entry);
		}
		this.#suspects = suspects;
		if (!this.#running) void this.#takeSuspects();
	}

	async #takeSuspects(): Promise<void> {
		this.#running = true;
		try {
			for (
				let next = this.#suspects.shift();
				next && !this.#stopping.aborted;
				next = this.#suspects.shift()
			) {
				if (this.#dispatcher.inHand.has(next.id)) continue;
				for (const entry of await this.#group.claim([next])) await this.#dispatcher.dispatch(entry);
			}
		} catch {
			// The connection broke: when it is back, all is looked for anew.
		} finally {
			this.#running = false;
		}
	}
}
