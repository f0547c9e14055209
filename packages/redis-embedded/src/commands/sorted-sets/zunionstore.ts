import { parseDouble, parseInteger, syntaxError } from '../../engine/arguments.ts';
import type { Client } from '../../engine/client.ts';
import type { Command } from '../../engine/command.ts';
import { integer, RedisError } from '../../protocol/reply.ts';
import { SetValue } from '../../values/set.ts';
import { SortedSetValue } from '../../values/sorted-set.ts';

export const command: Command = store('ZUNIONSTORE', () => true);

type Sources = ReadonlyMap<string, number>[];

/** A command that stores what it makes of several sets; `keep` tells which members stay. */
export function store(name: string, keep: (member: string, sources: Sources) => boolean): Command {
	return {
		name,
		arity: -4,
		write: true,
		keys: [1, 1, 1],
		run(args, client) {
			const count = parseInteger(args[2]);
			if (count < 1)
				throw new RedisError(`ERR at least 1 input key is needed for '${name.toLowerCase()}' command`);
			if (count > args.length - 3) throw syntaxError();
			const { weights, aggregate } = storeOptions(args, 3 + count, count);
			const sources: Sources = args.slice(3, 3 + count).map((key) => scoresOf(client, key));
			const result = new SortedSetValue();
			for (const [index, source] of sources.entries()) {
				for (const [member, score] of source) {
					if (!keep(member, sources)) continue;
					// Infinity times 0, and infinities that cancel out, count as 0.
					const weighed = score * weights[index]! || 0;
					const old = result.score(member);
					result.set(member, old === undefined ? weighed : aggregate(old, weighed) || 0);
				}
			}
			if (result.empty) client.db.remove(args[1]!);
			else client.db.put(args[1]!, result);
			return integer(result.scores.size);
		},
	};
}

const AGGREGATES: Record<string, (a: number, b: number) => number> = {
	SUM: (a, b) => a + b,
	MIN: Math.min,
	MAX: Math.max,
};

function storeOptions(args: readonly string[], from: number, count: number) {
	let weights = new Array<number>(count).fill(1);
	let aggregate = AGGREGATES.SUM!;
	for (let i = from; i < args.length; ) {
		const option = args[i]!.toUpperCase();
		if (option === 'WEIGHTS' && args.length - i > count) {
			weights = args
				.slice(i + 1, i + 1 + count)
				.map((text) => parseDouble(text, 'ERR weight value is not a float'));
			i += count + 1;
		} else if (option === 'AGGREGATE' && AGGREGATES[args[i + 1]?.toUpperCase() ?? '']) {
			aggregate = AGGREGATES[args[i + 1]!.toUpperCase()]!;
			i += 2;
		} else throw syntaxError();
	}
	return { weights, aggregate };
}

/** A sorted set's scores; the members of a plain set count 1 each. */
function scoresOf(client: Client, key: string): Map<string, number> {
	const value = client.db.find(key)?.value;
	if (value instanceof SetValue) return new Map([...value.members].map((member) => [member, 1]));
	const scored = client.db.read(key, SortedSetValue)?.scores.values() ?? [];
	return new Map([...scored].map(({ member, score }) => [member, score]));
}
