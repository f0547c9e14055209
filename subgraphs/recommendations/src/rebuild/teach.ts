import type { Learner } from '../learning/learner.ts';
import type { Reading } from './lessons.ts';

/**
 * Lets a generation learn an export, batch by batch: the next one is read while the last one is written, and no more
 * than these two are in memory.
 *
 * @param onLearned told how many lines each batch had
 */
export async function teach(
	learner: Learner,
	lines: AsyncIterable<string>,
	read: Reading,
	batchSize: number,
	stopping: AbortSignal,
	onLearned: (count: number) => void,
): Promise<void> {
	let writing = Promise.resolve();
	let batch: string[] = [];
	async function send(): Promise<void> {
		const sent = batch;
		batch = [];
		const lessons = read(sent);
		await writing;
		stopping.throwIfAborted();
		const learning = Promise.all(lessons.map((lesson) => learner.learn(lesson)));
		writing = learning.then(() => onLearned(sent.length));
		// It is waited for with the next one; until then its failure is nobody's.
		writing.catch(() => {});
	}
	for await (const line of lines) {
		batch.push(line);
		if (batch.length >= batchSize) await send();
	}
	if (batch.length > 0) await send();
	await writing;
	stopping.throwIfAborted();
}
