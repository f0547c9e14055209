import type { Command } from '../../engine/command.ts';
import { bulkOrNil } from '../../protocol/reply.ts';
import { pickRandom } from '../sets/random-elements.ts';

export const command: Command = {
	name: 'RANDOMKEY',
	arity: 1,
	run(_args, client) {
		const keys = [...client.db.entries.keys()].filter((key) => client.db.find(key));
		return bulkOrNil(client, pickRandom(keys, 1)[0]);
	},
};
