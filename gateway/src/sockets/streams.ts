import { type ExecutionResult, GraphQLError } from 'graphql';
import { TimeLimit } from '../operations/time-limit.ts';
import { done, EndableGenerator } from '../subscriptions/generator.ts';

/**
 * A query's or mutation's result as a stream of one, which the client can leave: a query is given up then, and a
 * mutation carried through.
 */
export function resultOf(
	run: (signal: AbortSignal) => Promise<ExecutionResult>,
	{ timeoutMs, isMutation, onEnd }: { timeoutMs: number; isMutation: boolean; onEnd: () => void },
): AsyncGenerator<ExecutionResult, undefined> {
	const limit = new TimeLimit(timeoutMs);
	let state: 'new' | 'running' | 'over' = 'new';
	const end = () => {
		limit[Symbol.dispose]();
		if (state !== 'over') onEnd();
		state = 'over';
	};
	let isLeft = false;

	async function next(): Promise<IteratorResult<ExecutionResult, undefined>> {
		if (state !== 'new') return done;
		state = 'running';
		const result = run(limit.signal).finally(end);
		const value = await limit.within(result).catch((error: unknown): ExecutionResult => {
			if (!(error instanceof GraphQLError)) throw error;
			return { errors: [error] };
		});
		return isLeft ? done : { done: false, value };
	}

	return new EndableGenerator(next, () => {
		isLeft = true;
		if (state === 'new') end();
		else if (!isMutation) limit.giveUp();
	});
}

/** @param onEnd called once, when there is no more to come or whoever reads has left */
export function ending<T>(
	stream: AsyncGenerator<T, undefined>,
	onEnd: () => void,
): AsyncGenerator<T, undefined> {
	let isOver = false;
	const end = () => {
		if (!isOver) onEnd();
		isOver = true;
	};
	return new EndableGenerator(
		async () => {
			const step = await stream.next();
			if (step.done) end();
			return step;
		},
		() => {
			end();
			void stream.return(undefined);
		},
	);
}
