import v8 from 'node:v8';
import vm from 'node:vm';

/**
 * The share of V8's own limit from which writes are refused, whatever `maxmemory` is. Above it V8 ends the process when
 * a few collections in a row, of its own or asked for, take most of the time and find little.
 */
const HEAP_SHARE = 0.8;
/** What V8's limit has for what is new, beside what stays. */
const YOUNG_BYTES = 192 * 2 ** 20;
/** So far above a limit, garbage is collected whatever time that takes. */
const FAR = 1.05;
/** Where no limit is set, memory is looked at so often. */
const INTERVAL_MS = 20;
/** The share of the time that collecting garbage may take to learn what is in use, saved up to a tenth of a second. */
const COLLECTING_SHARE = 0.1;
const MAX_CREDIT_MS = 100;

let collectGarbage: (() => void) | undefined;

/** Says when there is no memory left for writes. */
export class Memory {
	/** Bytes, as `maxmemory`; 0: up to what V8 can take. */
	limit = 0;
	private full = false;
	private lookedAt = 0;
	private credit = MAX_CREDIT_MS;
	private creditAt = performance.now();

	/** Whether writes that take more must be refused. */
	isFull(): boolean {
		const now = performance.now();
		if (this.limit === 0 && !this.full && now - this.lookedAt < INTERVAL_MS) return false;
		this.lookedAt = now;
		if (!this.isOver()) this.full = false;
		else if (this.hasCredit() || (!this.full && this.isOver(FAR))) {
			this.collect();
			this.full = this.isOver();
		}
		return this.full;
	}

	/** Bytes in use, garbage included: clients ask as they connect, and are not to wait for a collection. */
	get used(): number {
		const { used_heap_size, external_memory } = v8.getHeapStatistics();
		return used_heap_size + external_memory;
	}

	private isOver(times = 1): boolean {
		const { used_heap_size, heap_size_limit } = v8.getHeapStatistics();
		if (used_heap_size > times * HEAP_SHARE * (heap_size_limit - YOUNG_BYTES)) return true;
		return this.limit !== 0 && this.used > times * this.limit;
	}

	/** Whether collecting garbage has not taken too long of late. */
	private hasCredit(): boolean {
		const now = performance.now();
		this.credit = Math.min(MAX_CREDIT_MS, this.credit + (now - this.creditAt) * COLLECTING_SHARE);
		this.creditAt = now;
		return this.credit >= 0;
	}

	private collect(): void {
		const start = performance.now();
		if (collectGarbage === undefined) {
			v8.setFlagsFromString('--expose-gc');
			collectGarbage = vm.runInNewContext('gc') as () => void;
		}
		collectGarbage();
		this.credit -= performance.now() - start;
	}
}

const UNITS: Record<string, number> = {
	'': 1,
	b: 1,
	k: 1e3,
	kb: 2 ** 10,
	m: 1e6,
	mb: 2 ** 20,
	g: 1e9,
	gb: 2 ** 30,
};

/** Bytes as Redis's settings give them (`100mb`), or undefined when it is none. */
export function parseMemory(text: string): number | undefined {
	const [, digits, unit] = /^(\d{1,15})([a-z]{0,2})$/i.exec(text) ?? [];
	const factor = UNITS[unit?.toLowerCase() ?? '?'];
	return factor === undefined ? undefined : Number(digits) * factor;
}
