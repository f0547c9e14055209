import type { GraphQLDataSource, GraphQLDataSourceProcessOptions } from '@apollo/gateway';
import type { GraphQLError, GraphQLSchema } from 'graphql';
import type { AnswerJson } from './answer-json.ts';
import type { JsonObject } from './json.ts';

/** What a data source is told of the operation that it is asked for. */
export type RequestContext = Extract<
	GraphQLDataSourceProcessOptions,
	{ incomingRequestContext: unknown }
>['incomingRequestContext'];

/** One execution of a plan. */
export interface Run {
	/** All that subgraphs have answered so far, in the form of the operation's answer and with more in it. */
	readonly data: JsonObject;
	readonly errors: GraphQLError[];
	/** Those that the client gave. */
	readonly variables: JsonObject;
	/** The values that `@skip` and `@include` go by. */
	readonly conditions: Conditions;
	readonly dataSources: Readonly<Record<string, GraphQLDataSource>>;
	readonly supergraphSchema: GraphQLSchema;
	readonly requestContext: RequestContext;
	/** The answer to the one fetch of the plan is that to the operation. */
	readonly isMirrored: boolean;
	/** That answer, as it came. */
	json?: AnswerJson;
}

/** The values of the variables that `@skip` and `@include` go by. */
export type Conditions = ReadonlyMap<string, boolean>;

/** A step of a plan. It never rejects: what goes wrong is among the run's errors. */
export type Step = (run: Run) => Promise<void>;

/** Of an answer. One subgraph that is away fails thousands of fields, and the client learns nothing from the rest. */
export const mostErrors = 100;

export function tell({ errors }: Run, error: GraphQLError): void {
	if (errors.length < mostErrors) errors.push(error);
}
