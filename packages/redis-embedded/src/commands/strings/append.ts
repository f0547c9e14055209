import { type Command, writesKey } from '../../engine/command.ts';
import { integer } from '../../protocol/reply.ts';
import { StringValue } from '../../values/string.ts';

export const command: Command = {
	name: 'APPEND',
	arity: 3,
	...writesKey,
	run(args, client) {
		const value = client.db.edit(args[1]!, StringValue);
		value.text += args[2];
		return integer(value.text.length);
	},
};
