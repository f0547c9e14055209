import { type Command, writesKey } from '../../engine/command.ts';
import { changed, changeEach, parseJson, putAt, wrongPathType } from '../../json/document.ts';
import { isString } from '../../json/values.ts';
import { integer, toBytes } from '../../protocol/reply.ts';

export const command: Command = {
	name: 'JSON.STRAPPEND',
	arity: -3,
	...writesKey,
	run(args, client) {
		const [path, text] = args.length === 3 ? ['.', args[2]!] : [args[2]!, args[3]!];
		return changeEach(client, args[1]!, path, [isString, 'not a string'], (value, place, document) => {
			const suffix = parseJson(text, true);
			if (!isString(suffix)) throw wrongPathType('string', text);
			changed(client, args[1]!, document);
			putAt(document, place, value + suffix);
			return integer(toBytes(value + suffix).length);
		});
	},
};
