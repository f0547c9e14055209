import {
	type FragmentDefinitionNode,
	GraphQLIncludeDirective,
	GraphQLSkipDirective,
	getDirectiveValues,
	Kind,
	parse,
	type SelectionNode,
	type SelectionSetNode,
} from 'graphql';

type Path = (string | number)[];

interface FetchRequest {
	query?: string | undefined;
	variables?: Record<string, unknown> | undefined;
}

/**
 * The paths, in the subgraph's answer, of all fields that a fetch asked for: where to report that it failed. For
 * entities that is one for each field of each entity.
 */
export function failedFields({ query = '', variables = {} }: FetchRequest): Path[] {
	const { definitions } = parse(query, { noLocation: true });
	const fragments = new Map<string, FragmentDefinitionNode>();
	for (const definition of definitions) {
		if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
	}
	const operation = definitions.find((definition) => definition.kind === Kind.OPERATION_DEFINITION);
	if (!operation) return [];
	const isIncluded = (node: SelectionNode) =>
		getDirectiveValues(GraphQLSkipDirective, node, variables)?.if !== true &&
		getDirectiveValues(GraphQLIncludeDirective, node, variables)?.if !== false;

	/** The fields of a selection for an object of this type, by their names in the answer. */
	function* fields(set: SelectionSetNode, type?: string): Generator<{ key: string; set?: SelectionSetNode }> {
		for (const node of set.selections.filter(isIncluded)) {
			if (node.kind === Kind.FIELD) {
				const key = node.alias?.value ?? node.name.value;
				if (key === '__typename') continue;
				yield node.selectionSet ? { key, set: node.selectionSet } : { key };
				continue;
			}
			const fragment = node.kind === Kind.INLINE_FRAGMENT ? node : fragments.get(node.name.value);
			const condition = fragment?.typeCondition?.name.value;
			if (fragment && (!type || !condition || condition === type)) yield* fields(fragment.selectionSet, type);
		}
	}

	const representations = variables.representations as { __typename: string }[] | undefined;
	return Array.from(fields(operation.selectionSet)).flatMap(({ key, set }): Path[] => {
		if (key !== '_entities' || !set || !representations) return [[key]];
		return representations.flatMap(({ __typename }, index) =>
			Array.from(fields(set, __typename), (field) => [key, index, field.key]),
		);
	});
}
