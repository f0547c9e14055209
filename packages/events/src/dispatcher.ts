import type { Acknowledger } from './acknowledger.ts';
import type { Entry } from './group.ts';

/** Settles an entry. @returns whether it remains to be acknowledged */
export type Settle = (entry: Entry, onTried: () => void) => Promise<boolean>;

/** Settles entries side by side, those of one subject in their order, and has them acknowledged. */
export class Dispatcher {
	readonly #settle: Settle;
	readonly #acknowledger: Acknowledger;
	readonly #concurrency: number;
	readonly #onRoom: () => void;
	readonly #inHand = new Set<string>();
	readonly #subjects = new Map<string, Promise<void>>();

	/** @param onRoom called when something more may be taken, having had to wait */
	constructor(settle: Settle, acknowledger: Acknowledger, concurrency: number, onRoom: () => void) {
		this.#settle = settle;
		this.#acknowledger = acknowledger;
		this.#concurrency = concurrency;
		this.#onRoom = onRoom;
	}

	/** What is at work, or done and not yet acknowledged. */
	get inHand(): ReadonlySet<string> {
		return this.#inHand;
	}

	get hasRoom(): boolean {
		return this.#inHand.size < this.#concurrency;
	}

	/** Takes an entry in hand, unless it is. @returns when its first try has ended, or it is settled */
	dispatch(entry: Entry): Promise<void> {
		const { id } = entry;
		if (this.#inHand.has(id)) return Promise.resolve();
		this.#inHand.add(id);
		const subject = entry.event?.subject ?? id;
		const before = this.#subjects.get(subject) ?? Promise.resolve();
		return new Promise((resolve) => {
			const work = before
				.then(() => this.#settle(entry, resolve))
				.then((isDone) => {
					if (isDone) this.#acknowledger.add(id, () => this.#release(id));
					else this.#release(id);
					if (this.#subjects.get(subject) === work) this.#subjects.delete(subject);
					resolve();
				});
			this.#subjects.set(subject, work);
		});
	}

	/** Waits for all that is at work. */
	async finish(): Promise<void> {
		await Promise.all(this.#subjects.values());
	}

	#release(id: string): void {
		const wasFull = !this.hasRoom;
		this.#inHand.delete(id);
		if (wasFull && this.hasRoom) this.#onRoom();
	}
}
