import {
	type FieldNode,
	type FragmentDefinitionNode,
	type GraphQLCompositeType,
	GraphQLError,
	type GraphQLOutputType,
	type GraphQLSchema,
	getNamedType,
	isAbstractType,
	isCompositeType,
	isObjectType,
	isUnionType,
	Kind,
	type SelectionSetNode,
} from 'graphql';
import {
	type Complete,
	type Completion,
	completeType,
	failed,
	invalid,
	leaf,
	note,
} from './complete-value.ts';
import { isIncluded } from './conditions.ts';
import { Bare, isObject, type JsonObject, own } from './json.ts';
import type { Conditions } from './run.ts';

/** An operation and the schema that clients see of it. */
export interface ShapeSource {
	schema: GraphQLSchema;
	fragments: ReadonlyMap<string, FragmentDefinitionNode>;
	conditions: Conditions;
}

/** A field of an answer; its type is absent where the field is one of introspection's. */
interface FieldShape {
	key: string;
	complete: Complete | typeof typename | typeof introspected;
}

const typename = Symbol('__typename');
const introspected = Symbol('introspected');

/** A selection, on the type that it was written for. */
interface Selection {
	on: GraphQLCompositeType;
	set: SelectionSetNode;
}

/**
 * The form of an object in the answer: the selected fields in the order of the specification, each with the check of
 * its values. Subgraphs are asked for more than clients select (keys, type names), and their answers come in any order.
 */
export class ObjectShape {
	readonly #source: ShapeSource;
	readonly #declared: GraphQLCompositeType;
	readonly #selections: readonly Selection[];
	readonly #fieldsOf = new Map<GraphQLCompositeType, FieldShape[]>();

	constructor(source: ShapeSource, declared: GraphQLCompositeType, selections: readonly Selection[]) {
		this.#source = source;
		this.#declared = declared;
		this.#selections = selections;
	}

	/**
	 * @param introspection the answers of `__schema` and `__type`, by their names in the answer
	 * @returns null when a null stands where none may be
	 */
	completeRoot(data: JsonObject, introspection: JsonObject, completion: Completion): JsonObject | null {
		const completed = this.#complete(data, this.#declared, completion, introspection);
		return completed === failed ? null : (completed as JsonObject);
	}

	/** Completes an object that is not the root. */
	complete(value: unknown, completion: Completion, what: string): unknown {
		if (!isObject(value)) throw new GraphQLError(`A subgraph answered no object for ${what}.`);
		const { __typename } = value;
		if (__typename === undefined || __typename === null)
			return this.#complete(value, this.#declared, completion);
		const type = this.#source.schema.getType(String(__typename));
		// It may be a type that clients must not hear of: it is not named.
		if (!type || !isCompositeType(type))
			return note(completion, `Invalid __typename found for object at ${what}.`);
		return this.#complete(value, type, completion);
	}

	#complete(
		value: JsonObject,
		type: GraphQLCompositeType,
		completion: Completion,
		introspection?: JsonObject,
	): JsonObject | typeof failed {
		const { path } = completion;
		const completed = new Bare();
		for (const { key, complete } of this.#fields(type)) {
			if (complete === typename) {
				const name = this.#typenameOf(value, key, type);
				if (name === undefined) return failed;
				completed[key] = name;
			} else if (complete === introspected) completed[key] = introspection?.[key];
			else {
				path.push(key);
				const field = complete(own(value, key) ?? null, completion);
				path.pop();
				if (field === invalid) return failed;
				completed[key] = field === failed ? null : field;
			}
		}
		return completed;
	}

	/**
	 * Root types have the supergraph's name whatever subgraphs call them. A subgraph with an `@interfaceObject` answers
	 * the interface's name, which is no answer.
	 */
	#typenameOf(value: JsonObject, key: string, declared: GraphQLCompositeType): string | undefined {
		const given = own(value, key) ?? own(value, '__typename');
		const named = typeof given === 'string' ? this.#source.schema.getType(given) : undefined;
		const type = named ?? declared;
		return isObjectType(type) ? type.name : undefined;
	}

	#fields(type: GraphQLCompositeType): FieldShape[] {
		let fields = this.#fieldsOf.get(type);
		if (!fields) {
			fields = this.#collect(type);
			this.#fieldsOf.set(type, fields);
		}
		return fields;
	}

	/** CollectFields of the specification (6.3.2), once for each type of object. */
	#collect(type: GraphQLCompositeType): FieldShape[] {
		const nodes = new Map<string, { node: FieldNode; on: GraphQLCompositeType }[]>();
		const { schema, fragments, conditions } = this.#source;
		const spread = new Set<string>();
		const visit = ({ on, set }: Selection): void => {
			for (const node of set.selections) {
				if (!isIncluded(node, conditions)) continue;
				if (node.kind === Kind.FIELD) {
					const key = node.alias?.value ?? node.name.value;
					const same = nodes.get(key) ?? [];
					nodes.set(key, same);
					same.push({ node, on });
					continue;
				}
				if (node.kind === Kind.FRAGMENT_SPREAD) {
					if (spread.has(node.name.value)) continue;
					spread.add(node.name.value);
				}
				const fragment = node.kind === Kind.INLINE_FRAGMENT ? node : fragments.get(node.name.value);
				if (!fragment) continue;
				const condition = fragment.typeCondition?.name.value;
				const narrowed = condition === undefined ? on : (schema.getType(condition) as GraphQLCompositeType);
				if (condition === undefined || applies(schema, narrowed, type))
					visit({ on: narrowed, set: fragment.selectionSet });
			}
		};
		for (const selection of this.#selections) visit(selection);
		return Array.from(nodes, ([key, same]) => ({ key, complete: this.#completeOf(same) }));
	}

	#completeOf(same: { node: FieldNode; on: GraphQLCompositeType }[]): FieldShape['complete'] {
		const [{ node, on }] = same as [(typeof same)[number]];
		const name = node.name.value;
		if (name === '__typename') return typename;
		if (name === '__schema' || name === '__type') return introspected;
		const what = `field ${on.name}.${name}`;
		const type = fieldType(on, name);
		const named = getNamedType(type);
		if (!isCompositeType(named)) return completeType(type, what, leaf(named, what));
		const selections = same.flatMap((each) =>
			each.node.selectionSet
				? [
						{
							on: getNamedType(fieldType(each.on, name)) as GraphQLCompositeType,
							set: each.node.selectionSet,
						},
					]
				: [],
		);
		const shape = new ObjectShape(this.#source, named, selections);
		return completeType(type, what, (value, completion) => shape.complete(value, completion, what));
	}
}

function fieldType(on: GraphQLCompositeType, name: string): GraphQLOutputType {
	const field = isUnionType(on) ? undefined : on.getFields()[name];
	if (!field) throw new Error(`The schema has no field ${on.name}.${name}`);
	return field.type;
}

function applies(
	schema: GraphQLSchema,
	condition: GraphQLCompositeType,
	type: GraphQLCompositeType,
): boolean {
	if (condition === type) return true;
	return isAbstractType(condition) && !isUnionType(type) && schema.isSubType(condition, type);
}
