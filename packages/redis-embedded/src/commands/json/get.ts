import type { Command } from '../../engine/command.ts';
import { documentAt, noPath } from '../../json/document.ts';
import { expand, noFormat, readFormat } from '../../json/expand.ts';
import { type Path, pathOf, valuesAt } from '../../json/path.ts';
import { type Layout, print } from '../../json/print.ts';
import { hideName } from '../../json/text.ts';
import { array, bulk, nil, RedisError, toBytes, toText } from '../../protocol/reply.ts';
import type { Json } from '../../values/json.ts';

const ROOT = pathOf('.');

export const command: Command = {
	name: 'JSON.GET',
	arity: -2,
	keys: [1, 1, 1],
	run(args, client) {
		const layout: Layout = { indent: '', newline: '', space: '' };
		const paths: Path[] = [];
		let format: ReturnType<typeof readFormat>;
		for (let i = 2; i < args.length; i++) {
			const option = args[i]!.toLowerCase();
			if (option === 'noescape') continue;
			if (option !== 'format' && !Object.hasOwn(layout, option)) {
				paths.push(pathOf(args[i]!));
				continue;
			}
			if (option === 'format' && client.protocol === 2 && paths.length === 0) throw noFormat();
			const word = args[++i];
			if (word === undefined) throw new RedisError("ERR wrong number of arguments for 'json.get' command");
			if (option === 'format') format = readFormat(word, 'STRING');
			else layout[option as keyof Layout] = toText(word);
		}
		if (paths.length === 0) paths.push(ROOT);
		const document = documentAt(client.db, args[1]!);
		if (document === undefined) return nil(client);
		if (format && client.protocol === 3) {
			const lists = paths.map((path) => (path.isValid ? valuesAt(document.json, path) : []));
			return array(lists.map((list) => array(list.map((value) => expand(client, value, format)))));
		}
		const plain = layout.indent === '' && layout.newline === '' && layout.space === '';
		if (plain && paths.length === 1 && paths[0]!.isRoot) {
			return bulk(paths[0]!.legacy ? document.head() : `[${document.head()}]`);
		}
		return bulk(toBytes(print(resultOf(document.json, paths), layout)));
	},
};

/** One path answers with its values; several with an object of them by path, if it is one. Only `$` paths give lists. */
function resultOf(root: Json, paths: readonly Path[]): Json {
	const legacy = paths.every((path) => path.legacy);
	const several = paths.length > 1;
	const read = (path: Path): Json => {
		const values = valuesAt(root, path);
		if (!legacy) return values;
		if (values.length === 0) throw noPath(several ? path.text : path.full);
		return values[0]!;
	};
	return several
		? Object.fromEntries(
				paths.filter((path) => path.isValid).map((path) => [hideName(path.text), read(path)]),
			)
		: read(paths[0]!);
}
