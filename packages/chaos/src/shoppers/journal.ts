import type { OrderWatch } from './order-watch.ts';
import type { PlannedLine } from './plan.ts';
import type { Visit } from './visit.ts';

/** What was asked for one order, and what was answered. */
export interface Asked {
	/** Who asked, for reports: c3-7 is the seventh order of the third client. */
	name: string;
	visit: Visit;
	email: string;
	/** What the cart held when it was placed. */
	lines: PlannedLine[];
	/** Every id that an answer gave it: there should be one. */
	orderIds: Set<string>;
	/** Why it was not placed. */
	refusal: string | undefined;
	/** The payment methods, the first one's and those of the retries that were accepted. */
	methods: string[];
	/** Whether cancelling, and refunding, was asked for, and the refusals of either. */
	cancel: { asked: boolean; accepted: boolean };
	refund: { asked: boolean; accepted: boolean };
	/** Answers that make no sense for what was asked. */
	surprises: string[];
	watch: OrderWatch | undefined;
}

/** What the shoppers of a run did. */
export class Journal {
	readonly asked: Asked[] = [];
	readonly visits: Visit[] = [];
}
