import type { Acknowledger } from './acknowledger.ts';
import type { Entry } from './group.ts';

/** Settles an entry. @returns whether it remains to be acknowledged */
export type Settle = (entry: Entry, onTried: () => void) => Promise<boolean>;

/**
 * Settles entries side by side, those of one subject in their order, and has them acknowledged. All entries of a
 * subject take one place: those that wait behind one which cannot be handled for hours, such as the reminders of a
 * stuck order, would soon keep all others out.
 */
export class Dispatcher {
	readonly #settle: Settle;
	readonly #acknowledger: Acknowledger;
	readonly #concurrency: number;
	readonly #onRoom: () => void;
	readonly #inHand = new Set<string>();
	readonly #subjects = new Map<string, Promise<void>>();

	/**
	 * @param concurrency how many subjects are at work at a time
	 * @param onRoom called when something more may be taken, having had to wait
	 */
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
		return this.#subjects.size < this.#concurrency;
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
					if (isDone) this.#acknowledger.add(id, () => this.#inHand.delete(id));
					else this.#inHand.delete(id);
					if (this.#subjects.get(subject) === work) this.#leave(subject);
					resolve();
				});
			this.#subjects.set(subject, work);
		});
	}

	/** Waits for all that is at work. */
	async finish(): Promise<void> {
		await Promise.all(this.#subjects.values());
	}

	#leave(subject: string): void {
		const wasFull = !this.hasRoom;
		this.#subjects.delete(subject);
		if (wasFull && this.hasRoom) this.#onRoom();
	}
}
