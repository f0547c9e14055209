// Lists the storefront's operations for the gateway, in the form of Apollo's persisted query manifests, as a part of the
// build: with PERSISTED_ONLY=1 the gateway runs these alone, and it plans them before the first visitor comes.
import { createHash } from 'node:crypto';
import { globSync, mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { gql, InMemoryCache } from '@apollo/client';
import { print } from '@apollo/client/utilities';
import { getOperationAST, parse } from 'graphql';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** The texts of an operation: as the server sends it, and as Apollo Client does, which asks for type names as well. */
function textsOf(text: string): string[] {
	return [text, print(new InMemoryCache().transformDocument(gql(text)))];
}

function entryOf(body: string) {
	const operation = getOperationAST(parse(body));
	return {
		id: createHash('sha256').update(body).digest('hex'),
		name: operation?.name?.value ?? '',
		type: operation?.operation,
		body,
	};
}

const modules = globSync('src/lib/graphql/*.ts', { cwd: here('.') }).filter(
	(name) => !/\.(?:generated|test)\.ts$/.test(name),
);
const exported = await Promise.all(modules.map((name) => import(pathToFileURL(here(name)).href)));
const texts = exported
	.flatMap((module) => Object.values(module))
	.flatMap((value) => ((value as { text?: unknown }).text ? [(value as { text: string }).text] : []));
const operations = texts
	.flatMap(textsOf)
	.map(entryOf)
	.sort((a, b) => a.name.localeCompare(b.name));
const folder = here('../gateway/manifests');
mkdirSync(folder, { recursive: true });
const manifest = { format: 'apollo-persisted-query-manifest', version: 1, operations };
writeFileSync(`${folder}/storefront.json`, `${JSON.stringify(manifest, null, '\t')}\n`);
