import { bulk } from '../protocol/reply.ts';
import type { Consumer, ConsumerGroup, Pending } from './consumer-group.ts';
import { IdList } from './id-list.ts';
import { compareIds, formatId, MIN_ID, parseId, type StreamId } from './stream-id.ts';
import type { Value } from './value.ts';

export interface StreamEntry {
	readonly id: StreamId;
	/** Field and value by turns, as replies and the log carry them. */
	readonly fields: string;
}

/**
 * A stream with its consumer groups. Elements are named by what they are: `e` an entry, `g` a group, `c` a
 * consumer, `p` a pending entry.
 */
export class StreamValue implements Value {
	readonly type = 'stream';
	/** A stream without entries stays: it remembers its last ID. */
	readonly empty = false;
	readonly headed = true;
	readonly changed: string[] = [];
	/** In chunks of as many as Redis keeps in a node, since `~` trims whole nodes. */
	readonly entries = new IdList<StreamEntry>(100);
	readonly groups = new Map<string, ConsumerGroup>();
	last: StreamId = MIN_ID;
	maxDeleted: StreamId = MIN_ID;
	added = 0;

	constructor(head?: string) {
		if (head === undefined) return;
		const [last, maxDeleted, added] = JSON.parse(head) as [string, string, number];
		this.last = parseId(last);
		this.maxDeleted = parseId(maxDeleted);
		this.added = added;
	}

	/** Adds an entry after the last, in a new node when that has `nodeEntries`. */
	append(id: StreamId, fields: readonly string[], nodeEntries: number): void {
		this.entries.insert({ id, fields: encode(fields) }, nodeEntries);
		this.last = id;
		this.added++;
		this.changed.push(`e${formatId(id)}`);
	}
	delete(id: StreamId): boolean {
		if (!this.entries.delete({ id, fields: '' })) return false;
		if (compareIds(id, this.maxDeleted) > 0) this.maxDeleted = id;
		this.changed.push(`e${formatId(id)}`);
		return true;
	}
	/** Cuts the first entries off. */
	trim(count: number): void {
		for (const { id } of this.entries.shift(count)) this.changed.push(`e${formatId(id)}`);
	}

	/** Makes a group, or sets where it stands. */
	setGroup(name: string, last: StreamId, read: number | null): ConsumerGroup {
		const group = this.group(name);
		group.last = last;
		group.read = read;
		this.changed.push(`g${name}`);
		return group;
	}
	destroyGroup(group: ConsumerGroup): void {
		for (const consumer of [...group.consumers.values()]) this.deleteConsumer(group, consumer);
		this.groups.delete(group.name);
		this.changed.push(`g${group.name}`);
	}
	/** The group's consumer, made when missing, marked as seen. */
	seeConsumer(group: ConsumerGroup, name: string, now: number): Consumer {
		const consumer = this.consumer(group, name);
		consumer.seenAt = now;
		this.changed.push(elementName('c', group.name, name));
		return consumer;
	}
	deleteConsumer(group: ConsumerGroup, consumer: Consumer): void {
		for (const { id } of [...consumer.pending.from()]) this.acknowledge(group, id);
		group.consumers.delete(consumer.name);
		this.changed.push(elementName('c', group.name, consumer.name));
	}
	/** Makes an entry pending for a consumer, taking it from whoever had it. */
	assign(group: ConsumerGroup, consumer: Consumer, id: StreamId, deliveredAt: number, count: number): void {
		const pending = group.pending.get(id);
		if (pending === undefined) this.addPending(group, { id, consumer, deliveredAt, count });
		else {
			if (pending.consumer !== consumer) {
				pending.consumer.pending.delete(pending);
				pending.consumer = consumer;
				consumer.pending.insert(pending);
			}
			pending.deliveredAt = deliveredAt;
			pending.count = count;
		}
		this.changed.push(elementName('p', group.name, formatId(id)));
	}
	/** True if the entry was pending. */
	acknowledge(group: ConsumerGroup, id: StreamId): boolean {
		const pending = group.pending.get(id);
		if (pending === undefined) return false;
		group.pending.delete(pending);
		pending.consumer.pending.delete(pending);
		this.changed.push(elementName('p', group.name, formatId(id)));
		return true;
	}

	head(): string {
		return JSON.stringify([formatId(this.last), formatId(this.maxDeleted), this.added]);
	}
	*names(): Generator<string> {
		for (const { id } of this.entries.from()) yield `e${formatId(id)}`;
		for (const group of this.groups.values()) {
			yield `g${group.name}`;
			for (const name of group.consumers.keys()) yield elementName('c', group.name, name);
			for (const { id } of group.pending.from()) yield elementName('p', group.name, formatId(id));
		}
	}
	element(name: string): string | undefined {
		const key = name.slice(1);
		if (name[0] === 'e') return this.entries.get(parseId(key))?.fields;
		if (name[0] === 'g') {
			const group = this.groups.get(key);
			return group && JSON.stringify([formatId(group.last), group.read]);
		}
		const [groupName, item] = JSON.parse(key) as [string, string];
		const group = this.groups.get(groupName);
		if (name[0] === 'c') {
			const consumer = group?.consumers.get(item);
			return consumer && JSON.stringify([consumer.seenAt, consumer.activeAt]);
		}
		const pending = group?.pending.get(parseId(item));
		return pending && JSON.stringify([pending.consumer.name, pending.deliveredAt, pending.count]);
	}
	restore(name: string, stored: string): void {
		const key = name.slice(1);
		if (name[0] === 'e') {
			// Logs of an earlier version have the fields as JSON.
			const fields = stored.startsWith('[') ? encode(JSON.parse(stored)) : stored;
			this.entries.insert({ id: parseId(key), fields });
			return;
		}
		const value = JSON.parse(stored);
		if (name[0] === 'g') {
			const group = this.group(key);
			group.last = parseId(value[0]);
			group.read = value[1];
		} else {
			const [groupName, item] = JSON.parse(key) as [string, string];
			const group = this.group(groupName);
			if (name[0] === 'c')
				Object.assign(this.consumer(group, item), { seenAt: value[0], activeAt: value[1] });
			else {
				const consumer = this.consumer(group, value[0]);
				this.addPending(group, { id: parseId(item), consumer, deliveredAt: value[1], count: value[2] });
			}
		}
	}

	private group(name: string): ConsumerGroup {
		let group = this.groups.get(name);
		if (group === undefined) {
			group = { name, last: MIN_ID, read: null, pending: new IdList(), consumers: new Map() };
			this.groups.set(name, group);
		}
		return group;
	}
	private consumer(group: ConsumerGroup, name: string): Consumer {
		let consumer = group.consumers.get(name);
		if (consumer === undefined) {
			consumer = { name, seenAt: 0, activeAt: -1, pending: new IdList() };
			group.consumers.set(name, consumer);
		}
		return consumer;
	}
	private addPending(group: ConsumerGroup, pending: Pending): void {
		group.pending.insert(pending);
		pending.consumer.pending.insert(pending);
	}
}

const elementName = (kind: 'c' | 'p', group: string, item: string): string =>
	kind + JSON.stringify([group, item]);

/** In one piece, which takes less room than what JavaScript makes of strings that are put together. */
const encode = (fields: readonly string[]): string => [`*${fields.length}\r\n`, ...fields.map(bulk)].join('');
