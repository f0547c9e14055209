import type { GraphQLResolveInfo } from 'graphql';

/** Whether the query itself gives the argument, so that a value is not just the schema's default. */
export function isGiven(info: GraphQLResolveInfo, name: string): boolean {
	const argument = info.fieldNodes[0]?.arguments?.find((candidate) => candidate.name.value === name);
	if (!argument) return false;
	const { value } = argument;
	return value.kind !== 'Variable' || Object.hasOwn(info.variableValues, value.name.value);
}
