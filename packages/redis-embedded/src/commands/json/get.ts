import type { Command } from '../../engine/command.ts';
import { documentAt, noPath } from '../../json/document.ts';
import { type Path, pathOf, valuesAt } from '../../json/path.ts';
import { type Format, print } from '../../json/print.ts';
import { bulk, nil, toBytes, toText } from '../../protocol/reply.ts';
import type { Json } from '../../values/json.ts';

export const command: Command = {
	name: 'JSON.GET',
	arity: -2,
	keys: [1, 1, 1],
	run(args, client) {
		const format: Format = { indent: '', newline: '', space: '' };
		const paths: Path[] = [];
		for (let i = 2; i < args.length; i++) {
			const option = args[i]!.toLowerCase();
			if (option === 'noescape') continue;
			if (option in format && i + 1 < args.length) format[option as keyof Format] = toText(args[++i]!);
			else paths.push(pathOf(args[i]!));
		}
		const document = documentAt(client.db, args[1]!);
		if (document === undefined) return nil(client);
		const plain = format.indent === '' && format.newline === '' && format.space === '';
		const [only] = paths;
		if (plain && paths.length <= 1 && (only === undefined || only.segments.length === 0)) {
			return bulk(only && !only.legacy ? `[${document.head()}]` : document.head());
		}
		return bulk(toBytes(print(resultOf(document.json, paths), format)));
	},
};

/** One path answers with its values; several with an object of them by path. Only `$` paths give lists. */
function resultOf(root: Json, paths: readonly Path[]): Json {
	if (paths.length === 0) return root;
	const legacy = paths.every((path) => path.legacy);
	const read = (path: Path): Json => {
		const values = valuesAt(root, path);
		if (!legacy) return values;
		if (values.length === 0) throw noPath(path);
		return values[0]!;
	};
	return paths.length === 1
		? read(paths[0]!)
		: Object.fromEntries(paths.map((path) => [path.text, read(path)]));
}
