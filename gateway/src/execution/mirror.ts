import type { FetchNode } from '@apollo/query-planner';
import {
	type DocumentNode,
	type FragmentDefinitionNode,
	type GraphQLNamedType,
	type GraphQLSchema,
	getNamedType,
	isEnumType,
	isInterfaceType,
	isObjectType,
	isUnionType,
	Kind,
	type OperationDefinitionNode,
	OperationTypeNode,
	parse,
	type SelectionSetNode,
} from 'graphql';

type Fragments = ReadonlyMap<string, FragmentDefinitionNode>;

/** What is selected of an object: the fields in their order, by their names in the answer. */
type Selected = Map<string, { name: string; fields: Selected | undefined }>;

/**
 * Whether the answer to a fetch is the answer to the whole query, letter for letter: the same fields under the same
 * names in the same order, of types about which the subgraph and clients agree. Then it need not be looked into.
 *
 * @param schema what clients see
 * @param supergraphSchema what the subgraphs have
 */
export function isMirror(
	operation: OperationDefinitionNode,
	fragments: Fragments,
	fetch: FetchNode,
	schema: GraphQLSchema,
	supergraphSchema: GraphQLSchema,
): boolean {
	if (operation.operation !== OperationTypeNode.QUERY || fetch.requires || fetch.outputRewrites?.length)
		return false;
	const root = schema.getQueryType();
	const fetched = parse(fetch.operation);
	const [fetchedOperation] = fetched.definitions;
	if (!root || fetchedOperation?.kind !== Kind.OPERATION_DEFINITION) return false;
	const agreed = (type: GraphQLNamedType) => isAgreed(type, supergraphSchema);
	const wanted = selectedOf(operation.selectionSet, root, fragments, agreed);
	const given = selectedOf(fetchedOperation.selectionSet, root, fragmentsIn(fetched), agreed);
	return wanted !== undefined && given !== undefined && isSame(wanted, given);
}

/** @returns nothing where what is in the answer depends on more than the selection, or is not in its order */
function selectedOf(
	set: SelectionSetNode,
	type: GraphQLNamedType,
	fragments: Fragments,
	isAgreedOn: (type: GraphQLNamedType) => boolean,
	into: Selected = new Map(),
): Selected | undefined {
	if (!isObjectType(type)) return undefined;
	for (const node of set.selections) {
		if (node.directives?.length) return undefined;
		if (node.kind === Kind.FIELD) {
			const key = node.alias?.value ?? node.name.value;
			const field = type.getFields()[node.name.value];
			if (!field || into.has(key)) return undefined;
			const named = getNamedType(field.type);
			if (!isAgreedOn(named)) return undefined;
			const fields = node.selectionSet && selectedOf(node.selectionSet, named, fragments, isAgreedOn);
			if (node.selectionSet && !fields) return undefined;
			into.set(key, { name: node.name.value, fields });
			continue;
		}
		const fragment = node.kind === Kind.INLINE_FRAGMENT ? node : fragments.get(node.name.value);
		const condition = fragment?.typeCondition?.name.value;
		if (!fragment || (condition !== undefined && condition !== type.name)) return undefined;
		if (!selectedOf(fragment.selectionSet, type, fragments, isAgreedOn, into)) return undefined;
	}
	return into;
}

/** Objects may be of several types behind an interface or a union, and values of an enum may be hidden from clients. */
function isAgreed(type: GraphQLNamedType, supergraphSchema: GraphQLSchema): boolean {
	if (isInterfaceType(type) || isUnionType(type)) return false;
	if (!isEnumType(type)) return true;
	const whole = supergraphSchema.getType(type.name);
	return isEnumType(whole) && whole.getValues().length === type.getValues().length;
}

function isSame(one: Selected, other: Selected): boolean {
	const [left, right] = [[...one], [...other]];
	return (
		left.length === right.length &&
		left.every(([key, { name, fields }], place) => {
			const [otherKey, counterpart] = right[place]!;
			if (key !== otherKey || name !== counterpart.name) return false;
			if (!fields || !counterpart.fields) return fields === counterpart.fields;
			return isSame(fields, counterpart.fields);
		})
	);
}

function fragmentsIn({ definitions }: DocumentNode): Fragments {
	return new Map(
		definitions.flatMap((definition) =>
			definition.kind === Kind.FRAGMENT_DEFINITION ? [[definition.name.value, definition]] : [],
		),
	);
}
