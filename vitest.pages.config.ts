import { defineConfig } from 'vitest/config';

/** `npm run check:pages`: every page as a picture, by axe and by Lighthouse. It takes minutes of a quiet machine. */
export default defineConfig({
	test: {
		globalSetup: ['packages/testing/src/temporary-folder.ts', 'packages/e2e/src/build-first.ts'],
		include: ['packages/e2e/pages/*.test.ts'],
		testTimeout: 60_000,
		hookTimeout: 180_000,
	},
});
