import type { FetchNode, PlanNode, ResponsePath } from '@apollo/query-planner';
import { fetchEntities, fetchRootFields } from './fetch.ts';
import type { Step } from './run.ts';

const nothing: Step = async () => {};

/**
 * Turns a plan's node into what executes it.
 *
 * @param path where the node's objects are, with `@` for every entry of a list
 */
export function stepOf(node: PlanNode | undefined, path: ResponsePath = []): Step {
	switch (node?.kind) {
		case undefined:
			return nothing;
		case 'Sequence':
			return inSequence(node.nodes.map((child) => stepOf(child, path)));
		case 'Parallel':
			return inParallel(node.nodes, path);
		case 'Flatten':
			return stepOf(node.node, [...path, ...node.path]);
		case 'Fetch':
			return node.requires ? fetchEntities(node, [path]) : fetchRootFields(node, path);
		case 'Condition': {
			const yes = stepOf(node.ifClause, path);
			const no = stepOf(node.elseClause, path);
			return (run) => (run.conditions.get(node.condition) ? yes(run) : no(run));
		}
		case 'Defer':
			throw new Error('The planner is not asked for @defer.');
	}
}

function inSequence(steps: readonly Step[]): Step {
	return async (run) => {
		for (const step of steps) await step(run);
	};
}

/** Runs nodes side by side; fetches of the same fields of entities in different places become one. */
function inParallel(nodes: readonly PlanNode[], path: ResponsePath): Step {
	const steps: Step[] = [];
	const joint = new Map<string, { node: FetchNode; paths: ResponsePath[] }>();
	for (const node of nodes) {
		if (node.kind !== 'Flatten' || node.node.kind !== 'Fetch' || !node.node.requires) {
			steps.push(stepOf(node, path));
			continue;
		}
		const key = signature(node.node);
		const same = joint.get(key) ?? { node: node.node, paths: [] };
		joint.set(key, same);
		same.paths.push([...path, ...node.path]);
	}
	for (const { node, paths } of joint.values()) steps.push(fetchEntities(node, paths));
	if (steps.length === 1) return steps[0]!;
	return async (run) => {
		await Promise.all(steps.map((step) => step(run)));
	};
}

/** All of a fetch but its name, by which the planner numbers it. */
function signature({ operation, operationName = '', ...rest }: FetchNode): string {
	const { serviceName, requires, inputRewrites, outputRewrites, variableUsages } = rest;
	const unnamed = operation.replace(operationName, '');
	return JSON.stringify([serviceName, unnamed, requires, inputRewrites, outputRewrites, variableUsages]);
}
