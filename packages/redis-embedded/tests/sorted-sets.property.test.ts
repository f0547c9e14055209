import fc from 'fast-check';
import { expect, it } from 'vitest';
import { loadCommands } from '../src/engine/command-table.ts';
import { Engine } from '../src/engine/engine.ts';
import { MemoryStorage } from '../src/storage/storage.ts';
import { readReply } from './search/read-reply.ts';

type Words = readonly (string | number)[];
type Scored = readonly [member: string, score: number];

const commands = await loadCommands();

/** Few scores, so that many members share one. */
const scores = fc.oneof(
	fc.integer({ min: -3, max: 3 }),
	fc.constantFrom(0.5, -1.25, 1e20, Infinity, -Infinity),
);
const draws = fc.record({
	members: fc.array(fc.integer({ min: 0, max: 400 }).map(String), { minLength: 1, maxLength: 40 }),
	scores: fc.tuple(scores, scores),
	ranks: fc.tuple(fc.integer({ min: -60, max: 60 }), fc.integer({ min: -60, max: 60 })),
	limit: fc.option(fc.tuple(fc.integer({ min: -1, max: 5 }), fc.integer({ min: -1, max: 5 })), {
		nil: undefined,
	}),
	open: fc.tuple(fc.boolean(), fc.boolean()),
	reverse: fc.boolean(),
	option: fc.constantFrom('NX', 'XX', 'GT', 'LT', 'CH'),
});
type Draw = typeof draws extends fc.Arbitrary<infer T> ? T : never;

const print = (score: number): string => {
	if (!Number.isFinite(score)) return score > 0 ? 'inf' : '-inf';
	return score === 1e20 ? '1e+20' : String(score);
};
const flat = (pairs: readonly Scored[]) => pairs.flatMap(([member, score]) => [member, print(score)]);
const when = (condition: unknown, ...words: Words): Words => (condition ? words : []);

/** Sorts whenever it is asked. */
class NaiveSet {
	readonly scores = new Map<string, number>();

	sorted(): Scored[] {
		return [...this.scores].sort((a, b) => (a[1] === b[1] ? (a[0] < b[0] ? -1 : 1) : a[1] < b[1] ? -1 : 1));
	}
	remove(pairs: readonly Scored[]): number {
		for (const [member] of pairs) this.scores.delete(member);
		return pairs.length;
	}
	between([low, high]: readonly [number, number], [first, last]: readonly [boolean, boolean]): Scored[] {
		return this.sorted().filter(([, s]) => (first ? s > low : s >= low) && (last ? s < high : s <= high));
	}
	ranked([from, to]: readonly [number, number], reverse = false): Scored[] {
		const all = reverse ? this.sorted().reverse() : this.sorted();
		const at = (rank: number) => (rank < 0 ? all.length + rank : rank);
		return all.filter((_, rank) => rank >= at(from) && rank <= at(to));
	}
}

const limited = (pairs: Scored[], limit: Draw['limit'], reverse: boolean): Scored[] => {
	const turned = reverse ? pairs.toReversed() : pairs;
	if (limit === undefined) return turned;
	const [offset, count] = limit;
	if (offset < 0) return [];
	return count < 0 ? turned.slice(offset) : turned.slice(offset, offset + count);
};
const bounds = ({ scores: [a, b], open: [first, last] }: Draw): readonly [string, string] => [
	`${first ? '(' : ''}${print(a)}`,
	`${last ? '(' : ''}${print(b)}`,
];

