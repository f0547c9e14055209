import { type GraphQLField, type GraphQLNamedType, valueFromASTUntyped } from 'graphql';

/**
 * The arguments of a directive that a schema has on a field or a type; nothing where it has none. Composition keeps the
 * name, or gives it a prefix where a subgraph does.
 */
export function directiveOf(
	{ astNode }: GraphQLField<unknown, unknown> | GraphQLNamedType,
	name: string,
): Record<string, unknown> | undefined {
	const directive = astNode?.directives?.find((applied) => applied.name.value.replace(/^.*__/, '') === name);
	if (!directive) return undefined;
	return Object.fromEntries(
		(directive.arguments ?? []).map((argument) => [argument.name.value, valueFromASTUntyped(argument.value)]),
	);
}
