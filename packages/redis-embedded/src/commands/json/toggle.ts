import { type Command, writesKey } from '../../engine/command.ts';
import { changed, changeEach, putAt } from '../../json/document.ts';
import { pathOf } from '../../json/path.ts';
import { isBoolean } from '../../json/values.ts';
import { bulk, integer } from '../../protocol/reply.ts';

export const command: Command = {
	name: 'JSON.TOGGLE',
	arity: -3,
	...writesKey,
	run: (args, client) =>
		changeEach(client, args[1]!, args[2]!, [isBoolean, 'not a bool'], (value, place, document) => {
			changed(client, args[1]!, document);
			putAt(document, place, !value);
			return pathOf(args[2]!).legacy ? bulk(String(!value)) : integer(value ? 0 : 1);
		}),
};
