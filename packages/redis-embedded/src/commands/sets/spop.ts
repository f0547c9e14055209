import { parseCount, syntaxError } from '../../engine/arguments.ts';
import { type Command, freesKey } from '../../engine/command.ts';
import { bulk, bulkOrNil, set } from '../../protocol/reply.ts';
import { SetValue } from '../../values/set.ts';
import { pickRandom } from './random-elements.ts';
import { removeElements } from './remove-elements.ts';

export const command: Command = {
	name: 'SPOP',
	arity: -2,
	...freesKey,
	run(args, client) {
		if (args.length > 3) throw syntaxError();
		const count = args[2] === undefined ? 1 : parseCount(args[2]);
		const picked = pickRandom(client.db.read(args[1]!, SetValue)?.members ?? [], count);
		removeElements(client, args[1]!, SetValue, picked);
		return args[2] === undefined ? bulkOrNil(client, picked[0]) : set(client, picked.map(bulk));
	},
};
