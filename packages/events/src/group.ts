import type { Redis } from 'ioredis';
import { type Envelope, parseEnvelope } from './envelope.ts';
import type { Stream } from './streams.ts';

/** An entry of a stream as a group is given it. */
export interface Entry {
	id: string;
	text: string;
	/** Missing when the text is no envelope. */
	event?: Envelope;
	/** How often it was given out without a try that ended: see `Group.forgive`. */
	deliveries: number;
}

/** What is given out and not acknowledged. */
export interface Pending {
	id: string;
	deliveries: number;
}

type RawEntry = [id: string, fields: string[] | null];
type RawStreams = [stream: string, entries: RawEntry[]][] | null;
type RawPending = [id: string, consumer: string, idleMs: number, deliveries: number];

const pageSize = 100;

/** One consumer of a consumer group on a stream. */
export class Group {
	readonly #redis: Redis;
	readonly #stream: Stream;
	readonly #group: string;
	readonly #consumer: string;
	#claimFrom = '0-0';

	constructor(redis: Redis, stream: Stream, group: string, consumer: string) {
		this.#redis = redis;
		this.#stream = stream;
		this.#group = group;
		this.#consumer = consumer;
	}

	/** Makes the group if there is none; a new group reads the stream's whole history. */
	async ensure(): Promise<void> {
		try {
			await this.#redis.xgroup('CREATE', this.#stream, this.#group, '0', 'MKSTREAM');
		} catch (error) {
			if (!/BUSYGROUP/.test(String(error))) throw error;
		}
	}

	async readNew(count: number): Promise<Entry[]> {
		const reply = (await this.#redis.xreadgroup(
			'GROUP',
			this.#group,
			this.#consumer,
			'COUNT',
			count,
			'STREAMS',
			this.#stream,
			'>',
		)) as RawStreams;
		return toEntries(reply?.[0]?.[1] ?? [], () => 1);
	}

	/** What this consumer was given before and never acknowledged, page by page. Asking counts as no delivery. */
	async *ownPending(): AsyncGenerator<Pending[]> {
		for (let from = '-'; ; ) {
			const page = await this.#pending(from, '+', pageSize);
			if (page.length > 0) yield page;
			if (page.length < pageSize) return;
			from = `(${page.at(-1)!.id}`;
		}
	}

	/**
	 * Takes pending entries, which counts as a delivery of each. What was trimmed or deleted in the meantime stops
	 * being pending, for there is nothing left to handle in it.
	 */
	async claim(pending: Pending[]): Promise<Entry[]> {
		if (pending.length === 0) return [];
		const before = new Map(pending.map(({ id, deliveries }) => [id, deliveries]));
		const raw = (await this.#redis.xclaim(
			this.#stream,
			this.#group,
			this.#consumer,
			0,
			...before.keys(),
		)) as RawEntry[];
		return toEntries(raw, (id) => before.get(id)! + 1);
	}

	/** Takes over what other consumers left lying for longer than `idleMs`; each call goes on where the last ended. */
	async claimIdle(idleMs: number, count: number): Promise<Entry[]> {
		const [next, raw] = (await this.#redis.xautoclaim(
			this.#stream,
			this.#group,
			this.#consumer,
			idleMs,
			this.#claimFrom,
			'COUNT',
			count,
		)) as [next: string, entries: RawEntry[]];
		this.#claimFrom = next;
		if (raw.length === 0) return [];
		const [first, last] = [raw[0]![0], raw.at(-1)![0]];
		const own = await this.#pending(first, last, pageSize);
		const deliveries = new Map(own.map((entry) => [entry.id, entry.deliveries]));
		return toEntries(raw, (id) => deliveries.get(id) ?? 1);
	}

	/** Tells the group that this consumer is still at work on these entries. */
	async renew(ids: string[]): Promise<void> {
		if (ids.length > 0) {
			await this.#redis.xclaim(this.#stream, this.#group, this.#consumer, 0, ...ids, 'JUSTID');
		}
	}

	/** Counts an entry's deliveries anew. */
	async forgive(id: string): Promise<void> {
		await this.#redis.xclaim(this.#stream, this.#group, this.#consumer, 0, id, 'RETRYCOUNT', 1, 'JUSTID');
	}

	async acknowledge(ids: string[]): Promise<void> {
		if (ids.length > 0) await this.#redis.xack(this.#stream, this.#group, ...ids);
	}

	async #pending(from: string, to: string, count: number): Promise<Pending[]> {
		const rows = (await this.#redis.xpending(
			this.#stream,
			this.#group,
			from,
			to,
			count,
			this.#consumer,
		)) as RawPending[];
		return rows.map(([id, , , deliveries]) => ({ id, deliveries }));
	}
}

function toEntries(raw: RawEntry[], deliveriesOf: (id: string) => number): Entry[] {
	return raw.flatMap(([id, fields]) => {
		const text = fields?.[1];
		if (text === undefined) return [];
		const entry = { id, text, deliveries: deliveriesOf(id) };
		try {
			return { ...entry, event: parseEnvelope(text) };
		} catch {
			return entry;
		}
	});
}
