import {
	type DocumentNode,
	type FieldDefinitionNode,
	type InterfaceTypeDefinitionNode,
	type InterfaceTypeExtensionNode,
	Kind,
	type ObjectTypeDefinitionNode,
	type ObjectTypeExtensionNode,
	parse,
	type SelectionSetNode,
	type TypeNode,
} from 'graphql';

type CompositeNode =
	| ObjectTypeDefinitionNode
	| ObjectTypeExtensionNode
	| InterfaceTypeDefinitionNode
	| InterfaceTypeExtensionNode;

const compositeKinds: readonly string[] = [
	Kind.OBJECT_TYPE_DEFINITION,
	Kind.OBJECT_TYPE_EXTENSION,
	Kind.INTERFACE_TYPE_DEFINITION,
	Kind.INTERFACE_TYPE_EXTENSION,
];

/**
 * Finds each `@requires` of a subgraph that selects a field with arguments. @apollo/gateway gives wrong data for them
 * without a word: the subgraph gets the field as whoever asked for it first wanted it, be it the client or another
 * `@requires`, since all of them share one place in the answer (seen with 2.14.4).
 *
 * @returns a line for each, with what to do instead
 */
export function requiredArguments(subgraph: string, schema: DocumentNode): string[] {
	const types = new Map<string, Map<string, FieldDefinitionNode>>();
	const composites = schema.definitions.filter((definition): definition is CompositeNode =>
		compositeKinds.includes(definition.kind),
	);
	for (const { name, fields = [] } of composites) {
		const known = types.get(name.value) ?? new Map<string, FieldDefinitionNode>();
		types.set(name.value, known);
		for (const field of fields) known.set(field.name.value, field);
	}

	function* withArguments(type: string, { selections }: SelectionSetNode): Generator<string> {
		for (const selection of selections) {
			if (selection.kind === Kind.INLINE_FRAGMENT) {
				yield* withArguments(selection.typeCondition?.name.value ?? type, selection.selectionSet);
			} else if (selection.kind === Kind.FIELD) {
				const field = types.get(type)?.get(selection.name.value);
				if (selection.arguments?.length || field?.arguments?.length) yield `${type}.${selection.name.value}`;
				if (field && selection.selectionSet)
					yield* withArguments(namedType(field.type), selection.selectionSet);
			}
		}
	}

	return composites.flatMap(({ name, fields = [] }) =>
		fields.flatMap((field) => {
			const required = requiredSelection(field);
			if (!required) return [];
			return [...withArguments(name.value, required)].map(
				(found) =>
					`Subgraph "${subgraph}": ${name.value}.${field.name.value} @requires ${found}, which has arguments. ` +
					'The gateway would give wrong data without a word. Require a field without arguments: give the owner of ' +
					`${found} one more field that answers what is needed, such as with the arguments' values in its name.`,
			);
		}),
	);
}

function requiredSelection({ directives = [] }: FieldDefinitionNode): SelectionSetNode | undefined {
	const requires = directives.find(({ name }) => name.value.replace(/^.*__/, '') === 'requires');
	const fields = requires?.arguments?.find(({ name }) => name.value === 'fields')?.value;
	if (fields?.kind !== Kind.STRING) return undefined;
	const [operation] = parse(`{ ${fields.value} }`).definitions;
	return operation?.kind === Kind.OPERATION_DEFINITION ? operation.selectionSet : undefined;
}

function namedType(type: TypeNode): string {
	return type.kind === Kind.NAMED_TYPE ? type.name.value : namedType(type.type);
}
