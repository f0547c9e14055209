import { type Command, writesKey } from '../../engine/command.ts';
import { expiryOption } from '../../engine/expiry-time.ts';
import { OK } from '../../protocol/reply.ts';
import { StringValue } from '../../values/string.ts';

export const setWithExpiry = (name: string, unit: string): Command => ({
	name,
	arity: 4,
	...writesKey,
	run(args, { db }) {
		const expireAt = expiryOption(unit, args[2]!, db.now, name);
		db.put(args[1]!, new StringValue(args[3]), expireAt);
		return OK;
	},
});

export const command = setWithExpiry('SETEX', 'EX');
