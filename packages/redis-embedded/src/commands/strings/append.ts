import { type Command, writesKey } from '../../engine/command.ts';
import { MAX_BULK } from '../../protocol/parser.ts';
import { integer, RedisError } from '../../protocol/reply.ts';
import { StringValue } from '../../values/string.ts';

export const command: Command = {
	name: 'APPEND',
	arity: 3,
	...writesKey,
	run(args, client) {
		const before = client.db.read(args[1]!, StringValue)?.text.length ?? 0;
		if (before + args[2]!.length > MAX_BULK)
			throw new RedisError('ERR string exceeds maximum allowed size (proto-max-bulk-len)');
		const value = client.db.edit(args[1]!, StringValue);
		value.text += args[2];
		return integer(value.text.length);
	},
};
