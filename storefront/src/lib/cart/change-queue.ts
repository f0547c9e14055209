import type { CartContentsFragment } from '#lib/graphql/operations.generated.ts';
import { type CartChange, merged } from './cart-change.ts';

/** What came of a change. */
export type Outcome =
	| { kind: 'done'; cart: CartContentsFragment }
	| { kind: 'refused'; code: string; message: string }
	/** No answer came: whether it was made is not known. */
	| { kind: 'lost' };

interface Entry {
	change: CartChange;
	outcome: Promise<Outcome>;
	settle: (outcome: Outcome) => void;
}

interface Options {
	/** Never throws. */
	send: (change: CartChange) => Promise<Outcome>;
	/** Told what is under way whenever that changes, together with the outcome that changed it. */
	changed: (pending: readonly CartChange[], outcome?: Outcome) => void;
}

/**
 * Sends changes one after the other, so that the last answer is the newest cart. The first is sent at once; those that
 * come meanwhile for the same line become one. When no answer comes, those that wait are given up with it.
 */
export class ChangeQueue {
	readonly #options: Options;
	#entries: Entry[] = [];

	constructor(options: Options) {
		this.#options = options;
	}

	put(change: CartChange): Promise<Outcome> {
		const entry = this.#join(change) ?? this.#append(change);
		this.#tell();
		if (this.#entries.length === 1) void this.#run(entry);
		return entry.outcome;
	}

	/** When all that was asked for has its answer. */
	async idle(): Promise<void> {
		while (this.#entries.length > 0) await this.#entries.at(-1)?.outcome;
	}

	#join(change: CartChange): Entry | undefined {
		for (const entry of this.#entries.slice(1).reverse()) {
			const both = merged(entry.change, change);
			if (!both) continue;
			entry.change = both;
			return entry;
		}
		return undefined;
	}

	#append(change: CartChange): Entry {
		let settle: Entry['settle'] = () => {};
		const outcome = new Promise<Outcome>((resolve) => {
			settle = resolve;
		});
		const entry = { change, outcome, settle };
		this.#entries.push(entry);
		return entry;
	}

	async #run(entry: Entry): Promise<void> {
		const outcome = await this.#options.send(entry.change);
		const ended = outcome.kind === 'lost' ? this.#entries : [entry];
		this.#entries = this.#entries.filter((other) => !ended.includes(other));
		this.#tell(outcome);
		for (const { settle } of ended) settle(outcome);
		const [next] = this.#entries;
		if (next) await this.#run(next);
	}

	#tell(outcome?: Outcome): void {
		this.#options.changed(
			this.#entries.map(({ change }) => change),
			outcome,
		);
	}
}
