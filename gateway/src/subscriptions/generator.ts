export const done = { done: true, value: undefined } as const;

/**
 * An async generator made of two functions: one that is written as a generator cannot be ended while it waits.
 *
 * @param end called when whoever reads leaves; may be called more than once
 */
export function generatorOf<T>(
	next: () => Promise<IteratorResult<T, undefined>>,
	end: () => void,
): AsyncGenerator<T, undefined> {
	const leave = async () => {
		end();
		return done;
	};
	return {
		next,
		return: leave,
		throw: leave,
		[Symbol.asyncIterator]() {
			return this;
		},
		[Symbol.asyncDispose]: async () => end(),
	};
}
