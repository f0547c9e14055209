// Composes supergraph.yaml (rover's format) into gateway/supergraph.graphql, what the gateway runs, and
// gateway/api.graphql, what its consumers see. With --check it writes nothing, and fails when they are not current, when
// the API breaks what was promised in gateway/published-api.graphql, or when something of it is not described. With
// --publish what consumers see becomes what they are promised.
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { composeServices } from '@apollo/composition';
import { projectRoot } from '@infinite-blob/config/project-root';
import { apiChanges, type DeclaredBreak } from '@infinite-blob/schema-rules/api-changes';
import { requiredArguments } from '@infinite-blob/schema-rules/required-arguments';
import { undescribed } from '@infinite-blob/schema-rules/undescribed';
import {
	buildSchema,
	type DocumentNode,
	type GraphQLError,
	type GraphQLSchema,
	parse,
	printSchema,
} from 'graphql';
import { parse as parseYaml } from 'yaml';

interface SupergraphConfig {
	subgraphs: Record<string, { routing_url: string; schema: { file: string } }>;
}

const publishedFile = 'gateway/published-api.graphql';
const breaksFile = 'gateway/declared-breaks.yaml';

const { values: options } = parseArgs({
	options: { check: { type: 'boolean', default: false }, publish: { type: 'boolean', default: false } },
});
const at = (file: string) => path.join(projectRoot, file);
const read = (file: string) => readFileSync(at(file), 'utf8');

const { supergraphSdl, api } = compose(parseYaml(read('supergraph.yaml')) as SupergraphConfig);
const files = {
	'gateway/supergraph.graphql': supergraphSdl,
	'gateway/api.graphql': `${printSchema(api)}\n`,
};
if (options.check) check(files, api);
else for (const [file, content] of Object.entries(files)) writeFileSync(at(file), content);
if (options.publish) {
	writeFileSync(at(publishedFile), files['gateway/api.graphql']);
	rmSync(at(breaksFile), { force: true });
}

function compose({ subgraphs }: SupergraphConfig): { supergraphSdl: string; api: GraphQLSchema } {
	const services = Object.entries(subgraphs).map(([name, { routing_url: url, schema }]) => ({
		name,
		url,
		typeDefs: parsed(schema.file),
	}));
	const refused = services.flatMap(({ name, typeDefs }) => requiredArguments(name, typeDefs));
	if (refused.length > 0) fail(refused);
	const { errors, supergraphSdl, schema } = composeServices(services);
	if (errors) fail(errors.map(({ extensions, message }) => `${extensions?.code}: ${message}`));
	return { supergraphSdl: supergraphSdl!, api: schema!.toAPISchema().toGraphQLJSSchema() };
}

function parsed(file: string): DocumentNode {
	try {
		return parse(read(file));
	} catch (error) {
		const { message, locations } = error as GraphQLError;
		const place = locations?.[0] ? `:${locations[0].line}:${locations[0].column}` : '';
		return fail([`${file}${place}: ${message}`]);
	}
}

function check(written: Record<string, string>, present: GraphQLSchema): void {
	const stale = Object.entries(written).filter(([file, content]) => read(file) !== content);
	const declared = existsSync(at(breaksFile)) ? (parseYaml(read(breaksFile)) as DeclaredBreak[]) : [];
	const changes = apiChanges(buildSchema(read(publishedFile)), present, declared);
	for (const change of changes.dangerous) console.log(`May surprise consumers: ${change}`);
	const problems = [
		...stale.map(([file]) => `${file} is stale: run "npm run compose" and commit what it writes.`),
		...undescribed(present).map((coordinate) => `${coordinate} has no description for the API's consumers.`),
		...changes.undeclared.map(
			(change) =>
				`Breaks the published API: ${change} If that is meant, declare it with its reason in ${breaksFile}.`,
		),
		...changes.unfounded.map((change) => `${breaksFile} declares what is not so: ${change}`),
		...declared
			.filter(({ reason }) => !reason)
			.map(({ change }) => `${breaksFile} gives no reason for: ${change}`),
	];
	if (problems.length > 0) fail(problems);
}

function fail(problems: readonly string[]): never {
	for (const problem of problems) console.error(problem);
	process.exit(1);
}
