import {
	type DocumentNode,
	type FieldNode,
	type FragmentDefinitionNode,
	type GraphQLField,
	type GraphQLNamedType,
	type GraphQLSchema,
	getNamedType,
	isCompositeType,
	isInterfaceType,
	isListType,
	isNonNullType,
	isObjectType,
	Kind,
	type OperationDefinitionNode,
	type SelectionSetNode,
	type ValueNode,
} from 'graphql';
import { directiveOf } from './schema-directives.ts';

/** Entries of a list whose size nothing tells. */
const assumedListSize = 10;
const mutationWeight = 10;
/** Keeps products of sizes numbers. */
const largest = 2 ** 31;

/** What an operation may cost at the most, by the values of its variables. */
export type Cost = (variables: Readonly<Record<string, unknown>>) => number;

/** Parts of the cost that are known beforehand, and lists, whose size may be in a variable. */
interface Expression {
	fixed: number;
	lists: { size: Size; each: Expression }[];
	parts: Expression[];
}

/** Of several arguments the largest counts. A variable may be absent, and it may be null, whatever its default is. */
type Size = readonly (number | { variable: string; absent: number; byDefault: number })[];

/** Fields within a connection that are lists of the size that its arguments name. */
interface SizedFields {
	names: ReadonlySet<string>;
	size: Size;
}

/**
 * What an operation may cost, after the formula of the GraphQL cost directives specification (@cost and @listSize, in
 * federation 2.9): each object is 1, each entry of a list counts, a mutation is 10 more, scalars are free. A list has
 * the size that its slicing arguments name, else its `assumedSize`, else 10; `@skip` and `@include` change nothing.
 *
 * @param schema the supergraph's, which has the directives
 */
export function costOf(
	schema: GraphQLSchema,
	document: DocumentNode,
	operation: OperationDefinitionNode,
): Cost {
	const fragments = new Map<string, FragmentDefinitionNode>();
	for (const definition of document.definitions)
		if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
	const defaults = variableDefaults(operation);
	/** A fragment costs the same wherever it is spread; within connections, where their sizes are the same. */
	const known = new Map<string, Expression>();

	function ofFragment(name: string, sized: SizedFields | undefined): Expression {
		const key = sized ? `${name} ${[...sized.names]} ${JSON.stringify(sized.size)}` : name;
		const measured = known.get(key);
		if (measured) return measured;
		const expression: Expression = { fixed: 0, lists: [], parts: [] };
		known.set(key, expression);
		const fragment = fragments.get(name);
		const type = fragment && schema.getType(fragment.typeCondition.name.value);
		if (fragment && type) fill(expression, fragment.selectionSet, type, sized);
		return expression;
	}

	function fill(
		into: Expression,
		{ selections }: SelectionSetNode,
		type: GraphQLNamedType,
		sized?: SizedFields,
	): void {
		for (const node of selections) {
			if (node.kind === Kind.FIELD) addField(into, node, type, sized);
			else if (node.kind === Kind.FRAGMENT_SPREAD) into.parts.push(ofFragment(node.name.value, sized));
			else {
				const condition = node.typeCondition && schema.getType(node.typeCondition.name.value);
				fill(into, node.selectionSet, condition ?? type, sized);
			}
		}
	}

	function addField(into: Expression, node: FieldNode, parent: GraphQLNamedType, sized?: SizedFields): void {
		const field =
			isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[node.name.value] : undefined;
		if (!field) return;
		const type = getNamedType(field.type);
		const { size, within } = sizeOf(field, node, sized);
		const weight = directiveOf(field, 'cost')?.weight ?? directiveOf(type, 'cost')?.weight;
		const each: Expression = {
			fixed: typeof weight === 'number' ? weight : isCompositeType(type) ? 1 : 0,
			lists: [],
			parts: [],
		};
		if (node.selectionSet) fill(each, node.selectionSet, type, within);
		if (parent === schema.getMutationType()) into.fixed += mutationWeight;
		const isKnown = each.lists.length === 0 && each.parts.length === 0;
		if (isKnown && (size === undefined || size.every((one) => typeof one === 'number')))
			into.fixed += each.fixed * (size ? entries(size, {}) : 1);
		else if (size === undefined) into.parts.push(each);
		else into.lists.push({ size, each });
	}

	function sizeOf(
		field: GraphQLField<unknown, unknown>,
		node: FieldNode,
		sized: SizedFields | undefined,
	): { size?: Size; within?: SizedFields } {
		const isList = isListType(isNonNullType(field.type) ? field.type.ofType : field.type);
		if (isList && sized?.names.has(field.name)) return { size: sized.size };
		const listSize = directiveOf(field, 'listSize');
		const size = sizeByArguments(field, node, listSize);
		const names = listSize?.sizedFields as readonly string[] | undefined;
		if (names) return { within: { names: new Set(names), size } };
		return isList ? { size } : {};
	}

	function sizeByArguments(
		field: GraphQLField<unknown, unknown>,
		node: FieldNode,
		listSize: Record<string, unknown> | undefined,
	): Size {
		const names = (listSize?.slicingArguments ?? []) as readonly string[];
		const ofArguments = field.args.find((arg) => names.includes(arg.name) && arg.defaultValue != null);
		const byDefault = Number(ofArguments?.defaultValue ?? listSize?.assumedSize ?? assumedListSize);
		const given = (node.arguments ?? []).filter(({ name }) => names.includes(name.value));
		const sizes = given.flatMap(({ value }) => {
			if (value.kind !== Kind.VARIABLE) return number(value) ?? [];
			const variable = value.name.value;
			return { variable, absent: defaults.get(variable) ?? byDefault, byDefault };
		});
		return sizes.length > 0 ? sizes : [byDefault];
	}

	const root = schema.getRootType(operation.operation);
	const whole: Expression = { fixed: 0, lists: [], parts: [] };
	if (root) fill(whole, operation.selectionSet, root);
	return (variables) => evaluate(whole, variables, new Map());
}

/** Each expression once, since those of fragments stand in several places. */
function evaluate(
	expression: Expression,
	variables: Readonly<Record<string, unknown>>,
	known: Map<Expression, number>,
): number {
	const before = known.get(expression);
	if (before !== undefined) return before;
	// A fragment within itself, which is not valid, ends there.
	known.set(expression, 0);
	let total = expression.fixed;
	for (const part of expression.parts) total += evaluate(part, variables, known);
	for (const { size, each } of expression.lists)
		total += entries(size, variables) * evaluate(each, variables, known);
	known.set(expression, total);
	return total;
}

function entries(size: Size, variables: Readonly<Record<string, unknown>>): number {
	const sizes = size.map((one) => {
		if (typeof one === 'number') return one;
		const given = Object.hasOwn(variables, one.variable) ? variables[one.variable] : undefined;
		if (given === undefined) return one.absent;
		return typeof given === 'number' && Number.isFinite(given) ? given : one.byDefault;
	});
	return Math.min(Math.max(0, ...sizes), largest);
}

function variableDefaults({ variableDefinitions = [] }: OperationDefinitionNode): Map<string, number> {
	const defaults = new Map<string, number>();
	for (const { variable, defaultValue } of variableDefinitions) {
		const value = defaultValue && number(defaultValue);
		if (value !== undefined) defaults.set(variable.name.value, value);
	}
	return defaults;
}

function number(value: ValueNode): number | undefined {
	return value.kind === Kind.INT ? Number(value.value) : undefined;
}
