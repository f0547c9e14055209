import type { Redis } from 'ioredis';
import { type Envelope, parseEnvelope } from './envelope.ts';
import type { Stream } from './streams.ts';

/** An entry of a stream; `event` is missing when its text is no envelope. */
export interface Entry {
	id: string;
	text: string;
	event?: Envelope;
}

type RawEntry = [id: string, fields: string[] | null];
type RawStreams = [stream: string, entries: RawEntry[]][] | null;

/** One consumer of a consumer group on a stream. */
export class Group {
	readonly #redis: Redis;
	readonly #stream: Stream;
	readonly #group: string;
	readonly #consumer: string;

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

	readNew(count: number): Promise<Entry[]> {
		return this.#read(count, '>');
	}

	/** What this consumer was given before and never acknowledged. */
	async readOwnPending(): Promise<Entry[]> {
		const all: Entry[] = [];
		for (let after = '0'; ; ) {
			const entries = await this.#read(100, after);
			all.push(...entries);
			const last = entries.at(-1);
			if (!last) return all;
			after = last.id;
		}
	}

	/** Takes over what other consumers left lying for longer than `idleMs`. */
	async claimIdle(idleMs: number, count: number): Promise<Entry[]> {
		const reply = (await this.#redis.xautoclaim(
			this.#stream,
			this.#group,
			this.#consumer,
			idleMs,
			'0-0',
			'COUNT',
			count,
		)) as [next: string, entries: RawEntry[]];
		return toEntries(reply[1]);
	}

	/** Tells the group that this consumer is still at work on these entries. */
	async renew(ids: string[]): Promise<void> {
		if (ids.length > 0) {
			await this.#redis.xclaim(this.#stream, this.#group, this.#consumer, 0, ...ids, 'JUSTID');
		}
	}

	async acknowledge(ids: string[]): Promise<void> {
		if (ids.length > 0) await this.#redis.xack(this.#stream, this.#group, ...ids);
	}

	async #read(count: number, after: string): Promise<Entry[]> {
		const reply = (await this.#redis.xreadgroup(
			'GROUP',
			this.#group,
			this.#consumer,
			'COUNT',
			count,
			'STREAMS',
			this.#stream,
			after,
		)) as RawStreams;
		return toEntries(reply?.[0]?.[1] ?? []);
	}
}

/** A trimmed entry that is still pending comes back without its fields; there is nothing left to handle in it. */
function toEntries(raw: RawEntry[]): Entry[] {
	return raw.flatMap(([id, fields]) => {
		const text = fields?.[1];
		if (text === undefined) return [];
		try {
			return { id, text, event: parseEnvelope(text) };
		} catch {
			return { id, text };
		}
	});
}
