import { syntaxError } from '../../engine/arguments.ts';
import type { Command } from '../../engine/command.ts';
import { changed, eachPlace, isString, parseJson, putAt } from '../../json/document.ts';
import { integer, RedisError, toBytes } from '../../protocol/reply.ts';

export const command: Command = {
	name: 'JSON.STRAPPEND',
	arity: -3,
	write: true,
	keys: [1, 1, 1],
	run(args, client) {
		if (args.length > 4) throw syntaxError();
		const suffix = parseJson(args.at(-1)!);
		if (!isString(suffix)) throw new RedisError('ERR expected a string');
		const path = args.length === 4 ? args[2]! : '.';
		return eachPlace(client, args[1]!, path, 'string', isString, (value, place, document) => {
			changed(client, args[1]!, document);
			putAt(document, place, value + suffix);
			return integer(toBytes(value + suffix).length);
		});
	},
};
