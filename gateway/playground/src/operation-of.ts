import { type OperationDefinitionNode, parse } from 'graphql';

/**
 * The operation that is meant: the only one there is, or the one of this name. Right after a change of tabs the name,
 * and what kind of operation GraphiQL takes it for, are still those of the tab before.
 *
 * @returns undefined when the text does not tell; the gateway then says what is wrong
 */
export function operationOf(query: string, name?: string | null): OperationDefinitionNode | undefined {
	try {
		const operations = parse(query).definitions.filter((node) => node.kind === 'OperationDefinition');
		return operations.length === 1 ? operations[0] : operations.find((one) => one.name?.value === name);
	} catch {
		return undefined;
	}
}
