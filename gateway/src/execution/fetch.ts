import type { GraphQLDataSourceProcessOptions } from '@apollo/gateway';
import type { FetchNode, ResponsePath } from '@apollo/query-planner';
import type { Answer, SubgraphCall } from '../federation/subgraph-data-source.ts';
import { errorOf, thrown } from './fetch-errors.ts';
import { copyOf, isObject, type JsonObject, own } from './json.ts';
import { mergeInto } from './merge.ts';
import { representationOf } from './representations.ts';
import { applyRewrites } from './rewrites.ts';
import { mostErrors, type Run, type Step, tell } from './run.ts';
import { objectsAt, pathsAt } from './targets.ts';

// The value of @apollo/gateway's enum, whose module is not for import.
const kind = 'incoming operation' as GraphQLDataSourceProcessOptions['kind'];

/** Fetches root fields, and puts them into each object at the path. */
export function fetchRootFields(node: FetchNode, path: ResponsePath): Step {
	return guarded(async (run) => {
		const targets = objectsAt(run.data, path);
		if (targets.length === 0) return;
		const answer = await ask(run, node, variablesOf(node, run), path);
		for (const error of answer.errors ?? []) {
			const where = error.path && [...path, ...error.path];
			tell(run, errorOf(node.serviceName, error, where));
		}
		if (run.isMirrored && answer.json !== undefined) {
			run.json = answer.json;
			return;
		}
		if (!answer.data) return;
		const { data, isOurs } = ownable(answer, answer.data, node);
		applyRewrites(run.supergraphSchema, node.outputRewrites, data);
		for (const [place, target] of targets.entries()) mergeInto(target, data, isOurs && place === 0);
	});
}

/**
 * Fetches fields of entities, those at several paths at once where the plan wants the same of them. An entity that
 * stands in several places is asked for once.
 */
export function fetchEntities(node: FetchNode, paths: readonly ResponsePath[]): Step {
	const { serviceName, requires = [] } = node;
	return guarded(async (run) => {
		const { supergraphSchema } = run;
		const representations: JsonObject[] = [];
		/** The objects that each representation stands for, by its place. */
		const holders: JsonObject[][] = [];
		const placeOf = new Map<string, number>();
		for (const entity of paths.flatMap((path) => objectsAt(run.data, path))) {
			const representation = representationOf(supergraphSchema, entity, requires);
			if (!representation?.__typename) continue;
			applyRewrites(supergraphSchema, node.inputRewrites, representation);
			const key = JSON.stringify(representation);
			const place = placeOf.get(key);
			if (place === undefined) {
				placeOf.set(key, representations.length);
				representations.push(representation);
				holders.push([entity]);
			} else holders[place]?.push(entity);
		}
		if (representations.length === 0) return;
		const variables = { ...variablesOf(node, run), representations };
		const answer = await ask(run, node, variables, paths[0] ?? []);
		if (answer.errors) tellErrors(run, node, paths, holders, answer.errors);
		if (!answer.data) return;
		const { data, isOurs } = ownable(answer, answer.data, node);
		const entities = data._entities;
		if (!Array.isArray(entities) || entities.length !== representations.length)
			throw new Error(`"${serviceName}" answered other entities than it was asked for`);
		for (const [place, entity] of entities.entries()) {
			if (!isObject(entity)) continue;
			if (node.outputRewrites) {
				// Rewrites go by it, and an answer need not tell it.
				entity.__typename ??= holders[place]?.[0]?.__typename;
				applyRewrites(supergraphSchema, node.outputRewrites, entity);
			}
			for (const [index, holder] of holders[place]!.entries())
				mergeInto(holder, entity, isOurs && index === 0);
		}
	});
}

/** What is kept for others is neither changed nor taken over. */
function ownable(
	{ isKept = false }: Answer,
	data: JsonObject,
	{ outputRewrites }: FetchNode,
): { data: JsonObject; isOurs: boolean } {
	if (!isKept) return { data, isOurs: true };
	return outputRewrites ? { data: copyOf(data) as JsonObject, isOurs: true } : { data, isOurs: false };
}

/** An error of an entity is one of each place where it stands; one that names no entity, of the fetch's path. */
function tellErrors(
	run: Run,
	{ serviceName }: FetchNode,
	paths: readonly ResponsePath[],
	holders: readonly JsonObject[][],
	errors: NonNullable<Answer['errors']>,
): void {
	const placesOf = new Map<JsonObject, ResponsePath>();
	for (const path of paths) {
		const objects = objectsAt(run.data, path);
		for (const [index, where] of pathsAt(run.data, path).entries()) placesOf.set(objects[index]!, where);
	}
	for (const error of errors.slice(0, mostErrors)) {
		const place = error.path?.[1];
		const owners = typeof place === 'number' ? holders[place] : undefined;
		if (!owners) {
			tell(run, errorOf(serviceName, error, error.path && [...(paths[0] ?? []), ...error.path]));
			continue;
		}
		for (const owner of owners.slice(0, mostErrors)) {
			const where = [...(placesOf.get(owner) ?? []), ...(error.path?.slice(2) ?? [])];
			tell(run, errorOf(serviceName, error, where));
		}
	}
}

function variablesOf({ variableUsages = [] }: FetchNode, { variables }: Run): JsonObject {
	const used: JsonObject = {};
	for (const name of variableUsages) {
		const value = own(variables, name);
		if (value !== undefined) used[name] = value;
	}
	return used;
}

async function ask(run: Run, node: FetchNode, variables: JsonObject, path: ResponsePath): Promise<Answer> {
	const service = run.dataSources[node.serviceName];
	if (!service) throw new Error(`There is no data source for the subgraph "${node.serviceName}"`);
	const { requestContext } = run;
	return service.process({
		kind,
		request: { query: node.operation, variables, operationName: node.operationName },
		incomingRequestContext: requestContext,
		context: requestContext.context,
		pathInIncomingRequest: path,
		wantsJson: run.isMirrored,
	} as SubgraphCall);
}

/** A fetch that fails costs what it was for. */
function guarded(step: Step): Step {
	return (run) =>
		step(run).catch((error: unknown) => {
			tell(run, thrown(error));
		});
}
