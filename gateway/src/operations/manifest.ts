import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

interface ManifestFile {
	format: string;
	version: number;
	operations: { id: string; name: string; body: string }[];
}

const format = 'apollo-persisted-query-manifest';

/** The operations of the shop's own clients, as their builds list them. */
export class Manifest {
	/** By the SHA-256 of the text, in hex. */
	readonly texts: ReadonlyMap<string, string>;
	readonly #listed: ReadonlySet<string>;

	constructor(texts: ReadonlyMap<string, string>) {
		this.texts = texts;
		this.#listed = new Set(texts.values());
	}

	has(text: string): boolean {
		return this.#listed.has(text);
	}

	/**
	 * Reads every manifest of a folder, in the form of Apollo's persisted query manifests; none where there is no such
	 * folder.
	 *
	 * @throws when a file is none, or lists an operation under another hash than its own
	 */
	static read(folder: string): Manifest {
		const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.json')) : [];
		return new Manifest(new Map(names.flatMap((name) => operationsIn(path.join(folder, name)))));
	}
}

function operationsIn(file: string): [string, string][] {
	const { format: given, version, operations } = JSON.parse(readFileSync(file, 'utf8')) as ManifestFile;
	if (given !== format || version !== 1) throw new Error(`${file} is no persisted query manifest.`);
	return operations.map(({ id, name, body }) => {
		if (createHash('sha256').update(body).digest('hex') !== id)
			throw new Error(`${file} lists ${name} under another hash than its own.`);
		return [id, body];
	});
}
