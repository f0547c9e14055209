import { addDecimals, parseDouble } from '../../engine/arguments.ts';
import type { Command } from '../../engine/command.ts';
import { bulk } from '../../protocol/reply.ts';
import { HashValue } from '../../values/hash.ts';

export const command: Command = {
	name: 'HINCRBYFLOAT',
	arity: 4,
	write: true,
	keys: [1, 1, 1],
	run(args, client) {
		parseDouble(args[3]);
		const value = client.db.read(args[1]!, HashValue)?.fields.get(args[2]!) ?? '0';
		parseDouble(value, 'ERR hash value is not a float');
		const sum = addDecimals(value, args[3]!);
		client.db.edit(args[1]!, HashValue).set(args[2]!, sum);
		return bulk(sum);
	},
};
