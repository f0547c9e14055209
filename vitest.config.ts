import { globSync, readFileSync } from 'node:fs';
import { defineConfig } from 'vitest/config';

// The tests of services then share one Redis, which each file empties.
const { REDIS_URL } = process.env;

// Of the storefront's own there may be none yet: SvelteKit makes it at its first run.
const tsconfig = 'tsconfig.json';

const exclude = ['**/node_modules/**', '**/build/**', '**/dist/**'];
const parts = '{packages,subgraphs,workers,gateway,storefront}';
const redisCommands = 'packages/redis-embedded/src/commands/**/*.test.ts';
/** Those that put something else in a module's place, which only works where nobody has loaded it yet. */
const mocking = globSync(`${parts}/**/{src,tests}/**/*.test.ts`, { exclude }).filter((file) =>
	readFileSync(file, 'utf8').includes('vi.mock('),
);

const shared = {
	environment: 'node' as const,
	// Files run one after the other in few processes: to load Apollo Server and the like for each took a third of the CPU.
	isolate: false,
	// Vite would choose another copy of graphql than Node does for Apollo, and their errors would not be the same class.
	alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }],
};
const services = {
	...shared,
	testTimeout: 20_000,
	hookTimeout: 30_000,
	fileParallelism: !REDIS_URL,
};
const wholeShop = { ...shared, testTimeout: 60_000, hookTimeout: 180_000 };

/** Of pure code, of the embedded Redis's commands, of a service as it runs, of the whole shop as its users meet it, of its pages. */
export default defineConfig({
	test: {
		// Most of them wait most of the time.
		maxWorkers: '100%',
		globalSetup: 'packages/testing/src/temporary-folder.ts',
		projects: [
			{
				tsconfig,
				test: {
					...shared,
					name: 'units',
					include: [`${parts}/**/src/**/*.test.ts`],
					exclude: [...exclude, redisCommands, ...mocking],
				},
			},
			{
				tsconfig,
				test: {
					...shared,
					name: 'redis commands',
					include: [redisCommands],
					fileParallelism: !REDIS_URL,
				},
			},
			{
				tsconfig,
				test: {
					...services,
					name: 'services',
					include: [`${parts}/**/tests/**/*.test.ts`],
					exclude: [...exclude, 'packages/{e2e,chaos}/**', ...mocking],
				},
			},
			{
				tsconfig,
				test: { ...services, name: 'mocked in part', isolate: true, include: mocking },
			},
			{
				tsconfig,
				test: {
					...wholeShop,
					name: 'shop',
					include: ['packages/{e2e,chaos}/tests/*.test.ts'],
					// One has two cores to itself: what is late there is a failure.
					fileParallelism: false,
					sequence: { groupOrder: 1 },
				},
			},
			{
				tsconfig,
				test: {
					...wholeShop,
					name: 'storefront',
					include: ['packages/e2e/tests/storefront/*.test.ts'],
					globalSetup: 'packages/e2e/src/build-first.ts',
					fileParallelism: !REDIS_URL,
					sequence: { groupOrder: 2 },
				},
			},
		],
	},
});
