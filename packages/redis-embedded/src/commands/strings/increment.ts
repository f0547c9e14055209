import { fitsInt64, parseInt64 } from '../../engine/arguments.ts';
import { type Command, writesKey } from '../../engine/command.ts';
import { integer, RedisError } from '../../protocol/reply.ts';
import { StringValue } from '../../values/string.ts';

/** A command that adds to the integer that a string spells; the key keeps its time to live. */
export const incrementing = (
	name: string,
	arity: number,
	amount: (args: readonly string[]) => bigint,
): Command => ({
	name,
	arity,
	...writesKey,
	run(args, { db }) {
		const by = amount(args);
		const sum = addInt64(db.read(args[1]!, StringValue)?.text, by);
		db.edit(args[1]!, StringValue).text = sum;
		return integer(sum);
	},
});

/** The sum of an integer as it is spelled, zero when missing, and another. */
export function addInt64(text = '0', by: bigint, message?: string): string {
	const sum = parseInt64(text, message) + by;
	if (!fitsInt64(sum)) throw new RedisError('ERR increment or decrement would overflow');
	return String(sum);
}
