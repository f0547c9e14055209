import { parseDouble, syntaxError } from '../../engine/arguments.ts';
import type { Command } from '../../engine/command.ts';
import { double, integer, nil, RedisError } from '../../protocol/reply.ts';
import { type Scored, SortedSetValue } from '../../values/sorted-set.ts';

export const command: Command = {
	name: 'ZADD',
	arity: -4,
	write: true,
	keys: [1, 1, 1],
	run(args, client) {
		const key = args[1]!;
		const options = new Set<string>();
		let at = 2;
		while (at < args.length && ['NX', 'XX', 'GT', 'LT', 'CH', 'INCR'].includes(args[at]!.toUpperCase())) {
			options.add(args[at++]!.toUpperCase());
		}
		const count = args.length - at;
		if (count === 0 || count % 2 === 1) throw syntaxError();
		if (options.has('NX') && options.has('XX')) {
			throw new RedisError('ERR XX and NX options at the same time are not compatible');
		}
		if (['GT', 'LT', 'NX'].filter((option) => options.has(option)).length > 1) {
			throw new RedisError('ERR GT, LT, and/or NX options at the same time are not compatible');
		}
		if (options.has('INCR') && count > 2) {
			throw new RedisError('ERR INCR option supports a single increment-element pair');
		}
		const pairs: Scored[] = [];
		for (let i = at; i < args.length; i += 2)
			pairs.push({ score: parseDouble(args[i]), member: args[i + 1]! });
		const before = client.db.read(key, SortedSetValue);
		let added = 0;
		let updated = 0;
		let result: number | undefined;
		for (const { member, score } of pairs) {
			const old = client.db.read(key, SortedSetValue)?.score(member);
			if (old === undefined ? options.has('XX') : options.has('NX')) continue;
			const next = options.has('INCR') ? score + (old ?? 0) : score;
			if (Number.isNaN(next)) throw new RedisError('ERR resulting score is not a number (NaN)');
			if (old !== undefined && ((options.has('GT') && next <= old) || (options.has('LT') && next >= old)))
				continue;
			result = next;
			if (old === next) continue;
			client.db.edit(key, SortedSetValue).set(member, next);
			if (old === undefined) added++;
			else updated++;
		}
		if (options.has('INCR')) return result === undefined ? nil(client) : double(client, result);
		return integer(options.has('CH') ? added + updated : before || added ? added : 0);
	},
};
