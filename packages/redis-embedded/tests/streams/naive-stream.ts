interface Entry {
	readonly id: number;
	readonly fields: readonly string[];
}

interface Pending {
	readonly id: number;
	owner: string;
	at: number;
	count: number;
}

export interface Group {
	readonly name: string;
	last: number;
	pending: Pending[];
	consumers: { name: string; seen: number; active: number }[];
}

const show = (id: number) => `${id}-0`;
const shown = ({ id, fields }: Entry) => [show(id), fields];
const sorted = <T extends { name: string }>(items: readonly T[]) =>
	items.toSorted((a, b) => (a.name < b.name ? -1 : 1));

/** A stream with its groups written down as lists that are searched from end to end; the IDs are `n-0`. */
export class NaiveStream {
	now = 1000;
	entries: Entry[] = [];
	groups: Group[] = [];
	last = 0;
	added = 0;
	maxDeleted = 0;

	add(id: number, fields: readonly string[], length = Number.POSITIVE_INFINITY): string {
		this.entries.push({ id, fields });
		this.last = id;
		this.added++;
		this.trim(length);
		return show(id);
	}
	trim(length: number): number {
		return this.entries.splice(0, Math.max(0, this.entries.length - length)).length;
	}
	trimBelow(id: number): number {
		return this.trim(this.entries.filter((entry) => entry.id >= id).length);
	}
	delete(ids: readonly number[]): number {
		const gone = this.entries.filter(({ id }) => ids.includes(id));
		this.entries = this.entries.filter((entry) => !gone.includes(entry));
		this.maxDeleted = Math.max(this.maxDeleted, ...gone.map(({ id }) => id));
		return gone.length;
	}
	range(from: number, to: number): unknown[] {
		return this.entries.filter(({ id }) => id >= from && id <= to).map(shown);
	}

	see(group: Group, name: string) {
		const found = group.consumers.find((consumer) => consumer.name === name);
		if (found) return Object.assign(found, { seen: this.now });
		const consumer = { name, seen: this.now, active: -1 };
		group.consumers.push(consumer);
		return consumer;
	}
	dismiss(group: Group, name: string): number {
		const kept = group.pending.filter(({ owner }) => owner !== name);
		const count = group.pending.length - kept.length;
		group.consumers = group.consumers.filter((consumer) => consumer.name !== name);
		group.pending = kept;
		return count;
	}
	readNew(group: Group, name: string, count: number, noAck: boolean): unknown {
		const consumer = this.see(group, name);
		const entries = this.entries.filter(({ id }) => id > group.last).slice(0, count);
		if (entries.length === 0) return [];
		group.last = entries.at(-1)!.id;
		if (!noAck) {
			consumer.active = this.now;
			for (const { id } of entries) this.give(group, id, name, 1);
		}
		return [['s', entries.map(shown)]];
	}
	readHistory(group: Group, name: string, after: number, count: number): unknown {
		this.see(group, name);
		const mine = this.pendingOf(group, name).filter(({ id }) => id > after);
		const entries = mine.slice(0, count).map((pending) => {
			const entry = this.entries.find(({ id }) => id === pending.id);
			if (entry) this.give(group, pending.id, name, pending.count + 1);
			return entry ? shown(entry) : [show(pending.id), []];
		});
		return [['s', entries]];
	}
	acknowledge(group: Group, ids: readonly number[]): number {
		const kept = group.pending.filter(({ id }) => !ids.includes(id));
		const count = group.pending.length - kept.length;
		group.pending = kept;
		return count;
	}
	/** What XCLAIM does with an ID: the entry it gives to the consumer, if it may have it. */
	claim(group: Group, name: string, idle: number, id: number, force: boolean, justId: boolean) {
		const consumer = this.see(group, name);
		const pending = group.pending.find((each) => each.id === id);
		const entry = this.entries.find((each) => each.id === id);
		if (!entry) this.acknowledge(group, [id]);
		if (!entry || (pending ? this.now - pending.at < idle : !force)) return [];
		this.give(group, id, name, (pending?.count ?? 1) + (justId ? 0 : 1));
		consumer.active = this.now;
		return [justId ? show(id) : shown(entry)];
	}
	autoclaim(group: Group, name: string, idle: number, from: number, count: number, justId: boolean) {
		this.see(group, name);
		const [claimed, deleted]: [unknown[], string[]] = [[], []];
		const candidates = this.pendingOf(group).filter(({ id }) => id >= from);
		for (const [i, { id }] of candidates.entries()) {
			if (claimed.length + deleted.length === count || i === count * 10) return [show(id), claimed, deleted];
			if (!this.entries.some((entry) => entry.id === id)) deleted.push(show(id));
			claimed.push(...this.claim(group, name, idle, id, false, justId));
		}
		return ['0-0', claimed, deleted];
	}
	pendingOf(group: Group, name?: string): Pending[] {
		return group.pending
			.filter(({ owner }) => name === undefined || owner === name)
			.sort((a, b) => a.id - b.id);
	}
	pendingSummary(group: Group): unknown[] {
		const all = this.pendingOf(group);
		if (all.length === 0) return [0, null, null, []];
		const owners = sorted(group.consumers).map(
			({ name }) => [name, this.pendingOf(group, name).length] as const,
		);
		const counts = owners.filter(([, count]) => count > 0).map(([name, count]) => [name, `${count}`]);
		return [all.length, show(all[0]!.id), show(all.at(-1)!.id), counts];
	}
	pendingRange(group: Group, idle: number, from: number, count: number, name?: string): unknown[] {
		return this.pendingOf(group, name)
			.filter(({ id, at }) => id >= from && this.now - at >= idle)
			.slice(0, count)
			.map(({ id, owner, at, count }) => [show(id), owner, this.now - at, count]);
	}
	/** All there is to know, as XINFO STREAM FULL tells it. */
	describe(): Record<string, unknown> {
		return {
			length: this.entries.length,
			'last-generated-id': show(this.last),
			'max-deleted-entry-id': show(this.maxDeleted),
			'entries-added': this.added,
			'recorded-first-entry-id': show(this.entries[0]?.id ?? 0),
			entries: this.entries.map(shown),
			groups: sorted(this.groups).map((group) => ({
				name: group.name,
				'last-delivered-id': show(group.last),
				'pel-count': group.pending.length,
				pending: this.pendingOf(group).map(({ id, owner, at, count }) => [show(id), owner, at, count]),
				consumers: sorted(group.consumers).map(({ name, seen, active }) => ({
					name,
					'seen-time': seen,
					'active-time': active,
					'pel-count': this.pendingOf(group, name).length,
					pending: this.pendingOf(group, name).map(({ id, at, count }) => [show(id), at, count]),
				})),
			})),
		};
	}

	private give(group: Group, id: number, owner: string, count: number): void {
		this.acknowledge(group, [id]);
		group.pending.push({ id, owner, at: this.now, count });
	}
}
