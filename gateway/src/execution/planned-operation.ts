import type { PlanNode, QueryPlan, SubscriptionNode } from '@apollo/query-planner';
import {
	type DocumentNode,
	type ExecutionResult,
	type FieldNode,
	type FragmentDefinitionNode,
	type GraphQLObjectType,
	type GraphQLSchema,
	Kind,
	type OperationDefinitionNode,
} from 'graphql';
import type { Completion } from './complete-value.ts';
import { conditionsOf, conditionVariables } from './conditions.ts';
import { thrown } from './fetch-errors.ts';
import { introspect, introspectionFields } from './introspection.ts';
import { Bare, type JsonObject } from './json.ts';
import { mergeInto } from './merge.ts';
import { isMirror } from './mirror.ts';
import { ObjectShape } from './response-shape.ts';
import { applyRewrites } from './rewrites.ts';
import type { Conditions, Run, Step } from './run.ts';
import { stepOf } from './steps.ts';

/** What an execution needs beside its plan. */
export type ExecutionInput = Pick<Run, 'variables' | 'dataSources' | 'requestContext'>;

/** The form of the answer, which depends on `@skip` and `@include`. */
interface Form {
	shape: ObjectShape;
	introspection: readonly FieldNode[];
}

// There may be one for each combination of values, and each takes as much memory as the plan.
const mostForms = 8;

/**
 * An operation with its plan, ready to be executed any number of times: what depends on neither variables nor answers
 * is done once, here.
 */
export class PlannedOperation {
	readonly operation: OperationDefinitionNode;
	/** What the subgraph that owns a subscription's root field is asked for. */
	readonly primary: SubscriptionNode['primary'] | undefined;
	readonly #schema: GraphQLSchema;
	readonly #supergraphSchema: GraphQLSchema;
	readonly #fragments: ReadonlyMap<string, FragmentDefinitionNode>;
	readonly #conditionVariables: readonly string[];
	readonly #step: Step;
	readonly #isMirrored: boolean;
	readonly #forms = new Map<string, Form>();

	/**
	 * @param document a valid one; with its plan by the same schema's planner
	 * @param schema what clients see
	 * @param supergraphSchema what the plan is about
	 */
	constructor(
		operation: OperationDefinitionNode,
		document: DocumentNode,
		{ node }: QueryPlan,
		schema: GraphQLSchema,
		supergraphSchema: GraphQLSchema,
	) {
		this.operation = operation;
		this.#schema = schema;
		this.#supergraphSchema = supergraphSchema;
		this.#fragments = fragmentsOf(document);
		this.#conditionVariables = conditionVariables(document);
		const subscription = node?.kind === 'Subscription' ? node : undefined;
		this.primary = subscription?.primary;
		this.#step = stepOf(subscription ? subscription.rest : (node as PlanNode | undefined));
		this.#isMirrored =
			node?.kind === 'Fetch' && isMirror(operation, this.#fragments, node, schema, supergraphSchema);
	}

	/**
	 * Executes the plan, or, for a subscription, what is to be done with one of its events.
	 *
	 * @param event what the owner of the subscription sent; it is used up
	 * @returns data that need not be looked into as AnswerJson; errors of subgraphs among its errors; what completing the
	 *   answer found wrong in it, such as a null where none may be, in `extensions.valueCompletion`, unless an error tells
	 *   of it already
	 */
	async execute(input: ExecutionInput, event?: JsonObject): Promise<ExecutionResult> {
		const conditions = conditionsOf(this.#conditionVariables, this.operation, input.variables);
		const data = new Bare();
		const run: Run = {
			...input,
			data,
			errors: [],
			conditions,
			supergraphSchema: this.#supergraphSchema,
			isMirrored: this.#isMirrored,
		};
		if (event) {
			applyRewrites(this.#supergraphSchema, this.primary?.outputRewrites, event);
			mergeInto(data, event, true);
		}
		await this.#step(run);
		if (run.json !== undefined && run.errors.length === 0) return { data: run.json as never };
		try {
			return this.#complete(run);
		} catch (error) {
			return { errors: [thrown(error)] };
		}
	}

	#complete({ data, errors, conditions, variables }: Run): ExecutionResult {
		const { shape, introspection } = this.#formFor(conditions);
		const answers =
			introspection.length > 0
				? introspect(this.#schema, this.operation, introspection, this.#fragments, variables)
				: {};
		const completion: Completion = { errors: [], path: [] };
		const completed = shape.completeRoot(data, answers, completion);
		if (errors.length > 0) return { errors, data: completed };
		if (completion.errors.length === 0) return { data: completed };
		return { data: completed, extensions: { valueCompletion: completion.errors } };
	}

	#formFor(conditions: Conditions): Form {
		const key = String([...conditions.values()]);
		const known = this.#forms.get(key);
		if (known) return known;
		const { operation } = this;
		const fragments = this.#fragments;
		const root = this.#schema.getRootType(operation.operation) as GraphQLObjectType;
		const source = { schema: this.#schema, fragments, conditions };
		const form = {
			shape: new ObjectShape(source, root, [{ on: root, set: operation.selectionSet }]),
			introspection: introspectionFields(operation, fragments, conditions),
		};
		if (this.#forms.size < mostForms) this.#forms.set(key, form);
		return form;
	}
}

function fragmentsOf({ definitions }: DocumentNode): ReadonlyMap<string, FragmentDefinitionNode> {
	return new Map(
		definitions.flatMap((definition) =>
			definition.kind === Kind.FRAGMENT_DEFINITION ? [[definition.name.value, definition]] : [],
		),
	);
}