/** Commands on a sorted set, and what a naive one answers them. */
const steps: Record<string, (naive: NaiveSet, draw: Draw) => [words: Words, expected: unknown]> = {
	add(naive, { members, scores: [one, other], option }) {
		const pairs = members.map((member, i) => [member, i % 2 ? one : other] as const);
		let changed = 0;
		for (const [member, score] of pairs) {
			const old = naive.scores.get(member);
			const refused =
				old === undefined
					? option === 'XX'
					: option === 'NX' || (option === 'GT' && score <= old) || (option === 'LT' && score >= old);
			if (refused || old === score) continue;
			naive.scores.set(member, score);
			if (old === undefined || option === 'CH') changed++;
		}
		return [['ZADD', 'z', option, ...pairs.flatMap(([member, score]) => [print(score), member])], changed];
	},
	increment(naive, { members: [member], ranks: [by] }) {
		const score = (naive.scores.get(member!) ?? 0) + by / 4;
		naive.scores.set(member!, score);
		return [['ZINCRBY', 'z', by / 4, member!], print(score)];
	},
	remove(naive, { members }) {
		const there = naive.sorted().filter(([member]) => members.includes(member));
		return [['ZREM', 'z', ...members], naive.remove(there)];
	},
	rank(naive, { members: [member], reverse }) {
		const all = reverse ? naive.sorted().reverse() : naive.sorted();
		const rank = all.findIndex(([each]) => each === member);
		const expected = rank < 0 ? null : [rank, print(all[rank]![1])];
		return [[reverse ? 'ZREVRANK' : 'ZRANK', 'z', member!, 'WITHSCORE'], expected ?? []];
	},
	scoreOf: (naive, { members }) => [
		['ZMSCORE', 'z', ...members],
		members.map((member) => (naive.scores.has(member) ? print(naive.scores.get(member)!) : null)),
	],
	range: (naive, { ranks, reverse }) => [
		['ZRANGE', 'z', ...ranks, ...when(reverse, 'REV'), 'WITHSCORES'],
		flat(naive.ranked(ranks, reverse)),
	],
	rangeByScore(naive, draw) {
		const { limit, reverse } = draw;
		const ends = reverse ? bounds(draw).toReversed() : bounds(draw);
		return [
			['ZRANGE', 'z', ...ends, 'BYSCORE', ...when(reverse, 'REV'), ...when(limit, 'LIMIT', ...(limit ?? []))],
			limited(naive.between(draw.scores, draw.open), limit, reverse).map(([member]) => member),
		];
	},
	count: (naive, draw) => [['ZCOUNT', 'z', ...bounds(draw)], naive.between(draw.scores, draw.open).length],
	removeByRank: (naive, { ranks }) => [['ZREMRANGEBYRANK', 'z', ...ranks], naive.remove(naive.ranked(ranks))],
	removeByScore: (naive, draw) => [
		['ZREMRANGEBYSCORE', 'z', ...bounds(draw)],
		naive.remove(naive.between(draw.scores, draw.open)),
	],
	pop(naive, { members: { length }, reverse }) {
		const popped = naive.ranked([0, length - 1], reverse);
		naive.remove(popped);
		return [[reverse ? 'ZPOPMAX' : 'ZPOPMIN', 'z', length], flat(popped)];
	},
	exists: (naive) => [['EXISTS', 'z'], naive.scores.size > 0 ? 1 : 0],
};

/** A range of members, and which are inside. */
function byMember({ members, open: [first, last] }: Draw) {
	const [low, high] = [members[0]!, members.length > 30 ? undefined : members.at(-1)!];
	return {
		ends: [`${first ? '(' : '['}${low}`, high === undefined ? '+' : `${last ? '(' : '['}${high}`],
		has: ([member]: Scored) =>
			(first ? member > low : member >= low) &&
			(high === undefined || (last ? member < high : member <= high)),
	};
}

/** Commands on members that all have the score 0. */
const stepsByMember: typeof steps = {
	add(naive, { members }) {
		const before = naive.scores.size;
		for (const member of members) naive.scores.set(member, 0);
		return [['ZADD', 'z', ...members.flatMap((member) => [0, member])], naive.scores.size - before];
	},
	range(naive, draw) {
		const { ends, has } = byMember(draw);
		const { limit, reverse } = draw;
		const words = [...(reverse ? ends.toReversed() : ends), 'BYLEX', ...when(reverse, 'REV')];
		return [
			['ZRANGE', 'z', ...words, ...when(limit, 'LIMIT', ...(limit ?? []))],
			limited(naive.sorted().filter(has), limit, reverse).map(([member]) => member),
		];
	},
	count(naive, draw) {
		const { ends, has } = byMember(draw);
		return [['ZLEXCOUNT', 'z', ...ends], naive.sorted().filter(has).length];
	},
	remove(naive, draw) {
		const { ends, has } = byMember(draw);
		return [['ZREMRANGEBYLEX', 'z', ...ends], naive.remove(naive.sorted().filter(has))];
	},
};

it.each([
	['scores', steps],
	['members', stepsByMember],
] as const)('answers as a naive sorted set does, by %s', (_, table) => {
	const step = fc.tuple(fc.constantFrom(...Object.keys(table)), draws);
	const runs = fc.array(step, { minLength: 10, maxLength: 80, size: 'max' });
	fc.assert(
		fc.property(runs, (run) => {
			const engine = new Engine(commands, new MemoryStorage());
			const naive = new NaiveSet();
			for (const [name, draw] of run) {
				const [words, expected] = table[name]!(naive, draw);
				expect([words, ask(engine, words)]).toEqual([words, expected]);
			}
			expect(ask(engine, ['ZRANGE', 'z', 0, -1, 'WITHSCORES'])).toEqual(flat(naive.sorted()));
		}),
		{ numRuns: 150 },
	);
});

function ask(engine: Engine, words: Words): unknown {
	let received = '';
	const client = engine.connect({ address: '', write: (data) => (received += data), end() {}, destroy() {} });
	engine.handle(client, words.map(String));
	engine.awaitCommit(client);
	engine.commit();
	engine.disconnect(client);
	return readReply(received);
}
