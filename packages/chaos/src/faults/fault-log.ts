/** Something that was done to the shop on purpose. */
export interface Fault {
	kind: 'kill' | 'stall' | 'redis cut' | 'smtp' | 'outage' | 'repeat';
	/** The process, or the part, that it was done to; of a cut connection to Redis the process that had it. */
	target: string;
	/** Epoch milliseconds. */
	from: number;
	/** When it was over; a killed process is back some time after. */
	until: number;
}

/** What was done to the shop, and when: what a second mail of the same may be put down to. */
export class FaultLog {
	readonly faults: Fault[] = [];

	/** Notes a fault that happens now. @returns what tells that it is over */
	note(kind: Fault['kind'], target: string): () => void {
		const from = Date.now();
		const fault: Fault = { kind, target, from, until: from };
		this.faults.push(fault);
		return () => {
			fault.until = Date.now();
		};
	}

	count(kind: Fault['kind']): number {
		return this.faults.filter((fault) => fault.kind === kind).length;
	}
}
