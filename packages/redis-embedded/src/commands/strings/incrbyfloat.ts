import { addDecimals, parseDouble } from '../../engine/arguments.ts';
import type { Command } from '../../engine/command.ts';
import { bulk } from '../../protocol/reply.ts';
import { StringValue } from '../../values/string.ts';

export const command: Command = {
	name: 'INCRBYFLOAT',
	arity: 3,
	write: true,
	keys: [1, 1, 1],
	run(args, client) {
		const found = client.db.read(args[1]!, StringValue);
		parseDouble(found?.text ?? '0');
		parseDouble(args[2]);
		const sum = addDecimals(found?.text ?? '0', args[2]!);
		client.db.edit(args[1]!, StringValue).text = sum;
		return bulk(sum);
	},
};
