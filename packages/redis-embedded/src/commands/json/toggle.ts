import type { Command } from '../../engine/command.ts';
import { changed, eachPlace, isBoolean, putAt } from '../../json/document.ts';
import { bulk, integer } from '../../protocol/reply.ts';

export const command: Command = {
	name: 'JSON.TOGGLE',
	arity: 3,
	write: true,
	keys: [1, 1, 1],
	run: (args, client) =>
		eachPlace(client, args[1]!, args[2]!, 'boolean', isBoolean, (value, place, document) => {
			changed(client, args[1]!, document);
			putAt(document, place, !value);
			return args[2]!.startsWith('$') ? integer(value ? 0 : 1) : bulk(String(!value));
		}),
};
