// Composes supergraph.yaml (rover's format) into gateway/supergraph.graphql, what the gateway runs, and
// gateway/api.graphql, what its consumers see. With --check it writes nothing and fails when they are not current.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { composeServices } from '@apollo/composition';
import { projectRoot } from '@infinite-blob/config/project-root';
import { parse, printSchema } from 'graphql';
import { parse as parseYaml } from 'yaml';

interface SupergraphConfig {
	subgraphs: Record<string, { routing_url: string; schema: { file: string } }>;
}

const at = (file: string) => path.join(projectRoot, file);
const config = parseYaml(readFileSync(at('supergraph.yaml'), 'utf8')) as SupergraphConfig;
const { errors, supergraphSdl, schema } = composeServices(
	Object.entries(config.subgraphs).map(([name, subgraph]) => ({
		name,
		url: subgraph.routing_url,
		typeDefs: parse(readFileSync(at(subgraph.schema.file), 'utf8')),
	})),
);
if (errors) {
	for (const error of errors) console.error(`${error.extensions?.code}: ${error.message}`);
	process.exit(1);
}

const files = {
	'gateway/supergraph.graphql': supergraphSdl,
	'gateway/api.graphql': `${printSchema(schema.toAPISchema().toGraphQLJSSchema())}\n`,
};
for (const [file, content] of Object.entries(files)) {
	if (!process.argv.includes('--check')) writeFileSync(at(file), content);
	else if (readFileSync(at(file), 'utf8') !== content) {
		console.error(`${file} is stale: run "npm run compose" and commit what it writes.`);
		process.exitCode = 1;
	}
}
