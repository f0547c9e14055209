import { type DocumentNode, Kind, type OperationDefinitionNode, type SelectionNode, visit } from 'graphql';
import { type JsonObject, own } from './json.ts';
import type { Conditions } from './run.ts';

/** The names of the variables that an operation's `@skip` and `@include` go by. */
export function conditionVariables(document: DocumentNode): string[] {
	const names = new Set<string>();
	visit(document, {
		Directive({ name, arguments: given = [] }) {
			if (name.value !== 'skip' && name.value !== 'include') return;
			for (const { value } of given) if (value.kind === Kind.VARIABLE) names.add(value.name.value);
		},
	});
	return [...names];
}

/** Their values: as given, else by their defaults. */
export function conditionsOf(
	names: readonly string[],
	operation: OperationDefinitionNode,
	variables: JsonObject,
): Conditions {
	return new Map(names.map((name) => [name, isTrue(own(variables, name) ?? defaultOf(operation, name))]));
}

/** Whether a selection is asked for. */
export function isIncluded(node: SelectionNode, conditions: Conditions): boolean {
	for (const { name, arguments: given = [] } of node.directives ?? []) {
		if (name.value !== 'skip' && name.value !== 'include') continue;
		const value = given[0]?.value;
		const holds =
			value?.kind === Kind.VARIABLE
				? conditions.get(value.name.value) === true
				: value?.kind === Kind.BOOLEAN && value.value;
		if (holds === (name.value === 'skip')) return false;
	}
	return true;
}

function defaultOf(operation: OperationDefinitionNode, name: string): unknown {
	const definition = operation.variableDefinitions?.find(({ variable }) => variable.name.value === name);
	return definition?.defaultValue?.kind === Kind.BOOLEAN && definition.defaultValue.value;
}

function isTrue(value: unknown): boolean {
	return value === true;
}
