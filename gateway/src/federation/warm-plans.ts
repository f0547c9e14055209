import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Logger } from '@infinite-blob/service/logger';
import { getOperationAST, parse, validate } from 'graphql';
import type { Manifest } from '../operations/manifest.ts';
import type { Supergraph } from './supergraph.ts';

/**
 * Plans the operations of the manifest, so that no visitor waits for it: before the first request, and before requests
 * move over to another supergraph. Requests in hand have their turn between two of them.
 */
export async function warmPlans(supergraph: Supergraph, manifest: Manifest, logger: Logger): Promise<void> {
	for (const [hash, text] of manifest.texts) {
		const document = parse(text);
		const [problem] = validate(supergraph.schema, document);
		if (problem)
			logger.warn(
				{ operation: getOperationAST(document)?.name?.value, problem: problem.message },
				'a listed operation is not valid',
			);
		else supergraph.plan(document, hash, undefined);
		await nextTurn();
	}
}
