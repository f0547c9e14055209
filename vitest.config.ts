import { globSync, readFileSync } from 'node:fs';
import { defineConfig } from 'vitest/config';

// The tests of services then share one Redis, which each file empties.
const { REDIS_URL } = process.env;

// Of the storefront's own there may be none yet: SvelteKit makes it at its first run.
const tsconfig = 'tsconfig.json';

const redisCommands = 'packages/redis-embedded/src/commands/**/*.test.ts';

const shared = {
	environment: 'node' as const,
	exclude: ['**/node_modules/**', '**/build/**', '**/dist/**'],
	// Vite would choose another copy of graphql than Node does for Apollo, and their errors would not be the same class.
	alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }],
};

const services = {
	...shared,
	include: ['{packages,subgraphs,workers,gateway,storefront}/**/tests/**/*.test.ts'],
	exclude: [...shared.exclude, 'packages/{e2e,chaos}/**'],
	testTimeout: 20_000,
	hookTimeout: 30_000,
	fileParallelism: !REDIS_URL,
};
/** Those that put something else in a module's place, which only works where nobody has loaded it yet. */
const mocking = globSync(services.include, { exclude: services.exclude }).filter((file) =>
	readFileSync(file, 'utf8').includes('vi.mock('),
);

/** Of pure code, of the embedded Redis's commands, of a service as it runs, of the whole shop as its users meet it. */
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
					include: ['{packages,subgraphs,workers,gateway,storefront}/**/src/**/*.test.ts'],
					exclude: [...shared.exclude, redisCommands],
				},
			},
			{
				tsconfig,
				test: {
					...shared,
					name: 'redis commands',
					include: [redisCommands],
					// A small file for each command: they share the modules that all load.
					isolate: false,
					fileParallelism: !REDIS_URL,
				},
			},
			{
				tsconfig,
				test: {
					...services,
					name: 'services',
					exclude: [...services.exclude, ...mocking],
					// A quarter of the time would go into loading Apollo Server and the like for each file.
					isolate: false,
				},
			},
			{
				tsconfig,
				test: { ...services, name: 'services, mocked in part', include: mocking },
			},
			{
				tsconfig,
				test: {
					...shared,
					name: 'shop',
					include: ['packages/{e2e,chaos}/tests/**/*.test.ts'],
					globalSetup: 'packages/e2e/src/build-first.ts',
					testTimeout: 60_000,
					hookTimeout: 180_000,
					fileParallelism: !REDIS_URL,
					sequence: { groupOrder: 1 },
				},
			},
		],
	},
});
