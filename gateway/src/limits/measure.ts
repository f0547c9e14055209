import {
	type DocumentNode,
	type FieldNode,
	type FragmentDefinitionNode,
	Kind,
	type OperationDefinitionNode,
	type SelectionSetNode,
} from 'graphql';

/** How large an operation is, its fragments spread out. */
export interface Measure {
	/** Levels of nested fields. */
	depth: number;
	aliases: number;
	directives: number;
	/** At the least: those of arguments' values and of types are not counted. */
	tokens: number;
}

/**
 * Measures each operation of a document that need not be valid. The depth of what introspection selects is not counted:
 * graphql has a rule of its own for it. A fragment is measured once however often it is spread, so that those which spread each
 * other twice over take no time. A fragment within itself, which is not valid, ends there.
 */
export function measure(document: DocumentNode): Measure {
	const fragments = new Map<string, FragmentDefinitionNode>();
	const operations: OperationDefinitionNode[] = [];
	for (const definition of document.definitions) {
		if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
		else if (definition.kind === Kind.OPERATION_DEFINITION) operations.push(definition);
	}
	const known = new Map<string, Measure>();

	function ofFragment(name: string): Measure {
		const measured = known.get(name);
		if (measured) return measured;
		known.set(name, nothing);
		const fragment = fragments.get(name);
		const result = fragment
			? plus(ofSelections(fragment.selectionSet), { directives: fragment.directives?.length ?? 0 })
			: nothing;
		known.set(name, result);
		return result;
	}

	function ofSelections({ selections }: SelectionSetNode): Measure {
		let total = nothing;
		for (const node of selections) {
			const directives = node.directives?.length ?? 0;
			if (node.kind === Kind.FIELD) {
				const within = node.selectionSet ? ofSelections(node.selectionSet) : nothing;
				total = plus(total, {
					depth: isIntrospection(node.name.value) ? 1 : 1 + within.depth,
					aliases: (node.alias ? 1 : 0) + within.aliases,
					directives: directives + within.directives,
					tokens: tokensOf(node) + within.tokens,
				});
			} else {
				const spread =
					node.kind === Kind.INLINE_FRAGMENT ? ofSelections(node.selectionSet) : ofFragment(node.name.value);
				total = plus(plus(total, spread), { directives, tokens: 1 });
			}
		}
		return total;
	}

	return operations.reduce(
		(total, { selectionSet, directives }) =>
			plus(plus(total, ofSelections(selectionSet)), { directives: directives?.length ?? 0 }),
		nothing,
	);
}

const nothing: Measure = { depth: 0, aliases: 0, directives: 0, tokens: 0 };

/** Beside each other: the deeper one counts, and all of the rest does. */
function plus(
	one: Measure,
	{ depth = 0, aliases = 0, directives = 0, tokens = 0 }: Partial<Measure>,
): Measure {
	return {
		depth: Math.max(one.depth, depth),
		aliases: one.aliases + aliases,
		directives: one.directives + directives,
		tokens: one.tokens + tokens,
	};
}

/** `alias: name(argument: value) @directive { }` */
function tokensOf({ alias, arguments: given = [], directives = [], selectionSet }: FieldNode): number {
	const ofArguments = given.length > 0 ? 2 + 3 * given.length : 0;
	return 1 + (alias ? 2 : 0) + ofArguments + 2 * directives.length + (selectionSet ? 2 : 0);
}

function isIntrospection(name: string): boolean {
	return name === '__schema' || name === '__type';
}
