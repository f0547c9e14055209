import { parseDouble, syntaxError } from '../../engine/arguments.ts';
import { type Command, writesKey } from '../../engine/command.ts';
import { integer, RedisError } from '../../protocol/reply.ts';
import { type Scored, SortedSetValue } from '../../values/sorted-set.ts';
import { scoreOrNil } from './score-reply.ts';

export const command: Command = {
	name: 'ZADD',
	arity: -4,
	...writesKey,
	run(args, client) {
		const key = args[1]!;
		const { options, pairs } = readArguments(args);
		const before = client.db.read(key, SortedSetValue);
		let added = 0;
		let updated = 0;
		let result: number | undefined;
		let value: SortedSetValue | undefined;
		for (const { member, score } of pairs) {
			const old = (value ?? before)?.score(member);
			if (options.has(old === undefined ? 'XX' : 'NX')) continue;
			const next = options.has('INCR') && old !== undefined ? old + score : score;
			if (Number.isNaN(next)) throw new RedisError('ERR resulting score is not a number (NaN)');
			if (old !== undefined && ((options.has('GT') && next <= old) || (options.has('LT') && next >= old)))
				continue;
			result = next;
			if (old === next) continue;
			value ??= client.db.edit(key, SortedSetValue);
			value.set(member, next);
			if (old === undefined) added++;
			else updated++;
		}
		if (options.has('INCR')) return scoreOrNil(client, result);
		return integer(options.has('CH') ? added + updated : added);
	},
};

function readArguments(args: readonly string[]): { options: Set<string>; pairs: Scored[] } {
	const options = new Set<string>();
	let at = 2;
	while (at < args.length && /^(nx|xx|gt|lt|ch|incr)$/i.test(args[at]!))
		options.add(args[at++]!.toUpperCase());
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
	for (; at < args.length; at += 2) pairs.push({ score: parseDouble(args[at]), member: args[at + 1]! });
	return { options, pairs };
}
