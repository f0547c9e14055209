import { syntaxError } from '../../engine/arguments.ts';
import type { Command } from '../../engine/command.ts';
import { changed, isArray, isNumber, isObject, putAt, requireDocument } from '../../json/document.ts';
import { pathOf, select } from '../../json/path.ts';
import { integer } from '../../protocol/reply.ts';

/** Empties arrays and objects and sets numbers to 0; counts what was not so before. */
export const command: Command = {
	name: 'JSON.CLEAR',
	arity: -2,
	write: true,
	keys: [1, 1, 1],
	run(args, client) {
		if (args.length > 3) throw syntaxError();
		const document = requireDocument(client.db, args[1]!);
		let count = 0;
		for (const place of select(document.json, pathOf(args[2] ?? '$'))) {
			const { value } = place;
			const cleared = isArray(value) ? [] : isObject(value) ? {} : isNumber(value) ? 0 : undefined;
			if (
				cleared === undefined ||
				value === 0 ||
				(typeof value === 'object' && Object.keys(value!).length === 0)
			)
				continue;
			changed(client, args[1]!, document);
			putAt(document, place, cleared);
			count++;
		}
		return integer(count);
	},
};
