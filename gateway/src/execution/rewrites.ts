import type { FetchDataRewrite } from '@apollo/query-planner';
import type { GraphQLSchema } from 'graphql';
import { isObject, type JsonObject, own, setOwn } from './json.ts';
import { isOfType } from './type-conditions.ts';

const fragment = '... on ';

/** Changes what goes to a subgraph, or comes from it, where its schema and the supergraph's name things differently. */
export function applyRewrites(
	schema: GraphQLSchema,
	rewrites: readonly FetchDataRewrite[] | undefined,
	data: unknown,
): void {
	for (const rewrite of rewrites ?? []) apply(schema, rewrite, rewrite.path, data);
}

function apply(
	schema: GraphQLSchema,
	rewrite: FetchDataRewrite,
	path: readonly string[],
	value: unknown,
): void {
	if (Array.isArray(value)) {
		for (const entry of value) apply(schema, rewrite, path, entry);
		return;
	}
	if (!isObject(value)) return;
	const [first, ...rest] = path;
	if (first === undefined) return;
	if (first.startsWith(fragment)) {
		const { __typename } = value;
		// An answer need not tell the type of each object: then the rewrite is meant for it.
		if (!__typename || isOfType(schema, String(__typename), first.slice(fragment.length)))
			apply(schema, rewrite, rest, value);
	} else if (rest.length > 0) apply(schema, rewrite, rest, own(value, first));
	else rewriteField(value, first, rewrite);
}

function rewriteField(object: JsonObject, field: string, rewrite: FetchDataRewrite): void {
	if (rewrite.kind === 'ValueSetter') {
		setOwn(object, field, rewrite.setValueTo);
		return;
	}
	const value = own(object, field);
	// False, 0 and '' are values like any other, which @apollo/gateway loses here.
	if (value === undefined) return;
	setOwn(object, rewrite.renameKeyTo, value);
	delete object[field];
}
