import { type Command, writesKey } from '../../engine/command.ts';
import { addLongDoubles, parseLongDouble } from '../../engine/long-double.ts';
import { bulk } from '../../protocol/reply.ts';
import { StringValue } from '../../values/string.ts';

export const command: Command = {
	name: 'INCRBYFLOAT',
	arity: 3,
	...writesKey,
	run(args, client) {
		const value = parseLongDouble(client.db.read(args[1]!, StringValue)?.text ?? '0');
		const sum = addLongDoubles(value, parseLongDouble(args[2]!));
		client.db.edit(args[1]!, StringValue).text = sum;
		return bulk(sum);
	},
};
