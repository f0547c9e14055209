import type { QueryPlanSelectionNode } from '@apollo/query-planner';
import type { GraphQLSchema } from 'graphql';
import { isObject, type JsonObject, own, setOwn } from './json.ts';
import { mergeInto } from './merge.ts';
import { isOfType } from './type-conditions.ts';

/**
 * What a subgraph needs to know of an entity, read from what is known of it so far.
 *
 * @returns nothing when some of it is missing, because fetching it failed
 */
export function representationOf(
	schema: GraphQLSchema,
	entity: JsonObject,
	required: readonly QueryPlanSelectionNode[],
): JsonObject | null {
	const representation: JsonObject = {};
	for (const selection of required) {
		if (selection.kind === 'Field') {
			const key = selection.alias ?? selection.name;
			const value = own(entity, key);
			if (value === undefined) return null;
			setOwn(representation, key, selection.selections ? read(schema, value, selection.selections) : value);
		} else if (selection.typeCondition && isOne(schema, entity, selection.typeCondition)) {
			const part = representationOf(schema, entity, selection.selections);
			if (part) mergeInto(representation, part, true);
		}
	}
	return representation;
}

function read(schema: GraphQLSchema, value: unknown, selections: readonly QueryPlanSelectionNode[]): unknown {
	if (Array.isArray(value)) return value.map((entry) => read(schema, entry, selections));
	return isObject(value) ? representationOf(schema, value, selections) : null;
}

function isOne(schema: GraphQLSchema, { __typename }: JsonObject, condition: string): boolean {
	return typeof __typename === 'string' && isOfType(schema, __typename, condition);
}
