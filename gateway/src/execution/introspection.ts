import {
	executeSync,
	type FieldNode,
	type FragmentDefinitionNode,
	type GraphQLSchema,
	Kind,
	type OperationDefinitionNode,
	type SelectionNode,
	type SelectionSetNode,
} from 'graphql';
import { isIncluded } from './conditions.ts';
import type { JsonObject } from './json.ts';
import type { Conditions } from './run.ts';

/** The selections of `__schema` and `__type` at the root of a query: no subgraph is asked for these. */
export function introspectionFields(
	{ selectionSet }: OperationDefinitionNode,
	fragments: ReadonlyMap<string, FragmentDefinitionNode>,
	conditions: Conditions,
): FieldNode[] {
	const found: FieldNode[] = [];
	const spread = new Set<string>();
	const visit = (set: SelectionSetNode): void => {
		for (const node of set.selections) {
			if (!isIncluded(node, conditions)) continue;
			if (node.kind === Kind.FIELD) {
				if (node.name.value === '__schema' || node.name.value === '__type') found.push(node);
				continue;
			}
			if (node.kind === Kind.FRAGMENT_SPREAD) {
				if (spread.has(node.name.value)) continue;
				spread.add(node.name.value);
			}
			const set = fragmentOf(node, fragments);
			if (set) visit(set);
		}
	};
	visit(selectionSet);
	return found;
}

function fragmentOf(
	node: Exclude<SelectionNode, FieldNode>,
	fragments: ReadonlyMap<string, FragmentDefinitionNode>,
): SelectionSetNode | undefined {
	return node.kind === Kind.INLINE_FRAGMENT
		? node.selectionSet
		: fragments.get(node.name.value)?.selectionSet;
}

/** Answers those selections from the schema that clients see. */
export function introspect(
	schema: GraphQLSchema,
	operation: OperationDefinitionNode,
	fields: readonly FieldNode[],
	fragments: ReadonlyMap<string, FragmentDefinitionNode>,
	variables: JsonObject,
): JsonObject {
	const selectionSet = { kind: Kind.SELECTION_SET, selections: fields } as const;
	const { data, errors } = executeSync({
		schema,
		document: {
			kind: Kind.DOCUMENT,
			definitions: [{ ...operation, selectionSet }, ...fragments.values()],
		},
		variableValues: variables,
	});
	if (errors?.[0]) throw errors[0];
	return data ?? {};
}
